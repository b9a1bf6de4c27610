//! Facts behind their labels: "Company: Example Gardens" in a line, or the label above the name as
//! lists of terms have it.

use super::{LONGEST_TITLE, employment_of, take_places};
use crate::block::{Block, BlockKind};
use crate::source::{Source, Stated};

/// Names below their label have no more words than this.
const MOST_WORDS: usize = 8;

/// What a label says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Title,
    Organization,
    Team,
    Place,
    Employment,
}

/// Whether a block was "Label: value" with a value that has a place of its own, where it now is. The
/// label is kept as a word of the source.
pub(super) fn is_with_value(block: &Block, source: &mut Source) -> bool {
    let text = block.plain();
    let Some((label, value)) = text.split_once(':') else {
        return false;
    };
    let Some(meaning) = label_of(label) else {
        return false;
    };
    let is_long = value.chars().count() > LONGEST_TITLE;
    let is_taken = !is_long && set(meaning, Stated::new(value, block.line), source);
    if is_taken {
        source.labels.push(format!("{}:", label.trim()));
    }
    is_taken
}

/// Whether a heading was a label, and the one short paragraph below it its value, which now has its
/// place.
pub(super) fn is_above_value(heading: &Block, below: &[Block], source: &mut Source) -> bool {
    let Some((value, after)) = below.split_first().filter(|_| heading.is_heading()) else {
        return false;
    };
    let label = heading.plain();
    let Some(meaning) = label_of(label.trim_end_matches(':')) else {
        return false;
    };
    let text = value.plain();
    let is_name = value.kind == BlockKind::Paragraph
        && text.split(' ').nth(MOST_WORDS).is_none()
        && !text.contains(": ")
        && !text.ends_with(['.', '!', '?', ':'])
        && after.first().is_none_or(Block::is_heading);
    let is_taken = is_name && set(meaning, Stated::guessed(&text, value.line), source);
    if is_taken {
        source.labels.push(label.into_owned());
    }
    is_taken
}

/// Whether one of the next lines says outright what the title is.
pub(super) fn names_title(below: &[Block]) -> bool {
    below.iter().take(super::FAR).any(|block| {
        let text = block.plain();
        let label = text.split_once(": ").map(|(label, _)| label);
        label.is_some_and(|label| label_of(label) == Some(Label::Title))
    })
}

/// Whether the words of a label or heading say that places follow.
pub(crate) fn names_place(label: &str) -> bool {
    label_of(label.trim_end_matches(':')) == Some(Label::Place)
}

fn label_of(words: &str) -> Option<Label> {
    // Longer words are no label, and most texts are longer.
    let small = Some(words.trim()).filter(|words| words.len() <= 24)?;
    Some(match small.to_lowercase().as_str() {
        "job title" | "title" | "position" | "position title" | "role" | "stellenbezeichnung" => {
            Label::Title
        }
        "company" | "employer" | "agency" | "organization" | "organisation" | "company name"
        | "unternehmen" | "firma" | "entreprise" | "empresa" => Label::Organization,
        "team" | "department" => Label::Team,
        "location" | "locations" | "job location" | "place" | "standort" | "ort" | "arbeitsort"
        | "lieu" | "ubicación" | "work location" => Label::Place,
        "type" | "employment type" | "job type" | "contract type" | "employment" => {
            Label::Employment
        }
        _ => return None,
    })
}

/// Whether a value was taken: its field was free.
fn set(meaning: Label, value: Option<Stated>, source: &mut Source) -> bool {
    let Some(value) = value else {
        return false;
    };
    let field = match meaning {
        Label::Title => &mut source.title,
        Label::Organization => &mut source.organization,
        Label::Team => &mut source.team,
        Label::Place => {
            let is_free = source.locations.is_empty();
            if is_free {
                source.are_places_guessed = value.uncertain;
                take_places(&value.value, source);
            }
            return is_free;
        }
        Label::Employment => {
            // The words stay where they are: the format knows the kind, not its words.
            source.employment = source.employment.or_else(|| employment_of(&value.value));
            return false;
        }
    };
    let is_free = field.is_none();
    if is_free {
        *field = Some(value);
    }
    is_free
}
