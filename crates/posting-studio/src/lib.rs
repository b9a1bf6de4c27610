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
//! | [`work`] | work in progress as it is kept on the device |
//! | [`page`] | the posting as a page of its own |
//! | [`snippet`] | what to paste into a careers page |
//! | `studio` | the state of the page, as a handle that views copy |
//! | `view` | what an author sees |

pub mod checked;
pub mod history;
pub mod items;
pub mod notation;
pub mod page;
pub mod place;
pub mod reading;
mod shelf;
pub mod snippet;
mod studio;
pub mod tree;
mod view;
mod wording;
pub mod work;

use leptos::mount::mount_to;
use leptos::prelude::window_event_listener_untyped;
use leptos::web_sys::{HtmlElement, ShadowRoot};

/// Mounts the studio into a container inside a shadow root, for as long as the page lives.
/// `assets` is where the widget's files are, `files` what pages link to among them.
pub fn open(container: HtmlElement, root: ShadowRoot, assets: String, files: page::Files) {
    let mounted = mount_to(container, move || {
        let studio = studio::Studio::open(assets);
        view::follow(studio, root);
        // The only moment that every browser tells of before a page is gone.
        for moment in ["pagehide", "visibilitychange"] {
            let kept = window_event_listener_untyped(moment, move |_| studio.keep_waiting());
            std::mem::forget(kept);
        }
        view::page(studio, files)
    });
    mounted.forget();
}
