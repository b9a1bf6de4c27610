//! A list below a heading that nobody knows, told by what stands before and behind it.

use crate::block::{Block, BlockKind};
use crate::recognize::{Part, Role};

/// Fewer items than this are no list.
const FEWEST_ITEMS: usize = 2;

/// Where no heading says what is needed, the one list between what there is to do and what is welcome does, to be
/// looked at.
pub(super) fn told(mut parts: Vec<Part>) -> Vec<Part> {
    let place = |role: Role| parts.iter().position(|part| part.role == role);
    let (Some(first), Some(last), None) = (
        place(Role::Responsibilities),
        place(Role::Preferred),
        place(Role::Minimum),
    ) else {
        return parts;
    };
    let between = parts.get_mut(first + 1..last).unwrap_or_default();
    let mut lists = between.iter_mut().filter(|part| is_unknown_list(part));
    if let (Some(list), None) = (lists.next(), lists.next()) {
        list.role = Role::Minimum;
        list.uncertain = true;
    }
    parts
}

/// Whether a part has a heading of which nobody knows what it is about, and a list.
fn is_unknown_list(part: &Part) -> bool {
    let is_unknown = |heading: &Block| heading.role.is_none() && !heading.is_empty();
    let items = part.blocks.iter();
    let items = items.filter(|block| block.kind == BlockKind::Item);
    part.role == Role::Other
        && part.heading.as_ref().is_some_and(is_unknown)
        && items.count() >= FEWEST_ITEMS
}
