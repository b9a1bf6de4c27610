//! That what refers to an element finds it, once, and that everything a person can
//! operate has a name.

use std::collections::BTreeSet;

use crate::every_markup;
use crate::scan::Node;

/// Every rule twice, and ids that look like those of other elements.
pub const ASKS_EVERYTHING_TWICE: &str = r#"{
  "version": 1, "id": "twice", "title": "Trainee", "organization": { "name": "Example" },
  "program": { "weeks": 12, "startDates": ["2026-05-18", "2026-06-08"] },
  "qualifications": {
    "minimum": [
      { "id": "graduation", "text": "A", "rule": [{ "graduateOnOrAfter": "2026-12" }, { "returnToDegree": true }] },
      { "id": "planner", "text": "B", "rule": [{ "commitWeeks": 12 }, { "enrolledIn": ["law"] }] },
      { "id": "earliest-start", "text": "C" }
    ],
    "preferred": [
      { "id": "later", "text": "D", "rule": [{ "graduateOnOrAfter": "2027-06" }, { "returnToDegree": true }] },
      { "id": "slots", "text": "E", "rule": { "enrolledIn": ["history"] } }
    ]
  },
  "sections": [{ "title": "One", "body": ["1"] }, { "title": "One", "body": ["1"] }]
}"#;

fn ids(root: &Node) -> Vec<&str> {
    let all = root.all().into_iter();
    all.filter_map(|node| node.attribute("id")).collect()
}

#[test]
fn ids_are_unique() {
    for (name, root) in every_markup() {
        let ids = ids(&root);
        let mut seen = BTreeSet::new();
        for id in ids {
            assert!(seen.insert(id), "{name}: the id {id} stands twice");
            assert!(!id.contains(char::is_whitespace), "{name}: {id:?}");
        }
    }
}

#[test]
fn references_lead_to_an_element() {
    for (name, root) in every_markup() {
        let ids: BTreeSet<&str> = ids(&root).into_iter().collect();
        for node in root.all() {
            for attribute in [
                "for",
                "aria-labelledby",
                "aria-describedby",
                "aria-controls",
            ] {
                let value = node.attribute(attribute).unwrap_or_default();
                for id in value.split_whitespace() {
                    assert!(ids.contains(id), "{name}: {attribute}={id:?} leads nowhere");
                }
            }
        }
    }
}

/// The name of a field, by the ways we use of those in HTML-AAM 1.0, section 4.1.
fn field_name(root: &Node, field: &Node) -> String {
    let id = field.attribute("id");
    let by_for =
        root.find(|node| node.tag == "label" && id.is_some() && node.attribute("for") == id);
    let around = root.find(|node| {
        node.tag == "label" && node.all().iter().any(|inner| std::ptr::eq(*inner, field))
    });
    let labels: Vec<String> = by_for
        .iter()
        .chain(&around)
        .map(|label| label.text())
        .collect();
    let own = field.attribute("aria-label").unwrap_or_default();
    format!("{own}{}", labels.join(" "))
}

#[test]
fn fields_and_buttons_have_names() {
    let mut fields = 0;
    for (name, root) in every_markup() {
        for node in root.all() {
            let own = node.attribute("aria-label").unwrap_or_default();
            let words = match node.tag.as_str() {
                _ if node.attribute("aria-hidden") == Some("true") => continue,
                "input" | "textarea" | "select" => field_name(&root, node),
                "button" | "a" | "summary" => format!("{own}{}", node.text()),
                _ => continue,
            };
            assert!(
                !words.trim().is_empty(),
                "{name}: a <{}> has no name",
                node.tag
            );
            fields += 1;
        }
    }
    assert!(
        fields > 200,
        "only {fields} fields and buttons were looked at"
    );
}

#[test]
fn buttons_submit_nothing() {
    for (name, root) in every_markup() {
        for button in root.find(|node| node.tag == "button") {
            assert_eq!(
                button.attribute("type"),
                Some("button"),
                "{name}: {}",
                button.text()
            );
        }
    }
}
