//! Step "When are you free?": first day, last day, and the days in between on
//! which the candidate can't work.

use posting::draft::record;

use super::busy;
use super::date_field::date_field;
use crate::view::markup::{Element, element};
use crate::widget::Widget;

/// The fields of the step.
pub fn dates(widget: Widget) -> [Element; 2] {
    let text = widget.text;
    let earliest = date_field(
        widget,
        record::EARLIEST_START,
        text.earliest_start(),
        text.earliest_start_hint(),
    );
    let latest = date_field(
        widget,
        record::LATEST_END,
        text.latest_end(),
        text.latest_end_hint(),
    );
    let pair = element("div").class("pair").child(earliest).child(latest);
    [pair, busy::busy(widget)]
}
