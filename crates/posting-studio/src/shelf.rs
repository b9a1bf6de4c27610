//! Where work in progress is kept: under a key of its own on the shelf that drafts are kept on.

use job_posting::storage::Shelf;

use crate::work::{KEY, Work};

/// The work that this device holds.
pub fn work(shelf: &Shelf) -> Option<Work> {
    Work::from_text(&shelf.text(KEY)?)
}

/// Keeps the work; `false` if the device refuses. What is there and can't be read, as from a later
/// version, is set aside first.
pub fn keep(shelf: &Shelf, work: &Work) -> bool {
    let kept = shelf.text(KEY);
    if let Some(unreadable) = kept.filter(|text| Work::from_text(text).is_none())
        && shelf
            .put_text(&format!("{KEY}/unreadable"), &unreadable)
            .is_err()
    {
        return false;
    }
    shelf.put_text(KEY, &work.to_text()).is_ok()
}
