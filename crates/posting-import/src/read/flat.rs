//! Texts whose line breaks were lost: known headings inside a line divide it,
//! and what follows a list's heading is divided into sentences.

mod inside;

use super::bullet;
use crate::block::{BY_ITS_LOOKS, Block, BlockKind, Piece};
use crate::recognize::{Role, is_closing, role_of};

use inside::Inside;
pub(super) use inside::names_list;

/// Shorter paragraphs, in characters, are divided only where their headings leave no doubt.
const LONG: usize = 600;

/// Divides long paragraphs whose line breaks were lost.
pub(super) fn split(blocks: Vec<Block>) -> Vec<Block> {
    let is_divided = |block: &Block| lone_text(block).is_some_and(is_long);
    if !blocks.iter().any(is_divided) {
        return blocks;
    }
    let mut result = Vec::with_capacity(blocks.len());
    for block in blocks {
        match lone_text(&block).filter(|text| is_long(text)) {
            Some(text) => result.extend(long(&block, text).unwrap_or_else(|| vec![block.clone()])),
            None => result.push(block),
        }
    }
    result
}

/// The text of a paragraph without links and emphasis.
fn lone_text(block: &Block) -> Option<&str> {
    match block.pieces.as_slice() {
        [Piece::Text(text)] if block.kind == BlockKind::Paragraph => Some(text),
        _ => None,
    }
}

fn is_long(text: &str) -> bool {
    text.len() > LONG && text.chars().count() > LONG
}

/// A heading followed by a colon is one; without it, one needs the company of others.
fn long(block: &Block, text: &str) -> Option<Vec<Block>> {
    let found = inside::headings(text);
    let is_sure = found.len() > 1 || found.iter().any(|heading| heading.is_set_off);
    (is_sure && !found.is_empty()).then(|| divide(block, text, &found))
}

/// A paragraph of any length in which two parts of a posting begin, one of them a list, each
/// behind its heading and a colon or a list mark.
pub(super) fn parts(block: &Block) -> Option<Vec<Block>> {
    let text = lone_text(block)?;
    let is_divided = text.contains([':', '-', '•', '–', '·', '●', '*']);
    let found = is_divided.then(|| inside::headings(text))?;
    let (set_off, other): (Vec<Inside>, Vec<Inside>) =
        found.into_iter().partition(|heading| heading.is_set_off);
    let first = set_off.first()?.role;
    let is_list = |heading: &Inside| heading.role.is_some_and(Role::is_list);
    let has_list = set_off.iter().any(is_list);
    let are_two = set_off.iter().any(|heading| heading.role != first);
    // A long line may be a whole posting, in which other headings have company enough.
    let mut found = set_off;
    if is_long(text) {
        found.extend(other);
        found.sort_unstable_by_key(|heading| heading.range.start);
    }
    let is_list_in_line = || begins_list(text, &found);
    (has_list && (are_two || is_list_in_line())).then(|| divide(block, text, &found))
}

/// Whether a text is the heading of a list and its items in one line: "Requirements • Boots • A hat".
fn begins_list(text: &str, found: &[Inside]) -> bool {
    found.first().is_some_and(|heading| {
        let rest = text.get(heading.range.end..).unwrap_or_default();
        heading.range.start == 0
            && heading.role.is_some_and(Role::is_list)
            && rest.trim_start().starts_with('•')
            && rest.matches('•').count() > 1
    })
}

fn divide(block: &Block, text: &str, found: &[Inside]) -> Vec<Block> {
    let mut result = Vec::new();
    let mut start = 0;
    let mut in_list = false;
    for heading in found {
        let words = text.get(heading.range.clone()).unwrap_or_default();
        let before = text.get(start..heading.range.start).unwrap_or_default();
        body(before, in_list, block.line, &mut result);
        let kind = BlockKind::Heading(BY_ITS_LOOKS);
        result.push(Block::new(kind, words, block.line));
        in_list = role_of(words).is_some_and(Role::is_list);
        let rest = text.get(heading.range.end..).unwrap_or_default();
        start = heading.range.end + usize::from(rest.starts_with(':'));
    }
    let rest = text.get(start..).unwrap_or_default();
    body(rest, in_list, block.line, &mut result);
    result
}

