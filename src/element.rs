//! What the loader calls: mounts a widget into a host's `<div>`, speaks for it to
//! the page, and takes it down again.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Error, Function};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::{CustomEvent, CustomEventInit, HtmlElement, console};
use posting::date::CivilDate;
use posting::posting::Posting;
use posting::problem::Problem;

use crate::locale::Text;
use crate::view;
use crate::widget::{Surroundings, Widget};

/// A widget in the page. The loader keeps it, and drops it through [`Mounted::unmount`].
#[wasm_bindgen]
pub struct Mounted {
    handle: UnmountHandle<AnyViewState>,
    widget: Option<Widget>,
    problems: Vec<String>,
}

/// Mounts a widget.
///
/// `container` is an element inside the host's shadow root (never the root itself, in which
/// Leptos could not exchange views), `host` the custom element, whose attributes are read.
/// `posting` is the text of the posting file, `failure` says why there is none; `retry` is called
/// when the reader asks to try again.
#[wasm_bindgen]
pub fn mount(
    container: HtmlElement,
    host: HtmlElement,
    posting: Option<String>,
    failure: Option<String>,
    retry: Function,
) -> Mounted {
    let checked = match posting {
        Some(text) => Posting::from_json(&text),
        None => Err(vec![Problem {
            path: "src".to_owned(),
            message: failure.unwrap_or_default(),
        }]),
    };
    match checked {
        Ok(posting) => mount_posting(container, &host, posting),
        Err(problems) => mount_broken(container, &host, problems, retry),
    }
}

fn mount_posting(container: HtmlElement, host: &HtmlElement, posting: Posting) -> Mounted {
    let surroundings = surroundings(host, &posting);
    let made = Rc::new(Cell::new(None));
    let making = Rc::clone(&made);
    let handle = mount_to(container, move || {
        let widget = Widget::new(posting, surroundings);
        making.set(Some(widget));
        listen(widget);
        view::app(widget)
    });
    Mounted {
        handle,
        widget: made.get(),
        problems: Vec::new(),
    }
}

fn mount_broken(
    container: HtmlElement,
    host: &HtmlElement,
    problems: Vec<Problem>,
    retry: Function,
) -> Mounted {
    let lang = language_of(host).unwrap_or_else(|| "en".to_owned());
    let listed = problems.iter().map(Problem::to_string).collect();
    let retry = move || {
        // The loader's own function doesn't throw.
        let _ = retry.call0(&JsValue::NULL);
    };
    let is_online = window().navigator().on_line();
    let handle = mount_to(container, move || {
        let text = Text::new(&lang);
        let sentence = if is_online {
            text.posting_unavailable()
        } else {
            text.posting_unavailable_offline()
        };
        view::broken(text, sentence, &problems, retry)
    });
    Mounted {
        handle,
        widget: None,
        problems: listed,
    }
}

#[wasm_bindgen]
impl Mounted {
    /// Why the posting can't be shown; empty if it is.
    pub fn problems(&self) -> Vec<String> {
        self.problems.clone()
    }

    /// The text of a draft file with all that was typed.
    pub fn export_draft(&self) -> Option<String> {
        let widget = self.widget?;
        Some(widget.draft_now().to_file(widget.posting().id()))
    }

    /// Takes over the text of a draft file.
    ///
    /// # Errors
    /// An `Error` that says what is wrong with it; the draft is then as it was.
    pub fn import_draft(&self, text: &str) -> Result<(), Error> {
        match self.widget {
            Some(widget) => widget.open_file(text).map_err(|reason| Error::new(&reason)),
            None => Err(Error::new(&self.problems.join("\n"))),
        }
    }

    /// Deletes the draft from this device.
    pub fn clear_draft(&self) {
        if let Some(widget) = self.widget {
            widget.delete_draft();
        }
    }

    /// Writes what waits to be written, and takes the widget down.
    pub fn unmount(self) {
        if let Some(widget) = self.widget {
            widget.flush();
        }
        drop(self.handle);
    }
}

/// Writes waiting edits when the page is hidden or left, and follows what other pages and other
/// widgets on this page do to the shared application slots.
fn listen(widget: Widget) {
    for name in ["visibilitychange", "pagehide"] {
        let listener = window_event_listener_untyped(name, move |_| widget.flush());
        on_cleanup(move || listener.remove());
    }
    for name in ["storage", "job-posting-change"] {
        let listener = window_event_listener_untyped(name, move |_| widget.refresh_slots());
        on_cleanup(move || listener.remove());
    }
}

fn surroundings(host: &HtmlElement, posting: &Posting) -> Surroundings {
    let as_of = read(host, "as-of", |text| {
        CivilDate::parse_iso(text).map_err(|error| format!("{error}; today is used instead"))
    });
    let heading_level = read(host, "heading-level", |text| {
        let level = text.parse().ok().filter(|level| (1..=4).contains(level));
        level.ok_or_else(|| "is not 1, 2, 3 or 4; 2 is used instead".to_owned())
    });
    let _ = read(host, "theme", |text| {
        let known = ["auto", "light", "dark"].contains(&text);
        known
            .then_some(())
            .ok_or_else(|| "is not auto, light or dark; auto is used instead".to_owned())
    });
    let target = host.clone();
    Surroundings {
        lang: language_of(host).unwrap_or_else(|| posting.lang().to_owned()),
        heading_level: heading_level.unwrap_or(2),
        as_of,
        emit: Box::new(move |event, record| emit(&target, event, record)),
    }
}

/// The language in which the page has put the element.
fn language_of(host: &HtmlElement) -> Option<String> {
    let place = host.closest("[lang]").ok().flatten()?;
    let tag = place
        .get_attribute("lang")
        .filter(|tag| !tag.trim().is_empty())?;
    if Text::accepts(&tag) {
        return Some(tag);
    }
    warn(
        "lang",
        &tag,
        "is not a language tag such as en or de-CH; English is used instead",
    );
    Some("en".to_owned())
}

/// An attribute's value; a bad one is named on the console and passed over.
fn read<T>(
    host: &HtmlElement,
    name: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    let text = host.get_attribute(name)?;
    match parse(text.trim()) {
        Ok(value) => Some(value),
        Err(reason) => {
            warn(name, &text, &reason);
            None
        }
    }
}

fn warn(name: &str, value: &str, reason: &str) {
    console::warn_1(&format!("job-posting: the attribute {name}=\"{value}\" {reason}").into());
}

/// Dispatches an event on the host; `false` if the page cancelled it.
fn emit(host: &HtmlElement, name: &str, record: &str) -> bool {
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_cancelable(name == "job-posting-apply");
    options.set_detail(&detail(record));
    match CustomEvent::new_with_event_init_dict(name, &options) {
        Ok(event) => host.dispatch_event(&event).unwrap_or(true),
        Err(_) => true,
    }
}

/// `{ record: "earliest-start" }`: which answer changed, never what was typed.
fn detail(record: &str) -> JsValue {
    if record.is_empty() {
        return JsValue::NULL;
    }
    let detail = js_sys::Object::new();
    // Setting a member of a fresh object can't fail.
    let _ = js_sys::Reflect::set(&detail, &"record".into(), &record.into());
    detail.into()
}
