//! A page as a flat list of nodes with lines, so that no depth of nesting can
//! exhaust the stack of whoever walks it.

use html5ever::{Attribute, LocalName};

/// The place of a node in its tree.
pub(crate) type NodeId = usize;

/// A page.
pub(crate) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// An element or a text.
pub(crate) struct Node {
    pub(super) name: LocalName,
    pub(super) attributes: Vec<Attribute>,
    /// The text of a text node.
    pub text: String,
    /// What is inside.
    pub children: Vec<NodeId>,
    /// The line on which it begins, from 1.
    pub line: usize,
    pub(super) parent: Option<NodeId>,
    pub(super) depth: usize,
}

impl Node {
    /// The element's name in small letters; empty for texts and the document.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let attribute = self
            .attributes
            .iter()
            .find(|attribute| &*attribute.name.local == name)?;
        Some(&attribute.value)
    }
}

impl Tree {
    /// The root of every tree.
    pub const DOCUMENT: NodeId = 0;

    /// The node of an id.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// All elements that have attributes, in the order in which they were read.
    pub fn with_attributes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| !node.attributes.is_empty())
    }

    /// A node and all below it, in the order of the page.
    pub fn below(&self, id: NodeId) -> impl Iterator<Item = (NodeId, &Node)> {
        let mut waiting = vec![id];
        std::iter::from_fn(move || {
            let id = waiting.pop()?;
            let node = self.nodes.get(id)?;
            waiting.extend(node.children.iter().rev());
            Some((id, node))
        })
    }

    /// All text below a node.
    pub fn text(&self, id: NodeId) -> String {
        self.below(id).map(|(_, node)| node.text.as_str()).collect()
    }
}
