//! What is on its way into the database, and what may go once it has arrived.

use posting::draft::{Revision, Revisions};

use super::damaged::Damaged;
use super::saver::Saver;
use super::shelf::Held;
use super::{Change, aside_key, draft_key, index_key, record_name};

/// How long the database remembers that a text was deleted, in milliseconds. Until a browser has
/// written localStorage to disk, which takes a minute at most, the text can come back from there.
const REMEMBER_DELETION: i64 = 24 * 60 * 60 * 1000;

/// Changes that the database makes all at once.
#[derive(Default)]
pub struct Batch {
    /// Keys with what they will hold.
    pub changes: Vec<Change>,
    revisions: Revisions,
}

impl Saver {
    /// What the database doesn't have yet; nothing if it has all.
    pub fn batch(&self, now: i64) -> Option<Batch> {
        if !self.may_write() {
            return None;
        }
        let mut batch = Batch::default();
        // First: a text may have been typed where one can't be read.
        let dropped = self.dropped.iter().cloned();
        batch.changes.extend(dropped.map(|key| (key, None)));
        for (name, revision) in self.held.iter() {
            if self.settled.lacks(name, revision) {
                let key = draft_key(&self.posting_id, name);
                batch.changes.push((key, Some(revision.to_stored())));
                batch.revisions.take(name, revision);
            }
        }
        batch.changes.extend(self.slots.for_database());
        if batch.changes.is_empty() {
            return None;
        }
        for (name, revision) in self.settled.iter() {
            let is_over = revision.at < now.saturating_sub(REMEMBER_DELETION);
            if revision.is_deletion() && is_over && self.held.get(name) == Some(revision) {
                batch
                    .changes
                    .push((draft_key(&self.posting_id, name), None));
            }
        }
        Some(batch)
    }

    /// Notes that the database has a batch, and removes what is needed no more.
    pub fn settle(&mut self, batch: &Batch) {
        self.settled.merge(&batch.revisions);
        self.slots.settle(&batch.changes);
        let is_gone = |key: &String| batch.changes.contains(&(key.clone(), None));
        self.dropped.retain(|key| !is_gone(key));
        self.remove_deleted();
        self.remove_old();
    }

    /// Notes what the database held when the page was opened, and gives it back as records, without what
    /// can't be read. Nothing is written for it now.
    pub fn take_settled(&mut self, rows: &[(String, String)]) -> Vec<(String, Revision)> {
        let mut records = Vec::new();
        for (key, text) in rows {
            let name = record_name(&self.posting_id, key);
            match name.zip(Revision::from_stored(text)) {
                Some((name, revision)) => {
                    self.settled.take(name, &revision);
                    records.push((name.to_owned(), revision));
                }
                None => self.damaged_rows.push(Damaged {
                    key: key.clone(),
                    text: text.clone(),
                }),
            }
        }
        records
    }

    /// Removes what older versions stored, once it is stored in the current form.
    pub fn remove_old(&mut self) {
        if self.is_shelved() {
            for key in self.old.drain(..) {
                self.shelf.remove(&key);
            }
        }
    }

    /// Removes from localStorage that something was deleted, once the database remembers it.
    fn remove_deleted(&mut self) {
        let is_done = |name: &str| {
            let held = self.held.get(name);
            let is_deletion = held.is_some_and(|held| held.is_deletion());
            is_deletion && self.shelved.get(name) == held && self.settled.get(name) == held
        };
        let names = self.held.iter().map(|(name, _)| name);
        for name in names.filter(|name| is_done(name)) {
            let key = draft_key(&self.posting_id, name);
            if let Held::Revision(stored) = self.shelf.get(&key)
                && self.held.get(name) == Some(&stored)
            {
                self.shelf.remove(&key);
            }
        }
        let Ok(mut index) = self.stored_index() else {
            return;
        };
        for (name, _) in self.held.iter() {
            index.add(name);
        }
        // What was set aside is found by the index as well.
        let is_held = |key: &str| {
            let keys = [key.to_owned(), aside_key(key)];
            keys.iter().any(|key| self.shelf.text(key).is_some())
        };
        let own = index_key(&self.posting_id);
        let mut keys = index.names().map(|name| draft_key(&self.posting_id, name));
        if !keys.any(|key| is_held(&key)) && self.shelf.text(&aside_key(&own)).is_none() {
            self.shelf.remove(&own);
        }
    }
}
