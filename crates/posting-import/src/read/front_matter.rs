//! Front matter of Markdown: facts, texts and lists below keys. It is read line by
//! line, because authors of postings rarely write what a YAML reader accepts.

use super::generic::heading_of;
use super::{header, json, text};
use crate::block::{Block, BlockKind, Marks, Piece};
use crate::recognize::{Role, role_of};
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

/// Keys of a list's members that only say what their values are.
const OF_MEMBERS: [&str; 9] = [
    "title",
    "name",
    "heading",
    "text",
    "description",
    "item",
    "items",
    "list",
    "points",
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
        } else {
            source.labels.push(line.trim().to_owned());
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
        source
            .labels
            .push(format!("{}: {}", entry.key, entry.value));
        let below = entry.below.iter().map(|line| line.trim().to_owned());
        source.labels.extend(below.filter(|line| !line.is_empty()));
        return;
    }
    if entry.below.iter().all(|line| line.trim().is_empty()) {
        let value = entry
            .value
            .split_once(" #")
            .map_or(entry.value, |(value, _)| value);
        let value = unquoted(value);
        // Words that the posting needs no place for are kept nonetheless.
        if is_fact(entry.key, value, entry.line, source) {
            source.labels.push(format!("{}:", entry.key));
        } else if !add_value(&entry, value, rest) {
            source.labels.push(format!("{}: {value}", entry.key));
        }
        return;
    }
    add_part(&entry, below(&entry), rest);
}

fn unquoted(value: &str) -> &str {
    value.trim().trim_matches(['"', '\''])
}

/// Adds what stands below a heading made of the entry's key.
fn add_part(entry: &Entry<'_>, mut blocks: Vec<Block>, rest: &mut FrontMatter) {
    let heading = heading_of(entry.key);
    let role = role_of(&heading);
    rest.parts
        .push(Block::heading(&heading, 2, role, entry.line));
    rest.parts.append(&mut blocks);
}

/// Whether a value is a fact that a posting has a place for.
fn is_fact(key: &str, value: &str, line: usize, source: &mut Source) -> bool {
    let day = || Stated::new(&json::day_of(value)?, line);
    let is_url = value.contains("://") || value.starts_with("mailto:");
    let is_tag = (2..=3).contains(&value.split(['-', '_']).next().unwrap_or_default().len());
    let (field, stated) = match key.trim().to_lowercase().as_str() {
        "title" => (&mut source.title, Stated::new(value, line)),
        "company" | "organization" | "organisation" | "employer" => {
            (&mut source.organization, Stated::new(value, line))
        }
        "team" | "department" => (&mut source.team, Stated::new(value, line)),
        "location" | "locations" if source.locations.is_empty() => {
            let places = members(value).map(|places| places.join(";"));
            header::take_places(places.as_deref().unwrap_or(value), source);
            return !source.locations.is_empty();
        }
        "date" | "opens" | "posted" => (&mut source.posted, day()),
        "closes" | "deadline" | "expires" => (&mut source.valid_through, day()),
        "lang" | "language" if is_tag => (&mut source.lang, Stated::new(value, line)),
        "apply" | "apply_url" | "url" if is_url => {
            (&mut source.apply_url, Stated::new(value, line))
        }
        _ => return false,
    };
    let is_free = field.is_none() && stated.is_some();
    if is_free {
        *field = stated;
    }
    is_free
}

/// The members of a list in one line: `[Roses, "Apples, pears"]`.
fn members(value: &str) -> Option<Vec<&str>> {
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let mut quote = None;
    let divided = inner.split(|sign| {
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
        sign == ',' && quote.is_none()
    });
    let members = divided.map(unquoted).filter(|member| !member.is_empty());
    Some(members.collect())
}

/// Adds "Work schedule: Full time", or a text or list of its own where the key names a part of a posting; whether
/// there was anything to add.
fn add_value(entry: &Entry<'_>, value: &str, rest: &mut FrontMatter) -> bool {
    let is_text = value.contains(char::is_alphanumeric);
    if !is_text || ["true", "false", "null"].contains(&value) {
        return false;
    }
    let heading = heading_of(entry.key);
    let role = role_of(&heading);
    let block = |kind, text: &str| Block::of_pieces(kind, linked(text), entry.line);
    if let Some(members) = members(value).filter(|_| role.is_some_and(Role::is_list)) {
        let items = members.into_iter();
        let items = items.map(|member| block(BlockKind::Item, member));
        add_part(entry, items.collect(), rest);
    } else if role.is_some() && value.split_whitespace().count() > 3 {
        add_part(entry, vec![block(BlockKind::Paragraph, value)], rest);
    } else {
        let mut pieces = vec![Piece::Text(format!("{heading}: "))];
        pieces.extend(linked(value));
        rest.values
            .push(Block::of_pieces(BlockKind::Paragraph, pieces, entry.line));
    }
    true
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
        let (key, value) = key_of(member)
            .filter(|(key, value)| value.is_empty() || OF_MEMBERS.contains(key))
            .unwrap_or(("", member));
        let value = unquoted(value);
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
