//! What a candidate sees: one file or folder per thing that can be pointed at on
//! the screen. `markup` is what all of them are written in.

mod broken;
mod focus;
mod heading;
mod icon;
mod markup;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod plain;
mod planner;
mod posting;
mod rich_text;
#[cfg(not(target_arch = "wasm32"))]
mod written_ahead;

use leptos::prelude::AnyView;

use crate::widget::Widget;

pub use broken::broken;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use written_ahead::written_ahead;

use markup::element;

/// The whole widget: the posting, and beside it (or below it where it is narrow) the planner.
pub fn app(widget: Widget) -> AnyView {
    let preview = widget.is_preview.then(|| {
        let date = widget.text.date(widget.today);
        element("p")
            .class("preview")
            .part("preview")
            .text(&widget.text.preview(&date))
    });
    let columns = element("div")
        .class("columns")
        .view_child(posting::posting(widget))
        .view_child(planner::planner(widget));
    element("div")
        .class("widget")
        .with("lang", widget.text.lang())
        .children(preview)
        .child(columns)
        .view()
}
