//! What is stored on this device, word for word, where and since when: so that a candidate can check
//! what they are told about it.

use crate::view::markup::{Element, element, live};
use crate::widget::Widget;

/// A list of every stored record, behind a disclosure.
pub fn stored(widget: Widget) -> Element {
    let text = widget.text;
    let list = move || {
        let rows = widget.stored().into_iter().map(|record| {
            let since = text.stored_since(&text.moment(record.at));
            element("li")
                .child(element("code").text(&record.name))
                .text(" ")
                .child(element("span").class("stored-text").text(&record.text))
                .text(" ")
                .child(element("span").class("small").text(&since))
        });
        let rows: Vec<Element> = rows.collect();
        if rows.is_empty() {
            return element("p").text(text.stored_nothing()).view();
        }
        let place = text.stored_where(&widget.stored_under());
        element("div")
            .child(element("p").class("small").text(&place))
            .child(element("ul").class("stored").children(rows))
            .view()
    };
    element("details")
        .class("note")
        .part("stored")
        .child(element("summary").text(text.stored_title()))
        .view_child(live(list))
}
