//! The posting format from end to end: what is accepted, what is refused with
//! which words, and that the checker, the types, the schema and the pages agree.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod agreement;
mod drafts;
mod examples;
mod facts;
mod fields;
mod fuzz;
mod generate;
mod pages;
mod qualifications;

use std::path::PathBuf;

use posting::posting::Posting;

/// A path within the repository.
fn repository(path: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", "..", path]
        .iter()
        .collect()
}

/// The text of a file of the repository.
#[track_caller]
fn read(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The posting in a text that must hold one.
#[track_caller]
fn accept(text: &str) -> Posting {
    Posting::from_json(text).unwrap_or_else(|problems| {
        panic!("{}", lines(&problems));
    })
}

/// The problems of a text that must have some, a line each.
#[track_caller]
fn refuse(text: &str) -> String {
    lines(&Posting::from_json(text).expect_err("the text should have a problem"))
}

fn lines(problems: &[posting::problem::Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
