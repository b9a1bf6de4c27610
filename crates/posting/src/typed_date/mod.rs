//! Dates as people type them: "18 May 2026", "May 18th, 2026", "18.5.2026",
//! "5/18/26", "2026-05-18".

mod digits;
mod names;
mod numbers;
mod parts;
#[cfg(test)]
mod tests;

use crate::date::{CivilDate, YearMonth};

use numbers::Number;
use parts::Parts;

/// The order in which a language writes the numbers of a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateOrder {
    /// 18.5.2026
    DayMonthYear,
    /// 5/18/2026
    MonthDayYear,
    /// 2026/5/18
    YearMonthDay,
}

/// What is needed to read dates typed in one language. English month names are always known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateLanguage {
    /// The order of the numbers.
    pub order: DateOrder,
    /// For January to December, the names by which the language calls it (long, short; any case).
    pub month_names: [Vec<String>; 12],
    /// The words that it writes beside day, month and year: see [`Self::learn`].
    pub other_words: Vec<String>,
}

impl DateLanguage {
    /// English names only, with the given order.
    pub fn english(order: DateOrder) -> Self {
        Self {
            order,
            month_names: Default::default(),
            other_words: Vec::new(),
        }
    }

    /// Learns from a date as the language writes it what it calls the `month` (1 to 12), whose name is
    /// somewhere in there, and which words may be passed over: weekdays, "г.", "de".
    pub fn learn(&mut self, written: &str, month: usize, name: &str) {
        // Where months have numbers, as in "tháng 8", the word with it is not the name of one.
        let is_number = name.contains(|c: char| c.is_ascii_digit());
        let name = match is_number {
            true => Vec::new(),
            false => parts::words(name),
        };
        let mut names = self.month_names.get_mut(month.wrapping_sub(1));
        let (whole, is_long) = (name.join(" "), name.len() > 1);
        if let Some(names) = &mut names
            && is_long
            && !names.contains(&whole)
        {
            names.push(whole);
        }
        for word in parts::words(written) {
            if is_long && name.contains(&word) {
                continue;
            }
            // Some languages write a preposition into the name, as in Hebrew "20 באוגוסט".
            let is_name = name.last().is_some_and(|name| word.contains(name));
            let words = match &mut names {
                Some(names) if is_name => &mut **names,
                _ => &mut self.other_words,
            };
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
}

/// A date read from typed text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TypedDate {
    /// The day.
    pub date: CivilDate,
    /// Whether the text could also have meant another day ("5/6/2026", "18 May 26"), so that the
    /// reading should be echoed back in words.
    pub ambiguous: bool,
}

/// Why typed text is not a date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TypedDateError {
    /// No date can be seen in it.
    NotADate,
    /// Day and month are there, the year is missing.
    YearMissing,
    /// The month and year are there, the day is missing.
    DayMissing,
    /// The year lies outside [`crate::date::YEARS`], or has another number of digits than 2 or 4;
    /// its digits, as 0 to 9.
    Year(String),
    /// A number stands where a month should and is not 1 to 12.
    Month(u32),
    /// The month has fewer days.
    Day {
        /// The day typed.
        day: u32,
        /// The month meant, with its year; where the day is 0 and no year was typed, of a leap year.
        month: YearMonth,
        /// The last day of that month.
        last: u8,
    },
    /// The month has fewer days in every year; no year was typed.
    DayOfNoYear {
        /// The last day of that month, in its longest year.
        last: u8,
    },
    /// This word stands where a month should and is not the name of one (or of several, as "ju").
    MonthName(String),
}

/// Reads a date as people type it.
///
/// ISO dates are read as such in every language. A named month settles the order; otherwise
/// `language.order` does, unless only another order is possible ("18/5/2026" is 18 May even where
/// the month comes first; a number over 31 or of three or more digits is the year). Two-digit
/// years mean 2000 to 2099. Names of weekdays, ordinal endings ("18th", "18."), "of", commas,
/// extra blanks and the language's other words are passed over. Month names may be abbreviated to three letters or more where
/// that is unique; case and accents don't matter. A date is marked ambiguous if another order of
/// its numbers gives another day, or if its English weekday is not the day's.
/// Digits of full width and those of other scripts are read as 0 to 9.
///
/// # Errors
/// What is wrong with the text: see [`TypedDateError`]. Times of day are refused as
/// [`TypedDateError::NotADate`].
pub fn parse_typed_date(text: &str, language: &DateLanguage) -> Result<TypedDate, TypedDateError> {
    let text = digits::plain(text);
    date_from(&Parts::read(&text, language)?, language.order)
}

/// Reads a month as people type it: "December 2026", "2026-12", "12/2026", "Dec 26"; a whole date
/// counts as its month.
///
/// # Errors
/// What is wrong with the text: see [`TypedDateError`].
pub fn parse_typed_month(text: &str, language: &DateLanguage) -> Result<YearMonth, TypedDateError> {
    let text = digits::plain(text);
    let parts = Parts::read(&text, language)?;
    match (parts.month, parts.numbers.as_slice()) {
        (Some(_), []) => Err(TypedDateError::YearMissing),
        (Some(month), [year]) => numbers::year_month(*year, month),
        (None, [first, second]) => {
            let year_first = match (first.is_long(), second.is_long()) {
                (true, _) => true,
                (_, true) => false,
                _ if second.value > 12 => false,
                _ => first.value > 12 || language.order == DateOrder::YearMonthDay,
            };
            let (year, month) = if year_first {
                (first, second)
            } else {
                (second, first)
            };
            numbers::year_month(*year, month.value)
        }
        _ => date_from(&parts, language.order).map(|typed| typed.date.into()),
    }
}

fn date_from(parts: &Parts<'_>, order: DateOrder) -> Result<TypedDate, TypedDateError> {
    let mut typed = match (parts.month, parts.numbers.as_slice()) {
        (Some(month), [first, second]) => numbers::with_named_month(*first, month, *second)?,
        (Some(_), [number]) if number.is_year() => return Err(TypedDateError::DayMissing),
        (Some(month), [day]) => return Err(numbers::without_year(month, *day)),
        (None, [first, second, third]) => numbers::all_numeric(*first, *second, *third, order)?,
        (None, [first, second]) if first.is_year() || second.is_year() => {
            return Err(TypedDateError::DayMissing);
        }
        (None, [_, _]) => return Err(TypedDateError::YearMissing),
        _ => return Err(TypedDateError::NotADate),
    };
    // A weekday that contradicts the rest shows that one of them is a slip: echo the reading.
    typed.ambiguous |= parts
        .weekday
        .is_some_and(|weekday| weekday != typed.date.weekday());
    Ok(typed)
}
