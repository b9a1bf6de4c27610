//! The two places where the planner speaks up by itself: the lasting notice about
//! storage, and a quiet live region.

use leptos::prelude::*;

use crate::storage::{SaveState, Unavailable};
use crate::view::markup::{Element, element};
use crate::widget::Widget;

/// A notice that stays as long as this device does not keep what is typed, and one about what it
/// kept but can't be read.
pub fn storage(widget: Widget) -> [Element; 2] {
    let text = widget.text;
    let refused = move || match widget.save_state() {
        SaveState::Refused(Unavailable::Denied) => text.storage_denied(),
        SaveState::Refused(Unavailable::Full) => text.storage_full(),
        SaveState::Untouched | SaveState::Waiting | SaveState::Saved(_) => "",
    };
    let unreadable = if widget.has_unreadable {
        text.draft_unreadable()
    } else {
        ""
    };
    let refused = element("p")
        .class("notice bad")
        .part("notice")
        .with("role", "alert")
        .live_text(move || refused().to_owned());
    let unreadable = element("p").class("notice").part("notice").text(unreadable);
    [refused, unreadable]
}

/// A live region that says how many start dates fit, once the answers rest; the same number is
/// not said twice.
pub fn announcements(widget: Widget) -> Element {
    element("p")
        .class("unseen")
        .part("status")
        .with("role", "status")
        .live_text(move || widget.spoken.get())
}
