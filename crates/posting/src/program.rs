//! A programme: how long it lasts, which days count as working days, and on
//! which days it can be started.

use std::num::NonZeroU16;

use crate::date::{CivilDate, Weekday};

/// How long a programme lasts, counted from its start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    /// Whole weeks.
    Weeks(NonZeroU16),
    /// Calendar months.
    Months(NonZeroU16),
    /// No end is stated.
    Open,
}

/// The days of the week on which the programme works; never empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WorkingDays {
    /// Bit 0 is Monday, bit 6 Sunday.
    mask: u8,
}

impl WorkingDays {
    /// Monday to Friday.
    pub const MONDAY_TO_FRIDAY: Self = Self { mask: 0b001_1111 };

    /// These days of the week; `None` if there are none.
    pub fn new(days: impl IntoIterator<Item = Weekday>) -> Option<Self> {
        let mask = days
            .into_iter()
            .fold(0, |mask, day| mask | 1 << day.number_days_from_monday());
        (mask != 0).then_some(Self { mask })
    }

    /// The days by their numbers, from 1 for Monday: `12345`.
    pub fn numbers(self) -> String {
        let days = (0..7).filter(|day| self.mask & 1 << day != 0);
        days.map(|day| (day + 1).to_string()).collect()
    }

    /// The days in their order, from Monday.
    pub fn weekdays(self) -> impl Iterator<Item = Weekday> {
        let days = (0..7).filter(move |day| self.mask & 1 << day != 0);
        days.map(|day| Weekday::Monday.nth_next(day))
    }

    /// Whether `date` is a working day.
    pub fn includes(self, date: CivilDate) -> bool {
        self.mask & 1 << date.weekday().number_days_from_monday() != 0
    }

    /// `date` if it is a working day, otherwise the nearest one before it.
    pub fn on_or_before(self, date: CivilDate) -> CivilDate {
        (0..7)
            .map(|back| date.plus_days(-back))
            .find(|&day| self.includes(day))
            .unwrap_or(date)
    }

    /// `date` if it is a working day, otherwise the nearest one after it.
    pub fn on_or_after(self, date: CivilDate) -> CivilDate {
        (0..7)
            .map(|ahead| date.plus_days(ahead))
            .find(|&day| self.includes(day))
            .unwrap_or(date)
    }

    /// How many working days lie from `first` to `last`, both included; the same as counting
    /// [`Self::between`] but without walking along whole weeks.
    pub fn count_between(self, first: CivilDate, last: CivilDate) -> u32 {
        let days = u32::try_from(first.days_until(last) + 1).unwrap_or(0);
        let rest = (days % 7) as i32;
        let in_rest = (0..rest)
            .filter(|&ahead| self.includes(first.plus_days(ahead)))
            .count();
        days / 7 * self.mask.count_ones() + in_rest as u32
    }

    /// Working days from `first` to `last`, both included, in order.
    pub fn between(self, first: CivilDate, last: CivilDate) -> impl Iterator<Item = CivilDate> {
        (0..=first.days_until(last))
            .map(move |days| first.plus_days(days))
            .filter(move |&day| self.includes(day))
    }
}

impl Default for WorkingDays {
    fn default() -> Self {
        Self::MONDAY_TO_FRIDAY
    }
}

/// One start date with its last day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cohort {
    start: CivilDate,
    last_day: Option<CivilDate>,
}

impl Cohort {
    /// A cohort whose last day the posting states itself; `None` if it lies before the start.
    pub fn with_last_day(start: CivilDate, last_day: CivilDate) -> Option<Self> {
        (start <= last_day).then_some(Self {
            start,
            last_day: Some(last_day),
        })
    }

    /// A cohort whose last day follows from the programme's length.
    ///
    /// The last day is `start + 7 × weeks − 1 day` (or `start + months − 1 day`), moved back to
    /// the nearest working day, but never before the start.
    pub fn of_length(start: CivilDate, length: Length, working_days: WorkingDays) -> Self {
        let end = match length {
            Length::Weeks(weeks) => Some(start.plus_days(7 * i32::from(weeks.get()) - 1)),
            Length::Months(months) => {
                Some(start.plus_months(i32::from(months.get())).plus_days(-1))
            }
            Length::Open => None,
        };
        Self {
            start,
            last_day: end.map(|end| working_days.on_or_before(end).max(start)),
        }
    }

    /// The first day.
    pub fn start(self) -> CivilDate {
        self.start
    }

    /// The last day, itself a day of the programme; `None` if the length is open.
    pub fn last_day(self) -> Option<CivilDate> {
        self.last_day
    }
}

/// The days on which a programme can be started.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Starts {
    /// These fixed start dates, in order and each once; never empty.
    Cohorts(Vec<Cohort>),
    /// Any working day from `first` to `last`, both included.
    Window {
        /// The first day on which the programme can be started.
        first: CivilDate,
        /// The last day on which the programme can be started.
        last: CivilDate,
    },
    /// Any day: the posting names no start.
    Any,
}

/// A programme with a length and a way to start. Built by checking a posting document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Program {
    pub(crate) season: Option<String>,
    pub(crate) length: Length,
    pub(crate) working_days: WorkingDays,
    pub(crate) starts: Starts,
}

impl Program {
    /// The season in the posting's words, such as "Summer 2026".
    pub fn season(&self) -> Option<&str> {
        self.season.as_deref()
    }

    /// How long the programme lasts.
    pub fn length(&self) -> Length {
        self.length
    }

    /// The days of the week that count as working days.
    pub fn working_days(&self) -> WorkingDays {
        self.working_days
    }

    /// On which days the programme can be started.
    pub fn starts(&self) -> &Starts {
        &self.starts
    }

    /// The fixed start dates; empty for a window or an unnamed start.
    pub fn cohorts(&self) -> &[Cohort] {
        match &self.starts {
            Starts::Cohorts(cohorts) => cohorts,
            Starts::Window { .. } | Starts::Any => &[],
        }
    }

    /// The cohort that starts on `start`: a listed one, or for a window the one that starting
    /// on that day would make. `None` if the programme can't be started on that day.
    pub fn cohort_starting(&self, start: CivilDate) -> Option<Cohort> {
        let made = || Cohort::of_length(start, self.length, self.working_days);
        match &self.starts {
            Starts::Cohorts(cohorts) => cohorts.iter().copied().find(|c| c.start() == start),
            Starts::Window { first, last } => {
                let open = (*first..=*last).contains(&start) && self.working_days.includes(start);
                open.then(made)
            }
            Starts::Any => Some(made()),
        }
    }

    /// The days on which the programme can be started from `today` on, if it has a start window;
    /// empty otherwise.
    pub fn starts_in_window(&self, today: CivilDate) -> impl Iterator<Item = CivilDate> {
        let (first, last) = match self.starts {
            Starts::Window { first, last } => (first.max(today), last),
            Starts::Cohorts(_) | Starts::Any => (CivilDate::LAST, CivilDate::FIRST),
        };
        self.working_days.between(first, last)
    }

    /// Whether the last possible start lies before `today`.
    pub fn has_started(&self, today: CivilDate) -> bool {
        match &self.starts {
            Starts::Cohorts(cohorts) => cohorts.iter().all(|cohort| cohort.start() < today),
            Starts::Window { last, .. } => *last < today,
            Starts::Any => false,
        }
    }
}

#[cfg(test)]
mod tests;
