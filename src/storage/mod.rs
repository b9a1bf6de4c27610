//! Where drafts live: the only code that touches browser storage. One key per
//! record, all under this product's own prefix; foreign keys are never read,
//! listed or cleared.

mod saver;
mod shelf;

pub use saver::{SaveState, Saver};
pub use shelf::{Held, Record, Shelf, Unavailable};

/// Every key starts with this; the number is the version of the stored format.
const PREFIX: &str = "job-posting/1";

/// The key of a draft's record: `job-posting/1/draft/<posting id>/<record>`.
fn draft_key(posting_id: &str, record: &str) -> String {
    format!("{PREFIX}/draft/{posting_id}/{record}")
}

/// The key under which the names of all records of a draft ever written are kept, so that a
/// record of a qualification the posting no longer has can still be found and deleted.
fn index_key(posting_id: &str) -> String {
    format!("{PREFIX}/index/{posting_id}")
}

/// The key of a limit scope's application slots, shared by all postings of this origin.
fn slots_key(scope: &str) -> String {
    format!("{PREFIX}/slots/{scope}")
}

/// The key to which a value that can't be read is moved before a new one takes its place.
fn aside_key(key: &str) -> String {
    format!("{key}/unreadable")
}
