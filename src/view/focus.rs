//! Moves the focus inside the shadow root: fragment links don't reach into one.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, ShadowRoot};

/// The element with this id in the same shadow root (or page) as the event's target.
pub fn find(event: &Event, id: &str) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let root = target.get_root_node();
    let found = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.get_element_by_id(id),
        None => document().get_element_by_id(id),
    };
    found?.dyn_into().ok()
}

/// Focuses and shows the element with this id.
pub fn focus(event: &Event, id: &str) {
    if let Some(element) = find(event, id) {
        // Focusing scrolls an element into view; that it can't be focused loses nothing.
        let _ = element.focus();
    }
}

/// Focuses the element with this id once the page shows the change just made.
pub fn focus_later(event: &Event, id: String) {
    let Some(target) = event.target() else {
        return;
    };
    let Ok(target) = target.dyn_into::<Element>() else {
        return;
    };
    let root = target.get_root_node();
    request_animation_frame(move || {
        let found = match root.dyn_ref::<ShadowRoot>() {
            Some(shadow) => shadow.get_element_by_id(&id),
            None => document().get_element_by_id(&id),
        };
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}
