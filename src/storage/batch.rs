//! What is on its way into the database, and what may go once it has arrived.

use posting::draft::{Revision, Revisions, record};

use super::aside::aside_key;
use super::damaged::Damaged;
use super::saver::Saver;
use super::shelf::Held;
use super::{Change, Found, draft_key, index_key, record_name};

/// How long the database remembers that a text was deleted, in milliseconds. Until a browser has
/// written localStorage to disk, which takes a minute at most, the text can come back from there.
const REMEMBER_DELETION: i64 = 24 * 60 * 60 * 1000;

/// Changes that the database makes all at once.
#[derive(Clone, Default)]
pub struct Batch {
    /// What is to be changed.
    pub changes: Vec<Change>,
}

impl Saver {
    /// What the database doesn't have yet; nothing if it has all.
    pub fn batch(&self, now: i64) -> Option<Batch> {
        if !self.may_write() {
            return None;
        }
        let mut changes = Vec::new();
        for (name, revision) in self.held.iter() {
            if self.settled.lacks(name, revision) {
                changes.push(Change::Put {
                    key: draft_key(&self.posting_id, name),
                    revision: revision.clone(),
                    known: self.settled.get(name).cloned(),
                });
            }
        }
        changes.extend(self.slots.for_database());
        let dropped = self.dropped.iter().cloned();
        changes.extend(dropped.map(|Damaged { of, text, .. }| Change::Remove { key: of, text }));
        if changes.is_empty() {
            return None;
        }
        for (name, revision) in self.settled.iter() {
            // An offer that was dismissed may be much older than that.
            let deleted = revision.at.max(revision.over);
            let is_over = deleted < now.saturating_sub(REMEMBER_DELETION);
            if revision.is_deletion() && is_over && self.held.get(name) == Some(revision) {
                changes.push(Change::Remove {
                    key: draft_key(&self.posting_id, name),
                    text: revision.to_stored(),
                });
            }
        }
        Some(Batch { changes })
    }

    /// What the database is to be given by a page that is being left, as keys and texts. It can't be compared there
    /// any more. Where localStorage has taken it, it was compared with what is there. Else a text goes where
    /// only its own run of typing writes, and who opens the draft next sees which is newer.
    pub fn parting(&self, now: i64) -> Vec<(String, String)> {
        let is_shelved = self.is_shelved();
        let changes = self.batch(now).unwrap_or_default().changes.into_iter();
        let texts = changes.filter_map(|change| {
            let Change::Put { key, revision, .. } = change else {
                return None;
            };
            // Such a row is set aside first, which takes an answer.
            if self.damaged_rows.iter().any(|damaged| damaged.key == key) {
                return None;
            }
            let text = revision.to_stored();
            let Some(name) = record_name(&self.posting_id, &key) else {
                return self.slots.is_shelved().then_some((key, text));
            };
            if is_shelved || !record::is_kept_twice(name) {
                return Some((key, text));
            }
            let is_of_a_run = revision.run != 0 && !revision.is_deletion();
            let beside = record::elsewhere(name, revision.run);
            is_of_a_run.then(|| (draft_key(&self.posting_id, &beside), text))
        });
        texts.collect()
    }

    /// Notes that the database has a batch, and removes what is needed no more. What was found there instead
    /// is noted too, and given back as records: where they are met, the next batch writes what follows.
    pub fn settle(&mut self, batch: &Batch, found: &[Found]) -> Vec<(String, Revision)> {
        let is_found = |change: &Change| found.iter().any(|(key, _)| key == change.key());
        let written = batch.changes.iter().filter(|change| !is_found(change));
        let written: Vec<Change> = written.cloned().collect();
        for change in &written {
            match change {
                Change::Put { key, revision, .. } => {
                    self.note_aside(key);
                    if let Some(name) = record_name(&self.posting_id, key) {
                        self.settled.put(name, revision.clone());
                    }
                }
                Change::Remove { key, text } => {
                    self.dropped.retain(|damaged| !damaged.is(key, text));
                }
            }
        }
        self.slots.settle(&written);
        let records = self.take_found(found);
        if records.is_empty() && self.may_write() {
            self.remove_deleted();
            self.remove_old();
        }
        records
    }

    fn take_found(&mut self, found: &[Found]) -> Vec<(String, Revision)> {
        let mut records = Vec::new();
        for (key, revision) in found {
            match (record_name(&self.posting_id, key), revision) {
                (Some(name), Some(revision)) => {
                    self.settled.put(name, revision.clone());
                    records.push((name.to_owned(), revision.clone()));
                }
                (None, Some(revision)) => self.slots.meet_settled(key, revision),
                (_, None) => self.forget_settled(),
            }
        }
        records
    }

    /// Notes that nothing is known of what the database holds.
    fn forget_settled(&mut self) {
        self.settled = Revisions::default();
        self.slots.forget_settled();
    }

    /// Notes what the database holds, and gives it back as records, without what can't be read. Nothing is
    /// written for it now.
    pub fn take_settled(&mut self, rows: &[(String, String)]) -> Vec<(String, Revision)> {
        self.settled = Revisions::default();
        let prefix = self.database_prefix();
        self.damaged_rows
            .retain(|row| !row.key.starts_with(&prefix));
        let mut records = Vec::new();
        for (key, text) in rows {
            let name = record_name(&self.posting_id, key);
            match name.zip(Revision::from_stored(text)) {
                Some((name, revision)) => {
                    self.settled.put(name, revision.clone());
                    records.push((name.to_owned(), revision));
                }
                None => self.note_damaged_row(key, text),
            }
        }
        records
    }

    /// Notes a row that can't be read, unless it is to be removed.
    pub(super) fn note_damaged_row(&mut self, key: &str, text: &str) {
        if !self.dropped.iter().any(|damaged| damaged.is(key, text)) {
            self.damaged_rows.push(Damaged::new(key, text.to_owned()));
        }
    }

    /// Whether one of the places still holds a text that was deleted since.
    pub fn is_deletion_owed(&self) -> bool {
        let mut deleted = self.held.iter().filter(|(_, held)| held.is_deletion());
        deleted.any(|(name, held)| {
            let stored = [self.settled.get(name), self.shelved.get(name)];
            let mut texts = stored.into_iter().flatten();
            texts.any(|text| !text.is_deletion() && held.is_newer_than(text))
        })
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
            let keys = [key.to_owned(), aside_key(key, 0)];
            keys.iter().any(|key| self.shelf.text(key).is_some())
        };
        let own = index_key(&self.posting_id);
        let mut keys = index.names().map(|name| draft_key(&self.posting_id, name));
        if !keys.any(|key| is_held(&key)) && self.shelf.text(&aside_key(&own, 0)).is_none() {
            self.shelf.remove(&own);
        }
    }
}
