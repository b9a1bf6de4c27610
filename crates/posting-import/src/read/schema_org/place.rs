//! Where the work is done (schema.org/jobLocation), and where those live who do
//! it from home (schema.org/applicantLocationRequirements).

use posting::document::Location;
use serde_json::Value;

use super::super::json::{Object, location, plain};

/// The places, those to go to first.
///
/// Both kinds may stand side by side: then what `jobLocation` names is no place to work from home.
/// Alone, with `jobLocationType` saying that the work is remote, it tells where applicants live.
pub(super) fn locations(object: &Object<'_>) -> Vec<Location> {
    let is_remote = |kind: &str| kind.eq_ignore_ascii_case("TELECOMMUTE");
    let remote = match object.at("jobLocationType") {
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_remote),
        _ => object.text("jobLocationType").is_some_and(is_remote),
    };
    let read = |key: &str, remote: Option<bool>| -> Vec<Location> {
        let places = one_or_all(object, key);
        let places = places.iter().filter_map(|place| address(place, remote));
        places.collect()
    };
    if !remote {
        return read("jobLocation", None);
    }
    let homes = read("applicantLocationRequirements", Some(true));
    let mut places = read("jobLocation", Some(homes.is_empty()));
    places.extend(homes);
    if places.is_empty() {
        places.extend(location("Remote", None, Some(true)));
    }
    places
}

/// The items of a list, or the one value that stands for it.
fn one_or_all<'a>(object: &Object<'a>, key: &str) -> Vec<Object<'a>> {
    let all = object.list(key);
    if all.is_empty() {
        return object.inner(key).into_iter().collect();
    }
    all
}

/// A place, whose country has a field of its own if it is stated as a code. A country's name has
/// not, so that it stays with the place's.
fn address(place: &Object<'_>, remote: Option<bool>) -> Option<Location> {
    if let Some(name) = place.value.as_str().or_else(|| place.text("address")) {
        return location(name, None, remote);
    }
    let country = ["address/addressCountry", "address/addressCountry/name"]
        .iter()
        .find_map(|path| place.text(path))
        .map(plain);
    let parts = ["address/addressLocality", "address/addressRegion"];
    let mut parts: Vec<String> = parts
        .iter()
        .filter_map(|path| place.text(path))
        .map(plain)
        .collect();
    if parts.is_empty() {
        parts.extend(place.text("name").map(plain));
    }
    let is_code = country.as_deref().is_some_and(is_country_code);
    if parts.is_empty() || !is_code {
        parts.extend(country.clone());
    }
    location(&parts.join(", "), country.as_deref(), remote)
}

/// Whether a text has the form of a country code (ISO 3166-1 alpha-2).
fn is_country_code(text: &str) -> bool {
    let text = text.trim();
    text.len() == 2 && text.chars().all(|letter| letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Format;
    use crate::read::json::Json;

    #[track_caller]
    fn check(members: &str, expected: &[(&str, Option<&str>, bool)]) {
        let json = Json::parse(&format!("{{{members}}}"), Format::SchemaOrg).unwrap();
        let found = locations(&json.object(&json.value));
        let found: Vec<_> = found
            .iter()
            .map(|place| (place.name.as_str(), place.country.as_deref(), place.remote))
            .collect();
        assert_eq!(found, expected);
    }

    const YORK: &str = r#""jobLocation": {"name": "Our garden", "address": {
        "addressLocality": "York", "addressRegion": "Yorkshire", "addressCountry": "gb"}}"#;

    #[test]
    fn countries_have_a_field_of_their_own() {
        check(YORK, &[("York, Yorkshire", Some("GB"), false)]);
        let named = r#""jobLocation": [{"address": {"addressLocality": "Bonn",
            "addressCountry": {"@type": "Country", "name": "Germany"}}}, {"address": "Graz"}]"#;
        check(
            named,
            &[("Bonn, Germany", None, false), ("Graz", None, false)],
        );
        let alone = r#""jobLocation": {"address": {"addressCountry": "AT"}}"#;
        check(alone, &[("AT", Some("AT"), false)]);
    }

    #[test]
    fn only_homes_are_remote() {
        let remote = r#""jobLocationType": "TELECOMMUTE""#;
        check(remote, &[("Remote", None, true)]);
        check(
            &format!("{remote}, {YORK}"),
            &[("York, Yorkshire", Some("GB"), true)],
        );
        let homes = r#""applicantLocationRequirements": [
            {"name": "Ireland", "address": {"addressCountry": "IE"}}, {"name": "USA"}]"#;
        check(
            &format!("{remote}, {YORK}, {homes}"),
            &[
                ("York, Yorkshire", Some("GB"), false),
                ("Ireland", Some("IE"), true),
                ("USA", None, true),
            ],
        );
        check(
            &format!("{YORK}, {homes}"),
            &[("York, Yorkshire", Some("GB"), false)],
        );
        check(
            r#""jobLocation": "Remote, Wales""#,
            &[("Remote, Wales", None, true)],
        );
    }
}
