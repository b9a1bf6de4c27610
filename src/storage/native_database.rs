//! No browser, no database.

use super::{Change, Unavailable};

/// Nothing can be read.
pub fn read(
    _prefix: &str,
    then: impl FnOnce(Result<Vec<(String, String)>, Unavailable>) + 'static,
) {
    then(Err(Unavailable::Denied));
}

/// Nothing can be written.
pub fn write(_changes: &[Change], then: impl FnOnce(Result<(), Unavailable>) + 'static) {
    then(Err(Unavailable::Denied));
}

/// Nothing is open.
pub fn close() {}
