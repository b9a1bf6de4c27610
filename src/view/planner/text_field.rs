//! A field for a text, bound to a record of the draft.

use leptos::prelude::event_target_value;

use crate::view::markup::{Element, element};
use crate::widget::Widget;

/// A one-line field for a record, without its label; its id is the record's name.
pub fn input(widget: Widget, record: &str) -> Element {
    bound(widget, element("input").with("type", "text"), record)
        .with("id", record)
        .with("autocomplete", "off")
}

/// A field of several lines for a record.
pub fn lines(widget: Widget, record: &str) -> Element {
    bound(widget, element("textarea").with("rows", "2"), record)
}

/// A label above a field, with a hint in between where there is one.
pub fn labelled(record: &str, label: &str, hint: &str, field: Element) -> Element {
    let label = element("label")
        .class("label")
        .with("for", record)
        .text(label);
    let hint = (!hint.is_empty()).then(|| super::hint(hint).with("id", &format!("{record}-hint")));
    element("div")
        .class("field")
        .child(label)
        .children(hint)
        .child(field)
}

fn bound(widget: Widget, field: Element, record: &str) -> Element {
    let (read, write) = (record.to_owned(), record.to_owned());
    let (entered, left, unread) = (record.to_owned(), record.to_owned(), record.to_owned());
    field
        .class("input")
        .value(move || widget.initial(&read))
        .on("input", move |event| {
            widget.edit(&write, &event_target_value(&event))
        })
        // What is told next was typed into markup that did not show the stored text.
        .on("job-posting-unread", move |_| widget.offer_stored(&unread))
        .on("focus", move |_| widget.enter(&entered))
        .on("blur", move |_| widget.leave(&left))
}
