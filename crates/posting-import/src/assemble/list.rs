//! The entries of a list, and what stands in it besides: what leads to it, titles of groups, and
//! sentences.

use super::lead_in;
use crate::block::{Block, BlockKind, Piece};
use crate::recognize::{Role, introductions, is_field, leads, role_of};

/// Lead-ins of lists up to this many words only say that a list follows.
const LEAD_IN: usize = 16;

/// A list of a posting.
#[derive(Default)]
pub(super) struct List {
    /// Its entries.
    pub entries: Vec<Block>,
    /// Sentences that are no entries.
    pub paragraphs: Vec<Block>,
    /// Words that the posting needs no place for: numbers, and what says that a list follows.
    pub labels: Vec<String>,
}

impl List {
    /// What is no entry stays with the list: a short lead-in is a label, a heading goes before its
    /// first entry, and longer paragraphs are sentences.
    pub fn of(role: Role, blocks: Vec<Block>) -> Self {
        let mut list = Self::default();
        let blocks = divided(blocks);
        let has_items = blocks.iter().any(|block| block.kind == BlockKind::Item);
        let unmarked = Some(&blocks).filter(|_| !has_items);
        let introductions = unmarked.map_or(0, |blocks| introductions(role, blocks));
        let mut group: Option<Block> = None;
        let count = blocks.len();
        for (index, block) in blocks.into_iter().enumerate() {
            list.labels.extend(block.number.clone());
            let is_start = list.entries.is_empty() && group.is_none();
            match block.kind {
                BlockKind::Heading(_) if says_no_more(&block) => list.label(&block),
                BlockKind::Heading(_) => {
                    list.entries.extend(group.replace(block));
                }
                BlockKind::Paragraph if is_lead_in(&block) && index + 1 < count => {
                    if role_of(&block.plain()).is_some() {
                        list.label(&block);
                    } else if is_start && leads(&block) {
                        let sentences = lead_in::take(block, &mut list.labels);
                        list.paragraphs.extend(sentences);
                    } else if has_items {
                        list.entries.extend(group.replace(block));
                    } else {
                        list.entries.push(grouped(group.take(), block));
                    }
                }
                BlockKind::Paragraph if has_items || index < introductions => {
                    list.paragraphs.push(block);
                }
                BlockKind::Paragraph | BlockKind::Item => {
                    list.entries.push(grouped(group.take(), block));
                }
            }
        }
        list.entries.extend(group);
        list
    }

    fn label(&mut self, block: &Block) {
        self.labels.push(block.plain().into_owned());
    }
}

/// Fewer clauses than this are a sentence rather than a list.
const FEWEST_CLAUSES: usize = 3;

/// A list that is a single sentence without a mark, "Boots; a hat; a rake", is divided into its clauses.
fn divided(blocks: Vec<Block>) -> Vec<Block> {
    let entries: Vec<Block> = match blocks.as_slice() {
        [only] if only.kind == BlockKind::Paragraph => match only.pieces.as_slice() {
            [Piece::Text(text)] if crate::read::sentences(text).len() == 1 => {
                let clauses = crate::read::clauses(text).into_iter();
                let entries = clauses.map(|clause| Block::new(BlockKind::Item, clause, only.line));
                entries.collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    if entries.len() < FEWEST_CLAUSES {
        return blocks;
    }
    entries
}

/// "In this role you will:" says no more than the heading does.
fn is_lead_in(block: &Block) -> bool {
    let text = block.plain();
    text.ends_with(':') && text.split(' ').count() <= LEAD_IN
}

/// Whether a heading within a list has the words of headings of lists, "Skills".
fn says_no_more(block: &Block) -> bool {
    let text = block.plain();
    role_of(&text).is_some() && !is_field(&text)
}

/// The first entry below a heading within a list carries it.
fn grouped(group: Option<Block>, entry: Block) -> Block {
    let Some(group) = group else {
        return entry;
    };
    let name = group.plain();
    let name = name.trim_end_matches(':').trim_end();
    let sign = if name.ends_with(['.', '!', '?']) {
        ""
    } else {
        ":"
    };
    let mut joined = Block::new(BlockKind::Item, &format!("{name}{sign}"), group.line);
    joined.join(entry);
    joined
}
