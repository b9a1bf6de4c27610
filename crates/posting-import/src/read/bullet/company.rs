//! Marks that are marks only in company: "-Prune" once is no item, twice it is a list.

mod series;

use std::borrow::Cow;

use super::{marked, without_blanks};
use crate::block::is_blank;
use crate::recognize::role_of;

use series::Series;

/// What makes marks of the same kind.
#[derive(Clone, PartialEq, Eq)]
enum Kind<'a> {
    /// A mark that touches its word; all numbers are one kind.
    Touching(char),
    /// A sign that nobody knows for a mark, such as an emoji.
    Sign(&'a str),
    /// A letter that a symbol font shows as a mark.
    Letter(char),
    /// Numbers that go up.
    Series(Series),
}

/// What may be a mark.
struct Mark<'a> {
    kind: Kind<'a>,
    /// Which of the lines it begins.
    place: usize,
    /// Where it begins and ends in the line, in bytes.
    start: usize,
    end: usize,
    /// Whether a word with a capital follows.
    is_word: bool,
}

/// A text in which marks in company are written so that each is known by itself. `signs` are the ASCII signs
/// that may be marks in this format.
pub(in crate::read) fn spaced<'a>(text: &'a str, signs: &str) -> Cow<'a, str> {
    let lines: Vec<&str> = text.lines().filter(|line| has_words(line)).collect();
    let mut written = in_company(&lines, signs).into_iter().peekable();
    if written.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len() + lines.len());
    let mut place = 0;
    for line in text.split_inclusive('\n') {
        let is_line = has_words(line);
        match written.next_if(|(next, _)| is_line && *next == place) {
            Some((_, written)) => {
                spaced.push_str(&written);
                let end = line.trim_end_matches(['\n', '\r']).len();
                spaced.push_str(line.get(end..).unwrap_or_default());
            }
            None => spaced.push_str(line),
        }
        place += usize::from(is_line);
    }
    Cow::Owned(spaced)
}

fn has_words(line: &str) -> bool {
    !line.trim_matches(is_blank).is_empty()
}

/// Those of neighbouring lines that begin with marks in company, each with its place and as a line whose mark is
/// known by itself.
pub(in crate::read) fn in_company(lines: &[&str], signs: &str) -> Vec<(usize, String)> {
    let marks = lines.iter().enumerate();
    let marks = marks.filter_map(|(place, line)| mark(place, line, signs));
    let marks: Vec<Mark<'_>> = marks.collect();
    let are_items = items(&marks);
    let are_emojis = emojis(lines, &marks);
    let marks = marks.iter().zip(are_items.into_iter().zip(are_emojis));
    let written = marks.filter_map(|(mark, (is_item, is_emoji))| {
        let line = lines.get(mark.place)?;
        let written = match (is_item, is_emoji) {
            (true, _) => mark.written(line)?,
            // An emoji of its own says something.
            (false, true) => format!("• {}", without_blanks(line)),
            (false, false) => return None,
        };
        Some((mark.place, written))
    });
    written.collect()
}

/// Which marks are emojis beside other emojis, each of its own. Headings have emojis, too.
fn emojis(lines: &[&str], marks: &[Mark<'_>]) -> Vec<bool> {
    let is_emoji = |mark: &Mark<'_>| {
        let is_sign = matches!(mark.kind, Kind::Sign(sign) if sign.starts_with(is_picture));
        let words = || lines.get(mark.place)?.get(mark.end..);
        is_sign && words().is_some_and(|words| !is_heading(words))
    };
    let mut are_emojis = vec![false; marks.len()];
    for (index, pair) in marks.windows(2).enumerate() {
        if let [one, other] = pair
            && one.place + 1 == other.place
            && is_emoji(one)
            && is_emoji(other)
        {
            for is_item in are_emojis.iter_mut().skip(index).take(2) {
                *is_item = true;
            }
        }
    }
    are_emojis
}

/// Whether words are those of a heading. "Welcome …" begins headings, and entries as well.
fn is_heading(words: &str) -> bool {
    let welcomes = || words.trim_start_matches(is_blank).starts_with("Welcome");
    role_of(words).is_some() && !welcomes()
}

/// Whether a sign is among the pictures that messages have.
fn is_picture(sign: char) -> bool {
    matches!(sign, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

/// Which marks are in company.
fn items(marks: &[Mark<'_>]) -> Vec<bool> {
    let mut are_items = vec![false; marks.len()];
    let mut known: Vec<&Kind<'_>> = Vec::new();
    for (index, pair) in marks.windows(2).enumerate() {
        let [one, other] = pair else {
            continue;
        };
        if !one.is_beside(other) {
            continue;
        }
        for is_item in are_items.iter_mut().skip(index).take(2) {
            *is_item = true;
        }
        if one.is_word && other.is_word && !known.contains(&&one.kind) {
            known.push(&one.kind);
        }
    }
    for (mark, is_item) in marks.iter().zip(&mut are_items) {
        // One list is enough to know the mark of the others.
        if matches!(mark.kind, Kind::Touching(_) | Kind::Sign(_)) {
            *is_item = known.contains(&&mark.kind);
        }
    }
    are_items
}

/// How many lines an entry of a series has at most.
const MOST_LINES: usize = 4;

impl Mark<'_> {
    fn is_beside(&self, next: &Self) -> bool {
        match (&self.kind, &next.kind) {
            (Kind::Series(one), Kind::Series(other)) => {
                next.place - self.place <= MOST_LINES && other.follows(one)
            }
            (one, other) => one == other && self.place + 1 == next.place,
        }
    }

    /// Its line, with a mark that is known by itself.
    fn written(&self, line: &str) -> Option<String> {
        let before = line.get(..self.start)?;
        let mark = line.get(self.start..self.end)?;
        let rest = line.get(self.end..)?;
        Some(match &self.kind {
            Kind::Touching(_) => format!("{before}{mark} {rest}"),
            Kind::Sign(_) => format!("{before}•{rest}"),
            Kind::Letter(_) => format!("{before}{mark}\t{rest}"),
            Kind::Series(_) => {
                let end = |sign: char| !sign.is_alphanumeric();
                let number = mark.trim_end_matches(end);
                format!("{before}({number}) {}", without_blanks(rest))
            }
        })
    }
}

fn mark<'a>(place: usize, line: &'a str, signs: &str) -> Option<Mark<'a>> {
    if begins_with_word(line) {
        return None;
    }
    let text = without_blanks(line);
    let (kind, length) = touching(text, signs)
        .or_else(|| letter(text))
        .or_else(|| series::of(text).map(|(series, length)| (Kind::Series(series), length)))
        .or_else(|| sign(text, signs))?;
    let start = line.len() - text.len();
    let rest = without_blanks(text.get(length..)?);
    Some(Mark {
        kind,
        place,
        start,
        end: start + length,
        is_word: rest.starts_with(char::is_uppercase),
    })
}

