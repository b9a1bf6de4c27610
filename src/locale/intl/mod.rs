//! Formatting by the rules of a language: by the browser's `Intl` in the browser,
//! by plain English rules natively, where markup is tested.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub use browser::Intl;
#[cfg(not(target_arch = "wasm32"))]
pub use native::Intl;
