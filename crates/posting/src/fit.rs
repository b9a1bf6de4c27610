//! Whether a cohort fits a candidate's availability; if not, every reason and the
//! nearest change that would make it fit.

use crate::availability::{Availability, BusyRange};
use crate::date::CivilDate;
use crate::program::{Cohort, Program, WorkingDays};

/// How many starts of a window are looked at: three years of days. It bounds the work done on
/// each keystroke; real windows last weeks.
const MAX_STARTS: usize = 3 * 366;

/// How a cohort and an availability go together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fit {
    reasons: Vec<Reason>,
    nearest_change: Option<Change>,
    lost_days: Vec<CivilDate>,
    lost_ranges: Vec<(CivilDate, CivilDate)>,
}

/// One reason why a cohort does not fit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// It started `days` (at least 1) before today.
    AlreadyStarted {
        /// Days from the start to today.
        days: u32,
    },
    /// It starts `days` (at least 1) before the candidate is free.
    StartsTooEarly {
        /// Days from the cohort's start to the earliest start.
        days: u32,
    },
    /// It ends `days` (at least 1) after the candidate must stop.
    EndsTooLate {
        /// Days from the latest end to the cohort's last day.
        days: u32,
    },
    /// It has no last day, and starts `days` (at least 1) after the candidate must stop.
    StartsTooLate {
        /// Days from the latest end to the cohort's start.
        days: u32,
    },
    /// Working days (at least 1) fall into a busy range.
    LosesWorkingDays {
        /// How many working days of the cohort lie in the range.
        days: u32,
        /// Which range: index into [`Availability::busy`].
        busy: usize,
    },
}

/// The smallest change of the availability that makes a cohort fit: everything in it is needed,
/// and together it is enough.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Change {
    /// Be free from this day, so many days earlier.
    pub free_from: Option<(CivilDate, u32)>,
    /// Stay until this day, so many days longer.
    pub stay_until: Option<(CivilDate, u32)>,
    /// Give up these busy ranges (indexes into [`Availability::busy`]) on the cohort's working days.
    pub keep_free: Vec<usize>,
}

impl Fit {
    /// Judges `cohort` against `availability` on the day `today`.
    ///
    /// A cohort that starts today has not started yet. Days off (weekends) inside a busy range
    /// cost nothing. A cohort of open length has no last day to miss but must at least begin by
    /// the latest end; its working days are looked at up to the end of each busy range.
    pub fn judge(
        cohort: Cohort,
        availability: &Availability,
        working_days: WorkingDays,
        today: CivilDate,
    ) -> Self {
        let mut reasons = Vec::new();
        let mut change = Change::default();
        let started = days_between(cohort.start(), today);
        if started > 0 {
            reasons.push(Reason::AlreadyStarted { days: started });
        }
        let (early, late) = missed_ends(cohort, availability);
        if early > 0 {
            reasons.push(Reason::StartsTooEarly { days: early });
            change.free_from = Some((cohort.start(), early));
        }
        if late > 0 {
            reasons.push(match cohort.last_day() {
                Some(_) => Reason::EndsTooLate { days: late },
                None => Reason::StartsTooLate { days: late },
            });
            change.stay_until = Some((needed_until(cohort), late));
        }
        for (busy, range) in availability.busy().iter().enumerate() {
            let days = overlap(cohort, range)
                .map_or(0, |(first, last)| working_days.count_between(first, last));
            if days > 0 {
                reasons.push(Reason::LosesWorkingDays { days, busy });
                change.keep_free.push(busy);
            }
        }
        let mut lost_days = Vec::new();
        for (first, last) in lost_stretches(cohort, availability) {
            lost_days.extend(working_days.between(first, last));
        }
        let mut lost_ranges: Vec<(CivilDate, CivilDate)> = Vec::new();
        for &day in &lost_days {
            match lost_ranges.last_mut() {
                Some((_, last)) if working_days.on_or_after(last.plus_days(1)) == day => {
                    *last = day
                }
                _ => lost_ranges.push((day, day)),
            }
        }
        Self {
            lost_ranges,
            nearest_change: (started == 0 && !reasons.is_empty()).then_some(change),
            reasons,
            lost_days,
        }
    }

    /// Whether there is no reason against it.
    pub fn fits(&self) -> bool {
        self.reasons.is_empty()
    }

