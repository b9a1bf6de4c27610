//! `job-posting export`.

use std::fs;

use serde_json::Value;

use crate::{job_posting, printed};

const JOB: &str = "public/postings/ordinary-job.json";

#[track_caller]
fn export(format: &str) -> String {
    let output = job_posting(&["export", JOB, "--to", format]);
    assert_eq!(output.status.code(), Some(0));
    printed(&output)
}

#[test]
fn markdown_has_front_matter_and_headings() {
    let text = export("markdown");
    let expected = "\
---
title: \"Literary Translator, German to English\"
organization: \"Lumen Press\"
location: \"Dublin; Ireland\"
posted: \"2026-09-14\"
lang: \"en\"
apply: \"https://lumen-press.example/jobs/translator\"
---

We publish a dozen translated novels a year; [our list](<https://lumen-press.example/list>) shows what we like.

## Responsibilities

- Translate two novels a year.
- Talk shop with authors and editors.
";
    assert!(text.starts_with(expected), "{text}");
    assert!(
        text.contains(
            "\n## At a glance\n\n- Employment: Full-time.\n- Pay: EUR 42000 to 48000 per year.\n"
        ),
        "{text}"
    );
}

#[test]
fn text_has_a_line_for_each_text() {
    let text = export("text");
    let expected = "\
Literary Translator, German to English

Organization: Lumen Press
Location: Dublin | Ireland

We publish a dozen translated novels a year; our list (https://lumen-press.example/list) shows what we like.

# Responsibilities
";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn json_ld_has_the_pay_and_says_nothing_twice() {
    let json: Value = serde_json::from_str(&export("json-ld")).unwrap();
    assert_eq!(json["@type"], "JobPosting");
    assert_eq!(json["baseSalary"]["value"]["minValue"], 42000);
    assert_eq!(json["url"], "https://lumen-press.example/jobs/translator");
    assert_eq!(json.get("responsibilities"), None);
    let description = json["description"].as_str().unwrap();
    assert!(description.contains("<li>Translate two novels a year.</li>"));
}

#[test]
fn json_resume_has_one_place_and_names_the_others() {
    let json: Value = serde_json::from_str(&export("json-resume")).unwrap();
    assert_eq!(json["company"], "Lumen Press");
    assert_eq!(json["location"]["city"], "Dublin");
    assert_eq!(json["location"]["countryCode"], "IE");
    assert_eq!(json.get("remote"), None);
    assert_eq!(json["salary"], "EUR 42000 to 48000 per year");
    let description = json["description"].as_str().unwrap();
    assert!(
        description.contains("\n- More places: Ireland."),
        "{description}"
    );
}

#[test]
fn a_posting_with_problems_is_not_exported() {
    let output = job_posting(&["export", "public/postings/broken.json", "--to", "text"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(printed(&output), "");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("broken.json: $.title: is empty;"),
        "{errors}"
    );
}

#[test]
fn files_that_cannot_be_read_or_written_are_named() {
    let output = job_posting(&["export", "missing.json", "--to", "text"]);
    assert_eq!(output.status.code(), Some(2));
    let output = job_posting(&[
        "export",
        JOB,
        "--to",
        "text",
        "--out",
        "missing/folder/a.txt",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("could not write missing/folder/a.txt"),
        "{errors}"
    );
}

#[test]
fn a_file_can_be_written() {
    let name = format!("job-posting export {}.md", std::process::id());
    let path = std::env::temp_dir().join(name);
    let out = path.to_str().unwrap();
    let output = job_posting(&["export", JOB, "--to", "markdown", "--out", out]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(printed(&output), "");
    let written = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(written, export("markdown"));
}
