//! What is remembered of a panic: its place in the sources, and none of its words, which may quote
//! what someone typed.

use std::panic::set_hook;
use std::sync::OnceLock;

/// The place of the first panic. An app that has panicked once is not used any more.
static PLACE: OnceLock<String> = OnceLock::new();

/// From now on the place of a panic is remembered, and nothing is printed.
pub fn remember_place() {
    set_hook(Box::new(|panic| {
        if let Some(location) = panic.location() {
            // Set already: then that was the first.
            let _ = PLACE.set(location.to_string());
        }
    }));
}

/// Where the app has panicked: file, line and column.
pub fn place() -> Option<&'static str> {
    PLACE.get().map(String::as_str)
}
