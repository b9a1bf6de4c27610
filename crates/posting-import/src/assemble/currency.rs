//! Signs that several currencies share: "$25 an hour" in Toronto is no pay in the dollars of the United States.

use posting::document::Location;

use crate::read::country_of;
use crate::source::Fact;

/// A currency that a sign alone is taken for, the ways to write it that no other currency shares, and the countries whose
/// own money has the same sign.
struct Shared {
    currency: &'static str,
    certain: &'static [&'static str],
    elsewhere: &'static [&'static str],
}

const SHARED: [Shared; 2] = [
    Shared {
        currency: r#""currency":"USD""#,
        certain: &["USD", "US$", "US $", "U.S.", "US DOLLAR"],
        elsewhere: &["AU", "CA", "HK", "MX", "NZ", "SG", "TW"],
    },
    Shared {
        currency: r#""currency":"JPY""#,
        certain: &["JPY", "YEN"],
        elsewhere: &["CN"],
    },
];

/// Marks pay for review whose currency was told from a sign that means another one where the work is.
pub(super) fn doubt(facts: &mut [Fact], places: &[Location]) {
    let countries: Vec<&str> = places.iter().filter_map(country_of).collect();
    for fact in facts.iter_mut().filter(|fact| fact.field == "pay") {
        let words = fact.words.to_uppercase();
        let is_shared = SHARED.iter().any(|shared| {
            fact.value.contains(shared.currency)
                && !shared.certain.iter().any(|name| words.contains(name))
                && countries
                    .iter()
                    .any(|country| shared.elsewhere.contains(country))
        });
        fact.review |= is_shared;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, place: &str, is_doubted: bool) {
        let currency = if words.contains('¥') { "JPY" } else { "USD" };
        let mut facts = [Fact {
            field: "pay",
            value: format!(r#"{{"currency":"{currency}","min":25,"max":25,"unit":"HOUR"}}"#),
            words: words.to_owned(),
            line: 1,
            review: false,
        }];
        doubt(&mut facts, &crate::read::places_of(place));
        let review: Vec<bool> = facts.iter().map(|fact| fact.review).collect();
        assert_eq!(review, [is_doubted], "{words} in {place}");
    }

    #[test]
    fn a_sign_is_doubted_where_it_means_another_currency() {
        for place in [
            "Toronto, ON",
            "Toronto, Ontario, Canada",
            "Remote (Canada)",
            "Sydney, NSW",
            "Vancouver, British Columbia",
            "Melbourne",
            "Austin, TX; Vancouver, BC",
        ] {
            check("Pay: $25/hr", place, true);
            check("25 dollars an hour", place, true);
            check("Pay: $25/hr USD", place, false);
            check("US$25 an hour", place, false);
        }
        for place in ["Austin, TX", "Remote (US)", "Berlin", ""] {
            check("Pay: $25/hr", place, false);
        }
        check("¥2500 an hour", "Tokyo, Japan", false);
    }

    #[test]
    fn no_country_doubts_what_is_not_told_there() {
        for (country, is_doubted) in [("CN", true), ("JP", false)] {
            let mut facts = [Fact {
                field: "pay",
                value: r#"{"currency":"JPY","min":2500,"max":2500,"unit":"HOUR"}"#.to_owned(),
                words: "¥2500 an hour".to_owned(),
                line: 1,
                review: false,
            }];
            let place = Location {
                name: "By the sea".to_owned(),
                country: Some(country.to_owned()),
                remote: false,
            };
            doubt(&mut facts, &[place]);
            assert!(
                facts.iter().all(|fact| fact.review == is_doubted),
                "{country}"
            );
        }
    }
}
