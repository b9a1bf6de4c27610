//! What a candidate is told to be stored: all that is on the device, in either place, and nothing else.

use posting::draft::Revision;

use super::damaged::Damaged;
use super::saver::Saver;

/// A text as it is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoredText {
    /// The record.
    pub name: String,
    /// What was typed.
    pub text: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

impl Saver {
    /// Every text that localStorage or the database has; of both the newer, but what is deleted in one place
    /// is still in the other.
    pub fn texts(&self) -> Vec<StoredText> {
        let records = self.held.iter().filter_map(|(name, _)| {
            let places = [self.shelved.get(name), self.settled.get(name)];
            let texts = places
                .into_iter()
                .flatten()
                .filter(|one| !one.is_deletion());
            let newest = texts.max_by_key(|one| one.at)?;
            Some(StoredText {
                name: name.to_owned(),
                text: newest.text.clone(),
                at: newest.at,
            })
        });
        records.collect()
    }

    /// Whether the revision that is held of a record is on the device.
    pub(super) fn is_stored(&self, name: &str) -> bool {
        let held = self.held.get(name);
        held.is_none_or(|held| self.is_shelved_as(name, held) || self.is_settled_as(name, held))
    }

    pub(super) fn is_shelved_as(&self, name: &str, revision: &Revision) -> bool {
        self.shelved.get(name) == Some(revision)
    }

    pub(super) fn is_settled_as(&self, name: &str, revision: &Revision) -> bool {
        self.settled.get(name) == Some(revision)
    }

    /// What is stored beside the draft: what an older version has left, and what can't be read.
    pub fn leftovers(&self) -> Vec<Damaged> {
        let old = self.old.iter();
        let old = old.filter_map(|key| Damaged::at(&self.shelf, key));
        old.chain(self.damaged()).collect()
    }
}
