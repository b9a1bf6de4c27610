//! The few pictograms, drawn as strokes in the colour of the text beside them.
//! They only repeat what words say, so they are hidden from screen readers.

use super::markup::{Element, element};

/// A pictogram by its path in a square of 24 by 24.
pub fn icon(path: &'static str) -> Element {
    element("svg")
        .class("icon")
        .with("viewBox", "0 0 24 24")
        .with("aria-hidden", "true")
        .child(element("path").with("d", path))
}

/// A tick.
pub const TICK: &str = "M5 12.5l4.5 4.5L19 7.5";
/// A calendar sheet.
pub const CALENDAR: &str = "M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4";
/// An arrow up.
pub const UP: &str = "M12 19V5M6 11l6-6 6 6";
/// An arrow down.
pub const DOWN: &str = "M12 5v14M6 13l6 6 6-6";
/// A cross.
pub const CROSS: &str = "M6 6l12 12M18 6L6 18";
/// An arrow out of a box.
pub const OUTWARD: &str = "M10 5H5v14h14v-5M14 5h5v5M19 5l-9 9";
