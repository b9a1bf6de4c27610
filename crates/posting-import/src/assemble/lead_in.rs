//! What stands between the heading of a list and its first entry: "In this role you will:".

use crate::block::{Block, BlockKind};

/// Whether a paragraph before the first entry leads to the list as a whole, in a sentence, and is not the
/// title of the entries below it.
pub(super) fn leads(block: &Block) -> bool {
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
    text.ends_with(" to:") || text.split(' ').any(spoken)
}

/// What leads to the first entry says that a list follows. The sentences before it say more, and are
/// given back.
pub(super) fn take(block: Block, labels: &mut Vec<String>) -> Option<Block> {
    if block.link(|_, _| true).is_some() {
        return Some(block);
    }
    let text = block.plain();
    let sentences = crate::read::sentences(&text);
    let (last, before) = sentences.split_last()?;
    labels.push((*last).to_owned());
    let before = before.join(" ");
    (!before.is_empty()).then(|| Block::new(BlockKind::Paragraph, &before, block.line))
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
        check("Engineering:", false);
        check("Audit & Testing:", false);
    }

    #[test]
    fn what_says_more_is_given_back() {
        let mut labels = Vec::new();
        let text = "You join a team of six. Duties include:";
        let rest = take(Block::new(BlockKind::Paragraph, text, 1), &mut labels);
        assert_eq!(labels, ["Duties include:"]);
        assert_eq!(rest.unwrap().plain(), "You join a team of six.");
    }
}
