//! What is deleted is gone from both places before it is said to be, and what the browser takes away is not
//! said to be saved.

use posting::draft::record;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{StorageEvent, StorageEventInit};

use crate::page::{Page, dispatch, pause, type_into};
use crate::saver::{self, load, load_both, settle};
use crate::tidy_storage::{TidyStorage, run};

pub const POSTING: &str =
    include_str!("../../public/postings/tiktok-ecommerce-strategy-intern-2026.json");
pub const EARLIEST: &str =
    "job-posting/2/draft/tiktok-ecommerce-strategy-intern-2026/earliest-start";

/// Another page, or the browser, has emptied localStorage.
fn tell_cleared() {
    let event = StorageEvent::new_with_event_init_dict("storage", &StorageEventInit::new());
    let window = web_sys::window().unwrap();
    window.dispatch_event(&event.unwrap()).unwrap();
}

/// Another page has stored a text.
fn tell_stored(key: &str, text: &str) {
    let options = StorageEventInit::new();
    options.set_key(Some(key));
    options.set_new_value(Some(text));
    let event = StorageEvent::new_with_event_init_dict("storage", &options);
    let window = web_sys::window().unwrap();
    window.dispatch_event(&event.unwrap()).unwrap();
}

/// How long the widget waits before it looks what is left, in milliseconds.
const LOOKING: i32 = 1_500;

async fn delete_database() {
    run("return new Promise((resolve) => {
            const request = indexedDB.deleteDatabase('job-posting');
            request.onsuccess = request.onerror = resolve;
        })")
    .await;
}

pub async fn until_saved(page: &Page) {
    page.until("it is saved", || {
        page.text_of("save-state").contains("Saved")
    })
    .await;
}

pub async fn type_and_save(page: &Page) {
    type_into(&page.field("earliest-start"), "18 May 2026");
    type_into(&page.field("latest-end"), "28 August 2026");
    until_saved(page).await;
}

/// What came of the last action.
fn said(page: &Page) -> String {
    let said = page.find(".draft .said");
    said.text_content().unwrap_or_default()
}

pub async fn until_said(page: &Page, words: &str) {
    page.until(&format!("{words} is said"), || said(page).contains(words))
        .await;
}

