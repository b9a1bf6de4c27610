//! Marks at the start of a line that make it an item of a list.

mod company;
mod number;

pub(super) use company::{alone_in, in_company, spaced};
pub(super) use number::begins_date;
use number::numbered;

/// Marks that make an item even without a blank after them.
const DOTS: &str =
    "•●○◦▪▫■□‣⁃∙⚫►▸➢➤✓✔✅🔹🔸⭐➔→❖♦◆👉➡▶⇒»★☆✦✧✪◾◽▹▻◉・･⬤⚪◼◻◇◈⬥⬦⦿⦾⚬∗※❑❒❏❐☐☑☒✗✘➜➙➝➞➣➥➨⮞⇨›❯¤";

/// What word processors' symbol fonts make marks of are characters for private use.
const SYMBOL_FONTS: std::ops::RangeInclusive<char> = '\u{f000}'..='\u{f0ff}';

/// Marks that need a blank after them.
const DASHES: [char; 11] = [
    '-', '*', '–', '—', '·', '+', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2015}', '\u{2212}',
];

/// Marks of several signs that need a blank after them.
const ARROWS: [&str; 5] = ["--", "->", "-->", "=>", ">>"];

/// Letters and signs that symbol fonts show as marks, where a text has lost its fonts: before a tab, and
/// some of them before any blank.
const BEFORE_TABS: &str = "ovqlnàØü";
const BEFORE_BLANKS: &str = "§Øü";

/// ASCII signs that may be marks: where they touch their words, and what quotes lines elsewhere.
pub(super) const SIGNS: &str = "-*+>";

/// The same in Markdown, which quotes lines.
pub(super) const MARKDOWN_SIGNS: &str = "-*+";

/// Boxes of tasks, and signs in brackets, before a blank: with the letter that ticks a box.
const BOXES: [(&str, Option<&str>); 10] = [
    ("[ ]", None),
    ("[]", None),
    ("[x]", Some("x")),
    ("[X]", Some("X")),
    ("[-]", None),
    ("(-)", None),
    ("(–)", None),
    ("(+)", None),
    ("(*)", None),
    ("(•)", None),
];

/// A line without its mark.
pub(super) struct Marked<'a> {
    /// What follows the mark.
    pub text: &'a str,
    /// The mark, where it has letters or digits, which are words that must not be lost.
    pub number: Option<&'a str>,
}

/// Takes a list mark off a line, if it has one, and the box of a task behind it.
pub(super) fn marked(line: &str) -> Option<Marked<'_>> {
    if begins_with_word(line) {
        return None;
    }
    let marked = mark(line);
    let text = marked.as_ref().map_or(line, |marked| marked.text);
    let number = marked.as_ref().and_then(|marked| marked.number);
    // Of two marks with letters or digits the second stays in the text.
    let inner = boxed(without_blanks(text)).filter(|inner| inner.number.and(number).is_none());
    match inner {
        Some(inner) => Some(Marked {
            text: inner.text,
            number: number.or(inner.number),
        }),
        None => marked,
    }
}

/// What follows a box or a sign in brackets at the start of a text.
fn boxed(text: &str) -> Option<Marked<'_>> {
    if !text.starts_with(['[', '(']) {
        return None;
    }
    let (number, rest) = BOXES.iter().find_map(|(sign, number)| {
        let rest = text.strip_prefix(sign)?;
        rest.starts_with(crate::block::is_blank)
            .then_some((*number, rest))
    })?;
    let text = without_blanks(rest);
    Some(Marked { text, number })
}

/// Whether a line begins with letters that are no mark, as most lines do: no sign follows them that would
/// make them one.
fn begins_with_word(line: &str) -> bool {
    let mut start = line.bytes().take(LONGEST_NUMBER + 1);
    let Some(first) = start.next() else {
        return true;
    };
    let is_alone = || {
        let rest = line.get(1..).unwrap_or_default();
        rest.starts_with(crate::block::is_blank)
    };
    first.is_ascii_uppercase()
        || first.is_ascii_lowercase()
            && start.all(|byte| !matches!(byte, b'.' | b')'))
            && !is_alone()
}

/// The longest letters that number an item, "viii".
const LONGEST_NUMBER: usize = 4;

/// A text without the blanks at its start, of which most have none.
fn without_blanks(text: &str) -> &str {
    match text.bytes().next() {
        Some(b'!'..=b'~') => text,
        _ => text.trim_start_matches(crate::block::is_blank),
    }
}

