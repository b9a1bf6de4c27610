//! What a list without marks begins with besides entries: sentences about the role or the employer.

use super::{Part, Role, is_employer};
use crate::block::{Block, BlockKind};

/// Fewer words than this are an entry.
const FEWEST_WORDS: usize = 6;

/// Fewer entries than this are no list that sentences could introduce.
const FEWEST_ENTRIES: usize = 2;

/// Words that begin a sentence about what the candidate will do. Entries mostly begin with a verb.
const SUBJECTS: [&str; 24] = [
    "you", "you'll", "you're", "your", "we", "we're", "our", "the", "this", "as", "in", "interns",
    "wir", "du", "dein", "deine", "sie", "ihr", "als", "vous", "nous", "tu", "en", "dans",
];

/// Sentences between the heading of a list and another heading of the same list are a part of their own.
pub(super) fn part_from_lists(parts: &mut [Part]) {
    for place in 1..parts.len() {
        let (before, after) = parts.split_at_mut(place);
        let (Some(part), Some(next)) = (before.last_mut(), after.first()) else {
            continue;
        };
        if part.role.is_list()
            && next.role == part.role
            && introduces_below(part.role, &part.blocks, next.heading.as_ref())
        {
            part.role = Role::Other;
        }
    }
}

/// How many paragraphs introduce the entries of a list without marks: sentences that have somebody of
/// whom they speak, where no entry has.
pub(crate) fn introductions(role: Role, blocks: &[Block]) -> usize {
    let introduces = |block: &&Block| is_introduction(role, block);
    let count = blocks.iter().take_while(introduces).count();
    let below = blocks
        .iter()
        .take_while(|block| !block.is_heading())
        .count();
    if introduces_below(
        role,
        blocks.get(..below).unwrap_or_default(),
        blocks.get(below),
    ) {
        return below;
    }
    let is_entry = |entry: &Block| !begins_with_subject(&entry.plain());
    if count > 0 && has_entries(blocks, count, is_entry) {
        return count;
    }
    // Among entries that end no sentence, one stands out that speaks of somebody anywhere.
    let is_bare = |entry: &Block| is_entry(entry) && !ends_sentence(&entry.plain());
    let speaks = |block: &&Block| is_sentence(block) && speaks_of_somebody(role, &block.plain());
    let count = blocks.iter().take_while(speaks).count();
    if has_entries(blocks, count, is_bare) {
        count
    } else {
        0
    }
}

/// Whether paragraphs between a list's heading and a heading below it that is known as one of the same list
/// only lead from one to the other: "Qualifications", a sentence of the employer's, "Required".
pub(super) fn introduces_below(role: Role, blocks: &[Block], heading: Option<&Block>) -> bool {
    let is_same = heading.is_some_and(|heading| heading.role == Some(role));
    let names_list = |text: &str| {
        let small = text.to_lowercase();
        let names = ["qualification", "requirement", "following"];
        names.iter().any(|name| small.contains(name))
    };
    let introduces = |block: &Block| {
        let text = block.plain();
        is_introduction(role, block)
            || is_sentence(block) && (is_employer(&text) || names_list(&text))
    };
    is_same && !blocks.is_empty() && blocks.iter().all(introduces)
}

/// Whether all that follows the first blocks are entries, and enough of them.
fn has_entries(blocks: &[Block], first: usize, is_entry: impl Fn(&Block) -> bool) -> bool {
    let entries = blocks.get(first..).unwrap_or_default();
    entries.len() >= FEWEST_ENTRIES && entries.iter().all(is_entry)
}

fn is_introduction(role: Role, block: &Block) -> bool {
    let text = block.plain();
    is_sentence(block)
        && begins_with_subject(&text)
        // "You have a degree in botany." is what is asked for; the employer asks.
        && (role == Role::Responsibilities || begins_with_employer(&text))
}

fn is_sentence(block: &Block) -> bool {
    let text = block.plain();
    block.kind == BlockKind::Paragraph
        && ends_sentence(&text)
        && text.split(' ').nth(FEWEST_WORDS - 1).is_some()
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', ':'])
}

