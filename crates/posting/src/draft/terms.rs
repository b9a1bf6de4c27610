//! The terms of a posting for which a draft was answered: its start dates and requirements, as a
//! short text that is kept with the draft, so that a change of the posting can be told.

use crate::check::qualification::fnv1a;
use crate::date::CivilDate;
use crate::posting::Posting;
use crate::program::{Cohort, Length, Program, Starts};
use crate::requirement::Rule;

/// Words of the text. Each is a term on its own, so that an old text with words of another build
/// is compared as far as it can be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// First days with last days; a last day that is open is empty.
    starts: Vec<Term>,
    /// First and last day of a start window.
    window: Option<Term>,
    /// How long a programme with a start window lasts, in short.
    length: Option<String>,
    /// The days of the week on which the programme works, from 1 for Monday.
    working_days: Option<String>,
    /// The last day for applications; empty if there is none.
    deadline: Option<String>,
    /// For how many positions a candidate may apply; empty if any number.
    limit: Option<String>,
    requirements: Vec<Requirement>,
}

/// A requirement, as it is compared and named.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Requirement {
    id: String,
    /// Its rules in short.
    rules: String,
    /// A hash of its text, and how the text begins; older builds kept neither.
    text: Option<Term>,
}

/// A word of the text: a name, and what is said of it.
type Term = (String, String);

/// One difference between a posting now and when a draft was answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A start date is offered no more.
    StartGone(CivilDate),
    /// A start date is new.
    StartNew(CivilDate),
    /// The days on which the programme can be started are others: from the first to the last.
    WindowMoved(CivilDate, CivilDate),
    /// A programme that can be started within a window is longer or shorter than it was.
    LengthChanged,
    /// A programme that starts on the same day ends on another, or its end is open now.
    EndMoved(CivilDate, Option<CivilDate>),
    /// The requirement with this id is new.
    RequirementNew(String),
    /// The programme works on other days of the week.
    WorkingDaysChanged,
    /// Applications are taken until another day, or without an end.
    DeadlineMoved(Option<CivilDate>),
    /// A candidate may apply for so many positions now, or for any number.
    LimitChanged(Option<u8>),
    /// The requirement with this id has other rules.
    RequirementChanged(String),
    /// The requirement with this id asks in other words.
    RequirementReworded(String),
    /// A requirement is gone: how its text began, which is empty where that was not kept.
    RequirementGone(String),
}

/// Between a first and a last day, and between a requirement and its rules.
const SEPARATOR: char = '/';

/// Before a requirement's id, which is no date.
const REQUIREMENT: &str = "needs-";

/// Before the first day of a start window.
const WINDOW: &str = "window-";

/// Before how long a programme lasts.
const LENGTH: &str = "lasts";

/// Before the days of the week on which it works.
const WORKING_DAYS: &str = "works";

/// Before the last day for applications.
const DEADLINE: &str = "until";

/// Before the limit on applications.
const LIMIT: &str = "limit";

/// Stands for a blank in how a requirement begins, because words are told apart by blanks.
const BLANK: char = '_';

/// How much of a requirement's text is kept, in characters: enough to know it again.
const BEGINNING: usize = 40;

impl Terms {
    /// The terms of a posting.
    pub fn of(posting: &Posting) -> Self {
        let program = posting.program();
        let cohorts = program.map_or(&[] as &[Cohort], Program::cohorts);
        let starts = cohorts.iter().map(|cohort| {
            let last = cohort.last_day();
            let last = last.map_or_else(String::new, |last| last.to_string());
            (cohort.start().to_string(), last)
        });
        let window = program.and_then(|program| match program.starts() {
            Starts::Window { first, last } => Some((first.to_string(), last.to_string())),
            Starts::Cohorts(_) | Starts::Any => None,
        });
        let length = program.map(|program| match program.length() {
            Length::Weeks(weeks) => format!("{weeks}w"),
            Length::Months(months) => format!("{months}m"),
            Length::Open => "open".to_owned(),
        });
        let minimum = posting.minimum_qualifications().iter();
        let all = minimum.chain(posting.preferred_qualifications());
        let requirements = all.map(|one| {
            let text = one.text.plain();
            Requirement {
                id: one.id.clone(),
                rules: in_short(&one.rules),
                text: Some((format!("{:x}", fnv1a(&text) as u32), beginning(&text))),
            }
        });
        let working_days = program.map(|program| program.working_days().numbers());
        let deadline = posting.valid_through().map(|day| day.to_string());
        let limit = posting.application().and_then(|one| one.limit.as_ref());
        let limit = limit.map(|limit| limit.positions.to_string());
        Self {
            starts: starts.collect(),
            length: length.filter(|_| window.is_some()),
            window,
            working_days,
            deadline: Some(deadline.unwrap_or_default()),
            limit: Some(limit.unwrap_or_default()),
            requirements: requirements.collect(),
        }
    }

