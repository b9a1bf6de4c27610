//! The first lines of a text: title, employer, place, and "Company: …" lines.

mod above;
mod below;
mod country;
mod employer;
mod first;
mod label;
mod several;
mod title;

use posting::document::{EmploymentType, Location};

use crate::block::{Block, BlockKind, Piece};
use crate::recognize::{Role, role_of, role_of_heading};
use crate::source::{Source, Stated};

use first::Order;

pub(super) use below::{Page, read_page};
pub(crate) use country::country_of;
pub(super) use employer::stated_in;
pub(crate) use label::names_place;
use several::is_no_place;
pub(crate) use several::{places_of, take_places};
pub(super) use title::divide;

/// A title is no longer than this, in characters.
const LONGEST_TITLE: usize = 140;

/// Facts in "Label: value" lines are looked for in this many blocks from the start.
const FAR: usize = 14;

/// Signs that divide the lines of a header.
const SIGNS: [&str; 5] = [" — ", " – ", " | ", " · ", " - "];

/// Takes title, employer and place off the start of a text; gives the rest.
pub(super) fn read(mut blocks: Vec<Block>, source: &mut Source) -> Vec<Block> {
    let above = blocks
        .iter()
        .take_while(|block| above::is_of_page(block))
        .count();
    let mut above: Vec<Block> = blocks.drain(..above).collect();
    let order = first::order_of(&blocks);
    let mut rest = take(blocks, source, |place, block, below, source| {
        match (place, order) {
            (0, Order::EmployerFirst) | (1, Order::EmployerSecond) => {
                let is_free = source.organization.is_none();
                is_free.then(|| {
                    source.organization = Stated::guessed(&block.plain(), block.line);
                    Vec::new()
                })
            }
            (0, _) | (1, Order::EmployerFirst) => {
                let is_title = block.kind != BlockKind::Item
                    && !label::names_title(below)
                    && title(block, source);
                is_title.then(Vec::new)
            }
            (1, _) | (2, Order::EmployerFirst | Order::EmployerSecond) => {
                employer(block, below, source)
            }
            (2 | 3, _) => place_alone(block, source),
            _ => None,
        }
    });
    let is_doubted =
        order == Order::EmployerFirst || order == Order::Unclear && source.organization.is_none();
    if let Some(title) = source.title.as_mut().filter(|_| is_doubted) {
        title.uncertain = true;
    }
    let left = divide(&rest, source);
    rest.splice(..0, left);
    above.append(&mut rest);
    above
}

/// Takes what labels say off the start of a text, and what `other` takes by its place; gives the rest,
/// and what `other` leaves.
fn take(
    blocks: Vec<Block>,
    source: &mut Source,
    other: impl Fn(usize, &Block, &[Block], &mut Source) -> Option<Vec<Block>>,
) -> Vec<Block> {
    let mut rest = Vec::new();
    let mut blocks = blocks.into_iter();
    let mut place = 0;
    while let Some(block) = blocks.next() {
        if place >= FAR {
            rest.push(block);
            rest.extend(blocks);
            break;
        }
        let is_early = block.kind != BlockKind::Item && !block.around;
        let below = blocks.as_slice();
        if is_early && label::is_with_value(&block, source) {
            // Label and value are one block.
        } else if is_early && label::is_above_value(&block, below, source) {
            blocks.next();
            place += 1;
        } else if let Some(left) = other(place, &block, below, source) {
            rest.extend(left);
        } else {
            rest.push(block);
        }
        place += 1;
    }
    rest
}

fn title(block: &Block, source: &mut Source) -> bool {
    let text = block.plain();
    let is_title = text.chars().count() <= LONGEST_TITLE
        && !text.ends_with(['.', ':', ';', ','])
        && role_of(&text).is_none_or(|role| !role.is_list() && role != Role::About);
    if is_title {
        source.title = Stated::new(&text, block.line);
    }
    is_title
}

