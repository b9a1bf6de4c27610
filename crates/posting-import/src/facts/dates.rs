//! Dates in prose: "May 11th, 2026", "8 June", "September 2026", "10/31/26".

use std::sync::LazyLock;

use posting::date::CivilDate;
use regex::{Match, Regex};

const MONTHS: &str = "jan(?:uary|uari|uar|vier)?|feb(?:ruary|ruari|ruar)?|février|mar(?:ch)?|märz|mars|\
    maart|apr(?:il)?|avril|may|mai|mei|jun(?:e|i)?|juin|jul(?:y|i)?|juillet|aug(?:ust|ustus)?|août|\
    sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre|enero|\
    febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    super::pattern(&format!(
        r"\b(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\s?\d{{1,2}}\.\s?20\d\d\b|(?:{MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+20\d\d\b)?|\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?:{MONTHS})\b\.?(?:,?\s+(?:del?\s+)?20\d\d\b)?|(?:{MONTHS})\b\.?,?\s+(?:of\s+|de\s+)?20\d\d\b|\d{{1,2}}/\d{{1,2}}/(?:20)?\d\d\b)"
    ))
});

/// A month without a year before another one: "May or June 2026".
static MONTH_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    super::pattern(&format!(
        r"\b(?P<month>{MONTHS})\b\.?\s*(?:,|/|&|-|–|—|\bor\b|\band\b|\bto\b|\bthrough\b|\boder\b|\bund\b|\bbis\b|\bou\b|\bet\b)+\s*$"
    ))
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
        found.push(date);
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
    found
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
    if text.contains('-') {
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
        &["jan", "ene"],
        &["feb", "fév"],
        &["mar", "mär", "maart"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mei"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "août", "ago"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez", "déc", "dic"],
    ];
    let place = months
        .iter()
        .position(|names| names.iter().any(|name| starts(name)))?;
    u8::try_from(place + 1).ok()
}
