//! English formatting without a browser, in the form that `Intl` gives for `en-GB`.

use posting::date::{CivilDate, Weekday, YearMonth};
use posting::typed_date::DateOrder;

use crate::locale::pattern::Plurals;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// English rules.
pub struct Intl;

impl Intl {
    /// English, whatever the tag says.
    pub fn new(_tag: &str) -> Self {
        Self
    }

    /// Any tag will do.
    pub fn accepts(_tag: &str) -> bool {
        true
    }

    /// "18 May 2026"
    pub fn date(&self, date: CivilDate) -> String {
        format!("{} {} {}", date.day(), month(date), date.year())
    }

    /// "Monday 18 May 2026"
    pub fn weekday_date(&self, date: CivilDate) -> String {
        format!("{} {}", weekday(date), self.date(date))
    }

    /// "18 May"
    pub fn day_month(&self, date: CivilDate) -> String {
        format!("{} {}", date.day(), month(date))
    }

    /// "18 May – 7 August 2026"
    pub fn range(&self, first: CivilDate, last: CivilDate) -> String {
        if first.year() == last.year() {
            format!("{} – {}", self.day_month(first), self.date(last))
        } else {
            format!("{} – {}", self.date(first), self.date(last))
        }
    }

    /// "Mon 18 May – Fri 7 Aug" where the year is known from elsewhere
    pub fn short_range(&self, first: CivilDate, last: CivilDate) -> String {
        format!("{} – {}", short(first), short(last))
    }

    /// "Mon 18 May"
    pub fn short_date(&self, date: CivilDate) -> String {
        short(date)
    }

    /// "December 2026"
    pub fn month_year(&self, month_year: YearMonth) -> String {
        let first = month_year.first_day();
        format!("{} {}", month(first), first.year())
    }

    /// "May"
    pub fn short_month(&self, date: CivilDate) -> String {
        month(date).chars().take(3).collect()
    }

    /// "14:03", in UTC.
    pub fn time(&self, milliseconds: f64) -> String {
        let minutes = (milliseconds / 60_000.0) as i64;
        format!(
            "{:02}:{:02}",
            minutes.div_euclid(60).rem_euclid(24),
            minutes.rem_euclid(60)
        )
    }

    /// "a, b and c"
    pub fn list(&self, items: &[String]) -> String {
        joined(items, "and")
    }

    /// "a, b or c"
    pub fn either(&self, items: &[String]) -> String {
        joined(items, "or")
    }

    /// Day, month, year.
    pub fn date_order(&self) -> DateOrder {
        DateOrder::DayMonthYear
    }

    /// English names are always known to the reader of dates.
    pub fn month_names(&self) -> [Vec<String>; 12] {
        Default::default()
    }
}

impl Plurals for Intl {
    fn number(&self, count: u32) -> String {
        count.to_string()
    }

    fn category(&self, count: u32) -> String {
        if count == 1 { "one" } else { "other" }.to_owned()
    }
}

fn joined(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

fn month(date: CivilDate) -> &'static str {
    MONTHS
        .get(usize::from(date.month()) - 1)
        .copied()
        .unwrap_or_default()
}

fn weekday(date: CivilDate) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn short(date: CivilDate) -> String {
    let (weekday, month) = (weekday(date), month(date));
    let cut = |name: &str| name.chars().take(3).collect::<String>();
    format!("{} {} {}", cut(weekday), date.day(), cut(month))
}
