//! Dates in prose: "May 11th, 2026", "8 June", "September 2026", "10/31/26".

use std::sync::LazyLock;

use posting::date::CivilDate;
use regex::{Match, Regex};

const MONTHS: &str = "jan(?:uary|uari|uar|vier)?|feb(?:ruary|ruari|ruar)?|février|mar(?:ch)?|märz|mars|\
    maart|apr(?:il)?|avril|may|mai|mei|jun(?:e|i)?|juin|jul(?:y|i)?|juillet|aug(?:ust|usti|ustus)?|août|\
    sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre|embro)?|de[cz](?:ember|embro)?|décembre|enero|\
    febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|desember|marts|maj|gennaio|\
    febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|\
    setembro|outubro";

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    super::pattern(&format!(
        r"\b(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\s?\d{{1,2}}\.\s?20\d\d\b|\d{{1,2}}-(?:{MONTHS})-20\d\d\b|(?:{MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+(?:20|['’])\d\d\b)?|\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?:{MONTHS})\b\.?(?:,?\s+(?:del?\s+)?(?:20|['’])\d\d\b)?|(?:{MONTHS})\b\.?,?\s+(?:of\s+|de\s+)?20\d\d\b|\d{{1,2}}/\d{{1,2}}/(?:20)?\d\d\b)"
    ))
});

/// A month without a year before another one: "May or June 2026".
static MONTH_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    super::pattern(&format!(
        r"\b(?P<month>{MONTHS})\b\.?\s*(?:,|/|&|-|–|—|\bor\b|\band\b|\bto\b|\bthrough\b|\boder\b|\bund\b|\bbis\b|\bou\b|\bet\b)+\s*$"
    ))
});

/// Days that share the month before them: "May 11th, 18th and 26th", and without their endings only
/// before a year, "June 8–28, 2026".
static DAYS_BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let between = r"(?:\s*(?:,|;|/|&|-|–|—|\band\b|\bor\b|\bto\b))+\s*(?:the\s+)?";
    super::pattern(&format!(
        r"^(?:(?P<days>(?:{between}\d{{1,2}}(?:st|nd|rd|th)?\b)+),?\s+(?P<year>20\d\d)\b|(?P<ordinals>(?:{between}\d{{1,2}}(?:st|nd|rd|th)\b)+))"
    ))
});

/// Days that share the month behind them: "11, 18 and 26 May", "8–28 June".
static DAYS_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let between = r"(?:\s*(?:,|;|/|&|-|–|—|\band\b|\bor\b|\bto\b|\bund\b|\boder\b|\bbis\b|\bet\b|\bou\b|\bau\b|\by\b|\bal\b))+\s*(?:the\s+)?";
    super::pattern(&format!(
        r"(?:^|(?-i:[^\w,;/&.–—-]))\s*(?P<days>(?:\d{{1,2}}(?:st|nd|rd|th|\.)?{between})+)$"
    ))
});

/// Days in numbers that share the year behind them: "5/18, 6/1 or 6/15/2026", "7.6.–27.8.2026".
static NUMBERS_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    super::pattern(
        r"(?:^|(?-i:[^\w,;/&.-]))\s*(?P<days>(?:\d{1,2}(?:/\d{1,2}|\.\s?\d{1,2}\.)(?:\s*(?:,|;|&|-|–|\band\b|\bor\b|\bto\b|\bund\b|\boder\b|\bbis\b))+\s*)+)$",
    )
});

/// A date in prose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Found {
    pub year: Option<i32>,
    pub month: u8,
    pub day: Option<u8>,
    /// Where it begins and ends in the text, in bytes.
    pub place: (usize, usize),
    /// Whether it could mean another day.
    pub ambiguous: bool,
}

impl Found {
    /// The day, `YYYY-MM-DD`, where all of it is known and it exists.
    pub fn iso(&self) -> Option<String> {
        let date = CivilDate::new(self.year?, self.month, self.day?).ok()?;
        Some(date.to_string())
    }
}

