//! Opens the studio in the page. `start.js` calls it with a container inside a shadow root, in which
//! the style sheet is in place.

use leptos::wasm_bindgen;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::web_sys::{HtmlElement, ShadowRoot};
use posting_studio::page::Files;

/// Mounts the studio. `assets` is where the widget's files are, `style` the name of the style sheet
/// among them.
#[wasm_bindgen]
pub fn open(
    container: HtmlElement,
    root: ShadowRoot,
    assets: String,
    style: String,
    style_integrity: String,
) {
    let files = Files {
        style,
        style_integrity,
    };
    posting_studio::open(container, root, assets, files);
}
