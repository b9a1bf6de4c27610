//! What only the texts of blocks tell: marks of items, headings that look like
//! paragraphs or items, and paragraphs that only looked like headings.

use super::bullet;
use super::flat;
use crate::block::{BY_ITS_LOOKS, Block, BlockKind, Piece};
use crate::recognize::{is_list_heading, role_of};

/// What only the texts of blocks tell: marks of items, headings that look like paragraphs, and
/// paragraphs that only looked like headings.
pub(crate) fn refine(mut blocks: Vec<Block>) -> Vec<Block> {
    mark_company(&mut blocks);
    mark_headings(&mut blocks);
    let mut refined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter().peekable();
    while let Some(mut block) = blocks.next() {
        let text = block.plain();
        // Signs alone only divide.
        let has_words = text.contains(char::is_alphanumeric);
        let is_marked = starts_with_mark(&text);
        let is_paragraph = match block.kind {
            BlockKind::Heading(BY_ITS_LOOKS) => is_marked && role_of(&text).is_none(),
            kind => kind == BlockKind::Paragraph,
        };
        if is_paragraph {
            block.kind = BlockKind::Paragraph;
        }
        if is_marked && (is_paragraph || block.kind == BlockKind::Item) {
            take_mark(&mut block);
        }
        if block.kind == BlockKind::Paragraph {
            if block.role.is_none() && looks_like_heading(&block.plain()) {
                block.kind = BlockKind::Heading(BY_ITS_LOOKS);
            } else if let Some(parts) = flat::parts(&block) {
                refined.extend(parts);
                continue;
            } else if let Some((heading, rest)) = inline_heading(&block, blocks.peek()) {
                refined.push(heading);
                refined.extend(rest);
                continue;
            }
        }
        if has_words {
            refined.push(block);
        }
    }
    refined
}

/// Whether a line that nothing marks as a heading looks like one, also where the heading of a list ends like a
/// sentence by mistake: "Requirements;".
pub(super) fn looks_like_heading(line: &str) -> bool {
    let by_mistake = || {
        let heading = line.trim().strip_suffix([';', '.']);
        heading.is_some_and(|heading| {
            let words = heading.split(' ').count();
            // "You have." is a heading, and "You are strong." is a sentence.
            words <= FEW_WORDS
                && (words < FEW_WORDS || !heading.starts_with("You "))
                && flat::names_list(heading)
                && is_list_heading(heading)
        })
    };
    crate::recognize::looks_like_heading(line) || by_mistake()
}

/// More words than this a heading doesn't have that ends like a sentence; nor what leads from a heading to its list.
const FEW_WORDS: usize = 3;

/// Writes marks that are marks only in company so that each is known by itself.
fn mark_company(blocks: &mut [Block]) {
    let texts: Vec<&str> = blocks.iter().map(start_of).collect();
    for (place, written) in bullet::in_company(&texts, bullet::SIGNS) {
        let block = blocks.get_mut(place);
        if let Some(Piece::Text(first)) = block.and_then(|block| block.pieces.first_mut()) {
            *first = written;
        }
    }
}

/// The words with which a paragraph begins, or what only looks like a heading.
fn start_of(block: &Block) -> &str {
    match (block.kind, block.pieces.first()) {
        (BlockKind::Paragraph | BlockKind::Heading(BY_ITS_LOOKS), Some(Piece::Text(text))) => text,
        _ => "",
    }
}

