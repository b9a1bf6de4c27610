//! For GitHub Actions: a workflow command for each finding
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).

use std::io::{self, Write};
use std::path::Path;

use super::{Finding, Report, Source};
use crate::error::Error;

/// `::error file=…,line=…,col=…,title=…::message`
pub struct Github;

impl Report for Github {
    fn finding(
        &mut self,
        out: &mut dyn Write,
        file: &Path,
        _: &Source<'_>,
        finding: &Finding,
    ) -> io::Result<()> {
        let region = &finding.region;
        let severity = finding.severity.as_str();
        let file = property(&file.to_string_lossy());
        let (line, column) = (region.line, region.column);
        // The runner shows a range of columns only within a line.
        let end = if region.end_line == line {
            format!(",endColumn={}", region.end_column)
        } else {
            String::new()
        };
        let (title, message) = (property(finding.rule.name()), data(&finding.text()));
        writeln!(
            out,
            "::{severity} file={file},line={line},endLine={},col={column}{end},title={title}::{message}",
            region.end_line
        )
    }

    fn unread(&mut self, out: &mut dyn Write, error: &Error) -> io::Result<()> {
        writeln!(
            out,
            "::error title=unreadable::{}",
            data(&error.to_string())
        )
    }
}

/// Text after the command. Without the escapes a line break would begin another command, and a
/// posting could give orders to the runner.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property's value, which a colon or comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
