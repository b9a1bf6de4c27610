//! What has to wait until a press is over.
//!
//! A press takes the focus from a field before it is a click. If what is wrong with the field were
//! shown at once, everything below would move away from under the pointer, and nothing be clicked.

use std::cell::RefCell;

use leptos::prelude::*;

type Waiting = Vec<Box<dyn FnOnce()>>;

thread_local! {
    /// What waits for the end of a press; `None` while nothing is pressed.
    static PRESSED: RefCell<Option<Waiting>> = const { RefCell::new(None) };
}

/// Calls `then` at once, or where something is being pressed once that has become a click.
pub fn after_press(then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(then);
    let now = PRESSED.with_borrow_mut(|pressed| match pressed {
        Some(waiting) => {
            waiting.push(then);
            None
        }
        None => Some(then),
    });
    if let Some(then) = now {
        then();
    }
}

/// Notices presses, anywhere in the page, for as long as the owner lives.
pub fn listen() {
    // Fingers have a mouse too, for a moment, and it is then that they move the focus.
    let pressed = window_event_listener_untyped("mousedown", |_| {
        PRESSED.with_borrow_mut(|pressed| {
            pressed.get_or_insert_default();
        });
    });
    on_cleanup(move || pressed.remove());
    // Whatever is typed ends a press whose end was outside of the window.
    for end in ["mouseup", "dragend", "keydown"] {
        // The click comes right after the end of the press.
        let ended = window_event_listener_untyped(end, |_| {
            set_timeout(release, std::time::Duration::ZERO);
        });
        on_cleanup(move || ended.remove());
    }
}

fn release() {
    let waiting = PRESSED.take().unwrap_or_default();
    for then in waiting {
        then();
    }
}
