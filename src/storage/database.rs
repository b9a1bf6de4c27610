//! The second place for records: IndexedDB, which writes to disk before it says that it has. It
//! answers later, so it is never waited for. web-sys instead of a crate around it: those know no
//! durability, and bring futures into the download.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use posting::draft::Revision;
use wasm_bindgen::prelude::*;
use web_sys::{
    Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

use super::{Change, Unavailable, aside_key, browser};

const NAME: &str = "job-posting";
/// The version of what follows, not of the stored form of a draft: its keys name that.
const VERSION: u32 = 1;
/// Texts by key: the same keys and texts as in localStorage.
const STORE: &str = "records";

/// Later than every key that begins with the text before it.
const LAST_CHARACTER: char = '\u{ffff}';

/// Takes the database, or that there is none yet, or that there can be none.
type Opened = Box<dyn FnOnce(Result<Option<IdbDatabase>, Unavailable>)>;

thread_local! {
    /// One connection for all widgets of the page.
    static CONNECTION: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    /// Who waits for the connection that is being opened; nothing while none is.
    static OPENING: RefCell<Option<Vec<(Absent, Opened)>>> = const { RefCell::new(None) };
    /// Whether it is to be closed again right after those who wait have written.
    static IS_LEFT: Cell<bool> = const { Cell::new(false) };
}

/// What to do where there is no database yet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Absent {
    /// Make one.
    Make,
    /// Leave it so: opening a page writes nothing.
    Leave,
}

/// Gives `then` all keys that begin with `prefix`, with their texts; nothing if there is no
/// database yet.
pub fn read(prefix: &str, then: impl FnOnce(Result<Vec<(String, String)>, Unavailable>) + 'static) {
    let prefix = prefix.to_owned();
    let read = move |opened: Result<Option<IdbDatabase>, Unavailable>| match opened {
        Ok(Some(database)) => read_from(&database, &prefix, Box::new(then)),
        Ok(None) => then(Ok(Vec::new())),
        Err(reason) => then(Err(reason)),
    };
    open(Absent::Leave, Box::new(read));
}

/// Makes all changes or none, and calls `then` once they are on disk. Where a text is to be put, a newer
/// revision than ours stays.
pub fn write(changes: &[Change], then: impl FnOnce(Result<(), Unavailable>) + 'static) {
    let changes = changes.to_vec();
    let write = move |opened: Result<Option<IdbDatabase>, Unavailable>| match opened {
        Ok(Some(database)) => write_to(&database, &changes, Box::new(then)),
        Ok(None) => then(Err(Unavailable::Denied)),
        Err(reason) => then(Err(reason)),
    };
    open(Absent::Make, Box::new(write));
}

type Rows = Result<Vec<(String, String)>, Unavailable>;

fn read_from(database: &IdbDatabase, prefix: &str, then: Box<dyn FnOnce(Rows)>) {
    let asked = || -> Result<(IdbTransaction, IdbRequest, IdbRequest), JsValue> {
        let transaction = database.transaction_with_str(STORE)?;
        let store = transaction.object_store(STORE)?;
        let last = format!("{prefix}{LAST_CHARACTER}");
        let range = IdbKeyRange::bound(&prefix.into(), &last.into())?;
        let keys = store.get_all_keys_with_key(&range)?;
        let texts = store.get_all_with_key(&range)?;
        Ok((transaction, keys, texts))
    };
    match asked() {
        Ok((transaction, keys, texts)) => when_ended(&transaction, move |ended| {
            then(ended.map(|()| rows(&keys, &texts)));
        }),
        Err(error) => {
            forget();
            then(Err(browser::why(&error)));
        }
    }
}

fn rows(keys: &IdbRequest, texts: &IdbRequest) -> Vec<(String, String)> {
    let list = |request: &IdbRequest| {
        let list = request.result().unwrap_or_default();
        list.dyn_into::<Array>().unwrap_or_default()
    };
    let rows = list(keys).into_iter().zip(list(texts));
    rows.filter_map(|(key, text)| key.as_string().zip(text.as_string()))
        .collect()
}

fn write_to(
    database: &IdbDatabase,
    changes: &[Change],
    then: Box<dyn FnOnce(Result<(), Unavailable>)>,
) {
    let asked = || -> Result<IdbTransaction, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let database: &Durable = database.unchecked_ref();
        let transaction = database.transaction(STORE, "readwrite", &options)?;
        let store = transaction.object_store(STORE)?;
        for (key, text) in changes {
            match text {
                Some(text) => put_if_newer(&store, key, text)?,
                None => {
                    store.delete(&key.into())?;
                }
            }
        }
        Ok(transaction)
    };
    match asked() {
        Ok(transaction) => when_ended(&transaction, then),
        Err(error) => {
            // The connection may be of use no more; the next save opens another.
            forget();
            then(Err(browser::why(&error)));
        }
    }
}

