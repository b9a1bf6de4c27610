//! What stands right below the heading of a page, told with the help of what the page calls itself.

use super::{
    SIGNS, country_of, employer, is_name, is_place, is_term, place, places_and_terms, take,
};
use crate::block::{Block, BlockKind};
use crate::source::{Source, Stated};

/// What a page says of itself besides what a visitor reads.
pub(crate) struct Page<'a> {
    /// Its title, as browsers show it.
    pub title: &'a str,
    /// The name of the site.
    pub site: Option<&'a str>,
    /// How many blocks stand before the heading.
    pub before: usize,
}

/// Words behind the name of an employer in the titles of pages.
const BEHIND: [&str; 5] = [" Careers", " Career Site", " Jobs", " Career", " Job Board"];

/// Sites that show the postings of others, in small letters.
const BOARDS: [&str; 18] = [
    "linkedin",
    "indeed",
    "indeed.com",
    "glassdoor",
    "monster",
    "stepstone",
    "ziprecruiter",
    "handshake",
    "greenhouse",
    "lever",
    "workday",
    "wellfound",
    "xing",
    "jobs",
    "careers",
    "career",
    "home",
    "apply",
];

/// States of the United States, as postings write them behind their towns.
const STATES: [&str; 51] = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
    "WV", "WI", "WY",
];

/// Longer lines than this, in characters, are no line of a header.
const LONGEST: usize = 120;

/// Takes employer and place off the line below the heading, and what labels say; gives the rest.
pub(crate) fn read_page(blocks: Vec<Block>, page: &Page<'_>, source: &mut Source) -> Vec<Block> {
    let heading = source.title.as_ref().map(|title| title.value.clone());
    let names = names_of(page, &heading.unwrap_or_default());
    let is_seen = |name: &&String| {
        let is_site = page
            .site
            .is_some_and(|site| site.eq_ignore_ascii_case(name));
        is_site
            || blocks
                .iter()
                .any(|block| block.plain().contains(name.as_str()))
    };
    let seen = names.iter().find(is_seen).cloned();
    let blocks = take(blocks, source, |place, block, below, source| {
        (place == page.before)
            .then(|| line(block, below, &names, source))
            .flatten()
    });
    if source.organization.is_none()
        && let Some(name) = seen
    {
        let line = source.title.as_ref().map_or(1, |title| title.line);
        source.organization = Stated::guessed(&name, line);
    }
    blocks
}

/// The names that a page's title has besides the heading: "Gardener | Rose Gardens Careers".
fn names_of(page: &Page<'_>, heading: &str) -> Vec<String> {
    let divided = || {
        let (before, behind) = page.title.split_once(heading)?;
        Some([before, behind])
    };
    let parts = Some(heading)
        .filter(|heading| !heading.is_empty())
        .and_then(|_| divided());
    let parts = parts.into_iter().flatten();
    let names = parts.flat_map(|part| {
        let part = part.trim_matches(|letter: char| " |–—·-:@,".contains(letter));
        let part = part.strip_prefix("at ").unwrap_or(part);
        let end = SIGNS.iter().filter_map(|sign| part.find(sign)).min();
        let name = end.and_then(|end| part.get(..end)).unwrap_or(part);
        let name = BEHIND
            .iter()
            .find_map(|word| name.strip_suffix(word))
            .unwrap_or(name);
        let is_board = BOARDS.contains(&name.to_lowercase().as_str());
        let is_ours = !is_board && is_name(name) && name.starts_with(char::is_uppercase);
        is_ours.then(|| name.to_owned())
    });
    names.collect()
}

/// "Rose Gardens · York", "Rose Gardens York, UK Full-time" or "York, UK" below the heading.
fn line(
    block: &Block,
    below: &[Block],
    names: &[String],
    source: &mut Source,
) -> Option<Vec<Block>> {
    let text = block.plain();
    let is_line = block.kind == BlockKind::Paragraph
        && !block.around
        && text.chars().count() <= LONGEST
        && !text.ends_with(['.', ':', '!', '?']);
    if !is_line || !source.locations.is_empty() {
        return None;
    }
    let is_free = source.organization.is_none();
    let is_employer = |name: &str| {
        is_free
            && (names.iter().any(|known| known == name)
                || is_name(name)
                    && (employer::is_company(name) || employer::is_spoken_of(name, below)))
    };
    let by_sign = SIGNS.iter().find_map(|sign| text.split_once(sign));
    let by_name = || {
        let mut names = names.iter();
        names.find_map(|name| {
            let rest = text.strip_prefix(name.as_str())?;
            let rest = rest.strip_prefix([',', ' '])?;
            Some((name.as_str(), rest.trim_start()))
        })
    };
    let by_sign = by_sign.filter(|(name, _)| is_employer(name));
    let divided = by_sign.or_else(|| by_name().filter(|(name, _)| is_employer(name)));
    let (name, places) = divided.map_or((None, &*text), |(name, places)| (Some(name), places));
    let (places, term) = without_term(places);
    if !(is_place(places) && (name.is_some() || is_place_alone(places))) {
        return None;
    }
    if let Some(name) = name {
        source.organization = Stated::guessed(name, block.line);
    }
    source.are_places_guessed = true;
    let mut left = places_and_terms(places, block, source);
    left.extend(term.map(|term| Block::new(BlockKind::Paragraph, term, block.line)));
    Some(left)
}

/// Words that tell how the work is done at the end of a line, apart from it.
fn without_term(line: &str) -> (&str, Option<&str>) {
    let blanks = line.rmatch_indices(' ').take(2);
    let mut ends = blanks.filter_map(|(at, _)| Some((line.get(..at)?, line.get(at + 1..)?)));
    let signs = |letter: char| " /|·,–—-".contains(letter);
    ends.find(|(_, term)| is_term(term))
        .map_or((line, None), |(places, term)| {
            (places.trim_end_matches(signs), Some(term))
        })
}

/// Whether a line is nothing but a place with the state or country that it is in.
pub(super) fn is_place_alone(line: &str) -> bool {
    let Some((_, last)) = line.rsplit_once(", ") else {
        return false;
    };
    let is_of_name = |word: &str| word.starts_with(char::is_uppercase) || word.len() <= 3;
    let is_known = STATES.contains(&last) || country_of(&place(line)).is_some();
    is_known && line.split(' ').all(is_of_name) && line.split(' ').count() <= 6
}
