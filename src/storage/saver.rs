//! Saves a draft record by record: knows what is on the shelf, and writes only
//! what differs from it.

use posting::draft::{Draft, MAX_BUSY_RANGES, record};
use posting::posting::Posting;
use posting::slots::Slots;

use super::shelf::{Held, Record, Shelf, Unavailable};
use super::{aside_key, draft_key, index_key, slots_key};
use crate::outlook::{qualifications, rule_name};

/// How the draft stands on this device.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum SaveState {
    /// Nothing was typed yet.
    Untouched,
    /// Edits wait to be written.
    Waiting,
    /// All is on the device since this time, in milliseconds since 1970.
    Saved(f64),
    /// The device refuses; the draft lives only as long as the page.
    Refused(Unavailable),
}

/// Loads and saves the draft of one posting.
pub struct Saver {
    shelf: Shelf,
    posting_id: String,
    /// What is known to be on the shelf.
    stored: Draft,
    /// Every record name ever written for this posting.
    index: Vec<String>,
    /// Records whose stored value could not be read.
    unreadable: Vec<String>,
    last_saved: Option<f64>,
}

impl Saver {
    /// Reads the draft of `posting` from the shelf. Writes nothing.
    pub fn load(shelf: Shelf, posting: &Posting) -> (Self, Draft) {
        let mut saver = Self {
            shelf,
            posting_id: posting.id().to_owned(),
            stored: Draft::default(),
            index: Vec::new(),
            unreadable: Vec::new(),
            last_saved: None,
        };
        let index = saver.shelf.get(&index_key(posting.id()));
        if let Held::Record(index) = &index {
            saver.index = index.text.split(' ').map(str::to_owned).collect();
        }
        let mut names = saver.index.clone();
        // A draft is found by its index; the names a posting implies are asked for as well, in
        // case two tabs wrote the index at the same moment or it can't be read.
        if index != Held::Nothing {
            implied_records(posting, &mut |name| names.push(name));
        }
        for name in names {
            match saver.shelf.get(&draft_key(posting.id(), &name)) {
                Held::Record(Record { text, at }) => {
                    saver.stored.set(&name, &text);
                    saver.last_saved = Some(saver.last_saved.map_or(at, |last| last.max(at)));
                }
                Held::Unreadable if !saver.unreadable.contains(&name) => {
                    saver.unreadable.push(name);
                }
                Held::Nothing | Held::Unreadable => {}
            }
        }
        let draft = saver.stored.clone();
        (saver, draft)
    }

    /// How the draft stands before anything is typed.
    pub fn initial_state(&self) -> SaveState {
        match self.last_saved {
            _ if !self.shelf.is_lasting() => SaveState::Refused(Unavailable::Denied),
            Some(at) => SaveState::Saved(at),
            None => SaveState::Untouched,
        }
    }

    /// Whether a part of the stored draft could not be read.
    pub fn has_unreadable(&self) -> bool {
        !self.unreadable.is_empty()
    }

    /// Writes what differs from the shelf; `now` in milliseconds since 1970.
    pub fn save(&mut self, draft: &Draft, now: f64) -> SaveState {
        let mut refused = None;
        let stored = std::mem::take(&mut self.stored);
        for (name, _) in stored.records() {
            if draft.text(name).is_empty() {
                self.shelf.remove(&draft_key(&self.posting_id, name));
            }
        }
        for (name, text) in draft.records() {
            if stored.text(name) == text {
                self.stored.set(name, text);
                continue;
            }
            match self.write(name, text, now) {
                Ok(()) => self.stored.set(name, text),
                Err(reason) => {
                    refused = Some(reason);
                    // What the shelf still holds must be removed with the record.
                    self.stored.set(name, stored.text(name));
                }
            }
        }
        match refused {
            Some(reason) => SaveState::Refused(reason),
            None if !self.shelf.is_lasting() => SaveState::Refused(Unavailable::Denied),
            None if draft.is_empty() => {
                self.index.clear();
                self.shelf.remove(&index_key(&self.posting_id));
                SaveState::Untouched
            }
            None => SaveState::Saved(now),
        }
    }

    fn write(&mut self, name: &str, text: &str, at: f64) -> Result<(), Unavailable> {
        let key = draft_key(&self.posting_id, name);
        let mut indexed = Ok(());
        if !self.index.iter().any(|known| known == name) {
            self.index.push(name.to_owned());
            let text = self.index.join(" ");
            indexed = self
                .shelf
                .put(&index_key(&self.posting_id), Record { text, at });
            if indexed.is_err() {
                // It has to be tried again with the next edit.
                self.index.pop();
            }
        }
        if let Some(place) = self.unreadable.iter().position(|known| known == name) {
            self.shelf.set_aside(&key, &aside_key(&key))?;
            self.unreadable.swap_remove(place);
        }
        let text = text.to_owned();
        self.shelf.put(&key, Record { text, at })?;
        // A record the index doesn't name is kept, but not saved: it might not be found again.
        indexed
    }

    /// The application slots of a limit scope.
    pub fn slots(&self, scope: &str, positions: u8) -> Slots {
        match self.shelf.get(&slots_key(scope)) {
            Held::Record(record) => Slots::from_stored(positions, &record.text),
            Held::Nothing | Held::Unreadable => None,
        }
        .unwrap_or_else(|| Slots::new(positions, Vec::new()))
    }

    /// Keeps the application slots of a limit scope.
    ///
    /// # Errors
    /// If the device refuses; they are then kept for as long as the page lives.
    pub fn save_slots(&self, scope: &str, slots: &Slots, at: f64) -> Result<(), Unavailable> {
        let key = slots_key(scope);
        if self.shelf.get(&key) == Held::Unreadable {
            self.shelf.set_aside(&key, &aside_key(&key))?;
        }
        let text = slots.to_stored();
        self.shelf.put(&key, Record { text, at })
    }
}

/// Names the records a draft for this posting can have.
fn implied_records(posting: &Posting, name: &mut dyn FnMut(String)) {
    for fixed in [
        record::EARLIEST_START,
        record::LATEST_END,
        record::CHOICES,
        record::WISHED_START,
        record::GRADUATION,
        record::APPLIED_ON,
        record::TAKEN,
    ] {
        name(fixed.to_owned());
    }
    for index in 0..MAX_BUSY_RANGES {
        name(record::busy_first(index));
        name(record::busy_last(index));
        name(record::busy_label(index));
    }
    for qualification in qualifications(posting) {
        for index in 0..qualification.rules.len().max(1) {
            name(record::answer(&rule_name(qualification, index)));
        }
        name(record::note(&qualification.id));
    }
}
