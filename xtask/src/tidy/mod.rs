//! The rules of the house as tests, so that they hold without anybody remembering them.
//!
//! Each rule is a function from the committed files to complaints. It is asked about the
//! repository, where it has to be silent, and about a bad sample, where it must not be.

mod architecture;
mod browser;
mod cases;
mod packages;
mod sources;
mod style;
mod texts;

use std::process::Command;

use crate::process;
use crate::project::Project;

/// A committed text file.
struct File {
    /// Its path from the root, with forward slashes.
    path: String,
    text: String,
}

impl File {
    /// A made-up file for a rule's own test.
    fn sample(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// The lines with their numbers, without those that are only a `//` comment.
    fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self
            .text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// A complaint about one line.
    fn complaint(&self, line: usize, why: &str) -> String {
        format!("{}:{line}: {why}", self.path)
    }
}

/// Every text file that is committed or about to be.
fn committed() -> Vec<File> {
    let project = Project::open().unwrap();
    let list = process::capture(
        Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(project.root()),
    )
    .unwrap();
    let paths = list.split('\0').filter(|path| !path.is_empty());
    // A picture is no text and a file that was just deleted is no file; rules speak of neither.
    let files = paths.filter_map(|path| {
        let text = std::fs::read_to_string(project.path(path)).ok()?;
        Some(File::sample(path, &text))
    });
    files.collect()
}

/// The rule has to be silent about the repository.
#[track_caller]
fn holds(rule: impl Fn(&[File]) -> Vec<String>) {
    let complaints = rule(&committed());
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The rule has to complain about the sample, once, naming `position`.
#[track_caller]
fn refuses(rule: impl Fn(&[File]) -> Vec<String>, sample: &[File], position: &str) {
    let complaints = rule(sample);
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    assert!(
        complaints.iter().all(|line| line.contains(position)),
        "{complaints:?}"
    );
}

/// The rule has to be silent about the sample.
#[track_caller]
fn accepts(rule: impl Fn(&[File]) -> Vec<String>, sample: &[File]) {
    let complaints = rule(sample);
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn this_file_is_among_the_committed_ones() {
    let files = committed();
    assert!(
        files
            .iter()
            .any(|file| file.path == "xtask/src/tidy/mod.rs")
    );
}
