//! The source: pasted, typed, dropped or picked.

use job_posting::view::markup::{Element, element};
use leptos::prelude::*;
use posting_import::Format;

use super::{button, files, hint};
use crate::reading::Reading;
use crate::studio::Studio;

/// The id of the field that holds the source.
pub const FIELD: &str = "source-text";

/// The kinds of files that hold postings.
const KINDS: &str = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.json,.jsonld,.xml,.rss,text/plain,text/html,application/json";

/// The field with its controls.
pub fn source(studio: Studio) -> [Element; 4] {
    let label = element("label")
        .class("label")
        .with("for", FIELD)
        .text("Text, Markdown, HTML or JSON");
    let text = element("textarea")
        .class("input source-text")
        .with("id", FIELD)
        .with("spellcheck", "false")
        .with("rows", "16")
        .with("placeholder", "Paste a posting here, or drop a file")
        .value(move || studio.source())
        .on("input", move |event| {
            studio.type_source(event_target_value(&event))
        });
    let field = element("div")
        .class("field drop")
        .child(label)
        .child(text)
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| files::dropped(studio, &event));
    [field, controls(studio), stale(studio), refusal(studio)]
}

fn controls(studio: Studio) -> Element {
    let input = element("input")
        .class("input unseen")
        .with("type", "file")
        .with("accept", KINDS)
        .with("id", "source-file")
        .on("change", move |event| files::picked(studio, &event));
    let file = element("label")
        .class("button")
        .with("for", "source-file")
        .text("Choose a file");
    let picker = element("div").class("picker").child(input).child(file);
    let blank = button("Start without a source").on("click", move |_| studio.begin());
    let buttons = element("div").class("buttons").child(picker).child(blank);
    element("div")
        .class("source-controls")
        .child(format(studio))
        .child(buttons)
        .view_child(job_posting::view::markup::live(move || postings(studio)))
}

fn format(studio: Studio) -> Element {
    let chosen = studio.format.get_untracked();
    let option = |format: Option<Format>| {
        let name = format.map_or("", Format::name);
        let words = if name.is_empty() { "detected" } else { name };
        let option = element("option").with("value", name).text(words);
        if format == chosen {
            option.with("selected", "")
        } else {
            option
        }
    };
    let select = element("select")
        .class("input")
        .with("id", "source-format")
        .child(option(None))
        .children(Format::ALL.map(|format| option(Some(format))))
        .on("change", move |event| {
            studio.format.set(event_target_value(&event).parse().ok());
            studio.type_source(studio.source_now());
        });
    element("div")
        .class("field")
        .child(
            element("label")
                .class("label")
                .with("for", "source-format")
                .text("Format"),
        )
        .child(select)
}

/// A choice of postings where the source has several.
fn postings(studio: Studio) -> AnyView {
    let titles = studio.reading.get().titles();
    if titles.len() < 2 {
        return job_posting::view::markup::nothing();
    }
    let number = studio.number.get_untracked();
    let options = titles.into_iter().enumerate().map(|(index, title)| {
        let words = if title.is_empty() {
            "(no title)"
        } else {
            title.as_str()
        };
        let option = element("option")
            .with("value", &index.to_string())
            .text(&format!("{}. {words}", index + 1));
        if index == number {
            option.with("selected", "")
        } else {
            option
        }
    });
    let select = element("select")
        .class("input")
        .with("id", "source-posting")
        .children(options)
        .on("change", move |event| {
            if let Ok(number) = event_target_value(&event).parse() {
                studio.choose(number);
            }
        });
    element("div")
        .class("field")
        .child(
            element("label")
                .class("label")
                .with("for", "source-posting")
                .text("Posting"),
        )
        .child(select)
        .view()
}

fn stale(studio: Studio) -> Element {
    let again = button("Read it again").on("click", move |_| studio.read());
    element("div")
        .class("notice")
        .flag("hidden", move || !studio.is_stale.get())
        .child(element("p").text(
            "The source was changed after you corrected the posting. Reading it again replaces your corrections; Undo brings them back.",
        ))
        .child(again)
}

fn refusal(studio: Studio) -> Element {
    let why = move || match &*studio.reading.get() {
        _ if !studio.untaken.get().is_empty() => studio.untaken.get(),
        Reading::Refused(why) => format!("No posting was found: {why}."),
        _ => String::new(),
    };
    element("div")
        .class("notices")
        .child(element("p").class("notice bad").with("role", "alert").live_text(why))
        .child(
            hint("This browser keeps no work in progress: it is full, or it refuses. Download the posting file before you leave.")
                .flag("hidden", move || !studio.is_unkept.get()),
        )
}
