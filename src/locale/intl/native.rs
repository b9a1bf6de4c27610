//! English formatting without a browser, letter for letter as `Intl` gives it for `en-GB` or
//! `en-US`, so that markup written ahead doesn't change when the browser formats it again.

mod currency;

use posting::date::{CivilDate, Weekday, YearMonth};
use posting::typed_date::{DateLanguage, DateOrder};

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

/// Regions that write the month before the day. A tag without a region is taken for American, as
/// Unicode's likely subtags do (UTS #35, part 1, section 4.3).
const MONTH_FIRST: [&str; 3] = ["US", "PH", "PR"];

/// The dash of a range. Unicode's locale data has thin spaces around it, for which browsers put
/// plain ones.
const DASH: &str = " – ";

/// English rules.
pub struct Intl {
    order: DateOrder,
    /// Whether it is the United States' English.
    is_american: bool,
}

impl Intl {
    /// English, whatever the language of the tag; its region decides where the month stands.
    pub fn new(tag: &str) -> Self {
        let region = tag.split('-').skip(1).find(|part| part.len() == 2);
        let is_month_first =
            region.is_none_or(|region| MONTH_FIRST.contains(&region.to_uppercase().as_str()));
        Self {
            is_american: region.is_none_or(|region| region.eq_ignore_ascii_case("US")),
            order: if is_month_first {
                DateOrder::MonthDayYear
            } else {
                DateOrder::DayMonthYear
            },
        }
    }

    /// As [`Self::new`]: there are English words only.
    pub fn between(tag: &str, _words: &str) -> Self {
        Self::new(tag)
    }

    /// Any tag will do.
    pub fn accepts(_tag: &str) -> bool {
        true
    }

    /// "18 May 2026" or "May 18, 2026"
    pub fn date(&self, date: CivilDate) -> String {
        let (day, month, year) = (date.day(), month(date), date.year());
        match self.is_month_first() {
            true => format!("{month} {day}, {year}"),
            false => format!("{day} {month} {year}"),
        }
    }

    /// "Monday, 18 May 2026" or "Monday, May 18, 2026"
    pub fn weekday_date(&self, date: CivilDate) -> String {
        format!("{}, {}", weekday(date), self.date(date))
    }

    /// "18 May" or "May 18"
    pub fn day_month(&self, date: CivilDate) -> String {
        let (day, month) = (date.day(), month(date));
        match self.is_month_first() {
            true => format!("{month} {day}"),
            false => format!("{day} {month}"),
        }
    }

    /// "18 May – 7 August 2026" or "May 18 – August 7, 2026"; what both days share stands once.
    pub fn range(&self, first: CivilDate, last: CivilDate) -> String {
        let shares_year = first.year() == last.year();
        if first == last {
            self.date(first)
        } else if shares_year && first.month() == last.month() {
            let (day, year) = (last.day(), last.year());
            match self.is_month_first() {
                true => format!("{}{DASH}{day}, {year}", self.day_month(first)),
                false => format!("{}{DASH}{}", first.day(), self.date(last)),
            }
        } else if shares_year {
            format!("{}{DASH}{}", self.day_month(first), self.date(last))
        } else {
            format!("{}{DASH}{}", self.date(first), self.date(last))
        }
    }

    /// "Mon 18 May – Fri 7 Aug", or with years where they are not the same
    pub fn short_range(&self, first: CivilDate, last: CivilDate) -> String {
        if first.year() != last.year() {
            return self.short_range_in_year(first, last);
        }
        format!("{}{DASH}{}", self.short_date(first), self.short_date(last))
    }

    /// "Mon 18 May" or "Mon, May 18"
    pub fn short_date(&self, date: CivilDate) -> String {
        let words = self.short_day_month(date);
        match self.is_month_first() {
            true => with_weekday(date, &words),
            false => format!("{} {words}", start(weekday(date))),
        }
    }

