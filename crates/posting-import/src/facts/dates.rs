//! Dates in prose: "May 11th, 2026", "8 June", "September 2026", "10/31/26".

use std::sync::LazyLock;

use posting::date::CivilDate;
use regex::{Captures, Regex};

const MONTHS: &str = "jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|mars|apr(?:il)?|\
    may|mai|jun(?:e|i)?|juin|jul(?:y|i)?|juillet|aug(?:ust)?|août|sept?(?:ember)?|\
    o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    super::pattern(&format!(
        r"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<month1>{MONTHS})\b\.?\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year1>20\d\d)\b)?|(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<month2>{MONTHS})\b\.?(?:,?\s+(?P<year2>20\d\d)\b)?|(?P<month3>{MONTHS})\b\.?,?\s+(?:of\s+)?(?P<year3>20\d\d)\b|(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year4>(?:20)?\d\d)\b)"
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
    let mut found: Vec<Found> = pattern
        .captures_iter(text)
        .filter_map(|date| read(&date))
        .collect();
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

fn read(date: &Captures<'_>) -> Option<Found> {
    let all = date.get(0)?;
    let number = |name: &str| date.name(name)?.as_str().parse::<i32>().ok();
    let small = |name: &str| u8::try_from(number(name)?).ok();
    let month = |name: &str| month_of(date.name(name)?.as_str());
    let mut found = Found {
        year: number("year1")
            .or_else(|| number("year2"))
            .or_else(|| number("year3")),
        month: 0,
        day: small("day1").or_else(|| small("day2")),
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
        .or_else(|| month("month3"))?;
    Some(found)
}

/// The month of a name, by its first letters.
fn month_of(name: &str) -> Option<u8> {
    let small = name.to_lowercase();
    let starts = |prefix: &str| small.starts_with(prefix);
    let months: [&[&str]; 12] = [
        &["jan"],
        &["feb"],
        &["mar", "mär"],
        &["apr"],
        &["may", "mai"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "août"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez"],
    ];
    let place = months
        .iter()
        .position(|names| names.iter().any(|name| starts(name)))?;
    u8::try_from(place + 1).ok()
}
