//! Dates in prose: "May 11th, 2026", "8 June", "September 2026", "10/31/26".

use std::sync::LazyLock;

use posting::date::CivilDate;
use regex::{Captures, Regex};

const MONTHS: &str = "jan(?:uary|uari|uar|vier)?|feb(?:ruary|ruari|ruar)?|février|mar(?:ch)?|märz|mars|\
    maart|apr(?:il)?|avril|may|mai|mei|jun(?:e|i)?|juin|jul(?:y|i)?|juillet|aug(?:ust|ustus)?|août|\
    sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre|enero|\
    febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    super::pattern(&format!(
        r"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<day3>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?(?P<year5>20\d\d)\b|(?P<month1>{MONTHS})\b\.?\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year1>20\d\d)\b)?|(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?P<month2>{MONTHS})\b\.?(?:,?\s+(?:del?\s+)?(?P<year2>20\d\d)\b)?|(?P<month3>{MONTHS})\b\.?,?\s+(?:of\s+|de\s+)?(?P<year3>20\d\d)\b|(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year4>(?:20)?\d\d)\b)"
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
    for date in pattern.captures_iter(text).filter_map(|date| read(&date)) {
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

fn read(date: &Captures<'_>) -> Option<Found> {
    let all = date.get(0)?;
    let number = |name: &str| date.name(name)?.as_str().parse::<i32>().ok();
    let small = |name: &str| u8::try_from(number(name)?).ok();
    let month = |name: &str| month_of(date.name(name)?.as_str());
    let mut found = Found {
        year: number("year1")
            .or_else(|| number("year2"))
            .or_else(|| number("year3"))
            .or_else(|| number("year5")),
        month: 0,
        day: small("day1")
            .or_else(|| small("day2"))
            .or_else(|| small("day3")),
        place: (all.start(), all.end()),
        ambiguous: false,
    };
    if let Some(iso) = date.name("iso") {
        let date = CivilDate::parse_iso(iso.as_str()).ok()?;
        return Some(Found {
            year: Some(date.year()),
            month: date.month(),
            day: Some(date.day()),
            ..found
        });
    }
    if let (Some(first), Some(second), Some(year)) = (small("a"), small("b"), number("year4")) {
        let (month, day) = if first > 12 {
            (second, first)
        } else {
            (first, second)
        };
        return Some(Found {
            year: Some(if year < 100 { 2000 + year } else { year }),
            month,
            day: Some(day),
            ambiguous: first <= 12 && second <= 12 && first != second,
            ..found
        });
    }
    found.month = month("month1")
        .or_else(|| month("month2"))
        .or_else(|| month("month3"))
        .or_else(|| small("number"))?;
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
