//! localStorage through gloo-storage, behind a probe: gloo throws past Rust where
//! storage is denied. The browser's own JSON reads the records; it does not write them, because
//! old libraries replace `JSON.stringify` by one that quotes twice.

use gloo_storage::{LocalStorage, Storage};
use js_sys::{JSON, Reflect};
use posting::json;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use super::{Held, Record, Unavailable};

/// Whether this page may use localStorage. Everything else here requires it.
pub fn is_allowed() -> bool {
    web_sys::window()
        .and_then(|window| window.local_storage().ok())
        .flatten()
        .is_some()
}

/// What a key holds.
pub fn get(key: &str) -> Held {
    match raw(key) {
        None => Held::Nothing,
        Some(stored) => read(&stored).map_or(Held::Unreadable, Held::Record),
    }
}

/// Keeps a record.
///
/// # Errors
/// If the browser refuses.
pub fn put(key: &str, record: &Record) -> Result<(), Unavailable> {
    LocalStorage::raw()
        .set_item(key, &write(record))
        .map_err(why)
}

/// Removes a key.
pub fn remove(key: &str) {
    LocalStorage::delete(key);
}

/// Copies the raw text under `key` to `aside`, unless something is there already.
///
/// # Errors
/// If the browser refuses.
pub fn set_aside(key: &str, aside: &str) -> Result<(), Unavailable> {
    match (raw(key), raw(aside)) {
        (Some(stored), None) => LocalStorage::raw().set_item(aside, &stored).map_err(why),
        _ => Ok(()),
    }
}

fn raw(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(key).ok().flatten()
}

fn read(stored: &str) -> Option<Record> {
    let object = JSON::parse(stored).ok().filter(JsValue::is_object)?;
    let member = |name: &str| Reflect::get(&object, &name.into()).ok();
    Some(Record {
        text: member("text")?.as_string()?,
        at: member("at")?.as_f64()?,
    })
}

fn write(record: &Record) -> String {
    let text = json::quoted(&record.text);
    // The clock counts whole milliseconds.
    let at = record.at as i64;
    format!("{{\"text\":{text},\"at\":{at}}}")
}

/// Browsers report a full storage by the error's name; Firefox by one of its own.
fn why(error: JsValue) -> Unavailable {
    let name = error.dyn_into::<DomException>().map(|error| error.name());
    match name.as_deref() {
        Ok("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Unavailable::Full,
        _ => Unavailable::Denied,
    }
}
