//! What an author takes away: the posting file, the snippet, and the page.

use job_posting::view::markup::{Element, element};
use job_posting::view::planner::clipboard::{self, Copied};
use job_posting::view::planner::file;
use leptos::prelude::*;

use super::{button, hint};
use crate::page::{self, Files};
use crate::snippet::snippet;
use crate::studio::Studio;

/// The id of the field that holds the snippet.
const FIELD: &str = "snippet-copy";

/// The ways out.
pub fn takeaway(studio: Studio, files: Files) -> [Element; 1] {
    let is_empty = move || studio.checked().is_none();
    let posting = primary("Download posting file")
        .flag("disabled", is_empty)
        .on("click", move |_| {
            if let Some(checked) = studio.checked_now() {
                let name = format!("{}.json", checked.id());
                file::save(&name, "application/json", &checked.text);
            }
        });
    let has_problems = move || {
        let checked = studio.checked();
        checked.is_none_or(|checked| !checked.problems.is_empty())
    };
    let page = button("Download page")
        .flag("disabled", has_problems)
        .on("click", move |_| {
            let checked = studio.checked_now();
            let assets = studio.assets.get_untracked();
            let page = checked
                .and_then(|checked| Some((checked.id(), page::page(&checked, &files, &assets)?)));
            if let Some((id, page)) = page {
                file::save(&format!("{id}.html"), "text/html", &page);
            }
        });
    let section = element("section")
        .class("takeaway")
        .with("aria-label", "Take it away")
        .child(element("div").class("buttons").child(posting).child(page))
        .child(
            element("details")
                .class("group")
                .child(element("summary").text("Snippet for your careers page"))
                .child(
                    element("div")
                        .class("source-controls")
                        .children(embedding(studio)),
                ),
        );
    [section]
}

fn embedding(studio: Studio) -> [Element; 3] {
    let assets = element("input")
        .class("input")
        .with("type", "text")
        .with("id", "assets")
        .with("autocomplete", "off")
        .value(move || studio.assets.get_untracked())
        .on("input", move |event| {
            studio.assets.set(with_slash(event_target_value(&event)));
            studio.keep_soon();
        });
    let assets = element("div")
        .class("field")
        .child(
            element("label")
                .class("label")
                .with("for", "assets")
                .text("Where the widget’s files are"),
        )
        .child(assets)
        .child(hint(
            "The address of the folder that holds job-posting.js, on your own host.",
        ));
    let text = move || {
        studio.checked().map_or(String::new(), |checked| {
            snippet(&checked, &studio.assets.get())
        })
    };
    let field = element("textarea")
        .class("input source-text")
        .with("id", FIELD)
        .with("rows", "6")
        .with("readonly", "")
        .value(text);
    let field = element("div")
        .class("field")
        .child(
            element("label")
                .class("label")
                .with("for", FIELD)
                .text("Snippet for your careers page"),
        )
        .child(field);
    let copy = button("Copy snippet").on("click", move |event| {
        clipboard::copy(&event, FIELD, text(), move |copied| {
            let said = match copied {
                Copied::ToClipboard(_) => "The snippet is copied.",
                Copied::ByHand => "The snippet is selected; copy it with your keyboard.",
            };
            studio.say(said);
        });
    });
    [assets, field, element("div").class("buttons").child(copy)]
}

/// The button for what most authors come for.
fn primary(words: &str) -> Element {
    element("button")
        .class("button primary")
        .with("type", "button")
        .text(words)
}

fn with_slash(address: String) -> String {
    let address = address.trim();
    if address.is_empty() || address.ends_with('/') {
        return address.to_owned();
    }
    format!("{address}/")
}
