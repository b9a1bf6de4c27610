//! Cells of tables that hold their text in a paragraph of its own, as editors write them: such a
//! paragraph is the cell's text, and begins no line.

use super::super::element::{is_bold_by_style, is_unseen, starts_line};
use super::super::{Node, NodeId, Tree};

/// How deep a text stands in elements of its own.
const DEEPEST: usize = 3;

/// What is in the paragraph that is all of a cell; `None` where a cell holds more, or is none.
pub(super) fn text_of<'a>(tree: &'a Tree, node: &'a Node) -> Option<&'a [NodeId]> {
    if !matches!(node.name(), "td" | "th") {
        return None;
    }
    let mut node = node;
    for _ in 0..DEEPEST {
        node = only_child(tree, node).filter(|child| is_plain(child))?;
        let mut children = node.children.iter().filter_map(|id| tree.node(*id));
        if children.all(|child| child.name().is_empty() || !starts_line(child.name())) {
            return Some(&node.children);
        }
    }
    None
}

/// Whether an element is a paragraph, and nothing but that.
fn is_plain(node: &Node) -> bool {
    matches!(node.name(), "p" | "div") && !is_unseen(node) && !is_bold_by_style(node)
}

/// The only child of a node besides blanks and comments.
fn only_child<'a>(tree: &'a Tree, node: &Node) -> Option<&'a Node> {
    let mut children = node.children.iter().filter_map(|id| tree.node(*id));
    let is_told = |child: &&Node| !child.name().is_empty() || !child.text.trim().is_empty();
    let child = children.find(is_told)?;
    (!children.any(|other| is_told(&other))).then_some(child)
}
