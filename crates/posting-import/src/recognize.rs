//! From blocks to the parts of a posting: which heading opens which part, and
//! what belongs to it. Every block ends up in exactly one place.

mod closer;
mod ending;
mod group;
mod heading;
mod introduction;
mod vocabulary;

use serde::Serialize;

use crate::block::{BY_ITS_LOOKS, Block, BlockKind, Piece};

pub(crate) use ending::{is_closing, is_employer};
pub(crate) use group::{is_field, leads};
pub(crate) use heading::{
    ends_with_list_heading, is_list_heading, is_small_heading, leads_to_list, looks_like_heading,
    looks_like_heading_alone, role_of, role_of_heading,
};
pub(crate) use introduction::introductions;

/// What a part of a posting is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// What the candidate will do.
    Responsibilities,
    /// What the candidate needs.
    Minimum,
    /// What is welcome besides.
    Preferred,
    /// Introduction.
    About,
    /// What the employer offers.
    Benefits,
    /// What is paid.
    Pay,
    /// When it starts.
    Starts,
    /// How to apply.
    Apply,
    /// Notices.
    Legal,
    /// Anything else.
    Other,
}

impl Role {
    /// Whether the posting format has a list for it.
    pub(crate) fn is_list(self) -> bool {
        matches!(
            self,
            Self::Responsibilities | Self::Minimum | Self::Preferred
        )
    }
}

/// A part of a posting: a heading and what follows it.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// What it is about.
    pub role: Role,
    /// The heading, unless the source begins without one.
    pub heading: Option<Block>,
    /// Paragraphs, items, and headings below the part's own.
    pub blocks: Vec<Block>,
    /// Whether an author should look at it.
    pub uncertain: bool,
}

impl Part {
    fn new(role: Role, heading: Option<Block>) -> Self {
        Self {
            role,
            heading,
            blocks: Vec::new(),
            uncertain: false,
        }
    }

    fn level(&self) -> u8 {
        self.heading.as_ref().map_or(0, Block::level)
    }
}

/// How headings group the entries of the current part.
#[derive(Clone, Copy)]
struct Groups {
    /// The level of the first of them, which stands right below the part's own heading.
    level: u8,
    /// Whether items stand right below the first, as they have to below the others then.
    above_items: bool,
}

/// Divides blocks into parts. The employer's name, where it is known, tells sentences about the employer.
pub(crate) fn parts_of(mut blocks: Vec<Block>, employer: &str) -> Vec<Part> {
    let mut parts = vec![Part::new(Role::About, None)];
    let mut groups: Option<Groups> = None;
    for block in blocks.iter_mut().filter(|block| block.is_heading()) {
        block.role = block.role.or_else(|| role_of_heading(&block.plain()));
    }
    let titles = group::titles(&blocks);
    let mut blocks = blocks.into_iter().zip(titles).peekable();
    while let Some((mut block, is_title)) = blocks.next() {
        let is_above_item = blocks.peek().is_some_and(|(next, _)| is_item(next));
        let current = parts.last();
        let in_list = current.is_some_and(|part| part.role.is_list());
        if is_title && !block.is_heading() {
            block.kind = BlockKind::Heading(BY_ITS_LOOKS);
        }
        let BlockKind::Heading(level) = block.kind else {
            push(&mut parts, block);
            continue;
        };
        let is_first = current.is_some_and(|part| part.blocks.is_empty());
        let is_below = current.is_some_and(|part| part.level() < level);
        let is_grouped = groups
            .is_some_and(|first| level >= first.level && (is_above_item || !first.above_items));
        let known = block.role.filter(|_| !is_title);
        let is_group = is_title || is_first || is_grouped || is_below && level < BY_ITS_LOOKS;
        if known.is_none() && in_list && is_group {
            let first = (is_title || is_first).then_some(Groups {
                level,
                above_items: is_above_item,
            });
            groups = groups.or(first);
            push(&mut parts, block);
            continue;
        }
        groups = None;
        let role = match known {
            // A known but general heading below a list's own groups its entries.
            Some(role) if role_below(current, role, is_below && level < BY_ITS_LOOKS) => {
                push(&mut parts, block);
                continue;
            }
            Some(role) => role,
            None => Role::Other,
        };
        parts.push(Part::new(role, Some(block)));
    }
    parts.retain(|part| part.heading.is_some() || !part.blocks.is_empty());
    introduction::part_from_lists(&mut parts);
    let divided = |part| ending::divided(part, employer);
    parts.into_iter().flat_map(divided).collect()
}

