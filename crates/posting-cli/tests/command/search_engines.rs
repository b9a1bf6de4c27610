//! The structured data of rendered pages, judged by a validator that knows what search engines
//! require. It comes by npm, as do other tools of the tests.

use std::process::Command;

use serde::Deserialize;

use crate::project;
use crate::render::Folder;

/// The bundled postings that can be shown.
const BUNDLED: [&str; 6] = [
    "closed",
    "explicit-ends",
    "open-length",
    "ordinary-job",
    "tiktok-ecommerce-strategy-intern-2026",
    "window-months",
];

#[derive(Deserialize)]
struct Judgement {
    types: Vec<String>,
    errors: Vec<String>,
}

#[track_caller]
fn judge(pages: &[String]) -> Vec<Judgement> {
    assert!(
        project().join("node_modules/@adobe").exists(),
        "the validator is not installed: `cargo xtask test` does it, or run `npm ci`"
    );
    let script = "crates/posting-cli/tests/command/structured_data.mjs";
    let output = Command::new("node")
        .arg(script)
        .args(pages)
        .current_dir(project())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_bundled_posting_is_without_error() {
    let folder = Folder::new("structured");
    let pages = BUNDLED.map(|name| {
        let posting = format!("public/postings/{name}.json");
        let page = folder.render(&posting, &["--as-of", "2026-03-02"]);
        folder.put(&format!("{name}.html"), &page)
    });
    let judgements = judge(&pages);
    assert_eq!(judgements.len(), BUNDLED.len());
    for (name, judgement) in BUNDLED.iter().zip(judgements) {
        assert_eq!(judgement.types, ["JobPosting"], "{name}");
        assert_eq!(judgement.errors, [""; 0], "{name}");
    }
}

#[test]
fn the_validator_misses_what_is_left_out() {
    let folder = Folder::new("left out");
    let page = folder.render("public/postings/ordinary-job.json", &[]);
    let pages = ["title", "description", "datePosted", "hiringOrganization"].map(|field| {
        let without = page.replace(&format!("\"{field}\":"), "\"x\":");
        assert_ne!(without, page, "{field}");
        folder.put(&format!("{field}.html"), &without)
    });
    for judgement in judge(&pages) {
        assert_eq!(judgement.errors.len(), 1, "{:?}", judgement.errors);
    }
}
