//! The statement a candidate takes away, in the forms that resumes and letters
//! need. What it says is decided here; its words come from a [`Wording`].

mod latex;
mod markdown;
#[cfg(test)]
mod tests;
mod wording;

use crate::availability::Availability;
use crate::date::CivilDate;
use crate::fit::Fit;
use crate::json::Writer;
use crate::posting::Posting;
use crate::program::{Cohort, Program};

pub use latex::escape_latex;
pub use markdown::escape_markdown;
pub use wording::{Message, Period, Wording};

/// What the candidate can state about one posting.
#[derive(Clone, PartialEq, Debug)]
pub struct Statement<'a> {
    posting: &'a Posting,
    availability: &'a Availability,
    /// Ranked, best first.
    choices: &'a [Cohort],
}

impl<'a> Statement<'a> {
    /// A statement of a checked availability and ranked choices; `None` if there is nothing to
    /// state yet (no availability and no choice).
    pub fn new(
        posting: &'a Posting,
        availability: &'a Availability,
        choices: &'a [Cohort],
    ) -> Option<Self> {
        (!availability.is_empty() || !choices.is_empty()).then_some(Self {
            posting,
            availability,
            choices,
        })
    }

    /// One line for a resume, such as "Available 11 May – 28 August 2026; preferred start 18 May 2026". As in all
    /// forms, a start that the availability does not cover says so.
    pub fn resume_line(&self, wording: &dyn Wording) -> String {
        let starts: Vec<String> = self
            .choices
            .iter()
            .map(|cohort| {
                let start = wording.date(cohort.start());
                self.marked(*cohort, start, wording)
            })
            .collect();
        let (starts, count) = (&*wording.list(&starts), starts.len());
        match (self.available(wording), count) {
            (Some(availability), 0) => availability,
            (None, _) => wording.message(Message::PreferredStarts { starts, count }),
            (Some(availability), _) => wording.message(Message::ResumeLine {
                availability: &availability,
                starts,
                count,
            }),
        }
    }

    /// One or two sentences for a letter.
    pub fn sentence(&self, wording: &dyn Wording) -> String {
        let title = &*one_line(self.posting.title());
        let organization = &*one_line(&self.posting.organization().name);
        let available = self.with_period(wording, &|period, except| {
            wording.message(Message::SentenceAvailable {
                period,
                except,
                title,
                organization,
            })
        });
        let cohorts = self.cohorts(wording);
        let (cohorts, count) = (&*wording.list(&cohorts), cohorts.len());
        let length = self.posting.program().map(Program::length);
        let length = length.and_then(|length| wording.length(length));
        let length = length.as_deref();
        match (available, count) {
            (Some(available), 0) => available,
            (None, _) => wording.message(Message::SentencePreferred {
                cohorts,
                count,
                length,
                title,
                organization,
            }),
            (Some(available), _) => wording.message(Message::Sentences {
                first: &available,
                second: &wording.message(Message::SentenceChoices {
                    cohorts,
                    count,
                    length,
                }),
            }),
        }
    }

    /// A heading in bold and a Markdown list, special characters escaped.
    pub fn markdown(&self, wording: &dyn Wording) -> String {
        markdown::list(&wording.message(Message::Heading), &self.items(wording))
    }

    /// A LaTeX fragment for a resume, special characters escaped. It needs no package.
    pub fn latex(&self, wording: &dyn Wording) -> String {
        latex::list(&wording.message(Message::Heading), &self.items(wording))
    }

    /// Machine-readable JSON with ISO dates, indented by two spaces: `posting` (`id`, `title`,
    /// `organization`), `availability` (`earliestStart`, `latestEnd`, and `busy` with `first`,
    /// `last`, `label`) and ranked `choices` (`start`, `lastDay`, and whether the availability
    /// covers it, `fits`). What is not stated is null.
    pub fn json(&self) -> String {
        let mut json = Writer::default();
        json.open('{');
        json.key("posting");
        json.open('{');
        json.member("id", Some(self.posting.id()));
        json.member("title", Some(self.posting.title()));
        json.member("organization", Some(&self.posting.organization().name));
        json.close('}');
        json.key("availability");
        json.open('{');
        day(
            &mut json,
            "earliestStart",
            self.availability.earliest_start(),
        );
        day(&mut json, "latestEnd", self.availability.latest_end());
        json.key("busy");
        json.open('[');
        for range in self.availability.busy() {
            json.item();
            json.open('{');
            day(&mut json, "first", Some(range.first()));
            day(&mut json, "last", Some(range.last()));
            json.member("label", Some(range.label()));
            json.close('}');
        }
        json.close(']');
        json.close('}');
        json.key("choices");
        json.open('[');
        for cohort in self.choices {
            json.item();
            json.open('{');
            day(&mut json, "start", Some(cohort.start()));
            day(&mut json, "lastDay", cohort.last_day());
            json.key("fits");
            json.word(if self.is_covered(*cohort) {
                "true"
            } else {
                "false"
            });
            json.close('}');
        }
        json.close(']');
        json.close('}');
        json.finish()
    }

