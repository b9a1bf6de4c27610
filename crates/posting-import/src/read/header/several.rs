//! Several places in one line.

use posting::document::Location;

use super::{country, is_term, place};
use crate::source::Source;

/// A place of several has no more words than this.
const MOST_WORDS: usize = 5;

/// Small words within the names of places.
const SMALL: [&str; 16] = [
    "of", "the", "de", "la", "le", "les", "del", "am", "an", "der", "in", "on", "upon", "sur",
    "do", "da",
];

/// Takes the places of a line for those of the posting. Words between them are kept, and what may be several is marked
/// for review.
pub(crate) fn take_places(text: &str, source: &mut Source) {
    source.locations = places_of(text);
    source.are_places_guessed |= source.locations.iter().any(may_be_several);
    let signs = parts(text).filter_map(|part| divided(part).1);
    let words = signs.map(str::trim).filter(|sign| *sign != "/");
    source.labels.extend(words.map(str::to_owned));
}

/// Places in one line, divided by "|" or ";", or by what else stands between names of places.
pub(crate) fn places_of(text: &str) -> Vec<Location> {
    let places = parts(text).flat_map(|part| divided(part).0);
    places.map(place).collect()
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '|'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Whether a name that stands for one place may be that of several: "London, Dublin or Berlin".
fn may_be_several(place: &Location) -> bool {
    let signs = ["/", " or ", " oder "];
    place.country.is_none() && signs.iter().any(|sign| place.name.contains(sign))
}

/// "London, UK / Dublin, Ireland" and "Boston, MA or Remote" as the two that they are, and what stands between them.
fn divided(text: &str) -> (Vec<&str>, Option<&'static str>) {
    let by = |signs: &[&'static str], is_certain: bool| {
        let sign = *signs.iter().find(|sign| text.contains(**sign))?;
        let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
        are_places(&parts, is_certain).then_some((parts, Some(sign)))
    };
    by(&[" / "], false)
        .or_else(|| by(&[" or ", " oder "], false))
        .or_else(|| by(&[" and ", " & ", " und "], true))
        .unwrap_or_else(|| (vec![text], None))
}

/// Words that stand between places in a header and are none.
const NO_PLACES: [&str; 5] = [
    "see above",
    "flexible",
    "multiple locations",
    "various",
    "tbd",
];

/// Whether a part of a header is none of its places, but a time, pay, or what a board says of a posting.
pub(super) fn is_no_place(part: &str) -> bool {
    let small = part.to_lowercase();
    let seasons = ["spring", "summer", "fall", "autumn", "winter"];
    let units = [
        "week",
        "month",
        "hour",
        "applicant",
        "days ago",
        "monat",
        "woche",
    ];
    let has_year = small.split(' ').any(|word| {
        // "Summer 2027", "June 2027".
        word.len() == 4 && word.starts_with("20") && word.parse::<u32>().is_ok()
    });
    let has_unit = || {
        small.contains(|letter: char| letter.is_ascii_digit())
            && units.iter().any(|unit| small.contains(unit))
    };
    has_year
        || small.contains(['$', '€', '£', '¥'])
        || small.starts_with("posted ")
        || seasons
            .iter()
            .any(|season| small.split([' ', ',']).any(|word| word == *season))
        || NO_PLACES.contains(&small.as_str())
        || has_unit()
}

/// Whether each part is a place of its own. Where the sign between them stands within the names of places, too, each
/// has to be in a region or country of its own.
fn are_places(parts: &[&str], needs_comma: bool) -> bool {
    let is_remote = |part: &&&str| part.eq_ignore_ascii_case("remote");
    let has_remote = parts.iter().any(|part| is_remote(&part));
    let mut named = parts.iter().filter(|part| !is_remote(part)).peekable();
    let has_comma = named.peek().is_some_and(|first| first.contains(", "));
    named.all(|part| {
        let is_alike = part.contains(", ") == has_comma && (has_comma || !needs_comma);
        // "Remote / Canada" is remote in Canada.
        let is_of_remote = has_remote && country::named(part).is_some();
        is_alike && !is_of_remote && is_name(part)
    })
}

/// Whether words may be the name of a single place where people work.
fn is_name(words: &str) -> bool {
    let mut each = words.split(' ');
    words.split(' ').count() <= MOST_WORDS
        && each.all(|word| word.starts_with(char::is_uppercase) || SMALL.contains(&word))
        && words.starts_with(char::is_uppercase)
        && !words.contains(['(', ')', ':'])
        && !place(words).remote
        && !is_term(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let places = places_of(text);
        let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn places_are_divided_by_what_stands_between_names() {
        check("York; Leeds | Hull", &["York", "Leeds", "Hull"]);
        check("York, UK / Cork, Ireland", &["York, UK", "Cork, Ireland"]);
        check("York / Stow on the Wold", &["York", "Stow on the Wold"]);
        check("York, UK or Cork, Ireland", &["York, UK", "Cork, Ireland"]);
        check("York or Leeds; Hull", &["York", "Leeds", "Hull"]);
        check("York or Remote", &["York", "Remote"]);
        check("Köln oder Bonn", &["Köln", "Bonn"]);
        check("York, UK and Cork, Ireland", &["York, UK", "Cork, Ireland"]);
    }

    #[test]
    fn names_of_one_place_stay_whole() {
        for whole in [
            "Tyne and Wear",
            "Port of Spain, Trinidad and Tobago",
            "Remote / Canada",
            "Remote (US or Canada)",
            "Remote in Germany or France",
            "York / Hybrid",
            "York, Leeds or Hull",
            "York or from home",
            "North Yorkshire and around",
            "York/Leeds",
        ] {
            check(whole, &[whole]);
        }
    }

    #[test]
    fn what_may_be_several_places_is_known() {
        for several in ["York, Leeds or Hull", "York/Leeds", "Hybrid (York / Leeds)"] {
            assert!(places_of(several).iter().any(may_be_several), "{several}");
        }
        for clear in [
            "York",
            "York or Leeds",
            "York, UK / Cork, Ireland",
            "Remote / Canada",
        ] {
            assert!(!places_of(clear).iter().any(may_be_several), "{clear}");
        }
    }
}