/// Known headings that begin like items, "1. Responsibilities" and "✅ Requirements": no line beside
/// them carries on their numbers or shares their sign.
pub(super) fn mark_headings(blocks: &mut [Block]) {
    let marks: Vec<Option<Mark>> = blocks.iter().map(mark_of).collect();
    let mut is_below_heading = false;
    for index in 0..blocks.len() {
        let is_heading = blocks.get(index).is_some_and(Block::is_heading);
        let is_first = std::mem::replace(&mut is_below_heading, is_heading);
        let Some(mark) = marks.get(index).copied().flatten() else {
            continue;
        };
        let beside = |index: Option<usize>| marks.get(index?).copied().flatten();
        let before = beside(index.checked_sub(1));
        let after = beside(index.checked_add(1));
        let is_apart = match (mark, before, after) {
            (Mark::Number(own), _, Some(Mark::Number(next))) => next <= own,
            (Mark::Number(own), Some(Mark::Number(last)), _) => last + 1 != own,
            (Mark::Number(_), _, _) => true,
            (sign, before, after) => before != Some(sign) && after != Some(sign),
        };
        if !is_apart {
            continue;
        }
        // Right below a heading it is the only entry of a list: "Other requirements", "- Background check".
        let above = index.checked_sub(1).and_then(|above| blocks.get(above));
        let is_known = |above: &Block| role_of(&above.plain()).is_some();
        let is_entry = is_first
            && matches!(mark, Mark::Sign(sign) if PLAIN.contains(sign))
            && above.is_some_and(is_known);
        let Some(block) = blocks.get_mut(index).filter(|_| !is_entry) else {
            continue;
        };
        let text = block.plain();
        let words = bullet::marked(&text).map_or(text.as_ref(), |marked| marked.text);
        if looks_like_heading(words) && role_of(words).is_some() {
            block.kind = BlockKind::Heading(BY_ITS_LOOKS);
            if let Some(number) = block.number.take() {
                block.pieces.insert(0, Piece::Text(format!("{number}. ")));
            }
        }
    }
}

/// Marks of lists that decorate no heading.
const PLAIN: &str = "-*–—·•";

/// The mark at the start of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Number(u8),
    Sign(char),
}

fn mark_of(block: &Block) -> Option<Mark> {
    match block.kind {
        BlockKind::Item => {
            let number = block
                .number
                .as_deref()
                .and_then(|number| number.parse().ok());
            return Some(number.map_or(Mark::Sign('-'), Mark::Number));
        }
        BlockKind::Paragraph | BlockKind::Heading(BY_ITS_LOOKS) => {}
        BlockKind::Heading(_) => return None,
    }
    let Some(Piece::Text(first)) = block.pieces.first() else {
        return None;
    };
    let number = bullet::marked(first)?.number.map(str::parse);
    match number {
        Some(Ok(number)) => Some(Mark::Number(number)),
        _ => first.chars().next().map(Mark::Sign),
    }
}

fn starts_with_mark(text: &str) -> bool {
    bullet::marked(text).is_some()
}

fn take_mark(block: &mut Block) {
    let Some(Piece::Text(first)) = block.pieces.first_mut() else {
        return;
    };
    let Some(marked) = bullet::marked(first) else {
        return;
    };
    block.number = block.number.take().or(marked.number.map(str::to_owned));
    *first = marked.text.to_owned();
    block.kind = BlockKind::Item;
    block
        .pieces
        .retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
}

/// "Requirements: …" at the start of a paragraph, for the three lists of a posting; the words before the
/// colon may be set apart, and then a dash may stand for the colon. Above items the rest may lead to these.
fn inline_heading(block: &Block, below: Option<&Block>) -> Option<(Block, Vec<Block>)> {
    let (heading, body) = heading_and_body(block)?;
    if heading.len() > 60 || heading.split(' ').count() > 5 {
        return None;
    }
    let role = role_of(heading).filter(|role| role.is_list() && flat::names_list(heading))?;
    let is_above_item = || below.is_some_and(is_item);
    if leads_on(&body.plain()) && is_above_item() {
        let kind = BlockKind::Heading(BY_ITS_LOOKS);
        let mut heading = Block::new(kind, &block.plain(), block.line);
        heading.role = Some(role);
        return Some((heading, Vec::new()));
    }
    let heading = Block::new(BlockKind::Heading(BY_ITS_LOOKS), heading, block.line);
    let items = match body.pieces.as_slice() {
        [Piece::Text(text)] => flat::entries(text)
            .into_iter()
            .map(|entry| Block::new(BlockKind::Item, entry, block.line))
            .collect(),
        _ => vec![body],
    };
    Some((heading, items))
}

