//! Markup as browsers build it, by the parser of the HTML Living Standard: what of it is elements and
//! attributes, and what is text. Used by the tests of rendered pages too.

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{local_name, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Attributes whose values decide where something leads, what is loaded, or what a control is.
const JUDGED: [&str; 10] = [
    "action",
    "href",
    "integrity",
    "part",
    "rel",
    "role",
    "src",
    "target",
    "type",
    "shadowrootmode",
];

/// What is left of markup without its words.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Skeleton {
    /// A line for each element: how deep it is, its name, its attributes' names in order, and the
    /// values of [`JUDGED`] ones.
    pub elements: Vec<String>,
    /// How many comments there are, which hold no words of a posting.
    pub comments: usize,
    /// All that is text, in the order of the document; without that of scripts.
    pub text: String,
    /// The contents of scripts that are data.
    pub data: Vec<String>,
}

/// Whether the browser runs scripts, which decides what is in a `<noscript>`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scripting {
    On,
    Off,
}

/// Parses markup as the content of a page.
pub fn skeleton(html: &str, scripting: Scripting) -> Skeleton {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: scripting == Scripting::On,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let document = parse_document(RcDom::default(), options).one(html);
    let mut skeleton = Skeleton::default();
    walk(&document.document, 0, &mut skeleton);
    skeleton
}

/// A text as it is after any parser of HTML has read it (sections 13.2.3.5 and 13.2.5): line ends are
/// one kind, and a zero is nothing or a replacement.
pub fn as_parsed(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    unified.replace(['\0', '\u{fffd}'], "")
}

fn walk(node: &Handle, depth: usize, skeleton: &mut Skeleton) {
    match &node.data {
        NodeData::Text { contents } => skeleton.text += &as_parsed(&contents.borrow()),
        NodeData::Comment { .. } => skeleton.comments += 1,
        NodeData::Element {
            name,
            attrs,
            template_contents,
            ..
        } => {
            let mut line = format!("{depth} <{}", name.local);
            for attribute in attrs.borrow().iter() {
                let judged = &*attribute.name.local;
                line += &format!(" {judged}");
                if JUDGED.contains(&judged) {
                    line += &format!("={:?}", &*attribute.value);
                }
            }
            skeleton.elements.push(line);
            if name.local == local_name!("script") {
                skeleton.data.push(content(node));
                return;
            }
            if let Some(contents) = template_contents.borrow().as_ref() {
                walk(contents, depth + 1, skeleton);
            }
        }
        NodeData::Document | NodeData::Doctype { .. } | NodeData::ProcessingInstruction { .. } => {}
    }
    for child in node.children.borrow().iter() {
        walk(child, depth + 1, skeleton);
    }
}

fn content(node: &Handle) -> String {
    let children = node.children.borrow();
    let texts = children.iter().map(|child| match &child.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => String::new(),
    });
    texts.collect()
}
