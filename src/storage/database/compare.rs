//! A change beside the row that it meets: whether anything would be lost, and where what can't be read goes.

use wasm_bindgen::prelude::*;
use web_sys::{IdbKeyRange, IdbObjectStore};

use super::{LAST_CHARACTER, list};
use crate::storage::aside::aside_key;
use crate::storage::{Change, Found, readable};

/// A change, and the value that is under its key.
pub(super) type Row<'a> = (&'a Change, JsValue);

/// The text of a row; nothing if there is none. Of what is no text, which no build has put there, as much as JSON
/// can say.
pub(super) fn text_of(value: &JsValue) -> Option<String> {
    if value.is_undefined() {
        return None;
    }
    let said = || js_sys::JSON::stringify(value).ok()?.as_string();
    Some(value.as_string().or_else(said).unwrap_or_default())
}

/// What is there and would be lost by a change, or is newer than it.
pub(super) fn differing((change, held): &Row<'_>) -> Option<Found> {
    let Change::Put {
        key,
        revision: ours,
        known,
    } = change
    else {
        return None;
    };
    let Some(held) = text_of(held) else {
        // Nobody but the browser, or whoever clears what a site has stored, removes a text.
        let is_gone = known.as_ref().is_some_and(|known| !known.is_deletion());
        return is_gone.then(|| (key.clone(), None));
    };
    let held = readable(key, &held)?;
    let is_known = known.as_ref() == Some(&held) || *ours == held;
    let replaces = ours.is_newer_than(&held) && !ours.loses(&held);
    (!is_known && !replaces).then(|| (key.clone(), Some(held)))
}

/// Makes one of all changes. What can't be read is kept beside, unless another change removes it.
pub(super) fn make(
    store: &IdbObjectStore,
    (change, held): &Row<'_>,
    all: &[Change],
) -> Result<(), JsValue> {
    let text = text_of(held);
    match change {
        Change::Put { key, revision, .. } => {
            let is_removed = |damaged: &String| {
                let of_key = |other: &&Change| other.key() == key;
                all.iter()
                    .filter(of_key)
                    .any(|other| matches!(other, Change::Remove { text, .. } if text == damaged))
            };
            let damaged = text.filter(|text| readable(key, text).is_none());
            if damaged.is_some_and(|damaged| !is_removed(&damaged)) {
                set_aside(store, key, held.clone())?;
            }
            store.put_with_key(&revision.to_stored().into(), &key.into())?;
        }
        Change::Remove { key, text: removed } => {
            if text.as_ref() == Some(removed) {
                store.delete(&key.into())?;
            }
            // Where it was written over since it was told, it is kept beside.
            if readable(key, removed).is_none() {
                remove_asides(store, key, removed.clone())?;
            }
        }
    }
    Ok(())
}

/// Puts a value where what can't be read under a key is kept, unless the same text is there already.
fn set_aside(store: &IdbObjectStore, key: &str, value: JsValue) -> Result<(), JsValue> {
    let key = key.to_owned();
    with_asides(store, &key.clone(), move |store, asides| {
        if value.is_string() && asides.iter().any(|(_, held)| *held == value) {
            return Ok(());
        }
        let mut free = (0..).map(|number| aside_key(&key, number));
        let free = free.find(|key| !asides.iter().any(|(held, _)| held == key));
        if let Some(free) = free {
            store.put_with_key(&value, &free.into())?;
        }
        Ok(())
    })
}

fn remove_asides(store: &IdbObjectStore, key: &str, text: String) -> Result<(), JsValue> {
    with_asides(store, key, move |store, asides| {
        let removed = asides
            .into_iter()
            .filter(|(_, held)| text_of(held).as_ref() == Some(&text));
        for (key, _) in removed {
            store.delete(&key.into())?;
        }
        Ok(())
    })
}

/// Hands all that was set aside under a key to `then`, within the same transaction.
fn with_asides(
    store: &IdbObjectStore,
    key: &str,
    then: impl FnOnce(&IdbObjectStore, Vec<(String, JsValue)>) -> Result<(), JsValue> + 'static,
) -> Result<(), JsValue> {
    let first = aside_key(key, 0);
    let last = format!("{first}{LAST_CHARACTER}");
    let range = IdbKeyRange::bound(&first.into(), &last.into())?;
    let keys = store.get_all_keys_with_key(&range)?;
    let values = store.get_all_with_key(&range)?;
    let (store, asked) = (store.clone(), values.clone());
    let answered = Closure::once_into_js(move || {
        let names = list(&keys).into_iter().map(|key| key.as_string());
        let asides = names.zip(list(&asked));
        let asides = asides.filter_map(|(key, value)| key.map(|key| (key, value)));
        // What throws here would else be taken for done.
        if then(&store, asides.collect()).is_err() {
            let _ = store.transaction().abort();
        }
    });
    values.set_onsuccess(Some(answered.unchecked_ref()));
    Ok(())
}
