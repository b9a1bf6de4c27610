//! What search engines ask for and only the author can add.

use posting::posting::Posting;

/// Whether a place without a country keeps the posting out of search engines' lists.
pub fn lacks_country(posting: &Posting) -> bool {
    let places = posting.locations();
    places.is_empty() || places.iter().any(|place| place.country.is_none())
}

/// Says what a posting lacks.
pub fn warn(posting: &Posting) {
    if posting.date_posted().is_none() {
        eprintln!(
            "note: datePosted is missing, so structured data names the day of rendering; state it, \
             or every new rendering changes it"
        );
    }
    if lacks_country(posting) {
        eprintln!(
            "note: search engines list only postings whose locations state a country; add \
             locations[].country"
        );
    }
}

/// Says how many postings of a site lack something, which costs them a new page every day or their
/// place in search engines.
pub fn warn_of_many(undated: u32, without_country: u32) {
    if undated > 0 {
        eprintln!(
            "note: {undated} without datePosted; their structured data names the day of rendering, \
             so they are rendered anew each day"
        );
    }
    if without_country > 0 {
        eprintln!(
            "note: {without_country} without a country in every location; search engines don't \
             list them, add locations[].country"
        );
    }
}
