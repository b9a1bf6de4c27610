//! Mounts the studio into its page.

use leptos::mount::mount_to;
use leptos::prelude::window_event_listener_untyped;
use leptos::web_sys::{HtmlElement, ShadowRoot};

use crate::page::Files;
use crate::studio::Studio;
use crate::view;

/// Mounts the studio into a container inside a shadow root, for as long as the page lives.
/// `assets` is where the widget's files are, `files` what pages link to among them.
pub fn open(container: HtmlElement, root: ShadowRoot, assets: String, files: Files) {
    let mounted = mount_to(container, move || {
        let studio = Studio::open(assets);
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
