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

use job_posting::view::markup::{Element, element};
use leptos::prelude::AnyView;

use crate::page::Files;
use crate::studio::Studio;

pub use preview::follow;

/// The whole page. `files` is what a page of the posting links to.
pub fn page(studio: Studio, files: Files) -> AnyView {
    let status = element("p")
        .class("unseen")
        .with("role", "status")
        .live_text(move || studio.said());
    let columns = element("div")
        .class("workbench")
        .child(
            column("source", "Your posting")
                .children(source::source(studio))
                .children(report::report(studio)),
        )
        .child(column("structure", "What was understood").children(structure::structure(studio)))
        .child(
            column("preview", "What candidates see")
                .children(preview::preview(studio))
                .children(takeaway::takeaway(studio, files)),
        );
    element("div")
        .class("widget studio")
        .with("lang", "en")
        .child(masthead())
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

/// A column of the page, named by its heading.
fn column(name: &'static str, title: &str) -> Element {
    let id = format!("{name}-title");
    element("section")
        .class("bench")
        .with("data-column", name)
        .with("aria-labelledby", &id)
        .child(element("h2").class("heading").with("id", &id).text(title))
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
