//! Each rule of the format with a document that breaks it.

use crate::{accept, refuse};

/// A document with these members beside the ones that every posting needs.
fn document(members: &str) -> String {
    let comma = if members.is_empty() { "" } else { ", " };
    format!(
        r#"{{"version": 1, "id": "a", "title": "A", "organization": {{"name": "B"}}{comma}{members}}}"#
    )
}

#[track_caller]
fn check(members: &str, expected: &str) {
    assert_eq!(refuse(&document(members)), expected);
}

#[track_caller]
fn allow(members: &str) {
    accept(&document(members));
}

#[test]
fn what_every_posting_needs() {
    let posting = accept(&document(""));
    assert_eq!((posting.id(), posting.lang()), ("a", "en"));
    assert_eq!(
        refuse("{}"),
        "$.version: is missing; add it\n$.id: is missing; add it\n\
         $.title: is missing; add it\n$.organization: is missing; add it"
    );
    assert_eq!(refuse("[]"), "$: must be an object, not a list");
    assert_eq!(
        refuse("<!doctype html>"),
        "$: looks like an HTML page, not JSON; check that the address leads to the posting file"
    );
}

#[test]
fn another_version_is_the_only_problem() {
    assert_eq!(
        refuse(r#"{"version": 2, "whatever": []}"#),
        "$.version: is 2, but only version 1 is known here; use that, or newer software"
    );
    for version in ["1.5", "99999999999999999999"] {
        let text = document("").replacen('1', version, 1);
        assert_eq!(refuse(&text), "$.version: must be 1");
    }
    let text = document("").replacen('1', r#""1""#, 1);
    assert_eq!(refuse(&text), "$.version: must be a number, not text");
}

#[test]
fn keys() {
    allow(r#""$schema": "s", "x-note": {"anything": [null]}"#);
    check(
        r#""Sections": []"#,
        "$.Sections: is not a known key; did you mean “sections”?",
    );
    check(
        r#""privacyPolicy": {"link": 1, "url": "https://b.example"}"#,
        "$.privacyPolicy.link: is not a known key; use url, or start a key of your own with “x-”",
    );
    check(
        r#""lang": "en", "lang": "de""#,
        "$.lang: is written twice in the same object; keep one",
    );
    check(
        r#""od\"d\u0007 key": 1"#,
        "$[\"od\\\"d\\u0007 key\"]: is not a known key; use version, id, lang, title, \
         organization, locations, employmentType, pay, datePosted, validThrough, program, about, \
         responsibilities, qualifications, sections, application, privacyPolicy, or start a key \
         of your own with “x-”",
    );
    check(
        r#""lang": null"#,
        "$.lang: must be text, not null; leave the key out if there is nothing to say",
    );
}

#[test]
fn dates() {
    allow(r#""datePosted": "2026-01-01", "validThrough": "2026-01-01""#);
    check(
        r#""datePosted": "2026-01-02", "validThrough": "2026-01-01""#,
        "$.validThrough: lies before “datePosted”, 2026-01-02; use that day or a later one",
    );
    check(
        r#""validThrough": "2026-01-01T00:00:00Z""#,
        "$.validThrough: is not a date; write it as 2026-05-18",
    );
}

#[test]
fn pay() {
    for (least, most) in [
        ("50000", "60000"),
        ("15.5", "15.50"),
        ("1e3", "1000.00"),
        ("0.01", "1000000000000"),
    ] {
        allow(&format!(
            r#""pay": {{"currency": "USD", "min": {least}, "max": {most}, "unit": "YEAR"}}"#
        ));
    }
    check(
        r#""pay": {"min": 0, "max": 15.555}"#,
        "$.pay.min: must be above 0 and at most 1000000000000, with at most two decimal places\n\
         $.pay.max: must be above 0 and at most 1000000000000, with at most two decimal places\n\
         $.pay.currency: is missing; add it\n\
         $.pay.unit: is missing; add it",
    );
    check(
        r#""pay": {"currency": "$", "min": "50,000", "max": -1, "unit": "year"}"#,
        "$.pay.currency: is not a currency code; write three capital letters, such as USD\n\
         $.pay.min: must be a number, not text\n\
         $.pay.max: must be above 0 and at most 1000000000000, with at most two decimal places\n\
         $.pay.unit: is not one of the known words; did you mean “YEAR”?",
    );
    check(
        r#""pay": {"currency": "USD", "min": 17.5, "max": 17, "unit": "HOUR"}"#,
        "$.pay.max: is below “min”, 17.50; write the smaller amount as “min”",
    );
    check(
        r#""pay": {"currency": "USD", "min": 1000000000001, "max": 9e99, "unit": "HOUR"}"#,
        "$.pay.min: must be above 0 and at most 1000000000000, with at most two decimal places\n\
         $.pay.max: must be above 0 and at most 1000000000000, with at most two decimal places",
    );
    check(r#""pay": 50000"#, "$.pay: must be an object, not a number");
}

#[test]
fn lengths() {
    for members in [
        r#""weeks": 1"#,
        r#""weeks": 260"#,
        r#""months": 60"#,
        r#""weeks": 12.0"#,
    ] {
        allow(&format!(r#""program": {{{members}}}"#));
    }
    let weeks = "$.program.weeks: must be a whole number from 1 to 260";
    for number in ["0", "261", "-1", "1.5", "1e99"] {
        check(&format!(r#""program": {{"weeks": {number}}}"#), weeks);
    }
    check(
        r#""program": {"months": 61}"#,
        "$.program.months: must be a whole number from 1 to 60",
    );
    check(
        r#""program": {"weeks": "12"}"#,
        "$.program.weeks: must be a number, not text",
    );
}

#[test]
fn working_days() {
    allow(r#""program": {"workingDays": ["sun", "mon"]}"#);
    check(
        r#""program": {"workingDays": ["mon", "Tuesday", "mun", "mon"]}"#,
        "$.program.workingDays[1]: is not one of the known words; use mon, tue, wed, thu, fri, \
         sat, sun\n\
         $.program.workingDays[2]: is not one of the known words; did you mean “mon”?\n\
         $.program.workingDays[3]: names a day that stands before; keep one",
    );
    check(
        r#""program": {"workingDays": []}"#,
        "$.program.workingDays: is an empty list; add an item or leave it out",
    );
}

#[test]
fn starts() {
    allow(
        r#""program": {"startDates": ["2026-05-17", {"start": "2026-05-18", "end": "2026-05-18"}]}"#,
    );
    allow(r#""program": {"startWindow": {"from": "2026-01-01", "to": "2029-01-01"}}"#);
    check(
        r#""program": {"startWindow": {"from": "2026-01-01", "to": "2029-01-02"}}"#,
        "$.program.startWindow: is longer than three years; narrow it or leave it out",
    );
    check(
        r#""program": {"startWindow": {"from": "2026-01-02", "to": "2026-01-01"}}"#,
        "$.program.startWindow.to: lies before “from”, 2026-01-02; use that day or a later one",
    );
    check(
        r#""program": {"startWindow": {"from": "2026-05-16", "to": "2026-05-17"}}"#,
        "$.program.startWindow: holds no working day; widen it",
    );
    check(
        r#""program": {"startDates": ["2026-05-18"], "startWindow": {"from": "2026-05-18"}}"#,
        "$.program.startWindow: stands beside “startDates”; keep the list or the window\n\
         $.program.startWindow.to: is missing; add it",
    );
    check(
        r#""program": {"startDates": [7, {"start": "2026-05-18"}, []]}"#,
        "$.program.startDates[0]: must be a date, or an object with “start” and “end”, not a \
         number\n\
         $.program.startDates[1].end: is missing; add it\n\
         $.program.startDates[2]: must be a date, or an object with “start” and “end”, not a list",
    );
    check(
        r#""program": {"startDates": []}"#,
        "$.program.startDates: is an empty list; add an item or leave it out",
    );
}

#[test]
fn prose() {
    allow(r#""about": ["a", [" ", {"text": "b", "href": "mailto:a@b.example"}]], "sections": []"#);
    allow(r#""about": [[{"text": "a", "strong": true}, {"text": "b", "emphasis": false}]]"#);
    allow(r#""about": [[{"text": "a", "href": "https://a.example/", "strong": true}]]"#);
    check(
        r#""about": ["\u00a0", [], [" "], ["", 1], {"text": "a", "href": "https://b.example"}]"#,
        "$.about[0]: is empty; write some text or leave it out\n\
         $.about[1]: is an empty list; add an item or leave it out\n\
         $.about[2]: is empty; write some text or leave it out\n\
         $.about[3][0]: is empty; write some text or leave it out\n\
         $.about[3][1]: must be text, or a link with “text” and “href”, not a number\n\
         $.about[4]: must be text, or a list of texts, links and emphasis, not an object",
    );
    check(
        r#""sections": [{"title": "T", "body": []}, {"title": "T", "body": [{"list": []}, {}]}]"#,
        "$.sections[0].body: is an empty list; add an item or leave it out\n\
         $.sections[1].body[0].list: is an empty list; add an item or leave it out\n\
         $.sections[1].body[1].list: is missing; add it",
    );
}

#[test]
fn application() {
    allow(r#""application": {"limit": {"positions": 20}}"#);
    check(
        r#""application": {"url": "http://b.example", "limit": {"inOrder": 1}, "rollingReview": "no"}"#,
        "$.application.url: is not a safe link; start it with https:// or mailto:\n\
         $.application.limit.inOrder: must be true or false, not a number\n\
         $.application.limit.positions: is missing; add it\n\
         $.application.rollingReview: must be true or false, not text",
    );
}

#[test]
fn bounds() {
    let long = |length: usize| format!(r#""about": ["{}"]"#, "ä".repeat(length));
    allow(&long(20_000));
    check(
        &long(20_001),
        "$.about[0]: has 20001 characters; use at most 20000",
    );
    let pieces = vec![format!("\"{}\"", "a".repeat(5_001)); 4].join(",");
    check(
        &format!(r#""about": [[{pieces}]]"#),
        "$.about[0]: has 20004 characters; use at most 20000",
    );
    let many = |count: usize| format!(r#""about": [{}]"#, vec![r#""a""#; count].join(","));
    allow(&many(5_000));
    check(&many(5_001), "$.about: has 5001 items; use at most 5000");
}

#[test]
fn a_flood_of_problems_is_cut() {
    let keys: Vec<_> = (0..200_000).map(|n| format!(r#""k{n}": {n}"#)).collect();
    let problems = refuse(&document(&keys.join(", ")));
    assert_eq!(problems.lines().count(), 1_001);
    assert_eq!(
        problems.lines().last(),
        Some("$: has more than 1000 problems; correct these first")
    );
}
