//! Limits how many browsers run at once, whatever number of threads the test runner uses.

use std::collections::BTreeSet;
use std::sync::{Condvar, Mutex, PoisonError};

static TAKEN: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());
static FREED: Condvar = Condvar::new();

/// The right to run one browser, until dropped.
pub(crate) struct Slot(usize);

impl Slot {
    /// Which of the slots it is, from 0.
    pub(crate) const fn number(&self) -> usize {
        self.0
    }
}

/// Waits until fewer than `limit` browsers run.
pub(crate) fn take(limit: usize) -> Slot {
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if let Some(number) = (0..limit).find(|number| !taken.contains(number)) {
            taken.insert(number);
            return Slot(number);
        }
        taken = FREED.wait(taken).unwrap_or_else(PoisonError::into_inner);
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        TAKEN
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.0);
        FREED.notify_one();
    }
}
