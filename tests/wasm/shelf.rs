//! Drafts in the real localStorage: what is kept comes back, what is foreign or
//! unreadable survives, and a full device is told from a forbidden one.

use job_posting::storage::{Held, Record, SaveState, Saver, Shelf, Unavailable};
use posting::draft::{Draft, record};
use posting::posting::Posting;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::tidy_storage::TidyStorage;

const EARLIEST: &str = "job-posting/1/draft/shelf/earliest-start";
const LATEST: &str = "job-posting/1/draft/shelf/latest-end";
const INDEX: &str = "job-posting/1/index/shelf";

fn posting() -> Posting {
    let text = r#"{ "version": 1, "id": "shelf", "title": "A", "organization": { "name": "B" } }"#;
    Posting::from_json(text).unwrap()
}

fn draft(records: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (name, text) in records {
        draft.set(name, text);
    }
    draft
}

fn text(text: &str, at: f64) -> Record {
    Record {
        text: text.to_owned(),
        at,
    }
}

#[wasm_bindgen_test]
fn records_come_back_as_they_were_typed() {
    let _storage = TidyStorage::new();
    let shelf = Shelf::open();
    assert!(shelf.is_lasting());
    for words in [
        "18 May 2026",
        "\"quoted\" 'and' \\back\\slashed",
        "👩🏽‍🎓 ünïcode 日本語",
        "two\nlines\r\n\tand a tab",
        "</script>\u{2028}\u{0}",
        "",
    ] {
        let record = text(words, 1_772_409_600_123.0);
        shelf
            .put("job-posting/1/draft/a/b", record.clone())
            .unwrap();
        // Another shelf has nothing in memory, so this is what the browser kept.
        let held = Shelf::open().get("job-posting/1/draft/a/b");
        assert_eq!(held, Held::Record(record), "{words:?}");
    }
    assert_eq!(shelf.get("job-posting/1/draft/a/c"), Held::Nothing);
}

#[wasm_bindgen_test]
fn records_are_stored_in_the_documented_form() {
    let storage = TidyStorage::new();
    let record = text("18 May 2026", 1_772_409_600_000.0);
    Shelf::open().put(EARLIEST, record).unwrap();
    let stored = r#"{"text":"18 May 2026","at":1772409600000}"#;
    assert_eq!(storage.all(), [(EARLIEST.to_owned(), stored.to_owned())]);
}

#[wasm_bindgen_test]
fn a_draft_is_found_again_and_its_end_leaves_nothing() {
    let storage = TidyStorage::new();
    let typed = draft(&[
        (record::EARLIEST_START, "18 May"),
        // Of a qualification that the posting has no more.
        ("note-gone", "kept"),
    ]);
    let (mut saver, empty) = Saver::load(Shelf::open(), &posting());
    assert!(empty.is_empty());
    assert_eq!(saver.initial_state(), SaveState::Untouched);
    assert_eq!(saver.save(&typed, 5.0), SaveState::Saved(5.0));

    let (mut saver, found) = Saver::load(Shelf::open(), &posting());
    assert_eq!(found, typed);
    assert_eq!(saver.initial_state(), SaveState::Saved(5.0));
    assert_eq!(saver.save(&Draft::default(), 6.0), SaveState::Untouched);
    assert_eq!(storage.all(), []);
}

#[wasm_bindgen_test]
fn foreign_keys_are_left_alone() {
    let storage = TidyStorage::new();
    for (key, foreign) in [
        ("theme", "dark"),
        ("job-posting", "{"),
        (
            "job-posting/2/draft/shelf/earliest-start",
            "of a later version",
        ),
        (
            "job-posting/1/draft/shelf-2/earliest-start",
            "of another posting",
        ),
        ("job-posting/1/draft/shelf", "no record's name"),
    ] {
        storage.put(key, foreign);
    }
    let before = storage.all();
    let (mut saver, found) = Saver::load(Shelf::open(), &posting());
    assert!(found.is_empty() && !saver.has_unreadable());
    let _ = saver.save(&draft(&[(record::EARLIEST_START, "18 May")]), 1.0);
    assert_eq!(storage.all().len(), before.len() + 2);
    let _ = saver.save(&Draft::default(), 2.0);
    assert_eq!(storage.all(), before);
}

