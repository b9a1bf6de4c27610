//! Findings as they are written: for people, for programs, and for what runs checks on a code host.

mod github;
mod json;
mod sarif;
mod text;

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;

use super::finding::Finding;
use super::source::Source;
use crate::error::Error;

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Format {
    /// For people: each finding with the line it is about
    Text,
    /// For programs: one JSON object with a list of findings
    Json,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: workflow commands, which annotate the files of a change
    Github,
}

/// What was looked at and found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Totals {
    /// Files that were checked.
    pub files: usize,
    /// JSON files of folders that are no postings.
    pub others: usize,
    /// Files and folders that could not be read.
    pub unread: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
}

/// Writes findings one after the other, so that none has to be kept.
pub trait Report {
    /// What stands before all findings.
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// A finding in a file.
    fn finding(
        &mut self,
        out: &mut dyn Write,
        file: &Path,
        source: &Source<'_>,
        finding: &Finding,
    ) -> io::Result<()>;

    /// A file or folder that could not be read.
    fn unread(&mut self, out: &mut dyn Write, error: &Error) -> io::Result<()>;

    /// What stands after all findings.
    fn end(&mut self, _: &mut dyn Write, _: Totals) -> io::Result<()> {
        Ok(())
    }
}

impl Format {
    /// The report in this format.
    pub fn report(self) -> Box<dyn Report> {
        match self {
            Self::Text => Box::new(text::Text),
            Self::Json => Box::new(json::Json::default()),
            Self::Sarif => Box::new(sarif::Sarif::default()),
            Self::Github => Box::new(github::Github),
        }
    }
}

impl std::fmt::Display for Totals {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counted = |count, one, many| format!("{count} {}", if count == 1 { one } else { many });
        let files = counted(self.files, "posting checked", "postings checked");
        let errors = counted(self.errors, "problem", "problems");
        let warnings = counted(self.warnings, "warning", "warnings");
        write!(formatter, "{files}: {errors}, {warnings}")?;
        if self.others > 0 {
            let others = counted(
                self.others,
                "JSON file is no posting",
                "JSON files are no postings",
            );
            write!(formatter, "; {others}")?;
        }
        if self.unread > 0 {
            write!(formatter, "; {} could not be read", self.unread)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
