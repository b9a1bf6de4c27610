//! Requirements: qualifications with a rule, computed where the draft allows and
//! asked where it does not.

use std::num::NonZeroU16;

use crate::availability::{Availability, BusyRange};
use crate::date::{CivilDate, YearMonth};
use crate::draft::{Answer, Draft, record};
use crate::fit::{Fit, best_in_window, ranked_choices};
use crate::program::{Cohort, Length, Program, Starts, WorkingDays};
use crate::typed_date::{DateLanguage, TypedDateError, parse_typed_month};

/// A rule that a qualification states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rule {
    /// Commit to this many weeks.
    CommitWeeks(NonZeroU16),
    /// Graduate in this month or later.
    GraduateOnOrAfter(YearMonth),
    /// Go back to the degree after the programme.
    ReturnToDegree,
    /// Study one of these fields; never empty.
    EnrolledIn(Vec<String>),
}

/// What is known about a requirement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Met, by what the candidate stated.
    Met,
    /// Not met, with the reason.
    NotMet(Shortfall),
    /// Can't be said yet: an answer is missing.
    Unknown,
    /// The typed month of graduation can't be read.
    Unreadable(TypedDateError),
}

/// By how much a requirement is missed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shortfall {
    /// The longest stretch available is this many whole weeks.
    Weeks(u32),
    /// None of the chosen start dates fits.
    NoChoiceFits,
    /// None is chosen, and none of the programme's start dates fits.
    NoStartFits,
    /// Graduation comes this many months too early.
    Months(u32),
    /// The candidate said no.
    Denied,
}

/// Evaluates a rule.
///
/// * `CommitWeeks`: unknown while no earliest start is stated. With cohorts that last that long:
///   met as soon as one of the chosen ones (or, with none chosen, any) fits; not met if all
///   choices miss. Otherwise met if some stretch of that many weeks, counted by the rule for last
///   days, lies from the earliest start (or today) to the latest end and loses no working day;
///   unknown while no latest end is stated.
/// * `GraduateOnOrAfter`: by the typed month of graduation.
/// * `ReturnToDegree`, `EnrolledIn`: by the candidate's answer under `qualification_id`:
///   `met` or `not-yet` (for `EnrolledIn`, `partly` means a related field and counts as met).
pub fn evaluate(
    rule: &Rule,
    qualification_id: &str,
    draft: &Draft,
    availability: &Availability,
    program: Option<&Program>,
    language: &DateLanguage,
    today: CivilDate,
) -> Outcome {
    match rule {
        Rule::CommitWeeks(weeks) => {
            let choices = draft.text(record::CHOICES);
            commit_weeks(*weeks, choices, availability, program, today)
        }
        Rule::GraduateOnOrAfter(month) => {
            graduate(*month, draft.text(record::GRADUATION), language)
        }
        Rule::ReturnToDegree => match draft.answer(qualification_id) {
            Some(Answer::Met) => Outcome::Met,
            Some(Answer::NotYet) => Outcome::NotMet(Shortfall::Denied),
            Some(Answer::Partly) | None => Outcome::Unknown,
        },
        Rule::EnrolledIn(_) => match draft.answer(qualification_id) {
            Some(Answer::Met | Answer::Partly) => Outcome::Met,
            Some(Answer::NotYet) => Outcome::NotMet(Shortfall::Denied),
            None => Outcome::Unknown,
        },
    }
}

fn graduate(required: YearMonth, typed: &str, language: &DateLanguage) -> Outcome {
    if typed.trim().is_empty() {
        return Outcome::Unknown;
    }
    match parse_typed_month(typed, language) {
        Err(error) => Outcome::Unreadable(error),
        Ok(month) => match u32::try_from(month.months_until(required)) {
            Ok(months) if months > 0 => Outcome::NotMet(Shortfall::Months(months)),
            _ => Outcome::Met,
        },
    }
}

fn commit_weeks(
    weeks: NonZeroU16,
    choices: &str,
    availability: &Availability,
    program: Option<&Program>,
    today: CivilDate,
) -> Outcome {
    let Some(earliest_start) = availability.earliest_start() else {
        return Outcome::Unknown;
    };
    let working_days = program.map(Program::working_days).unwrap_or_default();
    let chosen = program.map_or_else(Vec::new, |program| ranked_choices(choices, program));
    let mut cohorts = match program {
        Some(program) if chosen.is_empty() => offered(program, availability, today),
        _ => chosen.clone(),
    };
    cohorts.retain(|cohort| lasts(*cohort, weeks, program));
    let fits = |cohort: &Cohort| Fit::judge(*cohort, availability, working_days, today).fits();
    if cohorts.iter().any(fits) {
        return Outcome::Met;
    }
    let none_fits = if chosen.is_empty() {
        Shortfall::NoStartFits
    } else {
        Shortfall::NoChoiceFits
    };
    if !chosen.is_empty() && cohorts.len() == chosen.len() {
        return Outcome::NotMet(none_fits);
    }
    let Some(latest_end) = availability.latest_end() else {
        return if cohorts.is_empty() {
            Outcome::Unknown
        } else {
            Outcome::NotMet(none_fits)
        };
    };
    let first = earliest_start.max(today);
    let longest = longest_stretch(first, latest_end, availability.busy(), working_days);
    if longest < u32::from(weeks.get()) {
        Outcome::NotMet(Shortfall::Weeks(longest))
    } else if cohorts.is_empty() {
        Outcome::Met
    } else {
        Outcome::NotMet(none_fits)
    }
}

/// The cohorts to try when none is chosen.
fn offered(program: &Program, availability: &Availability, today: CivilDate) -> Vec<Cohort> {
    match program.starts() {
        Starts::Cohorts(cohorts) => cohorts.clone(),
        Starts::Window { .. } => Vec::from_iter(best_in_window(program, availability, today)),
        Starts::Any => Vec::new(),
    }
}

/// Whether a cohort lasts the weeks, by the programme's stated length or by its own last day.
fn lasts(cohort: Cohort, weeks: NonZeroU16, program: Option<&Program>) -> bool {
    let Some(program) = program else { return false };
    if let Length::Weeks(length) = program.length() {
        return length >= weeks;
    }
    let needed = Cohort::of_length(cohort.start(), Length::Weeks(weeks), program.working_days());
    cohort.last_day().is_some() && cohort.last_day() >= needed.last_day()
}

/// The most whole weeks, by the rule for last days, that fit between `first` and `last` without
/// losing a working day to a busy range. `busy` is in order of first days.
fn longest_stretch(
    first: CivilDate,
    last: CivilDate,
    busy: &[BusyRange],
    working_days: WorkingDays,
) -> u32 {
    let mut longest = 0;
    let mut start = first;
    for range in busy {
        let lost_from = working_days.on_or_after(range.first());
        let lost_until = working_days.on_or_before(range.last());
        if lost_from <= lost_until {
            longest = longest.max(weeks_between(
                start,
                lost_from.plus_days(-1).min(last),
                working_days,
            ));
            start = start.max(lost_until.plus_days(1));
        }
    }
    longest.max(weeks_between(start, last, working_days))
}

/// The most weeks of a cohort that starts on `start` and ends by `last`. The last day moves back
/// over days off, so days off that follow `last` count as well.
fn weeks_between(start: CivilDate, last: CivilDate, working_days: WorkingDays) -> u32 {
    let free_until = working_days.on_or_after(last.plus_days(1)).plus_days(-1);
    let weeks = (start.days_until(free_until) + 1).div_euclid(7);
    u32::try_from(weeks).unwrap_or(0)
}

#[cfg(test)]
mod tests;
