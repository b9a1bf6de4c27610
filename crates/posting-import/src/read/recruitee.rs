//! Recruitee's offers: description and requirements apart.

use serde_json::Value;

use super::json::{Json, Object, found, location};
use super::{header, pay, place_name};
use crate::error::ImportError;
use crate::format::Format;
use crate::recognize::Role;
use crate::source::Source;

const FORMAT: Format = Format::Recruitee;

/// Reads an offer, or a list of them.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let json = Json::parse(text, FORMAT)?;
    let is_offer = |value: &Value| {
        let keys = ["careers_url", "description", "careers_apply_url", "slug"];
        value.get("title").is_some_and(Value::is_string)
            && keys.iter().any(|key| value.get(key).is_some())
    };
    let offers = json.postings(is_offer);
    found(offers.iter().map(offer).collect::<Result<_, _>>()?, FORMAT)
}

fn offer(offer: &Object<'_>) -> Result<Source, ImportError> {
    let mut source = Source {
        title: offer.stated(&["title"]),
        organization: offer.stated(&["company_name"]),
        team: offer.stated(&["department"]),
        employment: offer
            .text("employment_type_code")
            .and_then(header::employment_of),
        posted: offer.day(&["published_at", "created_at"]),
        valid_through: offer.day(&["close_at"]),
        apply_url: offer.stated(&["careers_apply_url", "careers_url"]),
        own_id: offer.word("id"),
        ..Source::default()
    };
    places(offer, &mut source);
    offer.add_part(&mut source, None, "description")?;
    offer.add_part(
        &mut source,
        Some(("Requirements", Some(Role::Minimum))),
        "requirements",
    )?;
    let amount = |key: &str| offer.word(key).and_then(|word| word.parse().ok());
    pay::add(
        &mut source,
        amount("salary/min"),
        amount("salary/max"),
        offer.text("salary/currency"),
        offer
            .text("salary/period")
            .map(|period| format!("per {period}"))
            .as_deref(),
        "",
    );
    place_name(&mut source);
    Ok(source)
}

fn places(offer: &Object<'_>, source: &mut Source) {
    let remote = offer.is("remote");
    let mut places = offer.list("locations");
    if places.is_empty() {
        places.push(*offer);
    }
    for place in places {
        let keys = ["city", "state", "state_name", "country"];
        let parts = keys
            .iter()
            .filter_map(|key| place.text(key))
            .collect::<Vec<_>>();
        let code = place.text("country_code");
        source
            .locations
            .extend(location(&parts.join(", "), code, Some(remote)));
    }
    if source.locations.is_empty() {
        let name = offer
            .text("location")
            .unwrap_or(if remote { "Remote" } else { "" });
        source
            .locations
            .extend(location(name, offer.text("country_code"), Some(remote)));
    }
}
