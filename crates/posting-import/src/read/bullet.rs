//! Marks at the start of a line that make it an item of a list.

use std::borrow::Cow;

/// Marks that make an item even without a blank after them.
/// Those of word processors' symbol fonts are characters for private use.
const DOTS: &str =
    "•●○◦▪▫■□‣⁃∙⚫►▸➢➤✓✔✅🔹🔸⭐➔→❖♦◆👉➡▶⇒»★☆✦✧✪◾◽▹▻◉・･\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}";

/// Marks that need a blank after them.
const DASHES: [char; 6] = ['-', '*', '–', '—', '·', '+'];

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
    match without_blanks(text).strip_prefix("[ ] ") {
        Some(text) => Some(Marked {
            text: without_blanks(text),
            number: marked.and_then(|marked| marked.number),
        }),
        None => marked,
    }
}

/// Whether a line begins with letters that are no mark, as most lines do: no sign follows them that would
/// make them one.
fn begins_with_word(line: &str) -> bool {
    let mut start = line.bytes().take(LONGEST_NUMBER + 1);
    let Some(first) = start.next() else {
        return true;
    };
    first.is_ascii_uppercase()
        || first.is_ascii_lowercase()
            && first != b'o'
            && start.all(|byte| !matches!(byte, b'.' | b')'))
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
    let is_dash = DASHES.contains(&first) && blank(rest);
    if let Some(rest) = line.strip_prefix("--").filter(|rest| blank(rest)) {
        let text = without_blanks(rest);
        return Some(Marked { text, number: None });
    }
    if is_dash || !first.is_ascii() && DOTS.contains(first) {
        let text = without_blanks(rest.trim_start_matches('\u{fe0f}'));
        return Some(Marked { text, number: None });
    }
    // Word processors write the hollow dot as the letter o.
    if first == 'o' && blank(rest) {
        let text = without_blanks(rest);
        let is_item = text.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
        return is_item.then_some(Marked {
            text,
            number: line.get(..1),
        });
    }
    numbered(line)
}

/// A text in which marks that touch their words have a blank after them, where neighbouring lines have the
/// same kind of mark: "-Prune" once is no item, twice it is a list.
pub(super) fn spaced(text: &str) -> Cow<'_, str> {
    if !text.lines().any(|line| tight(line).is_some()) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let marks: Vec<Option<Tight>> = lines.iter().map(|line| tight(line)).collect();
    let mut known: Vec<char> = Vec::new();
    for pair in marks.windows(2) {
        if let [Some(one), Some(other)] = pair
            && one.is_word
            && other.is_word
            && one.kind == other.kind
            && !known.contains(&one.kind)
        {
            known.push(one.kind);
        }
    }
    if known.is_empty() {
        return Cow::Borrowed(text);
    }
    let is_item = |mark: &Tight| known.contains(&mark.kind);
    let mut spaced = String::with_capacity(text.len() + lines.len());
    let mut index = 0;
    for line in text.split_inclusive('\n') {
        let is_empty = line.trim().is_empty();
        let mark = marks.get(index).and_then(Option::as_ref);
        let mark = mark.filter(|mark| !is_empty && is_item(mark));
        match mark.and_then(|mark| line.split_at_checked(mark.length)) {
            Some((mark, rest)) => spaced.extend([mark, " ", rest]),
            None => spaced.push_str(line),
        }
        index += usize::from(!is_empty);
    }
    Cow::Owned(spaced)
}

/// A mark that touches its word.
struct Tight {
    kind: char,
    /// Where it ends in the line, in bytes.
    length: usize,
    /// Whether a word with a capital follows, as it has to in one list of the text at least.
    is_word: bool,
}

fn tight(line: &str) -> Option<Tight> {
    let text = without_blanks(line);
    let start = line.len() - text.len();
    let first = text.chars().next()?;
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (kind, length) = match digits {
        0 if "-*–+".contains(first) => (first, first.len_utf8()),
        1 | 2 if text.get(digits..)?.starts_with(['.', ')']) => ('1', digits + 1),
        _ => return None,
    };
    let rest = text.get(length..)?;
    let is_word = rest.starts_with(char::is_uppercase);
    let is_dash = matches!(kind, '-' | '–');
    let is_emphasis = kind == '*' && rest.contains('*');
    let follows = is_word || is_dash && rest.starts_with(char::is_alphanumeric);
    (follows && !is_emphasis).then_some(Tight {
        kind,
        length: start + length,
        is_word,
    })
}

/// "1.", "1)" and "(1)", up to two digits, "a)", "iv." and "1、".
fn numbered(line: &str) -> Option<Marked<'_>> {
    let (line, is_closed) = match line.strip_prefix('(') {
        Some(inner) => (inner, true),
        None => (line, false),
    };
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let first = line.chars().next()?;
    let romans = line
        .bytes()
        .take_while(|byte| b"ivx".contains(byte))
        .count();
    let length = match digits {
        1 | 2 => digits,
        0 if (1..=LONGEST_NUMBER).contains(&romans) => romans,
        0 if first.is_ascii_lowercase() => 1,
        _ => return None,
    };
    let number = line.get(..length)?;
    let rest = line.get(length..)?;
    if let Some(text) = rest.strip_prefix('、').filter(|_| digits > 0) {
        let number = Some(number);
        return Some(Marked { text, number });
    }
    let is_stop = rest.starts_with('.') && !is_closed && (digits > 0 || romans > 0);
    let text = rest.get(1..).filter(|_| is_stop || rest.starts_with(')'))?;
    let is_mark = text.starts_with(crate::block::is_blank);
    let text = text.trim_start_matches(crate::block::is_blank);
    (is_mark && !(is_stop && begins_date(number, text))).then_some(Marked {
        text,
        number: Some(number),
    })
}

/// Months where the day of a month is written with a full stop. English names are not among them, as
/// "1. May" is the first of several things rather than a day.
const MONTHS: [&str; 29] = [
    "januar",
    "jänner",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "marts",
    "mars",
    "maj",
    "desember",
    "jan",
    "feb",
    "mär",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "okt",
    "nov",
    "dez",
];

/// Whether a number with a full stop is the day of the month behind it, "1. September 2026", and no
/// mark: only a year, a sign or another day follows the month.
pub(super) fn begins_date(number: &str, text: &str) -> bool {
    let is_day = number.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    let end = text.find(|letter: char| !letter.is_alphabetic());
    let (month, rest) = text.split_at(end.unwrap_or(text.len()));
    if !is_day || !MONTHS.contains(&month.to_lowercase().as_str()) {
        return false;
    }
    let rest = rest.trim_start_matches(['.', ',']).trim_start();
    let joins = ["bis ", "und ", "oder ", "til ", "og ", "eller "];
    !rest.starts_with(char::is_alphabetic) || joins.iter().any(|word| rest.starts_with(word))
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
            assert_eq!(spaced(text), expected, "{text}");
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
            "[x] a",
        ] {
            check(line, None);
        }
    }
}
