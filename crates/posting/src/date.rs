//! Civil dates: days of the Gregorian calendar without a time of day or a time
//! zone, so that no conversion can ever move one by a day.

use std::fmt;

use time::{Date, Month};

/// The first and the last year a [`CivilDate`] can lie in.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A day of the Gregorian calendar from 1 January 1900 to 31 December 2199.
///
/// Written and read in ISO 8601's extended form, `2026-05-18`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate(Date);

/// A day of the week, Monday first as in ISO 8601.
pub use time::Weekday;

/// Why three numbers or a text are not a [`CivilDate`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateError {
    /// The text is not of the form `2026-05-18`.
    NotIso,
    /// The year lies outside [`YEARS`].
    Year(i32),
    /// The month is not 1 to 12.
    Month(u8),
    /// The month has fewer days, as in 31 February; `last` is its last day.
    Day {
        /// The day asked for.
        day: u8,
        /// The last day the month has in that year.
        last: u8,
    },
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotIso => write!(f, "is not a date; write it as 2026-05-18"),
            Self::Year(year) => write!(
                f,
                "has the year {year}; use a year from {} to {}",
                YEARS.start(),
                YEARS.end()
            ),
            Self::Month(month) => write!(f, "has the month {month}; use 01 to 12"),
            Self::Day { day, last } => {
                write!(f, "has the day {day}, but that month ends on day {last}")
            }
        }
    }
}

impl std::error::Error for DateError {}

impl CivilDate {
    /// The day with this year, month (1 to 12) and day of the month (from 1).
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        if !YEARS.contains(&year) {
            return Err(DateError::Year(year));
        }
        let name = Month::try_from(month).map_err(|_| DateError::Month(month))?;
        Date::from_calendar_date(year, name, day)
            .map(Self)
            .map_err(|_| DateError::Day {
                day,
                last: name.length(year),
            })
    }

    /// Reads exactly `YYYY-MM-DD`.
    pub fn parse_iso(text: &str) -> Result<Self, DateError> {
        let digits = |range: std::ops::Range<usize>| {
            text.get(range)
                .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<u32>().ok())
                .ok_or(DateError::NotIso)
        };
        if text.len() != 10 || text.get(4..5) != Some("-") || text.get(7..8) != Some("-") {
            return Err(DateError::NotIso);
        }
        let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
        Self::new(year as i32, month as u8, day as u8)
    }

    /// The year, within [`YEARS`].
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The day `days` later (earlier if negative), held within [`YEARS`].
    pub fn plus_days(self, days: i32) -> Self {
        let target = self.0.to_julian_day().saturating_add(days);
        match Date::from_julian_day(target) {
            Ok(date) if date.year() < *YEARS.start() => Self::FIRST,
            Ok(date) if date.year() > *YEARS.end() => Self::LAST,
            Ok(date) => Self(date),
            Err(_) if days < 0 => Self::FIRST,
            Err(_) => Self::LAST,
        }
    }

    /// The same day of the month `months` later, or that month's last day where it is shorter
    /// (31 January plus one month is 28 or 29 February); held within [`YEARS`].
    pub fn plus_months(self, months: i32) -> Self {
        let count = (self.year() * 12 + i32::from(self.month()) - 1).saturating_add(months);
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u8 + 1);
        match Self::new(year, month, self.day()) {
            Ok(date) => date,
            Err(DateError::Day { last, .. }) => Self::new(year, month, last).unwrap_or(Self::LAST),
            Err(_) if months < 0 => Self::FIRST,
            Err(_) => Self::LAST,
        }
    }

    /// Days from `self` to `other`; negative if `other` is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        other.0.to_julian_day() - self.0.to_julian_day()
    }

    /// Days since 1 January 1970; times 86,400,000 it is the day's UTC midnight for `Intl`.
    pub fn days_since_epoch(self) -> i32 {
        self.0.to_julian_day() - 2_440_588
    }

    /// The day `days` after 1 January 1970, held within [`YEARS`].
    pub fn from_days_since_epoch(days: i32) -> Self {
        Self(Date::from_julian_day(2_440_588).unwrap_or(Self::FIRST.0)).plus_days(days)
    }

    /// 1 January 1900.
    pub const FIRST: Self = Self(match Date::from_calendar_date(1900, Month::January, 1) {
        Ok(date) => date,
        Err(_) => Date::MIN,
    });

    /// 31 December 2199.
    pub const LAST: Self = Self(match Date::from_calendar_date(2199, Month::December, 31) {
        Ok(date) => date,
        Err(_) => Date::MAX,
    });
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl fmt::Debug for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A calendar month such as December 2026, written `2026-12`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct YearMonth {
    year: i32,
    month: u8,
}

impl YearMonth {
    /// The month (1 to 12) of a year within [`YEARS`].
    pub fn new(year: i32, month: u8) -> Result<Self, DateError> {
        CivilDate::new(year, month, 1).map(|_| Self { year, month })
    }

    /// Reads exactly `YYYY-MM`.
    pub fn parse_iso(text: &str) -> Result<Self, DateError> {
        if text.len() != 7 {
            return Err(DateError::NotIso);
        }
        let first = CivilDate::parse_iso(&format!("{text}-01"))?;
        Ok(Self {
            year: first.year(),
            month: first.month(),
        })
    }

    /// The month's first day.
    pub fn first_day(self) -> CivilDate {
        CivilDate::new(self.year, self.month, 1).unwrap_or(CivilDate::FIRST)
    }

    /// Months from `self` to `other`; negative if `other` is earlier.
    pub fn months_until(self, other: Self) -> i32 {
        (other.year - self.year) * 12 + i32::from(other.month) - i32::from(self.month)
    }
}

impl From<CivilDate> for YearMonth {
    fn from(date: CivilDate) -> Self {
        Self {
            year: date.year(),
            month: date.month(),
        }
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
