//! Texts with links and emphasis, and the sections made of them.

use super::node::{EMPTY, Node};
use crate::json::Json;
use crate::posting::{Block, Section};
use crate::rich_text::{Inline, RichText};

/// A paragraph: text, or a list of texts, links and emphasis.
pub(super) fn rich_text(node: Node<'_>) -> Option<RichText> {
    let pieces = match node.json? {
        Json::Text(text) => {
            node.check_text(text);
            vec![Inline::plain(text)]
        }
        Json::List(items) => {
            let pieces = node.some_list(piece);
            // A paragraph without pieces or with a broken one has been told about already.
            if !items.is_empty() && pieces.len() == items.len() {
                let text = RichText(pieces);
                node.check_text(&text.plain());
                return Some(text);
            }
            pieces
        }
        _ => {
            node.wrong_kind("text, or a list of texts, links and emphasis");
            Vec::new()
        }
    };
    Some(RichText(pieces))
}

/// Text, a link, or text that is set apart. Text alone may be blank here: it can stand between two
/// links.
fn piece(node: Node<'_>) -> Option<Inline> {
    match node.json? {
        Json::Text(text) if text.is_empty() => {
            node.tell(EMPTY);
            None
        }
        Json::Text(text) => Some(Inline::plain(text)),
        Json::Object(_) => {
            let piece = node.object(&["text", "href", "strong", "emphasis"]);
            let text = piece.require("text").owned_text();
            let (strong, emphasis) = (piece.get("strong"), piece.get("emphasis"));
            // Whoever forgets the address of a link is told so: text alone needs no object.
            let is_set_apart = strong.json.is_some() || emphasis.json.is_some();
            let url = match piece.get("href") {
                href if href.json.is_none() && is_set_apart => None,
                _ => Some(piece.require("href").url()?),
            };
            Some(Inline {
                text: text?,
                url,
                strong: strong.json.is_some() && strong.flag()?,
                emphasis: emphasis.json.is_some() && emphasis.flag()?,
            })
        }
        _ => {
            node.wrong_kind("text, or a link with “text” and “href”");
            None
        }
    }
}

/// A section with its heading.
pub(super) fn section(node: Node<'_>) -> Option<Section> {
    let section = node.object(&["title", "body"]);
    Some(Section {
        title: section.require("title").owned_text().unwrap_or_default(),
        body: section.require("body").some_list(block),
    })
}

/// A paragraph, or an object that holds a list.
fn block(node: Node<'_>) -> Option<Block> {
    match node.json? {
        Json::Object(_) => {
            let list = node.object(&["list"]).require("list").some_list(rich_text);
            Some(Block::List(list))
        }
        _ => rich_text(node).map(Block::Paragraph),
    }
}
