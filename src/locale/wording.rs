//! Dates and lists in words, for views and for statements.

use posting::date::{CivilDate, YearMonth};
use posting::pay::Amount;
use posting::program::Length;
use posting::statement::{Message, Period, Wording};

use super::{Plurals, Text};
use crate::outlook::Outlook;

/// Whether a date is written with its year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Year {
    /// All days that are spoken of lie in the same, so it is left out.
    Known,
    /// The days lie in several, so each has its own.
    Written,
}

impl Year {
    /// How to write days among which these are.
    pub fn of(days: impl IntoIterator<Item = CivilDate>) -> Self {
        let mut years = days.into_iter().map(CivilDate::year);
        let first = years.next();
        match years.all(|year| Some(year) == first) {
            true => Self::Known,
            false => Self::Written,
        }
    }
}

impl Text {
    /// "18 May 2026"
    pub fn date(self, date: CivilDate) -> String {
        self.intl(|intl| intl.date(date))
    }

    /// "Monday 18 May 2026"
    pub fn weekday_date(self, date: CivilDate) -> String {
        self.intl(|intl| intl.weekday_date(date))
    }

    /// "18 May", or with the year
    pub fn date_in(self, date: CivilDate, year: Year) -> String {
        match year {
            Year::Known => self.intl(|intl| intl.day_month(date)),
            Year::Written => self.date(date),
        }
    }

    /// "18 May – 7 August 2026"
    pub fn range(self, first: CivilDate, last: CivilDate) -> String {
        self.intl(|intl| intl.range(first, last))
    }

    /// "Mon 18 May", or with the year
    pub fn short_date(self, date: CivilDate, year: Year) -> String {
        self.intl(|intl| match year {
            Year::Known => intl.short_date(date),
            Year::Written => intl.short_date_in_year(date),
        })
    }

    /// "Mon 18 May – Fri 7 Aug", or with the year
    pub fn short_range(self, first: CivilDate, last: CivilDate, year: Year) -> String {
        self.intl(|intl| match year {
            Year::Known => intl.short_range(first, last),
            Year::Written => intl.short_range_in_year(first, last),
        })
    }

    /// "May", or with the year
    pub fn short_month(self, date: CivilDate, year: Year) -> String {
        self.intl(|intl| match year {
            Year::Known => intl.short_month(date),
            Year::Written => intl.short_month_in_year(date),
        })
    }

    /// "December 2026"
    pub fn month_year(self, month: YearMonth) -> String {
        self.intl(|intl| intl.month_year(month))
    }

    /// "14:03" in the reader's time zone, for milliseconds since 1970.
    pub fn time(self, milliseconds: i64) -> String {
        self.intl(|intl| intl.time(milliseconds as f64))
    }

    /// "24 Nov 2026, 14:03" in the reader's time zone, for milliseconds since 1970.
    pub fn moment(self, milliseconds: i64) -> String {
        self.intl(|intl| intl.moment(milliseconds as f64))
    }

    /// "1", in the digits of the language
    pub fn number(self, count: u32) -> String {
        self.intl(|intl| intl.number(count))
    }

    /// "a, b and c"
    pub fn list(self, items: &[String]) -> String {
        self.intl(|intl| intl.list(items))
    }

    /// "a, b or c"
    pub fn either(self, items: &[String]) -> String {
        self.intl(|intl| intl.either(items))
    }

    /// "$50,000", in the currency with this ISO 4217 code
    pub fn money(self, amount: Amount, currency: &str) -> String {
        self.intl(|intl| intl.money(&amount.to_string(), currency))
    }

    /// "3 of 5 start dates fit"; empty before any date is stated.
    pub fn fit_summary(self, outlook: &Outlook) -> String {
        if outlook.availability.is_empty() || outlook.options.is_empty() {
            return String::new();
        }
        let fitting = outlook.options.iter().filter(|option| option.fit.fits());
        self.fit_count(fitting.count() as u32, outlook.options.len() as u32)
    }

    /// "12 weeks"; `None` for an open length.
    pub fn length(self, length: Length) -> Option<String> {
        match length {
            Length::Weeks(weeks) => Some(self.weeks(u32::from(weeks.get()))),
            Length::Months(months) => Some(self.months(u32::from(months.get()))),
            Length::Open => None,
        }
    }
}

impl Wording for Text {
    fn date(&self, date: CivilDate) -> String {
        Text::date(*self, date)
    }

    fn date_range(&self, first: CivilDate, last: CivilDate) -> String {
        self.range(first, last)
    }

    fn list(&self, items: &[String]) -> String {
        Text::list(*self, items)
    }

    fn length(&self, length: Length) -> Option<String> {
        Text::length(*self, length)
    }

    fn message(&self, message: Message<'_>) -> String {
        match message {
            Message::Available { period, except } => {
                let available = self.available(period);
                match except {
                    Some(except) => self.available_except(&available, except),
                    None => available,
                }
            }
            Message::BusyFor { range, label } => self.busy_for(range, label),
            Message::PreferredStarts { starts, count } => {
                self.preferred_starts(counted(count), starts)
            }
            Message::ResumeLine {
                availability,
                starts,
                count,
            } => self.resume_line(counted(count), availability, starts),
            Message::SentenceAvailable {
                period,
                except,
                title,
                organization,
            } => {
                let sentence = match period {
                    Period::Range { first, last, .. } if first == last => {
                        self.sentence_on(title, organization, &self.date(first))
                    }
                    Period::Range { first, last, .. } => {
                        let first = self.date_in(first, Year::of([first, last]));
                        self.sentence_range(title, organization, &first, &self.date(last))
                    }
                    Period::From(date) => self.sentence_from(title, organization, date),
                    Period::Until(date) => self.sentence_until(title, organization, date),
                    Period::Unlimited => self.sentence_unlimited(title, organization),
                };
                match except {
                    Some(except) => self.sentence_except(&sentence, except),
                    None => self.sentence(&sentence),
                }
            }
            Message::SentencePreferred {
                cohorts,
                length,
                title,
                organization,
                ..
            } => match length {
                Some(length) => {
                    self.sentence_preferred_length(title, organization, length, cohorts)
                }
                None => self.sentence_preferred(title, organization, cohorts),
            },
            Message::SentenceChoices {
                cohorts, length, ..
            } => match length {
                Some(length) => self.sentence_choices_length(length, cohorts),
                None => self.sentence_choices(cohorts),
            },
            Message::Sentences { first, second } => self.sentences(first, second),
            Message::OpenCohort { date } => self.cohort_from(date),
            Message::Conflicts { cohort } => self.conflicts(cohort),
            Message::Choice {
                rank,
                count,
                cohort,
            } => match count {
                1 => self.only_choice(cohort),
                _ => self.choice_of(counted(rank), cohort),
            },
            Message::Heading => self.statement_heading().to_owned(),
        }
    }
}

impl Text {
    fn available(self, period: Period<'_>) -> String {
        match period {
            Period::Range { range, .. } => self.available_range(range),
            Period::From(date) => self.available_from(date),
            Period::Until(date) => self.available_until(date),
            Period::Unlimited => self.available_any_time().to_owned(),
        }
    }
}

/// A number of things a person listed; there are never so many that it would not fit.
fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
