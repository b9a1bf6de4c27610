//! The application slots of a limit scope: one record, shared by all postings of the scope, and
//! kept like a draft's.

use posting::draft::Revision;
use posting::posting::Posting;
use posting::slots::{Slots, SlotsError};

use super::aside::is_aside_of;
use super::damaged::Damaged;
use super::saver::Saver;
use super::shelf::{Held, Shelf};
use super::{Change, StoredText, Unavailable, migrate, readable, slots_key};

/// What is known of the slots beside what localStorage holds.
#[derive(Default)]
pub struct ShelvedSlots {
    /// Not in localStorage yet: it was refused, or only the database had it.
    waiting: Option<(String, Revision)>,
    /// Not known to be in the database.
    unsettled: Option<(String, Revision)>,
    /// What the database is known to have.
    settled: Option<(String, Revision)>,
}

impl ShelvedSlots {
    /// Writes what waits. What another page has written there in the meantime keeps its order, and is
    /// given the slots that it lacks.
    ///
    /// # Errors
    /// If the device refuses.
    pub fn shelve(&mut self, shelf: &Shelf) -> Result<(), Unavailable> {
        let Some((key, ours)) = &self.waiting else {
            return Ok(());
        };
        let key = key.clone();
        let mut revision = ours.clone();
        if let Held::Revision(stored) = shelf.get(&key) {
            match read(&stored.text) {
                Ok(slots) if stored.is_newer_than(ours) => {
                    revision = merged(slots, &stored, ours);
                    self.unsettled = Some((key.clone(), revision.clone()));
                }
                Ok(_) => {}
                Err(SlotsError::Damaged) => shelf.set_aside(&key)?,
                Err(SlotsError::Version(_)) => return Err(Unavailable::Newer),
            }
        }
        shelf.put(&key, &revision)?;
        migrate::remove_slots(shelf, &key);
        self.waiting = None;
        Ok(())
    }

    /// Whether all of it is in localStorage and the database.
    pub fn is_settled(&self) -> bool {
        self.is_shelved() && self.unsettled.is_none()
    }

    /// Whether localStorage has all of it.
    pub fn is_shelved(&self) -> bool {
        self.waiting.is_none()
    }

    /// What the database doesn't have yet.
    pub fn for_database(&self) -> Option<Change> {
        let (key, revision) = self.unsettled.clone()?;
        Some(Change::Put {
            key,
            revision,
            known: self.settled.as_ref().map(|(_, known)| known.clone()),
        })
    }

    /// Notes what the database has now.
    pub fn settle(&mut self, changes: &[Change]) {
        for change in changes {
            if let Change::Put { key, revision, .. } = change
                && self.unsettled.as_ref() == Some(&(key.clone(), revision.clone()))
            {
                self.settled = self.unsettled.take();
            }
        }
    }

    /// Takes what the database turned out to hold in the place of ours: the newer of both keeps its order,
    /// and is given the slots that it lacks.
    pub fn meet_settled(&mut self, key: &str, found: &Revision) {
        self.settled = Some((key.to_owned(), found.clone()));
        let Some((_, ours)) = self.unsettled.take_if(|(ours, _)| ours == key) else {
            return;
        };
        let (newer, older) = if found.is_newer_than(&ours) {
            (found, &ours)
        } else {
            (&ours, found)
        };
        // What can't be read stays as it is there, and localStorage has ours.
        if let (Ok(slots), Ok(_)) = (read(&newer.text), read(&older.text)) {
            let both = (key.to_owned(), merged(slots, newer, older));
            self.waiting = Some(both.clone());
            self.unsettled = Some(both);
        }
    }

    /// Notes that nothing is known of what the database holds.
    pub fn forget_settled(&mut self) {
        self.settled = None;
    }
}

/// What follows from slots, and from older ones that may lack some of them.
fn merged(mut slots: Slots, newer: &Revision, older: &Revision) -> Revision {
    if let Ok(older) = read(&older.text) {
        slots.merge(&older);
    }
    Revision {
        text: slots.to_stored(),
        at: newer.at.saturating_add(1),
        over: newer.at,
        run: 0,
    }
}

