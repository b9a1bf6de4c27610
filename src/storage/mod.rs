//! Where drafts live: the only code that touches browser storage. Each record has a key of its
//! own, in localStorage and again in a database; all keys are under this product's own prefix, and
//! foreign keys are never read, listed or cleared. See `docs/draft-format.md`.

mod aside;
mod batch;
mod channel;
mod damaged;
mod implied;
mod loss;
mod migrate;
mod offers;
mod saver;
mod shelf;
mod shelved_slots;
mod stored;

pub use batch::Batch;
pub use channel::Channel;
pub use damaged::Damaged;
pub use loss::Loss;
pub use saver::Saver;
pub use shelf::{Held, Shelf};
pub use stored::StoredText;

use posting::draft::Revision;

#[cfg(target_arch = "wasm32")]
#[path = "browser.rs"]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod browser;
#[cfg(target_arch = "wasm32")]
pub mod database;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native_database.rs"]
pub mod database;

/// A change of the database.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Puts a revision under a key, where nothing is held that would be lost by it.
    Put {
        /// The key.
        key: String,
        /// What it is to hold.
        revision: Revision,
        /// What is known to be there: it was compared with ours before.
        known: Option<Revision>,
    },
    /// Removes a key, where it holds exactly this text.
    Remove {
        /// The key.
        key: String,
        /// What it must hold.
        text: String,
    },
}

impl Change {
    /// The key of what is changed.
    pub fn key(&self) -> &str {
        match self {
            Self::Put { key, .. } | Self::Remove { key, .. } => key,
        }
    }
}

/// A key with what the database turned out to hold there; nothing if what was known to be there is gone.
pub type Found = (String, Option<Revision>);

/// How the draft stands on this device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaveState {
    /// Nothing was typed yet.
    Untouched,
    /// Edits wait to be written.
    Waiting,
    /// All is on the device since this time, in milliseconds since 1970, and stays there even if
    /// the browser is killed.
    Saved(i64),
    /// All is in localStorage since this time and nowhere else. A browser writes that to disk a
    /// little later.
    Shelved(i64),
    /// All is in the database since this time, and localStorage has no space left.
    Tight(i64),
    /// What was on the device has been removed by the browser or by whoever uses it. The draft lives in
    /// this page, and is stored again with the next edit.
    Cleared,
    /// The device refuses; the draft lives only as long as the page.
    Refused(Unavailable),
}

/// Why texts can't be kept on this device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unavailable {
    /// The browser denies storage to this page.
    Denied,
    /// The space for this site is used up.
    Full,
    /// A newer version of this page has stored the draft in its own way, which must stay as it is.
    Newer,
}

/// Every key of a record starts with this; the number is the version of the stored form.
const PREFIX: &str = "job-posting/2";

/// The key of a draft's record: `job-posting/2/draft/<posting id>/<record>`.
fn draft_key(posting_id: &str, record: &str) -> String {
    format!("{PREFIX}/draft/{posting_id}/{record}")
}

/// The name of the record under a key of this posting's draft.
fn record_name<'a>(posting_id: &str, key: &'a str) -> Option<&'a str> {
    let name = key.strip_prefix(&draft_key(posting_id, ""))?;
    // No record's name has a slash; what is set aside does.
    (!name.is_empty() && !name.contains('/')).then_some(name)
}

/// The key of a draft's index, the same in every version.
fn index_key(posting_id: &str) -> String {
    format!("job-posting/index/{posting_id}")
}

/// The key of a limit scope's application slots, shared by all postings of this origin.
fn slots_key(scope: &str) -> String {
    format!("{PREFIX}/slots/{scope}")
}

/// The revision that is stored under a key; nothing if it can't be read.
fn readable(key: &str, stored: &str) -> Option<Revision> {
    let revision = Revision::from_stored(stored)?;
    let is_damaged = key.starts_with(&slots_key("")) && shelved_slots::are_damaged(&revision);
    (!is_damaged).then_some(revision)
}
