//! JSON of any other system: objects with a title and texts. The names of the
//! keys stand in for headings.

mod nested;

use serde_json::Value;

use super::json::{Json, Object, found, location};
use super::{header, pay, place_name};
use crate::block::{Block, BlockKind};
use crate::error::ImportError;
use crate::format::Format;
use crate::recognize::{Role, role_of};
use crate::source::Source;

const FORMAT: Format = Format::Json;

const TITLES: [&str; 8] = [
    "title",
    "Title",
    "jobTitle",
    "JobTitle",
    "job_title",
    "postingTitle",
    "name",
    "position",
];

/// Keys of texts that need no heading.
const BODIES: [&str; 12] = [
    "description",
    "jobdescription",
    "content",
    "body",
    "descriptionhtml",
    "htmldescription",
    "jobsummary",
    "summary",
    "text",
    "excerpt",
    "overview",
    "abouttherole",
];

/// Words in the keys of short texts that state a fact.
const FACTS: [&str; 14] = [
    "salary",
    "pay",
    "compensation",
    "stipend",
    "wage",
    "duration",
    "length",
    "start",
    "starts",
    "dates",
    "deadline",
    "closing",
    "hours",
    "season",
];

/// Reads every object that has a title and a text.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let json = Json::parse(text, FORMAT)?;
    let around = json.object(&json.value);
    let organization = around.stated(&["hiringOrganization/name", "company/name", "company"]);
    let mut sources = Vec::new();
    for object in json.postings(is_posting) {
        let mut source = posting(&object)?;
        source.organization = source.organization.or_else(|| organization.clone());
        place_name(&mut source);
        sources.push(source);
    }
    if sources.is_empty() {
        without_text(&json)?;
    }
    found(sources, FORMAT)
}

/// Refuses a source that names postings without their texts.
fn without_text(json: &Json) -> Result<(), ImportError> {
    let titles: Vec<String> = json
        .postings(is_named)
        .iter()
        .filter_map(|object| Some(object.stated(&TITLES)?.value))
        .collect();
    match titles.first() {
        Some(title) => Err(ImportError::NoText {
            format: FORMAT,
            title: title.clone(),
            count: titles.len(),
        }),
        None => Ok(()),
    }
}

/// Whether an object has the title of a job; names have many other things as well.
fn is_named(value: &Value) -> bool {
    let titles = TITLES.iter().filter(|key| **key != "name");
    titles
        .filter_map(|key| value.get(*key))
        .any(Value::is_string)
}

fn is_posting(value: &Value) -> bool {
    let Value::Object(members) = value else {
        return false;
    };
    let has_title = TITLES
        .iter()
        .any(|key| members.get(*key).is_some_and(Value::is_string));
    has_title && members.iter().any(|(key, value)| holds_text(key, value))
}

/// Whether a member is a part of a posting's text.
fn holds_text(key: &str, value: &Value) -> bool {
    let is_text = |value: &Value| match value {
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(Value::is_string),
        _ => false,
    };
    let is_named = is_body(key) || role_of(&heading_of(key)).is_some_and(Role::is_list);
    let is_long = value
        .as_str()
        .is_some_and(|text| text.split_whitespace().count() >= 12 && !text.starts_with("http"));
    is_text(value) && (is_named || is_long)
}

fn is_body(key: &str) -> bool {
    let small: String = key
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    BODIES.contains(&small.as_str())
}

