//! Titles that name the employer as well: "Head Gardener — Rose Gardens, York".

use std::cmp::Reverse;

use super::below::is_place_alone;
use super::{SIGNS, employer, is_name, is_place, places_and_terms};
use crate::block::{Block, BlockKind};
use crate::source::{Source, Stated};

/// Words before an employer, which no team or place has before it in a title.
const WORDS: [&str; 6] = [" at ", " at the ", " @ ", " bei ", " bei der ", " beim "];

/// Takes the employer off a title where the text or a line names the same; where nothing does, and nobody knows who
/// the employer is, the title is marked for review. Gives what else the title said.
pub(crate) fn divide(text: &[Block], source: &mut Source) -> Vec<Block> {
    let Some(title) = source.title.clone() else {
        return Vec::new();
    };
    let value = title.value.as_str();
    let signs = SIGNS.iter().chain(&WORDS);
    let mut places: Vec<(usize, &str)> = signs.flat_map(|sign| value.match_indices(sign)).collect();
    // Of two at the same place the longer one says more.
    places.sort_unstable_by_key(|(at, sign)| (*at, Reverse(sign.len())));
    for (at, sign) in &places {
        let (Some(before), Some(behind)) = (value.get(..*at), value.get(at + sign.len()..)) else {
            continue;
        };
        if !WORDS.contains(sign) && is_employer(before, text, source) {
            set(source, behind, before, title.line);
            return Vec::new();
        }
        let name = names_at_start(behind).find(|name| is_employer(name, text, source));
        let Some(name) = name else {
            continue;
        };
        let rest = behind.get(name.len()..).unwrap_or_default();
        if WORDS.contains(sign) {
            source.labels.push(sign.trim().to_owned());
        }
        let places = rest.trim_start_matches(|letter: char| " ,|–—·-".contains(letter));
        // A sign that stands on both sides of the name divides the line into three.
        let is_third = SIGNS.contains(sign) && rest.starts_with(sign);
        let is_set_off = rest.starts_with(", ") || is_third || is_place_alone(places);
        let is_place = is_place(places) && is_set_off;
        if places.is_empty() || source.locations.is_empty() && is_place {
            set(source, before, name, title.line);
            if places.is_empty() {
                return Vec::new();
            }
            source.are_places_guessed = true;
            let block = Block::new(BlockKind::Paragraph, places, title.line);
            return places_and_terms(places, &block, source);
        }
        set(source, &format!("{before}{rest}"), name, title.line);
        return Vec::new();
    }
    let may_name = |(at, sign): &(usize, &str)| {
        let behind = value.get(at + sign.len()..).unwrap_or_default();
        let has_capital = behind.contains(char::is_uppercase);
        has_capital && names_at_start(behind).any(is_name)
    };
    if source.organization.is_none()
        && places.iter().any(may_name)
        && let Some(title) = &mut source.title
    {
        title.uncertain = true;
    }
    Vec::new()
}

/// The words up to the next sign, and up to the next comma.
fn names_at_start(text: &str) -> impl Iterator<Item = &str> {
    let ends = SIGNS.iter().filter_map(|sign| text.find(sign));
    let end = ends.min().unwrap_or(text.len());
    let name = text.get(..end).unwrap_or_default();
    let short = name.split_once(", ").map(|(short, _)| short);
    std::iter::once(name).chain(short)
}

/// Whether words are the employer that a line names, or one of whom the text speaks where none does.
fn is_employer(name: &str, text: &[Block], source: &Source) -> bool {
    match &source.organization {
        Some(known) => known.value.eq_ignore_ascii_case(name),
        None => is_name(name) && (employer::is_company(name) || employer::is_spoken_of(name, text)),
    }
}

fn set(source: &mut Source, title: &str, name: &str, line: usize) {
    source.title = Stated::guessed(title, line);
    if source.organization.is_none() {
        source.organization = Stated::guessed(name, line);
    }
}
