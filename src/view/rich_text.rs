//! Text with links and emphasis, as text nodes: nothing in a posting is ever read as markup.

use posting::rich_text::RichText;

use super::markup::{AnyView, Element, element, text};

/// The pieces of a paragraph or list item.
pub fn rich_text(words: &RichText) -> impl Iterator<Item = AnyView> {
    words.pieces().iter().map(|piece| {
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
    let items = items.map(|item| element("li").views(rich_text(item)));
    element("ul").class("bullets").children(items)
}