/// "Example Gardens — York | Leeds", in the line below the title. What it says besides is given back.
fn employer(block: &Block, below: &[Block], source: &mut Source) -> Option<Vec<Block>> {
    let text = block.plain();
    let text = without_marks(&text);
    if text.chars().count() > 200 || text.ends_with(['.', ':']) || source.title.is_none() {
        return None;
    }
    let is_free = source.organization.is_none();
    let certain = SIGNS.iter().filter(|sign| **sign != " - ");
    // "Remote · York" names no employer, unless one is called so.
    let is_named = |(name, rest): &(&str, &str)| {
        is_before_places(name, rest) && (!place(name).remote || employer::is_spoken_of(name, below))
    };
    let divided = certain
        .filter_map(|sign| text.split_once(*sign))
        .find(is_named);
    if let Some((name, places)) = divided.filter(|_| is_free) {
        let is_known = employer::is_company(name) || employer::is_named_in(name, below);
        source.organization = if is_known {
            Stated::new(name, block.line)
        } else {
            Stated::guessed(name, block.line)
        };
        return Some(places_and_terms(places, block, source));
    }
    // A hyphen divides much else, and a comma a place from the country it is in.
    let by_hyphen = text.split_once(" - ");
    let by_comma = || {
        let divided = text.split_once(", ");
        divided.filter(|(name, _)| {
            is_name(name)
                && (is_set_apart(name, block)
                    || employer::is_company(name)
                    || employer::is_spoken_of(name, below))
        })
    };
    let divided = by_hyphen.or_else(by_comma);
    // A line that stands alone may be a heading, but none that ends with the country of a place.
    let is_line = |places: &str| !block.is_heading() || below::is_place_alone(places);
    let divided = divided.filter(|(_, places)| is_line(places));
    let is_named = |(name, places): &(&str, &str)| is_free && is_name(name) && is_place(places);
    if let Some((name, places)) = divided.filter(is_named) {
        source.organization = Stated::guessed(name, block.line);
        source.are_places_guessed = true;
        return Some(places_and_terms(places, block, source));
    }
    let looks_like_place = text.contains(", ") && text.split(' ').count() <= 8;
    if looks_like_place && source.locations.is_empty() && is_line(text) {
        source.are_places_guessed = true;
        return Some(places_and_terms(text, block, source));
    }
    None
}

/// Whether the words before a dash or dot may be an organization's name: "Full time · York" has none, and "York, UK · Full
/// time" neither.
fn is_before_places(name: &str, rest: &str) -> bool {
    let is_place_with_terms = || name.contains(", ") && rest.split(" · ").all(is_term);
    name.split(' ').count() <= 8
        && !is_term(name)
        && (employer::is_company(name) || !is_place_with_terms())
}

/// A line without the marks that set all of it apart: "*Full-time · York*".
fn without_marks(line: &str) -> &str {
    let inner = |mark| line.strip_prefix(mark)?.strip_suffix(mark);
    let inner = inner('*').or_else(|| inner('_'));
    inner
        .filter(|inner| !inner.contains(['*', '_']))
        .unwrap_or(line)
}

/// Whether a block begins with a name that is set apart from the rest: "**Rose Gardens**, York".
fn is_set_apart(name: &str, block: &Block) -> bool {
    matches!(
        block.pieces.first(),
        Some(Piece::Marked { text, href: None, marks }) if marks.strong && text.trim() == name
    )
}

/// "York, UK" in the next lines, whatever stands between it and the title.
fn place_alone(block: &Block, source: &mut Source) -> Option<Vec<Block>> {
    let text = block.plain();
    let is_place = block.kind == BlockKind::Paragraph
        && source.locations.is_empty()
        && below::is_place_alone(&text);
    is_place.then(|| {
        source.are_places_guessed = true;
        places_and_terms(&text, block, source)
    })
}

/// Whether the words before a hyphen or comma may be an organization's name: they are neither a kind of work nor a time
/// nor a place.
fn is_name(words: &str) -> bool {
    words.split(' ').count() <= 6
        && words.starts_with(char::is_alphanumeric)
        && !words.contains(", ")
        && !words.split(' ').any(|word| word.parse::<u32>().is_ok())
        && !is_term(words)
        && !place(words).remote
        && role_of_heading(words).is_none()
}

