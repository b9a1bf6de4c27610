//! The properties of a `JobPosting` (schema.org/JobPosting) as facts and parts.

use serde_json::Value;

use super::super::json::Object;
use super::super::{header, pay};
use super::{place, twice};
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
        let description = std::mem::take(&mut source.blocks);
        for (key, heading, role) in PARTS {
            part(object, &mut source, key, heading, role)?;
        }
        let properties = std::mem::take(&mut source.blocks);
        source.blocks = twice::once(description, properties);
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
    source.locations = place::locations(object);
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
