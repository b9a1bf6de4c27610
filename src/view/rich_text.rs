//! Text with links and emphasis, as text nodes: nothing in a posting is ever read as markup.

use posting::rich_text::{Inline, RichText};

use super::markup::{AnyView, Element, element, text};

/// Adds the pieces of a paragraph or list item to an element.
pub fn rich_text(around: Element, words: &RichText) -> Element {
    let pieces = words.pieces().iter();
    pieces.fold(around, |around, piece| {
        match piece.url.is_none() && !piece.emphasis && !piece.strong {
            true => around.text(piece.text.as_str()),
            false => around.view_child(marked(piece)),
        }
    })
}

fn marked(piece: &Inline) -> AnyView {
    let words = match &piece.url {
        None => text(piece.text.as_str()),
        Some(url) => link(url.as_str(), &piece.text).view(),
    };
    let marks = [(piece.emphasis, "em"), (piece.strong, "strong")].into_iter();
    marks
        .filter(|(is_set, _)| *is_set)
        .fold(words, |words, (_, tag)| {
            element(tag).views(std::iter::once(words)).view()
        })
}

/// A link that leaves the page's own tab alone.
pub fn link(url: &str, words: &str) -> Element {
    element("a")
        .with("href", url)
        .with("target", "_blank")
        .with("rel", "noopener noreferrer")
        .text(words)
}

/// A bulleted list.
pub fn bullets<'a>(items: impl Iterator<Item = &'a RichText>) -> Element {
    let items = items.map(|item| rich_text(element("li"), item));
    element("ul").class("bullets").children(items)
}
