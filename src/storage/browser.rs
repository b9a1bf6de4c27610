//! localStorage through gloo-storage, behind a probe: gloo throws past Rust where
//! storage is denied.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use super::Unavailable;

/// Whether this page may use localStorage. Everything else here requires it.
pub fn is_allowed() -> bool {
    web_sys::window()
        .and_then(|window| window.local_storage().ok())
        .flatten()
        .is_some()
}

/// The text under a key.
pub fn get(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(key).ok().flatten()
}

/// Keeps a text.
///
/// # Errors
/// If the browser refuses.
pub fn put(key: &str, text: &str) -> Result<(), Unavailable> {
    LocalStorage::raw()
        .set_item(key, text)
        .map_err(|error| why(&error))
}

/// Removes a key.
pub fn remove(key: &str) {
    LocalStorage::delete(key);
}

/// Browsers report a full storage by the error's name; Firefox by one of its own.
pub fn why(error: &JsValue) -> Unavailable {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Unavailable::Full,
        _ => Unavailable::Denied,
    }
}

/// A number that no other widget has, by all likelihood.
pub fn chance() -> u32 {
    // Rounded towards zero: the whole range of numbers is asked for.
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
