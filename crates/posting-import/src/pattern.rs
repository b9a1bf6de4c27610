//! Patterns that are made once. Words end in them where ASCII words do: other ends keep the fast automaton
//! from being used. Digits are those of ASCII, as nothing here reads others, and the many of all scripts make
//! an automaton large.

use std::sync::LazyLock;

use regex::Regex;

/// A pattern that is a constant of this crate; the tests build every one.
pub(crate) type Pattern = LazyLock<Option<Regex>>;

/// A pattern for letters of both sizes.
pub(crate) fn pattern(text: &str) -> Option<Regex> {
    Regex::new(&for_both_sizes(text)).ok()
}

/// How a pattern for letters of both sizes is written.
pub(crate) fn for_both_sizes(text: &str) -> String {
    format!(
        "(?i){}",
        text.replace(r"\b", r"(?-u:\b)").replace(r"\d", "[0-9]")
    )
}

/// Whether a text has what a pattern looks for.
pub(crate) fn is_match(pattern: &Option<Regex>, text: &str) -> bool {
    pattern
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(text))
}
