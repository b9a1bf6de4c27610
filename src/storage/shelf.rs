//! Texts under keys in localStorage, where the browser allows it.

use posting::draft::Revision;

use super::{Unavailable, browser};

/// What a key holds.
#[derive(Clone, PartialEq, Debug)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// A text with its time.
    Revision(Revision),
    /// Something else; it must not be lost.
    Unreadable(String),
}

/// The first place for records: it answers at once.
pub struct Shelf {
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Browser,
    Nowhere,
}

impl Shelf {
    /// localStorage if the browser allows it.
    pub fn open() -> Self {
        let place = if browser::is_allowed() {
            Place::Browser
        } else {
            Place::Nowhere
        };
        Self { place }
    }

    /// Whether texts outlive the page.
    pub fn is_lasting(&self) -> bool {
        self.place == Place::Browser
    }

    /// What a key holds.
    pub fn get(&self, key: &str) -> Held {
        match self.text(key) {
            None => Held::Nothing,
            Some(stored) => match Revision::from_stored(&stored) {
                Some(revision) => Held::Revision(revision),
                None => Held::Unreadable(stored),
            },
        }
    }

    /// The text under a key as it is stored.
    pub fn text(&self, key: &str) -> Option<String> {
        match self.place {
            Place::Browser => browser::get(key),
            Place::Nowhere => None,
        }
    }

    /// Keeps a revision. What can't be read under its key is copied aside before.
    ///
    /// # Errors
    /// If the device refuses; the key then holds what it did.
    pub fn put(&self, key: &str, revision: &Revision) -> Result<(), Unavailable> {
        if let Held::Unreadable(_) = self.get(key) {
            self.set_aside(key)?;
        }
        self.put_text(key, &revision.to_stored())
    }

    /// Keeps a text as it is.
    ///
    /// # Errors
    /// If the device refuses; the key then holds what it did.
    pub fn put_text(&self, key: &str, text: &str) -> Result<(), Unavailable> {
        match self.place {
            Place::Browser => browser::put(key, text),
            Place::Nowhere => Err(Unavailable::Denied),
        }
    }

    /// Removes a key.
    pub fn remove(&self, key: &str) {
        if self.is_lasting() {
            browser::remove(key);
        }
    }
}
