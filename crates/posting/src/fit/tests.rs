//! Fits by example, windows by law; the laws of single fits are in `tests/rules`.

use proptest::prelude::*;

use super::*;
use crate::program::{Length, Starts};
use crate::testing::{availability, cohort, date, program, summer, weeks};

#[test]
fn every_reason_is_told_with_the_nearest_change() {
    let availability = availability(
        "2026-05-14",
        "2026-07-31",
        &[
            ("2026-06-03", "2026-06-07", "exam"),
            ("2026-06-06", "2026-06-07", "weekend"),
        ],
    );
    let working_days = WorkingDays::default();
    let cohort = cohort("2026-05-11", "2026-08-07");
    let reasons = [
        Reason::StartsTooEarly { days: 3 },
        Reason::EndsTooLate { days: 7 },
        Reason::LosesWorkingDays { days: 3, busy: 0 },
    ];
    let fit = Fit::judge(cohort, &availability, working_days, date("2026-05-11"));
    assert_eq!(fit.reasons(), reasons);
    let change = Change {
        free_from: Some((date("2026-05-11"), 3)),
        stay_until: Some((date("2026-08-07"), 7)),
        keep_free: vec![0],
    };
    assert_eq!(fit.nearest_change(), Some(&change));
    let lost = ["2026-06-03", "2026-06-04", "2026-06-05"].map(date);
    assert_eq!(fit.lost_days(), lost);

    let late = Fit::judge(cohort, &availability, working_days, date("2026-05-13"));
    assert_eq!(late.reasons()[0], Reason::AlreadyStarted { days: 2 });
    assert_eq!(late.reasons()[1..], reasons);
    assert_eq!(late.nearest_change(), None);
}

/// Only days of the programme have to be kept free, and days of two ranges once.
#[track_caller]
fn check_lost_ranges(busy: &[(&str, &str, &str)], expected: &[(&str, &str)]) {
    let cohort = cohort("2026-05-11", "2026-07-31");
    let fit = Fit::judge(
        cohort,
        &availability("", "", busy),
        WorkingDays::default(),
        cohort.start(),
    );
    let ranges = fit.lost_ranges().iter();
    let ranges: Vec<_> = ranges
        .map(|(first, last)| (first.to_string(), last.to_string()))
        .collect();
    let expected = expected.iter();
    let expected: Vec<_> = expected
        .map(|(first, last)| ((*first).to_owned(), (*last).to_owned()))
        .collect();
    assert_eq!(ranges, expected, "{busy:?}");
}

#[test]
fn lost_ranges_lie_within_the_programme_and_hold_no_day_twice() {
    check_lost_ranges(
        &[("2026-05-01", "2026-12-01", "")],
        &[("2026-05-11", "2026-07-31")],
    );
    // Weekends at the ends cost nothing.
    check_lost_ranges(
        &[("2026-06-03", "2026-06-07", "")],
        &[("2026-06-03", "2026-06-05")],
    );
    check_lost_ranges(
        &[
            ("2026-06-01", "2026-06-04", ""),
            ("2026-06-03", "2026-06-09", ""),
        ],
        &[("2026-06-01", "2026-06-09")],
    );
    check_lost_ranges(
        &[
            ("2026-06-01", "2026-06-02", ""),
            ("2026-06-04", "2026-06-04", ""),
            ("2026-06-13", "2026-06-14", ""),
        ],
        &[("2026-06-01", "2026-06-02"), ("2026-06-04", "2026-06-04")],
    );
    check_lost_ranges(&[("2026-08-01", "2026-12-01", "")], &[]);
}

#[test]
fn an_open_length_has_a_start_to_miss_but_no_end() {
    let open = Cohort::of_length(date("2026-05-18"), Length::Open, WorkingDays::default());
    let judge = |availability| {
        Fit::judge(open, &availability, WorkingDays::default(), open.start())
            .reasons()
            .to_vec()
    };
    assert_eq!(judge(availability("2026-05-18", "2026-05-18", &[])), []);
    let gone = availability("", "2026-05-15", &[]);
    assert_eq!(judge(gone), [Reason::StartsTooLate { days: 3 }]);
    let busy = availability(
        "",
        "",
        &[
            ("2026-01-01", "2026-05-17", ""),
            ("2027-05-15", "2027-05-18", ""),
        ],
    );
    assert_eq!(judge(busy), [Reason::LosesWorkingDays { days: 2, busy: 1 }]);
}

#[track_caller]
fn check_choices(choices: &str, expected: &[&str]) {
    let ranked = ranked_choices(choices, &summer());
    let starts: Vec<_> = ranked
        .iter()
        .map(|cohort| cohort.start().to_string())
        .collect();
    assert_eq!(starts, expected, "{choices}");
}

