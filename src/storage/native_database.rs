//! No browser, no database.

use super::{Change, Found, Unavailable};

/// Nothing can be read.
pub fn read(
    _prefix: &str,
    then: impl FnOnce(Result<Vec<(String, String)>, Unavailable>) + 'static,
) {
    then(Err(Unavailable::Denied));
}

/// Nothing is open.
pub fn is_at_hand() -> bool {
    false
}

/// Nothing can be written.
pub fn write(_changes: Vec<Change>, then: impl FnOnce(Result<Vec<Found>, Unavailable>) + 'static) {
    then(Err(Unavailable::Denied));
}

/// Nothing can be lost.
pub struct LossListener;

impl LossListener {
    /// Nothing is heard.
    pub fn new(_hear: impl Fn() + 'static) -> Self {
        Self
    }

    /// Nothing is open.
    pub fn leave(&self) {}
}

/// Nothing is written.
pub fn write_parting(_texts: &[(String, String)]) {}

/// Nothing was left.
pub fn come_back() {}
