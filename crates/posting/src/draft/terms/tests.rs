//! Which changes of a posting are told to whoever answered it before.

use super::*;
use crate::testing::date;

fn posting(starts: &str, minimum: &str) -> Posting {
    let text = format!(
        r#"{{ "version": 1, "id": "a", "title": "A", "organization": {{ "name": "B" }},
            "program": {{ "weeks": 12, "startDates": [{starts}] }},
            "qualifications": {{ "minimum": [{minimum}] }} }}"#
    );
    Posting::from_json(&text).unwrap()
}

const DEGREE: &str =
    r#"{ "id": "degree", "text": "Graduate late", "rule": { "graduateOnOrAfter": "2026-12" } }"#;

#[track_caller]
fn check(before: &Posting, after: &Posting, expected: &[Change]) {
    // Through the text, as a draft keeps it.
    let kept = Terms::from_text(&Terms::of(before).to_text());
    assert_eq!(kept, Terms::of(before));
    assert_eq!(Terms::of(after).changes_since(&kept), expected);
}

#[test]
fn d16_every_change_of_dates_and_rules_is_told() {
    let before = posting(
        r#""2026-05-11", "2026-05-18""#,
        &format!(r#"{DEGREE}, {{ "id": "logic", "text": "Think" }}"#),
    );
    check(&before, &before, &[]);
    let later = posting(
        r#"{ "start": "2026-05-18", "end": "2026-08-14" }, "2026-06-08""#,
        &DEGREE
            .replace("2026-12", "2027-06")
            .replace(r#""text": "G"#, r#""text": "Now g"#),
    );
    check(
        &before,
        &later,
        &[
            Change::StartGone(date("2026-05-11")),
            Change::StartNew(date("2026-06-08")),
            Change::EndMoved(date("2026-05-18"), Some(date("2026-08-14"))),
            Change::RequirementGone("Think".to_owned()),
            Change::RequirementChanged("degree".to_owned()),
        ],
    );
    let more = posting(
        r#""2026-05-11", "2026-05-18""#,
        &format!(
            r#"{DEGREE}, {{ "id": "logic", "text": "Think" }}, {{ "id": "new", "text": "More" }}"#
        ),
    );
    check(&before, &more, &[Change::RequirementNew("new".to_owned())]);
}

/// A posting with more than dates: the rest of its document, and what follows its text.
fn with(rest: &str, text: &str) -> Posting {
    let text = format!(
        r#"{{ "version": 1, "id": "a", "title": "A", "organization": {{ "name": "B" }}, {rest}
            "qualifications": {{ "minimum": [{{ "id": "logic", "text": "{text}" }}] }} }}"#
    );
    Posting::from_json(&text).unwrap()
}

#[test]
fn d16_a_requirement_in_other_words_is_told() {
    let long = "You own boots that keep the water of a whole spring / summer out of your socks";
    check(
        &with("", long),
        &with("", &long.replace("socks", "shoes")),
        &[Change::RequirementReworded("logic".to_owned())],
    );
    let none = r#"{ "version": 1, "id": "a", "title": "A", "organization": { "name": "B" } }"#;
    let beginning = "You own boots that keep the water of a w…";
    check(
        &with("", long),
        &Posting::from_json(none).unwrap(),
        &[Change::RequirementGone(beginning.to_owned())],
    );
}

#[test]
fn d16_another_deadline_limit_and_week_are_told() {
    let until = |day: &str| with(&format!(r#""validThrough": "{day}","#), "Think");
    let without = with("", "Think");
    let moved = |day: Option<&str>| [Change::DeadlineMoved(day.map(date))];
    check(
        &until("2026-03-31"),
        &until("2026-04-15"),
        &moved(Some("2026-04-15")),
    );
    check(&until("2026-03-31"), &without, &moved(None));
    check(&without, &until("2026-03-31"), &moved(Some("2026-03-31")));

    let limited = |positions: u8| {
        let rest = format!(r#""application": {{ "limit": {{ "positions": {positions} }} }},"#);
        with(&rest, "Think")
    };
    check(&limited(2), &limited(3), &[Change::LimitChanged(Some(3))]);
    check(&limited(2), &without, &[Change::LimitChanged(None)]);
    check(&without, &limited(1), &[Change::LimitChanged(Some(1))]);

    let week = |days: &str| {
        let rest = format!(
            r#""program": {{ "weeks": 12, "startDates": ["2026-05-11"], "workingDays": [{days}] }},"#
        );
        with(&rest, "Think")
    };
    let ended = Change::EndMoved(date("2026-05-11"), Some(date("2026-08-01")));
    check(
        &week(r#""mon", "fri""#),
        &week(r#""mon", "sat""#),
        &[Change::WorkingDaysChanged, ended],
    );
}

#[test]
fn what_an_older_build_did_not_keep_is_no_change() {
    let rest = r#""validThrough": "2026-03-31", "application": { "limit": { "positions": 2 } },"#;
    let now = Terms::of(&with(rest, "Think"));
    assert_eq!(now.changes_since(&Terms::from_text("needs-logic/")), []);
    let gone = Terms::from_text("needs-logic/ needs-other/");
    let gone = now.changes_since(&gone);
    assert_eq!(gone, [Change::RequirementGone(String::new())]);
}

#[test]
fn d16_a_start_window_that_moved_is_told_as_a_window() {
    let windowed = |first: &str, last: &str, weeks: u8| {
        let text = format!(
            r#"{{ "version": 1, "id": "a", "title": "A", "organization": {{ "name": "B" }},
                "program": {{ "weeks": {weeks},
                    "startWindow": {{ "from": "{first}", "to": "{last}" }} }} }}"#
        );
        Posting::from_json(&text).unwrap()
    };
    let before = windowed("2026-04-01", "2026-06-30", 12);
    check(&before, &before, &[]);
    let earlier = windowed("2026-03-02", "2026-06-30", 12);
    let moved = Change::WindowMoved(date("2026-03-02"), date("2026-06-30"));
    check(&before, &earlier, std::slice::from_ref(&moved));
    let longer = windowed("2026-03-02", "2026-06-30", 24);
    check(&before, &longer, &[moved, Change::LengthChanged]);
    // Fixed dates that became a window are gone where it leaves them out.
    let fixed = posting(r#""2026-05-11", "2026-07-06""#, "");
    check(&fixed, &before, &[Change::StartGone(date("2026-07-06"))]);
    let listed = [date("2026-05-11"), date("2026-07-06")].map(Change::StartNew);
    check(&before, &fixed, &listed);
}

#[test]
fn a_window_that_an_older_build_kept_as_two_starts_is_no_change() {
    let text = r#"{ "version": 1, "id": "a", "title": "A", "organization": { "name": "B" },
        "program": { "weeks": 12, "startWindow": { "from": "2026-04-01", "to": "2026-06-30" } } }"#;
    let now = Terms::of(&Posting::from_json(text).unwrap());
    let kept = Terms::from_text("2026-04-01/ 2026-06-30/");
    assert_eq!(now.changes_since(&kept), []);
}

#[test]
fn a_text_of_another_build_is_read_as_far_as_it_can_be() {
    let terms = Terms::from_text("v9 2026-05-18/2026-08-07 ??? needs-a/");
    assert_eq!(terms.to_text(), "2026-05-18/2026-08-07 needs-a/");
    assert_eq!(Terms::from_text("").to_text(), "");
}
