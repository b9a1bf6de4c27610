//! Why a page does not do what a test asks of it.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::PathBuf;

use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

use super::find::Role;
use crate::browser::BrowserError;
use crate::engine::Engine;
use crate::pdf::PdfError;

/// Why a page does not do what a test asks of it.
#[derive(Debug)]
pub enum PageError {
    /// No visible element has the role and name.
    NotFound {
        /// The role; `None` for any labelled control.
        role: Option<Role>,
        /// The name asked for.
        name: String,
        /// The names of every visible element with that role.
        names: Vec<String>,
        /// Where the page is.
        address: String,
    },
    /// Several visible elements have the role and name.
    Ambiguous {
        /// The role; `None` for any labelled control.
        role: Option<Role>,
        /// The name asked for.
        name: String,
        /// How many have it.
        count: usize,
    },
    /// Not exactly one visible element has the part name.
    Part {
        /// The part name.
        part: String,
        /// How many have it.
        count: usize,
    },
    /// A condition did not come to hold.
    TimedOut {
        /// The condition.
        what: String,
    },
    /// The engine can't do this under automation.
    Unsupported {
        /// The engine.
        engine: Engine,
        /// What it can't.
        what: &'static str,
    },
    /// Other tests use it too.
    Shared {
        /// What.
        what: &'static str,
    },
    /// The browser was closed by an earlier step.
    Closed,
    /// The browser can't be started or closed.
    Browser(BrowserError),
    /// A command to the browser failed.
    Command(WebDriverError),
    /// A file can't be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// What the browser printed is no PDF.
    Print(PdfError),
    /// The machine's processes can't be listed or killed.
    Processes(io::Error),
    /// None of the processes that were to be killed runs.
    NothingToKill,
}

impl PageError {
    /// Whether the page has replaced the element that a command was about.
    pub(super) fn is_stale(&self) -> bool {
        let Self::Command(error) = self else {
            return false;
        };
        matches!(
            error.as_inner(),
            WebDriverErrorInner::StaleElementReference(_)
        )
    }
}

impl Display for PageError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound {
                role,
                name,
                names,
                address,
            } => {
                let role = role.map_or("labelled control", Role::name);
                write!(
                    formatter,
                    "no visible {role} is named `{name}` at {address}; there "
                )?;
                match names.as_slice() {
                    [] => write!(formatter, "is no {role} at all"),
                    names => write!(formatter, "are `{}`", names.join("`, `")),
                }
            }
            Self::Ambiguous { role, name, count } => {
                let role = role.map_or("labelled control", Role::name);
                write!(
                    formatter,
                    "{count} visible elements of role {role} are named `{name}`: "
                )?;
                formatter.write_str("give more of the name")
            }
            Self::Part { part, count } => {
                write!(
                    formatter,
                    "{count} visible elements have the part `{part}` instead of one"
                )
            }
            Self::TimedOut { what } => write!(formatter, "waited in vain for {what}"),
            Self::Unsupported { engine, what } => {
                write!(
                    formatter,
                    "{engine} is unable {what}: leave this engine out of the test"
                )
            }
            Self::Shared { what } => write!(
                formatter,
                "other tests use the {what} too: begin with `Journey::new().alone()`"
            ),
            Self::Closed => formatter.write_str("the browser is closed"),
            Self::Browser(_) => formatter.write_str("no browser"),
            Self::Command(_) => formatter.write_str("the browser refuses a command"),
            Self::File { path, .. } => write!(formatter, "no access to {}", path.display()),
            Self::Print(_) => formatter.write_str("no printed page"),
            Self::Processes(_) => {
                formatter.write_str("the browser's processes can't be found or killed")
            }
            Self::NothingToKill => {
                formatter.write_str("no such process of the browser runs, so nothing was killed")
            }
        }
    }
}

impl Error for PageError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Browser(error) => Some(error),
            Self::Command(error) => Some(error),
            Self::File { error, .. } | Self::Processes(error) => Some(error),
            Self::Print(error) => Some(error),
            _ => None,
        }
    }
}

impl From<WebDriverError> for PageError {
    fn from(error: WebDriverError) -> Self {
        Self::Command(error)
    }
}