/// Whether the words behind a hyphen or comma may be places.
fn is_place(words: &str) -> bool {
    words.split(' ').count() <= 8
        && words.starts_with(char::is_uppercase)
        && !words.contains(|letter: char| letter.is_ascii_digit())
        && (words.contains([',', '|', ';', '·']) || words.split(' ').count() <= 4)
        && !is_term(words)
        && role_of_heading(words).is_none()
}

/// Where people work together, rather than a place.
const WORKPLACES: [&str; 8] = [
    "hybrid",
    "on-site",
    "onsite",
    "on site",
    "in person",
    "in-person",
    "in office",
    "in-office",
];

/// Whether words tell how the work is done, "Full-time" or "Hybrid".
fn is_term(words: &str) -> bool {
    let small = words.to_lowercase();
    let is_kind = !words.contains(',') && small.split(' ').count() <= 3;
    WORKPLACES.contains(&small.as_str()) || is_kind && employment_of(words).is_some()
}

/// Takes the places of a line for those of the posting, and gives back what else it says.
fn places_and_terms(text: &str, block: &Block, source: &mut Source) -> Vec<Block> {
    let parts = text.split([';', '|', '·']).map(str::trim);
    // "Full time, York".
    let parts = parts.flat_map(|part| {
        let ends = [part.split_once(", "), part.rsplit_once(", ")];
        let mut ends = ends.into_iter().flatten();
        let end = ends.find(|(before, behind)| is_term(before) || is_term(behind));
        end.map_or(vec![part], |(before, behind)| vec![before, behind])
    });
    // "Denver, CO — Summer 2027".
    let parts = parts.flat_map(|part| {
        let divided = part.rsplit_once(" — ").or_else(|| part.rsplit_once(" – "));
        let divided = divided.filter(|(_, last)| is_no_place(last));
        divided.map_or(vec![part], |(before, last)| vec![before, last])
    });
    let (terms, places): (Vec<&str>, Vec<&str>) =
        parts.partition(|part| is_term(part) || is_no_place(part));
    let kind = terms.iter().find_map(|term| employment_of(term));
    source.employment = source.employment.or(kind);
    take_places(&places.join(";"), source);
    let terms = terms.join(" · ");
    let left = (!terms.is_empty()).then(|| Block::new(BlockKind::Paragraph, &terms, block.line));
    left.into_iter().collect()
}

/// A place as people call it; "Remote" in it tells that it is one to work from, for those who live in the
/// country that is named with it.
pub(super) fn place(name: &str) -> Location {
    let small = name.to_lowercase();
    let words = [
        "remote",
        "home based",
        "home-based",
        "anywhere",
        "work from home",
    ];
    let remote = words.iter().any(|word| small.contains(word));
    Location {
        name: name.split_whitespace().collect::<Vec<_>>().join(" "),
        country: country::named(name).filter(|_| remote).map(str::to_owned),
        remote,
    }
}

/// The kind of employment in the words of other systems.
pub(super) fn employment_of(words: &str) -> Option<EmploymentType> {
    let small: String = words
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let has = |words: &[&str]| words.iter().any(|word| small.contains(word));
    if has(&[
        "intern",
        "praktik",
        "stage",
        "prácticas",
        "trainee",
        "werkstudent",
    ]) && !has(&["internal", "international"])
    {
        Some(EmploymentType::Intern)
    } else if has(&["parttime", "teilzeit", "tempspartiel"]) {
        Some(EmploymentType::PartTime)
    } else if has(&["temporary", "fixedterm", "befristet", "seasonal", "cdd"])
        && !has(&["unbefristet"])
    {
        Some(EmploymentType::Temporary)
    } else if has(&["contract", "freelance"]) && !has(&["permanent"]) {
        Some(EmploymentType::Contractor)
    } else if has(&["volunteer"]) {
        Some(EmploymentType::Volunteer)
    } else if has(&["perdiem"]) {
        Some(EmploymentType::PerDiem)
    } else if has(&[
        "fulltime",
        "vollzeit",
        "permanent",
        "regular",
        "tempsplein",
        "cdi",
    ]) {
        Some(EmploymentType::FullTime)
    } else if small == "other" {
        Some(EmploymentType::Other)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
