//! Headings: whether a line looks like one, and which part of a posting it opens.

use std::sync::LazyLock;

use regex::Regex;
use regex::bytes::{RegexSet, RegexSetBuilder};

use super::Role;
use super::vocabulary::PATTERNS;

/// Longer lines than this, in characters, are no headings without being marked as one.
const LONGEST: usize = 80;

/// Longer headings than this, in characters, are not known.
const LONGEST_KNOWN: usize = 120;

/// More words than this a heading doesn't have without being marked as one.
const MOST_WORDS: usize = 10;

/// More words than this a heading doesn't have that begins with a small letter.
const MOST_SMALL_WORDS: usize = 3;

/// All patterns, and the role of each.
static VOCABULARY: LazyLock<Option<(RegexSet, Vec<Role>)>> = LazyLock::new(|| {
    let patterns = PATTERNS.iter().flat_map(|(role, patterns)| {
        patterns
            .iter()
            .map(|pattern| (*role, format!("^(?:{pattern})$")))
    });
    let (roles, patterns): (Vec<_>, Vec<_>) = patterns.unzip();
    // Patterns of bytes are made much faster than those of characters, and mean the same here. They are
    // constants, and a test builds them.
    let set = RegexSetBuilder::new(patterns).unicode(false).build().ok()?;
    Some((set, roles))
});

/// The part that a heading opens, if its words are known.
pub(crate) fn role_of(heading: &str) -> Option<Role> {
    if heading.len() > LONGEST_KNOWN * 3 {
        return None;
    }
    let mut words = normalized(heading);
    if words.contains("(s)") {
        words = words.replace("(s)", "s");
    }
    let shown = ["here is ", "here are ", "here's "];
    let inner = shown.iter().find_map(|shown| words.strip_prefix(shown));
    known(&words).or_else(|| known(inner?)).or_else(|| {
        // "Requirements (must have)", "Qualifications (preferred)".
        let (before, aside) = words.strip_suffix(')')?.rsplit_once(" (")?;
        let role = known(before).filter(|role| role.is_list())?;
        Some(
            known(aside)
                .filter(|aside| *aside == Role::Preferred)
                .unwrap_or(role),
        )
    })
}

/// The part that the normalized words of a heading open.
fn known(words: &str) -> Option<Role> {
    if words.is_empty() || words.chars().count() > LONGEST_KNOWN {
        return None;
    }
    let (set, roles) = VOCABULARY.as_ref()?;
    let first = set.matches(words.as_bytes()).into_iter().next()?;
    roles.get(first).copied()
}

/// The part that a line opens which is a heading for certain: then the words before a dash or
/// after a colon may tell it alone, as in "Responsibilities - Orchard".
pub(crate) fn role_of_heading(heading: &str) -> Option<Role> {
    let before = || {
        let cut = [" - ", " – ", " — ", " | ", " ("]
            .iter()
            .filter_map(|sign| heading.find(sign))
            .min();
        let words = heading.get(..cut?)?;
        role_of(words).filter(|_| words.contains(' ') || words.len() > 12)
    };
    let after = || role_of(heading.split_once(": ")?.1).filter(|role| role.is_list());
    role_of(heading).or_else(before).or_else(after)
}

/// A heading as the vocabulary writes it: small letters, straight quotes, and nothing around it.
fn normalized(heading: &str) -> String {
    let small = without_emoji(heading).to_lowercase();
    let mut words = String::with_capacity(small.len());
    for character in small.chars() {
        match character {
            '’' | '‘' | '`' | '´' => words.push('\''),
            '–' | '—' => words.push('-'),
            '\'' | '&' | '/' | '+' | '-' | ',' | '.' | '(' | ')' => words.push(character),
            letter if letter.is_alphanumeric() => words.push(letter),
            // Blanks and signs divide, and what divides is one blank.
            _ if words.ends_with(' ') => {}
            _ => words.push(' '),
        }
    }
    let words = words.trim_matches(' ');
    let inner = words
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'));
    let words = inner.filter(|inner| !inner.contains('(')).unwrap_or(words);
    let around = |character: char| !character.is_alphanumeric() && character != ')';
    without_number(words.trim_matches(around)).to_owned()
}

/// The words behind "2.", "b)", "iv)" and "2.1".
fn without_number(words: &str) -> &str {
    if let Some((number, rest)) = words.split_once(' ') {
        let number = number.trim_end_matches([')', '.']);
        if number.contains('.') && number.split('.').all(is_number) {
            return rest;
        }
    }
    match words.split_once([')', '.']) {
        Some((number, rest)) if is_number(number) => rest.trim_start(),
        _ => words,
    }
}

/// The words behind an emoji in the letters of messages, ":rocket: Responsibilities".
fn without_emoji(heading: &str) -> &str {
    let Some((name, rest)) = heading
        .strip_prefix(':')
        .and_then(|rest| rest.split_once(": "))
    else {
        return heading;
    };
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+');
    if name.bytes().all(is_sign) {
        rest
    } else {
        heading
    }
}

/// What numbers a heading: "2", "b", "iv".
fn is_number(words: &str) -> bool {
    let are_all = |is: fn(u8) -> bool| words.bytes().all(is);
    let is_short = (1..=4).contains(&words.len());
    is_short && (are_all(|byte| byte.is_ascii_digit()) || are_all(|byte| b"ivx".contains(&byte)))
        || words.len() == 1 && are_all(|byte| byte.is_ascii_lowercase())
}

