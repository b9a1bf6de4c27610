//! The page about theming names every part and every custom property there is, and no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::every_markup;

type Names = BTreeSet<String>;

/// The names in backticks in the first column of the table under a heading of the page.
fn documented(heading: &str) -> Names {
    let page = include_str!("../../docs/theming.md");
    let section = page.split("\n## ").find(|part| part.starts_with(heading));
    let rows = section.expect(heading).lines();
    let firsts = rows.filter_map(|row| row.strip_prefix("| `")?.split(" | ").next());
    let names = firsts.flat_map(|first| first.split(", ").map(|name| name.replace('`', "")));
    names.collect()
}

/// What stands between `before` and `after` wherever that is in a file below the folder.
fn between(folder: &str, before: &str, after: [char; 3]) -> Names {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Names::new();
    let mut waiting = vec![folder];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).unwrap();
            waiting.extend(entries.map(|entry| entry.unwrap().path()));
            continue;
        }
        // A picture is no text.
        let text = fs::read_to_string(&path).unwrap_or_default();
        let pieces = text.split(before).skip(1);
        found.extend(pieces.map(|piece| piece.split(after).next().unwrap().to_owned()));
    }
    found
}

#[test]
fn every_custom_property_is_documented_and_no_other() {
    let used: Names = between("style", "var(--jp-", [',', ')', ' '])
        .into_iter()
        .map(|name| format!("--jp-{name}"))
        .collect();
    assert!(used.contains("--jp-accent"), "{used:?}");
    assert_eq!(documented("Custom properties"), used);
}

#[test]
fn every_part_is_documented_and_no_other() {
    let quote = ['"'; 3];
    let mut used = between("src/view", ".part(\"", quote);
    used.extend(between("public/job-posting.js", ".part = \"", quote));
    // Some names are no literals; the markup has those.
    for (_, markup) in every_markup() {
        for node in markup.all() {
            let parts = node.attribute("part").unwrap_or_default();
            used.extend(parts.split_whitespace().map(str::to_owned));
        }
    }
    assert!(
        used.contains("title") && used.contains("minimum"),
        "{used:?}"
    );
    assert_eq!(documented("Parts"), used);
}
