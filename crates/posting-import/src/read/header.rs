//! The first lines of a text: title, employer, place, and "Company: …" lines.

use posting::document::{EmploymentType, Location};

use crate::block::{Block, BlockKind};
use crate::recognize::{Role, role_of};
use crate::source::{Source, Stated};

/// A title is no longer than this, in characters.
const LONGEST_TITLE: usize = 140;

/// Facts in "Label: value" lines are looked for in this many blocks from the start.
const FAR: usize = 14;

/// Takes title, employer and place off the start of a text; gives the rest.
pub(super) fn read(blocks: Vec<Block>, source: &mut Source) -> Vec<Block> {
    let mut rest = Vec::new();
    for (index, block) in blocks.into_iter().enumerate() {
        let is_early = index < FAR && block.kind != BlockKind::Item;
        if is_early && (labelled(&block, source) || index == 0 && title(&block, source)) {
            continue;
        }
        if index == 1 && employer(&block, source) {
            continue;
        }
        rest.push(block);
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

/// "Example Gardens — York | Leeds", in the line below the title.
fn employer(block: &Block, source: &mut Source) -> bool {
    let text = block.plain();
    if text.chars().count() > 200 || text.ends_with(['.', ':']) || source.title.is_none() {
        return false;
    }
    if let Some((name, places)) = [" — ", " – ", " | ", " · "]
        .iter()
        .find_map(|sign| text.split_once(sign))
        && source.organization.is_none()
        && name.split(' ').count() <= 8
    {
        source.organization = Stated::new(name, block.line);
        source.locations = places_of(places);
        return true;
    }
    let looks_like_place = text.contains(", ") && text.split(' ').count() <= 8;
    if looks_like_place && source.locations.is_empty() && !block.is_heading() {
        source.locations = places_of(&text);
        return true;
    }
    false
}

/// Places in one line, divided by "|" or ";".
pub(super) fn places_of(text: &str) -> Vec<Location> {
    let places = text
        .split([';', '|'])
        .map(str::trim)
        .filter(|place| !place.is_empty());
    places.map(place).collect()
}

/// A place as people call it; "Remote" in it tells that it is one to work from.
pub(super) fn place(name: &str) -> Location {
    let small = name.to_lowercase();
    let words = [
        "remote",
        "home based",
        "home-based",
        "anywhere",
        "work from home",
    ];
    Location {
        name: name.split_whitespace().collect::<Vec<_>>().join(" "),
        country: None,
        remote: words.iter().any(|word| small.contains(word)),
    }
}

/// "Label: value" lines whose value has a place of its own. The label is kept as a word of the
/// source.
fn labelled(block: &Block, source: &mut Source) -> bool {
    let text = block.plain();
    let Some((label, value)) = text.split_once(':') else {
        return false;
    };
    let value = value.trim();
    let line = block.line;
    if value.is_empty() || value.chars().count() > LONGEST_TITLE {
        return false;
    }
    let taken = match label.trim().to_lowercase().as_str() {
        "job title" | "title" | "position" | "position title" | "role" | "stellenbezeichnung" => {
            set(&mut source.title, Stated::new(value, line))
        }
        "company" | "employer" | "organization" | "organisation" | "company name"
        | "unternehmen" | "firma" | "entreprise" | "empresa" => {
            set(&mut source.organization, Stated::new(value, line))
        }
        "team" | "department" => set(&mut source.team, Stated::new(value, line)),
        "location" | "locations" | "job location" | "place" | "standort" | "ort" | "arbeitsort"
        | "lieu" | "ubicación" | "work location" => {
            let is_free = source.locations.is_empty();
            if is_free {
                source.locations = places_of(value);
            }
            is_free
        }
        "type" | "employment type" | "job type" | "contract type" | "employment" => {
            let known = employment_of(value).filter(|_| source.employment.is_none());
            // The words stay where they are: the format knows the kind, not its words.
            source.employment = source.employment.or(known);
            false
        }
        _ => false,
    };
    if taken {
        source.labels.push(format!("{}:", label.trim()));
    }
    taken
}

fn set(field: &mut Option<Stated>, value: Option<Stated>) -> bool {
    let is_free = field.is_none() && value.is_some();
    if is_free {
        *field = value;
    }
    is_free
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
