//! How well sources are understood: every source in `tests/fixtures/quality`
//! stands beside its truth, and what the importer makes of it is scored. The
//! sources are written for this test. `rows.rs` writes items in the many ways in
//! which people paste them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod closers;
mod front;
mod groups;
mod headers;
mod headings;
mod labels;
mod looks;
mod pastes;
mod rows;
mod score;
mod systems;
mod truth;

use std::collections::BTreeMap;

use score::Score;
use truth::{Case, cases};

/// The share of items that have to be exactly right, as F1.
const ITEMS: f64 = 0.97;

/// The share of a source's words that has to stand in the posting.
const WORDS: f64 = 0.995;

#[test]
fn sources_are_understood() {
    let mut formats: BTreeMap<String, Score> = BTreeMap::new();
    for case in cases() {
        let import = posting_import::import(&case.source, &posting_import::Options::default());
        let import = import.unwrap_or_else(|error| panic!("{}: {error}", case.name));
        assert_eq!(import.postings.len(), 1, "{}", case.name);
        let format = import.report.format.name();
        assert_eq!(format, case.truth["format"], "{}", case.name);
        let posting: serde_json::Value = serde_json::from_str(&import.postings[0].json).unwrap();
        let score = Score::of(&posting, &case.truth, &case.words);
        assert!(
            score.f1() >= ITEMS,
            "{}: items {:.3}\n{posting:#}",
            case.name,
            score.f1()
        );
        assert!(
            score.kept() >= WORDS,
            "{}: words {:.4}, lost {:?}",
            case.name,
            score.kept(),
            score.lost
        );
        check_facts(&case, &posting);
        let complete = import.report.is_complete();
        assert_eq!(
            complete,
            case.truth["complete"].as_bool().unwrap_or(true),
            "{}",
            case.name
        );
        formats.entry(format.to_owned()).or_default().add(&score);
    }
    assert_eq!(
        formats.len(),
        posting_import::Format::ALL.len(),
        "a case for each format"
    );
    for (format, score) in &formats {
        println!(
            "{format}: items {:.3}, words {:.4}",
            score.f1(),
            score.kept()
        );
    }
}

/// Facts of the truth are named by JSON pointers.
#[track_caller]
fn check_facts(case: &Case, posting: &serde_json::Value) {
    let facts = case.truth["facts"].as_object().into_iter().flatten();
    for (pointer, expected) in facts {
        assert_eq!(
            posting.pointer(pointer),
            Some(expected),
            "{}: {pointer}",
            case.name
        );
    }
}
