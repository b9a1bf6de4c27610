//! The title in the first line, and what may stand behind it there.

use super::{employer, is_name, is_place, places_of};
use crate::block::Block;
use crate::recognize::{Role, role_of};
use crate::source::{Source, Stated};

/// A title is no longer than this, in characters.
pub(super) const LONGEST_TITLE: usize = 140;

/// Takes a first line for the title, and what stands behind it for the employer; says whether it is one.
pub(super) fn take(block: &Block, below: &[Block], source: &mut Source) -> bool {
    let text = block.plain();
    let is_title = text.chars().count() <= LONGEST_TITLE
        && !text.ends_with(['.', ':', ';', ','])
        && role_of(&text).is_none_or(|role| !role.is_list() && role != Role::About);
    if !is_title {
        return false;
    }
    let is_free = source.organization.is_none() && source.locations.is_empty();
    match behind_title(&text, below).filter(|_| is_free) {
        Some(Behind::Employer(title, name, places)) => {
            source.title = Stated::new(title, block.line);
            source.organization = Stated::guessed(name, block.line);
            source.are_places_guessed = true;
            source.locations = places_of(places);
        }
        Some(Behind::Somebody) => source.title = Stated::guessed(&text, block.line),
        None => source.title = Stated::new(&text, block.line),
    }
    true
}

/// What stands behind a title in its own line.
enum Behind<'a> {
    /// Title, employer and places: "Gardener — Example Gardens, York", where the text speaks of the gardens.
    Employer(&'a str, &'a str, &'a str),
    /// The same for all one knows, but it may be a team as well.
    Somebody,
}

fn behind_title<'a>(text: &'a str, below: &[Block]) -> Option<Behind<'a>> {
    let (title, rest) = [" — ", " – ", " | ", " at "]
        .iter()
        .find_map(|sign| text.split_once(sign))?;
    let is_name_and_place = |(name, places): &(&str, &str)| is_name(name) && is_place(places);
    let divided = [" | ", " — ", " – ", " · ", ", "]
        .iter()
        .find_map(|sign| rest.split_once(sign));
    let (name, places) = divided.filter(is_name_and_place).unwrap_or((rest, ""));
    if is_name(name) && (employer::is_company(name) || employer::is_spoken_of(name, below)) {
        return Some(Behind::Employer(title, name, places));
    }
    (!places.is_empty()).then_some(Behind::Somebody)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::BlockKind;

    #[test]
    fn a_title_may_have_its_employer_behind_it() {
        let check = |line: &str, text: &str, expected: [&str; 3], review| {
            let blocks = [line, text].map(|line| Block::new(BlockKind::Paragraph, line, 1));
            let mut source = Source::default();
            super::super::read(blocks.to_vec(), &mut source);
            let title = source.title.unwrap();
            let name = source.organization.map(|stated| stated.value);
            let place = source.locations.first().map(|place| place.name.clone());
            let found = [
                title.value,
                name.unwrap_or_default(),
                place.unwrap_or_default(),
            ];
            assert_eq!(found, expected, "{line}");
            assert_eq!(title.uncertain, review, "{line}");
        };
        let speaks = "At Kiln & Crumb, we bake.";
        let whole = ["Baker", "Kiln & Crumb", "York"];
        check("Baker — Kiln & Crumb, York", speaks, whole, false);
        check("Baker | Kiln & Crumb | York", speaks, whole, false);
        let nowhere = ["Baker", "Kiln & Crumb", ""];
        check("Baker at Kiln & Crumb", speaks, nowhere, false);
        let line = "Baker — Kiln & Crumb, York";
        check(line, "We bake.", [line, "", ""], true);
        for line in [
            "Baker — Night Shift",
            "Baker, York",
            "Intern at Night | Full time",
        ] {
            check(line, "We bake.", [line, "", ""], false);
        }
    }
}