fn body(text: &str, in_list: bool, line: usize, result: &mut Vec<Block>) {
    if text.trim().is_empty() {
        return;
    }
    if !in_list {
        result.push(Block::new(BlockKind::Paragraph, text.trim(), line));
        return;
    }
    let entries = entries(text);
    let end = entries.iter().skip(1).position(|entry| is_closing(entry));
    let (items, rest) = entries.split_at(end.map_or(entries.len(), |end| end + 1));
    for item in items {
        result.push(Block::new(BlockKind::Item, item, line));
    }
    if !rest.is_empty() {
        result.push(Block::new(BlockKind::Paragraph, &rest.join(" "), line));
    }
}

/// Entries of a list that stands in one line: by marks if it has some, else by sentences.
pub(super) fn entries(text: &str) -> Vec<&str> {
    let text = text.trim();
    for mark in [" • ", " · ", " ● ", " - ", " – ", " * "] {
        // A mark before the first entry counts as well.
        let is_first = text.starts_with(mark.trim_start());
        if text.matches(mark).count() + usize::from(is_first) >= 2 {
            let entries = text
                .split(mark)
                .map(str::trim)
                .filter(|entry| !entry.is_empty());
            return entries
                .map(|entry| bullet::marked(entry).map_or(entry, |marked| marked.text))
                .collect();
        }
    }
    let text = bullet::marked(text).map_or(text, |marked| marked.text);
    let sentences = sentences(text);
    if sentences.len() == 1 {
        clauses(text)
    } else {
        sentences
    }
}

/// The parts of a sentence between semicolons, but not those in brackets.
pub(crate) fn clauses(text: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b';' if depth == 0 && !ends_in_reference(text.get(start..place)) => {
                clauses.push(text.get(start..place).unwrap_or_default().trim());
                start = place + 1;
            }
            _ => {}
        }
    }
    clauses.push(text.get(start..).unwrap_or_default().trim());
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

/// Whether the words before a semicolon are those of a reference to a character, "&amp;".
fn ends_in_reference(text: Option<&str>) -> bool {
    let name = text
        .and_then(|text| text.rsplit_once('&'))
        .map(|(_, name)| name);
    let is_name = |name: &str| {
        name.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
    };
    name.is_some_and(|name| !name.is_empty() && is_name(name))
}

/// Sentences: they end with a full stop before a capital, but not after an abbreviation.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (place, byte) in text.bytes().enumerate() {
        if !matches!(byte, b'.' | b'!' | b'?') {
            continue;
        }
        let after = place + 1;
        let rest = text.get(after..).unwrap_or_default();
        let next = rest.trim_start();
        let begins_anew = rest.starts_with(crate::block::is_blank)
            && next
                .starts_with(|character: char| character.is_uppercase() || character.is_numeric());
        let sentence = text.get(start..after).unwrap_or_default();
        if begins_anew && !ends_in_abbreviation(sentence, next) && !ends_in_day(sentence, next) {
            sentences.push(sentence.trim());
            start = after;
        }
    }
    let last = text.get(start..).unwrap_or_default().trim();
    if !last.is_empty() {
        sentences.push(last);
    }
    sentences
}

/// "… am 15." before "September".
fn ends_in_day(sentence: &str, next: &str) -> bool {
    bullet::begins_date(last_word(sentence), next)
}

fn last_word(sentence: &str) -> &str {
    let mut words = sentence.trim_end_matches('.').rsplit([' ', '(']);
    words.next().unwrap_or_default()
}

/// Months that are shortened before a day or a year: "Sept. 8".
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
];

