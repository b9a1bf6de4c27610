//! The second place for records: IndexedDB, which writes to disk before it says that it has. It
//! answers later, so it is never waited for. web-sys instead of a crate around it: those know no
//! durability, and bring futures into the download.

mod compare;
mod connection;
mod flight;

use std::cell::RefCell;
use std::rc::Rc;

use compare::{differing, make, text_of};
use connection::{Absent, at_hand, forget, open};
use flight::{Flight, end_all, when_back};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

pub use connection::{LossListener, come_back};

use super::{Change, Found, Unavailable, browser};

/// Texts by key: the same keys and texts as in localStorage.
const STORE: &str = "records";

/// Later than every key that begins with the text before it.
const LAST_CHARACTER: char = '\u{ffff}';

/// Gives `then` all keys that begin with `prefix`, with their texts; nothing if there is no
/// database yet.
pub fn read(prefix: &str, then: impl FnOnce(Result<Vec<(String, String)>, Unavailable>) + 'static) {
    let prefix = prefix.to_owned();
    let read = move |opened: Result<Option<IdbDatabase>, Unavailable>| match opened {
        Ok(Some(database)) => read_from(&database, prefix, Box::new(then)),
        Ok(None) => then(Ok(Vec::new())),
        Err(reason) => then(Err(reason)),
    };
    open(Absent::Leave, Box::new(read));
}

/// Whether there is a connection.
pub fn is_at_hand() -> bool {
    at_hand().is_some()
}

/// Makes changes in one transaction, and calls `then` when they are on disk; never if [`write_parting`] has put an
/// end to that. A row in which another tab has put
/// what is not known here, and that would be lost, stays as it is, and is given to `then`.
pub fn write(changes: Vec<Change>, then: impl FnOnce(Result<Vec<Found>, Unavailable>) + 'static) {
    let write = move |opened: Result<Option<IdbDatabase>, Unavailable>| match opened {
        Ok(Some(database)) => write_to(&database, changes, Box::new(then)),
        Ok(None) => then(Err(Unavailable::Denied)),
        Err(reason) => then(Err(reason)),
    };
    open(Absent::Make, Box::new(write));
}

/// Puts texts under their keys without a look at what is there, and without an answer: a page that is being left
/// hears none, so it could not compare first. What else is on its way is ended: it would be waited for. Does nothing
/// while no connection is open.
pub fn write_parting(texts: &[(String, String)]) {
    let write = |database: &IdbDatabase| -> Result<(), JsValue> {
        end_all();
        let (transaction, store) = begin(database)?;
        for (key, text) in texts {
            store.put_with_key(&text.into(), &key.into())?;
        }
        // Else it would wait for the page to hear of the last text, and end with the page.
        let transaction: &Explicit = transaction.unchecked_ref();
        transaction.commit()
    };
    if let Some(database) = at_hand().filter(|_| !texts.is_empty()) {
        // What is refused is still in localStorage, or nobody is there to be told.
        let _ = write(&database);
    }
}

/// A transaction that says that it is complete only when it is on disk.
fn begin(database: &IdbDatabase) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let database: &Durable = database.unchecked_ref();
    let transaction = database.transaction(STORE, "readwrite", &options)?;
    let store = transaction.object_store(STORE)?;
    Ok((transaction, store))
}

type Rows = Result<Vec<(String, String)>, Unavailable>;

fn read_from(database: &IdbDatabase, prefix: String, then: Box<dyn FnOnce(Rows)>) {
    let asked = || -> Result<(IdbTransaction, IdbRequest, IdbRequest), JsValue> {
        let transaction = database.transaction_with_str(STORE)?;
        let store = transaction.object_store(STORE)?;
        let last = format!("{prefix}{LAST_CHARACTER}");
        let range = IdbKeyRange::bound(&prefix.as_str().into(), &last.into())?;
        let keys = store.get_all_keys_with_key(&range)?;
        let texts = store.get_all_with_key(&range)?;
        Ok((transaction, keys, texts))
    };
    match asked() {
        Ok((transaction, keys, texts)) => {
            let flight = Flight::begin(&transaction);
            when_ended(&transaction, move |ended| match flight.land() {
                true => when_back(Box::new(move || read(&prefix, then))),
                false => then(ended.map(|()| rows(&keys, &texts))),
            });
        }
        Err(error) => {
            forget();
            then(Err(browser::why(&error)));
        }
    }
}