/// Where a list begins inside an item, the item's words head it if they are the known heading of a list:
/// "Requirements", with the requirements one level below.
pub(crate) fn head_list(blocks: &mut [Block]) {
    let item = blocks.last_mut().filter(|block| is_item(block));
    if let Some(item) = item.filter(|item| is_list_heading(&item.plain())) {
        item.kind = BlockKind::Heading(BY_ITS_LOOKS);
        if let Some(number) = item.number.take() {
            item.pieces.insert(0, Piece::Text(format!("{number}. ")));
        }
    }
}

fn is_item(block: &Block) -> bool {
    block.kind == BlockKind::Item
}

fn role_below(current: Option<&Part>, role: Role, is_below: bool) -> bool {
    let Some(part) = current else {
        return false;
    };
    is_below
        && match part.role {
            Role::Responsibilities => matches!(role, Role::Responsibilities | Role::About),
            Role::Minimum => role == Role::Minimum,
            Role::Preferred => matches!(role, Role::Minimum | Role::Preferred),
            _ => false,
        }
}

fn push(parts: &mut [Part], block: Block) {
    if let Some(part) = parts.last_mut() {
        part.blocks.push(block);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(lines: &[&str]) -> Vec<(Role, usize)> {
        let blocks = lines.iter().enumerate().map(|(index, line)| {
            let (kind, text) = match line.split_once(' ') {
                Some(("#", text)) => (BlockKind::Heading(2), text),
                Some(("##", text)) => (BlockKind::Heading(3), text),
                Some(("-", text)) => (BlockKind::Item, text),
                _ => (BlockKind::Paragraph, *line),
            };
            Block::new(kind, text, index + 1)
        });
        let parts = parts_of(blocks.collect(), "");
        parts
            .iter()
            .map(|part| (part.role, part.blocks.len()))
            .collect()
    }

    #[test]
    fn known_headings_open_parts() {
        let lines = [
            "Hello",
            "# What you'll do",
            "- a",
            "- b",
            "# Benefits",
            "- c",
        ];
        let expected = [
            (Role::About, 1),
            (Role::Responsibilities, 2),
            (Role::Benefits, 1),
        ];
        assert_eq!(parts(&lines), expected);
    }

    #[test]
    fn headings_below_a_list_group_its_entries() {
        let lines = [
            "# Responsibilities",
            "## Walks",
            "- a",
            "## Roses",
            "- b",
            "# Roses",
            "c",
        ];
        assert_eq!(
            parts(&lines),
            [(Role::Responsibilities, 4), (Role::Other, 1)]
        );
        let same = [
            "# Responsibilities",
            "# Walks",
            "a",
            "# Roses",
            "b",
            "# Requirements",
            "c",
        ];
        assert_eq!(
            parts(&same),
            [(Role::Responsibilities, 4), (Role::Minimum, 1)]
        );
    }

    #[test]
    fn paragraphs_after_a_marked_list_are_another_part() {
        let lines = ["# Requirements", "You need:", "- a", "We pay well."];
        assert_eq!(parts(&lines), [(Role::Minimum, 2), (Role::Other, 1)]);
        let unmarked = ["# Requirements", "a", "b"];
        assert_eq!(parts(&unmarked), [(Role::Minimum, 2)]);
    }
}
