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

/// How many paragraphs introduce the entries of a list without marks: sentences that have somebody of
/// whom they speak, where no entry has.
pub(crate) fn introductions(role: Role, blocks: &[Block]) -> usize {
    let introduces = |block: &&Block| is_introduction(role, block);
    let count = blocks.iter().take_while(introduces).count();
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

/// Takes for no list what stands between its heading and another such heading right below: sentences that speak of
/// somebody, or of what follows.
pub(super) fn set_apart(parts: &mut [Part]) {
    for at in 1..parts.len() {
        let Some([part, next]) = parts.get_mut(at - 1..=at) else {
            return;
        };
        let introduces = |block: &Block| {
            let text = block.plain();
            is_introduction(part.role, block) || is_sentence(block) && speaks_of_the_list(&text)
        };
        let is_empty = part.blocks.is_empty();
        if part.role.is_list()
            && part.role == next.role
            && !is_empty
            && part.blocks.iter().all(introduces)
        {
            part.role = Role::Other;
        }
    }
}

fn speaks_of_the_list(text: &str) -> bool {
    let small = text.to_lowercase();
    ["requirements", "qualifications", "responsibilities"]
        .iter()
        .any(|word| small.contains(word))
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
    fn what_stands_between_two_headings_of_a_list_is_no_entry_of_it() {
        let part = |role, line: &str| {
            let mut part = Part::new(role, Some(Block::new(BlockKind::Heading(2), "A", 1)));
            part.blocks.push(Block::new(BlockKind::Paragraph, line, 2));
            part
        };
        let check = |role, line: &str, next, expected| {
            let mut parts = [part(role, line), part(next, "Strong boots")];
            set_apart(&mut parts);
            assert_eq!([parts[0].role, parts[1].role], [expected, next], "{line}");
        };
        let (asked, done) = (Role::Minimum, Role::Responsibilities);
        let values = "The gardens know that nobody has all of these qualifications.";
        let seek = "We are looking for somebody who likes to be outdoors.";
        let help = "You will have the head gardener for your mentor.";
        check(asked, values, asked, Role::Other);
        check(asked, seek, asked, Role::Other);
        check(done, help, done, Role::Other);
        check(asked, seek, done, asked);
        check(
            asked,
            "A degree in botany or in gardening is needed.",
            asked,
            asked,
        );
        check(asked, "We need boots.", asked, asked);
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
}
