//! Programmes by example; working days and last days are proved in `tests/rules`.

use super::*;
use crate::testing::{date, program, summer, weeks};

#[track_caller]
fn check_last_day(start: &str, length: Length, expected: Option<&str>) {
    let cohort = Cohort::of_length(date(start), length, WorkingDays::default());
    assert_eq!(
        cohort.last_day(),
        expected.map(date),
        "{length:?} from {start}"
    );
}

#[test]
fn twelve_weeks_from_each_start_of_summer_2026() {
    let twelve = Length::Weeks(weeks(12));
    check_last_day("2026-05-11", twelve, Some("2026-07-31"));
    check_last_day("2026-05-18", twelve, Some("2026-08-07"));
    check_last_day("2026-05-26", twelve, Some("2026-08-17"));
    check_last_day("2026-06-08", twelve, Some("2026-08-28"));
    check_last_day("2026-06-22", twelve, Some("2026-09-11"));
}

#[test]
fn months_end_the_day_before_and_an_open_length_nowhere() {
    check_last_day("2026-06-01", Length::Months(weeks(3)), Some("2026-08-31"));
    check_last_day("2026-01-31", Length::Months(weeks(1)), Some("2026-02-27"));
    check_last_day("2026-05-11", Length::Open, None);
}

#[test]
fn a_last_day_never_lies_before_the_start() {
    assert_eq!(
        Cohort::with_last_day(date("2026-05-11"), date("2026-05-10")),
        None
    );
    let one_day = Cohort::with_last_day(date("2026-05-11"), date("2026-05-11"));
    assert_eq!(one_day.and_then(Cohort::last_day), Some(date("2026-05-11")));
    // At the end of the range the length is cut short to a Saturday.
    let start = CivilDate::LAST.plus_days(-2);
    let cut = Cohort::of_length(start, Length::Weeks(weeks(9)), WorkingDays::default());
    assert_eq!(cut.last_day(), Some(CivilDate::LAST));
    let weekend = WorkingDays::new([Weekday::Saturday]).expect("a day");
    let cut = Cohort::of_length(start, Length::Weeks(weeks(9)), weekend);
    assert_eq!(cut.last_day(), Some(start));
}

#[test]
fn a_programme_works_on_some_day() {
    assert_eq!(WorkingDays::new([]), None);
}

#[test]
fn listed_starts_are_the_only_ones() {
    let summer = summer();
    assert_eq!(summer.cohorts().len(), 5);
    let cohort = summer.cohort_starting(date("2026-05-26"));
    assert_eq!(cohort.and_then(Cohort::last_day), Some(date("2026-08-17")));
    assert_eq!(summer.cohort_starting(date("2026-05-25")), None);
    assert!(!summer.has_started(date("2026-06-22")));
    assert!(summer.has_started(date("2026-06-23")));
    assert_eq!(summer.starts_in_window(date("2026-05-11")).count(), 0);
}

#[test]
fn a_window_opens_on_its_working_days() {
    let (first, last) = (date("2026-05-11"), date("2026-05-24"));
    let window = program(Length::Weeks(weeks(12)), Starts::Window { first, last });
    assert!(window.cohorts().is_empty());
    assert!(window.cohort_starting(first).is_some());
    assert!(window.cohort_starting(date("2026-05-22")).is_some());
    for closed in ["2026-05-08", "2026-05-16", "2026-05-24", "2026-05-25"] {
        assert_eq!(window.cohort_starting(date(closed)), None, "{closed}");
    }
    assert_eq!(window.starts_in_window(date("2026-01-01")).count(), 10);
    assert_eq!(
        window.starts_in_window(date("2026-05-20")).next(),
        Some(date("2026-05-20"))
    );
    assert_eq!(window.starts_in_window(date("2026-05-25")).next(), None);
    assert!(!window.has_started(last));
    assert!(window.has_started(date("2026-05-25")));
}

#[test]
fn any_start_will_do_where_none_is_named() {
    let any = program(Length::Open, Starts::Any);
    let sunday = any.cohort_starting(date("2026-05-24"));
    assert_eq!(
        sunday.map(|cohort| (cohort.start(), cohort.last_day())),
        Some((date("2026-05-24"), None))
    );
    assert!(!any.has_started(CivilDate::LAST));
}
