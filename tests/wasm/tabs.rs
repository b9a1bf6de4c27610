//! Several widgets at one draft: those of a page agree as one types, a page follows what another
//! stores, and what is typed into one field by two is kept twice.

use job_posting::storage::Saver;
use posting::draft::record;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, StorageEvent, StorageEventInit};

use crate::page::{Page, dispatch, pause, type_into};
use crate::saver::{self, load, load_both, settle};
use crate::tidy_storage::{TidyStorage, write};

const POSTING: &str =
    include_str!("../../public/postings/tiktok-ecommerce-strategy-intern-2026.json");
const EARLIEST: &str = "job-posting/2/draft/tiktok-ecommerce-strategy-intern-2026/earliest-start";

/// Another page has stored a text.
fn store(storage: &TidyStorage, key: &str, text: &str) {
    storage.put(key, text);
    let options = StorageEventInit::new();
    options.set_key(Some(key));
    options.set_new_value(Some(text));
    let event = StorageEvent::new_with_event_init_dict("storage", &options).unwrap();
    web_sys::window().unwrap().dispatch_event(&event).unwrap();
}

async fn until_holds(page: &Page, record: &str, text: &str) {
    let field = page.field(record);
    page.until(&format!("{record} is {text}"), || field.value() == text)
        .await;
}

#[wasm_bindgen_test]
async fn d15_two_embeds_of_one_posting_agree_and_those_of_another_are_left_alone() {
    let _storage = TidyStorage::new().await;
    let pages = [Page::new(), Page::new(), Page::new()];
    let [one, other, foreign] = &pages;
    let second = POSTING.replace("strategy-intern-2026\"", "strategy-intern-2027\"");
    let mounted = [
        one.mount(POSTING).await,
        other.mount(POSTING).await,
        foreign.mount(&second).await,
    ];
    let changes = other.changes();
    type_into(&one.field("earliest-start"), "18 May 2026");
    until_holds(other, "earliest-start", "18 May 2026").await;
    type_into(&other.field("latest-end"), "28 August 2026");
    until_holds(one, "latest-end", "28 August 2026").await;
    let start: HtmlElement = one.find("#start-2026-05-18");
    start.click();
    other
        .until("the choice is in the other statement", || {
            other.text_of("statement").contains("preferred")
        })
        .await;
    assert_eq!(changes.borrow().len(), 1, "only what is typed here is told");
    for page in [one, other] {
        page.until("it is saved", || {
            page.text_of("save-state").contains("Saved")
        })
        .await;
    }
    assert_eq!(foreign.field("earliest-start").value(), "");
    mounted[1].clear_draft();
    until_holds(one, "earliest-start", "").await;
    mounted.into_iter().for_each(|mounted| mounted.unmount());
}

#[wasm_bindgen_test]
async fn of_a_deleted_draft_no_widget_keeps_an_empty_row() {
    let _storage = TidyStorage::new().await;
    let (one, other) = (Page::new(), Page::new());
    let mounted = [one.mount(POSTING).await, other.mount(POSTING).await];
    one.find("#busy-add").click();
    pause(50).await;
    type_into(&one.field("busy-0-first"), "18 May 2026");
    other
        .until("the row is there", || other.has("#busy-0-first"))
        .await;
    one.find("#draft-delete").click();
    other
        .until("the row has gone", || !other.has("#busy-0-first"))
        .await;
    mounted.into_iter().for_each(|mounted| mounted.unmount());
}

