//! The numbers of a typed date: which of them is the day, the month and the year,
//! and whether another reading is possible.

use super::{DateOrder, TypedDate, TypedDateError};
use crate::date::{CivilDate, DateError, YearMonth};

/// A run of the digits 0 to 9.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Number<'a> {
    /// The digits.
    pub digits: &'a str,
    /// Their value, held within `u32`.
    pub value: u32,
}

impl<'a> Number<'a> {
    pub fn new(digits: &'a str) -> Self {
        let value = digits.parse().unwrap_or(u32::MAX);
        Self { digits, value }
    }

    /// Whether it is too long for a day or a month.
    pub fn is_long(self) -> bool {
        self.digits.len() > 2
    }

    /// Whether it can only be a year.
    pub fn is_year(self) -> bool {
        self.is_long() || self.value > 31
    }

    fn year(self) -> Result<i32, TypedDateError> {
        let value = match self.digits.len() {
            2 => self.value.saturating_add(2000),
            4 => self.value,
            _ => 0,
        };
        i32::try_from(value)
            .ok()
            .filter(|year| crate::date::YEARS.contains(year))
            .ok_or_else(|| TypedDateError::Year(self.digits.to_owned()))
    }
}

/// The month (to be checked) of a year.
pub(super) fn year_month(year: Number<'_>, month: u32) -> Result<YearMonth, TypedDateError> {
    let number = u8::try_from(month).map_err(|_| TypedDateError::Month(month))?;
    YearMonth::new(year.year()?, number).map_err(|_| TypedDateError::Month(month))
}

/// A date whose month is named, so that the two numbers are day and year.
///
/// The day comes first unless it can't be one. Where both numbers are short ("18 May 26"), the
/// other reading counts as possible but is never taken: "30 Feb 26" is a slip, not 2030.
pub(super) fn with_named_month(
    first: Number<'_>,
    month: u32,
    second: Number<'_>,
) -> Result<TypedDate, TypedDateError> {
    if first.is_year() && !second.is_year() {
        return build(first, month, second).map(|date| TypedDate {
            date,
            ambiguous: false,
        });
    }
    let date = build(second, month, first)?;
    let other = (!second.is_year())
        .then(|| build(first, month, second).ok())
        .flatten();
    Ok(TypedDate {
        date,
        ambiguous: other.is_some_and(|other| other != date),
    })
}

/// What is wrong with a day of a named month (1 to 12) without a year.
pub(super) fn without_year(month: u32, day: Number<'_>) -> TypedDateError {
    // In a leap year every month is as long as it gets.
    let longest = Number::new("2024");
    match build(longest, month, day) {
        // No year makes a day of it.
        Err(error @ TypedDateError::Day { day: 0, .. }) => error,
        Err(TypedDateError::Day { last, .. }) => TypedDateError::DayOfNoYear { last },
        _ => TypedDateError::YearMissing,
    }
}

/// A date of three numbers.
pub(super) fn all_numeric(
    first: Number<'_>,
    second: Number<'_>,
    third: Number<'_>,
    order: DateOrder,
) -> Result<TypedDate, TypedDateError> {
    use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};

    if second.is_long() && !first.is_long() {
        return Err(TypedDateError::NotADate);
    }
    // Readings by preference; the first `accepted` of them may be taken, and those after
    // only make the date ambiguous.
    let (readings, accepted): (&[DateOrder], usize) = if first.is_long() {
        (&[YearMonthDay], 1)
    } else if third.is_year() {
        match order {
            DayMonthYear => (&[DayMonthYear, MonthDayYear], 2),
            MonthDayYear | YearMonthDay => (&[MonthDayYear, DayMonthYear], 2),
        }
    } else if first.is_year() {
        (&[YearMonthDay], 1)
    } else {
        match order {
            DayMonthYear => (&[DayMonthYear, MonthDayYear, YearMonthDay], 2),
            MonthDayYear => (&[MonthDayYear, DayMonthYear, YearMonthDay], 2),
            YearMonthDay => (&[YearMonthDay, MonthDayYear, DayMonthYear], 3),
        }
    };
    let mut taken: Option<TypedDate> = None;
    let mut refused: Option<TypedDateError> = None;
    for (rank, reading) in readings.iter().enumerate() {
        let date = match reading {
            DayMonthYear => build(third, second.value, first),
            MonthDayYear => build(third, first.value, second),
            YearMonthDay => build(first, second.value, third),
        };
        match (date, &mut taken) {
            (Ok(date), Some(taken)) => taken.ambiguous |= taken.date != date,
            (Ok(date), None) if rank < accepted => {
                taken = Some(TypedDate {
                    date,
                    ambiguous: false,
                });
            }
            (Err(error), None) if rank < accepted => {
                // "30/2/2026" is best explained as a day that February hasn't, in whichever order;
                // "0/5/2026" by the order of the language.
                let is_day = |error: &TypedDateError| matches!(error, TypedDateError::Day { day, .. } if *day > 0);
                if refused
                    .as_ref()
                    .is_none_or(|first| !is_day(first) && is_day(&error))
                {
                    refused = Some(error);
                }
            }
            _ => {}
        }
    }
    taken.ok_or(refused.unwrap_or(TypedDateError::NotADate))
}

fn build(year: Number<'_>, month: u32, day: Number<'_>) -> Result<CivilDate, TypedDateError> {
    let month = year_month(year, month)?;
    let first = month.first_day();
    let number = u8::try_from(day.value).unwrap_or(u8::MAX);
    CivilDate::new(first.year(), first.month(), number).map_err(|error| match error {
        DateError::Day { last, .. } => TypedDateError::Day {
            day: day.value,
            month,
            last,
        },
        _ => TypedDateError::NotADate,
    })
}
