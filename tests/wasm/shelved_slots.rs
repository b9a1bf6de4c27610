//! Application slots in the real localStorage: what another tab or another build has written there is
//! never lost.

use job_posting::storage::{Saver, Shelf, Unavailable};
use posting::date::CivilDate;
use posting::posting::Posting;
use posting::slots::{Slot, SlotState, Slots};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::saver::settle;
use crate::tidy_storage::TidyStorage;
use crate::versions::texts;

const KEY: &str = "job-posting/2/slots/jobs";

fn load() -> Saver {
    let text = r#"{ "version": 1, "id": "shelf", "title": "A", "organization": { "name": "B" },
        "application": { "limit": { "positions": 2, "scope": "jobs" } } }"#;
    Saver::load(Shelf::open(), &Posting::from_json(text).unwrap())
}

fn planned(id: &str) -> Slot {
    Slot {
        posting_id: id.to_owned(),
        title: id.to_owned(),
        state: SlotState::Planned,
    }
}

/// Plans an application for a posting, at a moment.
fn plan(saver: &mut Saver, id: &str, now: i64) {
    let mut slots = saver.slots("jobs", 2);
    slots.put(planned(id)).unwrap();
    saver.set_slots("jobs", &slots, now);
}

fn ids(slots: &Slots) -> Vec<&str> {
    let used = slots.used().iter();
    used.map(|slot| slot.posting_id.as_str()).collect()
}

#[wasm_bindgen_test]
async fn d8_slots_that_can_not_be_read_are_set_aside_told_and_deleted() {
    for damaged in [
        "damaged",
        r#"{"text":"{\"version\":1,\"slots\":[{\"posting\":7}]}","at":1}"#,
    ] {
        let storage = TidyStorage::new().await;
        storage.put(KEY, damaged);
        let mut saver = load();
        assert_eq!(saver.damaged()[0].text, damaged);
        plan(&mut saver, "a", 2);
        saver.shelve().unwrap();
        let aside = format!("{KEY}/unreadable");
        assert_eq!(storage.get(&aside).as_deref(), Some(damaged));
        let mut saver = load();
        assert_eq!(ids(&saver.slots("jobs", 2)), ["a"]);
        assert_eq!(saver.damaged()[0].text, damaged);
        saver.remove_damaged();
        assert_eq!(storage.get(&aside), None);
        assert_eq!(ids(&load().slots("jobs", 2)), ["a"]);
    }
}

#[wasm_bindgen_test]
async fn d10_slots_of_a_newer_version_stay_as_they_are() {
    let storage = TidyStorage::new().await;
    let newer = r#"{"text":"{\"version\":2,\"places\":{}}","at":1}"#;
    storage.put(KEY, newer);
    let mut saver = load();
    assert!(saver.are_slots_newer("jobs"));
    assert!(saver.damaged().is_empty());
    plan(&mut saver, "a", 2);
    assert_eq!(saver.shelve(), Err(Unavailable::Newer));
    assert_eq!(storage.get(KEY).as_deref(), Some(newer));
}

#[wasm_bindgen_test]
async fn d6_slots_that_were_refused_are_added_to_those_of_another_tab() {
    let storage = TidyStorage::new().await;
    let mut here = load();
    storage.fill();
    plan(&mut here, "here", 1);
    assert_eq!(here.shelve(), Err(Unavailable::Full));
    storage.make_room();
    let mut there = load();
    plan(&mut there, "there", 2);
    there.shelve().unwrap();
    here.shelve().unwrap();
    assert_eq!(ids(&load().slots("jobs", 2)), ["there", "here"]);
}

#[wasm_bindgen_test]
async fn d9_slots_of_version_1_are_taken_over_and_then_removed() {
    const OLD: &str = "job-posting/1/slots/jobs";
    let storage = TidyStorage::new().await;
    let mut saver = load();
    plan(&mut saver, "a", 1);
    saver.shelve().unwrap();
    let stored = storage.get(KEY).unwrap();
    storage.restore(&[(OLD.to_owned(), stored)]);

    let mut saver = load();
    assert_eq!(ids(&saver.slots("jobs", 2)), ["a"]);
    assert!(storage.get(OLD).is_some(), "reading writes nothing");
    plan(&mut saver, "b", 2);
    saver.shelve().unwrap();
    assert_eq!(storage.get(OLD), None);
    assert_eq!(ids(&load().slots("jobs", 2)), ["a", "b"]);
}

#[wasm_bindgen_test]
async fn d8_slots_that_are_damaged_in_the_database_replace_no_good_ones() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    plan(&mut saver, "a", 1);
    saver.shelve().unwrap();
    settle(&mut saver, 1).await;
    let damaged = r#"{"text":"{\"version\":1,\"slots\":[{\"posting\":7}]}","at":5}"#;
    storage.put_settled(KEY, damaged).await;
    let mut saver = load();
    let rows = storage.settled(KEY).await;
    saver.take_settled_slots("jobs", &rows);
    saver.shelve().unwrap();
    assert_eq!(ids(&load().slots("jobs", 2)), ["a"]);
}

