//! What a description says and a property says again. Pages state the complete posting as the
//! description, since search engines show it, and its lists as properties besides.

use std::collections::HashMap;
use std::ops::Range;

use crate::block::{Block, BlockKind};
use crate::recognize::{Role, role_of_heading};

/// References to characters are not longer, in bytes.
const LONGEST_REFERENCE: usize = 12;

/// The blocks of a description and of properties, each text once.
///
/// A text stays where the description tells what it is, since its links are there, and what is
/// needed is told apart from what is welcome. Where only the property tells what it is, a heading
/// that stands above nothing else learns it; other texts move to the property's list. What only
/// one of both says is kept.
pub(super) fn once(description: Vec<Block>, properties: Vec<Block>) -> Vec<Block> {
    let mut said = Said::new(description);
    let mut kept = Vec::new();
    for part in parts(properties) {
        kept.extend(said.unsaid_of(part));
    }
    let mut blocks = said.into_blocks();
    blocks.extend(kept);
    blocks
}

/// Properties, each from its heading on.
fn parts(blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let mut parts: Vec<Vec<Block>> = Vec::new();
    for block in blocks {
        match parts.last_mut() {
            Some(part) if !block.is_heading() => part.push(block),
            _ => parts.push(vec![block]),
        }
    }
    parts
}

/// A description whose blocks can be found by their words.
struct Said {
    /// The blocks; `None` for what has moved to a property.
    blocks: Vec<Option<Block>>,
    /// Whether a property has said a block again.
    again: Vec<bool>,
    /// The words of each block.
    words: Vec<String>,
    /// The blocks with these words that no property has said again, the first one last.
    places: HashMap<String, Vec<usize>>,
    /// For each block: the heading above it.
    above: Vec<Option<usize>>,
    /// For each heading: how many blocks below it no property has said again.
    left: Vec<usize>,
}

impl Said {
    fn new(blocks: Vec<Block>) -> Self {
        let words: Vec<String> = blocks.iter().map(squeezed).collect();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, words) in words.iter().enumerate().rev() {
            places.entry(words.clone()).or_default().push(number);
        }
        let mut last = None;
        let mut above = Vec::new();
        let mut left = vec![0; blocks.len()];
        for (number, block) in blocks.iter().enumerate() {
            above.push(last);
            if block.is_heading() {
                last = Some(number);
            } else if let Some(count) = last.and_then(|last| left.get_mut(last)) {
                *count += 1;
            }
        }
        Self {
            again: vec![false; blocks.len()],
            blocks: blocks.into_iter().map(Some).collect(),
            words,
            places,
            above,
            left,
        }
    }

    fn into_blocks(self) -> Vec<Block> {
        self.blocks.into_iter().flatten().collect()
    }

    /// What is left of a property: its heading, if something is.
    fn unsaid_of(&mut self, part: Vec<Block>) -> Vec<Block> {
        let role = part.first().and_then(|heading| heading.role);
        let mut blocks = part.into_iter();
        let heading = blocks.next();
        // A property that is one text may be a whole list without its divisions.
        let is_one = blocks.len() == 1;
        let found: Vec<(Block, Option<Range<usize>>)> = blocks
            .map(|block| {
                let range = self.find(&squeezed(&block), is_one);
                (block, range)
            })
            .collect();
        let mut rest = Vec::new();
        for (block, range) in found {
            match range {
                None => rest.push(block),
                Some(range) if self.tells(range.start, role) => {}
                Some(range) => rest.extend(self.take(range, block.kind)),
            }
        }
        if rest.is_empty() {
            return rest;
        }
        heading.into_iter().chain(rest).collect()
    }

    /// The block with these words, or blocks that have them together, not found before.
    fn find(&mut self, wanted: &str, in_several: bool) -> Option<Range<usize>> {
        if wanted.is_empty() {
            return None;
        }
        let one = self.places.get_mut(wanted).and_then(|places| {
            let again = &self.again;
            let is_new = |number: &usize| again.get(*number) == Some(&false);
            std::iter::from_fn(|| places.pop()).find(is_new)
        });
        let range = match one {
            Some(number) => number..number + 1,
            None if in_several => self.several(wanted)?,
            None => return None,
        };
        for number in range.clone() {
            if self.is_heading(number) {
                continue;
            }
            if let Some(again) = self.again.get_mut(number) {
                *again = true;
            }
            let above = self.above.get(number).copied().flatten();
            if let Some(left) = above.and_then(|above| self.left.get_mut(above)) {
                *left = left.saturating_sub(1);
            }
        }
        Some(range)
    }

    /// Blocks in a row that have these words together, whatever headings stand between them.
    fn several(&self, wanted: &str) -> Option<Range<usize>> {
        let from = |first: usize| {
            let mut rest = wanted;
            for number in first..self.words.len() {
                if self.is_heading(number) && number > first {
                    continue;
                }
                if self.again.get(number) != Some(&false) {
                    return None;
                }
                rest = rest.strip_prefix(self.words.get(number)?.as_str())?;
                if rest.is_empty() {
                    return Some(first..number + 1);
                }
            }
            None
        };
        (0..self.words.len()).find_map(from)
    }

    fn is_heading(&self, number: usize) -> bool {
        let block = self.blocks.get(number).and_then(Option::as_ref);
        block.is_some_and(Block::is_heading)
    }

    /// Whether the heading above tells what a block is, or has learned it.
    fn tells(&mut self, number: usize, role: Option<Role>) -> bool {
        if !role.is_some_and(Role::is_list) {
            return true;
        }
        let Some(above) = self.above.get(number).copied().flatten() else {
            return false;
        };
        let Some(Some(heading)) = self.blocks.get_mut(above) else {
            return false;
        };
        let known = heading
            .role
            .or_else(|| role_of_heading(&heading.plain()))
            .is_some_and(Role::is_list);
        let can_learn = self.left.get(above) == Some(&0);
        if !known && can_learn {
            heading.role = role;
        }
        known || can_learn
    }

    /// Blocks that are moved to a property, where they are of this kind.
    fn take(&mut self, range: Range<usize>, kind: BlockKind) -> Vec<Block> {
        let taken = self.blocks.get_mut(range).into_iter().flatten();
        let taken = taken.filter_map(|block| block.take_if(|block| !block.is_heading()));
        taken.map(|block| Block { kind, ..block }).collect()
    }
}

