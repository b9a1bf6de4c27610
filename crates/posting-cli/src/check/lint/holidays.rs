//! Holidays on which hardly anybody starts a job. A small table on purpose: a complete one would
//! differ by state and year, and nobody would trust what it says.

use posting::date::{CivilDate, Weekday};

/// Countries where 1 May is a public holiday.
const LABOUR_DAY: [&str; 34] = [
    "AT", "BE", "BG", "BR", "CN", "CZ", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IT", "LT",
    "LU", "LV", "MT", "MX", "MY", "NO", "PH", "PL", "PT", "RO", "SE", "SG", "SI", "SK", "TH", "TR",
    "VN", "ZA",
];

/// When a holiday is.
enum Rule {
    /// The same day of each year.
    Day(u8, u8),
    /// The weekday of a month, counted from 1; 0 is the last.
    Nth(u8, Weekday, u8),
}

/// The federal holidays of the United States that are kept nearly everywhere (5 U.S.C. 6103).
const UNITED_STATES: [(Rule, &str); 5] = [
    (Rule::Nth(0, Weekday::Monday, 5), "Memorial Day"),
    (Rule::Day(19, 6), "Juneteenth"),
    (Rule::Day(4, 7), "Independence Day"),
    (Rule::Nth(1, Weekday::Monday, 9), "Labor Day"),
    (Rule::Nth(4, Weekday::Thursday, 11), "Thanksgiving Day"),
];

const EVERYWHERE: [(Rule, &str); 2] = [
    (Rule::Day(1, 1), "New Year’s Day"),
    (Rule::Day(25, 12), "Christmas Day"),
];

/// The holiday that a day is in one of the countries, such as "Memorial Day (US)".
pub fn holiday(day: CivilDate, countries: &[&str]) -> Option<String> {
    let named = |table: &[(Rule, &'static str)]| {
        let mut table = table.iter();
        table
            .find(|(rule, _)| rule.holds(day))
            .map(|(_, name)| *name)
    };
    if let Some(name) = named(&EVERYWHERE) {
        return Some(name.to_owned());
    }
    countries.iter().find_map(|country| {
        let name = match *country {
            "US" => named(&UNITED_STATES),
            _ if Rule::Day(26, 12).holds(day) => Some("the day after Christmas"),
            other if LABOUR_DAY.contains(&other) && Rule::Day(1, 5).holds(day) => {
                Some("Labour Day")
            }
            _ => None,
        };
        name.map(|name| format!("{name} ({country})"))
    })
}

impl Rule {
    fn holds(&self, day: CivilDate) -> bool {
        match *self {
            Self::Day(number, month) => (day.day(), day.month()) == (number, month),
            Self::Nth(_, weekday, month) if (day.weekday(), day.month()) != (weekday, month) => {
                false
            }
            Self::Nth(0, ..) => day.plus_days(7).month() != day.month(),
            Self::Nth(count, ..) => (day.day() - 1) / 7 + 1 == count,
        }
    }
}