#[wasm_bindgen_test]
async fn d3_a_field_follows_another_tab_unless_the_cursor_is_in_it() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    let field = page.field("earliest-start");
    store(&storage, EARLIEST, r#"{"text":"18 May 2026","at":10}"#);
    until_holds(&page, "earliest-start", "18 May 2026").await;
    assert!(page.text_of("statement").contains("18 May"));

    dispatch(&field, "focus");
    store(
        &storage,
        EARLIEST,
        r#"{"text":"19 May 2026","at":20,"over":10}"#,
    );
    pause(50).await;
    assert_eq!(field.value(), "18 May 2026");
    // Not even when what waits is written.
    dispatch(&web_sys::window().unwrap(), "pagehide");
    pause(400).await;
    assert_eq!(field.value(), "18 May 2026");
    dispatch(&field, "blur");
    until_holds(&page, "earliest-start", "19 May 2026").await;
    assert_eq!(page.text_of("elsewhere"), "", "nobody has lost anything");

    store(&storage, EARLIEST, r#"{"text":"","at":30,"over":20}"#);
    until_holds(&page, "earliest-start", "").await;
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn d1_a_late_write_of_one_tab_does_not_undo_a_newer_one_of_another() {
    let storage = TidyStorage::new().await;
    let (mut one, mut other) = (load(), load());
    one.edit(record::LATEST_END, "7 August", 1);
    let late = one.batch(1).unwrap();
    other.edit(record::LATEST_END, "8 August", 2);
    settle(&mut other, 2).await;
    assert_eq!(write(&late.changes).await.unwrap().len(), 1);
    let found = load_both(&storage).await.draft();
    assert_eq!(found.text(record::LATEST_END), "8 August");
}

/// A device on which localStorage takes nothing more, so that two tabs meet in the database only.
#[wasm_bindgen_test]
async fn d4_two_tabs_on_a_full_device_lose_none_of_their_texts() {
    let storage = TidyStorage::new().await;
    storage.fill();
    let (mut one, mut other) = (load(), load());
    one.edit(record::LATEST_END, "7 August", 1);
    settle(&mut one, 1).await;
    // All keys but the first are typed over what this tab has itself.
    other.edit(record::LATEST_END, "8", 2);
    other.edit(record::LATEST_END, "8 August", 3);
    settle(&mut other, 3).await;
    let found = load_both(&storage).await;
    assert_eq!(found.draft().text(record::LATEST_END), "8 August");
    assert_eq!(found.offered(record::LATEST_END), "7 August");
    // And the tab that wrote first finds the other's text when it goes on.
    one.edit(record::LATEST_END, "9 August", 4);
    settle(&mut one, 4).await;
    let found = load_both(&storage).await;
    assert_eq!(found.draft().text(record::LATEST_END), "9 August");
    assert_eq!(found.offered(record::LATEST_END), "8 August");
}

#[wasm_bindgen_test]
async fn d6_a_refused_text_is_offered_though_a_newer_one_began_later() {
    let storage = TidyStorage::new().await;
    let mut one = load();
    storage.fill();
    one.edit(record::LATEST_END, "7 August", 10);
    let _ = one.shelve();
    storage.make_room();
    let mut other = load();
    other.edit(record::LATEST_END, "8 August", 12);
    other.shelve().unwrap();
    // Loaded anew, it types over its own text, which is later than ours.
    let mut other = load();
    other.edit(record::LATEST_END, "9 August", 13);
    other.shelve().unwrap();
    one.shelve().unwrap();
    let found = load();
    assert_eq!(found.draft().text(record::LATEST_END), "9 August");
    assert_eq!(found.offered(record::LATEST_END), "7 August");
}

#[wasm_bindgen_test]
async fn d4_what_another_tab_has_typed_over_is_not_offered() {
    let storage = TidyStorage::new().await;
    let (mut one, mut other) = (load(), load());
    one.edit(record::EARLIEST_START, "1 May", 1);
    one.shelve().unwrap();
    let told = |saver: &mut Saver| {
        let stored = storage.get(saver::EARLIEST).unwrap();
        let (name, revision) = saver.read_change(saver::EARLIEST, &stored).unwrap();
        saver.meet(&name, &revision);
    };
    told(&mut other);
    other.edit(record::EARLIEST_START, "2 May", 2);
    other.shelve().unwrap();
    told(&mut one);
    one.edit(record::LATEST_END, "7 August", 3);
    one.shelve().unwrap();
    assert_eq!(one.draft().text(record::EARLIEST_START), "2 May");
    assert_eq!(one.offered(record::EARLIEST_START), "");
}

#[wasm_bindgen_test]
async fn d3_tabs_that_write_the_database_at_the_same_time_both_succeed() {
    let storage = TidyStorage::new().await;
    let (mut one, mut other) = (load(), load());
    for number in 1..20 {
        for (saver, field) in [(&mut one, "a"), (&mut other, "b")] {
            saver.edit(&record::note(field), &format!("{field} {number}"), number);
        }
        let batches = [one.batch(number).unwrap(), other.batch(number).unwrap()];
        for (saver, batch) in [&mut one, &mut other].into_iter().zip(&batches) {
            assert_eq!(write(&batch.changes).await, Ok(Vec::new()));
            saver.settle(batch, &[]);
        }
    }
    let found = load_both(&storage).await.draft();
    assert_eq!(found.text("note-a"), "a 19");
    assert_eq!(found.text("note-b"), "b 19");
}

#[wasm_bindgen_test]
async fn d3_a_text_that_another_tab_wrote_over_unseen_is_written_again() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "19 May", 2);
    saver.shelve().unwrap();
    assert!(saver.is_shelved());
    let older = r#"{"text":"18 May","at":1}"#;
    storage.put(saver::EARLIEST, older);
    let (name, revision) = saver.read_change(saver::EARLIEST, older).unwrap();
    saver.meet(&name, &revision);
    assert!(!saver.is_shelved());
    saver.shelve().unwrap();
    let found = load();
    assert_eq!(found.draft().text(record::EARLIEST_START), "19 May");
    assert_eq!(found.offered(record::EARLIEST_START), "18 May");
}