/// Letters and digits, which stay the same however a text is set; without what one of both may have
/// read as a tag or a reference to a character.
fn squeezed(block: &Block) -> String {
    let plain = block.plain();
    let mut rest = plain.as_ref();
    let mut squeezed = String::with_capacity(rest.len());
    while let Some(character) = rest.chars().next() {
        let inner = rest.get(character.len_utf8()..).unwrap_or_default();
        let markup = match character {
            '<' => inner
                .find(['<', '>'])
                .filter(|end| inner.get(*end..).is_some_and(|rest| rest.starts_with('>'))),
            '&' => inner
                .bytes()
                .take(LONGEST_REFERENCE)
                .position(|byte| byte == b';'),
            _ => None,
        };
        let length = markup.map_or(character.len_utf8(), |length| length + 2);
        if character.is_alphanumeric() {
            squeezed.extend(character.to_lowercase());
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(lines: &[&str]) -> Vec<Block> {
        let read = |(number, line): (usize, &&str)| match line.split_once(' ') {
            Some(("#", text)) => Block::new(BlockKind::Heading(2), text, number + 1),
            Some(("-", text)) => Block::new(BlockKind::Item, text, number + 1),
            _ => Block::new(BlockKind::Paragraph, line, number + 1),
        };
        lines.iter().enumerate().map(read).collect()
    }

    #[track_caller]
    fn check(description: &[&str], tasks: &[&str], expected: &[&str]) {
        let mut properties = blocks(tasks);
        let heading = Block::heading("Tasks", 1, Some(Role::Responsibilities), 1);
        properties.insert(0, heading);
        let once = once(blocks(description), properties);
        let written: Vec<String> = once
            .iter()
            .map(|block| match (block.kind, block.role) {
                (BlockKind::Heading(_), Some(role)) => format!("# {} = {role:?}", block.plain()),
                (BlockKind::Heading(_), None) => format!("# {}", block.plain()),
                (BlockKind::Item, _) => format!("- {}", block.plain()),
                (BlockKind::Paragraph, _) => block.plain().into_owned(),
            })
            .collect();
        assert_eq!(written, expected);
    }

    #[test]
    fn what_a_known_list_says_is_not_said_again() {
        check(
            &["Hello.", "# Responsibilities", "- Dig.", "- Prune."],
            &["Dig", "Prune"],
            &["Hello.", "# Responsibilities", "- Dig.", "- Prune."],
        );
        check(
            &["# Responsibilities", "- Dig.", "- Prune."],
            &["Dig. Prune."],
            &["# Responsibilities", "- Dig.", "- Prune."],
        );
        check(
            &[
                "# Minimum qualifications",
                "- <b>Care.",
                "# Nice to have",
                "- Dogs &amp; cats.",
            ],
            &["Care. Dogs & cats."],
            &[
                "# Minimum qualifications",
                "- <b>Care.",
                "# Nice to have",
                "- Dogs &amp; cats.",
            ],
        );
    }

    #[test]
    fn a_heading_learns_what_only_the_property_tells() {
        check(
            &["# Green days", "- Dig.", "- Prune."],
            &["Dig", "Prune"],
            &["# Green days = Responsibilities", "- Dig.", "- Prune."],
        );
    }

    #[test]
    fn a_text_without_a_list_moves_to_the_property() {
        check(
            &["Hello.", "Dig.", "# Green days", "Prune.", "Rest."],
            &["- Dig", "- Prune"],
            &[
                "Hello.",
                "# Green days",
                "Rest.",
                "# Tasks = Responsibilities",
                "- Dig.",
                "- Prune.",
            ],
        );
    }

    #[test]
    fn what_one_of_both_says_is_kept() {
        check(
            &["# Responsibilities", "- Dig and prune."],
            &["- Dig", "- Dig and prune", "- Sweep"],
            &[
                "# Responsibilities",
                "- Dig and prune.",
                "# Tasks = Responsibilities",
                "- Dig",
                "- Sweep",
            ],
        );
        check(
            &["# Responsibilities", "- Dig."],
            &["- Dig", "- Dig"],
            &[
                "# Responsibilities",
                "- Dig.",
                "# Tasks = Responsibilities",
                "- Dig",
            ],
        );
    }
}
