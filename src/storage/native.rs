//! No browser, no storage: natively, markup is written for a device on which nothing was typed yet.

use super::Unavailable;

/// Most devices keep what is typed; the few that don't say so once the app is there.
pub fn is_allowed() -> bool {
    true
}

pub fn get(_key: &str) -> Option<String> {
    None
}

pub fn put(_key: &str, _text: &str) -> Result<(), Unavailable> {
    Err(Unavailable::Denied)
}

pub fn remove(_key: &str) {}

/// Nothing is typed here.
pub fn chance() -> u32 {
    0
}
