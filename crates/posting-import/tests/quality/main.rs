//! How well sources are understood: every source in `tests/fixtures/quality`
//! stands beside its truth, and what the importer makes of it is scored. The
//! sources are written for this test.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod score;
mod truth;

use std::collections::BTreeMap;

use score::{Score, words_of};
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

/// Rows of items as the texts that people paste.
#[test]
fn rows_of_items_survive_every_way_of_writing_them() {
    let rows = [
        [
            "Prune the apple trees in winter and the plum trees in summer.",
            "Sow, water and weed.",
        ],
        [
            "Likes rain, mud and early mornings",
            "2 years of work in a garden or an orchard. Or less.",
        ],
        [
            "Knows the Latin names of things, e.g. Malus domestica",
            "Can drive a tractor (B+E)",
        ],
    ];
    let headings = [
        [
            "Responsibilities",
            "Minimum qualifications",
            "Preferred qualifications",
        ],
        ["What you’ll do", "Requirements:", "Nice to have"],
        [
            "KEY RESPONSIBILITIES",
            "WHAT WE’RE LOOKING FOR",
            "BONUS POINTS",
        ],
        ["**Your mission**", "**Your profile**", "**Nice to haves**"],
    ];
    for headings in headings {
        for mark in ["", "- ", "• ", "* ", "– ", "1. "] {
            for gap in ["\n", "\n\n"] {
                let mut text = "Gardener\nExample Gardens — York\n\n".to_owned();
                for (heading, items) in headings.iter().zip(rows) {
                    let items = items.map(|item| format!("{mark}{item}")).join(gap);
                    text += &format!("{heading}\n{items}\n\n");
                }
                let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
                let json = &import.postings[0].json;
                let posting = serde_json::from_str::<serde_json::Value>(json).unwrap();
                let truth = serde_json::json!({
                    "responsibilities": rows[0], "minimum": rows[1], "preferred": rows[2],
                });
                let score = Score::of(&posting, &truth, &words_of(&text));
                assert_eq!(score.f1(), 1.0, "{text}\n{json}");
                assert!(score.kept() >= WORDS, "{text}\n{:?}", score.lost);
            }
        }
    }
}
