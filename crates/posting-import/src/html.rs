//! HTML, read by a browser's rules and turned into blocks.

mod blocks;
mod element;
mod escapes;
mod sink;
mod tree;

use crate::block::Block;
use crate::error::ImportError;
use crate::format::Format;

pub(crate) use tree::{Node, NodeId, Tree};

/// Reads a page or a fragment.
pub(crate) fn parse(text: &str, format: Format) -> Result<Tree, ImportError> {
    match cut_off(text) {
        Some((whole, rest)) => sink::parse(&format!("{whole}&lt;{rest}"), format),
        None => sink::parse(text, format),
    }
}

/// A source that ends inside a tag: browsers drop that tag, and with it the words in it.
fn cut_off(text: &str) -> Option<(&str, &str)> {
    let (whole, rest) = text.rsplit_once('<')?;
    let starts_tag = rest.starts_with(|character: char| character.is_ascii_alphabetic());
    (starts_tag && !rest.contains('>')).then_some((whole, rest))
}

/// The blocks of a page or fragment in a value of another format, all of one line.
pub(crate) fn blocks_of_value(
    html: &str,
    line: usize,
    format: Format,
) -> Result<Vec<Block>, ImportError> {
    let tree = if is_escaped(html) {
        parse(&decoded(html, format)?, format)?
    } else {
        parse(html, format)?
    };
    let mut blocks = blocks_of(&tree, Tree::DOCUMENT);
    for block in &mut blocks {
        block.line += line.saturating_sub(1);
    }
    Ok(blocks)
}

/// Whether a text is markup that was escaped once more than its format asks for, as some systems do.
fn is_escaped(text: &str) -> bool {
    let tags = [
        "p", "ul", "ol", "li", "div", "br", "h1", "h2", "h3", "h4", "strong", "span",
    ];
    let begins_tag = |rest: &str| {
        let name = rest.find(|letter: char| !letter.is_ascii_alphanumeric());
        name.and_then(|end| rest.get(..end))
            .is_some_and(|name| tags.contains(&name.to_ascii_lowercase().as_str()))
    };
    !text.contains('<') && text.split("&lt;").skip(1).any(begins_tag)
}

/// A text of HTML with its escapes taken off once.
pub(crate) fn decoded(text: &str, format: Format) -> Result<String, ImportError> {
    match escapes::decoded(text) {
        Some(decoded) => Ok(decoded),
        None => decoded_by_parser(text, format),
    }
}

fn decoded_by_parser(text: &str, format: Format) -> Result<String, ImportError> {
    // As a text in HTML it is decoded exactly once; a text area keeps its blanks.
    let tree = parse(&format!("<textarea>\n{text}</textarea>"), format)?;
    Ok(tree.text(Tree::DOCUMENT))
}

/// The blocks below a node, refined.
pub(crate) fn blocks_of(tree: &Tree, node: NodeId) -> Vec<Block> {
    crate::read::refine(blocks::read(tree, node))
}

/// Whether a value holds markup: a tag or an entity.
pub(crate) fn looks_like_html(text: &str) -> bool {
    let tag = text.match_indices('<').any(|(place, _)| {
        let rest = text.get(place + 1..).unwrap_or_default();
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        rest.starts_with("!--")
            || rest.starts_with(|character: char| character.is_ascii_alphabetic())
                && rest.contains('>')
    });
    let entity = || {
        text.match_indices('&').any(|(place, _)| {
            let rest = text.get(place + 1..).unwrap_or_default();
            let name = rest.split(';').next().unwrap_or_default();
            let is_name = |character: char| character.is_ascii_alphanumeric() || character == '#';
            name.len() < rest.len() && (2..=8).contains(&name.len()) && name.chars().all(is_name)
        })
    };
    tag || entity()
}
