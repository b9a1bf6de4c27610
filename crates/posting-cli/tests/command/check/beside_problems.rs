//! Warnings of postings that have problems, too.

use super::{Folder, findings, job_posting};

/// The names of the warnings and the paths they lead to.
#[track_caller]
fn check_warnings_beside_problems(members: &str, expected: &[&str]) {
    let folder = Folder::new("warnings beside problems");
    let path = folder.put("posting.json", members);
    let output = job_posting(&["check", &path, "--format", "json", "--as-of", "2026-03-02"]);
    assert_eq!(output.status.code(), Some(1));
    let findings = findings(&output);
    let warnings: Vec<String> = findings
        .iter()
        .filter(|finding| finding["severity"] == "warning")
        .map(|finding| {
            let text = |key: &str| finding[key].as_str().unwrap_or_default();
            format!("{} {}", text("rule"), text("path"))
        })
        .collect();
    assert!(findings.len() > warnings.len(), "{findings:?}");
    assert_eq!(warnings, expected);
}

#[test]
fn warnings_are_told_beside_problems() {
    let missing_title = r#"{ "version": 1, "id": "a", "organization": {}, "responsibilities": ["http://a.example", ""],
        "program": { "weeks": 0, "startDates": ["2026-02-30", "2027-05-15", "2027-05-16T"] } }"#;
    check_warnings_beside_problems(
        missing_title,
        &[
            "start-on-day-off $.program.startDates[1]",
            "missing-pay $.pay",
            "missing-location $.locations",
            "http-link $.responsibilities[0]",
        ],
    );
    let only_problems = r#"{ "version": 1, "id": "A b", "title": "A", "organization": { "name": "B" },
        "pay": { "currency": "euro" }, "locations": [{}], "application": { "url": "http://a.example" } }"#;
    check_warnings_beside_problems(only_problems, &[]);
    check_warnings_beside_problems(r#"{ "version": 2, "id": "a", "title": "A" }"#, &[]);
}
