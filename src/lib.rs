//! The job posting widget: what runs in the candidate's browser.
//!
//! | module | what lives there |
//! | --- | --- |
//! | [`widget`] | the state of one widget: posting, draft, what follows from them |
//! | [`outlook`] | everything that follows from posting, draft and today, as one pure function |
//! | [`prerender`] | the widget written ahead: markup for pages before any script runs |
//! | [`view`] | one file or folder per thing a candidate sees |
//! | [`storage`] | where drafts live; the only code that touches browser storage |
//! | `element` | in the browser: mounts a widget into a host's `<div>` and takes it down |
//! | [`locale`] | message catalogue and `Intl` formatting |
//! | [`clock`] | the only reader of the clock |
//! | `names` | names in order, without the standard library's sorting |
//! | [`mod@panic`] | where the app stopped, should it ever panic |

pub mod clock;
#[cfg(target_arch = "wasm32")]
pub mod element;
pub mod locale;
mod names;
pub mod outlook;
pub mod panic;
pub mod prerender;
pub mod storage;
pub mod view;
pub mod widget;
