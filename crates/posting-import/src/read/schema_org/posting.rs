//! The properties of a `JobPosting` (schema.org/JobPosting) as facts and parts.

use serde_json::Value;

use super::super::json::{Object, location, plain};
use super::super::{header, pay};
use crate::error::ImportError;
use crate::recognize::Role;
use crate::source::{Source, Stated};

/// Properties with texts, the headings that stand in for them, and what they hold.
const PARTS: [(&str, &str, Role); 8] = [
    (
        "responsibilities",
        "Responsibilities",
        Role::Responsibilities,
    ),
    ("qualifications", "Qualifications", Role::Minimum),
    ("skills", "Skills", Role::Minimum),
    ("experienceRequirements", "Experience", Role::Minimum),
    ("educationRequirements", "Education", Role::Minimum),
    ("jobBenefits", "Benefits", Role::Benefits),
    ("incentiveCompensation", "Incentives", Role::Pay),
    ("workHours", "Working hours", Role::Other),
];

/// Reads a posting; `with_texts` is left out where the texts are read from the page itself.
pub(super) fn read(object: &Object<'_>, with_texts: bool) -> Result<Source, ImportError> {
    let mut source = Source::default();
    facts(object, &mut source);
    if with_texts {
        object.add_part(&mut source, None, "description")?;
        for (key, heading, role) in PARTS {
            let before = source.blocks.len();
            part(object, &mut source, key, heading, role)?;
            super::said::leave_out(&mut source.blocks, before, role);
        }
    }
    salary(object, &mut source);
    Ok(source)
}

