//! The studio: a page on which authors bring a posting they already have, see what was understood
//! of it, correct it, and take away what a careers page needs. Nothing leaves the browser.
//!
//! | module | what lives there |
//! | --- | --- |
//! | [`tree`], [`place`] | the posting file being corrected, and places in it |
//! | [`notation`] | rich text as an author types it |
//! | [`items`] | the lists whose items are edited and moved |
//! | [`reading`] | from a source to a posting |
//! | [`checked`] | a posting with what a check says of it |
//! | [`history`] | what can be taken back |
//! | [`values`] | single values, as fields show and change them |
//! | [`wording`] | what the studio says of its own accord |
//! | [`work`] | work in progress as it is kept on the device |
//! | [`page`] | the posting as a page of its own |
//! | [`snippet`] | what to paste into a careers page |
//! | `open` | in the browser: mounts the page |
//! | `studio` | the state of the page, as a handle that views copy |
//! | `view` | what an author sees |

pub mod checked;
pub mod history;
pub mod items;
pub mod notation;
#[cfg(target_arch = "wasm32")]
mod open;
pub mod page;
pub mod place;
pub mod reading;
#[cfg(target_arch = "wasm32")]
mod shelf;
pub mod snippet;
#[cfg(target_arch = "wasm32")]
mod studio;
pub mod tree;
pub mod values;
#[cfg(target_arch = "wasm32")]
mod view;
pub mod wording;
pub mod work;

#[cfg(target_arch = "wasm32")]
pub use open::open;
