//! What the loader calls: mounts a posting into a host's `<div>`, adds the planner,
//! speaks for both to the page, and takes them down again.
//!
//! In the browser the planner is in a second wasm file, so that the posting can be read before it
//! has come; [`Door`] leads there, and nothing else here may.

mod host;
mod planner;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Error, Function, Promise};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::HtmlElement;
use posting::posting::Posting;
use posting::problem::Problem;
use wasm_bindgen_futures::future_to_promise;

use crate::locale::Text;
use crate::view;
use crate::widget::Presentation;

pub use planner::{Door, Opened, Place, Planner, TakePlace, Unreached, mount as mount_planner};

/// A widget in the page. The loader keeps it, and drops it through [`Mounted::unmount`].
#[wasm_bindgen]
pub struct Mounted {
    shown: Shown,
    problems: Vec<String>,
    door: Door,
}

/// What is in the page. Shared with whoever waits for the planner's file.
type Shown = Rc<RefCell<Parts>>;

/// The parts of a widget, in the order in which they are taken down.
struct Parts {
    planner: Option<Box<dyn Planner>>,
    /// Where the planner goes once it has come.
    place: Option<Place>,
    /// `None` after the widget was taken down.
    reading: Option<UnmountHandle<AnyViewState>>,
}

/// Mounts a posting, or what is wrong with it.
///
/// `container` is an element inside the host's shadow root (never the root itself, in which
/// Leptos could not exchange views), `host` the custom element, whose attributes are read, and `lang`
/// the language in which the page has put that. `posting` is the text of the posting file, `failure` says why there is none; `retry` is called
/// when the reader asks to try again, `door` leads to the planner.
pub fn mount(
    container: HtmlElement,
    host: &HtmlElement,
    lang: Option<String>,
    posting: Option<String>,
    failure: Option<String>,
    retry: Function,
    door: Door,
) -> Mounted {
    let checked = match posting {
        Some(text) => Posting::from_json(&text),
        None => Err(vec![Problem {
            path: "src".to_owned(),
            message: failure.unwrap_or_default(),
        }]),
    };
    let problems = match &checked {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(Problem::to_string).collect(),
    };
    let parts = match checked {
        Ok(posting) => mount_posting(container, host, lang, posting),
        Err(problems) => mount_broken(container, lang, problems, retry),
    };
    Mounted {
        shown: Rc::new(RefCell::new(parts)),
        problems,
        door,
    }
}

fn mount_posting(
    container: HtmlElement,
    host: &HtmlElement,
    lang: Option<String>,
    posting: Posting,
) -> Parts {
    let surroundings = host::surroundings(host, lang, &posting);
    let shown = Rc::new(RefCell::new(None));
    let making = Rc::clone(&shown);
    let holder = container.clone();
    let reading = mount_to(container, move || {
        let presentation = Presentation::new(posting, &surroundings);
        *making.borrow_mut() = Some((presentation, surroundings.emit));
        view::reading(presentation)
    });
    let columns = holder.query_selector(&format!(".{}", view::COLUMNS));
    let columns = columns
        .ok()
        .flatten()
        .and_then(|found| found.dyn_into().ok());
    let place = columns
        .zip(shown.take())
        .map(|(columns, (presentation, emit))| Place {
            columns,
            presentation,
            emit,
        });
    Parts {
        planner: None,
        place,
        reading: Some(reading),
    }
}

fn mount_broken(
    container: HtmlElement,
    lang: Option<String>,
    problems: Vec<Problem>,
    retry: Function,
) -> Parts {
    let lang = host::usable(lang).unwrap_or_else(|| "en".to_owned());
    let retry = move || {
        // The loader's own function doesn't throw.
        let _ = retry.call0(&JsValue::NULL);
    };
    let is_online = window().navigator().on_line();
    let reading = mount_to(container, move || {
        let text = Text::new(&lang);
        let sentence = if is_online {
            text.posting_unavailable()
        } else {
            text.posting_unavailable_offline()
        };
        view::broken(text, sentence, &problems, retry)
    });
    Parts {
        planner: None,
        place: None,
        reading: Some(reading),
    }
}

#[wasm_bindgen]
impl Mounted {
    /// Why the posting can't be shown; empty if it is.
    pub fn problems(&self) -> Vec<String> {
        self.problems.clone()
    }

    /// Adds the planner. The promise is rejected if its file can't be had; then it can be asked for
    /// again. It does nothing where there is nothing to plan for, or no widget any more.
    pub fn plan(&self) -> Promise {
        let (shown, door) = (Rc::clone(&self.shown), self.door);
        future_to_promise(async move {
            // Taken once the file is there: while it came, the widget may have been taken down.
            let holder = Rc::clone(&shown);
            let opened = door(Box::new(move || holder.borrow_mut().place.take())).await;
            if let Some(planner) = opened.map_err(|Unreached| Error::new(UNREACHED))? {
                shown.borrow_mut().planner = Some(planner);
            }
            Ok(JsValue::UNDEFINED)
        })
    }

    /// The text of a draft file with all that was typed; nothing before the planner is there.
    pub fn export_draft(&self) -> Option<String> {
        let shown = self.shown.borrow();
        shown.planner.as_ref().map(|planner| planner.export_draft())
    }

    /// Takes over the text of a draft file.
    ///
    /// # Errors
    /// An `Error` that says what is wrong with it; the draft is then as it was.
    pub fn import_draft(&self, text: &str) -> Result<(), Error> {
        match &self.shown.borrow().planner {
            Some(planner) => planner
                .import_draft(text)
                .map_err(|reason| Error::new(&reason)),
            None => Err(Error::new(&self.problems.join("\n"))),
        }
    }

    /// Deletes the draft from this device.
    pub fn clear_draft(&self) {
        if let Some(planner) = &self.shown.borrow().planner {
            planner.clear_draft();
        }
    }

    /// Writes what waits to be written, for an app that is used no more after that; gives the text
    /// of a draft file where the device has not kept all of the draft.
    pub fn rescue(&self) -> Option<String> {
        // A panic may have happened while the parts were borrowed for a change.
        let shown = self.shown.try_borrow().ok()?;
        shown.planner.as_ref()?.rescue()
    }

    /// Writes what waits to be written, and takes the widget down.
    pub fn unmount(self) {
        let parts = &mut *self.shown.borrow_mut();
        parts.place = None;
        // The planner uses what the posting's view owns.
        drop(parts.planner.take());
        drop(parts.reading.take());
    }
}

/// Why the planner is not there.
const UNREACHED: &str = "the planner's file could not be loaded";
