//! What is stored and can't be read: it is told, offered as a file, and deleted when the candidate says so.

use super::aside::aside_key;
use super::saver::Saver;
use super::shelf::Shelf;

/// A stored text that can't be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damaged {
    /// Its key.
    pub key: String,
    /// The text as it is.
    pub text: String,
    /// The key under which it stood when it was found, or beside which it is kept.
    pub(super) of: String,
}

impl Damaged {
    /// What stands under a key.
    pub(super) fn new(key: &str, text: String) -> Self {
        let key = key.to_owned();
        let of = key.clone();
        Self { key, text, of }
    }

    /// What localStorage holds under a key.
    pub(super) fn at(shelf: &Shelf, key: &str) -> Option<Self> {
        Some(Self::new(key, shelf.text(key)?))
    }

    /// All that was set aside in localStorage under a key.
    pub(super) fn beside(shelf: &Shelf, key: &str) -> Vec<Self> {
        let asides = shelf.asides(key).into_iter();
        let beside = asides.map(|(aside, text)| Self {
            key: aside,
            text,
            of: key.to_owned(),
        });
        beside.collect()
    }

    /// Whether this is a text of a key.
    pub(super) fn is(&self, of: &str, text: &str) -> bool {
        self.of == of && self.text == text
    }
}

impl Saver {
    /// What is stored and can't be read, each text once.
    pub fn damaged(&self) -> Vec<Damaged> {
        let mut damaged = self.damaged.clone();
        for row in &self.damaged_rows {
            let is_told = |other: &Damaged| other.key == row.key && other.text == row.text;
            if !damaged.iter().any(is_told) {
                damaged.push(row.clone());
            }
        }
        damaged
    }

    /// Notes what localStorage turned out to hold under a key and can't be read.
    pub(super) fn note_damaged(&mut self, key: &str, text: String) {
        if !self.damaged.iter().any(|known| known.is(key, &text)) {
            self.damaged.push(Damaged::new(key, text));
        }
    }

    /// Notes that the database has set aside what could not be read under a key.
    pub(super) fn note_aside(&mut self, key: &str) {
        let is_at = |rows: &[Damaged], key: &str| rows.iter().position(|row| row.key == key);
        let mut asides = (0..).map(|number| aside_key(key, number));
        if let Some(place) = is_at(&self.damaged_rows, key)
            && let Some(free) = asides.find(|aside| is_at(&self.damaged_rows, aside).is_none())
            && let Some(row) = self.damaged_rows.get_mut(place)
        {
            row.key = free;
        }
    }

    /// Removes what can't be read, as the candidate asked; from the database with the next batch.
    /// Does nothing beside a draft of a newer build.
    pub fn remove_damaged(&mut self) {
        if self.stored_index().is_err() {
            return;
        }
        for damaged in self.damaged.drain(..) {
            // What was typed in its place since then is no part of it.
            self.shelf.remove_unreadable(&damaged.of, &damaged.text);
        }
        self.dropped.append(&mut self.damaged_rows);
        // The index may have been among it, and what can be read is found by that.
        if !self.is_empty()
            && let Ok(index) = self.stored_index()
        {
            // What is refused is tried again with the next edit.
            let _ = self.shelve_index(index);
        }
    }

    fn is_empty(&self) -> bool {
        self.held.iter().next().is_none()
    }
}
