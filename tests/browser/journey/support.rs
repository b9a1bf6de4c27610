//! Small words that all tests share: waiting for a value, engines that can't, texts as people
//! compare them.

use std::fmt::Debug;

use browser_tests::{Outcome, Page, PageError};

/// Waits until `read` gives `expected`; when it never does, fails with what it gave last.
#[track_caller]
pub fn eventually<T: PartialEq + Debug>(
    page: &Page,
    expected: T,
    mut read: impl FnMut() -> Result<T, PageError>,
) -> Outcome {
    let mut last = None;
    let waited = page.wait_until("the expected value", || {
        let seen = read()?;
        let arrived = seen == expected;
        last = Some(seen);
        Ok(arrived)
    });
    if matches!(waited, Err(PageError::TimedOut { .. })) {
        assert_eq!(last, Some(expected));
    }
    Ok(waited?)
}

/// What a step gave, or `None`, with the reason in the test's output, where the engine is unable
/// to take it. Every other error is passed on.
pub fn if_able<T>(step: Result<T, PageError>) -> Outcome<Option<T>> {
    match step {
        Ok(given) => Ok(Some(given)),
        Err(unable @ PageError::Unsupported { .. }) => {
            println!("left out: {unable}");
            Ok(None)
        }
        Err(error) => Err(error)?,
    }
}

/// A text with every run of white space as one plain space. Engines differ in which of the
/// narrow spaces of Unicode they put around the dash of a range or before "PM".
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
pub fn assert_contains(text: &str, part: &str) {
    assert!(text.contains(part), "`{part}` is not in `{text}`");
}
