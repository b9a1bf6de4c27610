//! Plain text: which lines are headings, which belong together, and what the
//! first ones say about the posting.

mod alone;
mod quote;
mod wrap;

use super::bullet;
use super::flat;
use super::header;
use super::refine::looks_like_heading;
use crate::block::{BY_ITS_LOOKS, Block, BlockKind, is_blank};
use crate::recognize::{
    ends_with_list_heading, is_list_heading, is_small_heading, leads_to_list,
    looks_like_heading_alone,
};
use crate::source::Source;

use alone::{WEAK, settle};
use wrap::{ends_sentence_above, goes_on_in_width, wrap_width};

/// Reads plain text with a title in its first line.
pub(super) fn read(text: &str) -> Source {
    let mut source = Source::default();
    let blocks = blocks_of(text, 1);
    source.blocks = header::read(blocks, &mut source);
    source
}

/// The blocks of plain text, refined.
pub(super) fn blocks_of(text: &str, first_line: usize) -> Vec<Block> {
    let text = &*quote::unquoted(text);
    let text = &*bullet::alone_in(text);
    let text = &*bullet::spaced(text, bullet::SIGNS);
    let lines = lines_of(text, first_line);
    let width = wrap_width(&lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    // How far the last line was indented, and its length: what continues it is told by these.
    let mut open: Option<(usize, usize)> = None;
    for (index, line) in lines.iter().enumerate() {
        if line.text.is_empty() || is_rule(line.text) {
            open = None;
            continue;
        }
        let indented_below = open.is_some_and(|(indent, _)| line.indent > indent);
        let above = index.checked_sub(1).and_then(|above| lines.get(above));
        let continues = open.is_some()
            && (goes_on_in_width(above, line, width) || ends_sentence_above(&lines, index));
        let after_item = blocks
            .last()
            .is_some_and(|block| bullet::marked(&block.plain()).is_some());
        let is_marked = bullet::marked(line.text).is_some();
        let is_small = open.is_none() && is_small_heading(line.text);
        if !is_marked
            && !is_small
            && (continues
                || after_item && is_unfinished(&blocks, line, indented_below, width.is_some()))
            && let Some(last) = blocks.last_mut().filter(|block| !block.is_heading())
        {
            last.join(Block::new(BlockKind::Paragraph, line.text, line.number));
            open = open.map(|(indent, _)| (indent, line.length));
            continue;
        }
        let alone = |index: Option<usize>| {
            index
                .and_then(|index| lines.get(index))
                .is_none_or(|line| line.text.is_empty())
        };
        let before = alone(index.checked_sub(1));
        let mut below = lines.iter().skip(index + 1);
        let below = below.find(|line| !line.text.is_empty());
        let opens_list = below.is_some_and(|line| bullet::marked(line.text).is_some());
        let place = match (before, opens_list) {
            (true, true) => Place::AboveList,
            (true, false) if alone(Some(index + 1)) => Place::Alone,
            (true, false) => Place::Above,
            (false, _) => Place::Within,
        };
        let mut block = block(line, place);
        block.apart = before;
        blocks.push(block);
        open = Some((line.indent, line.length));
    }
    super::refine::mark_headings(&mut blocks);
    let blocks = settle(blocks);
    flat::split(super::refine(blocks))
}

/// Whether a line without a mark goes on with the item above it: indented below it or with a small letter,
/// unless the item has come to an end. Where all of a text is wrapped, to be indented is enough.
fn is_unfinished(blocks: &[Block], line: &Line<'_>, is_indented: bool, is_wrapped: bool) -> bool {
    let above = blocks.last().map(Block::plain).unwrap_or_default();
    let has_ended = above.ends_with(['.', '!', '?', ':', ';']);
    is_indented && (is_wrapped || !has_ended) || !has_ended && starts_small(line.text)
}

/// Whether the lines of a text end for want of room.
pub(super) fn is_wrapped(text: &str) -> bool {
    wrap_width(&lines_of(text, 1)).is_some()
}

/// Whether a line goes on with the one above it, in a text that is wrapped here and there: with a
/// small letter, below a line as long as wrapped lines are.
pub(super) fn goes_on(above: &str, below: &str) -> bool {
    above.trim_end().chars().count() >= LONG_LINE && starts_small(below)
}

/// Wrapped lines that another one follows are at least this long, in characters.
const LONG_LINE: usize = 50;

struct Line<'a> {
    text: &'a str,
    indent: usize,
    /// Its length with what it is indented, in characters.
    length: usize,
    number: usize,
}

