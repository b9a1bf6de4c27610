//! The parts that repeat: places of work, and sections.

use job_posting::view::focus::focus_later;
use job_posting::view::markup::{Element, element};

use super::field::{Kind, checkbox, field};
use super::structure::{group, pair};
use super::{button, list};
use crate::items::{self, List, Way};
use crate::place::Place;
use crate::studio::Studio;
use crate::tree::Tree;
use crate::wording;

/// The places of work.
pub fn locations(studio: Studio, tree: &Tree) -> Element {
    let place = Place::of("locations");
    let count = tree.at(&place).map_or(0, |list| list.items().len());
    let rows = (0..count).map(|index| location(studio, &place.item(index), index + 1));
    let add = button("Add a location").on("click", move |event| {
        let list = Place::of("locations");
        let name = vec![("name".to_owned(), Tree::Text(String::new()))];
        studio.reshape(|tree| tree.push(&list, Tree::Object(name)));
        focus_later(&event, list.item(count).member("name").to_string());
    });
    group("Where the work is done")
        .child(element("ul").class("rows").children(rows))
        .child(element("div").class("buttons").child(add))
}

fn location(studio: Studio, place: &Place, number: usize) -> Element {
    let target = place.clone();
    let remove = button("Remove")
        .with("aria-label", &format!("Remove location {number}"))
        .on("click", move |event| {
            studio.reshape(|tree| tree.take(&target).map(|_| ()));
            focus_later(&event, "$.id".to_owned());
        });
    element("li")
        .class("item")
        .child(pair(
            field(
                studio,
                &place.member("name"),
                &format!("Location {number}"),
                Kind::Needed,
            ),
            field(
                studio,
                &place.member("country"),
                &format!("Country of location {number}"),
                Kind::Text,
            ),
        ))
        .child(
            element("div")
                .class("tools")
                .child(checkbox(
                    studio,
                    &place.member("remote"),
                    &format!("Location {number} is remote"),
                ))
                .child(remove),
        )
}

/// The sections with their own headings.
pub fn sections(studio: Studio, tree: &Tree) -> Element {
    let count = tree.member("sections").map_or(0, |list| list.items().len());
    let rows = (0..count).map(|number| section(studio, tree, number, count));
    let add = button("Add a section").on("click", move |event| {
        let place = studio.reshape(|tree| new_section(tree).place());
        let title = place.parent().map(|(section, _)| section.member("title"));
        focus_later(&event, title.unwrap_or_default().to_string());
    });
    element("div")
        .class("sections")
        .children(rows)
        .child(element("div").class("buttons").child(add))
}

fn section(studio: Studio, tree: &Tree, number: usize, count: usize) -> Element {
    let own = List::Section(number);
    let place = Place::of("sections").item(number);
    let target = place.clone();
    let name = format!("section {}", number + 1);
    let remove = button("Remove section")
        .with("aria-label", &format!("Remove {name}"))
        .on("click", move |event| {
            studio.reshape(|tree| tree.take(&target).map(|_| ()));
            studio.say("Removed. Undo brings it back.");
            focus_later(&event, target.member("title").to_string());
        });
    let shift = move |way: Way, words: &str| {
        button(words)
            .with(
                "aria-label",
                &format!("Move {name} {}", words.to_lowercase()),
            )
            .on("click", move |event| {
                if let Some(number) = studio.reshape(|tree| items::shift_section(tree, number, way))
                {
                    let title = Place::of("sections").item(number).member("title");
                    focus_later(&event, title.to_string());
                }
            })
    };
    let order = element("div")
        .class("buttons")
        .children((number > 0).then(|| shift(Way::Up, "Up")))
        .children((number + 1 < count).then(|| shift(Way::Down, "Down")))
        .child(remove);
    group(&wording::list(own, tree))
        .child(field(
            studio,
            &place.member("title"),
            &format!("Heading of section {}", number + 1),
            Kind::Needed,
        ))
        .child(super::field::problem(
            studio,
            &place.member("body"),
            "The section",
        ))
        .children(list::content(studio, tree, own))
        .child(order)
}

/// Adds a section without content.
pub fn new_section(tree: &mut Tree) -> List {
    let title = ("title".to_owned(), Tree::Text(String::new()));
    let body = ("body".to_owned(), Tree::List(Vec::new()));
    let sections = Place::of("sections");
    tree.push(&sections, Tree::Object(vec![title, body]));
    let count = tree.at(&sections).map_or(1, |list| list.items().len());
    List::Section(count.saturating_sub(1))
}