/// A text, a list of texts, or an object with a name or description.
fn part(
    object: &Object<'_>,
    source: &mut Source,
    key: &str,
    heading: &str,
    role: Role,
) -> Result<(), ImportError> {
    match object.at(key) {
        Some(Value::String(_)) => object.add_part(source, Some((heading, Some(role))), key),
        Some(Value::Array(items)) => {
            object.add_items(source, heading, Some(role), items);
            Ok(())
        }
        Some(inner @ Value::Object(_)) => {
            let texts = texts_of(inner);
            object.add_items(source, heading, Some(role), &texts);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The texts of an object that tells something about a candidate, without its types and addresses.
fn texts_of(object: &Value) -> Vec<Value> {
    let Value::Object(members) = object else {
        return Vec::new();
    };
    let is_told = |key: &str| ["credentialCategory", "about", "name", "description"].contains(&key);
    let told = members
        .iter()
        .filter(|(key, value)| is_told(key) && value.is_string());
    let words = told
        .filter_map(|(_, value)| value.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    if words.is_empty() {
        Vec::new()
    } else {
        vec![Value::String(words)]
    }
}

/// What the properties state outright.
pub(in super::super) fn facts(object: &Object<'_>, source: &mut Source) {
    source.title = object.stated(&["title", "name"]);
    source.organization = object.stated(&["hiringOrganization/name", "hiringOrganization"]);
    let home = ["hiringOrganization/sameAs", "hiringOrganization/url"];
    source.organization_url = object.stated(&home);
    source.posted = object.day(&["datePosted"]);
    source.valid_through = object.day(&["validThrough"]);
    source.start = object.day(&["jobStartDate"]);
    source.lang = object.stated(&["inLanguage"]);
    source.apply_url = object.stated(&["url", "applicationContact/url"]);
    source.own_id = object
        .word("identifier/value")
        .or_else(|| object.word("identifier"));
    let kinds: Vec<&str> = match object.at("employmentType") {
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => object.text("employmentType").into_iter().collect(),
    };
    source.employment = kinds.iter().find_map(|kind| header::employment_of(kind));
    places(object, source);
}

/// Where one works, and from where one may work (Google's reading of `jobLocationType`): remote are
/// the places that applicants may live in. Where none is named, those of the job are.
fn places(object: &Object<'_>, source: &mut Source) {
    let is_remote = |value: &str| value.eq_ignore_ascii_case("TELECOMMUTE");
    let is_remote = object.text("jobLocationType").is_some_and(is_remote);
    let all = |key: &str| {
        let mut places = object.list(key);
        places.extend(object.inner(key).filter(|_| places.is_empty()));
        places
    };
    let mut homes = Vec::new();
    if is_remote {
        let named = all("applicantLocationRequirements");
        homes.extend(named.iter().filter_map(|place| address(place, true)));
    }
    let are_homes = is_remote && homes.is_empty();
    for place in all("jobLocation") {
        source.locations.extend(address(&place, are_homes));
    }
    source.locations.extend(homes);
    if source.locations.is_empty() && is_remote {
        source
            .locations
            .extend(location("Remote", None, Some(true)));
    }
}

/// A place by its address or name. The code of a country has a field of its own, a country's name has
/// not and stays with the place.
fn address(place: &Object<'_>, remote: bool) -> Option<posting::document::Location> {
    if let Some(name) = place.value.as_str().or_else(|| place.text("address")) {
        return location(name, None, Some(remote));
    }
    let country = ["addressCountry", "addressCountry/name"]
        .iter()
        .find_map(|key| place.text(&format!("address/{key}")));
    let is_code = |country: &&str| country.trim().len() == 2;
    let parts: Vec<String> = ["addressLocality", "addressRegion"]
        .iter()
        .filter_map(|key| place.text(&format!("address/{key}")))
        .chain(country.filter(|country| !is_code(country)))
        .map(plain)
        .collect();
    let name = place.text("name").map(plain);
    let name = if parts.is_empty() {
        name.or_else(|| country.map(plain)).unwrap_or_default()
    } else {
        parts.join(", ")
    };
    location(&name, country, Some(remote))
}

fn salary(object: &Object<'_>, source: &mut Source) {
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.replace(',', "").trim().parse().ok(),
        _ => None,
    };
    let at = |paths: &[&str]| paths.iter().find_map(|path| number(object.at(path)?));
    let least = at(&[
        "baseSalary/value/minValue",
        "baseSalary/minValue",
        "baseSalary/value/value",
        "baseSalary/value",
        "baseSalary",
    ]);
    let most = at(&["baseSalary/value/maxValue", "baseSalary/maxValue"]);
    let currency = [
        "baseSalary/currency",
        "salaryCurrency",
        "baseSalary/value/currency",
    ];
    let currency = currency.iter().find_map(|path| object.text(path));
    let unit = ["baseSalary/value/unitText", "baseSalary/unitText"];
    let unit = unit
        .iter()
        .find_map(|path| object.text(path))
        .map(str::to_lowercase);
    let period = unit.map(|unit| format!("per {unit}"));
    pay::add(source, least, most, currency, period.as_deref(), "");
}

/// Where the title stands in a page, so that it is not said twice.
pub(super) fn is_title(text: &str, title: Option<&Stated>) -> bool {
    title.is_some_and(|title| title.value == text)
}

#[cfg(test)]
mod tests {
    use super::super::super::json::Json;
    use super::*;
    use crate::format::Format;

    /// Each place as its name, its country, and whether it is remote.
    #[track_caller]
    fn check(properties: &str, expected: &[(&str, Option<&str>, bool)]) {
        let text = format!("{{ \"title\": \"Gardener\", {properties} }}");
        let json = Json::parse(&text, Format::SchemaOrg).unwrap();
        let mut source = Source::default();
        facts(&json.object(&json.value), &mut source);
        let found: Vec<_> = source
            .locations
            .iter()
            .map(|place| (place.name.as_str(), place.country.as_deref(), place.remote))
            .collect();
        assert_eq!(found, expected);
    }

    const YORK: &str = r#"{ "@type": "Place", "address": { "addressLocality": "York",
        "addressRegion": "North Yorkshire", "addressCountry": "GB" } }"#;

    #[test]
    fn a_countrys_code_is_no_part_of_a_places_name() {
        let york = ("York, North Yorkshire", Some("GB"), false);
        check(&format!(r#""jobLocation": {YORK}"#), &[york]);
        let name = r#"{ "address": { "addressLocality": "York", "addressCountry": { "name": "England" } } }"#;
        check(
            &format!(r#""jobLocation": [{YORK}, {name}]"#),
            &[york, ("York, England", None, false)],
        );
        let whole =
            r#""jobLocation": { "name": "United States", "address": { "addressCountry": "US" } }"#;
        check(whole, &[("United States", Some("US"), false)]);
        check(
            r#""jobLocation": { "address": { "addressCountry": "US" } }"#,
            &[("US", Some("US"), false)],
        );
    }

    #[test]
    fn remote_are_the_places_where_applicants_may_live() {
        let from_home = r#""jobLocationType": "TELECOMMUTE""#;
        let ireland =
            r#""applicantLocationRequirements": { "@type": "Country", "name": "Ireland" }"#;
        let york = ("York, North Yorkshire", Some("GB"), false);
        check(
            &format!(r#"{from_home}, {ireland}, "jobLocation": {YORK}"#),
            &[york, ("Ireland", None, true)],
        );
        check(
            &format!(r#"{from_home}, "jobLocation": {YORK}"#),
            &[("York, North Yorkshire", Some("GB"), true)],
        );
        check(
            &format!("{from_home}, {ireland}"),
            &[("Ireland", None, true)],
        );
        check(from_home, &[("Remote", None, true)]);
    }
}
