//! The planner's place in the page, what leads to it, and what the page can ask of it.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, StorageEvent};

use crate::storage::{SaveState, Saver, Unavailable, database};
use crate::view;
use crate::widget::{Emit, Presentation, Widget};

/// The way to [`mount`], which is in a file of its own in the browser: a function that a build
/// without a second file can answer at once.
pub type Door = fn(TakePlace) -> Pin<Box<dyn Future<Output = Result<Opened, Unreached>>>>;

/// Gives the planner's place once the planner's code is there; nothing if there is nothing to plan
/// for, or no widget any more.
pub type TakePlace = Box<dyn FnOnce() -> Option<Place>>;

/// The planner, if there was a place for it.
pub type Opened = Option<Box<dyn Planner>>;

/// The planner's code could not be loaded. It is asked for anew the next time.
#[derive(Debug)]
pub struct Unreached;

/// What the planner is mounted with.
pub struct Place {
    /// Where it goes, after the posting.
    pub columns: HtmlElement,
    /// The posting and how it is presented.
    pub presentation: Presentation,
    /// Tells the page of an event.
    pub emit: Emit,
}

/// A planner in the page; it leaves the page when it is dropped.
///
/// A trait, because a call by name would pull what it calls into the first wasm file.
pub trait Planner {
    /// The text of a draft file with all that was typed.
    fn export_draft(&self) -> String;

    /// Takes over the text of a draft file.
    ///
    /// # Errors
    /// What is wrong with it, in the reader's language; the draft is then as it was.
    fn import_draft(&self, text: &str) -> Result<(), String>;

    /// Deletes the draft from this device.
    fn clear_draft(&self);

    /// Writes what waits to be written; gives the text of a draft file where the device has not
    /// kept all of the draft.
    fn rescue(&self) -> Option<String>;
}

/// Mounts the planner.
pub fn mount(place: Place) -> Box<dyn Planner> {
    let Place {
        columns,
        presentation,
        emit,
    } = place;
    let owner = Owner::new();
    let (widget, handle) = owner.with(|| {
        let widget = Widget::new(presentation, emit);
        listen(widget);
        listen_for_links(widget, &columns);
        let handle = mount_to_renderer(&columns, move || view::planner(widget));
        (widget, handle)
    });
    go_to_if_wanted(&columns);
    Box::new(Mounted {
        widget,
        _handle: handle,
        _owner: owner,
    })
}

/// Brings a reader here who asked for the planner while its file was on the way.
fn go_to_if_wanted(columns: &HtmlElement) {
    let find = |selector: &str| columns.query_selector(selector).ok().flatten();
    let Some(button) = find(&format!("[{}]", view::PLANNER_WANTED)) else {
        return;
    };
    // Neither can fail with these constant names; at worst the page stays where it is.
    let _ = button.remove_attribute(view::PLANNER_WANTED);
    go_to(columns);
}

/// Brings a reader to the planner.
fn go_to(columns: &HtmlElement) {
    let title = columns.query_selector(&format!("#{}", view::PLANNER_TITLE));
    let title = title.ok().flatten();
    if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
        // At worst the page stays where it is.
        let _ = title.focus();
    }
}

/// Asks about a draft in the page's address: now, and when a link is opened in the page that is open.
fn listen_for_links(widget: Widget, columns: &HtmlElement) {
    let columns = columns.clone();
    let look = move || {
        let columns = columns.clone();
        view::look_for_link(widget, move || go_to(&columns));
    };
    look();
    let listener = window_event_listener_untyped("hashchange", move |_| look());
    on_cleanup(move || listener.remove());
}

/// What [`mount`] makes.
struct Mounted {
    widget: Widget,
    /// Held for its drop, which takes the view out of the page.
    _handle: UnmountHandle<AnyViewState>,
    /// Held for its drop, which ends the signals and listeners of the widget.
    _owner: Owner,
}

impl Planner for Mounted {
    fn export_draft(&self) -> String {
        let posting = self.widget.posting();
        self.widget.draft_now().to_file(posting.id())
    }

    fn import_draft(&self, text: &str) -> Result<(), String> {
        self.widget.open_file(text)
    }

    fn clear_draft(&self) {
        self.widget.delete_draft();
    }

    fn rescue(&self) -> Option<String> {
        self.widget.flush();
        match self.widget.save_state() {
            SaveState::Untouched
            | SaveState::Saved(_)
            | SaveState::Shelved(_)
            | SaveState::Tight(_) => None,
            SaveState::Waiting if self.widget.is_shelved() => None,
            SaveState::Waiting | SaveState::Cleared | SaveState::Refused(_) => {
                Some(self.export_draft())
            }
        }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.widget.flush();
        self.widget.stop_following();
    }
}

/// Writes waiting edits when the page is hidden or left, and follows what other pages and other
/// widgets on this page do to the draft and to the shared application slots.
fn listen(widget: Widget) {
    widget.follow();
    view::press::listen();
    // A page that is left is hidden after that. It must not have the database opened again: it may sleep
    // on with it.
    let is_left = Rc::new(Cell::new(false));
    let leaving = Rc::clone(&is_left);
    let listener = window_event_listener_untyped("pagehide", move |_| {
        leaving.set(true);
        widget.write_parting();
    });
    on_cleanup(move || listener.remove());
    for name in ["visibilitychange", "pageshow"] {
        let is_left = Rc::clone(&is_left);
        let listener = window_event_listener_untyped(name, move |_| {
            if name == "pageshow" {
                is_left.set(false);
                database::come_back();
            }
            if is_left.get() {
                return;
            }
            widget.flush();
            // It may have slept through what others wrote.
            widget.catch_up();
            widget.follow_day();
        });
        on_cleanup(move || listener.remove());
    }
    let listener = window_event_listener_untyped("storage", move |event| {
        let change = event.dyn_into::<StorageEvent>().ok();
        match change.map(|change| (change.key(), change.new_value())) {
            Some((Some(key), Some(stored))) => widget.follow_change(&key, &stored),
            Some((Some(key), None)) if !Saver::is_own(&key) => {}
            // Ours was removed, or all keys.
            _ => widget.look_for_loss_later(),
        }
        widget.try_again();
        widget.refresh_slots();
    });
    on_cleanup(move || listener.remove());
    let listener = window_event_listener_untyped("job-posting-change", move |_| {
        widget.refresh_slots();
    });
    on_cleanup(move || listener.remove());
    ask_before_leaving(widget);
}

/// Has the browser ask before the page is left, for as long as there is no space left for what was typed. Not a
/// moment longer: some browsers don't keep a page for the way back that might ask.
fn ask_before_leaving(widget: Widget) {
    Effect::new(move |_| {
        if widget.save_state() == SaveState::Refused(Unavailable::Full) {
            let listener = window_event_listener_untyped("beforeunload", |event| {
                event.prevent_default();
            });
            on_cleanup(move || listener.remove());
        }
    });
}
