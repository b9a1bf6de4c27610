//! Everything that can stop a command, in words that say what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// Why a command of `cargo xtask` stopped.
#[derive(Debug)]
pub enum Error {
    /// The command line was not understood.
    Arguments(String),
    /// A file or folder could not be read, written, moved or removed.
    File {
        /// The verb of the message, as in "could not read".
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The operating system's reason.
        source: io::Error,
    },
    /// A program could not be started at all.
    NotStarted {
        /// The program as it was called.
        program: String,
        /// The operating system's reason.
        source: io::Error,
    },
    /// A program ran and reported failure.
    Failed {
        /// The program with its arguments.
        call: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// A file or a program's answer has another form than expected.
    Malformed {
        /// Which file or answer, with the position where there is one.
        what: String,
        /// What is wrong and what to change.
        why: String,
    },
    /// Something has to be installed or changed by the person, because we can't.
    Missing {
        /// What is missing and what it is for.
        what: String,
        /// The exact command or change that mends it.
        remedy: String,
    },
    /// Some of the parts of a command failed; each was reported when it happened.
    Parts {
        /// The names of the parts.
        failed: Vec<String>,
    },
}

impl Error {
    /// Makes a closure for `map_err` that adds the verb and the path to an IO error.
    pub fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File {
            action,
            path,
            source,
        }
    }

    /// Something of unexpected form: what it is, and what to change.
    pub fn malformed(what: impl Into<String>, why: impl Into<String>) -> Self {
        Self::Malformed {
            what: what.into(),
            why: why.into(),
        }
    }

    /// Something absent that only the person can provide, and how.
    pub fn missing(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Missing {
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

impl From<lexopt::Error> for Error {
    fn from(error: lexopt::Error) -> Self {
        Self::Arguments(error.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arguments(why) => {
                write!(formatter, "{why}; `cargo xtask --help` lists the commands")
            }
            Self::File {
                action,
                path,
                source,
            } => write!(formatter, "could not {action} {}: {source}", path.display()),
            Self::NotStarted { program, source } => {
                write!(formatter, "could not start {program}: {source}")
            }
            Self::Failed { call, status } => write!(formatter, "`{call}` failed ({status})"),
            Self::Malformed { what, why } => write!(formatter, "{what}: {why}"),
            Self::Missing { what, remedy } => write!(formatter, "{what}\n       {remedy}"),
            Self::Parts { failed } => write!(formatter, "failed: {}", failed.join(", ")),
        }
    }
}

impl std::error::Error for Error {}
