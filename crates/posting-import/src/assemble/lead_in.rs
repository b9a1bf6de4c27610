//! What stands between the heading of a list and its first entry: "In this role you will:".

use crate::block::{Block, BlockKind};

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
    fn what_says_more_is_given_back() {
        let mut labels = Vec::new();
        let text = "You join a team of six. Duties include:";
        let rest = take(Block::new(BlockKind::Paragraph, text, 1), &mut labels);
        assert_eq!(labels, ["Duties include:"]);
        assert_eq!(rest.unwrap().plain(), "You join a team of six.");
    }
}
