//! Draft files that nobody would write: none may panic, and what is taken over is what stands in the file.

use posting::draft::{Draft, DraftFileError};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A draft file as it was written in November 2026.
const WRITTEN: &str = include_str!("../../../../tests/fixtures/drafts/draft-file.json");

#[test]
fn a_draft_file_is_read_and_written_as_it_ever_was() {
    let draft = Draft::from_file(WRITTEN, "shelf").unwrap();
    let records: Vec<_> = draft.records().collect();
    let expected = [
        ("answer-thinking", "partly"),
        ("applied-on", "2 March 2026"),
        ("busy-0-first", "1 July"),
        ("busy-0-label", "exams \u{1f393}, \"oral\" ones\ttoo"),
        ("busy-0-last", "3 July"),
        ("choices", "2026-05-18 2026-06-08"),
        ("earliest-start", "18 May 2026"),
        ("elsewhere-2714043211-latest-end", "7 August"),
        ("graduation", "May 2027"),
        ("latest-end", "when \"term\" ends"),
        ("note-thinking", "two\nlines \\ of </script>"),
        ("taken", "yes"),
    ];
    assert_eq!(records, expected);
    assert_eq!(draft.to_file("shelf"), WRITTEN);
}

/// Reads a file and says whether it was taken over; then it can be written and read again.
fn check(text: &str) -> bool {
    match Draft::from_file(text, "here") {
        Ok(draft) => {
            assert_eq!(Draft::from_file(&draft.to_file("here"), "here"), Ok(draft));
            true
        }
        Err(DraftFileError::OtherPosting(id)) => {
            assert_ne!(id, "here");
            false
        }
        Err(_) => false,
    }
}

/// Any JSON, not too large.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        prop::sample::select(vec!["job-posting-draft", "here", "records", "version"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("\\PC{0,8}", inner, 0..6).prop_map(Value::from_iter),
        ]
    })
}

fn good() -> Value {
    json!({
        "format": "job-posting-draft", "version": 1, "posting": "here",
        "records": { "earliest-start": "18 May 2026", "busy-0-label": "exams \u{1f393}" },
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_json(json in json()) {
        prop_assert!(!check(&json.to_string()));
    }

    #[test]
    fn a_draft_with_one_member_changed(
        key in prop::sample::select(vec!["format", "version", "posting", "records"]),
        value in json(),
    ) {
        let mut file = good();
        file[key] = value.clone();
        let is_taken = check(&file.to_string());
        let is_usual = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        let is_name = |name: &String| !name.is_empty() && name.chars().all(is_usual);
        let is_texts = |value: &Value| {
            let records = value.as_object();
            records.is_some_and(|all| all.keys().all(is_name) && all.values().all(Value::is_string))
        };
        let is_right = value == good()[key] || key == "records" && is_texts(&value);
        prop_assert_eq!(is_taken, is_right, "{}", file);
    }

    #[test]
    fn a_draft_with_bytes_changed(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = good().to_string().into_bytes();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_draft_nested_deeply(depth in 100_usize..20_000) {
        let records = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let file = good().to_string().replace("\"18 May 2026\"", &records);
        prop_assert!(!check(&file));
    }
}