/// Stored slots, of however many positions.
fn read(text: &str) -> Result<Slots, SlotsError> {
    Slots::from_stored(u8::MAX, text)
}

/// Whether what stands in the place of slots is something else.
pub fn are_damaged(revision: &Revision) -> bool {
    read(&revision.text) == Err(SlotsError::Damaged)
}

/// What stands in the place of a posting's application slots and can't be read.
pub fn damaged_slots(shelf: &Shelf, posting: &Posting) -> Vec<Damaged> {
    let Some(scope) = posting.limit_scope() else {
        return Vec::new();
    };
    let key = slots_key(scope);
    let mut damaged = Damaged::beside(shelf, &key);
    let stored = Damaged::at(shelf, &key);
    damaged.extend(stored.filter(|stored| readable(&key, &stored.text).is_none()));
    damaged
}

impl Saver {
    /// The application slots of a limit scope; none where they can't be read.
    pub fn slots(&self, scope: &str, positions: u8) -> Slots {
        self.slots_revision(scope)
            .and_then(|revision| Slots::from_stored(positions, &revision.text).ok())
            .unwrap_or_else(|| Slots::new(positions, Vec::new()))
    }

    /// Whether a newer build has stored the application slots of a limit scope in its own way, which
    /// must stay as it is.
    pub fn are_slots_newer(&self, scope: &str) -> bool {
        let revision = self.slots_revision(scope);
        revision.is_some_and(|known| matches!(read(&known.text), Err(SlotsError::Version(_))))
    }

    /// The application slots of a limit scope as they are stored, under their whole key; nothing
    /// while no application is noted.
    pub fn stored_slots(&self, scope: &str, positions: u8) -> Option<StoredText> {
        let revision = self.slots_revision(scope)?;
        let slots = Slots::from_stored(positions, &revision.text).ok()?;
        (!slots.used().is_empty()).then(|| StoredText {
            name: slots_key(scope),
            text: revision.text,
            at: revision.at,
        })
    }

    /// Takes the application slots of a limit scope, to be written by the next save.
    pub fn set_slots(&mut self, scope: &str, slots: &Slots, now: i64) {
        let over = self.slots_revision(scope).map_or(0, |known| known.at);
        let revision = Revision {
            text: slots.to_stored(),
            at: now.max(over.saturating_add(1)),
            over,
            run: 0,
        };
        let record = Some((slots_key(scope), revision));
        self.slots.waiting.clone_from(&record);
        self.slots.unsettled = record;
    }

    /// The key under which a limit scope's slots are in the database.
    pub fn slots_key(scope: &str) -> String {
        slots_key(scope)
    }

    /// Takes what the database held for a limit scope when the page was opened.
    pub fn take_settled_slots(&mut self, scope: &str, rows: &[(String, String)]) {
        let key = slots_key(scope);
        for (other, text) in rows {
            // Other scopes may begin alike.
            if is_aside_of(&key, other) {
                self.note_damaged_row(other, text);
            }
            if *other != key {
                continue;
            }
            let Some(settled) = readable(&key, text) else {
                self.note_damaged_row(&key, text);
                continue;
            };
            self.slots.settled = Some((key.clone(), settled.clone()));
            let known = self.slots_revision(scope);
            if known.is_none_or(|known| known.at < settled.at) {
                self.slots.waiting = Some((key.clone(), settled));
            }
        }
    }

    /// The newest of what waits, what is stored, and what an older version stored.
    fn slots_revision(&self, scope: &str) -> Option<Revision> {
        let stored = match self.shelf.get(&slots_key(scope)) {
            Held::Revision(revision) => Some(revision),
            Held::Unreadable(_) => None,
            Held::Nothing => migrate::slots(&self.shelf, scope),
        };
        let ShelvedSlots {
            waiting, settled, ..
        } = &self.slots;
        // Damaged ones are told, and count for nothing.
        let others = [waiting, settled].into_iter().flatten();
        let others = others.filter(|(key, other)| *key == slots_key(scope) && !are_damaged(other));
        let known = stored
            .into_iter()
            .chain(others.map(|(_, revision)| revision.clone()));
        known.max_by_key(|revision| revision.at)
    }
}
