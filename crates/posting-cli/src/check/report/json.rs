//! For programs: one JSON object, written as it comes.

use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::{Finding, Report, Source, Totals};
use crate::error::Error;

/// `{"findings": […], "unread": […], "files": …, "others": …, "errors": …, "warnings": …}`
#[derive(Default)]
pub struct Json {
    findings: usize,
    unread: Vec<String>,
}

impl Report for Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"findings\": [")
    }

    fn finding(
        &mut self,
        out: &mut dyn Write,
        file: &Path,
        _: &Source<'_>,
        finding: &Finding,
    ) -> io::Result<()> {
        let region = &finding.region;
        let value = json!({
            "file": file.to_string_lossy(),
            "line": region.line,
            "column": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
            "path": finding.path,
            "severity": finding.severity.as_str(),
            "rule": finding.rule.name(),
            "message": finding.message,
            "suggestion": finding.suggestion,
        });
        let comma = if self.findings > 0 { "," } else { "" };
        self.findings += 1;
        write!(out, "{comma}\n{value}")
    }

    fn unread(&mut self, _: &mut dyn Write, error: &Error) -> io::Result<()> {
        self.unread.push(error.to_string());
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, totals: Totals) -> io::Result<()> {
        let unread = json!(self.unread);
        let Totals {
            files,
            others,
            errors,
            warnings,
            ..
        } = totals;
        writeln!(
            out,
            "\n],\n\"unread\": {unread},\n\"files\": {files}, \"others\": {others}, \
             \"errors\": {errors}, \"warnings\": {warnings}}}"
        )
    }
}
