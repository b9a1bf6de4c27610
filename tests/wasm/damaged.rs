//! D8: what is stored and can't be read, in the real localStorage and database. It is told, kept, and deleted
//! only when the candidate says so; what can be read is spared.

use job_posting::storage::{Batch, Saver};
use posting::draft::record;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::saver::{EARLIEST, INDEX, draft, load, load_both, settle};
use crate::tidy_storage::TidyStorage;

#[wasm_bindgen_test]
async fn d8_an_unreadable_record_is_set_aside_before_it_is_written_over() {
    let storage = TidyStorage::new().await;
    storage.put(INDEX, r#"{"version":2,"records":"earliest-start"}"#);
    storage.put(EARLIEST, "damaged");
    let aside = format!("{EARLIEST}/unreadable");
    let mut saver = load();
    assert_eq!(saver.damaged()[0].text, "damaged");
    // An edit elsewhere is no reason to touch it.
    saver.edit(record::LATEST_END, "7 August", 1);
    saver.shelve().unwrap();
    assert_eq!(storage.get(EARLIEST).as_deref(), Some("damaged"));
    assert_eq!(storage.get(&aside), None);
    for text in ["18 May", "19 May"] {
        saver.edit(record::EARLIEST_START, text, 2);
        saver.shelve().unwrap();
        assert_eq!(storage.get(&aside).as_deref(), Some("damaged"));
    }
    let mut saver = load();
    assert_eq!(saver.draft().text(record::EARLIEST_START), "19 May");
    assert_eq!(saver.damaged()[0].text, "damaged", "it is still offered");
    saver.remove_damaged();
    assert_eq!(storage.get(&aside), None);
    assert!(load().damaged().is_empty());
}

#[wasm_bindgen_test]
async fn d8_what_was_set_aside_is_still_told_once_the_draft_is_deleted() {
    let storage = TidyStorage::new().await;
    storage.put(INDEX, r#"{"version":2,"records":"earliest-start"}"#);
    storage.put(EARLIEST, "damaged");
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May", 1);
    saver.shelve().unwrap();
    settle(&mut saver, 1).await;
    saver.edit(record::EARLIEST_START, "", 2);
    saver.shelve().unwrap();
    settle(&mut saver, 2).await;
    let mut saver = load_both(&storage).await;
    assert_eq!(saver.damaged()[0].text, "damaged");
    saver.remove_damaged();
    // There is nothing to write; what is over is removed all the same.
    assert!(saver.batch(3).is_none());
    saver.settle(&Batch::default(), &[]);
    assert_eq!(storage.get(&format!("{EARLIEST}/unreadable")), None);
    assert_eq!(storage.get(INDEX), None);
}

#[wasm_bindgen_test]
async fn d8_what_the_database_holds_and_can_not_be_read_is_told_kept_and_deleted() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::LATEST_END, "7 August", 1);
    saver.shelve().unwrap();
    settle(&mut saver, 1).await;
    storage.put_settled(EARLIEST, "damaged").await;

    let mut saver = load_both(&storage).await;
    assert_eq!(saver.damaged()[0].text, "damaged");
    saver.edit(record::EARLIEST_START, "18 May", 2);
    settle(&mut saver, 2).await;
    let mut saver = load_both(&storage).await;
    assert_eq!(saver.draft().text(record::EARLIEST_START), "18 May");
    assert_eq!(saver.damaged()[0].text, "damaged", "it is still offered");
    saver.remove_damaged();
    settle(&mut saver, 3).await;
    let saver = load_both(&storage).await;
    assert!(saver.damaged().is_empty());
    assert_eq!(saver.draft().text(record::EARLIEST_START), "18 May");
}

#[wasm_bindgen_test]
async fn d8_deleting_what_can_not_be_read_in_one_place_spares_what_can_in_the_other() {
    let storage = TidyStorage::new().await;
    for (in_database, is_written) in [(false, false), (true, true), (true, false)] {
        let mut saver = load();
        saver.edit(record::EARLIEST_START, "18 May", 1);
        saver.shelve().unwrap();
        settle(&mut saver, 1).await;
        if in_database {
            storage.put_settled(EARLIEST, "damaged").await;
        } else {
            storage.put(EARLIEST, "damaged");
        }
        let mut saver = load_both(&storage).await;
        assert_eq!(saver.damaged().len(), 1);
        // Typed while the notice is there, and deleted after or before that is written.
        saver.edit(record::EARLIEST_START, "19 May", 2);
        if is_written {
            settle(&mut saver, 2).await;
        }
        saver.remove_damaged();
        saver.shelve().unwrap();
        settle(&mut saver, 3).await;
        let saver = load_both(&storage).await;
        assert!(saver.damaged().is_empty(), "{:?}", saver.damaged());
        storage.restore(&[]);
        let only_database = load_both(&storage).await;
        assert_eq!(only_database.draft().text(record::EARLIEST_START), "19 May");
        assert_eq!(saver.draft().text(record::EARLIEST_START), "19 May");
    }
}