    /// "Mon, 18 May – Fri, 7 Aug 2026"; the year stands once if it is the same.
    pub fn short_range_in_year(&self, first: CivilDate, last: CivilDate) -> String {
        let end = self.short_date_in_year(last);
        let start = match first.year() == last.year() {
            // A comma follows the weekday, in Britain too where there is a year.
            true => with_weekday(first, &self.short_day_month(first)),
            false => self.short_date_in_year(first),
        };
        format!("{start}{DASH}{end}")
    }

    /// "Mon, 18 May 2026" or "Mon, May 18, 2026"
    pub fn short_date_in_year(&self, date: CivilDate) -> String {
        let (day_month, year) = (self.short_day_month(date), date.year());
        let date_in_year = match self.is_month_first() {
            true => format!("{day_month}, {year}"),
            false => format!("{day_month} {year}"),
        };
        with_weekday(date, &date_in_year)
    }

    fn short_day_month(&self, date: CivilDate) -> String {
        let (day, month) = (date.day(), self.month_start(date));
        match self.is_month_first() {
            true => format!("{month} {day}"),
            false => format!("{day} {month}"),
        }
    }

    /// "May 2026"
    pub fn short_month_in_year(&self, date: CivilDate) -> String {
        format!("{} {}", self.month_start(date), date.year())
    }

    /// "December 2026"
    pub fn month_year(&self, month_year: YearMonth) -> String {
        let first = month_year.first_day();
        format!("{} {}", month(first), first.year())
    }

    /// "May"; September has four letters in Britain.
    pub fn short_month(&self, date: CivilDate) -> String {
        self.month_start(date).to_owned()
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

    /// "$50,000" or "US$50,000" for a decimal and a currency's code
    pub fn money(&self, decimal: &str, currency: &str) -> String {
        let symbol = currency::symbol(currency, self.is_american);
        format!("{symbol}{}", currency::grouped(decimal))
    }

    /// The time alone: natively nothing is stored, so there is no moment to tell.
    pub fn moment(&self, milliseconds: f64) -> String {
        self.time(milliseconds)
    }

    /// "a, b and c"; three or more have a comma before the "and" in America.
    pub fn list(&self, items: &[String]) -> String {
        self.joined(items, "and")
    }

    /// "a, b or c"
    pub fn either(&self, items: &[String]) -> String {
        self.joined(items, "or")
    }

    /// English names are always known to the reader of dates.
    pub fn date_language(&self) -> DateLanguage {
        DateLanguage::english(self.order)
    }

    /// The order in which the language writes the numbers of a date.
    pub fn date_order(&self) -> DateOrder {
        self.order
    }

    fn joined(&self, items: &[String], word: &str) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first, second] => format!("{first} {word} {second}"),
            [first @ .., last] => {
                let comma = if self.is_month_first() { "," } else { "" };
                format!("{}{comma} {word} {last}", first.join(", "))
            }
        }
    }

    fn month_start(&self, date: CivilDate) -> &'static str {
        match (self.order, date.month()) {
            (DateOrder::DayMonthYear, 9) => "Sept",
            _ => start(month(date)),
        }
    }

    fn is_month_first(&self) -> bool {
        self.order == DateOrder::MonthDayYear
    }
}

impl Plurals for Intl {
    fn number(&self, count: u32) -> String {
        match (count / 1000, count % 1000) {
            (0, rest) => rest.to_string(),
            (thousands, rest) => format!("{},{rest:03}", self.number(thousands)),
        }
    }

    fn category(&self, count: u32) -> String {
        if count == 1 { "one" } else { "other" }.to_owned()
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

/// "Mon, " and the words for its day
fn with_weekday(date: CivilDate, words: &str) -> String {
    format!("{}, {words}", start(weekday(date)))
}

/// The first three letters of a name.
fn start(name: &'static str) -> &'static str {
    name.get(..3).unwrap_or(name)
}

#[cfg(test)]
mod tests;