fn lines_of(text: &str, first_line: usize) -> Vec<Line<'_>> {
    let lines = text.lines().enumerate().map(|(index, line)| {
        let start = line.trim_start_matches(is_blank);
        let text = start.trim_end_matches(is_blank);
        let blanks = line.get(..line.len() - start.len()).unwrap_or_default();
        let indent = blanks.chars().count();
        Line {
            text,
            indent,
            length: indent + text.chars().count(),
            number: first_line + index,
        }
    });
    lines.collect()
}

/// A line of signs that only divides.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| b"-=_*~#".contains(&byte))
}

fn starts_small(text: &str) -> bool {
    text.starts_with(|character: char| character.is_lowercase())
}

/// What stands around a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Other lines.
    Within,
    /// Blank lines.
    Alone,
    /// A blank line before it, an item right below it.
    AboveList,
    /// A blank line before it, another line right below it.
    Above,
}

fn block(line: &Line<'_>, place: Place) -> Block {
    if bullet::marked(line.text).is_some() {
        return Block::new(BlockKind::Paragraph, line.text, line.number);
    }
    let bare = without_marks(line.text);
    let has_marks = bare.len() < line.text.len();
    let is_heading = looks_like_heading(bare)
        || has_marks && bare.chars().count() <= 80
        || place == Place::AboveList && (is_list_heading(bare) || ends_with_list_heading(bare))
        || place != Place::Within && (is_small_heading(bare) || leads_to_list(bare));
    if is_heading {
        return Block::new(BlockKind::Heading(BY_ITS_LOOKS), bare, line.number);
    }
    // "Requirements • Boots" is a list in a line.
    let is_list = || line.text.contains(" • ") && flat::names_list(line.text);
    let is_alone = matches!(place, Place::Alone | Place::AboveList);
    if is_alone && looks_like_heading_alone(line.text) && !is_list() {
        // Weaker than a known heading: the next step decides.
        return Block::new(WEAK, line.text, line.number);
    }
    Block::new(BlockKind::Paragraph, line.text, line.number)
}

