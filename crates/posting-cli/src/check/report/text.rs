//! For people: each finding with the line it is about, what to change beside the place.

use std::io::{self, Write};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Finding, Report, Source, Totals};
use crate::check::finding::{Rule, Severity};
use crate::error::Error;
use crate::terminal::harmless;

/// Findings as compilers show them; colours are dropped by the output where nobody sees them.
pub struct Text;

impl Report for Text {
    fn finding(
        &mut self,
        out: &mut dyn Write,
        file: &Path,
        source: &Source<'_>,
        finding: &Finding,
    ) -> io::Result<()> {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = harmless(&format!("{}: {}", finding.path, finding.message));
        let title = level.primary_title(title);
        let title = match finding.rule {
            Rule::Lint(lint) => title.id(lint.name()),
            Rule::Json | Rule::Format => title,
        };
        let (start, line) = source.line(finding.region.line);
        // Places in the line as it is shown.
        let within = |byte: usize| {
            let before = line.get(..byte.saturating_sub(start)).unwrap_or(line);
            harmless_line(before).len()
        };
        let span = within(finding.region.bytes.start)..within(finding.region.bytes.end);
        let annotation = AnnotationKind::Primary
            .span(span)
            .label(finding.suggestion.as_deref().map(harmless));
        let snippet = Snippet::source(harmless_line(line))
            .line_start(finding.region.line)
            .path(harmless(&file.to_string_lossy()))
            .annotation(annotation);
        let report = [title.element(snippet)];
        writeln!(out, "{}\n", Renderer::styled().render(&report))
    }

    fn unread(&mut self, _: &mut dyn Write, error: &Error) -> io::Result<()> {
        writeln!(io::stderr(), "error: {}", harmless(&error.to_string()))
    }

    fn end(&mut self, out: &mut dyn Write, totals: Totals) -> io::Result<()> {
        // What was found comes first, whatever becomes of the two outputs.
        out.flush()?;
        writeln!(io::stderr(), "{totals}")
    }
}

/// A line of a file, which may hold tabs.
fn harmless_line(line: &str) -> String {
    line.split('\t')
        .map(harmless)
        .collect::<Vec<_>>()
        .join("\t")
}
