//! Why a source can't be imported, in words that say what was looked for.

use std::fmt::{self, Display, Formatter};

use crate::format::Format;

/// Why there is no posting to give back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportError {
    /// The source holds nothing but blanks.
    Empty,
    /// The source is larger than [`crate::MAX_BYTES`].
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// The bytes are no text in UTF-8, UTF-16, or windows-1252.
    NotText {
        /// The offset of the first byte that shows it.
        offset: usize,
    },
    /// Elements or values are nested deeper than any posting's.
    TooDeep {
        /// What was being read.
        format: Format,
    },
    /// The source has more elements than any posting's.
    TooMany {
        /// What was being read.
        format: Format,
    },
    /// The source is not what its format says.
    Malformed {
        /// What was being read.
        format: Format,
        /// The line, counted from 1.
        line: usize,
        /// The reader's reason.
        reason: String,
    },
    /// The source can be read, but no posting was found in it.
    NoPosting {
        /// What was being read.
        format: Format,
    },
    /// The source names postings, but has the text of none, like a list of search results.
    NoText {
        /// What was being read.
        format: Format,
        /// The first of the names.
        title: String,
        /// How many there are.
        count: usize,
    },
    /// The posting is larger than a posting file may be.
    PostingTooLarge {
        /// Its title.
        title: String,
    },
}

impl Display for ImportError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                write!(
                    formatter,
                    "the source is empty; give a file that holds a posting"
                )
            }
            Self::TooLarge { bytes } => write!(
                formatter,
                "the source has {bytes} bytes; split it into sources of at most {} bytes",
                crate::MAX_BYTES
            ),
            Self::NotText { offset } => write!(
                formatter,
                "byte {offset} is no text; looked for UTF-8, UTF-16 and windows-1252, save the \
                 source as one of them"
            ),
            Self::TooDeep { format } => write!(
                formatter,
                "the {format} source is nested too deeply for a posting; give the posting alone"
            ),
            Self::TooMany { format } => write!(
                formatter,
                "the {format} source has too many elements for postings; split it"
            ),
            Self::Malformed {
                format,
                line,
                reason,
            } => write!(
                formatter,
                "line {line} can't be read as {format}: {reason}; looked for {}, give another \
                 format with --from or mend the source",
                format.expects()
            ),
            Self::NoPosting { format } => write!(
                formatter,
                "no posting was found; looked for {}, give another format with --from if this is \
                 the wrong one",
                format.expects()
            ),
            Self::NoText {
                format,
                title,
                count,
            } => write!(
                formatter,
                "no posting was found, only names without texts: “{title}”{}; looked for {}, give the \
                 postings themselves rather than a list of them",
                match count {
                    0 | 1 => String::new(),
                    count => format!(" and {} more", count - 1),
                },
                format.expects()
            ),
            Self::PostingTooLarge { title } => write!(
                formatter,
                "the posting “{title}” is larger than a posting file may be; shorten it"
            ),
        }
    }
}

impl std::error::Error for ImportError {}
