//! `cargo xtask reproduce`: builds a copy of the sources in another folder and compares the two
//! results byte by byte. Whoever does that with the sources of a version knows what its files are made of.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::dist;
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::setup;
use crate::step::{self, Step};
use crate::sums;

/// Builds twice, and fails when a file differs.
pub fn run(project: &Project) -> Result<(), Error> {
    let toolbox = setup::for_build(project)?;
    dist::build(project, &toolbox)?;
    let copy = Copy::of(project)?;
    let step = Step::begin(&format!(
        "Building once more in {}, from nothing: some minutes",
        copy.folder.display()
    ));
    process::stream(
        Command::new("cargo")
            .args([
                "run",
                "--quiet",
                "--locked",
                "--package",
                "xtask",
                "--",
                "dist",
            ])
            .current_dir(&copy.folder)
            // What cargo told us about ourselves would lead the copy back here.
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("CARGO_TARGET_DIR"),
    )?;
    step.done();
    let [first, second] = [project.root(), &copy.folder].map(|root| sums::text(&root.join("dist")));
    let differing = differences(&first?, &second?);
    if differing.is_empty() {
        println!("Both builds are the same, byte by byte.");
        return Ok(());
    }
    copy.keep();
    Err(Error::malformed(
        "dist/",
        format!(
            "these files differ from those that the same sources gave in {}: {}",
            copy.folder.display(),
            differing.join(", ")
        ),
    ))
}

/// The paths of files that are not the same in two lists of sums.
fn differences(first: &str, second: &str) -> Vec<String> {
    let read = |text: &str| -> BTreeMap<String, String> {
        let pairs = text.lines().filter_map(|line| line.split_once("  "));
        pairs
            .map(|(hash, path)| (path.to_owned(), hash.to_owned()))
            .collect()
    };
    let (first, second) = (read(first), read(second));
    let mut paths: Vec<String> = first.keys().chain(second.keys()).cloned().collect();
    paths.sort();
    paths.dedup();
    paths.retain(|path| first.get(path) != second.get(path));
    paths
}

/// The sources in a folder of their own, which is removed at the end.
struct Copy {
    folder: PathBuf,
    is_kept: std::cell::Cell<bool>,
}

impl Copy {
    /// Copies what version control knows or would take, and nothing that was built.
    fn of(project: &Project) -> Result<Self, Error> {
        let step = Step::begin("Copying the sources");
        let name = format!("job-posting-again-{}", std::process::id());
        let copy = Self {
            folder: std::env::temp_dir().join(name),
            is_kept: std::cell::Cell::new(false),
        };
        let listed = process::capture(
            Command::new("git")
                .args([
                    "ls-files",
                    "-z",
                    "--cached",
                    "--others",
                    "--exclude-standard",
                ])
                .current_dir(project.root()),
        )?;
        for path in listed.split_terminator('\0') {
            let from = project.path(path);
            // What was deleted and not yet committed is listed too.
            if from.is_file() {
                copy_file(&from, &copy.folder.join(path))?;
            }
        }
        step.done();
        Ok(copy)
    }

    /// Leaves the folder for a person to look at.
    fn keep(&self) {
        self.is_kept.set(true);
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        if self.is_kept.get() {
            return;
        }
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            step::detail(&format!("{} stays behind: {error}", self.folder.display()));
        }
    }
}

fn copy_file(from: &Path, to: &Path) -> Result<(), Error> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    std::fs::copy(from, to).map_err(Error::file("copy", from))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, second: &str, expected: &[&str]) {
        assert_eq!(differences(first, second), expected);
    }

    #[test]
    fn changed_missing_and_added_files_are_named() {
        check("1  a\n2  b c\n", "1  a\n2  b c\n", &[]);
        check("1  a\n2  b c\n", "1  a\n3  b c\n", &["b c"]);
        check("1  a\n", "1  b\n", &["a", "b"]);
    }

    #[test]
    fn a_copy_has_the_sources_and_nothing_built() {
        let project = Project::open().unwrap();
        let copy = Copy::of(&project).unwrap();
        let folder = copy.folder.clone();
        assert!(folder.join("xtask/src/reproduce.rs").is_file());
        assert!(!folder.join("target").exists() && !folder.join("dist").exists());
        drop(copy);
        assert!(!folder.exists());
    }
}
