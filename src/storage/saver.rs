//! Saves a draft record by record: holds the newest revision of each, knows which of them the
//! device has, and writes what it doesn't have.

use posting::draft::{Draft, Index, IndexError, Meeting, Revision, Revisions, record};
use posting::posting::Posting;

use super::damaged::Damaged;
use super::implied::implied_records;
use super::migrate;
use super::shelf::{Held, Shelf};
use super::shelved_slots::{ShelvedSlots, damaged_slots};
use super::{PREFIX, SaveState, Unavailable, browser, draft_key, index_key, record_name};
use crate::names::each_once;

/// Loads and saves the draft of one posting.
pub struct Saver {
    pub(super) shelf: Shelf,
    pub(super) posting_id: String,
    /// The newest revision of every record.
    pub(super) held: Revisions,
    /// What localStorage is known to have.
    pub(super) shelved: Revisions,
    /// What the database is known to have.
    pub(super) settled: Revisions,
    /// Keys of older versions, needed until the records are stored in the current form.
    pub(super) old: Vec<String>,
    pub(super) slots: ShelvedSlots,
    /// What localStorage holds and can't be read.
    pub(super) damaged: Vec<Damaged>,
    /// What the database holds and can't be read.
    pub(super) damaged_rows: Vec<Damaged>,
    /// What the database has to drop.
    pub(super) dropped: Vec<Damaged>,
    access: Access,
}

/// Whether this build may write.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Full,
    /// A newer build has stored the draft.
    ReadOnly,
}

impl Saver {
    /// Reads the draft of `posting` from the shelf. Writes nothing.
    pub fn load(shelf: Shelf, posting: &Posting) -> Self {
        let mut saver = Self {
            shelf,
            posting_id: posting.id().to_owned(),
            held: Revisions::with_seed(browser::chance()),
            shelved: Revisions::default(),
            settled: Revisions::default(),
            old: Vec::new(),
            slots: ShelvedSlots::default(),
            damaged: Vec::new(),
            damaged_rows: Vec::new(),
            dropped: Vec::new(),
            access: Access::Full,
        };
        let old = migrate::find(&saver.shelf, posting);
        saver.read_all(posting);
        saver.damaged.extend(damaged_slots(&saver.shelf, posting));
        for (name, revision) in &old.records {
            saver.held.meet(name, revision);
        }
        saver.damaged.extend(old.damaged);
        saver.old = old.keys;
        saver
    }

    fn read_all(&mut self, posting: &Posting) {
        let Some(index) = self.shelf.text(&index_key(&self.posting_id)) else {
            return;
        };
        let own = index_key(&self.posting_id);
        self.damaged.extend(Damaged::beside(&self.shelf, &own));
        // A draft is found by its index; the names a posting implies are asked for as well, in
        // case two tabs wrote the index at the same moment or it can't be read.
        let mut names = implied_records(posting);
        match Index::from_stored(&index) {
            Ok(index) => names.extend(index.names().map(str::to_owned)),
            Err(IndexError::Damaged) => self.damaged.push(Damaged::new(&own, index)),
            Err(IndexError::Newer(_)) => self.access = Access::ReadOnly,
        }
        for name in each_once(names) {
            let key = draft_key(&self.posting_id, &name);
            self.damaged.extend(Damaged::beside(&self.shelf, &key));
            match self.shelf.get(&key) {
                Held::Nothing => {}
                Held::Revision(revision) => {
                    self.shelved.take(&name, &revision);
                    self.held.take(&name, &revision);
                }
                Held::Unreadable(text) => self.damaged.push(Damaged::new(&key, text)),
            }
        }
    }

    /// Whether a key is one of this product's.
    pub fn is_own(key: &str) -> bool {
        key.starts_with(PREFIX)
    }

    /// How the keys of this draft's records begin.
    pub fn database_prefix(&self) -> String {
        draft_key(&self.posting_id, "")
    }

    /// What was typed and not deleted.
    pub fn draft(&self) -> Draft {
        self.held.draft()
    }

    /// Whether the draft has rested for as long as the candidate wanted it to be kept.
    pub fn is_expired(&self, now: i64) -> bool {
        self.held.is_expired(now)
    }

    /// The newest revision of a record.
    pub fn revision(&self, name: &str) -> Option<&Revision> {
        self.held.get(name)
    }

    /// How the draft stands before anything is typed; `settled` says whether the database has it all.
    pub fn state(&self) -> SaveState {
        match self.held.newest() {
            _ if !self.may_write() => SaveState::Refused(Unavailable::Newer),
            _ if !self.shelf.is_lasting() => SaveState::Refused(Unavailable::Denied),
            None => SaveState::Untouched,
            Some(at) if self.is_settled() => SaveState::Saved(at),
            Some(at) => SaveState::Shelved(at),
        }
    }

    /// Whether this build may write the draft.
    pub fn may_write(&self) -> bool {
        self.access == Access::Full
    }

    /// Whether the database has all there is.
    pub fn is_settled(&self) -> bool {
        let mut records = self.held.iter();
        self.slots.is_settled()
            && !records.any(|(name, revision)| self.settled.lacks(name, revision))
    }

    /// Takes what was typed at `now`, in milliseconds since 1970.
    pub fn edit(&mut self, name: &str, text: &str, now: i64) -> Revision {
        self.held.edit(name, text, now)
    }

    /// Takes a text that replaces what was typed, and was not made from it.
    pub fn replace(&mut self, name: &str, text: &str, now: i64) -> Revision {
        self.held.replace(name, text, now)
    }

    /// Takes a revision if it is the newest, and keeps nothing of what it replaces.
    pub fn take(&mut self, name: &str, revision: &Revision) {
        self.held.take(name, revision);
    }

