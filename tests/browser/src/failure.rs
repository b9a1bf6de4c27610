//! What a test returns: any error, together with the line of the test whose `?` met it.

use std::error::Error;
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;

/// The result of a test or of a helper shared by tests.
pub type Outcome<T = ()> = Result<T, Failure>;

/// An error and the place where a test met it. Made by `?`.
///
/// It deliberately is no [`Error`] itself: that is what lets `?` turn every other error into it.
pub struct Failure {
    message: String,
    place: &'static Location<'static>,
}

impl<E: Error> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            message.push_str(": ");
            message.push_str(&cause.to_string());
            source = cause.source();
        }
        Self {
            message,
            place: Location::caller(),
        }
    }
}

/// The test runner prints a returned error with `Debug`, so this is written for people.
impl Debug for Failure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}\n  at {}", self.message, self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line the error is met on, and the failure.
    fn fails() -> (u32, Outcome<i32>) {
        let meet = || -> Outcome<i32> { Ok("twelve".parse()?) };
        (line!() - 1, meet())
    }

    #[test]
    fn a_failure_names_the_line_that_met_the_error() {
        let (line, outcome) = fails();
        let text = format!("{:?}", outcome.err());
        assert!(text.contains("invalid digit"), "{text}");
        assert!(text.contains(&format!("failure.rs:{line}:")), "{text}");
    }
}
