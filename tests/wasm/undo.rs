//! Undoing: whatever a draft file, a link or a deletion has replaced comes back or is offered.

use posting::draft::record;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::gone::{POSTING, type_and_save};
use crate::page::{Page, pause, type_into};
use crate::saver::{load, load_both, settle};
use crate::tidy_storage::TidyStorage;

const TYPED: &str = "18 May 2026";

async fn until_shown(page: &Page, text: &str) {
    page.until(&format!("{text} is shown"), || {
        page.field("earliest-start").value() == text
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_text_in_whose_place_another_was_typed_since_is_offered() {
    for is_opened in [true, false] {
        let _storage = TidyStorage::new().await;
        let page = Page::new();
        let mounted = page.mount(POSTING).await;
        type_and_save(&page).await;
        if is_opened {
            let file = mounted.export_draft().unwrap();
            let file = file.replace(TYPED, "1 June 2026");
            mounted.import_draft(&file).unwrap();
        } else {
            mounted.clear_draft();
        }
        pause(50).await;
        type_into(&page.field("earliest-start"), "2 June 2026");
        page.find("#draft-undo").click();
        pause(50).await;
        assert_eq!(page.field("earliest-start").value(), "2 June 2026");
        assert_eq!(page.field("latest-end").value(), "28 August 2026");
        let offered = page.text_of("elsewhere");
        assert!(offered.contains(TYPED), "{offered}");
        mounted.unmount();
        // It is kept like any other.
        let mounted = page.mount(POSTING).await;
        until_shown(&page, "2 June 2026").await;
        assert!(page.text_of("elsewhere").contains(TYPED));
        mounted.unmount();
    }
}

#[wasm_bindgen_test]
async fn that_the_draft_is_back_is_said() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    page.find("#draft-delete").click();
    pause(50).await;
    let undo = page.find("#draft-undo");
    // It is as wide as its words, in the row of the others.
    assert!(undo.offset_width() < page.find("[part~=draft]").offset_width() / 2);
    undo.click();
    until_shown(&page, TYPED).await;
    let said = page.find("[part~=draft] [role=status]");
    assert_eq!(said.text_content().unwrap(), "Your draft is back.");
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn of_several_files_each_is_undone() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_and_save(&page).await;
    let file = mounted.export_draft().unwrap();
    let days = ["1 June 2026", "2 June 2026"];
    for day in days {
        mounted.import_draft(&file.replace(TYPED, day)).unwrap();
        until_shown(&page, day).await;
    }
    mounted.clear_draft();
    for day in [days[1], days[0], TYPED] {
        page.find("#draft-undo").click();
        until_shown(&page, day).await;
    }
    assert!(page.find("#draft-undo").hidden());
    mounted.unmount();
}

/// Chromium writes localStorage to disk up to a minute late, so that a killed browser brings the offer back.
#[wasm_bindgen_test]
async fn an_offer_that_was_dismissed_days_later_does_not_come_back() {
    const DAYS: i64 = 3 * 86_400_000;
    let storage = TidyStorage::new().await;
    let (mut one, mut other) = (load(), load());
    one.edit(record::EARLIEST_START, "7 August", 1);
    other.edit(record::EARLIEST_START, "8 August", 2);
    one.shelve().unwrap();
    other.shelve().unwrap();
    settle(&mut other, 2).await;
    let on_disk = storage.all();
    let mut saver = load_both(&storage).await;
    assert_eq!(saver.offered(record::EARLIEST_START), "7 August");
    saver.dismiss(record::EARLIEST_START, DAYS);
    for now in [DAYS, DAYS + 1] {
        saver.edit(record::LATEST_END, &format!("{now}"), now);
        saver.shelve().unwrap();
        settle(&mut saver, now).await;
    }
    storage.restore(&on_disk);
    let mut saver = load_both(&storage).await;
    assert_eq!(saver.offered(record::EARLIEST_START), "");
    // Another day later nothing is left of it.
    saver.edit(record::LATEST_END, "", DAYS + DAYS);
    saver.shelve().unwrap();
    settle(&mut saver, DAYS + DAYS).await;
    saver.edit(record::LATEST_END, "9 August", DAYS + DAYS + 1);
    saver.shelve().unwrap();
    settle(&mut saver, DAYS + DAYS + 1).await;
    let left = storage.settled("").await;
    assert!(!left.iter().any(|(key, _)| key.contains("elsewhere")));
}
