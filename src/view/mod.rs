//! What a candidate sees: one file or folder per thing that can be pointed at on
//! the screen. `markup` is what all of them are written in.

mod broken;
pub mod focus;
mod heading;
pub mod icon;
pub mod markup;
pub(crate) mod plain;
pub mod planner;
mod posting;
pub mod press;
mod rich_text;
mod written_ahead;

use crate::widget::{Presentation, Widget};

pub use broken::broken;
pub use planner::link::look as look_for_link;
pub use planner::planner;
pub(crate) use written_ahead::written_ahead;

use markup::{AnyView, Element, element};

/// The class of the element that holds the posting and, once it is there, the planner.
pub const COLUMNS: &str = "columns";

/// The id of the planner's heading.
pub const PLANNER_TITLE: &str = "planner-title";

/// The attribute of the button that was pressed to go to the planner before the planner was there.
pub const PLANNER_WANTED: &str = "data-wanted";

/// The whole widget: the posting, and beside it (or below it where it is narrow) the planner.
pub fn app(widget: Widget) -> AnyView {
    let columns = columns(widget.presentation).view_child(planner(widget));
    frame(widget.presentation, columns)
}

/// The widget before its planner is there: the posting, in a frame with room for the planner.
pub fn reading(shown: Presentation) -> AnyView {
    frame(shown, columns(shown))
}

fn columns(shown: Presentation) -> Element {
    element("div")
        .class(COLUMNS)
        .view_child(posting::posting(shown))
}

fn frame(shown: Presentation, columns: Element) -> AnyView {
    let preview = shown.is_preview.then(|| {
        let date = shown.text.date(shown.today);
        element("p")
            .class("preview")
            .part("preview")
            .text(&shown.text.preview(&date))
    });
    element("div")
        .class("widget")
        .with("lang", shown.text.lang())
        .children(preview)
        .child(columns)
        .view()
}
