//! `import`: output, report, exit codes.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const SOURCE: &str =
    "Gardener\nExample Gardens — York\n\nResponsibilities\n- Prune\n\nRequirements\n- Boots\n";

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("import")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_job-posting"))
        .arg("import")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn one_posting_goes_to_standard_output() {
    let output = run(&["-"], SOURCE);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let posting: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(posting["responsibilities"], serde_json::json!(["Prune"]));
    let report = text(&output.stderr);
    assert!(report.contains("format: text (detected)"), "{report}");
    assert!(
        report.contains("line 4: “Responsibilities” → responsibilities, 1 entry"),
        "{report}"
    );
}

#[test]
fn what_is_missing_is_said_and_can_be_given() {
    let source = "Gardener\n\nResponsibilities\n- Prune\n";
    let output = run(&["-"], source);
    assert_eq!(output.status.code(), Some(1));
    let report = text(&output.stderr);
    assert!(
        report.contains("missing: organization.name; give it with --organization"),
        "{report}"
    );
    let posting: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(posting["organization"]["name"], "");
    let output = run(&["-", "--organization", "Example Gardens"], source);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn several_postings_need_a_folder() {
    let board = r#"{"jobs":[{"title":"A","shortcode":"1","description":"a"},{"title":"B","shortcode":"2","description":"b"}]}"#;
    let output = run(&["-"], board);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("--out"),
        "{}",
        text(&output.stderr)
    );
    let folder = folder("several");
    let out = folder.to_str().unwrap();
    let output = run(
        &["-", "--out", out, "--organization", "Example Gardens"],
        board,
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["example-gardens-1.json", "example-gardens-2.json"]);
}

#[test]
fn folders_are_read_and_reported_as_json() {
    let folder = folder("folder");
    fs::create_dir_all(folder.join("in/more")).unwrap();
    fs::write(folder.join("in/a.txt"), SOURCE).unwrap();
    fs::write(folder.join("in/more/b.json"), "{\"broken\": ").unwrap();
    fs::write(folder.join("in/picture.png"), "no posting").unwrap();
    let (source, out) = (folder.join("in"), folder.join("out"));
    let arguments = [
        source.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
        "--report",
        "json",
    ];
    let output = run(&arguments, "");
    assert_eq!(output.status.code(), Some(2));
    // Nothing but the report stands there, so that programs can read it.
    let report: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(report["unread"], 1);
    let sources = report["sources"].as_array().unwrap();
    assert_eq!(sources.len(), 2);
    assert_eq!(
        sources[0]["report"]["postings"][0]["recognized"][0]["as"],
        "responsibilities"
    );
    assert!(
        sources[1]["error"]
            .as_str()
            .unwrap()
            .contains("line 1 can't be read as json")
    );
}

#[test]
fn formats_can_be_given_and_unknown_ones_are_refused() {
    let output = run(&["-", "--from", "markdown"], SOURCE);
    assert!(text(&output.stderr).contains("format: markdown (given)"));
    let output = run(&["-", "--from", "word"], SOURCE);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("“word” is not a format"));
}
