//! Calendar files against RFC 5545, read back without the code under test.

use proptest::prelude::*;

use super::*;
use crate::program::{Length, WorkingDays};
use crate::testing::{cohort, date};

const STAMP: &str = "2026-03-02";

fn event(cohort: Cohort) -> Event<'static> {
    Event {
        cohort,
        summary: "Internship",
        description: "",
        location: "",
        url: "",
    }
}

/// The content lines by RFC 5545 section 3.1, read back without the code under test.
#[track_caller]
fn unfold(text: &str) -> Vec<String> {
    let body = text
        .strip_suffix("\r\n")
        .expect("the last line ends in CRLF");
    let mut lines: Vec<String> = Vec::new();
    for line in body.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "a bare CR or LF: {line:?}");
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().expect("a line to go on").push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// The values of a property, by name with parameters.
fn values(text: &str, name: &str) -> Vec<String> {
    let prefix = format!("{name}:");
    let lines = unfold(text);
    let found = lines.iter().filter_map(|line| line.strip_prefix(&prefix));
    found.map(str::to_owned).collect()
}

fn unescape(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next().expect("a character after the backslash") {
                'n' => '\n',
                other => other,
            },
            other => other,
        });
    }
    text
}

#[track_caller]
fn check_days(cohort: Cohort, start: &str, end: &str) {
    let text = calendar("id", &[event(cohort)], date(STAMP));
    assert_eq!(values(&text, "DTSTART;VALUE=DATE"), [start]);
    assert_eq!(values(&text, "DTEND;VALUE=DATE"), [end]);
}

#[test]
fn a_whole_file() {
    let cohorts = [
        cohort("2026-05-18", "2026-08-07"),
        cohort("2026-05-26", "2026-08-17"),
    ];
    let mut events = cohorts.map(event);
    events[0].description = "12 weeks, in person";
    events[0].location = "Seattle; WA";
    events[0].url = "https://example.com/a,b";
    let text = calendar("shop.intern_1", &events, date(STAMP));
    let expected = "\
        BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//job-posting//availability planner//EN|\
        CALSCALE:GREGORIAN|\
        BEGIN:VEVENT|UID:shop.intern_1-2026-05-18@job-posting|DTSTAMP:20260302T000000Z|\
        SEQUENCE:20514|DTSTART;VALUE=DATE:20260518|DTEND;VALUE=DATE:20260808|\
        SUMMARY:Internship|DESCRIPTION:12 weeks\\, in person|LOCATION:Seattle\\; WA|\
        URL:https://example.com/a,b|STATUS:TENTATIVE|TRANSP:TRANSPARENT|END:VEVENT|\
        BEGIN:VEVENT|UID:shop.intern_1-2026-05-26@job-posting|DTSTAMP:20260302T000000Z|\
        SEQUENCE:20514|DTSTART;VALUE=DATE:20260526|DTEND;VALUE=DATE:20260818|\
        SUMMARY:Internship|STATUS:TENTATIVE|TRANSP:TRANSPARENT|END:VEVENT|\
        END:VCALENDAR";
    assert_eq!(unfold(&text).join("|"), expected);
}

#[test]
fn the_end_is_the_day_after_the_last_day() {
    check_days(cohort("2026-05-18", "2026-08-31"), "20260518", "20260901");
    check_days(cohort("2027-12-31", "2027-12-31"), "20271231", "20280101");
    check_days(cohort("2199-12-01", "2199-12-31"), "21991201", "22000101");
    let open = Cohort::of_length(date("2028-02-28"), Length::Open, WorkingDays::default());
    check_days(open, "20280228", "20280229");
}

#[test]
fn nothing_in_a_text_can_end_the_line_or_the_event() {
    let mut attack = event(cohort("2026-05-18", "2026-08-07"));
    let breaks = [
        "\r\n", "\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}",
    ];
    let text = breaks
        .map(|end| format!("a{end}END:VEVENT\0\u{1c}"))
        .concat();
    attack.summary = &text;
    attack.description = &text;
    attack.location = &text;
    attack.url = &text;
    let text = calendar("a\r\nEND:VEVENT b", &[attack], date(STAMP));
    assert_eq!(
        unfold(&text)
            .iter()
            .filter(|line| *line == "END:VEVENT")
            .count(),
        1
    );
    let is_break = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    assert!(!text.replace("\r\n", "").contains(is_break), "{text:?}");
    assert_eq!(
        values(&text, "UID"),
        ["a%0D%0AEND%3AVEVENT%20b-2026-05-18@job-posting"]
    );
    let breaks = values(&text, "SUMMARY")
        .concat()
        .matches("a\\nEND:VEVENT")
        .count();
    assert_eq!(breaks, 8);
}

#[test]
fn no_character_is_split_between_lines() {
    for before in 0..80 {
        let summary = format!("{}{}", "x".repeat(before), "é€😀".repeat(40));
        let mut event = event(cohort("2026-05-18", "2026-08-07"));
        event.summary = &summary;
        let text = calendar("id", &[event], date(STAMP));
        assert_eq!(values(&text, "SUMMARY"), [summary]);
    }
}

proptest! {
    #[test]
    fn every_text_is_given_back(typed in "(\\PC|[\n\t,;:\\\\\"]){0,200}") {
        let text = typed.replace(['\u{2028}', '\u{2029}'], "\n");
        let mut event = event(cohort("2026-05-18", "2026-08-07"));
        event.summary = &typed;
        event.description = &typed;
        let file = calendar("id", &[event], date(STAMP));
        let summary = values(&file, "SUMMARY");
        prop_assert_eq!(summary.len(), 1);
        prop_assert_eq!(unescape(&summary[0]), text.clone());
        let description: Vec<_> = values(&file, "DESCRIPTION").iter().map(|v| unescape(v)).collect();
        prop_assert_eq!(description.concat(), text);
    }
}
