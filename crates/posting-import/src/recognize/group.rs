//! Groups within a list: which lines are titles of the entries below them, and which lead to the
//! list as a whole.

use super::{Role, is_item};
use crate::block::{Block, BlockKind};

/// Longer titles than this, in characters, are sentences.
const LONGEST: usize = 60;

/// More words than this a title doesn't have.
const MOST_WORDS: usize = 8;

/// Fields of work that are also what a posting tells of itself.
const FIELDS: [&str; 6] = ["product", "project", "business", "client", "lab", "team"];

/// For each block whether it is one of the titles that divide a list with marks: each stands right above
/// items, the first of them above all items. One alone is an entry, a sentence, or another part. Headings
/// whose words are known have their role.
pub(super) fn titles(blocks: &[Block]) -> Vec<bool> {
    let mut are_titles = vec![false; blocks.len()];
    let mut start = 0;
    while let Some(part) = blocks.get(start..).filter(|part| !part.is_empty()) {
        let next = part.iter().skip(1).position(opens_part);
        let part = part.get(..next.map_or(part.len(), |next| next + 1));
        let part = part.unwrap_or_default();
        for place in titles_of(part).unwrap_or_default() {
            if let Some(is_title) = are_titles.get_mut(start + place) {
                *is_title = true;
            }
        }
        start += part.len();
    }
    are_titles
}

fn opens_part(block: &Block) -> bool {
    block.role.is_some() && !is_field(&block.plain())
}

fn titles_of(part: &[Block]) -> Option<Vec<usize>> {
    let heading = part.first()?;
    let is_list = heading.role.is_some_and(Role::is_list);
    let first_item = part.iter().position(is_item).filter(|_| is_list)?;
    let above_items = part.iter().zip(part.iter().skip(1)).enumerate().skip(1);
    let above_items = above_items.filter(|(_, (block, next))| !is_item(block) && is_item(next));
    let mut titles: Vec<(usize, &Block)> = above_items
        .map(|(place, (block, _))| (place, block))
        .filter(|(_, block)| block.level() >= heading.level() || is_title(block))
        .collect();
    let (first, block) = *titles.first()?;
    let mut before = part.get(1..first)?.iter();
    if !before.all(|block| block.plain().ends_with(':')) {
        // Behind sentences a heading of its own may well open a part that nobody knows.
        if block.is_heading() {
            return None;
        }
        titles.retain(|(_, block)| !block.is_heading() || is_field(&block.plain()));
    }
    let are_groups = titles.len() > 1 && first < first_item;
    are_groups.then(|| titles.into_iter().map(|(place, _)| place).collect())
}

/// Whether a paragraph right above items is their title, "Engineering", rather than a sentence.
fn is_title(block: &Block) -> bool {
    let text = block.plain();
    block.kind == BlockKind::Paragraph
        && text.len() <= LONGEST * 4
        && text.chars().count() <= LONGEST
        && text.split(' ').nth(MOST_WORDS).is_none()
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', '!', '?', ',', ';', ':', '…'])
        && !leads(block)
}

/// Whether a heading that is known as one of the whole posting may be the title of a group.
pub(crate) fn is_field(heading: &str) -> bool {
    let word = heading.trim_matches(|character: char| !character.is_alphabetic());
    FIELDS.contains(&word.to_lowercase().as_str())
}

/// Whether a paragraph before the first entry leads to the list as a whole, in a sentence, and is not the
/// title of the entries below it.
pub(crate) fn leads(block: &Block) -> bool {
    let text = block.plain().to_lowercase();
    let words = [
        "you",
        "we",
        "include",
        "includes",
        "including",
        "following",
        "will",
        "these",
        "dich",
        "sie",
        "du",
        "ihr",
        "wir",
        "vous",
        "nous",
    ];
    let spoken = |word: &str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        words.contains(&word) || word.starts_with("you’") || word.starts_with("you'")
    };
    // No heading has a sentence before it: "A summer outdoors. Your tasks:".
    text.ends_with(" to:") || text.contains(". ") || text.split(' ').any(spoken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_leads_to_a_list_and_a_title_does_not() {
        #[track_caller]
        fn check(text: &str, expected: bool) {
            let block = Block::new(BlockKind::Paragraph, text, 1);
            assert_eq!(leads(&block), expected, "{text}");
        }
        check("You will work with curators and engineers to:", true);
        check("Some of the projects you could work on include:", true);
        check("Interns support two teams and help to:", true);
        check("Bei uns erwartet dich:", true);
        check("A summer outdoors. Tasks:", true);
        check("Engineering:", false);
        check("Audit & Testing:", false);
    }
}
