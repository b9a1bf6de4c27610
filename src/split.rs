//! The widget in two files. `cargo xtask assemble` puts into the first whatever can be
//! reached from here without [`planner`], and the rest into the second.

use std::pin::Pin;

use job_posting::element::{self, Mounted, Opened, Place, Planner, TakePlace, Unreached};
use job_posting::panic;
use js_sys::Function;
use leptos::wasm_bindgen;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::web_sys::HtmlElement;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Mounts a posting, or what is wrong with it: see [`element::mount`].
#[wasm_bindgen]
pub fn mount(
    container: HtmlElement,
    host: HtmlElement,
    lang: Option<String>,
    posting: Option<String>,
    failure: Option<String>,
    retry: Function,
) -> Mounted {
    element::mount(container, &host, lang, posting, failure, retry, open)
}

/// Where this instance has panicked, if it has; callable also after that.
#[wasm_bindgen]
pub fn panic_place() -> Option<String> {
    panic::place().map(str::to_owned)
}

fn open(take: TakePlace) -> Pin<Box<dyn Future<Output = Result<Opened, Unreached>>>> {
    Box::pin(async move {
        let unreached = |_: SplitLoaderError| Unreached;
        load().await.map_err(unreached)?;
        match take() {
            Some(place) => planner(place).await.map(Some).map_err(unreached),
            None => Ok(None),
        }
    })
}

/// Loads the second file if need be, and mounts the planner.
///
/// # Errors
/// When the file can't be loaded. It is asked for anew with the next call.
#[wasm_split(planner, fallible, preload(
    /// Loads the second file if need be.
    ///
    /// # Errors
    /// When the file can't be loaded. It is asked for anew with the next call.
    load
))]
fn planner(place: Place) -> Result<Box<dyn Planner>, SplitLoaderError> {
    Ok(element::mount_planner(place))
}
