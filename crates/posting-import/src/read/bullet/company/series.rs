//! Numbers that are known for those of items only by the numbers around them: "1.1", "A.", "II.", "1 -".

use crate::block::is_blank;

/// A number in a series.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Series {
    form: Form,
    /// Its parts: of "2.1" they are 2 and 1.
    parts: Vec<u8>,
}

/// How the numbers of a series are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Parts,
    Letter,
    SmallLetter,
    Roman,
    Dash,
}

impl Series {
    /// Whether it is the next number, or the first one of the next list: "2.1" behind "1.3".
    pub fn follows(&self, before: &Self) -> bool {
        let (Some((last, parts)), Some((last_before, parts_before))) =
            (self.parts.split_last(), before.parts.split_last())
        else {
            return false;
        };
        let is_next = parts == parts_before && *last == last_before.saturating_add(1);
        let is_first = *last == 1
            && parts.len() == parts_before.len()
            && parts
                .last()
                .zip(parts_before.last())
                .is_some_and(|(one, other)| *one == other.saturating_add(1));
        self.form == before.form && (is_next || is_first)
    }
}

/// The number at the start of a text, and where it ends.
pub(super) fn of(text: &str) -> Option<(Series, usize)> {
    let end = text.find(is_blank)?;
    let number = text.get(..end)?;
    let (form, parts, length) = if number.starts_with(|first: char| first.is_ascii_digit()) {
        numbers(number, text)?
    } else {
        let (form, value) = letters(number.strip_suffix(['.', ')'])?)?;
        (form, vec![value], end)
    };
    let word = text.get(length..)?.trim_start_matches(is_blank);
    let first = word.chars().next()?;
    let is_item = match form {
        Form::Parts | Form::SmallLetter => first.is_alphanumeric(),
        Form::Letter | Form::Roman => first.is_uppercase() || first.is_numeric(),
        // "1 - 2 years" and "2 - 3 years" are spans.
        Form::Dash => first.is_alphabetic() || number.len() == length && first.is_numeric(),
    };
    is_item.then_some((Series { form, parts }, length))
}

/// "1.1" and "1.1.", "1-" and "1 -".
fn numbers(number: &str, text: &str) -> Option<(Form, Vec<u8>, usize)> {
    let digits = number.trim_end_matches(['.', ')', '-', '–']);
    let part = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2);
    let parts: Vec<u8> = digits.split('.').map(part).collect::<Option<_>>()?;
    let end = number.len();
    if parts.len() > 1 {
        return Some((Form::Parts, parts, end));
    }
    if number.ends_with(['-', '–']) {
        return Some((Form::Dash, parts, end));
    }
    let behind = text.get(end..)?.trim_start_matches(is_blank);
    let behind = behind.strip_prefix(['-', '–'])?;
    let is_apart = digits.len() == end && behind.starts_with(is_blank);
    is_apart.then(|| (Form::Dash, parts, text.len() - behind.len()))
}

const ROMANS: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];

/// "A", "a" and "II".
fn letters(number: &str) -> Option<(Form, u8)> {
    let roman = (1..).zip(ROMANS).find(|(_, roman)| *roman == number);
    if let Some((value, _)) = roman {
        return Some((Form::Roman, value));
    }
    match number.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some((Form::Letter, letter - b'A')),
        [letter @ b'a'..=b'z'] => Some((Form::SmallLetter, letter - b'a')),
        _ => None,
    }
}
