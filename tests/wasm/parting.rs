//! A page that is left, and one that comes back: what is written then, and what is said.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{StorageEvent, StorageEventInit};

use crate::gone::{EARLIEST, POSTING, settled, type_and_save, until_said};
use crate::page::{Page, dispatch, pause, type_into};
use crate::tidy_storage::{TidyStorage, run};

/// Counts how often the database is opened.
const COUNT: &str = "
    window.opened = 0;
    window.open_ = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
        opened += 1;
        return open_.apply(this, given);
    };
    return Promise.resolve()";
const STOP: &str = "
    IDBFactory.prototype.open = open_;
    return Promise.resolve()";

/// How often it was since then.
fn opened() -> Option<f64> {
    let window = web_sys::window().unwrap();
    let opened = js_sys::Reflect::get(&window, &"opened".into());
    opened.unwrap().as_f64()
}

/// Whatever opens the database while a page is left keeps it open in the page's sleep.
#[wasm_bindgen_test]
async fn two_widgets_of_a_page_that_is_left_both_write_and_open_no_database() {
    let storage = TidyStorage::new().await;
    let pages = [Page::new(), Page::new()];
    let mut mounted = Vec::new();
    for page in &pages {
        mounted.push(page.mount(POSTING).await);
    }
    type_and_save(&pages[0]).await;
    pause(800).await;
    type_into(&pages[0].field("earliest-start"), "19 May 2026");
    type_into(&pages[1].field("latest-end"), "7 August 2026");
    run(COUNT).await;
    let window = web_sys::window().unwrap();
    dispatch(&window, "pagehide");
    // A page that is left is hidden as well.
    dispatch(&window, "visibilitychange");
    assert_eq!(opened(), Some(0.0));
    run(STOP).await;
    let latest = EARLIEST.replace("earliest-start", "latest-end");
    for (key, text) in [(EARLIEST, "19 May 2026"), (&latest, "7 August 2026")] {
        assert!(settled(&storage, key).await.contains(text), "{text}");
    }
    for one in mounted {
        one.unmount();
    }
}

#[wasm_bindgen_test]
async fn a_page_that_slept_while_one_field_was_emptied_tells_of_no_loss() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    let latest = EARLIEST.replace("earliest-start", "latest-end");
    let kept = storage.all().into_iter();
    let kept: Vec<_> = kept.filter(|(key, _)| *key != latest).collect();
    storage.restore(&kept);
    let deletion = r#"{"text":"","at":8000000000000,"over":7999999999999}"#;
    storage.put_settled(&latest, deletion).await;
    dispatch(&web_sys::window().unwrap(), "pageshow");
    page.until("it is gone", || page.field("latest-end").value().is_empty())
        .await;
    pause(800).await;
    assert_eq!(page.text_of("notice"), "");
    let state = page.text_of("save-state");
    assert!(state.contains("Saved"), "{state}");
    mounted.unmount();
}

/// Until a browser has written localStorage to disk, what was removed there comes back when it is killed.
#[wasm_bindgen_test]
async fn a_deletion_that_a_killed_browser_forgot_is_ended_when_the_page_is_opened() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    let on_disk = storage.all();
    page.find("#draft-delete").click();
    until_said(&page, "Your draft is deleted.").await;
    mounted.unmount();
    storage.restore(&on_disk);
    let mounted = page.mount(POSTING).await;
    pause(1_000).await;
    assert_eq!(storage.all(), []);
    assert_eq!(page.field("earliest-start").value(), "");
    mounted.unmount();
}

/// The answer of the first is still to come when the page is left.
#[wasm_bindgen_test]
async fn what_was_on_its_way_when_a_page_was_left_is_written_once_it_is_back() {
    const LEAVE: &str = "
        window.get_ = IDBObjectStore.prototype.get;
        IDBObjectStore.prototype.get = function (...given) {
            IDBObjectStore.prototype.get = get_;
            queueMicrotask(() => dispatchEvent(new Event('pagehide')));
            return get_.apply(this, given);
        };
        return Promise.resolve()";
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    storage.fill();
    run(LEAVE).await;
    let longer = "19 May 2026, as far as I know today, or a day later if all goes well";
    type_into(&page.field("earliest-start"), longer);
    pause(350).await;
    let state = page.text_of("save-state");
    assert!(!state.contains("Saved"), "{state}");
    page.until_settled(&storage, "job-posting/2/draft/", longer)
        .await;
    dispatch(&web_sys::window().unwrap(), "pageshow");
    page.until_settled(&storage, EARLIEST, longer).await;
    page.until("it is told where it is", || {
        page.text_of("notice").contains("no space left")
            || page.text_of("save-state").contains("Saved")
    })
    .await;
    storage.make_room();
    type_into(&page.field("latest-end"), "29 August 2026");
    page.until("it is saved", || {
        page.text_of("save-state").contains("Saved")
    })
    .await;
    assert!(settled(&storage, EARLIEST).await.contains(longer));
    mounted.unmount();
}

