//! `job-posting check`.

mod beside_problems;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::{job_posting, printed};

const BROKEN: &str = "public/postings/broken.json";
/// A day before all dates of the postings that ship.
const AS_OF: &str = "--as-of=2026-03-02";
const INTERN: &str = "public/postings/tiktok-ecommerce-strategy-intern-2026.json";

/// A folder of this test's own, removed when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let name = format!("job-posting check {test} {}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, content: &str) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// A posting that says all that lints look for, with further members.
fn posting(members: &str) -> String {
    format!(
        r#"{{
  "version": 1,
  "id": "a",
  "title": "A",
  "organization": {{ "name": "B" }},
  "locations": [{{ "name": "York", "country": "GB" }}],
  "pay": {{ "currency": "GBP", "min": 14, "max": 15.5, "unit": "HOUR" }}{members}
}}
"#
    )
}

const SATURDAY: &str = ",\n  \"program\": { \"startDates\": [\"2027-05-15\"] }";

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
fn findings(output: &Output) -> Vec<Value> {
    let report: Value = serde_json::from_str(&printed(output)).unwrap();
    report["findings"].as_array().unwrap().clone()
}

#[test]
fn a_good_posting_is_passed_in_silence() {
    let folder = Folder::new("good");
    let output = job_posting(&["check", &folder.put("a.json", &posting(""))]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(printed(&output), "");
    assert_eq!(
        errors(&output),
        "1 posting checked: 0 problems, 0 warnings\n"
    );
}

#[test]
fn every_problem_is_told_with_its_place_and_what_to_change() {
    let output = job_posting(&["check", BROKEN, AS_OF]);
    assert_eq!(output.status.code(), Some(1));
    let text = printed(&output);
    assert_eq!(text.matches("error: $").count(), 19, "{text}");
    let expected = "\
error: $.organisation: is not a known key
 --> public/postings/broken.json:6:3
  |
6 |   \"organisation\": { \"name\": \"Example Works\" },
  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ did you mean “organization”?
";
    assert!(text.contains(expected), "{text}");
    assert_eq!(
        errors(&output),
        "1 posting checked: 19 problems, 1 warning\n"
    );
}

#[test]
fn colours_are_for_who_sees_them() {
    let is_coloured = |arguments: &[&str]| {
        let output = job_posting(&[&["check", BROKEN], arguments].concat());
        printed(&output).contains("\u{1b}[")
    };
    // The test reads through a pipe.
    assert!(!is_coloured(&[]));
    assert!(is_coloured(&["--color", "always"]));
    assert!(!is_coloured(&["--color", "never"]));
    let is_coloured_with = |variables: &[(&str, &str)]| {
        let output = Command::new(env!("CARGO_BIN_EXE_job-posting"))
            .args(["check", BROKEN])
            .current_dir(crate::project())
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        printed(&output).contains("\u{1b}[")
    };
    assert!(is_coloured_with(&[("CLICOLOR_FORCE", "1")]));
    assert!(!is_coloured_with(&[
        ("CLICOLOR_FORCE", "1"),
        ("NO_COLOR", "1")
    ]));
}

#[test]
fn folders_are_searched_for_what_looks_like_a_posting() {
    let folder = Folder::new("folders");
    folder.put("b/c/deep.json", &posting(",\n  \"titel\": 1"));
    folder.put("b/UPPER.JSON", "{ \"id\": \"a\", \"title\": \"A\" }");
    folder.put("a.json", &posting(""));
    folder.put("cut.json", "{ \"version\": 1,");
    folder.put("package.json", r#"{ "name": "x", "version": "1.0.0" }"#);
    folder.put("list.json", "[1]");
    folder.put(".hidden/x.json", "{");
    folder.put("notes.txt", "{");
    let output = job_posting(&["check", folder.path(), "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_str(&printed(&output)).unwrap();
    assert_eq!(
        (&report["files"], &report["others"]),
        (&4.into(), &2.into())
    );
    let files: Vec<_> = findings(&output)
        .iter()
        .map(|finding| {
            let file = finding["file"].as_str().unwrap();
            let name = file.rsplit(['/', '\\']).next().unwrap();
            format!("{name} {}", finding["path"].as_str().unwrap())
        })
        .collect();
    let expected = [
        "UPPER.JSON $.version",
        "UPPER.JSON $.organization",
        "UPPER.JSON $.pay",
        "UPPER.JSON $.locations",
        "deep.json $.titel",
        "cut.json $",
    ];
    assert_eq!(files, expected);
    // Whatever a file is, who names it wants it checked.
    let named = folder.put("list.json", "[1]");
    let output = job_posting(&["check", &named]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let folder = Folder::new("unread");
    let latin = folder.put("latin.json", "");
    fs::write(&latin, b"{ \"title\": \"\xe9\" }").unwrap();
    let output = job_posting(&["check", "missing.json", &latin, BROKEN, AS_OF]);
    assert_eq!(output.status.code(), Some(2));
    let message = errors(&output);
    assert!(message.contains("could not read missing.json"), "{message}");
    assert!(
        message.contains("latin.json: stream did not contain valid UTF-8"),
        "{message}"
    );
    assert!(message.ends_with("1 posting checked: 19 problems, 1 warning; 2 could not be read\n"));
}

#[test]
fn what_is_too_large_is_not_read() {
    let folder = Folder::new("large");
    let path = folder.put("large.json", "");
    fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
    let output = job_posting(&["check", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("takes 1099511627776 bytes"));
}

#[test]
fn warnings_are_told_and_switched() {
    let folder = Folder::new("lints");
    let file = folder.put("a.json", &posting(SATURDAY));
    let check = |arguments: &[&str]| {
        let all = [&["check", &file, "--as-of", "2027-01-01"], arguments].concat();
        let output = job_posting(&all);
        (output.status.code().unwrap(), printed(&output))
    };
    let (code, text) = check(&[]);
    assert_eq!(code, 0);
    assert!(text.starts_with("warning[start-on-day-off]: $.program.startDates[0]: is a Saturday"));
    assert!(text.contains(":8:31\n"), "{text}");
    let (code, text) = check(&["--deny", "warnings"]);
    assert_eq!(code, 1);
    assert!(text.starts_with("error[start-on-day-off]: "), "{text}");
    let allowed = ["--deny", "warnings", "--allow", "start-on-day-off"];
    assert_eq!(check(&allowed), (0, String::new()));
    let (code, _) = check(&["--allow", "start-on-dayoff"]);
    assert_eq!(code, 2);
    let (_, text) = check(&["--as-of", "2027-05-15"]);
    assert!(!text.contains("past-date"), "{text}");
    let output = job_posting(&["check", &file, "--as-of", "2027-05-16"]);
    assert!(printed(&output).contains("warning[past-date]"));
}

#[test]
fn places_are_those_of_the_text() {
    let folder = Folder::new("places");
    let file = folder.put("a.json", "\u{feff}{\"title\": \"ü\", \"b\": 01}");
    let output = job_posting(&["check", &file, "--format", "json"]);
    let expected = json!([{
        "file": file, "line": 1, "column": 22, "endLine": 1, "endColumn": 23, "path": "$",
        "severity": "error", "rule": "not-json",
        "message": "is not JSON at line 1, column 23: a number can't start with 0",
        "suggestion": "correct that place",
    }]);
    assert_eq!(Value::Array(findings(&output)), expected);
    let output = job_posting(&["check", BROKEN, "--format", "json"]);
    let second = findings(&output);
    let second = second
        .iter()
        .find(|finding| {
            finding["message"]
                .as_str()
                .unwrap()
                .starts_with("is written twice")
        })
        .unwrap();
    let text = fs::read_to_string(crate::project().join(BROKEN)).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let last = lines
        .iter()
        .rposition(|line| line.contains("\"application\""))
        .unwrap();
    assert_eq!(second["line"], last + 1);
}

/// What SARIF 2.1.0 requires (sections 3.13, 3.14, 3.18, 3.20, 3.27 to 3.30 and 3.33), and what code
/// hosts need to show a result beside its line.
#[test]
fn sarif_has_what_readers_need() {
    let folder = Folder::new("sarif");
    let file = folder.put("a.json", &posting(SATURDAY));
    let arguments = ["check", &file, BROKEN, "missing.json", "--format", "sarif"];
    let output = job_posting(&arguments);
    assert_eq!(output.status.code(), Some(2));
    let log: Value = serde_json::from_str(&printed(&output)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(
        log["$schema"]
            .as_str()
            .unwrap()
            .ends_with("sarif-schema-2.1.0.json")
    );
    let [run] = log["runs"].as_array().unwrap().as_slice() else {
        panic!("{log}");
    };
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "job-posting check");
    let rules = driver["rules"].as_array().unwrap();
    for (index, rule) in rules.iter().enumerate() {
        let id = rule["id"].as_str().unwrap();
        assert!(
            rule["shortDescription"]["text"]
                .as_str()
                .unwrap()
                .ends_with('.')
        );
        let first = rules.iter().position(|other| other["id"] == id);
        assert_eq!(first, Some(index), "{id}");
    }
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 20, "{}", results.len());
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert!(
            !place["artifactLocation"]["uri"]
                .as_str()
                .unwrap()
                .contains(' ')
        );
        let number = |key: &str| place["region"][key].as_u64().unwrap();
        let (start, end) = ("startLine", "endLine");
        let start = (number(start), number("startColumn"));
        assert!(start.0 >= 1 && start.1 >= 1);
        assert!(start <= (number(end), number("endColumn")), "{result}");
    }
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let told = &invocation["toolExecutionNotifications"][0]["message"]["text"];
    assert!(told.as_str().unwrap().contains("missing.json"));
}

#[test]
fn github_s_annotations_have_file_line_and_column() {
    let output = job_posting(&["check", BROKEN, "--format", "github", "--allow", "warnings"]);
    let text = printed(&output);
    assert_eq!(text.lines().count(), 19);
    assert!(
        text.contains(
            "\n::error file=public/postings/broken.json,line=6,endLine=6,col=3,endColumn=46,\
         title=invalid-posting::$.organisation: is not a known key; did you mean “organization”?\n"
        ),
        "{text}"
    );
}

#[test]
fn the_postings_that_ship_have_no_problem_but_the_broken_one() {
    let output = job_posting(&["check", INTERN, "--as-of", "2025-11-03", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let rules: Vec<_> = findings(&output)
        .iter()
        .map(|finding| finding["rule"].clone())
        .collect();
    assert!(rules.iter().all(|rule| rule == "missing-pay"), "{rules:?}");
}