/// Of whom a sentence speaks that introduces a list: what is asked for speaks of the candidate only as
/// "the candidate", or of what follows.
fn speaks_of_somebody(role: Role, text: &str) -> bool {
    let asked = [
        "candidate",
        "candidates",
        "applicant",
        "applicants",
        "following",
    ];
    let done = [
        "you", "you'll", "we", "intern", "interns", "somebody", "someone",
    ];
    let small = text.to_lowercase().replace('’', "'");
    let mut words = small.split(|letter: char| !(letter.is_alphanumeric() || letter == '\''));
    words
        .any(|word| asked.contains(&word) || role == Role::Responsibilities && done.contains(&word))
}

fn begins_with_subject(text: &str) -> bool {
    SUBJECTS.contains(&first_word(text).as_str())
}

fn begins_with_employer(text: &str) -> bool {
    is_employer(text.split(' ').next().unwrap_or_default())
}

fn first_word(text: &str) -> String {
    let word = text.split([' ', ',']).next().unwrap_or_default();
    word.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(role: Role, lines: &[&str], expected: usize) {
        let blocks = lines
            .iter()
            .map(|line| Block::new(BlockKind::Paragraph, line, 1));
        let blocks: Vec<Block> = blocks.collect();
        assert_eq!(introductions(role, &blocks), expected, "{lines:?}");
    }

    #[test]
    fn sentences_introduce_entries() {
        let role = Role::Responsibilities;
        let join = "You’ll join the gardeners for a summer and work in every bed.";
        let gardens = "Our gardens are open to everyone who likes to be outdoors.";
        check(role, &[join, "Prune the trees", "Sow"], 1);
        check(role, &[join, "Prune the trees.", "Sow."], 1);
        check(role, &[gardens, join, "Prune the trees.", "Sow."], 2);
        let report = "Reporting to the head gardener, you will look after the beds.";
        check(role, &[report, "Prune the trees", "Sow"], 1);
        check(role, &[report, "Prune the trees.", "Sow."], 0);
        // Without a list behind it, or among its like, a sentence is all that there is.
        check(role, &[join], 0);
        check(role, &[join, "Sow."], 0);
        check(
            role,
            &[join, "You will prune the trees.", "You will sow."],
            0,
        );
        check(role, &["You will sow.", "Prune the trees.", "Water."], 0);
        let entry = "Prune the apple trees and the pear trees in your care.";
        check(role, &[entry, "Sow", "Water"], 0);
    }

    #[test]
    fn what_is_asked_for_introduces_nothing() {
        let role = Role::Minimum;
        let seek = "We are looking for somebody who likes to be outdoors in any weather.";
        let degree = "You are enrolled in a degree programme in botany or in gardening.";
        check(role, &[seek, "Strong boots", "A hat"], 1);
        check(role, &[degree, "Strong boots", "A hat"], 0);
        let ideal = "The ideal candidate is happy outdoors in any weather.";
        check(role, &[ideal, "Strong boots", "A hat"], 1);
        check(Role::Preferred, &[degree, "Strong boots", "A hat"], 0);
    }

    #[test]
    fn sentences_between_headings_of_a_list_are_no_entries() {
        #[track_caller]
        fn check(role: Role, sentence: &str, below: Role, expected: bool) {
            let paragraph = Block::new(BlockKind::Paragraph, sentence, 1);
            let heading = Block::heading("Required", 7, Some(below), 2);
            let introduces = introduces_below(role, &[paragraph], Some(&heading));
            assert_eq!(introduces, expected, "{sentence}");
        }
        let welcome = "Gardens are for everybody, and we welcome letters of all kinds.";
        let bonus = "Meet the basic requirements, and all else is a bonus.";
        let guide = "You will have a guide who knows every rose.";
        let diploma = "A diploma in botany or in some other science.";
        let enrolled = "Applicants must be enrolled in a degree programme.";
        check(Role::Minimum, welcome, Role::Minimum, true);
        check(Role::Minimum, bonus, Role::Minimum, true);
        check(Role::Responsibilities, guide, Role::Responsibilities, true);
        check(Role::Minimum, diploma, Role::Minimum, false);
        check(Role::Minimum, enrolled, Role::Minimum, false);
        // Above another list it is all that its own has.
        check(Role::Minimum, welcome, Role::Preferred, false);
    }
}
