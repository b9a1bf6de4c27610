//! The one place that knows older versions of the stored form. What it finds is stored in the
//! current form by the next save, and removed only once that is done: never changed in place.

use posting::draft::Revision;
use posting::posting::Posting;

use super::damaged::Damaged;
use super::implied::implied_records;
use super::shelf::{Held, Shelf};
use super::slots_key;
use crate::names::each_once;

/// What is stored of a draft in an older form.
#[derive(Default)]
pub struct Old {
    /// The records with their names.
    pub records: Vec<(String, Revision)>,
    /// What can't be read.
    pub damaged: Vec<Damaged>,
    /// The keys that are needed no more once the records are stored anew.
    pub keys: Vec<String>,
}

/// Reads the draft as version 1 stored it: a record per key, `{"text":…,"at":…}`, and the names in
/// an index that was a record too. The names that the posting implies are asked for as well, in case
/// two tabs wrote the index at the same moment or it can't be read.
pub fn find(shelf: &Shelf, posting: &Posting) -> Old {
    let posting_id = posting.id();
    let mut old = Old::default();
    let index_key = format!("job-posting/1/index/{posting_id}");
    let mut names = match shelf.get(&index_key) {
        Held::Nothing => return old,
        Held::Unreadable(text) => {
            old.damaged.push(Damaged::new(&index_key, text));
            Vec::new()
        }
        Held::Revision(index) => index.text.split(' ').map(str::to_owned).collect(),
    };
    names.extend(implied_records(posting));
    for name in each_once(names) {
        let key = format!("job-posting/1/draft/{posting_id}/{name}");
        old.damaged.extend(Damaged::beside(shelf, &key));
        match shelf.get(&key) {
            Held::Nothing => {}
            Held::Revision(revision) => {
                old.records.push((name, revision));
                old.keys.push(key);
            }
            // It stays where it is.
            Held::Unreadable(text) => old.damaged.push(Damaged::new(&key, text)),
        }
    }
    // What can't be read is found by the index, for as long as the candidate has not deleted it.
    if old.damaged.is_empty() {
        old.keys.push(index_key);
    }
    old
}

/// Removes the application slots that version 1 stored, once the current form of them is stored.
pub fn remove_slots(shelf: &Shelf, key: &str) {
    if let Some(scope) = key.strip_prefix(&slots_key("")) {
        shelf.remove(&format!("job-posting/1/slots/{scope}"));
    }
}

/// The application slots of a limit scope as version 1 stored them.
pub fn slots(shelf: &Shelf, scope: &str) -> Option<Revision> {
    match shelf.get(&format!("job-posting/1/slots/{scope}")) {
        Held::Revision(revision) => Some(revision),
        Held::Nothing | Held::Unreadable(_) => None,
    }
}
