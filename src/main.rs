//! What Trunk builds: what the loader calls, around the widget, which is the library.
//!
//! A binary, because a `cdylib` beside an `rlib` would be built without link-time optimisation.

#[cfg(target_arch = "wasm32")]
mod element;

fn main() {}
