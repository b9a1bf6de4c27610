//! SmartRecruiters' postings: four sections with titles of their own.

use serde_json::Value;

use super::json::{Json, Object, found, location};
use super::{header, place_name};
use crate::error::ImportError;
use crate::format::Format;
use crate::recognize::Role;
use crate::source::Source;

const FORMAT: Format = Format::SmartRecruiters;

/// The sections in the order in which they are shown, and what they hold.
const SECTIONS: [(&str, Option<Role>); 4] = [
    ("companyDescription", Some(Role::About)),
    ("jobDescription", None),
    ("qualifications", Some(Role::Minimum)),
    ("additionalInformation", Some(Role::Other)),
];

/// Reads a posting, or the postings of a list.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let json = Json::parse(text, FORMAT)?;
    let is_posting = |value: &Value| {
        let is_listed = value.get("name").is_some_and(Value::is_string)
            && ["releasedDate", "refNumber", "postingUrl"]
                .iter()
                .any(|key| value.get(key).is_some());
        value.get("jobAd").is_some() || is_listed
    };
    let postings = json.postings(is_posting);
    found(
        postings.iter().map(posting).collect::<Result<_, _>>()?,
        FORMAT,
    )
}

fn posting(posting: &Object<'_>) -> Result<Source, ImportError> {
    let mut source = Source {
        title: posting.stated(&["name", "title"]),
        organization: posting.stated(&["company/name"]),
        team: posting.stated(&["department/label"]),
        posted: posting.day(&["releasedDate"]),
        lang: posting.stated(&["language/code"]),
        apply_url: posting.stated(&["applyUrl", "postingUrl"]),
        own_id: posting.word("id"),
        ..Source::default()
    };
    let is_internship = posting.text("experienceLevel/id") == Some("internship");
    let kind = posting
        .text("typeOfEmployment/label")
        .and_then(header::employment_of);
    source.employment = if is_internship {
        Some(posting::document::EmploymentType::Intern)
    } else {
        kind
    };
    if let Some(place) = posting.inner("location") {
        let parts = ["city", "region"].iter().filter_map(|key| place.text(key));
        let parts = parts.collect::<Vec<_>>().join(", ");
        let name = place.text("fullLocation").unwrap_or(&parts);
        let remote = place.is("remote");
        let name = if name.is_empty() && remote {
            "Remote"
        } else {
            name
        };
        source
            .locations
            .extend(location(name, place.text("country"), Some(remote)));
    }
    for (key, role) in SECTIONS {
        let Some(section) = posting.inner(&format!("jobAd/sections/{key}")) else {
            continue;
        };
        section.add_titled_part(&mut source, "title", role, "text")?;
    }
    place_name(&mut source);
    Ok(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sections: &str, expected: &[&str]) {
        let text = format!(r#"{{"name": "Gardener", "jobAd": {{"sections": {{{sections}}}}}}}"#);
        let source = read(&text).unwrap().remove(0);
        let texts: Vec<_> = source.blocks.iter().map(|block| block.plain()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn titles_without_a_text_are_kept() {
        check(
            r#""jobDescription": {"title": "Our roses", "text": "<p>Dig.</p>"},
               "qualifications": {"title": "Patience", "text": "<p> </p>"},
               "additionalInformation": {"title": "Sundays off"}"#,
            &["Our roses", "Dig.", "", "Patience", "", "Sundays off"],
        );
        check(
            r#""jobDescription": {"title": " ", "text": "Dig."}"#,
            &["Dig."],
        );
    }
}
