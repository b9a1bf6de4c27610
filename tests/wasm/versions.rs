//! Every version of the stored form that was ever shipped, and one that was not: drafts of older
//! ones are taken over without a loss, a draft of a newer one is left as it is.

use job_posting::storage::{SaveState, Unavailable};
use posting::draft::{Draft, record};
use posting::json::Json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::saver::{draft, load, load_both, settle};
use crate::tidy_storage::TidyStorage;

const VERSIONS: [&str; 2] = [
    include_str!("../fixtures/drafts/version-1.json"),
    include_str!("../fixtures/drafts/version-2.json"),
];

/// What is stored, and the draft it stands for.
fn read(fixture: &str) -> (Vec<(String, String)>, Draft) {
    let Ok(Json::Object(parts)) = Json::parse(fixture) else {
        panic!("a fixture is an object: {fixture}");
    };
    let texts = |name: &str| -> Vec<(String, String)> {
        let part = parts.iter().find(|(key, _)| key == name);
        let Some((_, Json::Object(members))) = part else {
            panic!("{name} is an object");
        };
        let members = members.iter().map(|(key, text)| match text {
            Json::Text(text) => (key.clone(), text.clone()),
            other => panic!("{key} is a text and not {other:?}"),
        });
        members.collect()
    };
    let records = texts("draft");
    let records: Vec<_> = records
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    (texts("stored"), draft(&records))
}

#[wasm_bindgen_test]
async fn d9_a_draft_of_every_version_is_taken_over_whole() {
    for fixture in VERSIONS {
        let storage = TidyStorage::new().await;
        let (stored, expected) = read(fixture);
        storage.restore(&stored);
        let before = storage.all();
        let mut saver = load();
        assert_eq!(saver.draft(), expected);
        let old = before.iter().filter(|(key, _)| key.contains("/1/"));
        assert_eq!(saver.leftovers().len(), old.count(), "all of it is told");
        assert_eq!(storage.all(), before, "reading writes nothing");

        saver.edit("note-b", "new", 1_772_409_700_000);
        saver.shelve().unwrap();
        for (key, text) in before.iter().filter(|(key, _)| key.contains("/1/")) {
            let kept = storage.get(key);
            assert_eq!(
                kept.as_ref(),
                Some(text),
                "{key} is kept until all is saved"
            );
        }
        settle(&mut saver, 1_772_409_700_000).await;
        let keys: Vec<String> = storage.all().into_iter().map(|(key, _)| key).collect();
        assert!(!keys.iter().any(|key| key.contains("/1/")), "{keys:?}");
        let mut expected = expected;
        expected.set("note-b", "new");
        assert_eq!(load().draft(), expected);
        storage.restore(&[]);
        assert_eq!(load_both(&storage).await.draft(), expected);
    }
}

#[wasm_bindgen_test]
async fn d9_what_an_older_build_can_not_read_stays_where_it_is() {
    let storage = TidyStorage::new().await;
    let (stored, _) = read(VERSIONS[0]);
    storage.restore(&stored);
    const KEY: &str = "job-posting/1/draft/shelf/earliest-start";
    storage.put(KEY, "damaged");
    let mut saver = load();
    assert_eq!(saver.damaged()[0].key, KEY);
    saver.edit(record::EARLIEST_START, "20 May", 1_772_409_700_000);
    saver.shelve().unwrap();
    settle(&mut saver, 1_772_409_700_000).await;
    assert_eq!(storage.get(KEY).as_deref(), Some("damaged"));
    assert_eq!(load().draft().text(record::EARLIEST_START), "20 May");
}

#[wasm_bindgen_test]
async fn d10_a_draft_of_a_newer_version_stays_as_it_is() {
    let storage = TidyStorage::new().await;
    let (stored, _) = read(VERSIONS[1]);
    storage.restore(&stored);
    storage.put(
        "job-posting/index/shelf",
        r#"{"version":3,"parts":["new"]}"#,
    );
    storage.put("job-posting/3/draft/shelf", "as a newer version has it");
    let before = storage.all();
    let mut saver = load();
    assert_eq!(saver.state(), SaveState::Refused(Unavailable::Newer));
    saver.edit(record::EARLIEST_START, "20 May", 1_772_409_700_000);
    assert_eq!(saver.shelve(), Err(Unavailable::Newer));
    assert!(saver.batch(1_772_409_700_000).is_none());
    assert_eq!(storage.all(), before);
}

#[wasm_bindgen_test]
async fn d10_a_newer_version_that_comes_while_the_page_is_open_is_left_alone() {
    let storage = TidyStorage::new().await;
    let mut saver = load();
    saver.edit(record::EARLIEST_START, "18 May", 1);
    saver.shelve().unwrap();
    storage.put("job-posting/index/shelf", r#"{"version":3}"#);
    let before = storage.all();
    saver.edit(record::EARLIEST_START, "19 May", 2);
    assert_eq!(saver.shelve(), Err(Unavailable::Newer));
    assert!(saver.batch(2).is_none());
    assert_eq!(storage.all(), before);
}
