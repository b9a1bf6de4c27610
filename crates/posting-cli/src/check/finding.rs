//! What is told about a posting file: a problem that keeps it from being shown, or something its
//! author may want to change.

use posting::json::JsonError;
use posting::problem::Problem;

use super::lint::{Lint, Remark};
use super::source::{Region, Source};

/// One thing to change, with its place.
#[derive(Debug)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// The name of the rule.
    pub rule: Rule,
    /// Where, as a JSON path.
    pub path: String,
    /// What is wrong; follows the path and a colon.
    pub message: String,
    /// What to change, where the message doesn't say it.
    pub suggestion: Option<String>,
    /// The place in the file's text.
    pub region: Region,
}

/// How grave a finding is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// The file is to be corrected.
    Error,
    /// The file can stay as it is.
    Warning,
}

impl Severity {
    /// "error" or "warning", which are also SARIF's and GitHub's words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What a finding breaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// JSON's grammar.
    Json,
    /// The posting format.
    Format,
    /// A rule beyond the format.
    Lint(Lint),
}

impl Rule {
    /// Every rule.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Json, Self::Format]
            .into_iter()
            .chain(Lint::ALL.map(Self::Lint))
    }

    /// The name, which stays the same from version to version.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "not-json",
            Self::Format => "invalid-posting",
            Self::Lint(lint) => lint.name(),
        }
    }

    /// What it asks, in a sentence.
    pub fn summary(self) -> &'static str {
        match self {
            Self::Json => "A posting file is JSON.",
            Self::Format => "A posting keeps to the rules of the posting format.",
            Self::Lint(lint) => lint.summary(),
        }
    }
}

impl Finding {
    /// A text that is no JSON.
    pub fn of_json(source: &Source<'_>, error: &JsonError) -> Self {
        let region = match error {
            JsonError::TooDeep { line, column }
            | JsonError::CutShort { line, column }
            | JsonError::Syntax { line, column, .. } => source.at(*line, *column),
            JsonError::Empty | JsonError::TooLarge(_) | JsonError::LooksLikeHtml => source.start(),
        };
        let path = "$".to_owned();
        Self::new(
            Severity::Error,
            Rule::Json,
            path,
            &error.to_string(),
            region,
        )
    }

    /// A problem of a posting.
    pub fn of_problem(source: &Source<'_>, problem: &Problem) -> Self {
        let region = if problem.is_of_repeated_key() {
            source.locate_last(&problem.path)
        } else {
            source.locate(&problem.path)
        };
        let path = problem.path.clone();
        Self::new(
            Severity::Error,
            Rule::Format,
            path,
            &problem.message,
            region,
        )
    }

    /// A lint's remark.
    pub fn of_remark(source: &Source<'_>, severity: Severity, remark: Remark) -> Self {
        let region = source.locate(&remark.path);
        let rule = Rule::Lint(remark.lint);
        Self::new(severity, rule, remark.path, &remark.message, region)
    }

    fn new(severity: Severity, rule: Rule, path: String, message: &str, region: Region) -> Self {
        let (message, suggestion) = match message.split_once("; ") {
            Some((message, suggestion)) => (message, Some(suggestion.to_owned())),
            None => (message, None),
        };
        Self {
            severity,
            rule,
            path,
            message: message.to_owned(),
            suggestion,
            region,
        }
    }

    /// The whole message in one line, as `posting` writes it.
    pub fn text(&self) -> String {
        let Self { path, message, .. } = self;
        match &self.suggestion {
            Some(suggestion) => format!("{path}: {message}; {suggestion}"),
            None => format!("{path}: {message}"),
        }
    }
}
