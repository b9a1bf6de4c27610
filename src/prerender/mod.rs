//! The widget written ahead: what a page shows of a posting before the app is there, and what it
//! shows where the app never comes. Written natively by the command, and in the browser by the
//! studio; the loader's side is `public/loader/`.
//!
//! A page is written on one day and read on many, so nothing is written that a later day makes
//! wrong: no verdict on a start date that may have passed by then, no suggested day. The app adds
//! what depends on today when it takes over.

#[cfg(target_arch = "wasm32")]
#[path = "browser.rs"]
mod write;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod write;

use std::sync::Arc;

use leptos::prelude::Owner;
use posting::date::CivilDate;
use posting::posting::Posting;

use crate::view::{self, plain};
use crate::widget::{Presentation, Surroundings, Widget};

/// The class of the element that holds the widget's markup until the app takes its place.
const CONTAINER: &str = "prerendered";

/// What the page around the widget decides.
pub struct Setting {
    /// BCP 47 tag of the language the page puts the element in.
    pub lang: String,
    /// The level of the posting's title in the page's outline, 1 to 4.
    pub heading_level: u8,
    /// For which day the markup is written.
    pub day: Day,
}

/// For which day markup is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Day {
    /// Written on this day for readers on any later one: what holds on this day and can't cease to
    /// hold (that the posting is closed, that all start dates have passed) is written, what
    /// changes with the day is left out.
    AnyFrom(CivilDate),
    /// For an element with `as-of`: everything is shown as of this day, with a visible note.
    Preview(CivilDate),
}

/// A posting in markup, in the three forms a page needs.
pub struct FirstView {
    /// The content of the element's shadow root, without style sheets: one `<div>` with the whole
    /// widget, its fields ready to be typed into.
    pub shadow: String,
    /// The posting alone in plain markup, with the link to apply: what the element contains for
    /// browsers that know no declarative shadow roots.
    pub light: String,
    /// Every fact and text of the posting in the plain markup that search engines take as a
    /// description, without title and employer.
    pub description: String,
    /// One or two sentences about the posting without markup, at most 160 characters.
    pub summary: String,
}

impl FirstView {
    /// Writes the markup. Reads no clock: the day is the setting's.
    pub fn new(posting: &Arc<Posting>, setting: &Setting) -> Self {
        // The words, dates and signals of a widget live as long as the owner.
        Owner::new().with(|| {
            let widget = widget(posting, setting);
            let shadow = || write::html(view::written_ahead(CONTAINER, widget));
            let [light, description] = plain::both(widget);
            Self {
                shadow: write::in_setting(setting, shadow),
                light: write::html(light),
                description: write::html(description),
                summary: plain::summary(widget),
            }
        })
    }
}

/// One or two sentences about the posting without markup, as in [`FirstView::summary`].
pub fn summary(posting: &Arc<Posting>, setting: &Setting) -> String {
    Owner::new().with(|| plain::summary(widget(posting, setting)))
}

fn widget(posting: &Arc<Posting>, setting: &Setting) -> Widget {
    let as_of = match setting.day {
        // On the first day there is nothing has begun, so that no verdict speaks of today.
        Day::AnyFrom(_) => CivilDate::FIRST,
        Day::Preview(day) => day,
    };
    let surroundings = Surroundings {
        lang: setting.lang.clone(),
        heading_level: setting.heading_level,
        as_of: Some(as_of),
        emit: Box::new(|_, _| true),
    };
    let presentation = Presentation::new(Arc::clone(posting), &surroundings);
    let mut widget = Widget::new(presentation, surroundings.emit);
    if let Day::AnyFrom(day) = setting.day {
        // What is read from the day itself are the notices of what is over, which stays over.
        widget.today = day;
        widget.presentation.today = day;
        widget.presentation.is_preview = false;
    }
    widget
}