    /// The text that is kept: `2026-05-18/2026-08-07 works/12345 until/2026-03-31 limit/2
    /// needs-degree/from=2026-12-01/e0a7f3d1/Graduate_in_December_2026`, or beginning with
    /// `window-2026-05-01/2026-09-30 lasts/12w` for a programme with a start window.
    pub fn to_text(&self) -> String {
        let starts = self.starts.iter();
        let starts = starts.map(|(start, last)| format!("{start}{SEPARATOR}{last}"));
        let window = self.window.iter();
        let window = window.map(|(first, last)| format!("{WINDOW}{first}{SEPARATOR}{last}"));
        let single = [
            (LENGTH, &self.length),
            (WORKING_DAYS, &self.working_days),
            (DEADLINE, &self.deadline),
            (LIMIT, &self.limit),
        ];
        let single = single.into_iter().filter_map(|(name, rest)| {
            let rest = rest.as_ref()?;
            Some(format!("{name}{SEPARATOR}{rest}"))
        });
        let requirements = self.requirements.iter().map(|one| {
            let text = one.text.as_ref().map_or_else(String::new, |(hash, text)| {
                format!("{SEPARATOR}{hash}{SEPARATOR}{text}")
            });
            let Requirement { id, rules, .. } = one;
            format!("{REQUIREMENT}{id}{SEPARATOR}{rules}{text}")
        });
        let words = starts.chain(window).chain(single).chain(requirements);
        words.collect::<Vec<_>>().join(" ")
    }

    /// Reads what [`Self::to_text`] wrote; words that are no terms are passed over.
    pub fn from_text(text: &str) -> Self {
        let mut terms = Self {
            starts: Vec::new(),
            window: None,
            length: None,
            working_days: None,
            deadline: None,
            limit: None,
            requirements: Vec::new(),
        };
        for word in text.split_whitespace() {
            let Some((name, rest)) = word.split_once(SEPARATOR) else {
                continue;
            };
            let rest = rest.to_owned();
            if let Some(id) = name.strip_prefix(REQUIREMENT) {
                terms.requirements.push(requirement(id, &rest));
            } else if let Some(first) = name.strip_prefix(WINDOW) {
                terms.window = Some((first.to_owned(), rest));
            } else if name == LENGTH {
                terms.length = Some(rest);
            } else if name == WORKING_DAYS {
                terms.working_days = Some(rest);
            } else if name == DEADLINE {
                terms.deadline = Some(rest);
            } else if name == LIMIT {
                terms.limit = Some(rest);
            } else {
                terms.starts.push((name.to_owned(), rest));
            }
        }
        terms
    }