#[wasm_bindgen_test]
async fn d8_a_damaged_index_hides_no_draft() {
    let storage = TidyStorage::new().await;
    storage.put(INDEX, "damaged");
    storage.put(EARLIEST, r#"{"text":"18 May 2026","at":1}"#);
    let expected = draft(&[(record::EARLIEST_START, "18 May 2026")]);
    let mut saver = load();
    assert_eq!(saver.draft(), expected);
    assert_eq!(saver.damaged()[0].text, "damaged");
    // It is replaced by the next save, and kept.
    saver.edit(record::EARLIEST_START, "19 May 2026", 2);
    saver.shelve().unwrap();
    let aside = format!("{INDEX}/unreadable");
    assert_eq!(storage.get(&aside).as_deref(), Some("damaged"));
    let mut saver = load();
    assert_eq!(saver.damaged()[0].text, "damaged");
    saver.remove_damaged();
    assert_eq!(storage.get(&aside), None);
    assert_eq!(load().draft().text(record::EARLIEST_START), "19 May 2026");
}

#[wasm_bindgen_test]
async fn d8_a_damaged_index_that_is_deleted_hides_no_draft() {
    let storage = TidyStorage::new().await;
    storage.put(INDEX, "damaged");
    storage.put(EARLIEST, r#"{"text":"18 May 2026","at":1}"#);
    load().remove_damaged();
    let saver = load();
    assert_eq!(saver.draft().text(record::EARLIEST_START), "18 May 2026");
    assert!(saver.damaged().is_empty());
}

#[wasm_bindgen_test]
async fn d8_deleting_what_can_not_be_read_spares_what_was_typed_in_its_place() {
    let storage = TidyStorage::new().await;
    storage.put(INDEX, r#"{"version":2,"records":"earliest-start"}"#);
    storage.put(EARLIEST, "damaged");
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May", 1);
    saver.shelve().unwrap();
    saver.remove_damaged();
    assert_eq!(storage.get(&format!("{EARLIEST}/unreadable")), None);
    let saver = load();
    assert_eq!(saver.draft().text(record::EARLIEST_START), "18 May");
    assert!(saver.damaged().is_empty());
}

/// A browser that damages one text may damage the next.
#[wasm_bindgen_test]
async fn d8_all_that_was_ever_damaged_under_one_key_is_kept_told_and_deleted() {
    let storage = TidyStorage::new().await;
    for (now, damaged) in (1..).zip(["one", "two", "one", "three"]) {
        let mut saver = load();
        saver.edit(record::EARLIEST_START, "18 May", now);
        saver.shelve().unwrap();
        storage.put(EARLIEST, damaged);
    }
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "19 May", 5);
    saver.shelve().unwrap();
    assert!(texts(&saver).contains(&"three".to_owned()), "told at once");
    let mut saver = load();
    assert_eq!(texts(&saver), ["one", "two", "three"]);
    for (number, damaged) in [("", "one"), ("-2", "two"), ("-3", "three")] {
        let kept = storage.get(&format!("{EARLIEST}/unreadable{number}"));
        assert_eq!(kept.as_deref(), Some(damaged));
    }
    // Another tab sets one aside meanwhile, which nobody was told of here.
    storage.put(&format!("{EARLIEST}/unreadable-4"), "four");
    saver.remove_damaged();
    let mut saver = load();
    assert_eq!(texts(&saver), ["four"]);
    assert_eq!(saver.draft().text(record::EARLIEST_START), "19 May");
    saver.remove_damaged();
    let kept = storage.all();
    assert!(!kept.iter().any(|(key, _)| key.contains("unreadable")));
}

#[wasm_bindgen_test]
async fn d8_all_that_was_ever_damaged_in_one_row_is_kept_told_and_deleted() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May", 1);
    settle(&mut saver, 1).await;
    for (now, damaged) in (2..).zip(["one", "two", "one", "three"]) {
        storage.put_settled(EARLIEST, damaged).await;
        let mut saver = load_both(&storage).await;
        saver.edit(record::EARLIEST_START, "18 May", now);
        settle(&mut saver, now).await;
    }
    let mut saver = load_both(&storage).await;
    assert_eq!(texts(&saver), ["one", "two", "three"]);
    saver.remove_damaged();
    settle(&mut saver, 9).await;
    let saver = load_both(&storage).await;
    assert!(saver.damaged().is_empty());
    assert_eq!(storage.settled("").await.len(), 1);
    assert_eq!(saver.draft().text(record::EARLIEST_START), "18 May");
}

#[wasm_bindgen_test]
async fn d8_a_row_that_is_no_text_is_told_kept_and_deleted() {
    let storage = TidyStorage::new().await;
    for value in ["{ typed: ['18 May'] }", "null", "12n", "new Date(0)"] {
        let mut saver = load();
        saver.edit(record::LATEST_END, "7 August", 1);
        settle(&mut saver, 1).await;
        storage.put_settled_value(EARLIEST, value).await;
        let mut saver = load_both(&storage).await;
        let told = texts(&saver);
        assert_eq!(told.len(), 1, "{value}");
        saver.edit(record::EARLIEST_START, "18 May", 2);
        settle(&mut saver, 2).await;
        let mut saver = load_both(&storage).await;
        assert_eq!(saver.draft().text(record::EARLIEST_START), "18 May");
        assert_eq!(texts(&saver), told);
        saver.remove_damaged();
        settle(&mut saver, 3).await;
        assert!(load_both(&storage).await.damaged().is_empty(), "{value}");
    }
}

/// What is told of a draft, in order.
fn texts(saver: &Saver) -> Vec<String> {
    let damaged = saver.damaged().into_iter();
    damaged.map(|damaged| damaged.text).collect()
}

#[wasm_bindgen_test]
async fn d10_beside_a_draft_of_a_newer_version_what_can_not_be_read_stays() {
    let storage = TidyStorage::new().await;
    storage.put(INDEX, r#"{"version":3}"#);
    storage.put(EARLIEST, "damaged");
    let before = storage.all();
    let mut saver = load();
    saver.remove_damaged();
    assert_eq!(storage.all(), before);
    // Another tab may have been the newer one.
    storage.put(INDEX, r#"{"version":2,"records":"earliest-start"}"#);
    let mut saver = load();
    storage.restore(&before);
    saver.remove_damaged();
    assert_eq!(storage.all(), before);
    assert_eq!(texts(&saver), ["damaged"]);
}
