//! Fields for values of the posting: each knows its place, and what a check says of it.

use job_posting::view::markup::{Element, element};
use leptos::prelude::event_target_value;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlInputElement};

use crate::place::Place;
use crate::studio::Studio;
use crate::tree::Tree;
use crate::values::write;
pub use crate::values::{Kind, shown};

/// A labelled field for the text or number at a place, with what is wrong with it below.
pub fn field(studio: Studio, place: &Place, label: &str, kind: Kind) -> Element {
    let input = input(studio, place, kind);
    wrapped(studio, place, label, input)
}

/// As [`field`], with a note on what to write.
pub fn field_with_hint(
    studio: Studio,
    place: &Place,
    label: &str,
    kind: Kind,
    hint: &str,
) -> Element {
    field(studio, place, label, kind).child(super::hint(hint))
}

fn input(studio: Studio, place: &Place, kind: Kind) -> Element {
    let initial = studio.read_at(place, shown);
    let input = element("input")
        .class("input")
        .with("type", "text")
        .with("autocomplete", "off")
        .value(move || initial.clone());
    let input = match kind {
        Kind::Number => input.with("inputmode", "decimal"),
        Kind::Text | Kind::Needed => input,
    };
    let target = place.clone();
    checked(studio, place, input).on("input", move |event| {
        let typed = event_target_value(&event);
        studio.retype(&target, |tree| write(tree, &target, &typed, kind));
    })
}

/// Ties a control to its place: it is found by it, and told what is wrong there.
pub fn checked(studio: Studio, place: &Place, control: Element) -> Element {
    let (id, here) = (place.to_string(), place.clone());
    control
        .with("id", &id)
        .with("aria-describedby", &format!("{id}-problem"))
        .with_live("aria-invalid", move || {
            studio.problem_at(&here).map(|_| "true".to_owned())
        })
}

/// What is wrong at a place, in a sentence that begins with its name.
pub fn problem(studio: Studio, place: &Place, label: &str) -> Element {
    let (here, label) = (place.clone(), label.to_owned());
    element("p")
        .class("echo bad")
        .with("id", &format!("{place}-problem"))
        .live_text(move || match studio.problem_at(&here) {
            Some(message) => format!("{label} {message}."),
            None => String::new(),
        })
}

/// A label above a control, and below it what is wrong.
pub fn wrapped(studio: Studio, place: &Place, label: &str, control: Element) -> Element {
    let name = element("label")
        .class("label")
        .with("for", &place.to_string())
        .text(label);
    element("div")
        .class("field")
        .child(name)
        .child(control)
        .child(problem(studio, place, label))
}

/// A checkbox for something that holds or, left out, doesn't.
pub fn checkbox(studio: Studio, place: &Place, label: &str) -> Element {
    let is_set = studio.read_at(place, |value| value == Some(&Tree::Bool(true)));
    let target = place.clone();
    let input = element("input")
        .with("type", "checkbox")
        .with("id", &place.to_string())
        .checked(move || is_set)
        .on("change", move |event| {
            let holds = is_checked(&event);
            studio.retype(&target, |tree| {
                if holds {
                    tree.set(&target, Tree::Bool(true));
                } else {
                    tree.take(&target);
                }
            });
        });
    element("label").class("choice").child(input).text(label)
}

/// A choice among values; the first one leaves the member out.
pub fn choice(
    studio: Studio,
    place: &Place,
    label: &str,
    none: &str,
    options: &[(&str, &str)],
) -> Element {
    let current = studio.read_at(place, shown);
    let option = |value: &str, words: &str| {
        let option = element("option").with("value", value).text(words);
        if value == current {
            option.with("selected", "")
        } else {
            option
        }
    };
    let target = place.clone();
    let select = element("select")
        .class("input")
        .child(option("", none))
        .children(options.iter().map(|(value, words)| option(value, words)))
        .on("change", move |event| {
            let chosen = event_target_value(&event);
            studio.retype(&target, |tree| write(tree, &target, &chosen, Kind::Text));
        });
    wrapped(studio, place, label, checked(studio, place, select))
}

/// Whether the checkbox that an event is about is checked.
pub fn is_checked(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|input| input.checked())
}