/// Puts a revision under its key, unless another tab has put a newer one there. What can't be read is
/// kept beside it.
fn put_if_newer(store: &IdbObjectStore, key: &str, text: &str) -> Result<(), JsValue> {
    let request = store.get(&key.into())?;
    let (store, key, text) = (store.clone(), key.to_owned(), text.to_owned());
    let compare = Closure::once_into_js(move |event: Event| {
        let request = event.target().map(JsCast::unchecked_into::<IdbRequest>);
        let found = request.and_then(|request| request.result().ok()?.as_string());
        let stored = found.as_deref().and_then(Revision::from_stored);
        if let Some(damaged) = found.filter(|_| stored.is_none()) {
            // As below.
            let _ = store.put_with_key(&damaged.into(), &aside_key(&key).into());
        }
        let both = stored.zip(Revision::from_stored(&text));
        if !both.is_some_and(|(stored, ours)| stored.is_newer_than(&ours)) {
            // What the browser can't take ends the transaction, which is heard.
            let _ = store.put_with_key(&text.into(), &key.into());
        }
    });
    request.set_onsuccess(Some(compare.unchecked_ref()));
    Ok(())
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

/// Hands the connection to `then`, which is opened if need be.
fn open(absent: Absent, then: Opened) {
    if let Some(database) = CONNECTION.with_borrow(Clone::clone) {
        return then(Ok(Some(database)));
    }
    let is_opening = OPENING.with_borrow_mut(|opening| {
        let is_opening = opening.is_some();
        opening.get_or_insert_default().push((absent, then));
        is_opening
    });
    if !is_opening {
        ask(absent);
    }
}

/// Gives all who wait what came of opening. Where there is no database, who wants one has it made.
fn answer(opened: &Result<Option<IdbDatabase>, Unavailable>) {
    for (absent, then) in OPENING.take().into_iter().flatten() {
        match opened {
            Ok(None) if absent == Absent::Make => open(absent, then),
            opened => then(opened.clone()),
        }
    }
}

/// Opens the database, or makes it.
fn ask(absent: Absent) {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    let Some(request) = factory.and_then(|factory| factory.open_with_u32(NAME, VERSION).ok())
    else {
        return answer(&Err(Unavailable::Denied));
    };
    let was_left = Rc::new(Cell::new(false));
    let leaving = Rc::clone(&was_left);
    let upgrade = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        leaving.set(absent == Absent::Leave);
        if let Some(request) = request_of(&event) {
            make(&request, absent);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let answered = Closure::once_into_js(move |event: Event| {
        drop(upgrade);
        // An aborted opening is no error for the page.
        event.prevent_default();
        let opened = request_of(&event).and_then(|request| request.result().ok());
        match opened.and_then(|opened| opened.dyn_into::<IdbDatabase>().ok()) {
            Some(database) => {
                keep(&database);
                answer(&Ok(Some(database)));
                if IS_LEFT.take() {
                    close();
                }
            }
            None if was_left.get() => answer(&Ok(None)),
            None => answer(&Err(Unavailable::Denied)),
        }
    });
    request.set_onsuccess(Some(answered.unchecked_ref()));
    request.set_onerror(Some(answered.unchecked_ref()));
}

fn request_of(event: &Event) -> Option<IdbOpenDbRequest> {
    event.target()?.dyn_into().ok()
}

/// Fills a new database, or has it not come to be.
fn make(request: &IdbOpenDbRequest, absent: Absent) {
    match absent {
        Absent::Make => {
            let database = request.result().ok();
            let database = database.and_then(|it| it.dyn_into::<IdbDatabase>().ok());
            // Without the store every later transaction fails, and says so.
            let _ = database.map(|database| database.create_object_store(STORE));
        }
        Absent::Leave => {
            // It ends the opening with an error, which is heard.
            let _ = request.transaction().map(|change| change.abort());
        }
    }
}

fn keep(database: &IdbDatabase) {
    // Whoever upgrades or deletes the database waits until nobody has it open.
    let close = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        forget();
        let database = event.target().map(JsCast::unchecked_into::<IdbDatabase>);
        if let Some(database) = database {
            database.close();
        }
    });
    let close = close.into_js_value();
    database.set_onversionchange(Some(close.unchecked_ref()));
    database.set_onclose(Some(close.unchecked_ref()));
    CONNECTION.set(Some(database.clone()));
}

/// Closes the connection once what is being written is written. A page that is left may sleep on
/// with it, and then no other could write.
pub fn close() {
    IS_LEFT.set(OPENING.with_borrow(Option::is_some));
    if let Some(database) = CONNECTION.take() {
        database.close();
    }
}

fn forget() {
    CONNECTION.set(None);
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
}