fn rows(keys: &IdbRequest, texts: &IdbRequest) -> Vec<(String, String)> {
    let rows = list(keys).into_iter().zip(list(texts));
    rows.filter_map(|(key, value)| key.as_string().zip(text_of(&value)))
        .collect()
}

/// What a request for several has found.
fn list(request: &IdbRequest) -> Array {
    let list = request.result().unwrap_or_default();
    list.dyn_into().unwrap_or_default()
}

fn write_to(
    database: &IdbDatabase,
    changes: Vec<Change>,
    then: Box<dyn FnOnce(Result<Vec<Found>, Unavailable>)>,
) {
    let unknown = Rc::new(RefCell::new(Vec::new()));
    let found = Rc::clone(&unknown);
    let asked = || -> Result<(IdbTransaction, Flight), JsValue> {
        let (transaction, store) = begin(database)?;
        let flight = Flight::begin(&transaction);
        let deciding = flight.clone();
        let requests = changes.iter().map(|change| store.get(&change.key().into()));
        let requests = requests.collect::<Result<Vec<IdbRequest>, JsValue>>()?;
        // They are answered in turn, and nobody else can write until the transaction ends.
        let last = requests.last().cloned();
        let writing = transaction.clone();
        let compare = Closure::once_into_js(move || {
            let held = requests
                .iter()
                .map(|request| request.result().unwrap_or_default());
            let rows = changes.iter().zip(held);
            // A removal is of what was there before, not of what is put in its place.
            let (puts, mut rows): (Vec<_>, Vec<_>) =
                rows.partition(|(change, _)| matches!(change, Change::Put { .. }));
            rows.extend(puts);
            let made = rows.iter().try_for_each(|row| match differing(row) {
                Some(differing) => {
                    found.borrow_mut().push(differing);
                    Ok(())
                }
                None => make(&store, row, &changes),
            });
            deciding.decide();
            // What throws here would else be taken for written.
            if made.is_err() {
                let _ = writing.abort();
            }
        });
        if let Some(last) = last {
            last.set_onsuccess(Some(compare.unchecked_ref()));
        }
        Ok((transaction, flight))
    };
    match asked() {
        Ok((transaction, flight)) => when_ended(&transaction, move |ended| {
            if !flight.land() {
                then(ended.map(|()| unknown.take()));
            }
        }),
        Err(error) => {
            // The connection may be of use no more; the next save opens another.
            forget();
            then(Err(browser::why(&error)));
        }
    }
}

/// Calls `then` when the transaction is complete or was aborted.
fn when_ended(transaction: &IdbTransaction, then: impl FnOnce(Result<(), Unavailable>) + 'static) {
    let ended = Closure::once_into_js(move |event: Event| {
        if event.type_() == "complete" {
            return then(Ok(()));
        }
        let transaction = event.target().map(JsCast::unchecked_into::<IdbTransaction>);
        let error = transaction.and_then(|transaction| transaction.error());
        then(Err(browser::why(&error.into())));
    });
    transaction.set_oncomplete(Some(ended.unchecked_ref()));
    transaction.set_onabort(Some(ended.unchecked_ref()));
}

#[wasm_bindgen]
extern "C" {
    /// A database, by the one method that web-sys has without its last argument.
    type Durable;
    #[wasm_bindgen(method, structural, catch)]
    fn transaction(
        this: &Durable,
        store: &str,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;

    /// A transaction, by the one method that web-sys takes for deprecated.
    type Explicit;
    #[wasm_bindgen(method, structural, catch)]
    fn commit(this: &Explicit) -> Result<(), JsValue>;
}
