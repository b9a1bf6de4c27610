//! No browser, no lasting storage: natively, markup is written and nothing kept.

use super::{Held, Record, Unavailable};

pub fn is_allowed() -> bool {
    false
}

pub fn get(_key: &str) -> Held {
    Held::Nothing
}

pub fn put(_key: &str, _record: &Record) -> Result<(), Unavailable> {
    Err(Unavailable::Denied)
}

pub fn remove(_key: &str) {}

pub fn set_aside(_key: &str, _aside: &str) -> Result<(), Unavailable> {
    Err(Unavailable::Denied)
}