/// A heading in Markdown's or a word processor's marks.
fn without_marks(line: &str) -> &str {
    for mark in ["**", "__"] {
        let inner = line.strip_prefix(mark).and_then(|rest| {
            let rest = rest.strip_suffix(':').unwrap_or(rest);
            rest.strip_suffix(mark)
        });
        if let Some(inner) = inner.filter(|inner| !inner.contains(mark)) {
            return inner.trim();
        }
    }
    let unhashed = line.trim_start_matches('#');
    if unhashed.len() < line.len() && unhashed.starts_with(' ') {
        return unhashed.trim();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_goes_on_below_its_mark() {
        #[track_caller]
        fn check(text: &str, expected: &[&str]) {
            let blocks = blocks_of(text, 1);
            let items: Vec<_> = blocks.iter().map(Block::plain).collect();
            assert_eq!(items, expected, "{text}");
        }
        check(
            "- Build tools for people in\n  Oslo and Bergen\n- Fix bugs",
            &["Build tools for people in Oslo and Bergen", "Fix bugs"],
        );
        check(
            "• Build tools for people\nin Oslo\n• Fix bugs",
            &["Build tools for people in Oslo", "Fix bugs"],
        );
        // What has come to an end does not go on.
        check("- Build tools.\n  Oslo", &["Build tools.", "Oslo"]);
        check(
            "- Build tools\nOslo is a town.",
            &["Build tools", "Oslo is a town."],
        );
    }

    fn shapes(text: &str) -> Vec<(BlockKind, String)> {
        let blocks = blocks_of(text, 1);
        blocks
            .iter()
            .map(|block| (block.kind, block.plain().into_owned()))
            .collect()
    }

    fn shape(kind: BlockKind, text: &str) -> (BlockKind, String) {
        (kind, text.to_owned())
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "We look after three walled gardens that are\nopen to everyone, and we need \
                    somebody who\nlikes to be outdoors in every weather.\n\n- Prune the apple \
                    trees and the pear trees\n  on the south wall.\n- Sow.\n";
        let expected = [
            shape(
                BlockKind::Paragraph,
                "We look after three walled gardens that are open to everyone, and we need somebody \
                 who likes to be outdoors in every weather.",
            ),
            shape(
                BlockKind::Item,
                "Prune the apple trees and the pear trees on the south wall.",
            ),
            shape(BlockKind::Item, "Sow."),
        ];
        assert_eq!(shapes(text), expected);
    }

    #[test]
    fn one_wrapped_entry_is_joined() {
        #[track_caller]
        fn check(entry: &str, joined: bool) {
            let text = format!("Requirements\n\n{entry}\n\nA hat\n\nBoots\n");
            let blocks = blocks_of(&text, 1);
            assert_eq!(blocks.len(), if joined { 4 } else { 5 }, "{entry}");
        }
        check("You are happy to work in a\ngarden in the rain", true);
        check(
            "You have looked after old trees in some large\norchard by the river",
            false,
        );
        check(
            "You have looked after old trees in some very large\norchard by the river",
            true,
        );
        check("Is happy with\niOS and the like", false);
        check("likes the rain and the\nsnow", false);
        check("Likes the rain and the.\nsnow", false);
        check("Likes the rain and the\nSnow", false);
    }

    #[test]
    fn lines_that_end_sentences_are_not_wrapped() {
        let lines = [
            "Likes to prune the old apple trees, and comes back in autumn to pick them.",
            "Familiar with roses, and with other plants that have thorns and are loved.",
            "iOS or Android in the pocket",
        ];
        let blocks = blocks_of(&lines.join("\n"), 1);
        let texts: Vec<_> = blocks.iter().map(Block::plain).collect();
        assert_eq!(texts, lines);
    }

    #[test]
    fn entries_without_marks_stay_apart() {
        let text = "Responsibilities\nPrune the apple trees.\nSow, water and weed.\n\n\
                    Requirements:\n\nA love of rain\n\nStrong boots\n";
        let heading = BlockKind::Heading(BY_ITS_LOOKS);
        let expected = [
            shape(heading, "Responsibilities"),
            shape(BlockKind::Paragraph, "Prune the apple trees."),
            shape(BlockKind::Paragraph, "Sow, water and weed."),
            shape(heading, "Requirements:"),
            shape(BlockKind::Paragraph, "A love of rain"),
            shape(BlockKind::Paragraph, "Strong boots"),
        ];
        assert_eq!(shapes(text), expected);
    }

    #[test]
    fn known_headings_may_be_without_capitals() {
        let heading = BlockKind::Heading(BY_ITS_LOOKS);
        let text = "requirements\n- Boots\n- A hat\n\nnice to have\n\nA rake\nA spade\n";
        let shapes = shapes(text);
        let headings = shapes.iter().filter(|(kind, _)| *kind == heading);
        let headings: Vec<_> = headings.map(|(_, text)| text.as_str()).collect();
        assert_eq!(headings, ["requirements", "nice to have"]);
    }

    #[test]
    fn marked_headings_lose_their_marks() {
        let heading = BlockKind::Heading(BY_ITS_LOOKS);
        assert_eq!(
            shapes("**Our walks**\n\na"),
            [
                shape(heading, "Our walks"),
                shape(BlockKind::Paragraph, "a"),
            ]
        );
    }
}