    /// What has changed since `before`: start dates first, each kind in the order of the posting.
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let day = |text: &str| CivilDate::parse_iso(text).ok();
        let mut changes = Vec::new();
        // Days are written so that they are in the order of their texts.
        let is_in_window = |start: &str| {
            let mut window = self.window.iter();
            window.any(|(first, last)| (first.as_str()..=last.as_str()).contains(&start))
        };
        for (start, _) in missing_from(&before.starts, &self.starts) {
            if !is_in_window(start) {
                changes.extend(day(start).map(Change::StartGone));
            }
        }
        if let Some((first, last)) = &self.window
            && before.window.is_some()
            && before.window != self.window
        {
            let days = day(first).zip(day(last));
            changes.extend(days.map(|(first, last)| Change::WindowMoved(first, last)));
        }
        if is_other(&self.length, &before.length) {
            changes.push(Change::LengthChanged);
        }
        if is_other(&self.working_days, &before.working_days) {
            changes.push(Change::WorkingDaysChanged);
        }
        for (start, _) in missing_from(&self.starts, &before.starts) {
            changes.extend(day(start).map(Change::StartNew));
        }
        for (start, last) in differing(&self.starts, &before.starts) {
            changes.extend(day(start).map(|start| Change::EndMoved(start, day(last))));
        }
        if is_other(&self.deadline, &before.deadline) {
            let deadline = self.deadline.as_deref().and_then(day);
            changes.push(Change::DeadlineMoved(deadline));
        }
        if is_other(&self.limit, &before.limit) {
            let limit = self.limit.as_ref().and_then(|limit| limit.parse().ok());
            changes.push(Change::LimitChanged(limit));
        }
        let find = |terms: &'_ Self, id: &str| {
            let found = terms.requirements.iter().find(|one| one.id == id);
            found.cloned()
        };
        for gone in &before.requirements {
            if find(self, &gone.id).is_none() {
                let text = gone.text.as_ref().map(|(_, text)| text.replace(BLANK, " "));
                changes.push(Change::RequirementGone(text.unwrap_or_default()));
            }
        }
        for one in &self.requirements {
            let id = one.id.clone();
            match find(before, &id) {
                None => changes.push(Change::RequirementNew(id)),
                Some(known) if known.rules != one.rules => {
                    changes.push(Change::RequirementChanged(id));
                }
                Some(known) if is_other(&one.text, &known.text) => {
                    changes.push(Change::RequirementReworded(id));
                }
                Some(_) => {}
            }
        }
        changes
    }
}

/// A requirement's word without what is before its id.
fn requirement(id: &str, rest: &str) -> Requirement {
    let mut parts = rest.splitn(3, SEPARATOR).map(str::to_owned);
    Requirement {
        id: id.to_owned(),
        rules: parts.next().unwrap_or_default(),
        text: parts.next().zip(parts.next()),
    }
}

/// How a text begins, as a part of a word.
fn beginning(text: &str) -> String {
    let is_apart = |letter: char| letter.is_whitespace() || letter == SEPARATOR;
    let letters = text.chars();
    let mut beginning: String = letters
        .map(|letter| if is_apart(letter) { BLANK } else { letter })
        .take(BEGINNING)
        .collect();
    if text.chars().nth(BEGINNING).is_some() {
        beginning.push('…');
    }
    beginning
}

/// Whether something was said and is said otherwise now.
fn is_other<T: PartialEq>(now: &Option<T>, before: &Option<T>) -> bool {
    before.is_some() && now.is_some() && now != before
}

fn missing_from<'a>(these: &'a [Term], others: &'a [Term]) -> impl Iterator<Item = &'a Term> {
    let is_missing = |(name, _): &&Term| !others.iter().any(|(other, _)| other == name);
    these.iter().filter(is_missing)
}

fn differing<'a>(these: &'a [Term], others: &'a [Term]) -> impl Iterator<Item = &'a Term> {
    let differs = |(name, rest): &&Term| {
        let mut others = others.iter();
        others.any(|(other, other_rest)| other == name && other_rest != rest)
    };
    these.iter().filter(differs)
}

/// Rules without a blank or a separator.
fn in_short(rules: &[Rule]) -> String {
    let rules = rules.iter().map(|rule| match rule {
        Rule::CommitWeeks(weeks) => format!("weeks={weeks}"),
        Rule::GraduateOnOrAfter(month) => format!("from={}", month.first_day()),
        Rule::ReturnToDegree => "return".to_owned(),
        Rule::EnrolledIn(fields) => {
            let is_plain = |letter: char| letter.is_alphanumeric();
            let fields = fields.join("+");
            format!("study={}", fields.replace(|letter| !is_plain(letter), "+"))
        }
    });
    rules.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests;
