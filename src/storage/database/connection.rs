//! The page's one connection to the database: opened when it is wanted, shared by all widgets, and closed
//! when the page is left.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest};

use super::{STORE, flight};
use crate::storage::{Unavailable, browser};

const NAME: &str = "job-posting";
/// The version of what follows, not of the stored form of a draft: its keys name that.
const VERSION: u32 = 1;

/// Takes the database, or that there is none yet, or that there can be none.
pub(super) type Opened = Box<dyn FnOnce(Result<Option<IdbDatabase>, Unavailable>)>;

/// Who is told when the database is gone, by number.
type Listeners = Vec<(u32, Rc<dyn Fn()>)>;

thread_local! {
    /// One connection for all widgets of the page.
    static CONNECTION: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    /// Who waits for the connection that is being opened; nothing while none is.
    static OPENING: RefCell<Option<Vec<(Absent, Opened)>>> = const { RefCell::new(None) };
    /// Whether it is to be closed again right after those who wait have written.
    static IS_LEFT: Cell<bool> = const { Cell::new(false) };
    /// Which widgets have said that the page is being left, by number.
    static LEFT: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    static LISTENERS: RefCell<(u32, Listeners)> = const { RefCell::new((0, Vec::new())) };
}

/// What to do where there is no database yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    /// Make one.
    Make,
    /// Leave it so: opening a page writes nothing.
    Leave,
}

/// Has a widget told when the database is gone, for as long as it lives.
pub struct LossListener(u32);

impl LossListener {
    /// Calls `hear` when the browser takes the database away, as it does when someone clears what a site
    /// has stored, and when it is deleted or changed by a newer build.
    pub fn new(hear: impl Fn() + 'static) -> Self {
        LISTENERS.with_borrow_mut(|(next, listeners)| {
            *next = next.wrapping_add(1);
            listeners.push((*next, Rc::new(hear)));
            Self(*next)
        })
    }

    /// Says that the page is being left, for a widget that has written. After the last of them the connection is
    /// closed, once what is being written is written: the page may sleep on with it, and then no other could write.
    pub fn leave(&self) {
        LEFT.with_borrow_mut(|left| left.push(self.0));
        let is_last = LISTENERS.with_borrow(|(_, listeners)| {
            let mut numbers = listeners.iter().map(|(number, _)| number);
            numbers.all(|number| LEFT.with_borrow(|left| left.contains(number)))
        });
        if is_last {
            LEFT.take();
            close();
        }
    }
}

impl Drop for LossListener {
    fn drop(&mut self) {
        let gone = LISTENERS.with_borrow_mut(|(_, listeners)| {
            let place = listeners.iter().position(|(number, _)| *number == self.0);
            place.map(|place| listeners.swap_remove(place))
        });
        // What it captured may end other things; that must not happen within the borrow.
        drop(gone);
    }
}

/// Hands the connection to `then`, which is opened if need be.
pub(super) fn open(absent: Absent, then: Opened) {
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
    let Some(factory) = factory else {
        return answer(&Err(Unavailable::Denied));
    };
    match absent {
        Absent::Make => ask_for(&factory, absent),
        // Chromium reports an error to the page, besides that it tells, where it denies the list.
        Absent::Leave if browser::is_allowed() => {
            when_listed(factory, move |factory, is_there| match is_there {
                Some(false) => answer(&Ok(None)),
                Some(true) | None => ask_for(factory, absent),
            });
        }
        Absent::Leave => ask_for(&factory, absent),
    }
}

/// Tells `then` whether the database is there, or nothing where the browser doesn't say. To open it and to
/// end that where it is new leaves an empty one in WebKit.
fn when_listed(factory: IdbFactory, then: impl FnOnce(&IdbFactory, Option<bool>) + 'static) {
    let listing: &Listing = factory.unchecked_ref();
    let listed = listing.databases();
    let told = Closure::once_into_js(move |told: JsValue| {
        // Told of an error instead of a list, we know nothing.
        let list = told.dyn_into::<Array>().ok();
        let is_there = list.map(|list| {
            list.iter().any(|entry| {
                let entry: Entry = entry.unchecked_into();
                // What an earlier build has left in WebKit has no version.
                entry.name().is_some_and(|name| name == NAME) && entry.version() > 0.0
            })
        });
        then(&factory, is_there);
    });
    match listed {
        Ok(listed) => listed.then(&told, &told),
        Err(_) => {
            let _ = told.unchecked_into::<Function>().call0(&JsValue::NULL);
        }
    }
}

fn ask_for(factory: &IdbFactory, absent: Absent) {
    let Ok(request) = factory.open_with_u32(NAME, VERSION) else {
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
        // Whoever hears it may leave or join, so nothing is borrowed while they do.
        let listeners = LISTENERS.with_borrow(|(_, listeners)| listeners.clone());
        for (_, hear) in listeners {
            hear();
        }
    });
    let close = close.into_js_value();
    database.set_onversionchange(Some(close.unchecked_ref()));
    database.set_onclose(Some(close.unchecked_ref()));
    CONNECTION.set(Some(database.clone()));
}

/// The page is there again. Who could not say that it was left, because something failed, counts no more.
pub fn come_back() {
    LEFT.take();
    flight::come_back();
}

/// The connection, if there is one.
pub(super) fn at_hand() -> Option<IdbDatabase> {
    CONNECTION.with_borrow(Clone::clone)
}

fn close() {
    IS_LEFT.set(OPENING.with_borrow(Option::is_some));
    if let Some(database) = CONNECTION.take() {
        database.close();
    }
}

/// Has the next reader or writer open another connection.
pub(super) fn forget() {
    CONNECTION.set(None);
}

#[wasm_bindgen]
extern "C" {
    /// The databases of the origin, by a method that web-sys has not.
    type Listing;
    #[wasm_bindgen(method, structural, catch)]
    fn databases(this: &Listing) -> Result<Listed, JsValue>;

    type Listed;
    #[wasm_bindgen(method, structural)]
    fn then(this: &Listed, listed: &JsValue, failed: &JsValue);

    type Entry;
    #[wasm_bindgen(method, getter, structural)]
    fn name(this: &Entry) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn version(this: &Entry) -> f64;
}
