//! Building the tree: what html5ever calls while it reads a page by the rules of
//! browsers, and the limits of what is read.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{
    Attribute, ExpandedName, LocalName, ParseOpts, QualName, local_name, ns, parse_document,
};

use super::tree::{Node, NodeId, Tree};
use crate::error::ImportError;
use crate::format::Format;

/// Deeper pages than this are made, not written: browsers themselves stop at 512.
const MAX_DEPTH: usize = 512;

/// More nodes than this no posting's page has.
const MAX_NODES: usize = 400_000;

/// About how many bytes of a page make a node, so that few pages need more room than is set aside.
const BYTES_OF_NODE: usize = 24;

/// How much is read before the limits are looked at again, in bytes.
const CHUNK: usize = 4096;

/// Reads a page or a fragment by the rules of browsers.
pub(super) fn parse(text: &str, format: Format) -> Result<Tree, ImportError> {
    let sink = Sink::new(text.len());
    let mut parser = parse_document(sink, ParseOpts::default());
    let mut rest = text;
    while !rest.is_empty() {
        let mut end = rest.len().min(CHUNK);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (chunk, after) = rest.split_at(end);
        parser.process(StrTendril::from_slice(chunk));
        rest = after;
        let sink = &parser.tokenizer.sink.sink;
        if sink.deepest.get() > MAX_DEPTH {
            return Err(ImportError::TooDeep { format });
        }
        if sink.nodes.borrow().len() > MAX_NODES {
            return Err(ImportError::TooMany { format });
        }
    }
    Ok(parser.finish())
}

/// What html5ever calls while it reads.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    line: Cell<usize>,
    deepest: Cell<usize>,
}

/// A node as html5ever knows it.
#[derive(Clone)]
struct Handle {
    id: NodeId,
    name: Rc<QualName>,
}

impl Sink {
    fn new(bytes: usize) -> Self {
        let nodes = (bytes / BYTES_OF_NODE).min(MAX_NODES);
        let sink = Self {
            nodes: RefCell::new(Vec::with_capacity(nodes)),
            line: Cell::new(1),
            deepest: Cell::new(0),
        };
        sink.add(local_name!(""), Vec::new(), String::new());
        sink
    }

    fn add(&self, name: LocalName, attributes: Vec<Attribute>, text: String) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        let breaks = text.matches('\n').count();
        nodes.push(Node {
            name,
            attributes,
            line: self.line.get().saturating_sub(breaks).max(1),
            text,
            children: Vec::new(),
            parent: None,
            depth: 0,
        });
        nodes.len() - 1
    }

    fn nameless(&self) -> Handle {
        let id = self.add(local_name!(""), Vec::new(), String::new());
        Handle {
            id,
            name: Rc::new(QualName::new(None, ns!(), local_name!(""))),
        }
    }

    /// Puts a node among a parent's children, before the one at `place`.
    fn insert(&self, parent: NodeId, place: usize, child: NodeId) {
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        let Some(above) = nodes.get_mut(parent) else {
            return;
        };
        let place = place.min(above.children.len());
        above.children.insert(place, child);
        let depth = above.depth + 1;
        if let Some(node) = nodes.get_mut(child) {
            node.parent = Some(parent);
            node.depth = depth;
            self.deepest.set(self.deepest.get().max(depth));
        }
    }

    fn detach(&self, child: NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(parent) = nodes.get_mut(child).and_then(|node| node.parent.take()) else {
            return;
        };
        if let Some(above) = nodes.get_mut(parent) {
            above.children.retain(|id| *id != child);
        }
    }

    /// Adds text or a node before the child at `place`; text joins the text before it.
    fn insert_any(&self, parent: NodeId, place: usize, child: NodeOrText<Handle>) {
        match child {
            NodeOrText::AppendNode(node) => self.insert(parent, place, node.id),
            NodeOrText::AppendText(text) => {
                if !self.extend_text(parent, place, &text) {
                    let text = String::from(&*text);
                    let id = self.add(local_name!(""), Vec::new(), text);
                    self.insert(parent, place, id);
                }
            }
        }
    }

    fn extend_text(&self, parent: NodeId, place: usize, text: &str) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let before = nodes
            .get(parent)
            .and_then(|node| node.children.get(place.checked_sub(1)?));
        let before = before.copied().and_then(|id| nodes.get_mut(id));
        match before {
            Some(node) if node.name.is_empty() && !node.text.is_empty() => {
                node.text.push_str(text);
                true
            }
            _ => false,
        }
    }

    fn count_children(&self, id: NodeId) -> usize {
        self.nodes
            .borrow()
            .get(id)
            .map_or(0, |node| node.children.len())
    }

    fn place_among_siblings(&self, id: NodeId) -> Option<(NodeId, usize)> {
        let nodes = self.nodes.borrow();
        let parent = nodes.get(id)?.parent?;
        let place = nodes
            .get(parent)?
            .children
            .iter()
            .position(|child| *child == id)?;
        Some((parent, place))
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        Tree {
            nodes: self.nodes.into_inner(),
        }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle {
            id: Tree::DOCUMENT,
            name: Rc::new(QualName::new(None, ns!(), local_name!(""))),
        }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> Handle {
        let id = self.add(name.local.to_ascii_lowercase(), attributes, String::new());
        Handle {
            id,
            name: Rc::new(name),
        }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.nameless()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.nameless()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert_any(parent.id, self.count_children(parent.id), child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        if self.place_among_siblings(element.id).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is not shown, and scripts and styles aren't either: it is kept where
    /// it stands, and readers pass by templates.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some((parent, place)) = self.place_among_siblings(sibling.id) {
            self.insert_any(parent, place, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Some(node) = self.nodes.borrow_mut().get_mut(target.id) {
            for attribute in attributes {
                if !node
                    .attributes
                    .iter()
                    .any(|known| known.name == attribute.name)
                {
                    node.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let children = self
            .nodes
            .borrow_mut()
            .get_mut(node.id)
            .map(|node| std::mem::take(&mut node.children));
        for child in children.unwrap_or_default() {
            if let Some(child) = self.nodes.borrow_mut().get_mut(child) {
                child.parent = None;
            }
            self.insert(new_parent.id, self.count_children(new_parent.id), child);
        }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }
}
