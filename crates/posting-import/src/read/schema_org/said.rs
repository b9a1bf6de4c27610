//! Texts that a posting states twice: in its description, as people read it, and in a property.

use std::collections::{HashMap, HashSet};

use crate::block::Block;
use crate::recognize::{Role, role_of};

/// Leaves out what a property, whose blocks begin at `start` with a heading, repeats of the blocks
/// before it. The description says it under headings of its own and in its own order, so it is the
/// one that stays; where such a heading is not known, it is taken for what the property is about.
/// What stands without any heading there stays in the property.
pub(super) fn leave_out(blocks: &mut Vec<Block>, start: usize, role: Role) {
    let mut property = blocks.split_off(start);
    let places = places(blocks);
    // By the place of a heading: how many of the blocks under it the property repeats.
    let mut repeated: HashMap<usize, usize> = HashMap::new();
    let mut moved = HashSet::new();
    property.retain(|block| {
        let place = places.get(&squeezed(block)).filter(|_| !block.is_heading());
        match place {
            None => true,
            Some(&(_, Some(heading))) => {
                *repeated.entry(heading).or_default() += 1;
                false
            }
            Some(&(at, None)) => {
                moved.insert(at);
                true
            }
        }
    });
    for (heading, count) in repeated {
        let under = blocks.iter().skip(heading + 1);
        let under = under.take_while(|block| !block.is_heading()).count();
        if let Some(heading) = blocks.get_mut(heading)
            && count == under
            && heading.role.is_none()
            && role_of(&heading.plain()).is_none()
        {
            heading.role = Some(role);
        }
    }
    let mut at = 0;
    blocks.retain(|_| {
        at += 1;
        !moved.contains(&(at - 1))
    });
    if property.iter().any(|block| !block.is_heading()) {
        blocks.append(&mut property);
    }
}

/// Where each text stands, with the place of the heading it stands under.
fn places(blocks: &[Block]) -> HashMap<String, (usize, Option<usize>)> {
    let mut places = HashMap::new();
    let mut heading = None;
    for (at, block) in blocks.iter().enumerate() {
        if block.is_heading() {
            heading = Some(at);
        } else {
            places.insert(squeezed(block), (at, heading));
        }
    }
    places
}

/// Letters and digits alone, so that bullets, blanks and stops make no difference.
fn squeezed(block: &Block) -> String {
    let text = block.plain();
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::BlockKind;

    fn block(text: &str) -> Block {
        match text.strip_prefix("# ") {
            Some(heading) => Block::heading(heading, 2, None, 1),
            None => Block::new(BlockKind::Item, text, 1),
        }
    }

    #[track_caller]
    fn check(description: &[&str], property: &[&str], expected: &[&str]) -> Vec<Block> {
        let texts = [description, property].concat();
        let mut blocks: Vec<Block> = texts.into_iter().map(block).collect();
        leave_out(&mut blocks, description.len(), Role::Responsibilities);
        let left: Vec<String> = blocks
            .iter()
            .map(|block| block.plain().into_owned())
            .collect();
        assert_eq!(left, expected);
        blocks
    }

    #[test]
    fn what_the_description_says_is_not_said_again() {
        let said = ["Gardens.", "# Responsibilities", "Dig.", "Water."];
        let expected = ["Gardens.", "Responsibilities", "Dig.", "Water."];
        check(&said, &["# R", "– dig", "Water"], &expected);
        let more = [
            "Gardens.",
            "Responsibilities",
            "Dig.",
            "Water.",
            "R",
            "Weed.",
        ];
        check(&said, &["# R", "Dig.", "Weed."], &more);
        check(&["Gardens."], &["# R", "Dig."], &["Gardens.", "R", "Dig."]);
    }

    #[test]
    fn a_heading_nobody_knows_is_known_by_what_is_under_it() {
        let said = ["# Green fingers wanted", "Dig.", "Water."];
        let expected = ["Green fingers wanted", "Dig.", "Water."];
        let blocks = check(&said, &["# R", "Dig.", "Water."], &expected);
        assert_eq!(
            blocks.first().and_then(|heading| heading.role),
            Some(Role::Responsibilities)
        );
        // Half of it may be about something else.
        let blocks = check(&said, &["# R", "Dig."], &expected);
        assert_eq!(blocks.first().and_then(|heading| heading.role), None);
    }

    #[test]
    fn what_stands_under_no_heading_goes_where_it_belongs() {
        check(
            &["Gardens.", "Dig."],
            &["# R", "Dig."],
            &["Gardens.", "R", "Dig."],
        );
    }
}
