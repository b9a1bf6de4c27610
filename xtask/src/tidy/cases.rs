//! That docs/cases.md names the tests there are: a test carries the number of its case, as in `d5_…`
//! or `d1_d2_…`, and the page has a row for each case with the files of its tests.

use std::collections::BTreeSet;

use super::{File, accepts, holds, refuses};

const PAGE: &str = "docs/cases.md";

/// A case with a file that tests it.
type Pair = (String, String);

/// The letter and number of a case at the beginning of a name, in upper case, and what follows.
fn leading_case(name: &str) -> Option<(String, &str)> {
    let (case, rest) = name.split_once('_')?;
    let number = case.strip_prefix(['d', 's', 'b'])?;
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| (case.to_uppercase(), rest))
}

/// What the names of tests say.
fn tested(files: &[File]) -> BTreeSet<Pair> {
    let mut found = BTreeSet::new();
    for file in files.iter().filter(|file| file.is_rust()) {
        for (_, line) in file.code_lines() {
            let line = line.trim_start();
            let line = line.strip_prefix("async ").unwrap_or(line);
            let Some(mut name) = line.strip_prefix("fn ") else {
                continue;
            };
            while let Some((case, rest)) = leading_case(name) {
                found.insert((case, file.path.clone()));
                name = rest;
            }
        }
    }
    found
}

/// What the page says.
fn listed(page: &File) -> BTreeSet<Pair> {
    let mut found = BTreeSet::new();
    for line in page.text.lines() {
        let Some((case, row)) = line
            .strip_prefix("| ")
            .and_then(|row| row.split_once(" | "))
        else {
            continue;
        };
        if leading_case(&format!("{}_", case.to_lowercase())).is_some() {
            let paths = row.split('`').skip(1).step_by(2);
            found.extend(paths.map(|path| (case.to_owned(), path.to_owned())));
        }
    }
    found
}

fn cases_and_tests_agree(files: &[File]) -> Vec<String> {
    let Some(page) = files.iter().find(|file| file.path == PAGE) else {
        return vec![format!(
            "{PAGE}: list the cases and the files of their tests"
        )];
    };
    let (tested, listed) = (tested(files), listed(page));
    let unlisted = tested.difference(&listed);
    let unlisted = unlisted
        .map(|(case, path)| format!("{path}: it has a test of {case}, so {PAGE} has to name it"));
    let untested = listed.difference(&tested);
    let untested = untested.map(|(case, path)| {
        format!("{PAGE}: {case} names {path}, which has no test with that number in its name")
    });
    unlisted.chain(untested).collect()
}

#[test]
fn every_case_has_the_tests_that_its_row_names() {
    holds(cases_and_tests_agree);
}

#[test]
fn a_case_without_its_test_and_a_test_without_its_row_are_seen() {
    let page = || File::sample(PAGE, "| D5 | no room | a notice | `tests/a.rs` |\n");
    let test = |name: &str| File::sample("tests/a.rs", &format!("    async fn {name}() {{\n"));
    accepts(
        cases_and_tests_agree,
        &[page(), test("d5_is_told"), test("day_5_is_told")],
    );
    refuses(cases_and_tests_agree, &[page(), test("is_told")], "D5");
    refuses(
        cases_and_tests_agree,
        &[page(), test("d5_d6_is_told")],
        "test of D6",
    );
}
