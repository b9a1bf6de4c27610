//! S8: calendars with hostile texts, read by three parsers that come by npm. Each of them misses
//! something, so what RFC 5545 says of lines is asserted here as well.

use std::io::Write;
use std::process::{Command, Stdio};

use posting::calendar::{Event, calendar};
use posting::date::CivilDate;
use posting::posting::Posting;
use posting::program::Cohort;
use serde::Deserialize;

use crate::project;

const TEMPLATE: &str = include_str!("../../../../tests/fixtures/hostile/posting.json");
const TEXTS: &str = include_str!("../../../../tests/fixtures/hostile/texts.json");

/// The properties of our events, in order; `URL` is left out for events without one.
const PROPERTIES: [&str; 10] = [
    "UID",
    "DTSTAMP",
    "SEQUENCE",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "STATUS",
    "TRANSP",
];

#[derive(Deserialize)]
struct Hostile {
    name: String,
    text: String,
}

/// What one parser has found in one calendar.
#[derive(Deserialize)]
struct Reading {
    reader: String,
    events: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    kind: String,
    first: String,
    end: String,
    summary: Option<String>,
    description: Option<String>,
    location: Option<String>,
    properties: Option<Vec<String>>,
}

fn cohort() -> Cohort {
    let posting = Posting::from_json(TEMPLATE).unwrap();
    let start = CivilDate::parse_iso("2099-05-18").unwrap();
    posting.program().unwrap().cohort_starting(start).unwrap()
}

fn calendar_with(text: &str) -> String {
    let event = Event {
        cohort: cohort(),
        summary: text,
        description: text,
        location: text,
        url: "",
    };
    calendar(text, &[event], CivilDate::parse_iso("2026-03-02").unwrap())
}

fn read(calendars: &[String]) -> Vec<Vec<Reading>> {
    assert!(
        project().join("node_modules/ical.js").exists(),
        "the parsers are not installed: `cargo xtask test` does it, or run `npm ci`"
    );
    let mut child = Command::new("node")
        .arg("crates/posting-cli/tests/command/calendars.mjs")
        .current_dir(project())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let input = serde_json::to_vec(calendars).unwrap();
    child.stdin.take().unwrap().write_all(&input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A text as a calendar can hold it: every line end is one, and of other control characters the tab stays.
fn as_kept(text: &str) -> String {
    let unified = text.replace("\r\n", "\n");
    let line_ends = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let unified = unified.replace(line_ends, "\n");
    let is_kept = |c: &char| !c.is_control() || ['\n', '\t'].contains(c);
    unified.chars().filter(is_kept).collect()
}

#[test]
fn s8_hostile_texts_stay_in_one_event_for_three_parsers() {
    let texts: Vec<Hostile> = serde_json::from_str(TEXTS).unwrap();
    let calendars: Vec<String> = texts.iter().map(|one| calendar_with(&one.text)).collect();
    let readings = read(&calendars);
    assert_eq!(readings.len(), texts.len());
    for (Hostile { name, text }, readings) in texts.iter().zip(readings) {
        assert_eq!(readings.len(), 3);
        for Reading { reader, events } in readings {
            let [event] = &events[..] else {
                panic!("{name}: {reader} reads {} events", events.len());
            };
            assert_eq!(event.kind, "VEVENT", "{name}: {reader}");
            // The last day is 9 August 2099, and DTEND the day after it.
            let days = (event.first.as_str(), event.end.as_str());
            assert_eq!(days, ("2099-05-18", "2099-08-10"), "{name}: {reader}");
            if let Some(properties) = &event.properties {
                assert_eq!(properties, &PROPERTIES, "{name}: {reader}");
            }
            // The others leave escapes as they are, or take `\\\\n` for a line end.
            if reader == "ical.js" {
                for kept in [&event.summary, &event.description, &event.location] {
                    assert_eq!(kept.as_deref(), Some(as_kept(text).as_str()), "{name}");
                }
            }
        }
    }
}

#[test]
fn s8_every_line_of_a_hostile_calendar_is_short_and_ends_as_it_must() {
    let texts: Vec<Hostile> = serde_json::from_str(TEXTS).unwrap();
    for Hostile { name, text } in texts {
        let calendar = calendar_with(&text);
        assert!(calendar.ends_with("\r\n"), "{name}");
        let lines: Vec<&str> = calendar.split_terminator("\r\n").collect();
        for line in &lines {
            assert!(
                line.len() <= 75,
                "{name}: {} octets in {line:?}",
                line.len()
            );
            assert!(!line.contains(['\r', '\n']), "{name}: {line:?}");
        }
        for once in [
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
        ] {
            let count = lines.iter().filter(|line| **line == once).count();
            assert_eq!(count, 1, "{name}: {once}");
        }
        let begins = lines
            .iter()
            .filter(|line| line.starts_with("BEGIN:"))
            .count();
        assert_eq!(begins, 2, "{name}");
    }
}
