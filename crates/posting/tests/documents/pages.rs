//! The page about the format: its examples are read, and it names every field.

use crate::{accept, read};

/// The JSON blocks of the page.
fn blocks(page: &str) -> Vec<&str> {
    let parts = page.split("```json\n").skip(1);
    parts
        .filter_map(|part| Some(part.split_once("```")?.0))
        .collect()
}

#[test]
fn the_examples_of_the_page_are_read() {
    let page = read("docs/posting-format.md");
    let blocks = blocks(&page);
    assert!(blocks.len() > 5, "the page has lost its examples");
    for block in blocks {
        if block.trim_start().starts_with('{') {
            accept(block);
            continue;
        }
        // A block without braces shows members of a document.
        let required = [
            (r#""version""#, r#""version": 1"#),
            (r#""id""#, r#""id": "example""#),
            (r#""title""#, r#""title": "Example""#),
            (
                r#""organization""#,
                r#""organization": { "name": "Example" }"#,
            ),
        ];
        let missing = required
            .iter()
            .filter(|(key, _)| !block.lines().any(|line| line.starts_with(key)));
        let missing: Vec<_> = missing.map(|(_, member)| *member).collect();
        accept(&format!("{{ {},\n{block} }}", missing.join(", ")));
    }
}

#[cfg(feature = "schema")]
#[test]
fn the_page_names_every_field() {
    fn keys(schema: &serde_json::Value, found: &mut Vec<String>) {
        match schema {
            serde_json::Value::Object(object) => {
                if let Some(serde_json::Value::Object(properties)) = object.get("properties") {
                    found.extend(properties.keys().cloned());
                }
                object.values().for_each(|value| keys(value, found));
            }
            serde_json::Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let page = read("docs/posting-format.md");
    let mut found = Vec::new();
    keys(&posting::document::schema(), &mut found);
    assert!(found.len() > 40, "{found:?}");
    for key in found {
        assert!(
            page.contains(&format!("`{key}`")),
            "{key} is not on the page"
        );
    }
}
