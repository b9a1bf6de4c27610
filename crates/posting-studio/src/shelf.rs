//! Where work in progress is kept: under a key of its own on the shelf that drafts are kept on.

use job_posting::clock;
use job_posting::storage::{Held, Record, Shelf};

use crate::work::{KEY, Work};

/// The work that this device holds.
pub fn work(shelf: &Shelf) -> Option<Work> {
    match shelf.get(KEY) {
        Held::Record(record) => Work::from_text(&record.text),
        Held::Nothing | Held::Unreadable => None,
    }
}

/// Keeps the work; `false` if the device refuses. What is there and can't be read, as from a later
/// version, is set aside first.
pub fn keep(shelf: &Shelf, work: &Work) -> bool {
    let is_readable = match shelf.get(KEY) {
        Held::Nothing => true,
        Held::Record(record) => Work::from_text(&record.text).is_some(),
        Held::Unreadable => false,
    };
    if !is_readable && shelf.set_aside(KEY, &format!("{KEY}/unreadable")).is_err() {
        return false;
    }
    let text = work.to_text();
    let at = clock::now();
    shelf.put(KEY, Record { text, at }).is_ok()
}
