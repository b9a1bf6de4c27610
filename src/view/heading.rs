//! Headings whose level continues the outline of the page around the widget.

use super::markup::{Element, element};
use crate::widget::Presentation;

/// The posting's title.
pub fn title(shown: Presentation, text: &str) -> Element {
    level(element("h2"), shown, 0)
        .class("title")
        .part("title")
        .text(text)
}

/// A heading one level below the title. `id` lets a region or a jump name it.
pub fn heading(shown: Presentation, id: &str, text: &str) -> Element {
    level(element("h3"), shown, 1)
        .class("heading")
        .with("id", id)
        .with("tabindex", "-1")
        .text(text)
}

/// The heading of a planner step, two levels below the title.
pub fn step_heading(shown: Presentation, id: &str, text: &str) -> Element {
    level(element("h4"), shown, 2)
        .class("step-title")
        .with("id", id)
        .with("tabindex", "-1")
        .text(text)
}

/// The heading of a part beside the steps, on their level.
pub fn part_heading(shown: Presentation, text: &str) -> Element {
    level(element("h4"), shown, 2)
        .class("subheading")
        .text(text)
}

/// A heading within a step, three levels below the title.
pub fn subheading(shown: Presentation, text: &str) -> Element {
    level(element("h5"), shown, 3)
        .class("subheading")
        .text(text)
}

fn level(heading: Element, shown: Presentation, below: u8) -> Element {
    heading.with("aria-level", shown.heading_level(below))
}
