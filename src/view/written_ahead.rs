//! The widget as it is written into a page before any script runs.

use super::markup::{AnyView, element};
use crate::widget::Widget;

/// The widget in an element of this class, with a sentence for readers whose browser runs no
/// scripts: what they type is not kept.
pub fn written_ahead(class: &'static str, widget: Widget) -> AnyView {
    let text = widget.text;
    let sentence = element("p")
        .class("notice")
        .with("lang", text.lang())
        .text(text.needs_script());
    element("div")
        .class(class)
        .child(element("noscript").child(sentence))
        .view_child(super::app(widget))
        .view()
}
