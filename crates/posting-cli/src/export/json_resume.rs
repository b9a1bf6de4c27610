//! JSON Resume's job description schema (<https://jsonresume.org/job-description-schema>), which
//! has one place, one list of qualifications, and texts without links.

use posting::posting::{Location, Posting};
use posting::rich_text::RichText;
use serde_json::{Map, Value, json};

use super::glance::{employment, pay_in_words};
use super::outline::{Body, Piece, about, preferred, rest, words};
use super::text::{line, parts};

/// The posting as a JSON document.
pub fn write(posting: &Posting) -> String {
    let mut document = Map::new();
    let mut state = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            document.insert(key.to_owned(), value);
        }
    };
    state("title", Some(json!(posting.title())));
    state("company", Some(json!(posting.organization().name)));
    state(
        "type",
        posting
            .employment_type()
            .map(|kind| json!(employment(kind))),
    );
    state(
        "date",
        posting.date_posted().map(|day| json!(day.to_string())),
    );
    state("description", description(posting));
    state("location", posting.locations().first().map(location));
    state("remote", remote(posting.locations()));
    state("salary", posting.pay().map(|pay| json!(pay_in_words(pay))));
    state(
        "responsibilities",
        list(&mut posting.responsibilities().iter()),
    );
    let minimum = posting.minimum_qualifications().iter();
    state("qualifications", list(&mut minimum.map(|item| &item.text)));
    format!("{:#}\n", Value::Object(document))
}

/// What has no field of its own, as plain text.
fn description(posting: &Posting) -> Option<Value> {
    let mut outline = vec![about(posting), preferred(posting)];
    outline.extend(rest(posting));
    let more = posting.locations().get(1..).unwrap_or_default();
    let more: Vec<_> = more.iter().map(|place| place.name.as_str()).collect();
    if let (false, Some(facts)) = (more.is_empty(), outline.last_mut()) {
        let fact = format!("More places: {}.", more.join("; "));
        facts.body.push(Body::List(vec![vec![Piece::plain(&fact)]]));
    }
    outline.retain(|part| !part.body.is_empty());
    let text = parts(&outline);
    (!text.is_empty()).then(|| json!(text.trim()))
}

fn location(place: &Location) -> Value {
    let mut value = json!({ "city": place.name });
    if let (Some(country), Some(members)) = (&place.country, value.as_object_mut()) {
        members.insert("countryCode".to_owned(), json!(country));
    }
    value
}

/// The level of remote work where all places agree on it.
fn remote(places: &[Location]) -> Option<Value> {
    let first = places.first()?.remote;
    let agree = places.iter().all(|place| place.remote == first);
    agree.then(|| json!(if first { "Full" } else { "None" }))
}

fn list(items: &mut dyn Iterator<Item = &RichText>) -> Option<Value> {
    let items: Vec<String> = items.map(|item| line(&words(item))).collect();
    (!items.is_empty()).then(|| json!(items))
}
