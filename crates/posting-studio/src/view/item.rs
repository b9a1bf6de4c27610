//! One item of a list: its text, and the ways to move and remove it.

use job_posting::view::focus::focus_later;
use job_posting::view::icon::{CROSS, DOWN, UP};
use job_posting::view::markup::{Element, element};
use leptos::prelude::*;

use super::field::{checked, problem, shown, wrapped};
use super::square;
use crate::items::{self, Item, List, Way};
use crate::place::Place;
use crate::studio::Studio;
use crate::tree::Tree;
use crate::wording;

/// The width of a line of a text field, in characters: by it the height is guessed in browsers that
/// don't fit a field to its text.
const LINE: usize = 36;

/// The item with the number `position.0` of `position.1`.
pub fn item(
    studio: Studio,
    tree: &Tree,
    list: List,
    item: &Item,
    position: (usize, usize),
) -> Element {
    let (number, last) = position;
    let name = match list {
        List::Section(section) => format!("Section {}, entry {number}", section + 1),
        _ => format!("{} {number}", wording::item(list)),
    };
    let place = &item.place;
    let text = match &item.text {
        Some(text) => editor(studio, place, &name, text),
        None => element("p")
            .class("hint")
            .text("This entry has a form that can’t be edited here."),
    };
    let tools = element("div")
        .class("tools")
        .children(mover(studio, tree, list, place, &name))
        .children((number > 1).then(|| shifter(studio, list, place, &name, Way::Up)))
        .children((number < last).then(|| shifter(studio, list, place, &name, Way::Down)))
        .child(remover(studio, place, &name));
    element("li")
        .class("item")
        .child(text)
        .child(problem(studio, place, &name))
        .child(tools)
        .children(identity(studio, list, item, &name))
}

fn editor(studio: Studio, place: &Place, name: &str, text: &str) -> Element {
    let lines = text
        .lines()
        .map(|line| line.chars().count() / LINE + 1)
        .sum::<usize>();
    let (initial, target) = (text.to_owned(), place.clone());
    let field = element("textarea")
        .class("input")
        .with("aria-label", name)
        .with("rows", &lines.clamp(1, 12).to_string())
        .value(move || initial.clone())
        .on("input", move |event| {
            let typed = event_target_value(&event);
            studio.retype(&target, |tree| items::retype(tree, &target, &typed));
        });
    checked(studio, place, field)
}

/// A choice of the lists to which the item can go, and the button that sends it there.
fn mover(studio: Studio, tree: &Tree, list: List, place: &Place, name: &str) -> [Element; 2] {
    let others: Vec<List> = List::all(tree)
        .into_iter()
        .filter(|other| *other != list)
        .collect();
    let options = others.iter().enumerate().map(|(index, other)| {
        let words = wording::list(*other, tree);
        element("option")
            .with("value", &index.to_string())
            .text(&words)
    });
    let options: Vec<Element> = options.collect();
    // Some browsers tell of a choice at each key, so that only a button may move what one types in.
    let chosen = RwSignal::new(String::new());
    let select = element("select")
        .class("input move")
        .with("aria-label", &format!("Move {} to", name.to_lowercase()))
        .child(element("option").with("value", "").text("Move to…"))
        .children(options)
        .child(element("option").with("value", "new").text("A new section"))
        .on("change", move |event| {
            chosen.set(event_target_value(&event))
        });
    let target = place.clone();
    let press = super::button("Move")
        .with("aria-label", &format!("Move {}", name.to_lowercase()))
        .flag("disabled", move || chosen.get().is_empty())
        .on("click", move |event| {
            let chosen = chosen.get_untracked();
            let place = studio.reshape(|tree| {
                let to = match chosen.parse::<usize>() {
                    Ok(index) => others.get(index).copied(),
                    Err(_) => Some(super::parts::new_section(tree)),
                };
                to.and_then(|to| items::send(tree, &target, to))
            });
            if let Some(place) = place {
                studio.say("Moved.");
                focus_later(&event, place.to_string());
            }
        });
    [select, press]
}

fn shifter(studio: Studio, list: List, place: &Place, name: &str, way: Way) -> Element {
    let (direction, picture) = match way {
        Way::Up => ("up", UP),
        Way::Down => ("down", DOWN),
    };
    let target = place.clone();
    square(
        &format!("Move {} {direction}", name.to_lowercase()),
        picture,
        move |event| {
            let place = studio.reshape(|tree| items::shift(tree, list, &target, way));
            if let Some(place) = place {
                focus_later(event, place.to_string());
            }
        },
    )
}

fn remover(studio: Studio, place: &Place, name: &str) -> Element {
    let target = place.clone();
    square(
        &format!("Remove {}", name.to_lowercase()),
        CROSS,
        move |event| {
            studio.reshape(|tree| items::remove(tree, &target).map(|_| ()));
            studio.say("Removed. Undo brings it back.");
            focus_later(event, target.to_string());
        },
    )
}

/// The id under which candidates' answers are kept, and the rule, for qualifications.
fn identity(studio: Studio, list: List, item: &Item, name: &str) -> Option<Element> {
    if !matches!(list, List::Minimum | List::Preferred) {
        return None;
    }
    let summary = if item.has_rule { "Id and rule" } else { "Id" };
    let id = item.place.member("id");
    let rule = item.place.member("rule");
    let label = format!("Id of {}", name.to_lowercase());
    let initial = studio.read_at(&id, shown);
    let whole = item.place.clone();
    let input = element("input")
        .class("input")
        .with("type", "text")
        .with("autocomplete", "off")
        .value(move || initial.clone())
        .on("input", move |event| {
            let typed = event_target_value(&event);
            let id = whole.member("id");
            studio.retype(&id, |tree| items::rename(tree, &whole, typed.trim()));
        });
    let input = wrapped(studio, &id, &label, checked(studio, &id, input));
    let known = item.has_rule.then(|| {
        let rule_text = studio.read_at(&rule, |rule| serde_json::to_string(rule?).ok());
        let target = rule.clone();
        element("div")
            .class("buttons")
            .child(
                element("code")
                    .class("small")
                    .text(&rule_text.unwrap_or_default()),
            )
            .child(super::button("Remove the rule").on("click", move |event| {
                studio.reshape(|tree| tree.take(&target).map(|_| ()));
                if let Some((item, _)) = target.parent() {
                    focus_later(&event, item.to_string());
                }
            }))
    });
    let details = element("details")
        .class("identity")
        .child(
            element("summary")
                .class("small")
                .with(
                    "aria-label",
                    &format!("{summary} of {}", name.to_lowercase()),
                )
                .text(summary),
        )
        .child(input)
        .children(known);
    Some(details)
}
