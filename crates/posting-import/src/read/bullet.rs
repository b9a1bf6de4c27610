//! Marks at the start of a line that make it an item of a list.

/// Marks that make an item even without a blank after them.
const DOTS: &str = "•●○◦▪▫■□‣⁃∙⚫►▸➢➤✓✔✅🔹🔸⭐➔→❖♦◆";

/// Marks that need a blank after them.
const DASHES: &str = "-*–—·+";

/// A line without its mark.
pub(super) struct Marked<'a> {
    /// What follows the mark.
    pub text: &'a str,
    /// The mark, where it has letters or digits, which are words that must not be lost.
    pub number: Option<&'a str>,
}

/// Takes a list mark off a line, if it has one.
pub(super) fn marked(line: &str) -> Option<Marked<'_>> {
    let line = line.trim_start_matches(crate::block::is_blank);
    let first = line.chars().next()?;
    let rest = line.get(first.len_utf8()..)?;
    let blank = |text: &str| text.starts_with(crate::block::is_blank);
    // Most lines begin with a letter, which needs no look at the marks.
    let is_letter = first.is_ascii_alphabetic();
    let is_dash = !is_letter && blank(rest) && DASHES.contains(first);
    if is_dash || !first.is_ascii() && DOTS.contains(first) {
        let text = rest.trim_start_matches('\u{fe0f}');
        return Some(Marked {
            text: text.trim_start_matches(crate::block::is_blank),
            number: None,
        });
    }
    // Word processors write the hollow dot as the letter o.
    if first == 'o' && blank(rest) {
        let text = rest.trim_start_matches(crate::block::is_blank);
        let is_item = text.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
        return is_item.then_some(Marked {
            text,
            number: line.get(..1),
        });
    }
    numbered(line)
}

/// "1." and "1)", up to two digits, and "a)".
fn numbered(line: &str) -> Option<Marked<'_>> {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let first = line.chars().next()?;
    let length = match digits {
        1 | 2 => digits,
        0 if first.is_ascii_lowercase() => 1,
        _ => return None,
    };
    let rest = line.get(length..)?;
    let sign = rest.chars().next()?;
    if !(sign == ')' || sign == '.' && digits > 0) {
        return None;
    }
    let text = rest.get(1..)?;
    text.starts_with(crate::block::is_blank).then(|| Marked {
        text: text.trim_start_matches(crate::block::is_blank),
        number: line.get(..length),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, text: Option<&str>) {
        assert_eq!(marked(line).map(|marked| marked.text), text, "{line}");
    }

    #[test]
    fn marks_are_taken_off() {
        for line in [
            "- a",
            "* a",
            "• a",
            "•a",
            "– a",
            "— a",
            "1. a",
            "12) a",
            "b) a",
            "·\u{a0} a",
        ] {
            check(line, Some("a"));
        }
        check("o Apple trees", Some("Apple trees"));
        check("o 3 apple trees", Some("3 apple trees"));
    }

    #[test]
    fn words_are_no_marks() {
        for line in [
            "a",
            "-a",
            "--- a",
            "3 years",
            "2026. a",
            "1.5 years",
            "o apple",
            "*a*",
            "",
        ] {
            check(line, None);
        }
    }
}
