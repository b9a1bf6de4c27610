//! That a screen reader pronounces each text in its own language (WCAG 2.2, success
//! criteria 3.1.1 and 3.1.2): the posting's texts in the posting's, all else in ours.

use crate::scan::Node;
use crate::{Page, render};

const GERMAN: &str = r#"{
  "version": 1, "id": "deutsch", "lang": "de-CH", "title": "Praktikum",
  "organization": { "name": "Beispielwerk", "team": "Forschung" },
  "locations": [{ "name": "Zürich", "country": "CH" }],
  "program": { "weeks": 12, "season": "Sommer 2026", "startDates": ["2026-05-18"] },
  "about": ["Lerne bei uns."],
  "responsibilities": ["Messen."],
  "qualifications": { "minimum": ["Du studierst."] },
  "sections": [{ "title": "Gut zu wissen", "body": ["Bald."] }],
  "application": { "limit": { "positions": 2, "scope": "Stellen in Zürich" } },
  "privacyPolicy": { "url": "https://example.org/privacy" }
}"#;

/// The language in which each text stands, with the text.
fn languages<'a>(node: &'a Node, outer: &'a str, found: &mut Vec<(&'a str, String)>) {
    let lang = node.attribute("lang").unwrap_or(outer);
    let mut inner = node.children().peekable();
    if inner.peek().is_none() {
        found.push((lang, node.text()));
    }
    inner.for_each(|child| languages(child, lang, found));
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let root = render(GERMAN, Page::default());
    let mut found = Vec::new();
    languages(&root, "", &mut found);
    let of_text: Vec<_> = found.iter().filter(|(_, other)| other == text).collect();
    assert!(!of_text.is_empty(), "nothing says {text:?}");
    for (lang, _) in of_text {
        assert_eq!(*lang, expected, "{text}");
    }
}

#[test]
fn the_posting_speaks_its_own_language() {
    for text in [
        "Praktikum",
        "Sommer 2026",
        "Forschung",
        "Zürich",
        "Lerne bei uns.",
        "Messen.",
        "Du studierst.",
        "Gut zu wissen",
        "Bald.",
    ] {
        check(text, "de-CH");
    }
}

#[test]
fn the_interface_speaks_ours() {
    for text in [
        "Location",
        "12 weeks",
        "18 May 2026",
        "About the role",
        "What you’ll do",
        "Minimum qualifications",
        "Privacy notice",
        "By applying you accept the applicant privacy policy.",
        "Check your dates",
        "Plan your availability",
        "I meet this",
    ] {
        check(text, "en");
    }
}
