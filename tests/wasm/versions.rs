//! Every version of the stored form that was ever shipped, and one that was not: drafts of older
//! ones are taken over without a loss, a draft of a newer one is left as it is.

use job_posting::storage::{SaveState, Unavailable};
use posting::draft::{Draft, record};
use posting::json::Json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::gone::POSTING;
use crate::page::Page;
use crate::saver::{draft, load, load_both, settle};
use crate::tidy_storage::TidyStorage;

const VERSIONS: [&str; 2] = [
    include_str!("../fixtures/drafts/version-1.json"),
    include_str!("../fixtures/drafts/version-2.json"),
];

/// What is stored, and the draft it stands for.
fn read(fixture: &str) -> (Vec<(String, String)>, Draft) {
    let records = texts(fixture, "draft");
    let records: Vec<_> = records
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    (texts(fixture, "stored"), draft(&records))
}

/// The texts of one part of a fixture, with their names.
pub fn texts(fixture: &str, part: &str) -> Vec<(String, String)> {
    let Ok(Json::Object(parts)) = Json::parse(fixture) else {
        panic!("a fixture is an object: {fixture}");
    };
    let found = parts.iter().find(|(key, _)| key == part);
    let Some((_, Json::Object(members))) = found else {
        panic!("{part} is an object");
    };
    let members = members.iter().map(|(key, text)| match text {
        Json::Text(text) => (key.clone(), text.clone()),
        other => panic!("{key} is a text and not {other:?}"),
    });
    members.collect()
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

/// A link as it was made in November 2026, and the draft file that it holds.
#[wasm_bindgen_test]
async fn a_draft_link_is_read_as_it_ever_was() {
    const LINK: &str = include_str!("../fixtures/drafts/draft-link.txt");
    const FILE: &str = include_str!("../fixtures/drafts/draft-file.json");
    let _storage = TidyStorage::new().await;
    let (_, fragment) = LINK.trim().split_once('#').unwrap();
    let location = web_sys::window().unwrap().location();
    location.set_hash(fragment).unwrap();
    let page = Page::new();
    let id = "\"tiktok-ecommerce-strategy-intern-2026\"";
    let mounted = page.mount(&POSTING.replace(id, "\"shelf\"")).await;
    page.until("it is asked about", || !page.text_of("link").is_empty())
        .await;
    assert_eq!(page.field("earliest-start").value(), "");
    page.find("[part~=\"link\"] button.primary").click();
    page.until("it is used", || {
        page.field("earliest-start").value() == "18 May 2026"
    })
    .await;
    let mut expected = Draft::from_file(FILE, "shelf").unwrap();
    let mut found = Draft::from_file(&mounted.export_draft().unwrap(), "shelf").unwrap();
    // For which terms a draft is answered is the page's to say.
    for draft in [&mut expected, &mut found] {
        draft.set(record::TERMS, "");
    }
    assert_eq!(found, expected);
    assert_eq!(location.hash().unwrap(), "");
    mounted.unmount();
}