/// Whether a line begins like most lines, with a letter that is no mark.
fn begins_with_word(line: &str) -> bool {
    let mut bytes = line.bytes();
    let (Some(first), Some(second)) = (bytes.next(), bytes.next()) else {
        return true;
    };
    first.is_ascii_lowercase() && second.is_ascii_graphic() && second != b'.'
        || first.is_ascii_uppercase() && second.is_ascii_lowercase()
}

/// "-Prune", "*Prune", "1.Prune".
fn touching<'a>(text: &str, signs: &str) -> Option<(Kind<'a>, usize)> {
    let first = text.chars().next()?;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (kind, length) = match digits {
        0 if matches!(first, '–' | '·') || first != '#' && signs.contains(first) => {
            (first, first.len_utf8())
        }
        1 | 2 if text.get(digits..)?.starts_with(['.', ')']) => ('1', digits + 1),
        _ => return None,
    };
    let rest = text.get(length..)?;
    let is_dash = matches!(kind, '-' | '–' | '·');
    let is_emphasis = kind == '*' && rest.contains('*');
    let first = rest.chars().next()?;
    let follows = first.is_uppercase()
        || is_dash && first.is_alphanumeric()
        || kind != '1' && first.is_ascii_digit();
    (follows && !is_emphasis).then_some((Kind::Touching(kind), length))
}

/// The letter o before a word with a small letter, and others before one with a capital: alone they are words
/// of some languages.
fn letter<'a>(text: &str) -> Option<(Kind<'a>, usize)> {
    let first = text.chars().next()?;
    let length = first.len_utf8();
    let rest = text.get(length..)?;
    let word = rest.trim_start_matches(is_blank);
    let is_mark = match first {
        'o' => word.starts_with(char::is_alphanumeric),
        'v' | 'q' | 'l' | 'n' | 'à' | 'Ø' | 'ü' => begins_item(word),
        _ => false,
    };
    (is_mark && word.len() < rest.len()).then_some((Kind::Letter(first), length))
}

/// Whether a word is one with a capital, or a number.
fn begins_item(word: &str) -> bool {
    word.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
}

/// Marks that are known by themselves only before words: before a number they say something else.
const BEFORE_WORDS: [&str; 2] = ["~", "§"];

/// Signs that begin sentences, or amounts.
const OF_SENTENCES: &str = "“”„«»‘’‚‹›¿¡…€£¥₹©®™°±√∞≥≤≈";

/// A sign before a blank, of which nothing else says that it is a mark.
fn sign<'a>(text: &'a str, signs: &str) -> Option<(Kind<'a>, usize)> {
    let length = text.find(is_blank)?;
    let sign = text.get(..length)?;
    let is_sign =
        |sign: char| !sign.is_ascii() && !sign.is_alphanumeric() && !OF_SENTENCES.contains(sign);
    if text.trim_end_matches(is_blank).ends_with(sign) {
        return None;
    }
    if BEFORE_WORDS.contains(&sign) {
        return Some((Kind::Sign(sign), length));
    }
    let is_mark = sign.chars().all(is_sign) || sign == ">" && signs.contains('>');
    let is_unknown = is_mark && sign.chars().nth(MOST_SIGNS).is_none() && marked(text).is_none();
    is_unknown.then_some((Kind::Sign(sign), length))
}

/// An emoji is one sign of several characters.
const MOST_SIGNS: usize = 7;

/// The lines of a text in which a mark that stands alone on its line, as in texts out of PDF files, begins the
/// line below it.
pub(in crate::read) fn alone_in(text: &str) -> Cow<'_, str> {
    let lone = text.lines().filter(|line| is_alone(line)).take(2);
    if lone.count() < 2 {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    let mut waiting: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        if is_alone(line) {
            joined.extend(waiting.replace(line.trim()));
            joined.push('\n');
            continue;
        }
        if let Some(mark) = waiting.take_if(|_| has_words(line)) {
            joined.extend([mark, " "]);
        }
        joined.push_str(line);
    }
    joined.extend(waiting);
    Cow::Owned(joined)
}

/// Whether a line is a mark and nothing else.
fn is_alone(line: &str) -> bool {
    let mark = line.trim_matches(is_blank);
    let is_short = (1..=4).contains(&mark.len()) && !mark.starts_with("--");
    is_short && marked(&format!("{mark} A")).is_some_and(|marked| marked.text == "A")
}
