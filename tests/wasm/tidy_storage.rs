//! The origin's localStorage, emptied before and after each test.

use web_sys::Storage;

/// While it lives the test has localStorage to itself: tests run one after the other.
pub struct TidyStorage(Storage);

impl TidyStorage {
    /// An empty localStorage.
    pub fn new() -> Self {
        let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
        storage.clear().unwrap();
        Self(storage)
    }

    /// The raw text under a key.
    pub fn get(&self, key: &str) -> Option<String> {
        self.0.get_item(key).unwrap()
    }

    /// Puts a raw text under a key, as another program or an older version might have.
    pub fn put(&self, key: &str, text: &str) {
        self.0.set_item(key, text).unwrap();
    }

    /// Whether the browser still takes a text of this length under this key.
    pub fn takes(&self, key: &str, text: &str) -> bool {
        self.0.set_item(key, text).is_ok()
    }

    /// Removes a key.
    pub fn remove(&self, key: &str) {
        self.0.remove_item(key).unwrap();
    }

    /// Every key with its text, in the order of the keys.
    pub fn all(&self) -> Vec<(String, String)> {
        let keys = (0..self.0.length().unwrap()).map(|at| self.0.key(at).unwrap().unwrap());
        let mut all: Vec<_> = keys
            .map(|key| (key.clone(), self.get(&key).unwrap()))
            .collect();
        all.sort();
        all
    }
}

impl Drop for TidyStorage {
    fn drop(&mut self) {
        // A test that failed has said why already; the next one starts by clearing anyway.
        let _ = self.0.clear();
    }
}
