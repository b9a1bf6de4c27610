//! "Move to another device" by a link whose fragment holds the draft: making one, and asking about the
//! one with which the page was opened. A browser sends no fragment to any server.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::window;
use posting::draft::link::{DraftLinkError, from_link, to_link, unpacked};

use super::clipboard::{self, Copied};
use super::difference::row;
use super::{button, deflate, hint};
use crate::view::focus;
use crate::view::markup::{Element, element, live, nothing};
use crate::widget::{Arrival, Widget};

/// The id of the field that holds the link.
const FIELD: &str = "draft-link";

thread_local! {
    /// The page's widgets that ask about the draft in its address.
    static ASKING: RefCell<Vec<Widget>> = RefCell::default();
}

/// Looks whether the page's address holds a draft for the widget's posting, and calls `then` if so. In
/// a frame it does not look: the frame's address is not the one that the candidate sees.
pub fn look(widget: Widget, then: impl FnOnce() + 'static) {
    if !is_topmost() {
        return widget.rule_out_links();
    }
    match from_link(&address(), widget.posting().id()) {
        Ok(None) => {}
        Ok(Some(_)) if !deflate::is_supported() => {
            let reason = widget.text.link_unsupported().to_owned();
            widget.set_arrival(Arrival::Refused(reason));
            then();
        }
        Ok(Some(packed)) => deflate::expand(&packed, move |bytes| {
            arrive(
                widget,
                bytes.ok_or(DraftLinkError::Damaged).and_then(unpacked),
            );
            then();
        }),
        Err(error) => {
            arrive(widget, Err(error));
            then();
        }
    }
}

fn arrive(widget: Widget, file: Result<String, DraftLinkError>) {
    // Where there is nothing to decide the draft leaves the address at once. One that can't be read stays:
    // there may be no other copy.
    match widget.ask_about(file) {
        Arrival::Same => clear_address(),
        Arrival::Asked(_) => ASKING.with_borrow_mut(|asking| {
            asking.retain(|other| other.is_mounted());
            asking.push(widget);
        }),
        _ => {}
    }
}

/// The button that makes a link, what came of it, and the link.
pub fn make(widget: Widget, said: RwSignal<String>) -> [Element; 2] {
    let text = widget.text;
    // The draft for which the link was made, with the link.
    let made = RwSignal::new(None);
    let press = move |_| {
        let draft = widget.draft_now();
        let posting = widget.posting();
        let file = draft.to_file(posting.id());
        deflate::compress(file.as_bytes(), move |packed| {
            let Some(packed) = packed else {
                let _ = said.try_set(text.link_failed().to_owned());
                return;
            };
            match to_link(&address(), posting.id(), &packed) {
                Ok(link) => {
                    let _ = said.try_set(text.link_made(link.len() as u32));
                    let _ = made.try_set(Some((draft, link)));
                }
                Err(error) => {
                    let _ = said.try_set(text.link_error(&error));
                }
            }
        });
    };
    let make = button("button")
        .text(text.link_make())
        .flag("hidden", move || widget.links().are_impossible)
        .flag("disabled", move || widget.is_blank())
        .on("click", press);
    let shown = move || {
        // A link to what the draft was before would bring that across.
        let current = made.get().filter(|(draft, _)| *draft == widget.draft());
        current.map_or_else(nothing, |(_, link)| {
            let field = element("textarea")
                .class("input")
                .with("id", FIELD)
                .with("rows", "3")
                .with("readonly", "")
                .with("aria-label", text.link_field())
                .text(&link);
            let copy = button("button")
                .text(text.link_copy())
                .on("click", move |event| {
                    clipboard::copy(&event, FIELD, link.clone(), move |copied| {
                        let _ = said.try_set(match copied {
                            Copied::ToClipboard(_) => text.link_copied().to_owned(),
                            Copied::ByHand => text.link_by_hand().to_owned(),
                        });
                    });
                });
            element("div")
                .class("draft-link")
                .child(field)
                .child(hint(text.link_private()))
                .child(copy)
                .view()
        })
    };
    [make, element("div").class("live").view_child(live(shown))]
}

/// Asks about the draft that the page's address holds, says why it can't be used, or offers to undo.
pub fn arrival(widget: Widget) -> Element {
    let text = widget.text;
    let notice = move || {
        let notice = element("div").class("notice").part("link");
        match widget.links().arrival {
            Arrival::Nothing => nothing(),
            Arrival::Same => notice.child(element("p").text(text.link_same())).view(),
            Arrival::Refused(reason) => notice.child(element("p").text(&reason)).view(),
            // It can be undone at the end of the planner too, or be deleted since.
            Arrival::Used if !widget.can_undo() => nothing(),
            Arrival::Used => {
                let undo = button("button")
                    .text(text.link_undo())
                    .on("click", move |event| {
                        widget.undo_replace();
                        widget.tell_change("");
                        widget.set_arrival(Arrival::Nothing);
                        let _ = widget.spoken.try_set(text.draft_restored().to_owned());
                        focus::focus_later(&event, crate::view::PLANNER_TITLE.to_owned());
                    });
                notice
                    .child(element("p").text(text.link_used()))
                    .child(undo)
                    .view()
            }
            Arrival::Asked(draft) => {
                let differences = widget.differences(&draft);
                let accept =
                    button("button primary")
                        .text(text.link_use())
                        .on("click", move |event| {
                            decide();
                            widget.use_linked(&draft);
                            focus::focus_later(&event, crate::view::PLANNER_TITLE.to_owned());
                        });
                let refuse = button("button")
                    .text(text.link_refuse())
                    .on("click", move |event| {
                        decide();
                        focus::focus_later(&event, crate::view::PLANNER_TITLE.to_owned());
                    });
                let rows = differences.iter().map(|one| row(widget, one));
                notice
                    .child(element("p").text(text.link_asked()))
                    .child(element("ul").class("stored").children(rows))
                    .child(element("div").class("buttons").child(accept).child(refuse))
                    .view()
            }
        }
    };
    element("div")
        .class("live")
        .with("aria-live", "polite")
        .view_child(live(notice))
}

/// Whether the page is not shown in a frame.
fn is_topmost() -> bool {
    let parent = window().and_then(|window| window.parent().ok().flatten());
    parent.map(JsValue::from) == window().map(JsValue::from)
}

fn address() -> String {
    let address = window().and_then(|window| window.location().href().ok());
    address.unwrap_or_default()
}

/// Asks no more, in none of the page's widgets: the candidate has decided about the draft in its address.
fn decide() {
    clear_address();
    for widget in ASKING.take() {
        widget.set_arrival(Arrival::Nothing);
    }
}

/// Takes the draft out of the page's address, so that whoever shares that doesn't share the draft.
fn clear_address() {
    let Some(history) = window().and_then(|window| window.history().ok()) else {
        return;
    };
    let address = address();
    let page = address.split('#').next();
    let state = history.state().unwrap_or(JsValue::NULL);
    // A page that may not change its address, as in a file, keeps it: nothing is lost by that.
    let _ = history.replace_state_with_url(&state, "", page);
}
