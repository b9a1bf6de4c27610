//! The real widget, shown anew whenever corrections rest.

use job_posting::view::markup::{Element, element};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, Event, HtmlElement};

use crate::studio::{Later, REST, Studio};

/// The id of the element in which the widget stands.
const STAGE: &str = "stage";

/// The widget's place, with a sentence on why it waits.
pub fn preview(studio: Studio) -> [Element; 2] {
    let waits = move || match studio.checked() {
        None => "The widget shows your posting here as soon as there is one.",
        Some(checked) if !checked.problems.is_empty() => {
            "The widget waits until the problems are solved; it shows what was right last."
        }
        Some(_) => {
            "This is the widget itself. Try it: what you type into it is a draft of your own."
        }
    };
    let stage = element("div")
        .class("stage")
        .with("id", STAGE)
        .on("job-posting-ready", |event| reveal(&event))
        .on("job-posting-error", |event| reveal(&event));
    [
        element("p")
            .class("hint")
            .live_text(move || waits().to_owned()),
        stage,
    ]
}

/// Shows every posting without a problem in the widget once corrections rest. `root` is where the
/// studio's elements are found.
pub fn follow(studio: Studio, root: web_sys::ShadowRoot) {
    let later = Later::new();
    Effect::new(move |_| {
        let checked = studio.checked();
        let text = checked.filter(|checked| checked.problems.is_empty());
        let root = root.clone();
        if let Some(checked) = text {
            later.run(REST, move || {
                if let Some(stage) = root.get_element_by_id(STAGE) {
                    // A widget that can't be made leaves the one before in place.
                    let _ = show(&stage, &checked.text);
                }
            });
        }
    });
}

/// Adds a widget, hidden until it is ready, so that nothing flickers.
fn show(stage: &web_sys::Element, posting: &str) -> Result<(), JsValue> {
    let widget = document().create_element("job-posting")?;
    widget.set_attribute("heading-level", "3")?;
    widget.set_attribute("hidden", "")?;
    // The loader asks for a script by its name. One of no namespace is never run, so that pages
    // which enforce Trusted Types let it have a text.
    let script = document().create_element_ns(None, "script")?;
    script.set_attribute("type", "application/json")?;
    script.append_with_str_1(posting)?;
    widget.append_child(&script)?;
    stage.append_child(&widget)?;
    Ok(())
}

/// Shows the widget that is ready, and takes those before it away.
fn reveal(event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(widget) = target else { return };
    while let Some(before) = widget.previous_element_sibling() {
        before.remove();
    }
    widget.set_hidden(false);
}