/// A script of the page may stop an event, and a widget may fail.
#[wasm_bindgen_test]
async fn a_widget_that_did_not_hear_that_the_page_is_left_closes_no_other_ones_way_to_the_database()
{
    const DEAF: &str = "
        window.stop_ = (event) => event.stopImmediatePropagation();
        addEventListener('pagehide', stop_);
        return Promise.resolve()";
    const ID: &str = "tiktok-ecommerce-strategy-intern-2026";
    let storage = TidyStorage::new().await;
    let pages = [Page::new(), Page::new()];
    let first = pages[0].mount(POSTING).await;
    run(DEAF).await;
    let second = pages[1].mount(&POSTING.replace(ID, "other")).await;
    for page in &pages {
        type_and_save(page).await;
    }
    let window = web_sys::window().unwrap();
    dispatch(&window, "pagehide");
    run("removeEventListener('pagehide', stop_); return Promise.resolve()").await;
    dispatch(&window, "pageshow");
    type_into(&pages[1].field("earliest-start"), "19 May 2026");
    dispatch(&window, "pagehide");
    let key = EARLIEST.replace(ID, "other");
    assert!(settled(&storage, &key).await.contains("19 May 2026"));
    second.unmount();
    first.unmount();
}

/// What localStorage refuses is nowhere else, and a page that is left opens no database any more.
#[wasm_bindgen_test]
async fn the_first_key_that_a_full_device_refuses_asks_for_the_database_at_once() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    pause(50).await;
    storage.fill();
    run(COUNT).await;
    for (text, asked) in [("1", 1.0), ("18", 1.0), ("18 May 2026", 1.0)] {
        type_into(&page.field("earliest-start"), text);
        assert_eq!(opened(), Some(asked), "{text}");
    }
    run(STOP).await;
    page.until_settled(&storage, EARLIEST, "18 May 2026").await;
    page.until("it is told", || {
        page.text_of("notice").contains("no space left")
    })
    .await;
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn d5_without_a_database_the_widget_says_what_is_true() {
    // The browser asks its reader where this is cancelled.
    let may_be_left = || dispatch(&web_sys::window().unwrap(), "beforeunload");
    let storage = TidyStorage::new().await;
    run("window.openDatabase_ = IDBFactory.prototype.open;
        IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };
        return Promise.resolve()")
    .await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_into(&page.field("earliest-start"), "18 May 2026");
    page.until("it is said", || {
        page.text_of("save-state")
            .contains("the last minute may be lost")
    })
    .await;
    assert!(storage.get(EARLIEST).is_some());
    assert!(may_be_left());
    storage.fill();
    type_into(&page.field("earliest-start"), &"x".repeat(3_000));
    page.until("the notice is there", || {
        page.text_of("notice").contains("no space left")
    })
    .await;
    page.until("the browser asks", || !may_be_left()).await;
    storage.make_room();
    let options = StorageEventInit::new();
    options.set_key(Some("filler-0"));
    let event = StorageEvent::new_with_event_init_dict("storage", &options).unwrap();
    web_sys::window().unwrap().dispatch_event(&event).unwrap();
    page.until("saving goes on by itself", || {
        let stored = storage.get(EARLIEST).unwrap_or_default();
        stored.contains("xxx") && page.text_of("notice").is_empty()
    })
    .await;
    page.until("the browser asks no more", may_be_left).await;
    storage.fill();
    type_into(&page.field("earliest-start"), &"y".repeat(6_000));
    page.until("the browser asks again", || !may_be_left())
        .await;
    mounted.unmount();
    assert!(may_be_left(), "it asks for what is gone");
    run("IDBFactory.prototype.open = openDatabase_; return Promise.resolve()").await;
}
