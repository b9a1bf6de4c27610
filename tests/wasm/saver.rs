//! Drafts in the real localStorage and database: what is kept comes back, what is foreign or
//! unreadable survives, and a full device is told from a forbidden one.

use job_posting::storage::{SaveState, Saver, Shelf, Unavailable};
use posting::draft::{Draft, record};
use posting::posting::Posting;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::tidy_storage::{TidyStorage, write};

pub const EARLIEST: &str = "job-posting/2/draft/shelf/earliest-start";
const LATEST: &str = "job-posting/2/draft/shelf/latest-end";
pub const INDEX: &str = "job-posting/index/shelf";

pub fn load() -> Saver {
    let text = r#"{ "version": 1, "id": "shelf", "title": "A", "organization": { "name": "B" } }"#;
    Saver::load(Shelf::open(), &Posting::from_json(text).unwrap())
}

pub fn draft(records: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (name, text) in records {
        draft.set(name, text);
    }
    draft
}

/// A saver with all that both places hold.
pub async fn load_both(storage: &TidyStorage) -> Saver {
    let mut saver = load();
    let rows = storage.settled(&saver.database_prefix()).await;
    for (name, revision) in saver.take_settled(&rows) {
        saver.meet(&name, &revision);
    }
    saver
}

/// Has the database take what it doesn't have.
pub async fn settle(saver: &mut Saver, now: i64) {
    while let Some(batch) = saver.batch(now) {
        let found = write(&batch.changes).await.unwrap();
        for (name, revision) in saver.settle(&batch, &found) {
            saver.meet(&name, &revision);
        }
        if found.is_empty() {
            return;
        }
    }
}

#[wasm_bindgen_test]
async fn records_come_back_as_they_were_typed() {
    for (now, words) in (1..).zip([
        "18 May 2026",
        "\"quoted\" 'and' \\back\\slashed",
        "👩🏽‍🎓 ünïcode 日本語",
        "two\nlines\r\n\tand a tab",
        "</script>\u{2028}\u{0}",
    ]) {
        let storage = TidyStorage::new().await;
        let mut saver = load();
        saver.edit(record::EARLIEST_START, words, now);
        saver.shelve().unwrap();
        settle(&mut saver, now).await;
        let expected = draft(&[(record::EARLIEST_START, words)]);
        assert_eq!(load().draft(), expected);
        storage.restore(&[]);
        assert_eq!(load_both(&storage).await.draft(), expected);
    }
}

#[wasm_bindgen_test]
async fn records_are_stored_in_the_documented_form_in_both_places() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May 2026", 1_772_409_600_000);
    saver.shelve().unwrap();
    let run = saver.revision(record::EARLIEST_START).unwrap().run;
    let record = format!(r#"{{"text":"18 May 2026","at":1772409600000,"run":{run}}}"#);
    let record = record.as_str();
    let index = r#"{"version":2,"records":"earliest-start"}"#;
    let own = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    assert_eq!(storage.all(), [own(EARLIEST, record), own(INDEX, index)]);
    assert!(!storage.has_database().await);
    settle(&mut saver, 1).await;
    assert_eq!(storage.settled("").await, [own(EARLIEST, record)]);
}

#[wasm_bindgen_test]
async fn a_draft_is_found_again_and_its_end_leaves_no_text() {
    let storage = TidyStorage::new().await;
    let typed = draft(&[
        (record::EARLIEST_START, "18 May"),
        // Of a qualification that the posting has no more.
        ("note-gone", "kept"),
    ]);
    let mut saver = load();
    assert_eq!(saver.state(), SaveState::Untouched);
    for (name, text) in typed.records() {
        saver.edit(name, text, 5);
    }
    saver.shelve().unwrap();
    assert_eq!(saver.state(), SaveState::Shelved(5));
    settle(&mut saver, 5).await;
    assert_eq!(saver.state(), SaveState::Saved(5));

    let mut saver = load_both(&storage).await;
    assert_eq!(saver.draft(), typed);
    assert_eq!(saver.state(), SaveState::Saved(5));
    for (name, _) in typed.records() {
        saver.edit(name, "", 6);
    }
    saver.shelve().unwrap();
    settle(&mut saver, 6).await;
    assert_eq!(saver.state(), SaveState::Untouched);
    assert_eq!(storage.all(), []);
    let left = storage.settled("").await;
    assert!(
        left.iter()
            .all(|(_, text)| text.starts_with(r#"{"text":"","#)),
        "{left:?}"
    );

    // A day later nothing is left of it anywhere.
    let mut saver = load_both(&storage).await;
    saver.edit(record::LATEST_END, "7 August", 100_000_000);
    saver.shelve().unwrap();
    settle(&mut saver, 100_000_000).await;
    let left = storage.settled("").await;
    assert_eq!(left.len(), 1, "{left:?}");
}

#[wasm_bindgen_test]
async fn d1_what_a_killed_browser_has_not_written_comes_back_from_the_database() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May", 1);
    saver.edit(record::LATEST_END, "7 August", 1);
    saver.shelve().unwrap();
    let on_disk = storage.all();
    saver.edit(record::EARLIEST_START, "19 May", 2);
    saver.edit(record::LATEST_END, "", 2);
    saver.edit("note-a", "new", 2);
    saver.shelve().unwrap();
    settle(&mut saver, 2).await;

    // Chromium writes localStorage up to a minute late.
    storage.restore(&on_disk);
    let expected = draft(&[(record::EARLIEST_START, "19 May"), ("note-a", "new")]);
    assert_eq!(load_both(&storage).await.draft(), expected);
    storage.restore(&[]);
    assert_eq!(load_both(&storage).await.draft(), expected);
}

#[wasm_bindgen_test]
async fn what_was_typed_before_the_database_answered_stays() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May", 1);
    saver.shelve().unwrap();
    let on_disk = storage.all();
    saver.edit(record::EARLIEST_START, "19 May", 2);
    saver.shelve().unwrap();
    settle(&mut saver, 2).await;
    storage.restore(&on_disk);

    let mut saver = load();
    saver.edit(record::EARLIEST_START, "20 May", 3);
    let rows = storage.settled(&saver.database_prefix()).await;
    for (name, revision) in saver.take_settled(&rows) {
        saver.meet(&name, &revision);
    }
    assert_eq!(saver.draft().text(record::EARLIEST_START), "20 May");
    assert_eq!(saver.offered(record::EARLIEST_START), "19 May");
}

