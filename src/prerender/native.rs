//! Natively views are markup already, and what is alike for all postings is written once.

use super::Setting;
use crate::view::markup::{AnyView, remembering};

/// Writes in a setting, on which alone depends what postings have alike.
pub fn in_setting<T>(setting: &Setting, write: impl FnOnce() -> T) -> T {
    let Setting {
        lang,
        heading_level,
        day,
    } = setting;
    remembering(&format!("{heading_level} {day:?} {lang}"), write)
}

/// The view's markup.
pub fn html(view: AnyView) -> String {
    view.into_html()
}
