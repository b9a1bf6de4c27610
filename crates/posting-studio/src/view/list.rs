//! A list of the posting: its items, and a way to add one.

use job_posting::view::focus::focus_later;
use job_posting::view::markup::{Element, element};

use super::button;
use super::item;
use super::structure::group;
use crate::items::List;
use crate::studio::Studio;
use crate::tree::Tree;
use crate::wording;

/// How many items of a list have fields: each is dozens of elements, and a source that was not read well may
/// have thousands of lines.
const SHOWN: usize = 200;

/// The list under its name.
pub fn list(studio: Studio, tree: &Tree, list: List) -> Element {
    group(&wording::list(list, tree)).children(content(studio, tree, list))
}

/// The list without its name.
pub fn content(studio: Studio, tree: &Tree, list: List) -> [Element; 2] {
    let items = list.items(tree);
    let last = items.len();
    let rows = items
        .iter()
        .take(SHOWN)
        .enumerate()
        .map(|(index, entry)| item::item(studio, tree, list, entry, (index + 1, last)));
    let words = format!("Add {}", with_article(wording::item(list)));
    let named = match list {
        List::Section(_) => format!("{words} to {}", wording::list(list, tree)),
        _ => words.clone(),
    };
    let add = button(&words)
        .with("aria-label", &named)
        .on("click", move |event| {
            let place = studio.reshape(|tree| list.add(tree, Tree::Text(String::new())));
            focus_later(&event, place.to_string());
        });
    let rest = (last > SHOWN).then(|| {
        super::hint(&format!(
            "{} more are in the posting file and not shown here. Remove some of these to see them, or shorten the source.",
            last - SHOWN
        ))
    });
    [
        element("ul").class("rows").children(rows),
        element("div").class("buttons").children(rest).child(add),
    ]
}

fn with_article(noun: &str) -> String {
    let noun = noun.to_lowercase();
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}
