//! Moves the focus inside the shadow root: fragment links don't reach into one.
//!
//! Nothing moves it away from a field in which somebody types. A press that was made before the app
//! came is made good later, and by then they may be at another place. Nor does it follow a change whose frame
//! comes late, once they have gone on by themselves.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, Node, ShadowRoot};

/// The element with this id in the same shadow root (or page) as the event's target.
pub fn find(event: &Event, id: &str) -> Option<HtmlElement> {
    find_in(&root_of(event)?, id)
}

/// Focuses and shows the element with this id.
pub fn focus(event: &Event, id: &str) {
    if let Some(element) = find(event, id).filter(|_| !is_typing_elsewhere(event)) {
        // Focusing scrolls an element into view; that it can't be focused loses nothing.
        let _ = element.focus();
    }
}

/// Focuses the element with this id once the page shows the change just made.
pub fn focus_later(event: &Event, id: String) {
    in_a_frame(event, move |root| find_in(root, &id));
}

/// Focuses an element, or where that is not there the one with the id `or`, if the change just made takes
/// what was used out of the page.
pub fn focus_instead(event: &Event, id: String, or: &'static str) {
    let target = target_of(event);
    in_a_frame(event, move |root| {
        let is_gone = !target?.is_connected();
        is_gone.then(|| find_in(root, &id).or_else(|| find_in(root, or)))?
    });
}

/// Focuses what is found in the event's root in the next frame, if the focus is where it is now or nowhere.
fn in_a_frame(event: &Event, find: impl FnOnce(&Node) -> Option<HtmlElement> + 'static) {
    let Some(root) = root_of(event).filter(|_| !is_typing_elsewhere(event)) else {
        return;
    };
    let before = focused_in(&root);
    request_animation_frame(move || {
        let now = focused_in(&root);
        if let Some(element) = find(&root).filter(|_| now.is_none() || now == before) {
            let _ = element.focus();
        }
    });
}

/// The shadow root (or page) of the event's target. To be asked while the target is in it.
fn root_of(event: &Event) -> Option<Node> {
    Some(target_of(event)?.get_root_node())
}

/// The element that an event happened to.
pub fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether the event's target has the focus, and shows it: what a keyboard is used on does, and what is pressed
/// doesn't, unless it is typed into.
pub fn is_by_keyboard(event: &Event) -> bool {
    target_of(event).is_some_and(|target| target.matches(":focus-visible").unwrap_or_default())
}

/// Whether the focus is in a text field that is not the event's own target.
fn is_typing_elsewhere(event: &Event) -> bool {
    let focused = root_of(event).and_then(|root| focused_in(&root));
    focused.is_some_and(|focused| {
        target_of(event).as_ref() != Some(&focused)
            && focused
                .matches("textarea, input[type=text]")
                .unwrap_or_default()
    })
}

/// The element of a shadow root that has the focus, or of the page; `None` when only the page itself has it.
fn focused_in(root: &Node) -> Option<Element> {
    match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => document()
            .active_element()
            .filter(|element| !element.matches("body, html").unwrap_or_default()),
    }
}

fn find_in(root: &Node, id: &str) -> Option<HtmlElement> {
    let found = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.get_element_by_id(id),
        None => document().get_element_by_id(id),
    };
    found?.dyn_into().ok()
}
