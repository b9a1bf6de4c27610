//! What every source file owes its reader: an opening, a bearable length, errors instead of panics.

use super::{File, accepts, holds, refuses};

/// Longer files do more than one thing.
const LONGEST: usize = 350;

fn opens_with_its_purpose(files: &[File]) -> Vec<String> {
    let mute = files
        .iter()
        .filter(|file| file.is_rust() && !file.text.starts_with("//! "));
    mute.map(|file| file.complaint(1, "open with `//!`: what lives here and why"))
        .collect()
}

fn is_short(files: &[File]) -> Vec<String> {
    let is_source = |file: &&File| {
        let extensions = [".rs", ".js", ".mjs", ".css", ".html"];
        extensions
            .iter()
            .any(|extension| file.path.ends_with(extension))
            && !file.path.contains("/fixtures/")
    };
    let sources = files.iter().filter(is_source);
    let long = sources.filter(|file| file.text.lines().count() > LONGEST);
    long.map(|file| file.complaint(LONGEST + 1, "split the file, it is over 350 lines"))
        .collect()
}

fn reports_errors(files: &[File]) -> Vec<String> {
    let is_product = |file: &&File| {
        let tests = ["tests/", "/tests/", "/tests.rs", "/tidy/", "/journey/"];
        file.is_rust() && !tests.iter().any(|part| file.path.contains(part))
    };
    let mut complaints = Vec::new();
    for file in files.iter().filter(is_product) {
        // Test modules come last in a file, so all that follows the first is tests.
        let lines = file
            .code_lines()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]");
        for (number, _) in lines.filter(|(_, line)| line.contains(".unwrap()")) {
            complaints.push(file.complaint(number, "return an error instead of `unwrap`"));
        }
    }
    complaints
}

#[test]
fn every_source_opens_with_its_purpose() {
    holds(opens_with_its_purpose);
    refuses(
        opens_with_its_purpose,
        &[File::sample("src/a.rs", "use std::fmt;\n")],
        "src/a.rs:1",
    );
    accepts(
        opens_with_its_purpose,
        &[File::sample("src/a.rs", "//! A thing.\n")],
    );
}

#[test]
fn no_source_is_too_long() {
    holds(is_short);
    refuses(
        is_short,
        &[File::sample("style/a.css", &"\n".repeat(351))],
        "style/a.css:351",
    );
    accepts(is_short, &[File::sample("style/a.css", &"\n".repeat(350))]);
}

#[test]
fn only_tests_unwrap() {
    holds(reports_errors);
    let code = "//! A.\nfn a() {\n    b().unwrap();\n}\n";
    refuses(
        reports_errors,
        &[File::sample("src/a.rs", code)],
        "src/a.rs:3",
    );
    accepts(reports_errors, &[File::sample("src/tests/a.rs", code)]);
    let tested = "//! A.\n// b.unwrap()\n#[cfg(test)]\nmod tests { fn a() { b().unwrap(); } }\n";
    accepts(reports_errors, &[File::sample("src/a.rs", tested)]);
}
