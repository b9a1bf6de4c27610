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
