//! Copies text, and where the page may not, selects it so that the candidate can.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::HtmlTextAreaElement;

use super::promise::when_done;
use crate::view::focus;

/// How a copy ended.
pub enum Copied {
    /// This text is on the clipboard.
    ToClipboard(String),
    /// The text is selected for the candidate to copy.
    ByHand,
}

/// Copies `words`, then calls `then`; `field` is the id of the field that holds them too.
pub fn copy(event: &Event, field: &str, words: String, then: impl Fn(Copied) + 'static) {
    let field = focus::find(event, field).and_then(|field| field.dyn_into().ok());
    let written = write_text(&words);
    when_done(written, move |is_written| {
        if is_written.is_ok() {
            then(Copied::ToClipboard(words));
            return;
        }
        then(Copied::ByHand);
        // The field is shown by what `then` changes, so it can be focused only after that.
        request_animation_frame(move || {
            if let Some(field) = field {
                select(&field);
            }
        });
    });
}

#[wasm_bindgen]
extern "C" {
    /// Throws where the page lacks the clipboard API, as every insecure page does.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
}

fn select(field: &HtmlTextAreaElement) {
    // Focusing can't fail for a field that is shown; selecting needs no focus in any engine.
    let _ = field.focus();
    field.select();
}
