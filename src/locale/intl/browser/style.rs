//! The ways in which dates and times are written, as the options of `Intl`.

/// Option names and values for an `Intl` formatter; a civil date is formatted as midnight UTC
/// in the time zone UTC, so that the reader's own time zone can't move it.
pub type Options = &'static [(&'static str, &'static str)];

/// How dates and times are written.
#[derive(Clone, Copy)]
pub enum Style {
    Date,
    WeekdayDate,
    DayMonth,
    Short,
    ShortInYear,
    MonthYear,
    ShortMonth,
    ShortMonthInYear,
    LongMonth,
    Numeric,
    Full,
    Moment,
    Time,
}

impl Style {
    /// How many there are.
    pub const COUNT: usize = Self::Time as usize + 1;

    /// Those in which dates are written, with what else a language has to say about a month.
    pub const TO_LEARN_FROM: [Self; 7] = [
        Self::LongMonth,
        Self::ShortMonth,
        Self::Date,
        Self::WeekdayDate,
        Self::ShortInYear,
        Self::Numeric,
        Self::Full,
    ];

    /// The options that give it.
    pub const fn options(self) -> Options {
        match self {
            Self::Date => &[DAY, LONG, YEAR, UTC],
            Self::WeekdayDate => &[("weekday", "long"), DAY, LONG, YEAR, UTC],
            Self::DayMonth => &[DAY, LONG, UTC],
            Self::Short => &[("weekday", "short"), DAY, SHORT, UTC],
            Self::ShortInYear => &[("weekday", "short"), DAY, SHORT, YEAR, UTC],
            Self::MonthYear => &[LONG, YEAR, UTC],
            Self::ShortMonth => &[SHORT, UTC],
            Self::ShortMonthInYear => &[SHORT, YEAR, UTC],
            Self::LongMonth => &[LONG, UTC],
            Self::Numeric => &[DAY, ("month", "numeric"), YEAR, UTC],
            Self::Full => &[("dateStyle", "full"), UTC],
            Self::Moment => &[("dateStyle", "medium"), ("timeStyle", "short")],
            Self::Time => &[("hour", "numeric"), ("minute", "2-digit")],
        }
    }
}

const DAY: (&str, &str) = ("day", "numeric");
const LONG: (&str, &str) = ("month", "long");
const SHORT: (&str, &str) = ("month", "short");
const YEAR: (&str, &str) = ("year", "numeric");
const UTC: (&str, &str) = ("timeZone", "UTC");
