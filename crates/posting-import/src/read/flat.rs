//! Texts whose line breaks were lost: known headings inside a long line divide
//! it, and what follows a list's heading is divided into sentences.

use std::sync::LazyLock;

use regex::Regex;

use super::bullet;
use crate::block::{BY_ITS_LOOKS, Block, BlockKind, Piece};
use crate::recognize::{is_closing, role_of};

/// Shorter paragraphs, in characters, are taken as they are.
const LONG: usize = 600;

/// Headings that stand in running text, with a capital at their start. Only those that hardly
/// occur in a sentence.
static INSIDE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let single = "Responsibilities|Requirements|Qualifications|Benefits|Practicals";
    let headings = "(?:(?:Your |Core |Key |Main |Primary |Job |Role |Minimum |Basic |Required |\
        Preferred |Desired |Additional )+(?:Core |Key )?(?:Responsibilities|Qualifications|\
        Requirements|Skills and Experience|Skills & Experience|Skills|Experience|Duties)|\
        Nice [Tt]o [Hh]aves?|Bonus [Pp]oints|\
        What [Yy]ou['’]ll [Dd]o|What [Yy]ou [Ww]ill [Dd]o|What [Yy]ou['’]ll [Bb]e [Dd]oing|\
        What [Yy]ou [Ww]ill [Bb]e [Dd]oing|What [Yy]our [Dd]ay [Ww]ill [Ll]ook [Ll]ike|\
        What [Yy]ou['’]ll [Bb]ring|What [Yy]ou [Bb]ring|What [Yy]ou['’]ll [Nn]eed|\
        What [Yy]ou [Ww]ill (?:[Bb]ring|[Nn]eed|[Ll]earn|[Gg]ain)|\
        What [Ww]e(?:['’]re| [Aa]re) [Ll]ooking [Ff]or|What [Ww]e [Nn]eed [Tt]o [Ss]ee|What [Ww]e [Oo]ffer|\
        What [Yy]ou['’]ll [Gg]et|Ways [Tt]o [Ss]tand [Oo]ut From The Crowd|Who [Yy]ou [Aa]re|\
        What['’]s [Ii]n [Ii]t [Ff]or [Yy]ou|Who [Ww]e [Aa]re|About [Tt]he [Rr]ole|About [Tt]he [Tt]eam|\
        About [Tt]he (?:[Ii]nternship|[Pp]rogram|[Jj]ob|[Cc]ompany)|About [Yy]ou|About [Uu]s|\
        The Position|The Role|Application process|How to apply|\
        In this role,? you will|In this role,? you can expect to|\
        (?:Deine |Ihre )?Aufgaben|(?:Dein|Ihr) Profil|(?:Vos|Tes) missions|Profil recherché)";
    // A word alone is a heading only after the end of a sentence, or with a colon.
    Regex::new(&format!(
        r"(?:(?:^|[.!?:;)”*] ?)({single})(?::| (?:\p{{Lu}}|\p{{Nd}}|[-•*]))|(?:^|\s)({single}):|(?:^|[.!?:;)”*] ?|\s)({headings})(?::| (?:\p{{Lu}}|\p{{Nd}}|[-•*])))"
    ))
    .ok()
});

/// Divides paragraphs whose line breaks were lost.
pub(super) fn split(blocks: Vec<Block>) -> Vec<Block> {
    let mut result = Vec::new();
    for block in blocks {
        let flat = block.kind == BlockKind::Paragraph
            && matches!(block.pieces.as_slice(), [Piece::Text(text)] if text.len() > LONG && text.chars().count() > LONG);
        if flat {
            divide(&block, &mut result);
        } else {
            result.push(block);
        }
    }
    result
}

fn divide(block: &Block, result: &mut Vec<Block>) {
    let text = block.plain();
    let Some(pattern) = INSIDE.as_ref() else {
        return;
    };
    // A heading followed by a colon is one; without it, one needs the company of others.
    let found: Vec<_> = pattern
        .captures_iter(&text)
        .filter_map(|found| (1..=3).find_map(|group| found.get(group)))
        .collect();
    let with_colon = |end: usize| text.get(end..).is_some_and(|rest| rest.starts_with(':'));
    let is_sure = found.len() > 1 || found.iter().any(|heading| with_colon(heading.end()));
    if found.is_empty() || !is_sure {
        result.push(block.clone());
        return;
    }
    let mut start = 0;
    let mut in_list = false;
    for heading in found {
        body(
            text.get(start..heading.start()).unwrap_or_default(),
            in_list,
            block.line,
            result,
        );
        result.push(Block::new(
            BlockKind::Heading(BY_ITS_LOOKS),
            heading.as_str(),
            block.line,
        ));
        in_list = role_of(heading.as_str()).is_some_and(crate::recognize::Role::is_list);
        start = heading.end() + usize::from(with_colon(heading.end()));
    }
    body(
        text.get(start..).unwrap_or_default(),
        in_list,
        block.line,
        result,
    );
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
    for mark in [" • ", " · ", " ● ", " - ", " – ", " * "] {
        if text.matches(mark).count() >= 2 {
            let entries = text
                .split(mark)
                .map(str::trim)
                .filter(|entry| !entry.is_empty());
            return entries
                .map(|entry| bullet::marked(entry).map_or(entry, |marked| marked.text))
                .collect();
        }
    }
    sentences(text)
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
        if begins_anew && !ends_in_abbreviation(sentence) {
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

fn ends_in_abbreviation(sentence: &str) -> bool {
    let word = sentence
        .trim_end_matches('.')
        .rsplit([' ', '('])
        .next()
        .unwrap_or_default();
    let known = [
        "e.g", "i.e", "etc", "Inc", "Ltd", "Corp", "Co", "vs", "approx", "min", "max", "incl",
        "z.B", "St", "No", "Dr", "Mr", "Ms", "Sr", "Jr", "Ph.D", "Ph", "bzw", "ca",
    ];
    known.contains(&word) || word.contains('.') || word.chars().count() == 1
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
        assert_eq!(entries("a. - B - C"), ["a.", "B", "C"]);
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
}