#[test]
fn choices_keep_their_rank() {
    check_choices("2026-06-08 2026-05-11", &["2026-06-08", "2026-05-11"]);
    check_choices(
        "2026-06-08 2026-05-11 2026-06-08",
        &["2026-06-08", "2026-05-11"],
    );
    check_choices("  2026-05-12 soon 2026-02-31\n2026-05-11 ", &["2026-05-11"]);
    check_choices("", &[]);
}

fn window(first: CivilDate, last: CivilDate, length: Length) -> Program {
    program(length, Starts::Window { first, last })
}

#[track_caller]
fn check_best(availability: &Availability, today: &str, expected: Option<&str>) {
    let window = window(
        date("2026-05-11"),
        date("2026-06-30"),
        Length::Weeks(weeks(12)),
    );
    let best = best_in_window(&window, availability, date(today)).map(Cohort::start);
    assert_eq!(best, expected.map(date));
}

#[test]
fn the_first_start_that_fits_is_best() {
    let free = availability("2026-05-16", "2026-08-28", &[]);
    check_best(&free, "2026-03-02", Some("2026-05-18"));
    check_best(&free, "2026-05-20", Some("2026-05-20"));
    check_best(&free, "2026-07-01", None);
    let exam = availability(
        "2026-05-16",
        "2026-09-30",
        &[("2026-05-20", "2026-05-22", "")],
    );
    check_best(&exam, "2026-03-02", Some("2026-05-25"));
}

#[test]
fn without_a_fit_the_fewest_days_decide() {
    // Monday 18 May asks for 2 days before and 4 after; its neighbours end over a weekend later.
    let short = availability("2026-05-20", "2026-08-03", &[]);
    check_best(&short, "2026-03-02", Some("2026-05-18"));
    // 12, 13 and 14 May ask for two days each; the earliest of them is best.
    let equal = availability("2026-05-14", "2026-08-03", &[]);
    check_best(&equal, "2026-03-02", Some("2026-05-12"));
    check_best(
        &availability("2026-01-01", "2026-05-08", &[]),
        "2026-03-02",
        Some("2026-05-11"),
    );
    assert_eq!(
        best_in_window(&summer(), &Availability::default(), date("2026-03-02")),
        None
    );
}

#[test]
fn a_window_of_centuries_is_cut_to_three_years() {
    let all = window(CivilDate::FIRST, CivilDate::LAST, Length::Weeks(weeks(12)));
    let never = availability("2100-01-01", "2100-01-01", &[]);
    let best = best_in_window(&all, &never, date("2026-03-02")).map(Cohort::start);
    let last = WorkingDays::default().between(date("2026-03-02"), CivilDate::LAST);
    assert_eq!(best, last.take(3 * 366).last());
}

/// What the nearest change asks for, read from the judgement itself.
fn days_asked(fit: &Fit) -> u32 {
    let Some(change) = fit.nearest_change() else {
        return 0;
    };
    let days = |part: Option<(CivilDate, u32)>| part.map_or(0, |(_, days)| days);
    let lost = u32::try_from(fit.lost_days().len()).expect("few days");
    days(change.free_from) + days(change.stay_until) + lost
}

proptest! {
    #[test]
    fn no_start_in_the_window_is_better(
        (first, more) in (0..100, 0..60),
        (from, free) in (prop::option::of(0..200), prop::option::of(0..200)),
        busy in prop::collection::vec((0..250, 0..20), 0..4),
        today in 0..120,
        length in prop::sample::select(vec![
            Length::Weeks(weeks(1)), Length::Weeks(weeks(12)), Length::Months(weeks(2)), Length::Open,
        ]),
    ) {
        let day = |days: i32| date("2026-01-01").plus_days(days);
        let busy = busy.into_iter().map(|(first, more)| {
            BusyRange::new(day(first), day(first + more), "").expect("a range")
        });
        let until = free.map(|days| day(from.unwrap_or(0) + days));
        let availability = Availability::new(from.map(day), until, busy.collect()).expect("a window");
        let program = window(day(first), day(first + more), length);
        // A minimum keeps the first of equals, as the best start must be the earliest.
        let naive = (first.max(today)..=first + more)
            .filter_map(|start| program.cohort_starting(day(start)))
            .min_by_key(|cohort| {
                days_asked(&Fit::judge(*cohort, &availability, program.working_days(), day(today)))
            });
        prop_assert_eq!(best_in_window(&program, &availability, day(today)), naive);
    }
}