#[wasm_bindgen_test]
fn loading_writes_nothing() {
    let storage = TidyStorage::new();
    storage.put(INDEX, r#"{"text":"earliest-start latest-end","at":1}"#);
    storage.put(EARLIEST, "damaged");
    storage.put(LATEST, r#"{"text":"7 August 2026","at":1}"#);
    let before = storage.all();
    let (saver, found) = Saver::load(Shelf::open(), &posting());
    assert_eq!(found, draft(&[(record::LATEST_END, "7 August 2026")]));
    assert!(saver.has_unreadable());
    assert_eq!(storage.all(), before);
}

#[wasm_bindgen_test]
fn what_is_no_record_is_recognised() {
    let storage = TidyStorage::new();
    for stored in [
        "",
        "damaged",
        "null",
        "18",
        "\"18 May\"",
        "[]",
        "{}",
        r#"{"text":"18 May"}"#,
        r#"{"at":1}"#,
        r#"{"text":18,"at":1}"#,
        r#"{"text":"18 May","at":"1"}"#,
        r#"{"text":"18 May","at":1"#,
    ] {
        storage.put(EARLIEST, stored);
        assert_eq!(Shelf::open().get(EARLIEST), Held::Unreadable, "{stored}");
        assert_eq!(storage.get(EARLIEST).as_deref(), Some(stored));
    }
}

#[wasm_bindgen_test]
fn an_unreadable_record_is_set_aside_before_it_is_written_over() {
    let storage = TidyStorage::new();
    storage.put(INDEX, r#"{"text":"earliest-start","at":1}"#);
    storage.put(EARLIEST, "damaged");
    let aside = format!("{EARLIEST}/unreadable");
    let (mut saver, _) = Saver::load(Shelf::open(), &posting());
    // An edit elsewhere is no reason to touch it.
    let _ = saver.save(&draft(&[(record::LATEST_END, "7 August")]), 1.0);
    assert_eq!(storage.get(EARLIEST).as_deref(), Some("damaged"));
    assert_eq!(storage.get(&aside), None);
    let typed = draft(&[
        (record::EARLIEST_START, "18 May"),
        (record::LATEST_END, "7 August"),
    ]);
    assert_eq!(saver.save(&typed, 2.0), SaveState::Saved(2.0));
    assert_eq!(storage.get(&aside).as_deref(), Some("damaged"));
    let typed = draft(&[
        (record::EARLIEST_START, "19 May"),
        (record::LATEST_END, "7 August"),
    ]);
    let _ = saver.save(&typed, 3.0);
    assert_eq!(storage.get(&aside).as_deref(), Some("damaged"));
    assert_eq!(Saver::load(Shelf::open(), &posting()).1, typed);
}

#[wasm_bindgen_test]
fn a_damaged_index_hides_no_draft() {
    let storage = TidyStorage::new();
    storage.put(INDEX, "damaged");
    storage.put(EARLIEST, r#"{"text":"18 May 2026","at":1}"#);
    let (_, found) = Saver::load(Shelf::open(), &posting());
    assert_eq!(found, draft(&[(record::EARLIEST_START, "18 May 2026")]));
}

/// Leaves no room for another character.
fn fill(storage: &TidyStorage) {
    let mut length = 1 << 20;
    let mut number = 0;
    while length > 0 {
        let text = "x".repeat(length);
        if storage.takes(&format!("filler-{number}"), &text) {
            number += 1;
        } else {
            length /= 2;
        }
    }
}

#[wasm_bindgen_test]
fn a_full_device_is_recognised_and_nothing_typed_is_lost() {
    let storage = TidyStorage::new();
    let (mut saver, _) = Saver::load(Shelf::open(), &posting());
    let first = draft(&[(record::EARLIEST_START, "18 May")]);
    assert_eq!(saver.save(&first, 1.0), SaveState::Saved(1.0));
    fill(&storage);

    let second = draft(&[(
        record::EARLIEST_START,
        "18 May 2026, as far as I know today",
    )]);
    let full = SaveState::Refused(Unavailable::Full);
    assert_eq!(saver.save(&second, 2.0), full);
    let stored = storage.get(EARLIEST).unwrap_or_default();
    assert!(
        stored.contains(r#""18 May""#),
        "the older text was lost: {stored}"
    );

    let shelf = Shelf::open();
    assert_eq!(
        shelf.put("job-posting/1/draft/shelf/a", text("b", 1.0)),
        Err(Unavailable::Full)
    );
    assert_eq!(
        shelf.get("job-posting/1/draft/shelf/a"),
        Held::Record(text("b", 1.0))
    );

    storage.remove("filler-0");
    assert_eq!(saver.save(&second, 3.0), SaveState::Saved(3.0));
    assert_eq!(Saver::load(Shelf::open(), &posting()).1, second);
}
