//! No browser, no database.

use super::{Change, Unavailable};

pub fn read(
    _prefix: &str,
    then: impl FnOnce(Result<Vec<(String, String)>, Unavailable>) + 'static,
) {
    then(Err(Unavailable::Denied));
}

pub fn write(_changes: &[Change], then: impl FnOnce(Result<(), Unavailable>) + 'static) {
    then(Err(Unavailable::Denied));
}
