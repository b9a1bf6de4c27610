//! `import`: output, report, exit codes.

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
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
    // A command that refuses its arguments ends without reading.
    let written = child.stdin.take().unwrap().write_all(input.as_bytes());
    let is_unread = |error: std::io::Error| error.kind() == std::io::ErrorKind::BrokenPipe;
    assert!(written.err().is_none_or(is_unread));
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
fn the_name_of_a_file_tells_markdown_with_few_marks() {
    const POSTING: &str = "Gardener\n========\n\nRequirements\n------------\n\n1. Write **short** notes\n2. Know roses\n";
    let folder = folder("named-markdown");
    for (name, format) in [("gardener.md", "markdown"), ("gardener.txt", "text")] {
        let file = folder.join(name);
        fs::write(&file, POSTING).unwrap();
        let output = run(&[file.to_str().unwrap()], "");
        let report = text(&output.stderr);
        assert!(
            report.contains(&format!("format: {format} (detected)")),
            "{report}"
        );
    }
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

/// The files of a folder with what stands in them, by name.
fn files(folder: &Path) -> Vec<(OsString, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut files: Vec<_> = entries
        .map(|entry| (entry.file_name(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

/// Imports a folder on some threads; gives the report and the files.
fn on_threads(source: &Path, threads: &str, form: &str) -> (String, Vec<(OsString, Vec<u8>)>) {
    let out = folder("threads-out");
    let output = Command::new(env!("CARGO_BIN_EXE_job-posting"))
        .arg("import")
        .arg(source)
        .args(["--report", form, "--out"])
        .arg(&out)
        .env("RAYON_NUM_THREADS", threads)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    (text(&output.stderr).to_owned(), files(&out))
}

#[test]
fn a_folder_is_imported_in_its_order_on_any_number_of_threads() {
    let source = folder("threads");
    // Long and short ones in turn, so that threads finish out of order; all have the same id.
    for number in 10..50 {
        let tasks = format!("- Prune row {number}\n").repeat(1 + 100 * (number % 2));
        let posting = SOURCE.replace("- Prune\n", &tasks);
        fs::write(source.join(format!("{number}.txt")), posting).unwrap();
    }
    fs::write(source.join("30.json"), "{\"broken\": ").unwrap();

    let (report, files) = on_threads(&source, "1", "text");
    let (json, _) = on_threads(&source, "1", "json");
    for _ in 0..2 {
        assert_eq!(
            on_threads(&source, "7", "text"),
            (report.clone(), files.clone())
        );
        assert_eq!(
            on_threads(&source, "7", "json"),
            (json.clone(), files.clone())
        );
    }

    let report: Value = serde_json::from_str(&json).unwrap();
    let sources = report["sources"].as_array().unwrap();
    let names: Vec<_> = sources
        .iter()
        .map(|source| source["source"].as_str().unwrap())
        .collect();
    assert_eq!(names.len(), 41);
    assert!(names.is_sorted(), "{names:?}");
    // The first source has the name, and the others are numbered in their order.
    let file = |name: &str| {
        let file = files.iter().find(|(file, _)| file == name);
        text(&file.unwrap().1)
    };
    assert!(file("example-gardens-gardener.json").contains("row 10"));
    assert!(file("example-gardens-gardener.2.json").contains("row 11"));
    assert!(file("example-gardens-gardener.40.json").contains("row 49"));
}

#[test]
fn formats_can_be_given_and_unknown_ones_are_refused() {
    let output = run(&["-", "--from", "markdown"], SOURCE);
    assert!(text(&output.stderr).contains("format: markdown (given)"));
    let output = run(&["-", "--from", "word"], SOURCE);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("“word” is not a format"));
}

#[test]
fn a_rendered_page_comes_back_with_each_item_once() {
    let rendering = crate::render::Folder::new("come back");
    for name in ["tiktok-ecommerce-strategy-intern-2026", "explicit-ends"] {
        let file = format!("public/postings/{name}.json");
        let text = fs::read_to_string(crate::project().join(&file)).unwrap();
        let posting: Value = serde_json::from_str(&text).unwrap();
        let page = rendering.render(&file, &["--as-of", "2026-03-02"]);
        let output = run(&["--from", "schema-org", "-"], &page);
        let imported: Value = serde_json::from_slice(&output.stdout).unwrap();
        for list in [
            "/responsibilities",
            "/qualifications/minimum",
            "/qualifications/preferred",
        ] {
            assert_eq!(
                texts(&imported, list),
                texts(&posting, list),
                "{name}{list}"
            );
        }
    }
}

/// The words of a list's items.
fn texts(posting: &Value, list: &str) -> Vec<String> {
    let items = posting.pointer(list).and_then(Value::as_array);
    let words = |item: &Value| match item {
        Value::String(text) => text.clone(),
        Value::Array(parts) => texts_of(parts),
        item => match &item["text"] {
            Value::Array(parts) => texts_of(parts),
            text => text.as_str().unwrap_or_default().to_owned(),
        },
    };
    items.into_iter().flatten().map(words).collect()
}

fn texts_of(parts: &[Value]) -> String {
    let words = |part: &Value| {
        part.as_str()
            .or(part["text"].as_str())
            .unwrap_or_default()
            .to_owned()
    };
    parts.iter().map(words).collect()
}
