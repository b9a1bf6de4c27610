//! Which of the first two lines of a text is the title, where the other one names the employer.

use super::{SIGNS, employer, is_name, is_term};
use crate::block::{BY_ITS_LOOKS, Block, BlockKind};
use crate::recognize::role_of_heading;

/// Lines of a header have no more words than this.
const MOST_WORDS: usize = 8;

/// What the first two lines name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The title, and below it anything.
    Title,
    /// The title and then the employer, or the employer and then the title; nothing tells which.
    Unclear,
    /// The employer, and the title below it.
    EmployerFirst,
    /// The title, and the employer alone below it.
    EmployerSecond,
}

/// What the first two lines name, told by how the text below speaks of them.
pub(super) fn order_of(blocks: &[Block]) -> Order {
    let [first, second, below @ ..] = blocks else {
        return Order::Title;
    };
    if !is_line(first) || !is_line(second) {
        return Order::Title;
    }
    let (one, two) = (first.plain(), second.plain());
    let is_divided =
        |line: &str| line.contains(", ") || SIGNS.iter().any(|sign| line.contains(sign));
    if is_divided(&two) || is_term(&two) {
        return Order::Title;
    }
    let is_employer = |name: &str| {
        is_name(name)
            && !crate::facts::is_internship(name)
            && (employer::is_company(name) || employer::is_spoken_of(name, below))
    };
    if is_employer(&one) {
        Order::EmployerFirst
    } else if is_employer(&two) {
        Order::EmployerSecond
    } else if second.line == first.line + 1 && is_name(&two) && is_name(&one) {
        Order::Unclear
    } else {
        Order::Title
    }
}

/// Whether a block may be a line of a header.
fn is_line(block: &Block) -> bool {
    let text = block.plain();
    let is_kind = match block.kind {
        BlockKind::Paragraph | BlockKind::Heading(BY_ITS_LOOKS | 1) => true,
        BlockKind::Heading(_) | BlockKind::Item => false,
    };
    is_kind
        && !block.around
        && text.split(' ').count() <= MOST_WORDS
        && text.starts_with(char::is_alphanumeric)
        && !text.contains(':')
        && !text.ends_with(['.', '!', '?', ';', ','])
        && role_of_heading(&text).is_none()
}
