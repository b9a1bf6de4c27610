//! Countries that places to work from are bound to: "Remote (US only)".

use posting::document::Location;

/// Names and short names by which postings call countries, each with its code of ISO 3166-1. Names that are
/// those of other places as well, such as Georgia, are left out.
const COUNTRIES: [(&str, &str); 42] = [
    ("us", "US"),
    ("usa", "US"),
    ("united states", "US"),
    ("united states of america", "US"),
    ("uk", "GB"),
    ("united kingdom", "GB"),
    ("canada", "CA"),
    ("ireland", "IE"),
    ("germany", "DE"),
    ("deutschland", "DE"),
    ("austria", "AT"),
    ("österreich", "AT"),
    ("switzerland", "CH"),
    ("schweiz", "CH"),
    ("france", "FR"),
    ("spain", "ES"),
    ("españa", "ES"),
    ("portugal", "PT"),
    ("italy", "IT"),
    ("italia", "IT"),
    ("netherlands", "NL"),
    ("belgium", "BE"),
    ("denmark", "DK"),
    ("sweden", "SE"),
    ("norway", "NO"),
    ("finland", "FI"),
    ("poland", "PL"),
    ("polska", "PL"),
    ("czech republic", "CZ"),
    ("hungary", "HU"),
    ("romania", "RO"),
    ("greece", "GR"),
    ("australia", "AU"),
    ("new zealand", "NZ"),
    ("india", "IN"),
    ("japan", "JP"),
    ("singapore", "SG"),
    ("brazil", "BR"),
    ("brasil", "BR"),
    ("mexico", "MX"),
    ("méxico", "MX"),
    ("south africa", "ZA"),
];

/// Words around the name of a country that say no more than that the work is remote.
const AROUND: [&str; 15] = [
    "remote",
    "fully",
    "100%",
    "work",
    "within",
    "in",
    "from",
    "anywhere",
    "the",
    "only",
    "based",
    "home",
    "home-based",
    "-",
    "–",
];

/// The code of the only country that a place to work from names, where it names nothing else.
pub(super) fn named(place: &str) -> Option<&'static str> {
    let small = place.to_lowercase().replace("u.s.", "us");
    let words = small.split(|sign: char| sign.is_whitespace() || ",():/".contains(sign));
    let words = words.filter(|word| !word.is_empty() && !AROUND.contains(word));
    let name = words.collect::<Vec<_>>().join(" ");
    let mut known = COUNTRIES.iter();
    known
        .find(|(country, _)| *country == name)
        .map(|(_, code)| *code)
}

/// What ends the name of a place in a country, where postings leave the country out: "Toronto, ON".
const REGIONS: [(&str, &str); 50] = [
    ("alberta", "CA"),
    ("british columbia", "CA"),
    ("manitoba", "CA"),
    ("new brunswick", "CA"),
    ("newfoundland", "CA"),
    ("nova scotia", "CA"),
    ("quebec", "CA"),
    ("québec", "CA"),
    ("saskatchewan", "CA"),
    ("toronto", "CA"),
    ("vancouver", "CA"),
    ("montreal", "CA"),
    ("montréal", "CA"),
    ("ottawa", "CA"),
    ("calgary", "CA"),
    ("edmonton", "CA"),
    ("winnipeg", "CA"),
    ("mississauga", "CA"),
    ("waterloo", "CA"),
    ("new south wales", "AU"),
    ("queensland", "AU"),
    ("tasmania", "AU"),
    ("victoria", "AU"),
    ("western australia", "AU"),
    ("south australia", "AU"),
    ("sydney", "AU"),
    ("melbourne", "AU"),
    ("brisbane", "AU"),
    ("perth", "AU"),
    ("adelaide", "AU"),
    ("canberra", "AU"),
    ("auckland", "NZ"),
    ("wellington", "NZ"),
    ("hong kong", "HK"),
    ("mexico city", "MX"),
    ("taipei", "TW"),
    ("ab", "CA"),
    ("bc", "CA"),
    ("mb", "CA"),
    ("nb", "CA"),
    ("ns", "CA"),
    ("on", "CA"),
    ("ontario", "CA"),
    ("qc", "CA"),
    ("sk", "CA"),
    ("act", "AU"),
    ("nsw", "AU"),
    ("qld", "AU"),
    ("tas", "AU"),
    ("vic", "AU"),
];

/// The country of a place, where it is stated or its name ends with it.
pub(crate) fn country_of(place: &Location) -> Option<&str> {
    let last = || {
        let last = place
            .name
            .rsplit([',', '('])
            .next()?
            .trim_matches([' ', ')']);
        let small = last.to_lowercase();
        let region = REGIONS.iter().find(|(region, _)| *region == small);
        region.map(|(_, country)| *country).or_else(|| named(last))
    };
    place.country.as_deref().or_else(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_country_is_named() {
        for (place, code) in [
            ("Remote (US only)", Some("US")),
            ("Remote - U.S.", Some("US")),
            ("Remote, United Kingdom", Some("GB")),
            ("Anywhere in Canada", Some("CA")),
            ("Remote", None),
            ("Remote (US or Canada)", None),
            ("York, United Kingdom (remote)", None),
            ("Remote, join us", None),
        ] {
            assert_eq!(named(place), code, "{place}");
        }
    }

    #[test]
    fn a_stated_country_counts_more_than_a_name() {
        let place = Location {
            name: "Georgetown, ON".to_owned(),
            country: Some("US".to_owned()),
            remote: false,
        };
        assert_eq!(country_of(&place), Some("US"));
    }
}
