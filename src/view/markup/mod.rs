//! What views are written in: elements whose tag, attributes and children are values. In the browser
//! they become Leptos' views, natively they become text.
//!
//! Both know the same methods, so that a view is written once.

#[cfg(all(test, not(target_arch = "wasm32")))]
mod agreement;
#[cfg(any(target_arch = "wasm32", test))]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub use browser::{
    AnyView, Element, alike, alike_but, alike_by, element, live, nothing, text, twice,
};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{
    AnyView, Element, alike, alike_but, alike_by, element, live, nothing, remembering, text, twice,
};
