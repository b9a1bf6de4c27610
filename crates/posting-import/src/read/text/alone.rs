//! Lines that look like headings only because they stand alone: whether they
//! are headings, or entries of a list without marks.

use crate::block::{BY_ITS_LOOKS, Block, BlockKind};
use crate::read::{bullet, flat};
use crate::recognize::{Role, is_employer, role_of};

/// A line that looks like a heading only because it stands alone.
pub(super) const WEAK: BlockKind = BlockKind::Heading(BY_ITS_LOOKS + 1);

/// Longer entries, in characters, are paragraphs.
const LONGEST_ENTRY: usize = 240;

/// Entries that are grouped by headings among them are sentences of at least this length.
const SENTENCE: usize = 60;

/// In a list of entries without marks that stand alone, lines that only look like headings are
/// entries as well, unless they divide it into groups. Elsewhere they are headings.
pub(super) fn settle(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut in_list = false;
    let mut among_entries = false;
    let mut opened = None;
    for index in 0..blocks.len() {
        let is_weak = blocks.get(index).is_some_and(|block| block.kind == WEAK);
        let is_entry = is_weak && in_list && among_entries && {
            let next = blocks.get(index + 1);
            // A heading needs something below it: right above the next one stands the last entry.
            next.is_none_or(|next| is_loose(next) || is_known_heading(next))
        };
        // Between a heading and the next one it is all that the first has below it.
        let is_known = |place: usize| blocks.get(place).is_some_and(is_known_heading);
        let is_last = || index + 1 == blocks.len() || is_known(index + 1);
        let is_lone = is_weak && is_last() && index.checked_sub(1).is_some_and(is_known);
        let list = blocks.get(index + 1..).unwrap_or_default();
        let opens_list =
            |block: &Block| role_of(&block.plain()).is_some_and(Role::is_list) && !are_groups(list);
        let opens = blocks.get(index).is_some_and(|block| {
            matches!(block.kind, BlockKind::Heading(_)) && block.kind != WEAK && opens_list(block)
        });
        let is_opened = opened.is_some_and(|place| place + 1 == index);
        let Some(block) = blocks.get_mut(index) else {
            break;
        };
        match block.kind {
            WEAK if is_entry || is_lone => block.kind = BlockKind::Paragraph,
            WEAK => {
                block.kind = BlockKind::Heading(BY_ITS_LOOKS);
                among_entries = false;
            }
            BlockKind::Heading(_) => {
                in_list = opens;
                among_entries = opens;
                opened = opens.then_some(index);
            }
            // Sentences right below the heading introduce the entries.
            _ => among_entries = is_loose(block) || is_opened,
        }
    }
    blocks
}

/// Whether headings divide a list from its start on: each has sentences below it, and none of
/// these is as short as a heading.
fn are_groups(blocks: &[Block]) -> bool {
    let is_weak = |block: &&Block| block.kind == WEAK;
    let end = blocks
        .iter()
        .position(|block| block.is_heading() && block.kind != WEAK);
    let list = blocks
        .get(..end.unwrap_or(blocks.len()))
        .unwrap_or_default();
    let alternate = list
        .iter()
        .zip(list.iter().skip(1))
        .all(|(block, next)| block.kind != WEAK || next.kind != WEAK);
    let starts = list.first().as_ref().is_some_and(is_weak);
    let ends = list.last().as_ref().is_some_and(|last| !is_weak(last));
    let is_sentence = |block: &Block| block.plain().chars().count() >= SENTENCE;
    starts
        && ends
        && alternate
        && list.iter().filter(is_weak).count() > 1
        && list
            .iter()
            .all(|block| is_weak(&block) || is_sentence(block))
}

fn is_known_heading(block: &Block) -> bool {
    block.is_heading() && block.kind != WEAK && role_of(&block.plain()).is_some()
}

/// Whether a block may be an entry that stands alone: a single sentence without a mark.
fn is_loose(block: &Block) -> bool {
    if !block.apart {
        return false;
    }
    let text = block.plain();
    match block.kind {
        BlockKind::Paragraph => bullet::marked(&text).is_none() && !is_prose(&text),
        kind => kind == WEAK,
    }
}

fn is_prose(text: &str) -> bool {
    text.chars().count() > LONGEST_ENTRY || flat::sentences(text).len() > 1 || is_employer(text)
}

#[cfg(test)]
mod tests {
    use crate::read::text::blocks_of;

    /// Lines that stand alone; those that begin with "#" in `expected` are headings.
    #[track_caller]
    fn check(expected: &[&str]) {
        let lines = expected.iter().map(|line| line.trim_start_matches("# "));
        let text = lines.collect::<Vec<_>>().join("\n\n");
        let blocks = blocks_of(&text, 1);
        let shapes: Vec<String> = blocks
            .iter()
            .map(|block| {
                let mark = if block.is_heading() { "# " } else { "" };
                format!("{mark}{}", block.plain())
            })
            .collect();
        assert_eq!(shapes, expected);
    }

    #[test]
    fn entries_that_look_like_headings_are_entries_wherever_they_stand() {
        let heading = "# Requirements";
        for entry in [
            "Fluent in English",
            "Knowledge of Docker",
            "BS in Botany",
            "3+ Years of Experience",
            "Strong Communication Skills",
        ] {
            let (rain, boots) = ("Likes rain or snow", "Comfortable with boots");
            for list in [
                [entry, rain, boots],
                [rain, entry, boots],
                [rain, boots, entry],
            ] {
                let [one, two, three] = list;
                check(&[heading, one, two, three]);
                check(&[heading, one, two, three, "# Nice to have", "A hat"]);
                check(&[heading, one, two, three, "# What we offer", "Apples"]);
            }
        }
    }

    #[test]
    fn all_that_a_heading_has_below_it_is_no_heading() {
        check(&["# Location", "York, UK"]);
        check(&["# Location", "York, UK", "# Requirements", "Boots"]);
        check(&["# Location", "# Where York Lies", "At the river."]);
    }

    #[test]
    fn headings_divide_lists_of_sentences() {
        let sentence = "Prune the apple trees and the pear trees on the south wall in winter.";
        check(&[
            "# Responsibilities",
            "# Trees & Hedges",
            sentence,
            sentence,
            "# Flower Beds",
            sentence,
            "# Requirements",
            "Boots",
        ]);
    }

    #[test]
    fn dates_that_stand_alone_are_no_headings() {
        check(&[
            "# Summer Start Dates:",
            "Monday, May 11th, 2026",
            "June 15 – August 21, 2026",
            "1 September 2026",
            "# Requirements",
            "Boots",
        ]);
    }
}
