//! Drafts read into availabilities, by example.

use super::*;
use crate::typed_date::DateOrder;

fn read(records: &[(&str, &str)]) -> Result<Availability, Vec<FieldProblem>> {
    let mut draft = Draft::default();
    for (record, text) in records {
        draft.set(record, text);
    }
    Availability::from_draft(&draft, &DateLanguage::english(DateOrder::MonthDayYear))
}

#[track_caller]
fn check_problems(records: &[(&str, &str)], expected: &[(&str, FieldError)]) {
    let problems = read(records).expect_err("the draft should be refused");
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.record.as_str(), problem.error.clone()))
        .collect();
    assert_eq!(found, expected);
}

fn date(text: &str) -> CivilDate {
    CivilDate::parse_iso(text).expect("a date")
}

#[test]
fn reads_dates_and_busy_ranges_in_order_of_time() {
    let availability = read(&[
        ("earliest-start", "11 May 2026"),
        ("latest-end", "8/28/2026"),
        ("busy-0-first", "2026-07-01"),
        ("busy-0-last", "2026-07-02"),
        ("busy-3-first", "June 3, 2026"),
        ("busy-3-last", "June 5, 2026"),
        ("busy-3-label", " exam "),
    ])
    .expect("an availability");
    assert_eq!(availability.earliest_start(), Some(date("2026-05-11")));
    assert_eq!(availability.latest_end(), Some(date("2026-08-28")));
    let busy: Vec<_> = availability
        .busy()
        .iter()
        .map(|range| (range.first().to_string(), range.label()))
        .collect();
    assert_eq!(
        busy,
        [
            ("2026-06-03".to_owned(), "exam"),
            ("2026-07-01".to_owned(), "")
        ]
    );
}

#[test]
fn blank_fields_state_nothing() {
    let availability = read(&[("earliest-start", "  "), ("busy-0-label", " ")]);
    assert_eq!(availability, Ok(Availability::default()));
}

#[test]
fn a_label_alone_lacks_its_days() {
    check_problems(
        &[("earliest-start", "2026-05-11"), ("busy-1-label", "exam")],
        &[("busy-1-first", FieldError::DaysMissing)],
    );
}

#[test]
fn one_day_is_a_range() {
    let availability = read(&[
        ("earliest-start", "2026-05-11"),
        ("latest-end", "2026-05-11"),
        ("busy-0-first", "2026-05-11"),
        ("busy-0-last", "2026-05-11"),
    ]);
    assert_eq!(availability.map(|a| a.busy().len()), Ok(1));
}

#[test]
fn every_problem_is_reported_in_the_order_of_the_fields() {
    check_problems(
        &[
            ("earliest-start", "soon"),
            ("latest-end", "1 jan"),
            ("busy-0-first", "2026-06-05"),
            ("busy-0-last", "2026-06-03"),
            ("busy-1-last", "2026-06-03"),
            ("busy-2-first", "5/2026"),
        ],
        &[
            ("earliest-start", FieldError::Date(TypedDateError::NotADate)),
            ("latest-end", FieldError::Date(TypedDateError::YearMissing)),
            (
                "busy-0-last",
                FieldError::EndsBeforeStart(date("2026-06-05")),
            ),
            ("busy-1-first", FieldError::Missing),
            ("busy-2-last", FieldError::Missing),
            ("busy-2-first", FieldError::Date(TypedDateError::DayMissing)),
        ],
    );
}

#[test]
fn an_end_before_the_start_is_refused_at_the_end() {
    check_problems(
        &[
            ("earliest-start", "2026-08-28"),
            ("latest-end", "2026-08-27"),
        ],
        &[(
            "latest-end",
            FieldError::EndsBeforeStart(date("2026-08-28")),
        )],
    );
    assert_eq!(
        Availability::new(Some(date("2026-08-28")), Some(date("2026-08-27")), vec![]),
        None
    );
}

#[test]
fn any_one_part_states_something() {
    let day = Some(date("2026-06-01"));
    let busy = BusyRange::new(date("2026-06-01"), date("2026-06-03"), "");
    for (start, end, busy, is_empty) in [
        (None, None, None, true),
        (day, None, None, false),
        (None, day, None, false),
        (None, None, busy, false),
    ] {
        let availability = Availability::new(start, end, Vec::from_iter(busy));
        let found = availability.as_ref().map(Availability::is_empty);
        assert_eq!(found, Some(is_empty), "{availability:?}");
    }
}

#[test]
fn busy_ranges_of_one_first_day_are_in_order_of_their_last() {
    let busy = [
        ("2026-06-05", "long"),
        ("2026-06-02", "one"),
        ("2026-06-02", "two"),
    ];
    let busy = busy.map(|(last, label)| BusyRange::new(date("2026-06-01"), date(last), label));
    let availability = Availability::new(None, None, busy.into_iter().flatten().collect());
    let availability = availability.expect("no end lies before the start");
    let labels: Vec<_> = availability.busy().iter().map(BusyRange::label).collect();
    assert_eq!(labels, ["one", "two", "long"]);
}
