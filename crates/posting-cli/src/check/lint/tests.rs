//! Each lint with postings that it speaks of, and with those that it leaves alone.

use super::*;

const TODAY: &str = "2026-03-02";

/// What is said of a posting with these members, a line each, besides missing pay and location.
fn said(members: &str) -> Vec<String> {
    let text = format!(
        r#"{{"version": 1, "id": "a", "title": "A", "organization": {{"name": "B"}}, {members}}}"#
    );
    let posting = Posting::from_json(&text).unwrap();
    let json = Json::parse(&text).unwrap();
    remarks(&json, &posting, CivilDate::parse_iso(TODAY).unwrap())
        .into_iter()
        .filter(|remark| !matches!(remark.lint, Lint::MissingPay | Lint::MissingLocation))
        .map(|remark| format!("{} {}: {}", remark.lint.name(), remark.path, remark.message))
        .collect()
}

#[track_caller]
fn check(members: &str, expected: &[&str]) {
    let said = said(members);
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.starts_with(expected), "{said}\n{expected}");
    }
}

#[track_caller]
fn check_holiday(day: &str, country: &str, expected: Option<&str>) {
    let location = match country {
        "" => String::new(),
        code => format!(r#""locations": [{{"name": "L", "country": "{code}"}}],"#),
    };
    let days = r#""workingDays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]"#;
    let said = said(&format!(
        r#"{location} "program": {{{days}, "startDates": ["{day}"]}}"#
    ));
    let expected = expected.map(|name| {
        format!("start-on-holiday $.program.startDates[0]: is {name}; choose another day")
    });
    assert_eq!(said, expected.into_iter().collect::<Vec<_>>());
}

#[test]
fn starts_on_days_off() {
    check(
        r#""program": {"startDates": ["2026-05-11", "2026-05-16", {"start": "2026-05-17", "end": "2026-05-29"}]}"#,
        &[
            "start-on-day-off $.program.startDates[1]: is a Saturday, which is no working day; \
             start on Monday, 2026-05-18, or",
            "start-on-day-off $.program.startDates[2].start: is a Sunday",
        ],
    );
    check(
        r#""program": {"workingDays": ["sat"], "startDates": ["2026-05-16"]}"#,
        &[],
    );
    check(
        r#""program": {"startWindow": {"from": "2026-05-16", "to": "2026-05-24"}}"#,
        &[],
    );
}

#[test]
fn starts_on_holidays() {
    check_holiday("2027-01-01", "", Some("New Year’s Day"));
    check_holiday("2026-12-25", "JP", Some("Christmas Day"));
    check_holiday("2026-12-26", "GB", Some("the day after Christmas (GB)"));
    check_holiday("2026-12-26", "US", None);
    check_holiday("2026-05-01", "DE", Some("Labour Day (DE)"));
    for country in ["", "US", "GB", "NL"] {
        check_holiday("2026-05-01", country, None);
    }
    check_holiday("2026-05-25", "US", Some("Memorial Day (US)"));
    check_holiday("2027-05-31", "US", Some("Memorial Day (US)"));
    check_holiday("2026-05-18", "US", None);
    check_holiday("2026-06-19", "US", Some("Juneteenth (US)"));
    check_holiday("2026-07-04", "US", Some("Independence Day (US)"));
    check_holiday("2026-09-07", "US", Some("Labor Day (US)"));
    check_holiday("2026-09-14", "US", None);
    check_holiday("2026-11-26", "US", Some("Thanksgiving Day (US)"));
    check_holiday("2026-11-26", "CA", None);
}

#[test]
fn ends_after_the_season() {
    check(
        r#""program": {"season": "Summer 2026", "weeks": 20, "startDates": ["2026-06-08", "2026-05-11"]}"#,
        &["end-after-season $.program.startDates[0]: leads to the last day 2026-10-23"],
    );
    check(
        r#""program": {"season": "Summer 2026", "startDates": [{"start": "2026-06-08", "end": "2026-10-30"}]}"#,
        &["end-after-season $.program.startDates[0].end: leads to"],
    );
    check(
        r#""program": {"season": "Summer 2026", "weeks": 12, "startWindow": {"from": "2026-05-04", "to": "2026-08-02"}}"#,
        &["end-after-season $.program.startWindow.to: leads to the last day 2026-10-22"],
    );
    check(
        r#""program": {"season": "Whenever", "weeks": 20, "startDates": ["2026-06-08"]}"#,
        &[],
    );
}

#[test]
fn dates_that_have_passed() {
    check(
        r#""datePosted": "2025-01-01", "validThrough": "2026-03-01", "program": {"startDates": ["2026-02-02", "2026-03-02"]}"#,
        &[
            "past-date $.validThrough: lies before 2026-03-02, so the posting is closed; ",
            "past-date $.program.startDates[0]: lies before 2026-03-02, so nobody",
        ],
    );
    check(
        r#""program": {"startWindow": {"from": "2025-01-01", "to": "2026-02-27"}}"#,
        &["past-date $.program.startWindow.to: lies before"],
    );
    check(r#""validThrough": "2026-03-02""#, &[]);
}

#[test]
fn addresses_in_texts() {
    check(
        r#""about": ["See HTTP://b.example/x, please.", ["a ", {"text": "http://c.example", "href": "https://c.example"}]],
           "x-source": "http://d.example""#,
        &[
            "http-link $.about[0]: writes out the address HTTP://b.example/x, which",
            "http-link $.about[1][1].text: writes out the address http://c.example,",
        ],
    );
    check(
        r#""about": ["https://b.example, and what http:// means"]"#,
        &[],
    );
}

#[test]
fn items_that_are_paragraphs() {
    let (long, short) = ("ä".repeat(301), "ä".repeat(300));
    check(
        &format!(
            r#""about": ["{long}"], "responsibilities": ["{short}", "{long}"],
               "qualifications": {{"minimum": [{{"text": ["{short}", {{"text": "a", "href": "https://b.example"}}]}}], "preferred": ["{long}"]}},
               "sections": [{{"title": "T", "body": ["{long}", {{"list": ["{long}"]}}]}}]"#
        ),
        &[
            "long-item $.responsibilities[1]: has 301 characters",
            "long-item $.qualifications.minimum[0]: has 301 characters",
            "long-item $.qualifications.preferred[0]: has",
            "long-item $.sections[0].body[1].list[0]: has",
        ],
    );
}

#[test]
fn gaps() {
    let lints = |members: &str| {
        let text = format!(
            r#"{{"version": 1, "id": "a", "title": "A", "organization": {{"name": "B"}}{members}}}"#
        );
        let posting = Posting::from_json(&text).unwrap();
        let remarks = remarks(&Json::parse(&text).unwrap(), &posting, CivilDate::FIRST);
        remarks.iter().map(|remark| remark.lint).collect::<Vec<_>>()
    };
    assert_eq!(lints(""), [Lint::MissingPay, Lint::MissingLocation]);
    let pay = r#", "pay": {"currency": "USD", "min": 1, "max": 1, "unit": "HOUR"}"#;
    assert_eq!(lints(pay), [Lint::MissingLocation]);
    let place = r#", "locations": [{"name": "York"}]"#;
    assert_eq!(lints(&format!("{pay}{place}")), []);
}

#[test]
fn what_names_a_lint_outweighs_what_stands_for_all() {
    let all = Selection::Warnings;
    let one = Selection::One(Lint::LongItem);
    let of = |allowed: &[Selection], denied: &[Selection]| {
        let levels = Levels {
            allowed: allowed.to_vec(),
            denied: denied.to_vec(),
        };
        (levels.of(Lint::LongItem), levels.of(Lint::HttpLink))
    };
    let (warning, error) = (Some(Severity::Warning), Some(Severity::Error));
    assert_eq!(of(&[], &[]), (warning, warning));
    assert_eq!(of(&[one], &[]), (None, warning));
    assert_eq!(of(&[], &[one]), (error, warning));
    assert_eq!(of(&[], &[all]), (error, error));
    assert_eq!(of(&[one], &[all]), (None, error));
    assert_eq!(of(&[all], &[one]), (error, None));
    assert_eq!(of(&[one], &[one]), (None, warning));
}

#[test]
fn names_are_found_again() {
    for lint in Lint::ALL {
        assert_eq!(Selection::named(lint.name()), Some(Selection::One(lint)));
    }
    assert_eq!(Selection::named("warnings"), Some(Selection::Warnings));
    assert_eq!(Selection::named("long"), None);
}
