//! What the tests of several modules need: a posting, dates by their ISO form, and
//! English words for statements. Compiled for tests only.

use std::num::NonZeroU16;

use crate::availability::{Availability, BusyRange};
use crate::date::CivilDate;
use crate::posting::{Organization, Posting};
use crate::program::{Cohort, Length, Program, Starts, WorkingDays};
use crate::statement::{Message, Period, Wording};

/// The day written `2026-05-18`.
#[track_caller]
pub fn date(iso: &str) -> CivilDate {
    CivilDate::parse_iso(iso).unwrap_or_else(|error| panic!("{iso} {error}"))
}

/// So many weeks.
pub fn weeks(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("at least one week")
}

/// A cohort with its last day.
#[track_caller]
pub fn cohort(start: &str, last_day: &str) -> Cohort {
    Cohort::with_last_day(date(start), date(last_day)).expect("a last day after the start")
}

/// Free from and until these days (blank for no limit) but for the busy ranges.
#[track_caller]
pub fn availability(from: &str, until: &str, busy: &[(&str, &str, &str)]) -> Availability {
    let limit = |iso: &str| (!iso.is_empty()).then(|| date(iso));
    let busy = busy
        .iter()
        .map(|(first, last, label)| BusyRange::new(date(first), date(last), label))
        .map(|range| range.expect("a busy range"))
        .collect();
    Availability::new(limit(from), limit(until), busy).expect("an availability")
}

/// A programme that works from Monday to Friday.
pub fn program(length: Length, starts: Starts) -> Program {
    Program {
        season: None,
        length,
        working_days: WorkingDays::MONDAY_TO_FRIDAY,
        starts,
    }
}

/// Twelve weeks from each of the five start dates of summer 2026.
pub fn summer() -> Program {
    let length = Length::Weeks(weeks(12));
    let starts = [
        "2026-05-11",
        "2026-05-18",
        "2026-05-26",
        "2026-06-08",
        "2026-06-22",
    ];
    let cohorts =
        starts.map(|start| Cohort::of_length(date(start), length, WorkingDays::MONDAY_TO_FRIDAY));
    program(length, Starts::Cohorts(cohorts.to_vec()))
}

/// A posting with this programme and little else.
pub fn posting(program: Option<Program>) -> Posting {
    Posting {
        id: "strategy-intern".to_owned(),
        lang: "en".to_owned(),
        title: "Strategy Intern".to_owned(),
        organization: Organization {
            name: "Example & Co".to_owned(),
            url: None,
            team: None,
        },
        locations: vec![],
        employment_type: None,
        pay: None,
        date_posted: None,
        valid_through: None,
        program,
        about: vec![],
        responsibilities: vec![],
        minimum: vec![],
        preferred: vec![],
        sections: vec![],
        application: None,
        privacy_policy: None,
    }
}

/// Plain British English.
pub struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: CivilDate) -> &'static str {
    MONTHS[usize::from(date.month()) - 1]
}

fn with_exceptions(text: String, except: Option<&str>, before: &str) -> String {
    match except {
        Some(ranges) => format!("{text}{before}except {ranges}"),
        None => text,
    }
}

impl Wording for English {
    fn date(&self, date: CivilDate) -> String {
        format!("{} {} {}", date.day(), month(date), date.year())
    }

    fn date_range(&self, first: CivilDate, last: CivilDate) -> String {
        let end = self.date(last);
        if first == last {
            end
        } else if (first.year(), first.month()) == (last.year(), last.month()) {
            format!("{}–{end}", first.day())
        } else if first.year() == last.year() {
            format!("{} {} – {end}", first.day(), month(first))
        } else {
            format!("{} – {end}", self.date(first))
        }
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first, second] => format!("{first} and {second}"),
            [start @ .., last] => format!("{}, and {last}", start.join(", ")),
        }
    }

    fn length(&self, length: Length) -> Option<String> {
        match length {
            Length::Weeks(weeks) => Some(format!("{weeks} weeks")),
            Length::Months(months) => Some(format!("{months} months")),
            Length::Open => None,
        }
    }

    fn message(&self, message: Message<'_>) -> String {
        let starts_of = |starts: &str, count: usize| match count {
            1 => format!("preferred start {starts}"),
            _ => format!("preferred starts, best first, {starts}"),
        };
        let dates_of = |count: usize, length: Option<&str>, cohorts: &str| {
            let what = if count == 1 {
                "dates"
            } else {
                "dates, best first,"
            };
            let length = length.map_or_else(String::new, |length| format!(" for the {length}"));
            format!("y preferred {what}{length} are {cohorts}.")
        };
        match message {
            Message::Available { period, except } => {
                let text = match period {
                    Period::Range { range, .. } => format!("Available {range}"),
                    Period::From(date) => format!("Available from {date}"),
                    Period::Until(date) => format!("Available until {date}"),
                    Period::Unlimited => "Available".to_owned(),
                };
                with_exceptions(text, except, " ")
            }
            Message::BusyFor { range, label } => format!("{range} ({label})"),
            Message::PreferredStarts { starts, count } => {
                format!("P{}", starts_of(starts, count).trim_start_matches('p'))
            }
            Message::ResumeLine {
                availability,
                starts,
                count,
            } => format!("{availability}; {}", starts_of(starts, count)),
            Message::SentenceAvailable {
                period,
                except,
                title,
                organization,
            } => {
                let text = format!("I am available for the {title} position at {organization}");
                let text = match period {
                    Period::Range { range, .. } => format!("{text}: {range}"),
                    Period::From(date) => format!("{text} from {date}"),
                    Period::Until(date) => format!("{text} until {date}"),
                    Period::Unlimited => text,
                };
                format!("{}.", with_exceptions(text, except, ", "))
            }
            Message::SentencePreferred {
                cohorts,
                count,
                length,
                title,
                organization,
            } => format!(
                "For the {title} position at {organization}, m{}",
                dates_of(count, length, cohorts)
            ),
            Message::SentenceChoices {
                cohorts,
                count,
                length,
            } => format!("M{}", dates_of(count, length, cohorts)),
            Message::Sentences { first, second } => format!("{first} {second}"),
            Message::OpenCohort { date } => format!("from {date}"),
            Message::Conflicts { cohort } => format!("{cohort} (not fully within these dates)"),
            Message::Choice {
                rank,
                count,
                cohort,
            } => match count {
                1 => format!("Preferred dates: {cohort}"),
                _ => format!("Choice {rank}: {cohort}"),
            },
            Message::Heading => "Availability".to_owned(),
        }
    }
}