/// Whether a line that nothing marks as a heading looks like one by itself.
pub(crate) fn looks_like_heading(line: &str) -> bool {
    let line = without_emoji(line.trim());
    if ends_sentence(line) || line.starts_with('#') || !is_short(line) {
        return false;
    }
    if is_shouted(line) {
        return true;
    }
    if line.ends_with([':', '…']) || line.ends_with("...") && role_of(line).is_some() {
        return role_of(line).is_some() || is_titled(line) || line.split(' ').count() <= 4;
    }
    let starts_large = line.chars().find(|character| character.is_alphabetic());
    starts_large.is_some_and(|character| !character.is_lowercase())
        && line.split(' ').nth(6).is_none()
        && !line.contains(": ")
        && role_of(line).is_some()
}

/// Whether a line that stands alone between blank lines looks like a heading.
pub(crate) fn looks_like_heading_alone(line: &str) -> bool {
    let line = line.trim();
    if is_date(line) {
        return false;
    }
    looks_like_heading(line)
        || leaves_sentence_open(line) && is_list_heading(line)
        || is_short(line)
            && !line.ends_with(['.', ',', ';', '!', ')'])
            && line.split(' ').count() >= 2
            && line.split(' ').count() <= 8
            && !line.contains(": ")
            && is_titled(line)
}

/// Whether a line is the known heading of one of a posting's lists: also a long one, where its looks
/// or what stands below it tell that it is a heading.
pub(crate) fn is_list_heading(line: &str) -> bool {
    let starts_large = || {
        let first = line.chars().find(|character| character.is_alphabetic());
        first.is_some_and(|first| !first.is_lowercase())
    };
    !ends_sentence(line)
        && is_short(line)
        && !line.contains(": ")
        && starts_large()
        && role_of(line).is_some_and(Role::is_list)
}

/// Whether a line below a blank one is the known heading of a list without marks, whatever its length: its sentence
/// goes on in the entries, or it asks what they answer.
pub(crate) fn leads_to_list(line: &str) -> bool {
    is_list_heading(line) && (leaves_sentence_open(line) || line.starts_with("What "))
}

/// Whether a line right above items ends with the known heading of a list, behind a colon: "Your background: What you
/// bring".
pub(crate) fn ends_with_list_heading(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(before, heading)| {
        before.split(' ').count() <= MOST_SMALL_WORDS && is_list_heading(heading)
    })
}

/// Whether a line below a blank one is the known heading of a list without capitals, "responsibilities".
pub(crate) fn is_small_heading(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
        && line.split(' ').nth(MOST_SMALL_WORDS).is_none()
        && !ends_sentence(line)
        && role_of(line).is_some_and(Role::is_list)
}

/// Words at the end of headings whose sentence the entries below end.
const OPEN_ENDS: [&str; 17] = [
    "you", "you’ll", "you'll", "will", "if", "have", "are", "be", "to", "need", "who", "because",
    "with", "for", "bring", "must", "should",
];

fn leaves_sentence_open(line: &str) -> bool {
    let last = line.trim_end_matches([':', '.', '…']).rsplit(' ').next();
    last.is_some_and(|last| OPEN_ENDS.contains(&last.to_lowercase().as_str()))
}

/// Days and spans of days, in the words of several languages.
static DATES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let names = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|\
        mär|mai|okt|dez|die|mit|don|sam|son|janv|fév|mars|avr|juin|juil|août|déc|lun|jeu|ven|dim|\
        ene|abr|ago|dic|mié|jue|vie|sáb";
    let between = "to|and|or|from|through|thru|till|until|of|the|bis|und|oder|von|vom|au|du|et|ou|de|al|a|y|o";
    let pattern = format!(
        r"(?i)^(?:(?:(?:{names})\p{{L}}{{0,7}}|{between}|\d{{1,4}}(?:st|nd|rd|th|er)?)(?:[\s,.;/()–—&-]+|$))+$"
    );
    Regex::new(&pattern).ok()
});

/// Whether a line is nothing but a date, or a span of dates: what stands below a heading.
fn is_date(line: &str) -> bool {
    let has_number = line.contains(|character: char| character.is_ascii_digit());
    has_number && DATES.as_ref().is_some_and(|dates| dates.is_match(line))
}

/// Whether a line ends like a sentence or a part of one; three dots lead on.
fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', ',', ';']) && !line.ends_with("..")
}

fn is_short(line: &str) -> bool {
    // No character takes more than four bytes, so that most lines need no counting.
    line.len() <= LONGEST * 4
        && line.chars().count() <= LONGEST
        && line.split_whitespace().nth(MOST_WORDS).is_none()
        && line.chars().any(char::is_alphabetic)
}

/// A line all in capitals, of more than an abbreviation.
fn is_shouted(line: &str) -> bool {
    let letters = line.chars().filter(|character| character.is_alphabetic());
    // The first small letter of a line settles it for most.
    letters.clone().all(|character| !character.is_lowercase())
        && letters.clone().count() >= 6
        && letters.clone().any(char::is_uppercase)
        && !line.contains(|character: char| character.is_ascii_digit() || character == '$')
}

/// Whether the words that matter begin with capitals.
fn is_titled(line: &str) -> bool {
    let words = line.split_whitespace().filter(|word| {
        word.chars()
            .filter(|character| character.is_alphabetic())
            .count()
            > 3
    });
    let (mut large, mut all) = (0, 0);
    for word in words {
        all += 1;
        let first = word.chars().find(|character| character.is_alphabetic());
        large += usize::from(first.is_some_and(char::is_uppercase));
    }
    let first = line.chars().find(|character| character.is_alphabetic());
    first.is_some_and(char::is_uppercase) && all > 0 && large * 5 >= all * 4
}

#[cfg(test)]
mod tests;
