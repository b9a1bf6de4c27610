//! A JSON value as it was written: object keys in order, duplicates included, so
//! that checking can speak about all of it.
//!
//! Reader and writer are our own: with `serde_json`, which brings floating point
//! along, the compressed wasm was 15 kB larger.

mod number;
mod read;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;

pub(crate) use write::Writer;
pub use write::quoted;

/// The longest text that is read, in bytes. Real postings take a few kilobytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// How deep lists and objects can lie within each other: `serde_json`'s limit, which other tools
/// share. A posting needs nine.
pub const MAX_DEPTH: usize = 127;

/// A parsed JSON value (RFC 8259).
#[derive(Clone, PartialEq, Debug)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number, however written: `12`, `12.0` and `1.2e1` are the same.
    Integer(i64),
    /// A number with a fraction, or too large for an integer: its hundredths, if they are whole and
    /// within range. Amounts of money need no more, and nothing here needs floating point.
    Number(Option<i64>),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object's members as written, duplicate keys included.
    Object(Vec<(String, Json)>),
}

/// Why a text is not JSON. Lines and columns count from 1, columns in bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum JsonError {
    /// There is nothing in the text but blanks.
    Empty,
    /// The text is longer than [`MAX_BYTES`]; it takes this many.
    TooLarge(usize),
    /// The text starts with `<`, as a page that stands in for a missing file does.
    LooksLikeHtml,
    /// Lists and objects lie deeper within each other than [`MAX_DEPTH`].
    TooDeep {
        /// The line on which that happens.
        line: usize,
        /// The column in that line.
        column: usize,
    },
    /// The text ends before the value does.
    CutShort {
        /// The last line.
        line: usize,
        /// The column of its last byte, 0 if it has none.
        column: usize,
    },
    /// The text breaks JSON's grammar.
    Syntax {
        /// The line on which it does.
        line: usize,
        /// The column of the first byte that can't be right.
        column: usize,
        /// What is wrong there.
        reason: &'static str,
    },
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "is empty; a JSON object is needed"),
            Self::TooLarge(bytes) => write!(
                f,
                "takes {bytes} bytes, which is too large; keep it within {MAX_BYTES}"
            ),
            Self::LooksLikeHtml => write!(
                f,
                "looks like an HTML page, not JSON; check that the address leads to the posting file"
            ),
            Self::TooDeep { line, column } => write!(
                f,
                "nests lists and objects more than {MAX_DEPTH} deep at line {line}, column \
                 {column}; make it flatter"
            ),
            Self::CutShort { line, column } => write!(
                f,
                "ends too early, at line {line}, column {column}; the file seems to be cut off"
            ),
            Self::Syntax {
                line,
                column,
                reason,
            } => write!(
                f,
                "is not JSON at line {line}, column {column}: {reason}; correct that place"
            ),
        }
    }
}

impl std::error::Error for JsonError {}

impl Json {
    /// Reads a JSON text (RFC 8259); a byte order mark before it is passed over.
    ///
    /// # Errors
    /// The first thing that is wrong with the text: see [`JsonError`].
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.len() > MAX_BYTES {
            return Err(JsonError::TooLarge(text.len()));
        }
        let start = text.trim_start();
        if start.is_empty() {
            return Err(JsonError::Empty);
        }
        if start.starts_with('<') {
            return Err(JsonError::LooksLikeHtml);
        }
        read::read(text)
    }

    /// What kind of value it is, in words that follow "not": "a list".
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Integer(_) | Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The member of an object with this key, the first one if there are several; `None` if the
    /// value is no object.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let (_, value) = members.iter().find(|(name, _)| name == key)?;
        Some(value)
    }

    /// The text of a string.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a whole number.
    pub(crate) fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }
}