/// "keyResponsibilities" and "key_responsibilities" as words.
pub(super) fn heading_of(key: &str) -> String {
    let mut words = String::new();
    let mut was_small = false;
    for character in key.chars() {
        if character.is_uppercase() && was_small {
            words.push(' ');
        }
        was_small = character.is_lowercase();
        if matches!(character, '_' | '-') {
            words.push(' ');
        } else {
            words.extend(character.to_lowercase());
        }
    }
    let mut letters = words.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn posting(object: &Object<'_>) -> Result<Source, ImportError> {
    let companies = [
        "company",
        "Company",
        "companyName",
        "company_name",
        "company/name",
        "employer",
        "organization",
        "organization/name",
        "hiringOrganization/name",
    ];
    let addresses = [
        "applyUrl",
        "apply_url",
        "applicationLink",
        "url",
        "externalUrl",
        "link",
    ];
    let posted = [
        "datePosted",
        "date_posted",
        "postedOn",
        "publishedAt",
        "published_at",
        "created_at",
        "PublishedDate",
        "pubDate",
    ];
    let kinds = [
        "employmentType",
        "employment_type",
        "type",
        "timeType",
        "jobType",
    ];
    let mut source = Source {
        title: object.stated(&TITLES),
        organization: object.stated(&companies),
        team: object.stated(&[
            "team",
            "department",
            "department/name",
            "job/department/name",
        ]),
        employment: kinds
            .iter()
            .find_map(|key| header::employment_of(object.text(key)?)),
        posted: object.day(&posted),
        valid_through: object.day(&["validThrough", "deadline", "deadline_at", "expiryDate"]),
        lang: object.stated(&["lang", "language"]),
        apply_url: object.stated(&addresses),
        own_id: object.word("id").or_else(|| object.word("slug")),
        ..Source::default()
    };
    let places = [
        "location",
        "job_location",
        "jobLocation",
        "Location",
        "location/name",
        "location/city",
        "LocationName",
        "city",
    ];
    let remote = object.is("remote").then_some(true);
    let name = places.iter().find_map(|path| object.text(path));
    source
        .locations
        .extend(name.and_then(|name| location(name, None, remote)));
    let amount = |keys: [&str; 2]| keys.iter().find_map(|key| object.at(key)?.as_f64());
    pay::add(
        &mut source,
        amount(["minSalary", "compensation_minimum"]),
        amount(["maxSalary", "compensation_maximum"]),
        object
            .text("currency")
            .or_else(|| object.text("compensation_currency")),
        object
            .text("salaryPeriod")
            .or_else(|| object.text("compensation_frequency")),
        "",
    );
    let pay = std::mem::take(&mut source.blocks);
    texts(object, &mut source)?;
    source.blocks.extend(pay);
    let facts = facts(object, &source);
    source.blocks.extend(facts);
    Ok(source)
}

/// Short texts that state a fact, as lines: "Duration: 12 weeks". What they say is read from there. What
/// another text says too is said by that.
fn facts(object: &Object<'_>, source: &Source) -> Vec<Block> {
    let Value::Object(members) = object.value else {
        return Vec::new();
    };
    let texts: Vec<_> = source.blocks.iter().map(Block::plain).collect();
    let is_said = |text: &str| texts.iter().any(|said| said.contains(text));
    let short = |key: &str, value: &Value| {
        let text = value.as_str()?.trim();
        let heading = heading_of(key);
        let words = heading.to_lowercase();
        let is_fact = FACTS
            .iter()
            .any(|fact| words.split(' ').any(|word| word == *fact));
        // What has been read as a member of its own is not said again.
        let is_read = [
            "currency",
            "frequency",
            "period",
            "unit",
            "interval",
            "type",
            "at",
        ]
        .iter()
        .any(|part| words.ends_with(part))
            || words == "deadline" && source.valid_through.is_some();
        let is_code = text.is_empty()
            || text.starts_with("http")
            || holds_text(key, value)
            || is_read
            || is_said(text);
        (is_fact && !is_code).then(|| {
            Block::new(
                BlockKind::Paragraph,
                &format!("{heading}: {text}"),
                object.line_of(key),
            )
        })
    };
    let facts = members.iter().filter_map(|(key, value)| short(key, value));
    facts.collect()
}

/// Texts in the order of postings: what introduces first, then what has a heading.
fn texts(object: &Object<'_>, source: &mut Source) -> Result<(), ImportError> {
    let Value::Object(members) = object.value else {
        return Ok(());
    };
    let members = members.iter().filter(|(key, value)| {
        holds_text(key, value) && !TITLES.contains(&key.as_str()) && !key.ends_with("_header")
    });
    let (bodies, parts): (Vec<_>, Vec<_>) = members.partition(|(key, _)| is_body(key));
    for (key, value) in bodies.into_iter().chain(parts) {
        let stated = object.text(&format!("{key}_header"));
        let heading = stated.map_or_else(|| heading_of(key), str::to_owned);
        let role = role_of(&heading);
        match value {
            Value::Array(items) => object.add_items(source, &heading, role, items),
            _ if is_body(key) && source.blocks.is_empty() => object.add_part(source, None, key)?,
            _ => object.add_part(source, Some((&heading, role)), key)?,
        }
    }
    nested::lists(object, source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_that_state_a_fact_are_lines() {
        let text = r#"{"id": "7", "title": "Garden Intern", "description": "<p>We prune.</p>",
            "job_location": "York", "salary": "$25-$30/hour", "duration": "12 weeks", "start_date": "June 1, 2026",
            "salary_currency": "USD", "closing": "We prune", "deadline": "2026-03-01", "url": "https://gardens.example/7"}"#;
        let sources = read(text).unwrap();
        let lines: Vec<_> = sources[0].blocks.iter().map(Block::plain).collect();
        assert_eq!(
            lines,
            [
                "We prune.",
                "Duration: 12 weeks",
                "Salary: $25-$30/hour",
                "Start date: June 1, 2026"
            ]
        );
        assert_eq!(
            sources[0].valid_through.as_ref().unwrap().value,
            "2026-03-01"
        );
        assert_eq!(sources[0].locations.len(), 1);
    }
}