#[wasm_bindgen_test]
async fn d4_what_another_tab_typed_into_the_same_field_is_offered() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    let field = page.field("earliest-start");
    dispatch(&field, "focus");
    type_into(&field, "18 May 2026");
    store(&storage, EARLIEST, r#"{"text":"25 May 2026","at":10}"#);
    // The next key decides: this text is the newest.
    type_into(&field, "19 May 2026");
    dispatch(&field, "blur");
    page.until("the other text is offered", || {
        page.text_of("elsewhere").contains("25 May 2026")
    })
    .await;
    assert_eq!(field.value(), "19 May 2026");
    page.until("both are on the device", || {
        let kept = storage.all();
        ["19 May 2026", "25 May 2026"]
            .iter()
            .all(|text| kept.iter().any(|(_, stored)| stored.contains(text)))
    })
    .await;

    page.find("[part~=\"elsewhere\"] button").click();
    until_holds(&page, "earliest-start", "25 May 2026").await;
    assert!(page.text_of("elsewhere").contains("19 May 2026"));
    page.find("[part~=\"elsewhere\"] button:last-child").click();
    page.until("nothing is offered", || {
        page.text_of("elsewhere").is_empty()
    })
    .await;
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn what_others_stored_while_the_page_slept_is_caught_up_with() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_into(&page.field("earliest-start"), "18 May 2026");
    page.until("it is saved", || {
        page.text_of("save-state").contains("Saved")
    })
    .await;
    let later = r#"{"text":"19 May 2026","at":8000000000000,"over":7999999999999}"#;
    storage.put(EARLIEST, later);
    dispatch(&web_sys::window().unwrap(), "pageshow");
    until_holds(&page, "earliest-start", "19 May 2026").await;
    // A clock far behind does not make the next edit older.
    type_into(&page.field("earliest-start"), "20 May 2026");
    page.until("the edit is the newest", || {
        let stored = storage.get(EARLIEST).unwrap_or_default();
        stored.contains("20 May 2026")
    })
    .await;
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn d1_saved_is_said_only_once_the_database_has_it() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_into(&page.field("earliest-start"), "18 May 2026");
    assert!(storage.get(EARLIEST).is_some(), "each key is on the device");
    page.until("it is being saved", || {
        page.text_of("save-state") == "Saving…"
    })
    .await;
    assert!(!storage.has_database().await);
    page.until("it is said", || {
        page.text_of("save-state").contains("Saved")
    })
    .await;
    assert_eq!(storage.settled(EARLIEST).await.len(), 1);
    mounted.unmount();
}