#[wasm_bindgen_test]
async fn d6_slots_of_two_tabs_on_a_full_device_are_put_together() {
    let storage = TidyStorage::new().await;
    storage.fill();
    let (mut here, mut there) = (load(), load());
    plan(&mut here, "here", 1);
    plan(&mut there, "there", 2);
    for saver in [&mut here, &mut there] {
        assert_eq!(saver.shelve(), Err(Unavailable::Full));
        settle(saver, 3).await;
    }
    storage.make_room();
    let mut saver = load();
    let rows = storage.settled(KEY).await;
    saver.take_settled_slots("jobs", &rows);
    assert_eq!(ids(&saver.slots("jobs", 2)), ["there", "here"]);
}

#[wasm_bindgen_test]
async fn d6_slots_that_only_the_database_has_are_no_free_ones() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    plan(&mut saver, "a", 1);
    saver.shelve().unwrap();
    settle(&mut saver, 1).await;
    // The page has emptied localStorage, which is announced to other pages only.
    storage.restore(&[]);
    assert_eq!(ids(&saver.slots("jobs", 2)), ["a"]);
    plan(&mut saver, "b", 2);
    saver.shelve().unwrap();
    settle(&mut saver, 2).await;
    assert_eq!(ids(&load().slots("jobs", 2)), ["a", "b"]);
}

#[wasm_bindgen_test]
async fn d8_slots_that_are_damaged_in_the_database_are_set_aside_told_and_deleted() {
    for damaged in [
        "damaged",
        r#"{"text":"{\"version\":1,\"slots\":[{\"posting\":7}]}","at":5}"#,
    ] {
        let storage = TidyStorage::new().await;
        let mut saver = load();
        plan(&mut saver, "a", 1);
        saver.shelve().unwrap();
        settle(&mut saver, 1).await;
        storage.put_settled(KEY, damaged).await;
        let mut saver = load_both(&storage).await;
        assert_eq!(saver.damaged()[0].text, damaged);
        // To look again whether something is lost is no reason to tell it no more.
        let rows = storage.settled(&saver.database_prefix()).await;
        saver.look_for_loss(Some(&rows));
        assert_eq!(saver.damaged()[0].text, damaged);
        plan(&mut saver, "b", 9);
        saver.shelve().unwrap();
        settle(&mut saver, 9).await;
        assert!(saver.is_settled());
        let mut saver = load_both(&storage).await;
        assert_eq!(ids(&saver.slots("jobs", 2)), ["a", "b"]);
        assert_eq!(saver.damaged()[0].text, damaged, "it is still offered");
        saver.remove_damaged();
        settle(&mut saver, 9).await;
        assert!(load_both(&storage).await.damaged().is_empty());
        // The database has them too.
        storage.restore(&[]);
        let saver = load_both(&storage).await;
        assert_eq!(ids(&saver.slots("jobs", 2)), ["a", "b"]);
    }
}

/// What was damaged since the page was opened was told to nobody.
#[wasm_bindgen_test]
async fn d8_slots_that_were_damaged_in_the_database_meanwhile_are_set_aside() {
    let damaged = r#"{"text":"{\"version\":1,\"slots\":[{\"posting\":7}]}","at":5}"#;
    let storage = TidyStorage::new().await;
    let mut saver = load();
    plan(&mut saver, "a", 1);
    saver.shelve().unwrap();
    settle(&mut saver, 1).await;
    storage.put_settled(KEY, damaged).await;
    plan(&mut saver, "b", 9);
    saver.shelve().unwrap();
    settle(&mut saver, 9).await;
    assert!(saver.is_settled());
    storage.restore(&[]);
    let saver = load_both(&storage).await;
    assert_eq!(ids(&saver.slots("jobs", 2)), ["a", "b"]);
    assert_eq!(saver.damaged()[0].text, damaged);
}

/// A saver with what both places hold of the slots.
async fn load_both(storage: &TidyStorage) -> Saver {
    let mut saver = load();
    let rows = storage.settled(KEY).await;
    saver.take_settled_slots("jobs", &rows);
    saver
}

const VERSIONS: [&str; 2] = [
    include_str!("../fixtures/drafts/slots-1.json"),
    include_str!("../fixtures/drafts/slots-2.json"),
];

#[wasm_bindgen_test]
async fn d9_slots_of_every_version_are_read_whole() {
    for fixture in VERSIONS {
        let storage = TidyStorage::new().await;
        storage.restore(&texts(fixture, "stored"));
        let before = storage.all();
        let mut saver = load();
        let slots = saver.slots("jobs", 2);
        let applied = CivilDate::parse_iso("2026-03-02").unwrap();
        let slot = |id: &str, title: &str, state| Slot {
            posting_id: id.to_owned(),
            title: title.to_owned(),
            state,
        };
        let expected = [
            slot("garden", "Gardener \"by night\"", SlotState::Planned),
            slot("kitchen", "Köchin \\ cook 👩🏽‍🍳", SlotState::Applied(applied)),
        ];
        assert_eq!(slots.used(), expected);
        assert!(saver.damaged().is_empty());
        let known = saver.stored_slots("jobs", 2).unwrap();
        assert_eq!((&*known.name, known.at), (KEY, 1_772_409_600_000));
        assert_eq!(slots.to_stored(), known.text, "they are written as ever");
        assert_eq!(storage.all(), before, "reading writes nothing");

        let mut changed = slots.clone();
        changed.remove("garden");
        saver.set_slots("jobs", &changed, 1_772_409_700_000);
        saver.shelve().unwrap();
        let keys: Vec<_> = storage.all().into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, [KEY]);
        assert_eq!(load().slots("jobs", 2).used(), &expected[1..]);
    }
}
