//! Patterns that are made once. Words end in them where ASCII words do: other ends keep the fast automaton
//! from being used. Digits are those of ASCII, as nothing here reads others, and letters of words are whatever
//! stands where scripts have theirs: the many of all scripts, one by one, make an automaton large, and slow to
//! make.

use std::sync::LazyLock;

use regex::Regex;

/// A pattern that is a constant of this crate; the tests build every one.
pub(crate) type Pattern = LazyLock<Option<Regex>>;

/// A pattern for letters of both sizes.
pub(crate) fn pattern(text: &str) -> Option<Regex> {
    Regex::new(&for_both_sizes(text)).ok()
}

/// Letters and digits of words: those of ASCII, and from the Latin letters with accents on all but general and CJK
/// punctuation and symbols.
const OF_WORDS: &str = r"0-9A-Za-z_\u{c0}-\u{1fff}\u{2c00}-\u{2fff}\u{3040}-\u{10ffff}";

/// How a pattern for letters of both sizes is written.
pub(crate) fn for_both_sizes(text: &str) -> String {
    let text = text.replace(r"\b", r"(?-u:\b)").replace(r"\d", "[0-9]");
    // To look for the other size of so many letters takes long, and both are among them.
    let text = text
        .replace(r"[\w", &format!("[{OF_WORDS}"))
        .replace(r"[^\w", &format!("[^{OF_WORDS}"))
        .replace(r"\w", &format!("(?-i:[{OF_WORDS}])"))
        .replace(r"\W", &format!("(?-i:[^{OF_WORDS}])"));
    format!("(?i){text}")
}

/// Whether a text has what a pattern looks for.
pub(crate) fn is_match(pattern: &Option<Regex>, text: &str) -> bool {
    pattern
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_letters_of_all_scripts_and_no_signs() {
        let words = pattern(r"^\w+$").unwrap();
        for word in ["Gärten", "l1", "сад", "園芸", "정원", "κήπος"] {
            assert!(words.is_match(word), "{word}");
        }
        let signs = pattern(r"^\W+$").unwrap();
        for sign in ["–", "’", "“", "•", "…", "€", "→", "、", "。", "\u{a0}", "«"]
        {
            assert!(signs.is_match(sign), "{sign}");
        }
    }
}