/// The dates of a text in order. A year that is given once holds for the dates before it, too.
pub(super) fn dates(text: &str) -> Vec<Found> {
    let Some(pattern) = DATE.as_ref() else {
        return Vec::new();
    };
    let mut found: Vec<Found> = Vec::new();
    for date in pattern.find_iter(text).filter_map(read) {
        if date.day.is_none() {
            found.extend(months_before(text, date.place.0));
        }
        // "June 8th or 1st July": the second day has a month of its own.
        while found.last().is_some_and(|last| last.place.1 > date.place.0) {
            found.pop();
        }
        let end = found.last().map_or(0, |last| last.place.1);
        let days = days_before(text, date)
            .into_iter()
            .chain(numbers_before(text, date));
        found.extend(days.filter(|day| day.place.0 >= end));
        found.push(date);
        found.extend(days_behind(text, date));
    }
    let mut year = None;
    for date in found.iter_mut().rev() {
        year = date.year.or(year);
        date.year = year;
    }
    for date in &mut found {
        year = date.year.or(year);
        date.year = year;
    }
    if year.is_none()
        && !found.is_empty()
        && let Some(year) = lone_year(text)
    {
        for date in &mut found {
            date.year = Some(year);
            date.ambiguous = true;
        }
    }
    found
}

/// The only year of a text, which may well be that of its dates: "2026 start dates: May 11 and May 18".
fn lone_year(text: &str) -> Option<i32> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let mut years = numbers.filter(|number| number.len() == 4 && number.starts_with("20"));
    let year = years.next()?;
    years
        .all(|other| other == year)
        .then(|| year.parse().ok())?
}

/// The days in numbers that stand before another one, "5/18, 6/1 or 6/15/2026", and share its year.
fn numbers_before(text: &str, date: Found) -> Vec<Found> {
    let shown = text.get(date.place.0..date.place.1).unwrap_or_default();
    let sign = if shown.contains('/') { '/' } else { '.' };
    let is_in_numbers = shown.contains(sign) && !shown.contains(char::is_alphabetic);
    let days = || {
        let before = text
            .get(..date.place.0)
            .filter(|text| text.contains(sign))?;
        NUMBERS_BEFORE.as_ref()?.captures(before)?.name("days")
    };
    let Some(days) = is_in_numbers.then(days).flatten() else {
        return Vec::new();
    };
    let year = date
        .year
        .map(|year| format!("{sign}{year}"))
        .unwrap_or_default();
    let words = days
        .as_str()
        .split_inclusive(|letter: char| !letter.is_ascii_digit() && letter != sign);
    let mut end = days.start();
    let found = words.filter_map(|word| {
        let start = end;
        end += word.len();
        let word = word.trim_end_matches(|sign: char| !sign.is_ascii_digit());
        let whole = format!("{word}{year}");
        let day = read(DATE.as_ref()?.find(&whole)?)?;
        Some(Found {
            place: (start, start + word.len()),
            ..day
        })
    });
    found.collect()
}

/// The days that stand before a date, "11, 18 and 26 May", and share its month.
fn days_before(text: &str, date: Found) -> Vec<Found> {
    let begins_with_digit = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let before = text.get(..date.place.0).unwrap_or_default();
    let is_listed = date.day.is_some()
        && text.get(date.place.0..).is_some_and(begins_with_digit)
        && text
            .get(date.place.0..date.place.1)
            .is_some_and(|date| date.contains(char::is_alphabetic))
        && before.contains(|letter: char| letter.is_ascii_digit());
    let days = || DAYS_BEFORE.as_ref()?.captures(before)?.name("days");
    days_in(is_listed.then(days).flatten(), date)
}