    /// Every reason against it; empty if it fits.
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// The smallest change that would make it fit; `None` if it fits or nothing would (it has
    /// already started).
    pub fn nearest_change(&self) -> Option<&Change> {
        self.nearest_change.as_ref()
    }

    /// The working days lost to busy ranges, in order, each once.
    pub fn lost_days(&self) -> &[CivilDate] {
        &self.lost_days
    }

    /// The same days as ranges, first and last days included: those in a row, as Friday and Monday are
    /// where weekends are off, in one range.
    pub fn lost_ranges(&self) -> &[(CivilDate, CivilDate)] {
        &self.lost_ranges
    }
}

/// For a programme with a start window: the cohort that fits best. The first start in the window
/// that fits; if none does, the one whose nearest change asks for the fewest days (days to be
/// free earlier, days to stay longer and working days lost, together), the earliest of these.
/// Starts before `today` don't count, nor those more than three years of days after the first
/// one that does. `None` if the whole window lies before `today` or the
/// programme has no window.
pub fn best_in_window(
    program: &Program,
    availability: &Availability,
    today: CivilDate,
) -> Option<Cohort> {
    let mut best: Option<(u32, Cohort)> = None;
    for start in program.starts_in_window(today).take(MAX_STARTS) {
        let cohort = Cohort::of_length(start, program.length(), program.working_days());
        let days = days_to_change(cohort, availability, program.working_days());
        if best.is_none_or(|(fewest, _)| days < fewest) {
            best = Some((days, cohort));
        }
        if days == 0 {
            break;
        }
    }
    best.map(|(_, cohort)| cohort)
}

/// The chosen cohorts in the candidate's order, read from the draft's `choices` record: starts
/// the programme doesn't have are left out, repeated ones count once.
pub fn ranked_choices(choices: &str, program: &Program) -> Vec<Cohort> {
    let mut ranked: Vec<Cohort> = Vec::new();
    for word in choices.split_ascii_whitespace() {
        let cohort = CivilDate::parse_iso(word)
            .ok()
            .and_then(|start| program.cohort_starting(start));
        if let Some(cohort) = cohort
            && !ranked.contains(&cohort)
        {
            ranked.push(cohort);
        }
    }
    ranked
}

/// How many days the nearest change asks for; 0 if the cohort fits.
fn days_to_change(cohort: Cohort, availability: &Availability, working_days: WorkingDays) -> u32 {
    let (early, late) = missed_ends(cohort, availability);
    let lost: u32 = lost_stretches(cohort, availability)
        .map(|(first, last)| working_days.count_between(first, last))
        .sum();
    early + late + lost
}

/// Days from `first` to `last`, 0 if `last` comes first.
fn days_between(first: CivilDate, last: CivilDate) -> u32 {
    u32::try_from(first.days_until(last)).unwrap_or(0)
}

/// By how many days the cohort starts too early and ends too late.
fn missed_ends(cohort: Cohort, availability: &Availability) -> (u32, u32) {
    let early = availability
        .earliest_start()
        .map_or(0, |free| days_between(cohort.start(), free));
    let late = availability
        .latest_end()
        .map_or(0, |end| days_between(end, needed_until(cohort)));
    (early, late)
}

/// The last day the candidate must at least stay for.
fn needed_until(cohort: Cohort) -> CivilDate {
    cohort.last_day().unwrap_or(cohort.start())
}

/// The part of a busy range that lies within the cohort.
fn overlap(cohort: Cohort, range: &BusyRange) -> Option<(CivilDate, CivilDate)> {
    let first = range.first().max(cohort.start());
    let last = cohort
        .last_day()
        .map_or(range.last(), |last| last.min(range.last()));
    (first <= last).then_some((first, last))
}

/// The parts of the cohort that lie in busy ranges, in order and without overlap, so that a day
/// in two ranges counts once.
fn lost_stretches(
    cohort: Cohort,
    availability: &Availability,
) -> impl Iterator<Item = (CivilDate, CivilDate)> {
    let mut next = CivilDate::FIRST;
    let overlaps = availability
        .busy()
        .iter()
        .filter_map(move |range| overlap(cohort, range));
    overlaps.filter_map(move |(first, last)| {
        let stretch = (first.max(next), last);
        next = next.max(last.plus_days(1));
        (stretch.0 <= last).then_some(stretch)
    })
}

#[cfg(test)]
mod tests;