fn ends_in_abbreviation(sentence: &str, next: &str) -> bool {
    let word = last_word(sentence);
    let known = [
        "e.g", "i.e", "etc", "Inc", "Ltd", "Corp", "Co", "vs", "approx", "min", "max", "incl",
        "z.B", "St", "No", "Rs", "Dr", "Mr", "Ms", "Sr", "Jr", "Ph.D", "Ph", "bzw", "ca",
    ];
    let is_month =
        || MONTHS.contains(&word) && next.starts_with(|next: char| next.is_ascii_digit());
    // "z.B", "U.S": the dots of addresses have longer words between them.
    let is_of_letters = || word.contains('.') && word.split('.').all(|part| part.len() <= 3);
    known.contains(&word) || is_month() || is_of_letters() || word.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_before_capitals() {
        let text = "You prune, e.g. Roses. You sow 1.5 acres! Then you rest (in the U.S. Capitol).";
        let expected = [
            "You prune, e.g. Roses.",
            "You sow 1.5 acres!",
            "Then you rest (in the U.S. Capitol).",
        ];
        assert_eq!(sentences(text), expected);
        let address = "Write to hof@gardens.example. We answer soon.";
        let expected = ["Write to hof@gardens.example.", "We answer soon."];
        assert_eq!(sentences(address), expected);
        let day = "Beginn ist am 15. September 2026. Dauer: 12 Wochen.";
        let expected = ["Beginn ist am 15. September 2026.", "Dauer: 12 Wochen."];
        assert_eq!(sentences(day), expected);
        assert_eq!(entries("a. - B - C"), ["a.", "B", "C"]);
        assert_eq!(entries(" • A • B"), ["A", "B"]);
        assert_eq!(entries("A – B"), ["A – B"]);
        assert_eq!(entries("roses &amp; bees"), ["roses &amp; bees"]);
        assert_eq!(
            entries("roses; beds (old; new); sow."),
            ["roses", "beds (old; new)", "sow."]
        );
        assert_eq!(entries("Roses; beds. Sow."), ["Roses; beds.", "Sow."]);
    }

    #[test]
    fn headings_inside_a_long_line_divide_it() {
        let intro = "We look after three walled gardens. ".repeat(20);
        let text = format!("{intro}Key Responsibilities Prune the trees. Sow. Requirements Boots.");
        let blocks = split(vec![Block::new(BlockKind::Paragraph, &text, 3)]);
        let texts: Vec<_> = blocks.iter().skip(1).map(|block| block.plain()).collect();
        let expected = [
            "Key Responsibilities",
            "Prune the trees.",
            "Sow.",
            "Requirements",
            "Boots.",
        ];
        assert_eq!(texts, expected);
        assert!(blocks.iter().all(|block| block.line == 3));
    }

    #[test]
    fn two_headings_with_colons_divide_a_short_line() {
        let parts_of = |text: &str| {
            let blocks = parts(&Block::new(BlockKind::Paragraph, text, 1)).unwrap_or_default();
            let texts: Vec<String> = blocks
                .iter()
                .map(|block| block.plain().into_owned())
                .collect();
            texts
        };
        let expected = [
            "We grow.",
            "Responsibilities",
            "Prune.",
            "Sow.",
            "Nice to have",
            "Boots.",
        ];
        for text in [
            "We grow. Responsibilities: Prune. Sow. Nice to have: Boots.",
            "We grow. Responsibilities • Prune. • Sow. Nice to have • Boots.",
            "We grow. Responsibilities: • Prune. • Sow. Nice to have: • Boots.",
            "We grow. Responsibilities - Prune. - Sow. Nice to have - Boots.",
        ] {
            assert_eq!(parts_of(text), expected, "{text}");
        }
        let text = "Responsibilities • Prune • Sow What we offer • Bed & Benefits • Roses";
        let expected = ["Responsibilities", "Prune", "Sow", "What we offer"];
        assert_eq!(parts_of(text).get(..4).unwrap_or_default(), expected);
        assert_eq!(
            parts_of("Requirements • Boots • A hat"),
            ["Requirements", "Boots", "A hat"]
        );
        // Items that are words of headings, as in a line that leads around a site.
        assert!(parts_of("Home • Responsibilities • Requirements • Benefits").is_empty());
        assert!(parts_of("Duties: Prune. Responsibilities: Sow.").is_empty());
        assert!(parts_of("Education: A school. Preferred: Another.").is_empty());
    }
}
