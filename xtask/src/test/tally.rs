//! Counting tests from what the runners print, and the table at the end.

use std::time::Duration;

use crate::error::Error;
use crate::step::{self, in_words};

/// How one kind of tests ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Tally {
    /// The kind, with the engine where there is one.
    pub name: String,
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed; at least one when the kind as a whole did.
    pub failed: u64,
    /// How long the kind took.
    pub elapsed: Duration,
}

impl Tally {
    /// A kind that could not even begin.
    pub fn failure(name: &str, error: &Error, elapsed: Duration) -> Self {
        step::detail(&format!("{name} can't run: {error}"));
        Self::count(name.to_owned(), "", Ended::Badly, elapsed)
    }

    /// Counts the tests in a runner's output, which may hold many "test result:" lines.
    ///
    /// A run that failed without a failing test (it did not compile, a browser was missing) counts
    /// as one failure, and so does a full run without any test: the sum never looks better than
    /// the truth.
    pub fn count(name: String, output: &str, ended: Ended, elapsed: Duration) -> Self {
        let results = output.lines().filter_map(|line| {
            let start = line.find("test result: ")?;
            line.get(start..)
        });
        let (mut passed, mut failed) = (0, 0);
        for result in results {
            passed += number_before(result, " passed");
            failed += number_before(result, " failed");
        }
        let is_hollow = ended == Ended::Badly || (ended == Ended::Well && passed == 0);
        if is_hollow && failed == 0 {
            failed = 1;
        }
        Self {
            name,
            passed,
            failed,
            elapsed,
        }
    }
}

/// How the runner's process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// With success.
    Well,
    /// With success, of a part that may hold no test at all.
    WellInPart,
    /// With failure, or not started at all.
    Badly,
}

/// The number that stands directly before the word, or none.
fn number_before(line: &str, word: &str) -> u64 {
    let Some((before, _)) = line.split_once(word) else {
        return 0;
    };
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// The table of all kinds and the closing line.
pub fn table(tallies: &[Tally]) -> String {
    let width = tallies
        .iter()
        .map(|tally| tally.name.len())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for tally in tallies {
        let result = if tally.failed == 0 {
            "ok    "
        } else {
            "FAILED"
        };
        text += &format!(
            "{:width$}  {result}  {:>5} passed  {:>3} failed  {}\n",
            tally.name,
            tally.passed,
            tally.failed,
            in_words(tally.elapsed)
        );
    }
    let passed: u64 = tallies.iter().map(|tally| tally.passed).sum();
    let failed: u64 = tallies.iter().map(|tally| tally.failed).sum();
    text + &format!("\n{passed} passed, {failed} failed\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "\
running 3 tests
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
    test result: ok. 1 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.03s
";

    #[track_caller]
    fn check(output: &str, ended: Ended, passed: u64, failed: u64) {
        let tally = Tally::count("domain".to_owned(), output, ended, Duration::ZERO);
        assert_eq!((tally.passed, tally.failed), (passed, failed));
    }

    #[test]
    fn results_of_several_binaries_are_added() {
        check(OUTPUT, Ended::Badly, 16, 2);
    }

    #[test]
    fn a_run_that_fails_without_a_failing_test_counts_as_one() {
        check("", Ended::Badly, 0, 1);
    }

    #[test]
    fn only_a_part_may_hold_no_test() {
        check("", Ended::Well, 0, 1);
        check("", Ended::WellInPart, 0, 0);
    }

    #[test]
    fn the_last_line_sums_up() {
        let domain = Tally::count("domain".to_owned(), OUTPUT, Ended::Badly, Duration::ZERO);
        let wasm = Tally::count("wasm".to_owned(), "", Ended::Badly, Duration::ZERO);
        let text = table(&[domain, wasm]);
        assert!(text.ends_with("\n16 passed, 3 failed\n"), "{text}");
        assert_eq!(text.matches("FAILED").count(), 2);
    }

    #[test]
    fn a_kind_that_can_not_begin_fails() {
        let tally = Tally::failure(
            "wasm",
            &Error::missing("a browser", "get one"),
            Duration::ZERO,
        );
        assert_eq!(tally.failed, 1);
    }
}
