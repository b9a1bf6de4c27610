//! Everything that is wrong with the posting, each with a way to its field.

use job_posting::view::focus;
use job_posting::view::markup::{Element, element, live, nothing};
use leptos::web_sys::Event;
use posting::problem::Problem;

use crate::studio::Studio;
use crate::wording;

/// How many problems are listed; the first ones explain most of the others.
const SHOWN: usize = 20;

/// The list, or a sentence where there is nothing to mend.
pub fn problems(studio: Studio) -> Element {
    element("div")
        .class("verdict")
        .view_child(live(move || match studio.checked() {
            Some(checked) if checked.problems.is_empty() => element("p")
                .class("good")
                .text("The posting can be shown as it is.")
                .view(),
            Some(checked) => list(&checked.problems).view(),
            None => nothing(),
        }))
}

fn list(problems: &[Problem]) -> Element {
    let count = wording::count(problems.len(), "problem");
    let entries = problems.iter().take(SHOWN).map(|problem| {
        let path = problem.path.clone();
        let place = element("button")
            .class("link")
            .with("type", "button")
            .text(path.trim_start_matches("$."))
            .on("click", move |event| go_to(&event, &path));
        element("li")
            .child(place)
            .text(&format!(" {}", problem.message))
    });
    element("div")
        .class("notice bad")
        .child(
            element("p")
                .class("subheading")
                .text(&format!("{count} to solve before it can be shown")),
        )
        .child(element("ul").class("entries").children(entries))
}

/// Focuses the field for a path, or the next one around it.
fn go_to(event: &Event, path: &str) {
    let mut path = path;
    loop {
        if let Some(field) = focus::find(event, path) {
            // What can't be focused is at least where the reader looks.
            let _ = field.focus();
            return;
        }
        match path.rfind(['.', '[']) {
            Some(end) => path = path.get(..end).unwrap_or_default(),
            None => return,
        }
    }
}
