//! The words of a row, by what was typed.

use leptos::prelude::Owner;
use posting::draft::Draft;
use posting::posting::Posting;

use super::*;
use crate::locale::unused_date_language;

/// Why the first start date that the posting has doesn't fit, and what would make it fit.
fn words(starts: &str, records: &[(&str, &str)]) -> [String; 2] {
    let posting = format!(
        r#"{{ "version": 1, "id": "gardener", "title": "Gardener",
          "organization": {{ "name": "Example" }},
          "program": {{ "weeks": 12, "startDates": {starts} }} }}"#
    );
    let posting = Posting::from_json(&posting).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut draft = Draft::default();
    for (record, text) in records {
        draft.set(record, text);
    }
    let today = CivilDate::parse_iso("2026-03-02").unwrap();
    let outlook = Outlook::new(&posting, &draft, &unused_date_language(), today);
    let year = year_of(posting.program().unwrap());
    let start = outlook.options.first().unwrap().cohort.start();
    Owner::new().with(|| {
        let text = Text::new("en-US");
        let change = nearest_change(text, &outlook, start, year);
        [reasons(text, &outlook, start), change]
    })
}

#[track_caller]
fn check(starts: &str, records: &[(&str, &str)], expected: &str) {
    let [_, change] = words(starts, records);
    assert_eq!(change, expected, "{starts}, {records:?}");
}

#[test]
fn reasons_are_one_sentence() {
    let check = |records: &[(&str, &str)], expected: &str| {
        let [reasons, _] = words(r#"["2026-05-11"]"#, records);
        assert_eq!(reasons, expected, "{records:?}");
    };
    let first = ("earliest-start", "18 May 2026");
    check(&[first], "Starts 7 days before you are free.");
    check(
        &[first, ("latest-end", "1 July 2026")],
        "Starts 7 days before you are free and ends 30 days after you must stop.",
    );
}

#[test]
fn a_day_of_another_year_than_was_typed_has_its_year() {
    let from = |typed| [("earliest-start", typed)];
    check(
        r#"["2026-05-11"]"#,
        &from("18 May 2026"),
        "It would fit if you were free from May 11, 7 days earlier.",
    );
    check(
        r#"["2026-05-11"]"#,
        &from("11 May 2027"),
        "It would fit if you were free from May 11, 2026, 365 days earlier.",
    );
    check(
        r#"["2027-09-06"]"#,
        &[("latest-end", "1 Dec 2026")],
        "It would fit if you could stay until November 26, 2027.",
    );
    // Which year is meant is a question wherever there are starts in several.
    check(
        r#"["2026-09-07", "2027-09-06"]"#,
        &from("8 Sep 2026"),
        "It would fit if you were free from September 7, 2026, 1 day earlier.",
    );
}

#[test]
fn only_days_of_the_programme_have_to_be_kept_free() {
    check(
        r#"["2026-05-11"]"#,
        &[
            ("busy-0-first", "1 May 2026"),
            ("busy-0-last", "1 Dec 2026"),
            ("busy-1-first", "1 June 2026"),
            ("busy-1-last", "5 June 2026"),
        ],
        "It would fit if you could keep May 11 – July 31, 2026 free.",
    );
}
