//! The widget's parts that need a browser, each in a real one: `Intl`, localStorage and the
//! database, and the widget in a page.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod damaged;
mod focus;
mod gone;
mod intl;
mod page;
mod parting;
mod saver;
mod shelved_slots;
mod tabs;
mod tidy_storage;
mod undo;
mod versions;
mod widget;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
