//! Texts that a message quotes: each line behind a sign that is no part of it.

use std::borrow::Cow;

use crate::block::is_blank;

/// Messages quote what was quoted before; more often than this nobody does.
const DEEPEST: usize = 4;

/// A text without the signs of quotes. Lines keep their places.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..DEEPEST {
        let Some(inner) = without_quote(&text) else {
            break;
        };
        text = Cow::Owned(inner);
    }
    text
}

/// The text without the signs of one quote, if it has one: neighbouring lines that all begin with the sign, of
/// which at least one has nothing else, as no item of a list has.
fn without_quote(text: &str) -> Option<String> {
    let is_sign = |letter: char| letter == '>' || is_blank(letter);
    let is_empty = |line: &str| line.starts_with('>') && line.chars().all(is_sign);
    if !text.starts_with('>') && !text.contains("\n>") || !text.lines().any(is_empty) {
        return None;
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let runs = lines.chunk_by(|one, other| inner(one).is_some() == inner(other).is_some());
    let mut unquoted = String::with_capacity(text.len());
    for run in runs {
        let is_quote = run.iter().any(|line| is_empty(line));
        for line in run {
            unquoted.push_str(inner(line).filter(|_| is_quote).unwrap_or(line));
        }
    }
    Some(unquoted)
}

/// What stands behind the sign of a quote.
fn inner(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('>')?;
    Some(inner.strip_prefix(' ').unwrap_or(inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_quotes_are_taken_off() {
        for (text, expected) in [
            ("> A\n>\n> B", "A\n\nB"),
            (">> A\n>>\n>> B", "A\n\nB"),
            ("Look:\n\n> A\n> \n> - B\n\nBye", "Look:\n\nA\n\n- B\n\nBye"),
        ] {
            assert_eq!(unquoted(text), expected, "{text}");
        }
    }

    #[test]
    fn items_of_lists_are_no_quotes() {
        for text in ["Duties\n> A\n> B\n\nNeeds\n> C", "> A", "A > B", ""] {
            assert_eq!(unquoted(text), text);
        }
    }
}