/// The words before the first colon of a paragraph, or before a dash where they are set apart, and what
/// follows.
fn heading_and_body(block: &Block) -> Option<(&str, Block)> {
    let (first, behind) = block.pieces.split_first()?;
    let mut body = block.clone();
    body.pieces = behind.to_vec();
    let heading = match first {
        Piece::Text(text) => {
            let (heading, rest) = text.split_once(':')?;
            let rest = Piece::Text(rest.trim_start().to_owned());
            body.pieces.insert(0, rest);
            heading
        }
        Piece::Marked { href: Some(_), .. } => return None,
        // The colon may stand on either side of the mark's end, and a full stop for it on this one.
        Piece::Marked { text, .. } => match text.trim_end().strip_suffix([':', '.']) {
            Some(heading) => {
                behind.first()?;
                heading
            }
            None => {
                let Some(Piece::Text(next)) = body.pieces.first_mut() else {
                    return None;
                };
                *next = behind_sign(next)?.trim_start().to_owned();
                text
            }
        },
    };
    Some((heading, body))
}

/// What stands behind the sign between a heading and its text.
fn behind_sign(text: &str) -> Option<&str> {
    let dashes = ["– ", "— ", "- "];
    let behind_dash = || {
        dashes
            .iter()
            .find_map(|dash| text.trim_start().strip_prefix(dash))
    };
    text.strip_prefix(':').or_else(behind_dash)
}

/// Whether words between a heading and items only lead from one to the other: "you have".
fn leads_on(text: &str) -> bool {
    text.split(' ').count() <= FEW_WORDS && !text.is_empty() && !text.ends_with(['.', '!', '?'])
}

fn is_item(block: &Block) -> bool {
    block.kind == BlockKind::Item
        || block.kind == BlockKind::Paragraph && starts_with_mark(&block.plain())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Marks;

    #[test]
    fn the_only_entry_of_a_list_is_no_heading() {
        let kinds = |kind, lines: [&str; 2]| {
            let [heading, entry] = lines;
            let blocks = vec![
                Block::new(BlockKind::Heading(2), heading, 1),
                Block::new(kind, entry, 2),
            ];
            let kinds = refine(blocks).into_iter().map(|block| block.kind);
            kinds.collect::<Vec<_>>()
        };
        let expected = [BlockKind::Heading(2), BlockKind::Item];
        for mark in ["- ", "• "] {
            let entry = format!("{mark}Background check");
            let lines = ["Other requirements", &entry];
            assert_eq!(kinds(BlockKind::Paragraph, lines), expected, "{mark}");
        }
        let lines = ["Other requirements", "Background check"];
        assert_eq!(kinds(BlockKind::Item, lines), expected);
    }

    #[test]
    fn a_short_sentence_is_no_heading_by_mistake() {
        assert!(looks_like_heading("Requirements."));
        assert!(looks_like_heading("You have;"));
        assert!(!looks_like_heading("You are strong."));
    }

    #[test]
    fn a_heading_in_its_own_line_may_be_set_apart() {
        let strong = Marks {
            strong: true,
            emphasis: false,
        };
        for (heading, rest) in [
            ("Requirements: ", "Boots. A hat."),
            ("Requirements", ": Boots. A hat."),
        ] {
            let mut block = Block::new(BlockKind::Paragraph, rest, 1);
            block.pieces.insert(0, Piece::set_apart(heading, strong));
            let blocks = refine(vec![block]);
            let texts: Vec<_> = blocks.iter().map(Block::plain).collect();
            assert_eq!(texts, ["Requirements", "Boots.", "A hat."]);
            assert!(blocks.first().is_some_and(Block::is_heading));
        }
    }
}
