//! The day on which a season is over at the latest, from its words.

use posting::date::CivilDate;

/// Countries where summer is around New Year, and "Summer 2026" tells no last day.
const SOUTHERN: [&str; 14] = [
    "AO", "AR", "AU", "BO", "BR", "BW", "CL", "MZ", "NA", "NZ", "PE", "PY", "UY", "ZA",
];

/// Words of seasons with the month at whose end they are over. Generous: summer programmes run
/// until classes begin.
const SEASONS: [(&str, u8); 5] = [
    ("spring", 6),
    ("summer", 9),
    ("fall", 12),
    ("autumn", 12),
    ("winter", 3),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The last day of a season such as "Summer 2026", "Fall/Winter 2026/27" or "June to August 2026";
/// `None` where its English words don't tell. The latest of several counts.
pub fn last_day_of(season: &str, countries: &[&str]) -> Option<CivilDate> {
    let lower = season.to_lowercase();
    let words: Vec<&str> = lower
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let years = years(&words);
    let year = *years.iter().max()?;
    let is_southern = countries.iter().any(|country| SOUTHERN.contains(country));
    let end_of = |word: &&str| {
        if let Some(month) = MONTHS.iter().position(|name| name == word) {
            return end_of_month(year, u8::try_from(month).ok()? + 1);
        }
        let (name, month) = SEASONS.iter().find(|(name, _)| name == word)?;
        if is_southern {
            return Some(CivilDate::LAST);
        }
        // A winter with one year may be the one that begins in it.
        let next = *name == "winter" && years.len() == 1;
        end_of_month(year + i32::from(next), *month)
    };
    let named = words.iter().filter_map(end_of).max();
    named.or_else(|| end_of_month(year, 12))
}

/// The years that are named; "2026/27" are two.
fn years(words: &[&str]) -> Vec<i32> {
    let mut years: Vec<i32> = Vec::new();
    for word in words {
        let number = word.parse().ok();
        match (number, years.last()) {
            (Some(year @ 1900..=2199), _) => years.push(year),
            (Some(short), Some(last)) if word.len() == 2 && (last + 1) % 100 == short => {
                years.push(last + 1);
            }
            _ => {}
        }
    }
    years
}

fn end_of_month(year: i32, month: u8) -> Option<CivilDate> {
    let first = CivilDate::new(year, month, 1).ok()?;
    Some(first.plus_months(1).plus_days(-1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(season: &str, countries: &[&str], expected: &str) {
        let day = last_day_of(season, countries).map(|day| day.to_string());
        assert_eq!(day.unwrap_or_default(), expected);
    }

    #[test]
    fn seasons_end_when_the_next_one_has_begun() {
        check("Summer 2026", &["US"], "2026-09-30");
        check("Summer/Fall 2026", &[], "2026-12-31");
        check("spring 2027", &["GB"], "2027-06-30");
        check("Winter 2026", &[], "2027-03-31");
        check("Winter 2026/27", &[], "2027-03-31");
        check("Fall 2026 – Spring 2027", &[], "2027-12-31");
        check("June to August 2026", &["AU"], "2026-08-31");
        check("2026", &[], "2026-12-31");
    }

    #[test]
    fn what_is_not_understood_has_no_end() {
        check("Sommer", &[], "");
        check("Next summer", &[], "");
        check("Summer 2026", &["AU"], "2199-12-31");
    }
}
