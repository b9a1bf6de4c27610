//! The programme: how long it lasts and when it starts.

use job_posting::view::focus::focus_later;
use job_posting::view::icon::CROSS;
use job_posting::view::markup::{Element, element};
use leptos::prelude::event_target_value;

use super::field::{Kind, checked, field, shown, wrapped};
use super::structure::{group, pair};
use super::{button, square};
use crate::place::Place;
use crate::studio::Studio;
use crate::tree::Tree;

/// The fields of the programme.
pub fn program(studio: Studio, tree: &Tree) -> Element {
    let at = Place::of;
    let starts = at("program.startDates");
    let days = tree.at(&starts).map_or(0, |list| list.items().len());
    let rows = (0..days).map(|index| start(studio, tree, &starts.item(index), index + 1));
    let add = button("Add a start date").on("click", move |event| {
        let list = Place::of("program.startDates");
        studio.reshape(|tree| tree.push(&list, Tree::Text(String::new())));
        focus_later(&event, list.item(days).to_string());
    });
    group("Programme")
        .child(pair(
            field(studio, &at("program.weeks"), "Weeks", Kind::Number),
            field(studio, &at("program.months"), "Months", Kind::Number),
        ))
        .child(field(studio, &at("program.season"), "Season", Kind::Text))
        .child(element("ul").class("rows").children(rows))
        .child(element("div").class("buttons").child(add))
        .children(window(studio, tree))
        .child(whole(studio))
}

/// What is wrong with the programme as a whole, such as a length in both weeks and months.
fn whole(studio: Studio) -> Element {
    element("p").class("echo bad").live_text(move || {
        let checked = studio.checked();
        let problems = checked.iter().flat_map(|checked| &checked.problems);
        let own = ["$.program", "$.program.startDates"];
        let mut found = problems.filter(|problem| own.contains(&problem.path.as_str()));
        let found = found
            .next()
            .map(|problem| format!("The programme {}.", problem.message));
        found.unwrap_or_default()
    })
}

/// A start date, and its last day where that is stated.
fn start(studio: Studio, tree: &Tree, place: &Place, number: usize) -> Element {
    let (first, last) = days(tree, place);
    let label = format!("Start date {number}");
    let input = day_input(first).with("placeholder", "2026-05-18");
    let target = place.clone();
    let input = checked(studio, place, input).on("input", move |event| {
        let typed = event_target_value(&event).trim().to_owned();
        studio.retype(&target, |tree| {
            let (_, last) = days(tree, &target);
            tree.set(&target, start_date(typed, last));
        });
    });
    let end = place.member("end");
    let target = place.clone();
    let last = day_input(last)
        .with("id", &end.to_string())
        .on("input", move |event| {
            let typed = event_target_value(&event).trim().to_owned();
            studio.retype(&target.member("end"), |tree| {
                let (first, _) = days(tree, &target);
                tree.set(&target, start_date(first, typed));
            });
        });
    let last = element("div")
        .class("field")
        .child(
            element("label")
                .class("label")
                .with("for", &end.to_string())
                .text(&format!("Last day {number}")),
        )
        .child(last);
    let target = place.clone();
    let remove = square(
        &format!("Remove start date {number}"),
        CROSS,
        move |event| {
            studio.reshape(|tree| tree.take(&target).map(|_| ()));
            focus_later(event, "$.program.season".to_owned());
        },
    );
    element("li")
        .class("row")
        .child(wrapped(studio, place, &label, input))
        .child(last)
        .child(remove)
}

fn day_input(day: String) -> Element {
    element("input")
        .class("input")
        .with("type", "text")
        .with("autocomplete", "off")
        .value(move || day.clone())
}

/// The first and the last day of a start date, as far as they are stated.
fn days(tree: &Tree, place: &Place) -> (String, String) {
    let first = shown(tree.at(place));
    if !first.is_empty() {
        return (first, String::new());
    }
    let member = |key: &str| shown(tree.at(&place.member(key)));
    (member("start"), member("end"))
}

fn start_date(first: String, last: String) -> Tree {
    if last.is_empty() {
        return Tree::Text(first);
    }
    let member = |key: &str, day: String| (key.to_owned(), Tree::Text(day));
    Tree::Object(vec![member("start", first), member("end", last)])
}

/// The time within which one can start, where the posting states one.
fn window(studio: Studio, tree: &Tree) -> Option<Element> {
    let place = Place::of("program.startWindow");
    tree.at(&place)?;
    let remove = button("Remove the start window").on("click", move |event| {
        studio.reshape(|tree| tree.take(&Place::of("program.startWindow")).map(|_| ()));
        focus_later(&event, "$.program.season".to_owned());
    });
    let window = element("div")
        .class("window")
        .child(pair(
            field(
                studio,
                &place.member("from"),
                "First day to start",
                Kind::Needed,
            ),
            field(
                studio,
                &place.member("to"),
                "Last day to start",
                Kind::Needed,
            ),
        ))
        .child(remove);
    Some(window)
}
