//! Numbers and letters that number the items of a list.

use super::{LONGEST_NUMBER, Marked};
use crate::block::is_blank;

/// "1.", "1)" and "(1)", up to two digits, "a)", "iv.", "1、", "①" and the keys of digits. In brackets a number may
/// have parts, "(1.1)", and letters may be large.
pub(super) fn numbered(line: &str) -> Option<Marked<'_>> {
    let first = line.chars().next()?;
    if matches!(first, '①'..='⑳' | '❶'..='❿' | '➀'..='➓') {
        let (number, text) = line.split_at(first.len_utf8());
        return Some(marked(number, text));
    }
    match line.strip_prefix(['(', '（']) {
        Some(inner) => closed(inner),
        None => open(line),
    }
}

fn marked<'a>(number: &'a str, text: &'a str) -> Marked<'a> {
    let text = text.trim_start_matches(is_blank);
    let number = Some(number);
    Marked { text, number }
}

/// A number behind a bracket, up to the bracket that closes it.
fn closed(inner: &str) -> Option<Marked<'_>> {
    let (number, text) = inner.split_once([')', '）'])?;
    let mut parts = number.split('.');
    let is_part = |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok();
    let is_number = parts.all(is_part)
        || number.len() <= LONGEST_NUMBER && number.bytes().all(|byte| b"ivxIVX".contains(&byte))
        || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_mark = !number.is_empty() && is_number && text.starts_with(is_blank);
    is_mark.then(|| marked(number, text))
}

fn open(line: &str) -> Option<Marked<'_>> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let romans = line.bytes().take_while(|byte| b"ivx".contains(byte));
    let romans = romans.count();
    let length = match digits {
        1 | 2 => digits,
        0 if (1..=LONGEST_NUMBER).contains(&romans) => romans,
        0 if line.starts_with(|first: char| first.is_ascii_lowercase()) => 1,
        _ => return None,
    };
    let (number, rest) = line.split_at_checked(length)?;
    let signs = ["、", "．", "\u{fe0f}\u{20e3}", "\u{20e3}"];
    let mut behind = signs.iter().filter_map(|sign| rest.strip_prefix(sign));
    if let Some(text) = behind.next().filter(|_| digits > 0) {
        return Some(marked(number, text));
    }
    let is_stop = rest.starts_with('.') && (digits > 0 || romans > 0);
    let text = rest.get(1..).filter(|_| is_stop || rest.starts_with(')'))?;
    let is_mark = text.starts_with(is_blank);
    let found = marked(number, text);
    (is_mark && !(is_stop && begins_date(number, found.text))).then_some(found)
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
pub(in crate::read) fn begins_date(number: &str, text: &str) -> bool {
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
