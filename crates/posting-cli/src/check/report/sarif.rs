//! For code scanning: SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), written as it
//! comes.

use std::io::{self, Write};
use std::path::{Component, Path};

use serde_json::{Value, json};

use super::{Finding, Report, Source, Totals};
use crate::check::finding::{Rule, Severity};
use crate::error::Error;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log with one run.
#[derive(Default)]
pub struct Sarif {
    results: usize,
    unread: Vec<Value>,
}

impl Report for Sarif {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let rules: Vec<Value> = Rule::all().map(rule).collect();
        let tool = json!({ "driver": {
            "name": "job-posting check",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rules,
        } });
        write!(
            out,
            "{{\"$schema\": {}, \"version\": \"2.1.0\", \"runs\": [{{\n\"tool\": {tool},\n\
             \"columnKind\": \"unicodeCodePoints\",\n\"results\": [",
            json!(SCHEMA)
        )
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
            "ruleId": finding.rule.name(),
            "ruleIndex": Rule::all().position(|rule| rule == finding.rule),
            "level": finding.severity.as_str(),
            "message": { "text": finding.text() },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": uri(file) },
                    "region": {
                        "startLine": region.line,
                        "startColumn": region.column,
                        "endLine": region.end_line,
                        "endColumn": region.end_column,
                    },
                },
                "logicalLocations": [{ "fullyQualifiedName": finding.path }],
            }],
        });
        let comma = if self.results > 0 { "," } else { "" };
        self.results += 1;
        write!(out, "{comma}\n{value}")
    }

    fn unread(&mut self, _: &mut dyn Write, error: &Error) -> io::Result<()> {
        let text = error.to_string();
        let notification = json!({ "level": "error", "message": { "text": text } });
        self.unread.push(notification);
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: Totals) -> io::Result<()> {
        let invocation = json!({
            "executionSuccessful": self.unread.is_empty(),
            "toolExecutionNotifications": self.unread,
        });
        writeln!(out, "\n],\n\"invocations\": [{invocation}]\n}}]}}")
    }
}

fn rule(rule: Rule) -> Value {
    let level = match rule {
        Rule::Json | Rule::Format => Severity::Error,
        Rule::Lint(_) => Severity::Warning,
    };
    json!({
        "id": rule.name(),
        "shortDescription": { "text": rule.summary() },
        "defaultConfiguration": { "level": level.as_str() },
    })
}

/// A path as a URI reference (RFC 3986): relative paths stay so, for what reads the log knows the
/// folder in which the check ran.
pub(super) fn uri(path: &Path) -> String {
    let mut uri = String::new();
    for component in path.components() {
        match component {
            Component::Prefix(prefix) => {
                uri.push_str("file:///");
                uri.push_str(&prefix.as_os_str().to_string_lossy());
            }
            Component::RootDir if uri.is_empty() => uri.push_str("file:///"),
            Component::RootDir => uri.push('/'),
            Component::CurDir => {}
            Component::ParentDir => uri.push_str("../"),
            Component::Normal(name) => {
                for byte in name.to_string_lossy().bytes() {
                    if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                        uri.push(char::from(byte));
                    } else {
                        uri.push_str(&format!("%{byte:02X}"));
                    }
                }
                uri.push('/');
            }
        }
    }
    uri.trim_end_matches('/').to_owned()
}