#[wasm_bindgen_test]
async fn foreign_keys_are_left_alone() {
    let storage = TidyStorage::new().await;
    for (key, foreign) in [
        ("theme", "dark"),
        ("job-posting", "{"),
        (
            "job-posting/3/draft/shelf/earliest-start",
            "of a later version",
        ),
        (
            "job-posting/2/draft/shelf-2/earliest-start",
            "of another posting",
        ),
        ("job-posting/2/draft/shelf", "no record's name"),
    ] {
        storage.put(key, foreign);
    }
    let before = storage.all();
    let mut saver = load();
    assert!(saver.draft().is_empty() && saver.damaged().is_empty());
    saver.edit(record::EARLIEST_START, "18 May", 1);
    saver.shelve().unwrap();
    assert_eq!(storage.all().len(), before.len() + 2);
    saver.edit(record::EARLIEST_START, "", 2);
    saver.shelve().unwrap();
    settle(&mut saver, 2).await;
    assert_eq!(storage.all(), before);
}

#[wasm_bindgen_test]
async fn loading_writes_nothing() {
    let storage = TidyStorage::new().await;
    storage.put(
        INDEX,
        r#"{"version":2,"records":"earliest-start latest-end"}"#,
    );
    storage.put(EARLIEST, "damaged");
    storage.put(LATEST, r#"{"text":"7 August 2026","at":1}"#);
    let before = storage.all();
    let saver = load_both(&storage).await;
    assert_eq!(
        saver.draft(),
        draft(&[(record::LATEST_END, "7 August 2026")])
    );
    assert_eq!(saver.damaged().len(), 1);
    assert_eq!(storage.all(), before);
    assert!(!storage.has_database().await, "reading made a database");
}

#[wasm_bindgen_test]
async fn d5_a_full_device_is_recognised_and_saving_goes_on_once_there_is_room() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May", 1);
    saver.shelve().unwrap();
    storage.fill();

    let longer = "18 May 2026, as far as I know today";
    saver.edit(record::EARLIEST_START, longer, 2);
    assert_eq!(saver.shelve(), Err(Unavailable::Full));
    let stored = storage.get(EARLIEST).unwrap_or_default();
    assert!(
        stored.contains(r#""18 May""#),
        "the older text was lost: {stored}"
    );
    assert_eq!(saver.draft().text(record::EARLIEST_START), longer);

    // The database has a space of its own.
    settle(&mut saver, 2).await;
    let found = load_both(&storage).await.draft();
    assert_eq!(found.text(record::EARLIEST_START), longer);

    storage.make_room();
    assert_eq!(saver.shelve(), Ok(()));
    assert_eq!(load().draft().text(record::EARLIEST_START), longer);
}

#[wasm_bindgen_test]
async fn d6_a_refused_edit_is_there_after_another_tab_saved() {
    for name in [record::EARLIEST_START, record::LATEST_END] {
        let storage = TidyStorage::new().await;
        let (mut one, mut other) = (load(), load());
        storage.fill();
        let refused = "18 May 2026, as far as I know today";
        one.edit(record::EARLIEST_START, refused, 1);
        assert_eq!(one.shelve(), Err(Unavailable::Full));

        storage.make_room();
        other.edit(name, "7 August", 2);
        assert_eq!(other.shelve(), Ok(()));
        assert_eq!(one.shelve(), Ok(()));
        let found = load();
        let offered = found.offered(record::EARLIEST_START);
        let found = found.draft();
        let kept = [found.text(record::EARLIEST_START), &offered];
        assert!(kept.contains(&refused), "{found:?}");
        assert_eq!(found.text(name), "7 August");
    }
}

#[wasm_bindgen_test]
async fn d3_three_hundred_edits_in_each_of_two_tabs_all_survive() {
    let _storage = TidyStorage::new().await;
    let (mut one, mut other) = (load(), load());
    for number in 0..300 {
        for (saver, field) in [(&mut one, "a"), (&mut other, "b")] {
            let name = record::note(&format!("{field}-{}", number % 30));
            saver.edit(&name, &format!("{field} {number}"), number);
            saver.shelve().unwrap();
        }
    }
    let found = load().draft();
    for field in ["a", "b"] {
        for number in 270..300 {
            let name = record::note(&format!("{field}-{}", number % 30));
            assert_eq!(found.text(&name), format!("{field} {number}"));
        }
    }
}

#[wasm_bindgen_test]
async fn d4_one_field_edited_in_two_tabs_keeps_both_texts() {
    let _storage = TidyStorage::new().await;
    let (mut one, mut other) = (load(), load());
    one.edit(record::LATEST_END, "7 August", 1);
    other.edit(record::LATEST_END, "8 August", 2);
    one.shelve().unwrap();
    other.shelve().unwrap();
    let found = load();
    assert_eq!(found.draft().text(record::LATEST_END), "8 August");
    assert_eq!(found.offered(record::LATEST_END), "7 August");
}
