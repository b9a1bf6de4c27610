//! Cohorts and windows as places in a row of days, and what must be found about them
//! by looking at each day in turn.

use std::num::NonZeroU16;

use posting::availability::{Availability, BusyRange};
use posting::date::CivilDate;
use posting::fit::{Change, Reason};
use posting::program::{Cohort, Length, WorkingDays};

use crate::days::{Day, days_of};

/// An availability in places of a row of days: first free, last free, busy from and to.
#[derive(Clone, Default, Debug)]
pub struct Window {
    pub from: Option<usize>,
    pub until: Option<usize>,
    pub busy: Vec<(usize, usize)>,
}

impl Window {
    pub fn availability(&self, days: &[Day]) -> Option<Availability> {
        let date = |place: usize| days[place].date();
        let busy = self
            .busy
            .iter()
            .map(|(first, last)| BusyRange::new(date(*first), date(*last), ""));
        let busy: Option<Vec<_>> = busy.collect();
        Availability::new(self.from.map(date), self.until.map(date), busy?)
    }
}

/// What must be found, by looking at each day in turn.
#[derive(PartialEq, Debug)]
pub struct Expected {
    pub reasons: Vec<Reason>,
    pub change: Option<Change>,
    pub lost: Vec<CivilDate>,
}

/// Judges a cohort from place `start` to place `last`; the window's busy ranges are in order.
pub fn expected(days: &[Day], start: usize, last: usize, window: &Window) -> Expected {
    let count = |days: usize| u32::try_from(days).expect("few days");
    let mut reasons = Vec::new();
    let mut change = Change::default();
    if let Some(from) = window.from.filter(|from| *from > start) {
        let days_early = count(from - start);
        reasons.push(Reason::StartsTooEarly { days: days_early });
        change.free_from = Some((days[start].date(), days_early));
    }
    if let Some(until) = window.until.filter(|until| *until < last) {
        let days_late = count(last - until);
        reasons.push(Reason::EndsTooLate { days: days_late });
        change.stay_until = Some((days[last].date(), days_late));
    }
    let mut lost: Vec<usize> = Vec::new();
    for (busy, range) in window.busy.iter().enumerate() {
        let is_lost = |place: &usize| (start..=last).contains(place) && days[*place].is_working();
        let in_range: Vec<usize> = (range.0..=range.1).filter(is_lost).collect();
        if !in_range.is_empty() {
            let days = count(in_range.len());
            reasons.push(Reason::LosesWorkingDays { days, busy });
            change.keep_free.push(busy);
        }
        lost.extend(in_range);
    }
    lost.sort_unstable();
    lost.dedup();
    Expected {
        lost: lost.into_iter().map(|place| days[place].date()).collect(),
        change: (!reasons.is_empty()).then_some(change),
        reasons,
    }
}

pub fn cohort(days: &[Day], start: usize, weeks: usize) -> (Cohort, usize) {
    let count = u16::try_from(weeks).ok().and_then(NonZeroU16::new);
    let length = Length::Weeks(count.expect("at least one week"));
    let cohort = Cohort::of_length(days[start].date(), length, WorkingDays::default());
    let last = (start..start + 7 * weeks)
        .rev()
        .find(|place| days[*place].is_working());
    (cohort, last.expect("a week has a working day"))
}

/// Every start day and length, spread over the machine's processors.
pub fn for_every_cohort(work: impl Fn(&[Day], usize, usize) + Sync) {
    let days = days_of(2023..=2034);
    let first = days.iter().position(|day| day.year == 2024).expect("2024");
    let end = days.iter().position(|day| day.year == 2033).expect("2033");
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (days, work) = (&days, &work);
            scope.spawn(move || {
                for start in (first + thread..end).step_by(threads) {
                    for weeks in 1..=30 {
                        work(days, start, weeks);
                    }
                }
            });
        }
    });
}
