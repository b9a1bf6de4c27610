//! Front matter of Markdown: facts, texts and lists below keys. It is read line by
//! line, because authors of postings rarely write what a YAML reader accepts.

use super::generic::heading_of;
use super::{header, json, text};
use crate::block::{Block, BlockKind, Marks, Piece};
use crate::recognize::role_of;
use crate::source::{Source, Stated};

/// Keys that tell a site builder what to do.
const FOR_BUILDERS: [&str; 12] = [
    "layout",
    "permalink",
    "slug",
    "tags",
    "tag",
    "category",
    "categories",
    "draft",
    "redirect_from",
    "image",
    "weight",
    "aliases",
];

/// What front matter says besides the facts of a posting.
#[derive(Default)]
pub(super) struct FrontMatter {
    /// Texts and lists, each below a heading made of its key.
    pub parts: Vec<Block>,
    /// Values of a line, behind their keys.
    pub values: Vec<Block>,
}

/// Takes the facts from front matter, which begins on the second line; gives the rest.
pub(super) fn read(front_matter: &str, source: &mut Source) -> FrontMatter {
    let mut rest = FrontMatter::default();
    let mut entry: Option<Entry<'_>> = None;
    for (index, line) in front_matter.lines().enumerate() {
        let number = index + 2;
        if line.trim_start().starts_with('#') {
            continue;
        }
        if let Some((key, value)) = key_of(line) {
            close(entry.take(), source, &mut rest);
            entry = Some(Entry {
                key,
                value: value.trim().trim_start_matches(['|', '>']).trim(),
                line: number,
                below: Vec::new(),
            });
        } else if let Some(entry) = entry.as_mut() {
            entry.below.push(line);
        }
    }
    close(entry, source, &mut rest);
    rest
}

/// A key with what stands beside and below it.
struct Entry<'a> {
    key: &'a str,
    value: &'a str,
    line: usize,
    below: Vec<&'a str>,
}

/// "key: value" at the start of a line. Sentences with a colon are no keys.
fn key_of(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key = key.starts_with(|first: char| first.is_alphabetic())
        && key.split(' ').count() <= 3
        && (value.is_empty() || value.starts_with(' '));
    is_key.then_some((key, value))
}

fn close(entry: Option<Entry<'_>>, source: &mut Source, rest: &mut FrontMatter) {
    let Some(entry) = entry else {
        return;
    };
    if FOR_BUILDERS.contains(&entry.key.to_lowercase().as_str()) {
        return;
    }
    if entry.below.iter().all(|line| line.trim().is_empty()) {
        let value = entry
            .value
            .split_once(" #")
            .map_or(entry.value, |(value, _)| value);
        let value = value.trim().trim_matches(['"', '\'']);
        if !is_fact(entry.key, value, entry.line, source) {
            add_value(&entry, value, rest);
        }
        return;
    }
    let mut blocks = below(&entry);
    if blocks.is_empty() {
        return;
    }
    let heading = heading_of(entry.key);
    let role = role_of(&heading);
    rest.parts
        .push(Block::heading(&heading, 2, role, entry.line));
    rest.parts.append(&mut blocks);
}

/// Whether a value is a fact that a posting has a place for.
fn is_fact(key: &str, value: &str, line: usize, source: &mut Source) -> bool {
    let stated = Stated::new(value, line);
    let day = || Stated::new(&json::day_of(value)?, line);
    match key.trim().to_lowercase().as_str() {
        "title" => source.title = stated,
        "company" | "organization" | "organisation" | "employer" => source.organization = stated,
        "team" | "department" => source.team = stated,
        "location" | "locations" if stated.is_some() => source.locations = header::places_of(value),
        "date" | "opens" | "posted" => source.posted = day(),
        "closes" | "deadline" | "expires" => source.valid_through = day(),
        "lang" | "language" => source.lang = stated,
        "apply" | "apply_url" | "url" => source.apply_url = stated,
        _ => return false,
    }
    true
}

/// "Work schedule: Full time", or a text of its own where the key names a part of a posting.
fn add_value(entry: &Entry<'_>, value: &str, rest: &mut FrontMatter) {
    let is_set = !value.is_empty() && !["true", "false", "null", "~"].contains(&value);
    let is_text = value.contains(|character: char| character.is_alphabetic() || character == '$');
    if !is_set {
        return;
    }
    let heading = heading_of(entry.key);
    let role = role_of(&heading);
    if role.is_some() && value.split_whitespace().count() > 3 {
        rest.parts
            .push(Block::heading(&heading, 2, role, entry.line));
        rest.parts
            .push(Block::new(BlockKind::Paragraph, value, entry.line));
    } else if is_text {
        let mut pieces = vec![Piece::Text(format!("{heading}: "))];
        pieces.extend(linked(value));
        rest.values
            .push(Block::of_pieces(BlockKind::Paragraph, pieces, entry.line));
    }
}

fn linked(value: &str) -> Vec<Piece> {
    if value.contains(' ') {
        vec![Piece::Text(value.to_owned())]
    } else {
        Piece::link(value, value, Marks::default())
    }
}

/// The lines below a key: a text, or a list whose members may have titles and lists of their own.
fn below(entry: &Entry<'_>) -> Vec<Block> {
    let is_list = |line: &&str| line.trim_start().starts_with("- ");
    let first = entry.below.iter().find(|line| !line.trim().is_empty());
    if !entry.value.is_empty() || !first.is_some_and(is_list) {
        let lines = [&[entry.value], entry.below.as_slice()].concat();
        return text::blocks_of(&lines.join("\n"), entry.line);
    }
    let mut blocks = Vec::new();
    for (index, line) in entry.below.iter().enumerate() {
        let number = entry.line + index + 1;
        let line = line.trim();
        let member = line.strip_prefix("- ").unwrap_or(line).trim();
        let (key, value) = key_of(member).unwrap_or(("", member));
        let value = value.trim().trim_matches(['"', '\'']);
        if value.is_empty() {
            continue;
        }
        let kind = match key {
            "title" | "name" | "heading" => BlockKind::Heading(4),
            _ => BlockKind::Item,
        };
        blocks.push(Block::of_pieces(kind, linked(value), number));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_facts_values_and_parts() {
        let front_matter = "layout: job\ntitle: \"Gardener\" # quoted\nwork_schedule: Full time\n\
                            alert: true\n# for authors\nkey_objectives:\n  - title: Trees\n    \
                            items:\n    - Prune the trees\nrole_summary: | We look after\n\nthree \
                            gardens.\n";
        let mut source = Source::default();
        let rest = read(front_matter, &mut source);
        assert_eq!(source.title.unwrap().value, "Gardener");
        let said = |blocks: &[Block]| -> Vec<(String, usize)> {
            let said = blocks
                .iter()
                .map(|block| (block.plain().into_owned(), block.line));
            said.collect()
        };
        let owned = |text: &str, line| (text.to_owned(), line);
        assert_eq!(said(&rest.values), [owned("Work schedule: Full time", 4)]);
        let expected = [
            owned("Key objectives", 7),
            owned("Trees", 8),
            owned("Prune the trees", 10),
            owned("Role summary", 11),
            owned("We look after", 11),
            owned("three gardens.", 13),
        ];
        assert_eq!(said(&rest.parts), expected);
    }
}
