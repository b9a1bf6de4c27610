//! Whether the lines of a text end for want of room, and which line goes on with the one above it.

use super::{Line, goes_on, starts_small};
use crate::read::bullet;

/// Lines in which text is wrapped are at most this long, in characters.
const WIDEST: usize = 120;

/// How many lines of a wrapped text may be longer than its width.
const LONGER_LINES: usize = 4;

/// The width at which the text was wrapped, if it was. A few lines may be longer, such as a title
/// that was set by hand.
pub(super) fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.length).collect();
    lengths.sort_unstable_by(|one, other| other.cmp(one));
    lengths.truncate(LONGER_LINES + 1);
    lengths.dedup();
    let widths = lengths
        .into_iter()
        .filter(|width| (40..=WIDEST).contains(width));
    let full = widths.map(|width| (full_lines(lines, width), width));
    let (_, width) = full.max().filter(|(full, _)| *full >= 2)?;
    Some(width)
}

/// How many lines that are followed by another one have no place for its first word; none, unless
/// sentences go on in the lines below them. Where most of them end a sentence, each is an entry.
fn full_lines(lines: &[Line<'_>], width: usize) -> usize {
    let (mut full, mut small, mut ended) = (0, 0, 0);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if line.text.is_empty() || next.text.is_empty() || line.length > width {
            continue;
        }
        if bullet::marked(next.text).is_none() && !has_room(line.length, next.text, width) {
            full += 1;
            small += usize::from(starts_small(next.text));
            ended += usize::from(line.text.ends_with(['.', '!', '?']));
        }
    }
    let goes_on = small * 3 >= full && ended * 2 <= full;
    if goes_on { full } else { 0 }
}

/// Whether the first word of a text has a place on a line.
fn has_room(length: usize, text: &str, width: usize) -> bool {
    let word = text.split(' ').next().unwrap_or_default().chars().count();
    length + 1 + word <= width
}

/// Whether a line goes on with the sentence of the line above it, which ended for want of room, or where
/// somebody ended it a little earlier.
pub(super) fn goes_on_in_width(
    above: Option<&Line<'_>>,
    line: &Line<'_>,
    width: Option<usize>,
) -> bool {
    let (Some(above), Some(width)) = (above, width) else {
        return false;
    };
    let has_ended = above.text.ends_with(['.', '!', '?', ':', ';']);
    !has_room(above.length, line.text, width) || !has_ended && goes_on(above.text, line.text)
}

/// Words that end no entry.
const OPEN_ENDS: [&str; 24] = [
    "the", "a", "an", "of", "to", "in", "and", "or", "with", "for", "on", "at", "by", "from",
    "that", "as", "und", "oder", "der", "mit", "et", "de", "la", "y",
];

/// Whether a line is the second and last between blank lines, and goes on with a sentence that the first leaves
/// open. One entry that is wrapped makes no wrapped text.
pub(super) fn ends_sentence_above(lines: &[Line<'_>], index: usize) -> bool {
    let is_blank = |index: Option<usize>| {
        let line = index.and_then(|index| lines.get(index));
        line.is_none_or(|line| line.text.is_empty())
    };
    let above = index.checked_sub(1).and_then(|above| lines.get(above));
    let (Some(above), Some(line)) = (above, lines.get(index)) else {
        return false;
    };
    let word = line.text.split(' ').next().unwrap_or_default();
    // "iOS" begins an entry.
    let is_small = starts_small(word) && !word.contains(char::is_uppercase);
    let has_ended = above.text.ends_with(['.', '!', '?', ':', ';']);
    let last = above.text.rsplit(' ').next().unwrap_or_default();
    is_small
        && !has_ended
        && !starts_small(above.text)
        && is_blank(index.checked_sub(2))
        && is_blank(Some(index + 1))
        && (OPEN_ENDS.contains(&last) || goes_on(above.text, line.text))
}
