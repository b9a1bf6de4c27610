//! The two places where the planner speaks up by itself: the lasting notice about
//! storage, and a quiet live region.

use leptos::prelude::*;

use super::{button, file};
use crate::storage::{SaveState, Unavailable};
use crate::view::focus;
use crate::view::markup::{Element, alike, element, live, nothing};
use crate::widget::{Count, Widget};

/// A notice that stays as long as this device does not keep what is typed, and one about what it
/// kept but can't be read.
pub fn storage(widget: Widget) -> [Element; 2] {
    let text = widget.text;
    let refused = move || match widget.save_state() {
        SaveState::Refused(Unavailable::Denied) => text.storage_denied(),
        SaveState::Refused(Unavailable::Full) => text.storage_full(),
        SaveState::Refused(Unavailable::Newer) => text.draft_newer(),
        SaveState::Tight(_) => text.storage_tight(),
        SaveState::Cleared => text.storage_cleared(),
        SaveState::Untouched | SaveState::Waiting | SaveState::Saved(_) | SaveState::Shelved(_) => {
            ""
        }
    };
    let refused = element("p")
        .class("notice bad")
        .part("notice")
        .with("role", "alert")
        .live_text(move || refused().to_owned());
    [refused, alike("damaged", || damaged(widget))]
}

/// What is stored and can't be read: it can be taken away as it is, and deleted.
fn damaged(widget: Widget) -> Element {
    let text = widget.text;
    let changed = Count::new();
    // Saving wakes this too, and hardly ever changes what can't be read.
    let found = Memo::new(move |_| {
        changed.get();
        let damaged = widget.damaged().into_iter();
        damaged.map(|damaged| damaged.key).collect::<String>()
    });
    let notice = move || {
        if found.get().is_empty() {
            return nothing();
        }
        let save = button("button")
            .text(text.damaged_save())
            .on("click", move |_| {
                let lines = widget.damaged().into_iter();
                let lines = lines.map(|damaged| format!("{}\n{}\n", damaged.key, damaged.text));
                let name = format!("{}.damaged.txt", widget.posting().id());
                file::save(&name, "text/plain", &lines.collect::<String>());
            });
        let delete = button("button")
            .text(text.damaged_delete())
            .on("click", move |event| {
                widget.remove_damaged();
                changed.bump();
                focus::focus_later(&event, crate::view::PLANNER_TITLE.to_owned());
            });
        let buttons = element("div").class("buttons").child(save);
        // Beside a draft of a newer version all stays as it is.
        let buttons = match widget.may_write() {
            true => buttons.child(delete),
            false => buttons,
        };
        element("div")
            .class("notice")
            .part("notice")
            .child(element("p").text(text.draft_unreadable()))
            .child(buttons)
            .view()
    };
    element("div").class("live").view_child(live(notice))
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