    /// Takes a revision that came from elsewhere.
    pub fn meet(&mut self, name: &str, revision: &Revision) -> Meeting {
        self.held.meet(name, revision)
    }

    /// Has an offer stand that is newer than what stands, as pages that are being left put them into the database.
    pub fn promote(&mut self, offer: &str) {
        self.held.promote(offer);
    }

    /// The record and revision that another page has stored, if it is one of this draft's.
    pub fn read_change(&mut self, key: &str, stored: &str) -> Option<(String, Revision)> {
        if key == index_key(&self.posting_id) {
            // A newer build may have come to life in another tab.
            let _ = self.stored_index();
        }
        let name = record_name(&self.posting_id, key)?;
        let revision = Revision::from_stored(stored)?;
        // Also where it is older than what is held: two tabs may write at the same moment, and
        // then the newer text has to be written again.
        self.shelved.put(name, revision.clone());
        Some((name.to_owned(), revision))
    }

    /// What the shelf holds of every record known here, in case changes went by unseen.
    pub fn reread(&mut self) -> Vec<(String, Revision)> {
        let mut names: Vec<String> = self.held.iter().map(|(name, _)| name.to_owned()).collect();
        if let Ok(index) = self.stored_index() {
            names.extend(index.names().map(str::to_owned));
        }
        let mut records = Vec::new();
        for name in each_once(names) {
            if let Held::Revision(revision) = self.shelf.get(&draft_key(&self.posting_id, &name)) {
                self.shelved.put(&name, revision.clone());
                records.push((name, revision));
            }
        }
        records
    }

    /// Writes what localStorage doesn't have. What another page has written there in the meantime
    /// is taken over before, never written over.
    ///
    /// # Errors
    /// Why the device refuses; what it refused is held, and tried again with the next call.
    pub fn shelve(&mut self) -> Result<(), Unavailable> {
        if !self.shelf.is_lasting() {
            return Err(Unavailable::Denied);
        }
        let index = self.stored_index()?;
        if self
            .shelved
            .iter()
            .any(|(name, known)| !known.is_deletion() && !index.has(name))
        {
            // The browser or the page has cleared what was here, without a word.
            self.look_again();
        }
        let mut read: Vec<String> = Vec::new();
        // What is met may leave an offer, in whose place there may be a later stage of it.
        loop {
            let mut unshelved = self.unshelved().map(str::to_owned);
            let next = unshelved.find(|name| !read.contains(name));
            drop(unshelved);
            let Some(name) = next else {
                break;
            };
            read.push(name.clone());
            if let Held::Revision(revision) = self.shelf.get(&draft_key(&self.posting_id, &name)) {
                self.offer_unseen(&name, &revision);
                self.held.meet(&name, &revision);
                self.shelved.put(&name, revision);
            }
        }
        let mut outcome = self.slots.shelve(&self.shelf);
        let names = self.unshelved().map(str::to_owned);
        // What is offered back is kept before what replaced it takes its place.
        let (mut names, mut others): (Vec<String>, Vec<String>) =
            names.partition(|name| record::is_elsewhere(name));
        names.append(&mut others);
        if !names.is_empty() {
            // A record the index doesn't name is kept, but not saved: it might not be found again.
            outcome = outcome.and(self.shelve_index(index));
        }
        for name in names {
            outcome = outcome.and(self.shelve_record(&name));
        }
        outcome
    }

    /// Whether localStorage has all that is held.
    pub fn is_shelved(&self) -> bool {
        self.unshelved().next().is_none()
    }

    /// The records that localStorage doesn't have.
    pub(super) fn unshelved(&self) -> impl Iterator<Item = &str> {
        let records = self.held.iter();
        let missing = records.filter(|(name, revision)| self.shelved.lacks(name, revision));
        missing.map(|(name, _)| name)
    }

    fn shelve_record(&mut self, name: &str) -> Result<(), Unavailable> {
        let key = draft_key(&self.posting_id, name);
        if let Held::Unreadable(text) = self.shelf.get(&key) {
            self.note_damaged(&key, text);
        }
        let Some(revision) = self.held.get(name) else {
            return Ok(());
        };
        let mut stored = self.shelf.put(&key, revision);
        if stored == Err(Unavailable::Full) && revision.is_deletion() {
            // That a short text was deleted takes more room than the text did.
            self.shelf.remove(&key);
            stored = self.shelf.put(&key, revision);
        }
        stored?;
        self.shelved.put(name, revision.clone());
        Ok(())
    }

    pub(super) fn shelve_index(&self, mut index: Index) -> Result<(), Unavailable> {
        let key = index_key(&self.posting_id);
        let names = self.held.iter().map(|(name, _)| name);
        let added = names.filter(|name| index.add(name)).count();
        if added == 0 {
            return Ok(());
        }
        let stored = self.shelf.text(&key);
        if stored.is_some_and(|stored| Index::from_stored(&stored).is_err()) {
            self.shelf.set_aside(&key)?;
        }
        self.shelf.put_text(&key, &index.to_stored())
    }

    /// The index as it is stored now; from then on nothing is written if it is a newer build's.
    pub(super) fn stored_index(&mut self) -> Result<Index, Unavailable> {
        let stored = self.shelf.text(&index_key(&self.posting_id));
        let index = stored.map_or(Ok(Index::default()), |stored| Index::from_stored(&stored));
        if let Err(IndexError::Newer(_)) = index {
            self.access = Access::ReadOnly;
        }
        if self.may_write() {
            Ok(index.unwrap_or_default())
        } else {
            Err(Unavailable::Newer)
        }
    }
}
