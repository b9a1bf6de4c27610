//! The draft itself: whether it is saved, and the ways to keep, bring back and
//! delete it.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

use super::{button, file, link, stored};
use crate::storage::{SaveState, Unavailable};
use crate::view::focus;
use crate::view::heading::part_heading;
use crate::view::markup::{Element, element};
use crate::widget::Widget;

/// The state of the draft and its actions.
pub fn draft(widget: Widget) -> Element {
    let text = widget.text;
    // What the last action led to.
    let said = RwSignal::new(String::new());
    // Whether that was to delete it.
    let is_deleted = RwSignal::new(false);
    let export = move |_| {
        let posting = widget.posting();
        let content = widget.draft_now().to_file(posting.id());
        let name = format!("{}.draft.json", posting.id());
        file::save(&name, "application/json", &content);
    };
    let delete = move |event: Event| {
        widget.delete_draft();
        widget.tell_change("");
        said.set(String::new());
        is_deleted.set(true);
        focus::focus_later(&event, "draft-undo".to_owned());
    };
    let undo = move |event: Event| {
        widget.undo_replace();
        widget.tell_change("");
        is_deleted.set(false);
        said.set(text.draft_restored().to_owned());
        focus::focus_later(&event, "draft-delete".to_owned());
    };
    let is_empty = move || widget.is_blank();
    let export = button("button")
        .text(text.draft_export())
        .flag("disabled", is_empty)
        .on("click", export);
    let delete = button("button")
        .with("id", "draft-delete")
        .text(text.draft_delete())
        .flag("disabled", is_empty)
        .on("click", delete);
    let undo = button("button")
        .with("id", "draft-undo")
        .text(text.undo())
        .flag("hidden", move || !widget.can_undo())
        .on("click", undo);
    let [make_link, link] = link::make(widget, said);
    let buttons = element("div")
        .class("buttons")
        .child(export)
        .child(make_link)
        .child(import(widget, said))
        .child(delete)
        .child(undo);
    let state = element("p")
        .class("save-state")
        .part("save-state")
        .live_text(move || save_state(widget));
    let outcome = element("p")
        .class("said")
        .with("role", "status")
        .live_text(move || {
            let said = said.get();
            if !said.is_empty() {
                said
            } else if is_deleted.get() {
                deletion(widget, text.draft_deleted()).to_owned()
            } else if widget.has_expired() {
                deletion(widget, text.draft_expired()).to_owned()
            } else {
                said
            }
        });
    let is_refused = move || widget.save_state() == SaveState::Refused(Unavailable::Denied);
    let kept = element("p")
        .class("small")
        .text(text.draft_private())
        .flag("hidden", is_refused);
    element("section")
        .class("draft")
        .part("draft")
        .with("aria-label", text.draft_title())
        .child(part_heading(widget.presentation, text.draft_title()))
        .child(state)
        .child(buttons)
        .child(outcome)
        .child(link)
        .child(kept)
        .child(stored::stored(widget))
}

fn save_state(widget: Widget) -> String {
    let text = widget.text;
    match widget.save_state() {
        SaveState::Untouched => text.draft_untouched().to_owned(),
        SaveState::Waiting => text.draft_waiting().to_owned(),
        SaveState::Saved(at) => text.saved_at(&text.time(at)),
        SaveState::Shelved(_) if widget.is_blank() => String::new(),
        SaveState::Shelved(at) => text.shelved_at(&text.time(at)),
        // The notice at the top of the planner says it, and stays.
        SaveState::Tight(_) | SaveState::Cleared | SaveState::Refused(_) => String::new(),
    }
}

/// What became of a draft that was to be deleted: only once both places have forgotten it, it is, and
/// `deleted` says so.
fn deletion(widget: Widget, deleted: &'static str) -> &'static str {
    let text = widget.text;
    if !widget.is_blank() {
        return "";
    }
    match widget.save_state() {
        SaveState::Waiting => text.draft_deleting(),
        // Where nothing is kept, nothing is left.
        SaveState::Untouched | SaveState::Cleared | SaveState::Refused(Unavailable::Denied) => {
            deleted
        }
        SaveState::Saved(_) | SaveState::Shelved(_) | SaveState::Tight(_) => {
            text.draft_half_deleted()
        }
        SaveState::Refused(_) => text.draft_not_deleted(),
    }
}

/// A file field that looks like the buttons beside it.
fn import(widget: Widget, said: RwSignal<String>) -> Element {
    let open = move |event: Event| {
        let input = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else {
            return;
        };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        // Opening the same file again must count as a change.
        input.set_value("");
        file::read(&file, move |content| {
            let opened = match content {
                Some(content) => widget.open_file(&content),
                None => Err(widget.text.file_unreadable().to_owned()),
            };
            if opened.is_ok() {
                widget.tell_change("");
            }
            let words = opened.map(|()| widget.text.draft_imported().to_owned());
            // Both what went well and what went wrong is said in the same place.
            let _ = said.try_set(words.unwrap_or_else(|reason| reason));
        });
    };
    let field = element("input")
        .class("file-input")
        .with("type", "file")
        .with("accept", ".json,application/json")
        .on("change", open);
    element("label")
        .class("button file")
        .child(field)
        .text(widget.text.draft_import())
}
