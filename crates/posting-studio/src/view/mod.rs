//! What an author sees: the source, what was understood of it, and the widget, side by side where
//! there is room.

mod field;
mod files;
mod item;
mod list;
mod parts;
mod preview;
mod problems;
mod program;
mod report;
mod source;
mod structure;
mod takeaway;

use job_posting::view::focus;
use job_posting::view::icon::icon;
use job_posting::view::markup::{Element, element};
use leptos::prelude::AnyView;
use leptos::web_sys::Event;

use crate::page::Files;
use crate::studio::Studio;

pub use preview::follow;

/// The columns: a name for style sheets and ids, and the heading.
const COLUMNS: [(&str, &str); 3] = [
    ("source", "Your posting"),
    ("structure", "What was understood"),
    ("preview", "What candidates see"),
];

/// The whole page. `files` is what a page of the posting links to.
pub fn page(studio: Studio, files: Files) -> AnyView {
    let status = element("p")
        .class("unseen")
        .with("role", "status")
        .live_text(move || studio.said());
    let [source_column, structure_column, preview_column] = COLUMNS;
    let columns = element("div")
        .class("workbench")
        .child(
            column(source_column)
                .children(source::source(studio))
                .children(report::report(studio)),
        )
        .child(column(structure_column).children(structure::structure(studio)))
        .child(
            column(preview_column)
                .children(takeaway::takeaway(studio, files))
                .children(preview::preview(studio)),
        );
    element("div")
        .class("widget studio")
        .with("lang", "en")
        .child(masthead())
        .child(jumps())
        .child(columns)
        .child(status)
        .view()
}

fn masthead() -> Element {
    element("div")
        .class("studio-head")
        .child(element("h1").class("title").text("Posting studio"))
        .child(element("p").class("lead").text(
            "Bring a posting as it is. See what was understood, correct it, and take away what a careers page needs. \
             Everything happens in this browser; nothing is sent anywhere.",
        ))
}

/// Ways to the columns, for where they stand below each other.
fn jumps() -> Element {
    let jumps = COLUMNS.map(|(name, title)| {
        button(title).on("click", move |event| {
            focus::focus(&event, &format!("{name}-title"));
        })
    });
    element("nav")
        .class("buttons jumps")
        .with("aria-label", "Parts of this page")
        .children(jumps)
}

/// A column of the page, named by its heading.
fn column((name, title): (&'static str, &'static str)) -> Element {
    let id = format!("{name}-title");
    element("section")
        .class("bench")
        .with("data-column", name)
        .with("aria-labelledby", &id)
        .child(
            element("h2")
                .class("heading")
                .with("id", &id)
                .with("tabindex", "-1")
                .text(title),
        )
}

/// A button with words on it.
fn button(words: &str) -> Element {
    element("button")
        .class("button")
        .with("type", "button")
        .text(words)
}

/// A note below something.
fn hint(words: &str) -> Element {
    element("p").class("hint").text(words)
}

/// A button with a picture, whose name is for those who don't see it.
fn square(name: &str, picture: &'static str, press: impl Fn(&Event) + 'static) -> Element {
    element("button")
        .class("button square")
        .with("type", "button")
        .with("aria-label", name)
        .child(icon(picture))
        .on("click", move |event| press(&event))
}
