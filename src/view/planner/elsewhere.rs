//! What was typed into a field elsewhere (in another tab, say) at the same time: it is offered
//! below the field, so that neither text is lost.

use leptos::prelude::*;

use super::button;
use crate::view::focus;
use crate::view::markup::{Element, alike, element, live, nothing};
use crate::widget::Widget;

/// The offer for a record, which is there only while something is offered; `words` says what a
/// stored text means. The record's field has the record's name as its id: there the focus goes.
pub fn elsewhere(
    widget: Widget,
    record: &str,
    words: impl Fn(&str) -> String + Send + 'static,
) -> Element {
    alike("elsewhere", || {
        offer(widget, record.to_owned(), Box::new(words))
    })
}

fn offer(widget: Widget, record: String, words: Box<dyn Fn(&str) -> String + Send>) -> Element {
    let read = record.clone();
    // Every keystroke anywhere is heard here, and hardly ever changes the offer.
    let offered = Memo::new(move |_| widget.typed_elsewhere(&read));
    let shown = move || {
        let text = offered.get();
        if text.is_empty() {
            return nothing();
        }
        let (used, dismissed) = (record.clone(), record.clone());
        let take = button("button")
            .text(widget.text.use_elsewhere())
            .on("click", move |event| {
                widget.use_elsewhere(&used);
                focus::focus_later(&event, used.clone());
            });
        let dismiss =
            button("button")
                .text(widget.text.dismiss_elsewhere())
                .on("click", move |event| {
                    widget.dismiss_elsewhere(&dismissed);
                    focus::focus_later(&event, dismissed.clone());
                });
        let buttons = element("div").class("buttons").child(take).child(dismiss);
        element("div")
            .class("notice")
            .part("elsewhere")
            .child(element("p").text(&widget.text.typed_elsewhere(&words(&text))))
            .child(buttons)
            .view()
    };
    element("div")
        .class("live")
        .with("aria-live", "polite")
        .view_child(live(shown))
}
