//! `job-posting check`.

use crate::{job_posting, printed};

#[test]
fn a_good_posting_is_passed_in_silence() {
    let output = job_posting(&[
        "check",
        "public/postings/tiktok-ecommerce-strategy-intern-2026.json",
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(printed(&output), "");
}

#[test]
fn every_problem_is_printed_with_file_and_path() {
    let file = "public/postings/broken.json";
    let output = job_posting(&["check", file]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<String> = printed(&output).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 19, "{lines:#?}");
    for line in lines {
        assert!(line.starts_with(&format!("{file}: ")), "{line}");
    }
}

#[test]
fn a_file_that_is_missing_is_named() {
    let output = job_posting(&["check", "missing.json"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("could not read missing.json"), "{message}");
}
