//! What was understood of a source, for the author who checks it.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;

use crate::format::Format;
use crate::recognize::Role;
use crate::source::Fact;

/// The report on a source. Its JSON form has the fields' names in camel case.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The format that was read.
    pub format: Format,
    /// Whether the format was detected rather than given.
    pub detected: bool,
    /// The encoding where it is not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<&'static str>,
    /// A report for each posting.
    pub postings: Vec<PostingReport>,
}

/// The report on one posting.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostingReport {
    /// The posting's id.
    pub id: String,
    /// The posting's title.
    pub title: String,
    /// The parts of the text, in order.
    pub recognized: Vec<Recognized>,
    /// The facts that were found.
    pub facts: Vec<Fact>,
    /// What the posting lacks.
    pub missing: Vec<Missing>,
    /// The problems that a check of the posting finds besides.
    pub problems: Vec<String>,
    /// What else an author should know.
    pub notes: Vec<String>,
}

/// A part of the source's text and where it went.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Recognized {
    /// What it was taken for.
    #[serde(rename = "as")]
    pub role: Role,
    /// Where it stands in the posting: the path of a list, or of the section.
    pub at: String,
    /// Its heading in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The line of the source, from 1.
    pub line: usize,
    /// How many entries it has.
    pub entries: usize,
    /// Whether an author should look at it.
    pub review: bool,
}

/// A field that the source does not fill.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// The field.
    pub field: &'static str,
    /// Whether a posting needs it.
    pub required: bool,
    /// How to give it.
    pub how: &'static str,
}

impl Report {
    pub(crate) fn new(format: Format, detected: bool, encoding: Option<&'static str>) -> Self {
        Self {
            format,
            detected,
            encoding,
            postings: Vec::new(),
        }
    }

    /// Whether every posting can be shown as it is.
    pub fn is_complete(&self) -> bool {
        self.postings.iter().all(PostingReport::is_complete)
    }
}

impl PostingReport {
    /// Whether nothing that a posting needs is missing or wrong.
    pub fn is_complete(&self) -> bool {
        self.problems.is_empty() && !self.missing.iter().any(|missing| missing.required)
    }
}

impl Display for Report {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let how = if self.detected { "detected" } else { "given" };
        write!(formatter, "format: {} ({how})", self.format)?;
        if let Some(encoding) = self.encoding {
            write!(formatter, ", encoding: {encoding}")?;
        }
        writeln!(formatter)?;
        for posting in &self.postings {
            writeln!(formatter)?;
            posting.fmt(formatter)?;
        }
        Ok(())
    }
}

impl Display for PostingReport {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let title = if self.title.is_empty() {
            "(no title)"
        } else {
            &self.title
        };
        writeln!(formatter, "{title} ({})", self.id)?;
        for part in &self.recognized {
            let heading = part.heading.as_ref().map(|heading| format!(" “{heading}”"));
            let (line, at, count) = (part.line, &part.at, part.entries);
            let entries = if count == 1 { "entry" } else { "entries" };
            write!(
                formatter,
                "  line {line}:{} → {at}, {count} {entries}",
                heading.unwrap_or_default()
            )?;
            writeln!(formatter, "{}", review(part.review))?;
        }
        for fact in &self.facts {
            let Fact {
                field,
                value,
                words,
                line,
                ..
            } = fact;
            let words = shortened(words);
            writeln!(
                formatter,
                "  line {line}: {field} = {value}, from “{words}”{}",
                review(fact.review)
            )?;
        }
        for missing in &self.missing {
            let need = if missing.required {
                "missing"
            } else {
                "not found"
            };
            writeln!(formatter, "  {need}: {}; {}", missing.field, missing.how)?;
        }
        for problem in &self.problems {
            writeln!(formatter, "  problem: {problem}")?;
        }
        for note in &self.notes {
            writeln!(formatter, "  note: {note}")?;
        }
        Ok(())
    }
}

fn review(review: bool) -> &'static str {
    if review { " (please review)" } else { "" }
}

/// Enough of a sentence to find it again.
fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(100).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
