//! Splits typed text into the parts of a date: its numbers, a named month, a
//! weekday. What may be passed over is passed over here.

use super::names::{fold, is_filler, is_other_word, month_begun, month_named, weekday_named};
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
        let mut begins_with_other = false;
        // How many words of a month's name are still to come.
        let mut named = 0;
        loop {
            let from_here = rest;
            let Some((class, run)) = next_run(&mut rest) else {
                break;
            };
            match class {
                Class::Letter if named > 0 => named -= 1,
                Class::Digit => parts.numbers.push(Number::new(run)),
                Class::Separator => {}
                Class::Foreign => return Err(TypedDateError::NotADate),
                Class::Letter => {
                    let leading = at_start && rest.starts_with([',', '.']);
                    let is_other = is_other_word(run, language);
                    begins_with_other |= at_start && is_other;
                    let begun = month_begun(from_here, language);
                    named = begun.map_or(0, |(_, words)| words - 1);
                    let begun = begun.map(|(month, _)| month);
                    if let Some(month) = begun.or_else(|| month_named(run, language)) {
                        // "mar. 19 mai": in front and cut short it was a weekday after all.
                        if parts.month.is_none() || weekday_or_month {
                            parts.month = Some(month);
                            weekday_or_month = leading || is_other;
                        } else if !is_other {
                            return Err(TypedDateError::NotADate);
                        }
                    } else if after_digit && run.chars().count() <= 2 {
                        // An ordinal ending: "18th", "1er", "1º".
                    } else if let Some(weekday) = weekday_named(run) {
                        parts.weekday = Some(weekday);
                    } else if !leading && !is_filler(run) && !is_other {
                        // A first word with a comma or period is another language's weekday.
                        unknown = unknown.or(Some(run));
                    }
                }
            }
            after_digit = class == Class::Digit;
            at_start = false;
        }
        if begins_with_other && parts.numbers.len() == 4 {
            // In Vietnamese the days of the week have numbers: "Th 5, 20 thg 8, 2026".
            parts.numbers.remove(0);
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

/// The words of a text, without regard to case and accents.
pub(super) fn words(mut text: &str) -> Vec<String> {
    let mut words = Vec::new();
    while let Some((class, run)) = next_run(&mut text) {
        if class == Class::Letter {
            words.push(fold(run));
        }
    }
    words
}

/// Takes the characters of one class from the front of a text.
fn next_run<'a>(text: &mut &'a str) -> Option<(Class, &'a str)> {
    let class = Class::of(text.chars().next()?);
    let length = text.find(|c| Class::of(c) != class).unwrap_or(text.len());
    let (run, rest) = text.split_at_checked(length).unwrap_or((text, ""));
    *text = rest;
    Some((class, run))
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
            ' ' | '\t' | ',' | '.' | '/' | '-' | '\'' | '(' | ')' => Self::Separator,
            // No-break and thin blanks, hyphens and dashes, the apostrophe that is typed for us.
            '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2010}'..='\u{2015}' | '\u{2019}' => {
                Self::Separator
            }
            // What keeps a date in its direction comes along when it is copied from a page.
            '\u{202a}'..='\u{202f}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{3000}' => {
                Self::Separator
            }
            // The commas of Arabic and Ethiopic.
            '\u{60c}' | '\u{1363}' => Self::Separator,
            // The year, month and day signs of Chinese, Japanese and Korean.
            '年' | '月' | '日' | '년' | '월' | '일' => Self::Separator,
            // Other signs of full width must not pass for letters, nor must punctuation.
            '\0'..='\u{a9}' | '\u{2020}'..='\u{2bff}' | '\u{ff00}'..='\u{ff20}' => Self::Foreign,
            _ => Self::Letter,
        }
    }
}
