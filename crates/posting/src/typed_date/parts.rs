//! Splits typed text into the parts of a date: its numbers, a named month, a
//! weekday. What may be passed over is passed over here.

use super::names::{is_filler, month_named, weekday_named};
use super::{DateLanguage, Number, TypedDateError};
use crate::date::Weekday;

/// The longest text that is looked at, in bytes; real dates stay below half of it.
const MAX_BYTES: usize = 100;

/// What was found in a typed text.
#[derive(Default, Debug)]
pub(super) struct Parts<'a> {
    /// The numbers in the order typed.
    pub numbers: Vec<Number<'a>>,
    /// The named month, 1 to 12.
    pub month: Option<u32>,
    /// The named weekday, if in English.
    pub weekday: Option<Weekday>,
}

impl<'a> Parts<'a> {
    /// Splits `text`; refuses what has no place in a date.
    pub fn read(text: &'a str, language: &DateLanguage) -> Result<Self, TypedDateError> {
        let mut rest = text.trim();
        if rest.len() > MAX_BYTES || rest.starts_with(|c: char| c.is_ascii_punctuation()) {
            return Err(TypedDateError::NotADate);
        }
        let mut parts = Self::default();
        let mut unknown = None;
        let (mut after_digit, mut at_start, mut weekday_or_month) = (false, true, false);
        while let Some(first) = rest.chars().next() {
            let class = Class::of(first);
            let length = rest.find(|c| Class::of(c) != class).unwrap_or(rest.len());
            let (run, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            rest = after;
            match class {
                Class::Digit => parts.numbers.push(Number::new(run)),
                Class::Separator => {}
                Class::Foreign => return Err(TypedDateError::NotADate),
                Class::Letter => {
                    let leading = at_start && rest.starts_with([',', '.']);
                    if let Some(month) = month_named(run, language) {
                        // "mar. 19 mai": in front and cut short it was a weekday after all.
                        if parts.month.is_some() && !weekday_or_month {
                            return Err(TypedDateError::NotADate);
                        }
                        weekday_or_month = leading;
                        parts.month = Some(month);
                    } else if after_digit && run.chars().count() <= 2 {
                        // An ordinal ending: "18th", "1er", "1º".
                    } else if let Some(weekday) = weekday_named(run) {
                        parts.weekday = Some(weekday);
                    } else if !leading && !is_filler(run) {
                        // A first word with a comma or period is another language's weekday.
                        unknown = unknown.or(Some(run));
                    }
                }
            }
            after_digit = class == Class::Digit;
            at_start = false;
        }
        match unknown {
            None => Ok(parts),
            Some(word) if parts.month.is_none() && (1..=2).contains(&parts.numbers.len()) => {
                Err(TypedDateError::MonthName(word.to_owned()))
            }
            Some(_) => Err(TypedDateError::NotADate),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Separator,
    Foreign,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            'a'..='z' | 'A'..='Z' => Self::Letter,
            ' ' | '\t' | ',' | '.' | '/' | '-' | '\'' => Self::Separator,
            // No-break and thin blanks, hyphens and dashes, the apostrophe that is typed for us.
            '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2010}'..='\u{2015}' | '\u{2019}' => {
                Self::Separator
            }
            '\u{202f}' | '\u{3000}' => Self::Separator,
            // The year, month and day signs of Chinese, Japanese and Korean.
            '年' | '月' | '日' | '년' | '월' | '일' => Self::Separator,
            // Other signs of full width must not pass for letters, nor must punctuation.
            '\0'..='\u{a9}' | '\u{2020}'..='\u{2bff}' | '\u{ff00}'..='\u{ff20}' => Self::Foreign,
            _ => Self::Letter,
        }
    }
}
