//! Fits and nearest changes: every start day from 2024 to 2032, lengths of 1 to 30
//! weeks, and every window whose edges can matter.

use std::sync::LazyLock;

use posting::availability::Availability;
use posting::fit::{Change, Fit, Reason};
use posting::program::{Cohort, WorkingDays};
use proptest::prelude::*;

use crate::days::{Day, days_of};
use crate::windows::{Expected, Window, cohort, expected, for_every_cohort};

fn judge(cohort: Cohort, availability: &Availability) -> Fit {
    Fit::judge(cohort, availability, WorkingDays::default(), cohort.start())
}

/// The availability after a change, with the edges given up that the change names.
fn changed(availability: &Availability, change: &Change) -> Availability {
    let busy = availability.busy().iter().enumerate();
    let kept = busy.filter(|(place, _)| !change.keep_free.contains(place));
    Availability::new(
        change
            .free_from
            .map_or(availability.earliest_start(), |(day, _)| Some(day)),
        change
            .stay_until
            .map_or(availability.latest_end(), |(day, _)| Some(day)),
        kept.map(|(_, range)| range.clone()).collect(),
    )
    .expect("a change only widens")
}

/// The change with one of its parts left out, in every way, or asking for one day less.
fn lesser(change: &Change) -> Vec<Change> {
    let mut all = Vec::new();
    if let Some((day, days)) = change.free_from {
        all.push(Change {
            free_from: None,
            ..change.clone()
        });
        let later = (day.plus_days(1), days - 1);
        all.push(Change {
            free_from: Some(later),
            ..change.clone()
        });
    }
    if let Some((day, days)) = change.stay_until {
        all.push(Change {
            stay_until: None,
            ..change.clone()
        });
        let earlier = (day.plus_days(-1), days - 1);
        all.push(Change {
            stay_until: Some(earlier),
            ..change.clone()
        });
    }
    for place in 0..change.keep_free.len() {
        let mut less = change.clone();
        less.keep_free.remove(place);
        all.push(less);
    }
    all
}

/// Compares with the day-by-day judgement. Widening an edge by a day less than asked may leave
/// an end before a start; that is no availability, so there is nothing to judge.
fn check(days: &[Day], start: usize, weeks: usize, window: &Window, laws: Laws) {
    let Some(availability) = window.availability(days) else {
        return;
    };
    let (cohort, last) = cohort(days, start, weeks);
    let fit = judge(cohort, &availability);
    let expected = expected(days, start, last, window);
    let found = Expected {
        reasons: fit.reasons().to_vec(),
        change: fit.nearest_change().cloned(),
        lost: fit.lost_days().to_vec(),
    };
    assert_eq!(
        found,
        expected,
        "{weeks} weeks from {}, {availability:?}",
        cohort.start()
    );
    assert_eq!(fit.fits(), expected.reasons.is_empty());
    if let (Laws::OfChange, Some(change)) = (laws, &expected.change) {
        let enough = changed(&availability, change);
        assert!(
            judge(cohort, &enough).fits(),
            "{cohort:?}, {availability:?}, {change:?}"
        );
        for less in lesser(change) {
            let short = changed(&availability, &less);
            assert!(
                !judge(cohort, &short).fits(),
                "{cohort:?}, {availability:?}, {less:?}"
            );
        }
    }
}

/// Which laws to check besides the comparison. Those of changes take several judgements each.
#[derive(Clone, Copy)]
enum Laws {
    None,
    OfChange,
}

/// The days before, on and after one, no limit, and one far off.
fn around(place: usize, far: usize) -> [Option<usize>; 5] {
    [
        None,
        Some(place - 1),
        Some(place),
        Some(place + 1),
        Some(far),
    ]
}

/// Busy ranges that touch, enter, straddle and overlap at the edges of a cohort.
fn busy_shapes(start: usize, last: usize) -> [Vec<(usize, usize)>; 7] {
    [
        vec![(start - 3, start - 1), (last + 1, last + 3)],
        vec![(start - 3, start), (last, last + 3)],
        vec![(start, start + 1), (start + 1, start + 1)],
        vec![(start + 1, start + 3), (start + 2, start + 6)],
        vec![(start + 2, start + 3), (last - 1, last)],
        vec![(start - 1, last + 1)],
        vec![
            (start, start + 6),
            (start + 1, start + 2),
            (start + 3, start + 4),
        ],
    ]
}