/// The text of the row that the database holds under a key.
pub async fn settled(storage: &TidyStorage, key: &str) -> String {
    let rows = storage.settled(key).await;
    let row = rows.into_iter().find(|(other, _)| other == key);
    row.map(|(_, text)| text).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn deleted_is_said_once_the_database_has_forgotten_it() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    page.find("#draft-delete").click();
    pause(0).await;
    assert_eq!(said(&page), "Deleting…");
    until_said(&page, "Your draft is deleted.").await;
    let left = settled(&storage, EARLIEST).await;
    assert!(left.starts_with(r#"{"text":"","#), "{left}");
    assert_eq!(storage.all(), [], "localStorage has forgotten it too");
    // What is typed then is no deletion.
    type_into(&page.field("earliest-start"), "19 May 2026");
    page.until("nothing is said", || said(&page).is_empty())
        .await;
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn what_the_database_refuses_to_forget_is_told_and_forgotten_when_the_page_is_opened_again() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    run("window.transaction_ = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = () => { throw new DOMException('no', 'UnknownError') };
        return Promise.resolve()")
    .await;
    page.find("#draft-delete").click();
    pause(500).await;
    run("IDBDatabase.prototype.transaction = transaction_; return Promise.resolve()").await;
    until_said(&page, "hasn’t confirmed").await;
    assert_eq!(page.text_of("save-state"), "");
    let stored = page.find("[part=stored]");
    stored.set_attribute("open", "").unwrap();
    page.until("it is still there", || {
        page.text_of("stored").contains("18 May 2026")
    })
    .await;
    mounted.unmount();
    assert!(settled(&storage, EARLIEST).await.contains("18 May 2026"));

    let mounted = page.mount(POSTING).await;
    page.until_settled(&storage, EARLIEST, r#""text":"""#).await;
    assert_eq!(page.field("earliest-start").value(), "");
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn what_only_the_database_holds_is_deleted_too_and_can_be_brought_back() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    mounted.unmount();
    storage.restore(&[]);

    // Before the database had time to answer.
    let mounted = page.mount(POSTING).await;
    mounted.clear_draft();
    page.until_settled(&storage, EARLIEST, r#""text":"""#).await;
    pause(50).await;
    assert_eq!(page.field("earliest-start").value(), "");
    page.find("#draft-undo").click();
    page.until("it is back", || {
        page.field("earliest-start").value() == "18 May 2026"
    })
    .await;
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_draft_that_the_page_brings_replaces_what_only_the_database_holds() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_into(&page.field("latest-end"), "7 August 2026");
    let file = mounted.export_draft();
    type_and_save(&page).await;
    mounted.unmount();
    storage.restore(&[]);

    let mounted = page.mount(POSTING).await;
    mounted.import_draft(&file.unwrap()).unwrap();
    page.until_settled(&storage, EARLIEST, r#""text":"""#).await;
    pause(50).await;
    assert_eq!(page.field("earliest-start").value(), "");
    assert_eq!(page.field("latest-end").value(), "7 August 2026");
    assert_eq!(page.text_of("elsewhere"), "", "it was asked for");
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn what_was_cleared_is_not_said_to_be_saved_and_comes_back_with_the_next_key() {
    for is_database_first in [false, true] {
        clear_and_type_on(is_database_first).await;
    }
}

async fn clear_and_type_on(is_database_first: bool) {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    // Browsers clear one place after the other.
    if is_database_first {
        delete_database().await;
        pause(100).await;
    }
    storage.restore(&[]);
    tell_cleared();
    pause(100).await;
    delete_database().await;
    pause(LOOKING).await;
    page.until("it is told", || {
        page.text_of("notice").contains("has been removed")
    })
    .await;
    assert_eq!(page.text_of("save-state"), "");
    // Other keys of the site go on changing, and pages come and go.
    tell_stored("theme", "dark");
    dispatch(&web_sys::window().unwrap(), "pageshow");
    pause(400).await;
    assert_eq!(storage.all(), [], "nobody has asked for it");
    assert!(!storage.has_database().await);
    assert!(page.text_of("notice").contains("has been removed"));

    type_into(&page.field("latest-end"), "21 August 2026");
    until_saved(&page).await;
    assert_eq!(page.text_of("notice"), "");
    assert!(load_key(&storage, EARLIEST).contains("18 May 2026"));
    assert!(settled(&storage, EARLIEST).await.contains("18 May 2026"));
    mounted.unmount();
}

fn load_key(storage: &TidyStorage, key: &str) -> String {
    storage.get(key).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn what_was_cleared_in_one_place_is_stored_there_again() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    storage.restore(&[]);
    tell_cleared();
    pause(LOOKING).await;
    page.until("it is there again", || {
        load_key(&storage, EARLIEST).contains("18 May 2026")
    })
    .await;
    until_saved(&page).await;
    delete_database().await;
    pause(LOOKING).await;
    page.until_settled(&storage, EARLIEST, "18 May 2026").await;
    mounted.unmount();
}

/// Whoever comes back to a page has lost nothing by that.
#[wasm_bindgen_test]
async fn coming_back_to_a_page_tells_of_no_loss_and_writes_nothing() {
    const OLD: &str = "job-posting/1/draft/tiktok-ecommerce-strategy-intern-2026/earliest-start";
    const OLD_INDEX: &str = "job-posting/1/index/tiktok-ecommerce-strategy-intern-2026";
    let own = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    let text = r#"{"text":"18 May 2026","at":1}"#;
    let of_version_1 = [
        own(OLD, text),
        own(OLD_INDEX, r#"{"text":"earliest-start","at":1}"#),
    ];
    let only_here = [
        own(EARLIEST, text),
        own(&index(), r#"{"version":2,"records":"earliest-start"}"#),
    ];
    for stored in [&of_version_1, &only_here] {
        let storage = TidyStorage::new().await;
        storage.restore(stored);
        let page = Page::new();
        let mounted = page.mount(POSTING).await;
        page.until("it is shown", || {
            page.field("earliest-start").value() == "18 May 2026"
        })
        .await;
        let before = storage.all();
        for event in ["visibilitychange", "pageshow"] {
            dispatch(&web_sys::window().unwrap(), event);
            pause(400).await;
            assert_eq!(page.text_of("notice"), "");
            assert_eq!(storage.all(), before);
            assert!(!storage.has_database().await);
        }
        mounted.unmount();
    }
}

fn index() -> String {
    format!(
        "job-posting/index/{}",
        "tiktok-ecommerce-strategy-intern-2026"
    )
}

#[wasm_bindgen_test]
async fn d10_coming_back_to_a_draft_of_a_newer_version_leaves_what_is_said_about_it() {
    let storage = TidyStorage::new().await;
    storage.put(&index(), r#"{"version":3}"#);
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_into(&page.field("earliest-start"), "18 May 2026");
    dispatch(&web_sys::window().unwrap(), "pageshow");
    pause(400).await;
    let notice = page.text_of("notice");
    assert!(notice.contains("newer version of this page"), "{notice}");
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn what_was_cleared_without_a_word_is_stored_again_with_the_next_key() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May", 1);
    saver.shelve().unwrap();
    storage.restore(&[]);
    saver.edit(record::LATEST_END, "7 August", 2);
    saver.shelve().unwrap();
    assert_eq!(load().draft().text(record::EARLIEST_START), "18 May");
}

#[wasm_bindgen_test]
async fn a_page_that_slept_while_the_draft_was_deleted_shows_it_no_more() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    // Another page has deleted it, and only the database remembers that.
    storage.restore(&[]);
    for record in ["earliest-start", "latest-end", "terms"] {
        let key = EARLIEST.replace("earliest-start", record);
        let deletion = r#"{"text":"","at":8000000000000,"over":7999999999999}"#;
        storage.put_settled(&key, deletion).await;
    }
    dispatch(&web_sys::window().unwrap(), "pageshow");
    page.until("it is gone", || {
        page.field("earliest-start").value().is_empty()
    })
    .await;
    pause(400).await;
    assert!(!load_key(&storage, EARLIEST).contains("18 May 2026"));
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn d5_a_short_text_is_deleted_from_a_full_device() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "1", 1);
    saver.shelve().unwrap();
    storage.fill();
    // That it was typed over makes its deletion longer than itself.
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "", 1_772_409_600_000);
    let _ = saver.shelve();
    let left = load_key(&storage, saver::EARLIEST);
    assert!(!left.contains(r#""1""#), "{left}");
    settle(&mut saver, 1_772_409_600_000).await;
    assert!(load_both(&storage).await.draft().is_empty());
}
