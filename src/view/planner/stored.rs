//! What is stored on this device, word for word, where and since when: so that a candidate can check
//! what they are told about it.

use leptos::ev::Event;
use posting::draft::record;

use super::choice;
use crate::storage::{Damaged, StoredText};
use crate::view::focus;
use crate::view::markup::{AnyView, Element, element, live, nothing};
use crate::widget::{Count, Widget};

/// A list of every stored record, behind a disclosure.
pub fn stored(widget: Widget) -> Element {
    let text = widget.text;
    // Who doesn't look at it doesn't wait for it with each press.
    let is_open = Count::new();
    let look = move |event: Event| {
        let details = focus::target_of(&event);
        is_open.set(details.map_or(0, |it| u32::from(it.has_attribute("open"))));
    };
    let list = move || {
        if is_open.get() == 0 {
            return nothing();
        }
        let answers = widget.stored();
        let applications = widget.stored_applications();
        let leftovers = widget.leftovers();
        if answers.is_empty() && applications.is_none() && leftovers.is_empty() {
            return element("p").text(text.stored_nothing()).view();
        }
        let answers = match answers.as_slice() {
            [] => nothing(),
            answers => list_of(widget, &text.stored_where(&widget.stored_under()), answers),
        };
        let applications = applications.as_slice();
        let applications = match applications {
            [] => nothing(),
            applications => list_of(widget, text.stored_applications(), applications),
        };
        element("div")
            .view_child(answers)
            .view_child(applications)
            .view_child(left_over(widget, &leftovers))
            .view()
    };
    element("details")
        .class("note")
        .part("stored")
        .on("toggle", look)
        .child(element("summary").text(text.stored_title()))
        .view_child(live(list))
        .child(expiry(widget))
}

/// How long the draft is kept, in days; empty for ever.
const KEPT: [&str; 3] = ["", "30", "90"];

/// Whether the draft is deleted by itself once nothing was changed for a while.
fn expiry(widget: Widget) -> Element {
    let text = widget.text;
    let choices = KEPT.map(|days| {
        let radio = element("input")
            .with("type", "radio")
            .with("name", "expiry")
            .checked(move || widget.typed(record::EXPIRY) == days)
            .on("change", move |_| widget.edit(record::EXPIRY, days));
        let label = match days.parse() {
            Ok(days) => text.expiry_after(days),
            Err(_) => text.expiry_never().to_owned(),
        };
        choice(radio, &label)
    });
    element("fieldset")
        .class("group")
        .child(element("legend").class("legend").text(text.expiry_legend()))
        .child(element("div").class("choices").children(choices))
}

/// What is stored beside the draft, as it is.
fn left_over(widget: Widget, leftovers: &[Damaged]) -> AnyView {
    if leftovers.is_empty() {
        return nothing();
    }
    let rows = leftovers.iter().map(|one| {
        element("li")
            .child(element("code").text(&one.key))
            .text(" ")
            .child(element("span").class("stored-text").text(&one.text))
    });
    let words = widget.text.stored_leftovers();
    element("div")
        .child(element("p").class("small").text(words))
        .child(element("ul").class("stored").children(rows))
        .view()
}

/// Where some records are, and each of them.
fn list_of(widget: Widget, place: &str, records: &[StoredText]) -> AnyView {
    let text = widget.text;
    let rows = records.iter().map(|record| {
        let since = text.stored_since(&text.moment(record.at));
        element("li")
            .child(element("code").text(&record.name))
            .text(" ")
            .child(element("span").class("stored-text").text(&record.text))
            .text(" ")
            .child(element("span").class("small").text(&since))
    });
    element("div")
        .child(element("p").class("small").text(place))
        .child(element("ul").class("stored").children(rows))
        .view()
}