    /// The items of the list forms: the availability, then each choice by rank.
    fn items(&self, wording: &dyn Wording) -> Vec<String> {
        let cohorts = self.cohorts(wording);
        let count = cohorts.len();
        let mut items = Vec::from_iter(self.available(wording));
        for (rank, cohort) in (1..).zip(&cohorts) {
            items.push(wording.message(Message::Choice {
                rank,
                count,
                cohort,
            }));
        }
        items
    }

    fn available(&self, wording: &dyn Wording) -> Option<String> {
        self.with_period(wording, &|period, except| {
            wording.message(Message::Available { period, except })
        })
    }

    /// Calls `write` with the availability in words; `None` if none is stated.
    fn with_period(
        &self,
        wording: &dyn Wording,
        write: &dyn Fn(Period<'_>, Option<&str>) -> String,
    ) -> Option<String> {
        if self.availability.is_empty() {
            return None;
        }
        let busy: Vec<String> = self
            .availability
            .busy()
            .iter()
            .map(|range| {
                let days = wording.date_range(range.first(), range.last());
                match &*one_line(range.label()) {
                    "" => days,
                    label => wording.message(Message::BusyFor {
                        range: &days,
                        label,
                    }),
                }
            })
            .collect();
        let except = (!busy.is_empty()).then(|| wording.list(&busy));
        let except = except.as_deref();
        let limits = (
            self.availability.earliest_start(),
            self.availability.latest_end(),
        );
        Some(match limits {
            (Some(first), Some(last)) => {
                let range = &wording.date_range(first, last);
                write(Period::Range { range, first, last }, except)
            }
            (Some(first), None) => write(Period::From(&wording.date(first)), except),
            (None, Some(last)) => write(Period::Until(&wording.date(last)), except),
            (None, None) => write(Period::Unlimited, except),
        })
    }

    /// The choices in words, best first; those that the availability does not cover say so.
    fn cohorts(&self, wording: &dyn Wording) -> Vec<String> {
        let in_words = |cohort: &Cohort| {
            let days = match cohort.last_day() {
                Some(last) => wording.date_range(cohort.start(), last),
                None => wording.message(Message::OpenCohort {
                    date: &wording.date(cohort.start()),
                }),
            };
            self.marked(*cohort, days, wording)
        };
        self.choices.iter().map(in_words).collect()
    }

    /// The words for a cohort, with a remark where the availability does not cover it.
    fn marked(&self, cohort: Cohort, words: String, wording: &dyn Wording) -> String {
        if self.is_covered(cohort) {
            words
        } else {
            wording.message(Message::Conflicts { cohort: &words })
        }
    }

    /// Whether the candidate is free for all of a cohort. Whether it has started by now is not
    /// the statement's business, so it is judged as on its first day.
    fn is_covered(&self, cohort: Cohort) -> bool {
        let working_days = self.posting.program().map(Program::working_days);
        Fit::judge(
            cohort,
            self.availability,
            working_days.unwrap_or_default(),
            cohort.start(),
        )
        .fits()
    }
}

/// A member that holds a day, or null.
fn day(json: &mut Writer, key: &str, day: Option<CivilDate>) {
    json.member(key, day.map(|day| day.to_string()).as_deref());
}

/// The text on one line: line breaks and tabs become blanks, runs of blanks one, and control
/// characters are dropped.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if !line.ends_with(' ') && !line.is_empty() {
                    line.push(' ');
                }
            }
            c if c.is_control() => {}
            c => line.push(c),
        }
    }
    line.truncate(line.trim_end_matches(' ').len());
    line
}