#[test]
fn every_edge_of_a_window_is_judged_to_the_day() {
    for_every_cohort(|days, start, weeks| {
        let (_, last) = cohort(days, start, weeks);
        for from in around(start, start + 40) {
            for until in around(last, start - 1) {
                let window = Window {
                    from,
                    until,
                    busy: vec![],
                };
                check(days, start, weeks, &window, Laws::None);
            }
        }
    });
}

#[test]
fn every_busy_range_at_an_edge_is_judged_to_the_day() {
    for_every_cohort(|days, start, weeks| {
        let (_, last) = cohort(days, start, weeks);
        for mut busy in busy_shapes(start, last) {
            busy.sort_unstable();
            let window = Window {
                busy,
                ..Window::default()
            };
            check(days, start, weeks, &window, Laws::None);
        }
    });
}

#[test]
fn the_nearest_change_is_enough_and_all_of_it_is_needed() {
    for_every_cohort(|days, start, weeks| {
        let (_, last) = cohort(days, start, weeks);
        // Every start meets every shape with some length, and every length with some start.
        let mut busy = busy_shapes(start, last)[(start + weeks) % 7].clone();
        busy.sort_unstable();
        for (from, until) in [(Some(start + 1), Some(last - 1)), (Some(start + 2), None)] {
            let busy = busy.clone();
            let window = Window { from, until, busy };
            check(days, start, weeks, &window, Laws::OfChange);
        }
    });
}

#[test]
fn only_a_start_before_today_has_started() {
    let days = days_of(2023..=2033);
    let availability = Availability::default();
    for start in 400..days.len() - 300 {
        let (cohort, _) = cohort(&days, start, 12);
        for (today, started) in [(start - 1, 0), (start, 0), (start + 1, 1), (start + 90, 90)] {
            let fit = Fit::judge(
                cohort,
                &availability,
                WorkingDays::default(),
                days[today].date(),
            );
            let reason = (started > 0).then_some(Reason::AlreadyStarted { days: started });
            assert_eq!(fit.reasons(), Vec::from_iter(reason));
            assert_eq!(fit.nearest_change(), None);
        }
    }
}

static DAYS: LazyLock<Vec<Day>> = LazyLock::new(|| days_of(2025..=2027));

fn windows() -> impl Strategy<Value = Window> {
    let edge = || prop::option::of(300_usize..700);
    let range = (300_usize..700, 0_usize..30).prop_map(|(first, more)| (first, first + more));
    (edge(), edge(), prop::collection::vec(range, 0..4)).prop_map(|(from, until, mut busy)| {
        busy.sort_unstable();
        Window { from, until, busy }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_window_is_judged_to_the_day(window in windows(), start in 300_usize..600, weeks in 1_usize..20) {
        let days = &*DAYS;
        check(days, start, weeks, &window, Laws::OfChange);
    }

    #[test]
    fn widening_never_turns_a_fit_into_a_miss(
        window in windows(),
        start in 300_usize..600,
        weeks in 1_usize..20,
        earlier in prop::option::of(0_usize..60),
        later in prop::option::of(0_usize..60),
        freed in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..9, 0_usize..9), 0..3),
    ) {
        let days = &*DAYS;
        let mut wider = window.clone();
        wider.from = window.from.zip(earlier).map(|(from, days)| from - days);
        wider.until = window.until.zip(later).map(|(until, days)| until + days);
        for (index, after, before) in freed {
            if !wider.busy.is_empty() {
                let place = index.index(wider.busy.len());
                let (first, last) = wider.busy.remove(place);
                if first + after + before <= last {
                    wider.busy.push((first + after, last - before));
                }
            }
        }
        let (cohort, _) = cohort(days, start, weeks);
        if let (Some(narrow), Some(wide)) = (window.availability(days), wider.availability(days)) {
            let (narrow, wide) = (judge(cohort, &narrow), judge(cohort, &wide));
            prop_assert!(wide.fits() || !narrow.fits());
            prop_assert!(wide.reasons().len() <= narrow.reasons().len());
        }
    }
}