/// The days that stand behind a date, "May 11th, 18th and 26th", and share its month.
fn days_behind(text: &str, date: Found) -> Vec<Found> {
    let behind = text.get(date.place.1..).unwrap_or_default();
    if date.day.is_none() || date.year.is_some() {
        return Vec::new();
    }
    let Some(found) = DAYS_BEHIND
        .as_ref()
        .and_then(|pattern| pattern.captures(behind))
    else {
        return Vec::new();
    };
    let year = found
        .name("year")
        .and_then(|year| year.as_str().parse().ok());
    let mut days = days_in(found.name("days").or_else(|| found.name("ordinals")), date);
    for day in &mut days {
        day.place = (day.place.0 + date.place.1, day.place.1 + date.place.1);
        day.year = year;
    }
    days
}

/// The days that a text lists, in the month and year of a date.
fn days_in(list: Option<Match<'_>>, date: Found) -> Vec<Found> {
    let Some(list) = list else {
        return Vec::new();
    };
    let mut days = Vec::new();
    let mut from = 0;
    for word in list
        .as_str()
        .split_inclusive(|letter: char| !letter.is_ascii_digit())
    {
        let start = list.start() + from;
        from += word.len();
        let word = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        if let Ok(day) = word.parse() {
            days.push(Found {
                day: Some(day),
                place: (start, start + word.len()),
                ..date
            });
        }
    }
    days
}

/// The months that stand before a place and share the year behind it.
fn months_before(text: &str, mut end: usize) -> Vec<Found> {
    let mut found = Vec::new();
    while let Some(before) = text.get(..end)
        && let Some(month) = MONTH_BEFORE
            .as_ref()
            .and_then(|pattern| pattern.captures(before))
        && let Some(name) = month.name("month")
        && let Some(number) = month_of(name.as_str())
    {
        end = name.start();
        found.push(Found {
            year: None,
            month: number,
            day: None,
            place: (name.start(), name.end()),
            ambiguous: false,
        });
    }
    found.reverse();
    found
}

/// Reads what the pattern has found by its numbers and letters, which is much faster than to have the
/// pattern tell its parts.
fn read(date: Match<'_>) -> Option<Found> {
    let text = date.as_str();
    let mut found = Found {
        year: None,
        month: 0,
        day: None,
        place: (date.start(), date.end()),
        ambiguous: false,
    };
    let mut numbers = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| !digits.is_empty());
    let has_name = text.contains(char::is_alphabetic);
    if text.contains('-') && !has_name {
        let date = CivilDate::parse_iso(text).ok()?;
        found.year = Some(date.year());
        found.month = date.month();
        found.day = Some(date.day());
        return Some(found);
    }
    let mut words = text
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty());
    if let Some(month) = words.find_map(month_of) {
        found.month = month;
        for number in numbers {
            match number.len() {
                4 => found.year = number.parse().ok(),
                _ if found.day.is_some() => {
                    found.year = number.parse().ok().map(|year: i32| 2000 + year);
                }
                _ => found.day = number.parse().ok(),
            }
        }
        return Some(found);
    }
    let (first, second) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    let year: i32 = numbers.next()?.parse().ok()?;
    found.year = Some(if year < 100 { 2000 + year } else { year });
    // Only between slashes the month may come first.
    let is_month_first = text.contains('/') && first <= 12;
    let (month, day) = if is_month_first {
        (first, second)
    } else {
        (second, first)
    };
    found.month = month;
    found.day = Some(day);
    found.ambiguous = is_month_first && second <= 12 && first != second;
    Some(found)
}

/// The month of a name, by its first letters.
fn month_of(name: &str) -> Option<u8> {
    let small = name.to_lowercase();
    let starts = |prefix: &str| small.starts_with(prefix);
    let months: [&[&str]; 12] = [
        &["jan", "ene", "gen"],
        &["feb", "fév", "fev"],
        &["mar", "mär", "maart"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mei", "maj", "mag"],
        &["jun", "juin", "giu"],
        &["jul", "juil", "lug"],
        &["aug", "août", "ago"],
        &["sep", "set"],
        &["oct", "okt", "ott", "out"],
        &["nov"],
        &["dec", "dez", "déc", "dic", "des"],
    ];
    let place = months
        .iter()
        .position(|names| names.iter().any(|name| starts(name)))?;
    u8::try_from(place + 1).ok()
}
