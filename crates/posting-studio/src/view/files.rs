//! Files that an author drops or picks.

use job_posting::view::planner::promise::when_done;
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::Set;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{DragEvent, Event, File, HtmlInputElement};

use crate::studio::Studio;

/// Takes the file that was picked in a file field.
pub fn picked(studio: Studio, event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = target else { return };
    if let Some(file) = input.files().and_then(|files| files.get(0)) {
        read(studio, &file);
    }
    // The same file can be picked again after it was changed.
    input.set_value("");
}

/// Takes what was dropped: a file, else a text.
pub fn dropped(studio: Studio, event: &Event) {
    event.prevent_default();
    let transfer = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer);
    let Some(transfer) = transfer else { return };
    if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
        read(studio, &file);
        return;
    }
    if let Some(text) = transfer
        .get_data("text/plain")
        .ok()
        .filter(|text| !text.is_empty())
    {
        let _ = studio.take_file(text.as_bytes());
    }
}

fn read(studio: Studio, file: &File) {
    let name = file.name();
    if file.size() > posting_import::MAX_BYTES as f64 {
        studio.untaken.set(format!(
            "{name} is too large; keep it within {} MB.",
            posting_import::MAX_BYTES >> 20
        ));
        return;
    }
    when_done(content(file), move |content| match content {
        Ok(content) => {
            if !studio.take_file(&Uint8Array::new(&content).to_vec()) {
                studio.untaken.set(format!("{name} is no text, so the source stays as it is. Choose a file of text, HTML or JSON."));
            }
        }
        Err(_) => studio
            .untaken
            .set(format!("{name} could not be read; try to open it again.")),
    });
}

/// The file's bytes. `Blob.arrayBuffer` is in every browser that runs the widget.
fn content(file: &File) -> Result<js_sys::Promise, JsValue> {
    let read: js_sys::Function = Reflect::get(file, &"arrayBuffer".into())?.dyn_into()?;
    read.call0(file)?.dyn_into()
}