fn mark(line: &str) -> Option<Marked<'_>> {
    let line = without_blanks(line);
    let first = line.chars().next()?;
    let rest = line.get(first.len_utf8()..)?;
    let blank = |text: &str| text.starts_with(crate::block::is_blank);
    let mut arrows = ARROWS.iter().filter_map(|arrow| line.strip_prefix(arrow));
    if let Some(rest) = arrows.find(|rest| blank(rest)) {
        let text = without_blanks(rest);
        return Some(Marked { text, number: None });
    }
    let text = without_blanks(rest.trim_start_matches('\u{fe0f}'));
    // "~ 20 hours" is about as many.
    let is_about = || text.starts_with(char::is_numeric);
    let is_dash = (DASHES.contains(&first) || first == '~' && !is_about())
        && blank(rest)
        && !encloses(text, first);
    let is_dot = !first.is_ascii() && (DOTS.contains(first) || SYMBOL_FONTS.contains(&first));
    if is_dash || is_dot {
        return Some(Marked { text, number: None });
    }
    letter(line, first, rest).or_else(|| numbered(line))
}

/// Whether a sign stands behind a text as it does before it, as around a heading: "~ Requirements ~".
fn encloses(text: &str, sign: char) -> bool {
    let before = text
        .trim_end_matches(crate::block::is_blank)
        .strip_suffix(sign);
    before.is_some_and(|before| before.ends_with(crate::block::is_blank))
}

/// Word processors write the hollow dot as the letter o, and other marks of symbol fonts as other letters.
fn letter<'a>(line: &'a str, first: char, rest: &'a str) -> Option<Marked<'a>> {
    let text = without_blanks(rest);
    let is_blank = text.len() < rest.len();
    let is_tab = rest.starts_with('\t');
    let is_large = || text.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let is_item = is_tab && BEFORE_TABS.contains(first)
        || is_blank && first == 'o' && is_large()
        || is_blank && BEFORE_BLANKS.contains(first) && text.starts_with(char::is_alphabetic);
    let number = line.get(..first.len_utf8());
    is_item.then_some(Marked {
        text,
        number: number.filter(|_| first.is_alphanumeric()),
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
            "-- a",
            "👉 a",
            "➡\u{fe0f} a",
            "★ a",
            "\u{f0b7}\ta",
            "・a",
            "(1) a",
            "(a) a",
            "iv. a",
            "i) a",
            "1、a",
            "[ ] a",
            "- [ ] a",
            "[x] a",
            "[X]\ta",
            "[] a",
            "- [x] a",
            "(-) a",
            "(+) a",
            "(*) a",
        ] {
            check(line, Some("a"));
        }
        check("o Apple trees", Some("Apple trees"));
        check("1. May be outdoors", Some("May be outdoors"));
        check("1. August nights", Some("August nights"));
        check("32. September", Some("September"));
        check("1) September 2026", Some("September 2026"));
        check("o 3 apple trees", Some("3 apple trees"));
    }

    #[test]
    fn marks_that_touch_their_words_count_in_company() {
        for (text, expected) in [
            ("-Prune\n-Water", "- Prune\n- Water"),
            ("*Prune\n*Water\n*2 boots", "* Prune\n* Water\n* 2 boots"),
            ("*Prune\n\n  *Water\n", "* Prune\n\n  * Water\n"),
            ("1.Prune\r\n2.Water", "1. Prune\r\n2. Water"),
            ("Tasks\n-Prune\nRest", "Tasks\n-Prune\nRest"),
            ("*Prune*\n*Water*", "*Prune*\n*Water*"),
            ("1.5 years\n2.5 years", "1.5 years\n2.5 years"),
            ("-prune\n-water", "-prune\n-water"),
            // One list is enough to know the mark of the others.
            (
                "-Prune\n-Water\n\nNeeds\n-2 hands\n\nPlus\n-A hat\n-eBike",
                "- Prune\n- Water\n\nNeeds\n- 2 hands\n\nPlus\n- A hat\n- eBike",
            ),
        ] {
            assert_eq!(spaced(text, SIGNS), expected, "{text}");
        }
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
            "1. September 2026",
            "15. März",
            "1. Oktober 2026 bis 31. März 2027",
            "1. Juni – 31. August 2026",
            "1. Sept. 2026",
            "(see below)",
            "(2026) a",
            "e. a",
            "[x]a",
            "[y] a",
            "(-)",
        ] {
            check(line, None);
        }
    }
}
