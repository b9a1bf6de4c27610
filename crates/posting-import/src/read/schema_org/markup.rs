//! Microdata (HTML section 5) and RDFa Lite in a page, as the JSON that JSON-LD
//! would have.

use serde_json::{Map, Value};

use super::posting::is_title;
use crate::block::{BY_ITS_LOOKS, Block, BlockKind};
use crate::html::{self, Node, NodeId, Tree};
use crate::recognize::Role;
use crate::source::Stated;

/// A posting in a page.
pub(super) struct Item {
    /// Its properties.
    pub value: Value,
    /// The element that holds it.
    pub node: NodeId,
    /// The line of that element.
    pub line: usize,
}

/// Every element that says it is a `JobPosting`.
pub(super) fn postings(tree: &Tree) -> Vec<Item> {
    let elements = tree
        .below(Tree::DOCUMENT)
        .filter(|(_, node)| is_a(node, "JobPosting"));
    let items = elements.map(|(id, node)| Item {
        value: Value::Object(properties(tree, id)),
        node: id,
        line: node.line,
    });
    items.collect()
}

fn type_of(node: &Node) -> Option<&str> {
    node.attribute("itemtype")
        .or_else(|| node.attribute("typeof"))
}

fn is_a(node: &Node, name: &str) -> bool {
    let types = type_of(node).unwrap_or_default();
    types
        .split_whitespace()
        .any(|kind| kind.rsplit(['/', ':', '#']).next() == Some(name))
}

fn property_of(node: &Node) -> Option<&str> {
    let name = node
        .attribute("itemprop")
        .or_else(|| node.attribute("property"))?;
    name.split_whitespace()
        .next()?
        .rsplit(['/', ':', '#'])
        .next()
}

/// The properties below an element. Depth is bounded by the tree's, and each element is visited
/// once: what is inside an inner item belongs to that item.
fn properties(tree: &Tree, id: NodeId) -> Map<String, Value> {
    // Items being read: the element that holds each, its property's name, and what it has so far.
    let mut open: Vec<(NodeId, String, Map<String, Value>)> = vec![(id, String::new(), Map::new())];
    let mut waiting: Vec<(NodeId, bool)> = children(tree, id);
    while let Some((id, leaving)) = waiting.pop() {
        if leaving {
            if open.len() > 1
                && let Some((_, name, inner)) = open.pop()
            {
                put(&mut open, &name, Value::Object(inner));
            }
            continue;
        }
        let Some(node) = tree.node(id) else {
            continue;
        };
        match property_of(node) {
            Some(name) if type_of(node).is_some() => {
                open.push((id, name.to_owned(), Map::new()));
                waiting.push((id, true));
            }
            Some(name) => put(&mut open, name, Value::String(value(tree, id, node))),
            None => {}
        }
        waiting.extend(children(tree, id));
    }
    open.into_iter()
        .next()
        .map(|(_, _, properties)| properties)
        .unwrap_or_default()
}

fn children(tree: &Tree, id: NodeId) -> Vec<(NodeId, bool)> {
    let children = tree
        .node(id)
        .map(|node| node.children.as_slice())
        .unwrap_or_default();
    children.iter().rev().map(|child| (*child, false)).collect()
}

fn put(open: &mut [(NodeId, String, Map<String, Value>)], name: &str, value: Value) {
    let Some((_, _, properties)) = open.last_mut() else {
        return;
    };
    match properties.get_mut(name) {
        None => {
            properties.insert(name.to_owned(), value);
        }
        Some(Value::Array(values)) => values.push(value),
        Some(first) => {
            let first_value = first.take();
            *first = Value::Array(vec![first_value, value]);
        }
    }
}

fn value(tree: &Tree, id: NodeId, node: &Node) -> String {
    let attributes = ["content", "datetime", "href", "src"];
    let stated = attributes.iter().find_map(|name| node.attribute(name));
    let text = stated.map_or_else(|| tree.text(id), str::to_owned);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The blocks of a posting's element as the page shows them; the properties that are lists of a
/// posting are told from their element.
pub(super) fn blocks(tree: &Tree, id: NodeId, title: Option<&Stated>) -> Vec<Block> {
    let mut blocks = html::blocks_of(tree, id);
    if let Some(place) = blocks
        .iter()
        .position(|block| is_title(&block.plain(), title))
    {
        blocks.remove(place);
    }
    for (name, heading, role) in [
        (
            "responsibilities",
            "Responsibilities",
            Role::Responsibilities,
        ),
        ("qualifications", "Qualifications", Role::Minimum),
        ("experienceRequirements", "Experience", Role::Minimum),
    ] {
        let mut nodes = tree.below(id);
        let Some((holder, node)) = nodes.find(|(_, node)| property_of(node) == Some(name)) else {
            continue;
        };
        let inside = html::blocks_of(tree, holder);
        let Some(first) = inside.first() else {
            continue;
        };
        let starts = |block: &Block| block.line == first.line && block.plain() == first.plain();
        let Some(place) = blocks.iter().position(starts) else {
            continue;
        };
        let has_heading = place > 0 && blocks.get(place - 1).is_some_and(Block::is_heading);
        if has_heading || first.is_heading() {
            continue;
        }
        let mut heading = Block::heading(heading, BY_ITS_LOOKS, Some(role), node.line);
        heading.kind = BlockKind::Heading(BY_ITS_LOOKS);
        blocks.insert(place, heading);
    }
    blocks
}
