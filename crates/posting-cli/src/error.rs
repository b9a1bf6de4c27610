//! Everything that can stop the command, in words that say what to do about it.

use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::{Path, PathBuf};

/// Why the command stopped.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read or written.
    File {
        /// The verb of the message, as in "could not read".
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The operating system's reason.
        source: io::Error,
    },
    /// The list of built files could not be read.
    Manifest {
        /// Where it was looked for.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A source could not be imported.
    Source {
        /// The source as messages call it.
        name: String,
        /// Why.
        reason: String,
    },
    /// A source has several postings, and there is no folder to write them to.
    NoFolder {
        /// The source as messages call it.
        source: String,
        /// How many postings it has.
        postings: usize,
    },
    /// Sources could not be read, which was printed.
    Unread {
        /// How many.
        count: usize,
    },
    /// Imported postings lack what they need, which was printed.
    Incomplete {
        /// How many.
        count: usize,
    },
    /// Options that can't be used together.
    Incompatible {
        /// What belongs to what, and what to do.
        what: &'static str,
    },
    /// A style sheet that a page is to hold can't be read.
    Unheld {
        /// The style sheet.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A style sheet has what would end the element of a page that is to hold it.
    Unholdable {
        /// The style sheet.
        path: PathBuf,
    },
    /// Something that a report for programs has told already, so that nothing else is printed.
    Told(Box<Self>),
    /// Postings have problems, which were printed.
    Problems {
        /// How many there are.
        count: usize,
    },
}

impl Error {
    /// For `map_err`: what was tried with which file.
    pub fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File {
            action,
            path,
            source,
        }
    }

    /// Why a source could not be imported.
    pub fn source(name: String, reason: String) -> Self {
        Self::Source { name, reason }
    }

    /// Whether a report has told it already.
    pub fn is_told(&self) -> bool {
        matches!(self, Self::Told(_))
    }

    /// The exit code: 1 for postings with problems, 2 for what kept the command from its work (as
    /// for a command line that is not understood).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Told(error) => error.exit_code(),
            Self::Problems { .. } | Self::Incomplete { .. } => 1,
            Self::File { .. }
            | Self::Manifest { .. }
            | Self::Source { .. }
            | Self::NoFolder { .. }
            | Self::Incompatible { .. }
            | Self::Unheld { .. }
            | Self::Unholdable { .. }
            | Self::Unread { .. } => 2,
        }
    }
}

impl Display for Error {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::File {
                action,
                path,
                source,
            } => write!(formatter, "could not {action} {}: {source}", path.display()),
            Self::Manifest { path, why } => write!(
                formatter,
                "could not read the list of built files {}: {why}; build with `cargo xtask dist`, \
                 or name the manifest.json of your copy with --manifest",
                path.display()
            ),
            Self::Told(error) => error.fmt(formatter),
            Self::Incompatible { what } => formatter.write_str(what),
            Self::Unheld { path, source } => write!(
                formatter,
                "could not read {}: {source}; what is written holds this style sheet, so keep it \
                 beside the list of built files, or render with --linked-styles",
                path.display()
            ),
            Self::Unholdable { path } => write!(
                formatter,
                "{} contains </, so no page can hold it; render with --linked-styles",
                path.display()
            ),
            Self::Source { name, reason } => write!(formatter, "{name}: {reason}"),
            Self::NoFolder { source, postings } => write!(
                formatter,
                "{source} is one of several sources or has several postings ({postings}); name a \
                 folder for them with --out"
            ),
            Self::Unread { count: 1 } => write!(formatter, "1 source could not be read"),
            Self::Unread { count } => write!(formatter, "{count} sources could not be read"),
            Self::Incomplete { count: 1 } => {
                write!(
                    formatter,
                    "1 posting is not complete; see what the report names as missing"
                )
            }
            Self::Incomplete { count } => write!(
                formatter,
                "{count} postings are not complete; see what the report names as missing"
            ),
            Self::Problems { count: 1 } => write!(formatter, "1 problem"),
            Self::Problems { count } => write!(formatter, "{count} problems"),
        }
    }
}

impl std::error::Error for Error {}
