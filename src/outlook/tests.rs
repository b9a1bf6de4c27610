//! What follows from typed texts, by example.

use super::*;
use crate::locale::unused_date_language;

const POSTING: &str = r#"{
  "version": 1, "id": "gardener", "title": "Gardener", "organization": { "name": "Example" },
  "program": {
    "weeks": 12, "workingDays": ["tue", "wed", "thu", "fri", "sat"],
    "startWindow": { "from": "2026-04-01", "to": "2026-06-30" }
  }
}"#;

fn outlook(records: &[(&str, &str)]) -> Outlook {
    let posting = Posting::from_json(POSTING).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut draft = Draft::default();
    for (record, text) in records {
        draft.set(record, text);
    }
    let today = CivilDate::parse_iso("2026-03-02").unwrap();
    Outlook::new(&posting, &draft, &unused_date_language(), today)
}

/// What is wrong in one field must not take along what is right in the others.
#[test]
fn a_range_with_a_problem_leaves_the_other_dates_alone() {
    for broken in [
        [("busy-0-label", "exam"), ("busy-0-first", "")],
        [("busy-0-label", "exam"), ("busy-0-first", "soon")],
        [("busy-0-label", "exam"), ("busy-0-last", "5 May 2026")],
    ] {
        let whole = [
            ("earliest-start", "7 April 2026"),
            ("busy-1-first", "5 May 2026"),
            ("busy-1-last", "6 May 2026"),
        ];
        let outlook = outlook(&[&whole[..], &broken].concat());
        assert!(!outlook.problems.is_empty(), "{broken:?}");
        let availability = &outlook.availability;
        assert!(availability.earliest_start().is_some(), "{broken:?}");
        assert_eq!(availability.busy().len(), 1, "{broken:?}");
    }
}

#[track_caller]
fn check_wished(typed: &str, expected: Option<FieldError>) {
    let outlook = outlook(&[("wished-start", typed)]);
    let problem = outlook.problem("wished-start");
    assert_eq!(
        problem.map(|problem| problem.error.clone()),
        expected,
        "{typed}"
    );
}

#[test]
fn a_wished_day_off_within_the_window_is_told_from_a_day_outside() {
    let day = |text| CivilDate::parse_iso(text).unwrap();
    let posting = Posting::from_json(POSTING).unwrap();
    let working_days = posting.program().unwrap().working_days();
    check_wished("7 April 2026", None);
    let monday = FieldError::DayOff(day("2026-04-06"), working_days);
    check_wished("6 April 2026", Some(monday));
    let outside = FieldError::OutsideWindow(day("2026-04-01"), day("2026-06-30"));
    check_wished("31 March 2026", Some(outside.clone()));
    // It is outside before it is a day off.
    check_wished("5 July 2026", Some(outside));
}
