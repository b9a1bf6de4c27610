//! What is wrong with a posting document, and where.

use std::fmt;

/// One thing an author has to change, with the JSON path of the value it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Where, as a JSON path (RFC 9535 section 2.7) in the short notation, such as
    /// `$.program.startDates[2]`; `$` is the whole document. A missing value has the path at
    /// which it should stand.
    pub path: String,
    /// What is wrong and what to change, in English and without a final period.
    pub message: String,
}

/// What is said of a key that an object has already.
pub(crate) const REPEATED: &str = "is written twice in the same object; keep one";

impl Problem {
    /// Whether it is about a key that stands before in the same object. Its path is that of both,
    /// and the later one is meant.
    pub fn is_of_repeated_key(&self) -> bool {
        self.message == REPEATED
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}
