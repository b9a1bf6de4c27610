//! Named texts on this device: in localStorage where the browser allows it, else
//! in memory for as long as the page lives.

use std::cell::RefCell;

/// Why texts can't be kept on this device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unavailable {
    /// The browser denies storage to this page.
    Denied,
    /// The space for this site is used up.
    Full,
}

/// A text with the time it was written, in milliseconds since 1970. Stored as JSON,
/// `{"text":"18 May 2026","at":1772409600000}`.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// What was typed.
    pub text: String,
    /// When.
    pub at: f64,
}

/// What a key holds.
#[derive(Clone, PartialEq, Debug)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// A record.
    Record(Record),
    /// Something that is not a record; it must not be lost.
    Unreadable,
}

/// A place for records.
pub struct Shelf {
    place: Place,
    /// What was written while the device could not keep it.
    memory: RefCell<Vec<(String, Record)>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Browser,
    Memory,
}

impl Shelf {
    /// localStorage if the browser allows it, else memory.
    pub fn open() -> Self {
        let is_allowed = browser::is_allowed();
        Self {
            place: if is_allowed {
                Place::Browser
            } else {
                Place::Memory
            },
            memory: RefCell::default(),
        }
    }

    /// Whether texts outlive the page.
    pub fn is_lasting(&self) -> bool {
        self.place == Place::Browser
    }

    /// What a key holds; a text the device refused counts before an older one it kept.
    pub fn get(&self, key: &str) -> Held {
        let memory = self.memory.borrow();
        match memory.iter().find(|(name, _)| name == key) {
            Some((_, record)) => Held::Record(record.clone()),
            None if self.is_lasting() => browser::get(key),
            None => Held::Nothing,
        }
    }

    /// Keeps a record.
    ///
    /// # Errors
    /// If the device refuses, the record is kept in memory and the reason returned.
    pub fn put(&self, key: &str, record: Record) -> Result<(), Unavailable> {
        let kept = match self.place {
            Place::Browser => browser::put(key, &record),
            Place::Memory => Err(Unavailable::Denied),
        };
        self.forget(key);
        if kept.is_err() {
            self.memory.borrow_mut().push((key.to_owned(), record));
        }
        kept
    }

    /// Removes a key.
    pub fn remove(&self, key: &str) {
        self.forget(key);
        if self.is_lasting() {
            browser::remove(key);
        }
    }

    /// Copies the raw text under `key` to `aside`, unless something is there already.
    ///
    /// # Errors
    /// If the device refuses; the caller must then leave `key` as it is.
    pub fn set_aside(&self, key: &str, aside: &str) -> Result<(), Unavailable> {
        match self.place {
            Place::Browser => browser::set_aside(key, aside),
            Place::Memory => Ok(()),
        }
    }

    fn forget(&self, key: &str) {
        self.memory.borrow_mut().retain(|(name, _)| name != key);
    }
}

#[cfg(target_arch = "wasm32")]
#[path = "browser.rs"]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod browser;
