//! Lever's postings: lists are items without a list around them, under titles
//! that may be empty.

use serde_json::Value;

use super::json::{Json, Object, found, location};
use super::{header, pay, place_name};
use crate::error::ImportError;
use crate::format::Format;
use crate::source::Source;

const FORMAT: Format = Format::Lever;

/// Reads a posting, or a list of them.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let json = Json::parse(text, FORMAT)?;
    let is_posting = |value: &Value| {
        let keys = [
            "hostedUrl",
            "lists",
            "categories",
            "description",
            "descriptionPlain",
        ];
        value.get("text").is_some_and(Value::is_string)
            && keys.iter().any(|key| value.get(key).is_some())
    };
    let postings = json.postings(is_posting);
    found(
        postings.iter().map(posting).collect::<Result<_, _>>()?,
        FORMAT,
    )
}

fn posting(posting: &Object<'_>) -> Result<Source, ImportError> {
    let mut source = Source {
        title: posting.stated(&["text"]),
        team: posting.stated(&["categories/team", "categories/department"]),
        employment: posting
            .text("categories/commitment")
            .and_then(header::employment_of),
        posted: posting.day(&["createdAt"]),
        apply_url: posting.stated(&["applyUrl", "hostedUrl"]),
        own_id: posting.word("id"),
        ..Source::default()
    };
    places(posting, &mut source);
    // The whole description is its opening and its body.
    if posting.text("description").is_some() {
        posting.add_part(&mut source, None, "description")?;
    } else if posting.text("opening").is_some() || posting.text("descriptionBody").is_some() {
        posting.add_part(&mut source, None, "opening")?;
        posting.add_part(&mut source, None, "descriptionBody")?;
    } else {
        posting.add_part(&mut source, None, "descriptionPlain")?;
    }
    for list in posting.list("lists") {
        list.add_titled_part(&mut source, "text", None, "content")?;
    }
    let salary = posting.inner("salaryRange");
    let amount = |key| {
        salary
            .and_then(|salary| salary.at(key))
            .and_then(Value::as_f64)
    };
    let word = |key| salary.and_then(|salary| salary.text(key));
    pay::add(
        &mut source,
        amount("min"),
        amount("max"),
        word("currency"),
        word("interval"),
        "",
    );
    if posting.text("salaryDescription").is_some() {
        posting.add_part(&mut source, None, "salaryDescription")?;
    } else {
        posting.add_part(&mut source, None, "salaryDescriptionPlain")?;
    }
    let before = source.blocks.len();
    if posting.text("additional").is_some() {
        posting.add_part(&mut source, None, "additional")?;
    } else {
        posting.add_part(&mut source, None, "additionalPlain")?;
    }
    super::apart(&mut source, before);
    place_name(&mut source);
    Ok(source)
}

fn places(posting: &Object<'_>, source: &mut Source) {
    let all = posting
        .at("categories/allLocations")
        .and_then(Value::as_array);
    let names: Vec<&str> = all
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let names = if names.is_empty() {
        posting.text("categories/location").into_iter().collect()
    } else {
        names
    };
    let remote = (posting.text("workplaceType") == Some("remote")).then_some(true);
    let country = posting.text("country").filter(|_| names.len() == 1);
    source.locations = names
        .iter()
        .filter_map(|name| location(name, country, remote))
        .collect();
}
