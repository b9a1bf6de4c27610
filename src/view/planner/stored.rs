//! What is stored on this device, word for word, where and since when: so that a candidate can check
//! what they are told about it.

use crate::storage::StoredText;
use crate::view::markup::{Element, element, live};
use crate::widget::Widget;

/// A list of every stored record, behind a disclosure.
pub fn stored(widget: Widget) -> Element {
    let text = widget.text;
    let list = move || {
        let (records, slots) = (widget.stored(), widget.stored_slots());
        if records.is_empty() && slots.is_none() {
            return element("p").text(text.stored_nothing()).view();
        }
        let place = text.stored_where(&widget.stored_under());
        let list = |records: &[StoredText]| {
            let rows = records.iter().map(|record| row(widget, record));
            element("ul").class("stored").children(rows)
        };
        let small = |words: &str| element("p").class("small").text(words);
        let answers = (!records.is_empty()).then(|| [small(&place), list(&records)]);
        // They are not this posting's alone, and deleted with it all the same.
        let slots = slots.map(|slots| [small(text.stored_slots()), list(&[slots])]);
        element("div")
            .children(answers.into_iter().flatten())
            .children(slots.into_iter().flatten())
            .view()
    };
    element("details")
        .class("note")
        .part("stored")
        .child(element("summary").text(text.stored_title()))
        .view_child(live(list))
}

fn row(widget: Widget, record: &StoredText) -> Element {
    let text = widget.text;
    let since = text.stored_since(&text.moment(record.at));
    element("li")
        .child(element("code").text(&record.name))
        .text(" ")
        .child(element("span").class("stored-text").text(&record.text))
        .text(" ")
        .child(element("span").class("small").text(&since))
}
