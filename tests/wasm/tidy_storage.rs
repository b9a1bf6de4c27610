//! The origin's localStorage and database, emptied before each test.

use job_posting::storage::{Change, Found, Unavailable, database};
use js_sys::{Function, Promise};
use posting::json::quoted;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

use crate::page::pause;

/// While it lives the test has the storage to itself: tests run one after the other.
pub struct TidyStorage(Storage);

impl TidyStorage {
    /// An empty storage.
    pub async fn new() -> Self {
        let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
        storage.clear().unwrap();
        run("return new Promise((resolve) => {
                const request = indexedDB.deleteDatabase('job-posting');
                request.onsuccess = request.onerror = resolve;
            })")
        .await;
        Self(storage)
    }

    /// The raw text under a key.
    pub fn get(&self, key: &str) -> Option<String> {
        self.0.get_item(key).unwrap()
    }

    /// Puts a raw text under a key, as another program or another version might have.
    pub fn put(&self, key: &str, text: &str) {
        self.0.set_item(key, text).unwrap();
    }

    /// Whether the browser still takes a text of this length under this key.
    fn takes(&self, key: &str, text: &str) -> bool {
        self.0.set_item(key, text).is_ok()
    }

    /// Leaves no room for another character.
    pub fn fill(&self) {
        let mut length = 1 << 20;
        let mut number = 0;
        while length > 0 {
            let text = "x".repeat(length);
            if self.takes(&format!("filler-{number}"), &text) {
                number += 1;
            } else {
                length /= 2;
            }
        }
    }

    /// Takes out what [`Self::fill`] put in.
    pub fn make_room(&self) {
        for (key, _) in self.all() {
            if key.starts_with("filler-") {
                self.remove(&key);
            }
        }
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

    /// Puts everything back as it was.
    pub fn restore(&self, all: &[(String, String)]) {
        self.0.clear().unwrap();
        for (key, text) in all {
            self.put(key, text);
        }
    }

    /// What the database holds under the keys that begin with `prefix`.
    pub async fn settled(&self, prefix: &str) -> Vec<(String, String)> {
        answer(|then| database::read(prefix, then)).await.unwrap()
    }

    /// Puts a raw text under a key of the database, which must be there.
    pub async fn put_settled(&self, key: &str, text: &str) {
        self.put_settled_value(key, &quoted(text)).await;
    }

    /// Puts what an expression stands for under a key of the database, which must be there.
    pub async fn put_settled_value(&self, key: &str, value: &str) {
        let key = quoted(key);
        run(&format!(
            "return new Promise((resolve, reject) => {{
                const request = indexedDB.open('job-posting');
                request.onerror = reject;
                request.onsuccess = () => {{
                    const change = request.result.transaction('records', 'readwrite');
                    change.objectStore('records').put({value}, {key});
                    change.oncomplete = () => (request.result.close(), resolve());
                }};
            }})"
        ))
        .await;
    }

    /// Whether there is a database at all.
    pub async fn has_database(&self) -> bool {
        let found = run("return indexedDB.databases().then((all) => all.length > 0)").await;
        found.as_bool().unwrap()
    }
}

impl Drop for TidyStorage {
    fn drop(&mut self) {
        // A test that failed has said why already; the next one starts by clearing anyway.
        let _ = self.0.clear();
    }
}

/// Writes to the database and waits for its answer.
pub async fn write(changes: &[Change]) -> Result<Vec<Found>, Unavailable> {
    answer(|then| database::write(changes.to_vec(), then)).await
}

/// Waits for what is given to a callback.
async fn answer<T: 'static>(ask: impl FnOnce(Box<dyn FnOnce(T)>)) -> T {
    let given = std::rc::Rc::new(std::cell::RefCell::new(None));
    let taken = std::rc::Rc::clone(&given);
    ask(Box::new(move |answer| *taken.borrow_mut() = Some(answer)));
    for _ in 0..500 {
        if let Some(answer) = given.take() {
            return answer;
        }
        pause(10).await;
    }
    panic!("no answer within five seconds");
}

/// Runs the body of a function that returns a promise.
pub async fn run(body: &str) -> JsValue {
    let promise: Promise = Function::new_no_args(body)
        .call0(&JsValue::NULL)
        .unwrap()
        .unchecked_into();
    JsFuture::from(promise).await.unwrap()
}
