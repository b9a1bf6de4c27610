//! What is stored and can't be read: it is told, offered as a file, and deleted when the candidate says so.

use super::aside_key;
use super::saver::Saver;
use super::shelf::Shelf;

/// A stored text that can't be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damaged {
    /// Its key.
    pub key: String,
    /// The text as it is.
    pub text: String,
}

impl Damaged {
    /// What was set aside under a key.
    pub(super) fn aside(shelf: &Shelf, key: &str) -> Option<Self> {
        let text = shelf.text(key)?;
        let key = key.to_owned();
        Some(Self { key, text })
    }
}

impl Saver {
    /// What is stored and can't be read, each text once.
    pub fn damaged(&self) -> Vec<Damaged> {
        let mut damaged = self.damaged.clone();
        for row in &self.damaged_rows {
            if !damaged.contains(row) {
                damaged.push(row.clone());
            }
        }
        damaged
    }

    /// Removes what can't be read, as the candidate asked; from the database with the next batch.
    pub fn remove_damaged(&mut self) {
        for damaged in self.damaged.drain(..) {
            // What was typed in its place since then is no part of it.
            for key in [aside_key(&damaged.key), damaged.key] {
                if self.shelf.text(&key).as_ref() == Some(&damaged.text) {
                    self.shelf.remove(&key);
                }
            }
        }
        for row in self.damaged_rows.drain(..) {
            // Where it was written over since, it is kept beside.
            let aside = Self::beside(&row);
            self.dropped.extend([row, aside]);
        }
        // The index may have been among it, and what can be read is found by that.
        if !self.is_empty()
            && let Ok(index) = self.stored_index()
        {
            // What is refused is tried again with the next edit.
            let _ = self.shelve_index(index);
        }
    }

    fn beside(row: &Damaged) -> Damaged {
        Damaged {
            key: aside_key(&row.key),
            text: row.text.clone(),
        }
    }

    fn is_empty(&self) -> bool {
        self.held.iter().next().is_none()
    }
}
