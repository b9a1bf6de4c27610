//! How far the candidate has come, with a way to jump to each step.

use super::Step;
use crate::view::focus;
use crate::view::icon::{TICK, icon};
use crate::view::markup::{Element, alike_by, element};
use crate::widget::Widget;

/// "2 of 5 answered" and one button per step.
pub fn progress(widget: Widget) -> [Element; 2] {
    let text = widget.text;
    let summary = element("p")
        .class("progress")
        .part("progress")
        .live_text(move || {
            let posting = widget.posting();
            let (mut answered, mut total) = (0, 0);
            for step in Step::ALL.iter().filter(|step| step.is_asked(&posting)) {
                total += 1;
                answered += u32::from(step.is_answered(widget));
            }
            text.progress(answered, total)
        });
    let jumps = || {
        let jumps = Step::ALL.into_iter().map(|step| jump(widget, step));
        element("nav")
            .class("jumps")
            .with("aria-label", text.jump_to())
            .child(element("ol").children(jumps))
    };
    // What is not asked counts as answered, and no other answer is there before anything is typed.
    let name = || match Step::Requirements.is_answered(widget) {
        true => "jumps without requirements",
        false => "jumps",
    };
    [summary, alike_by(name, jumps)]
}

fn jump(widget: Widget, step: Step) -> Element {
    let text = widget.text;
    let class = move || match step.is_answered(widget) {
        true => "jump answered",
        false => "jump",
    };
    let state = move || {
        let state = if step.is_answered(widget) {
            text.done()
        } else {
            text.open()
        };
        state.to_owned()
    };
    let number = element("span")
        .class("jump-number")
        .with("aria-hidden", "true")
        .child(element("span").text(&step.number().to_string()))
        .child(icon(TICK));
    let jump = element("button")
        .with("type", "button")
        .class_live(class)
        .on("click", move |event| {
            focus::focus(&event, &step.heading_id())
        })
        .child(number)
        .child(element("span").text(step.short_title(widget)))
        .text(" ")
        .child(element("span").class("unseen").live_text(state));
    element("li").child(jump)
}
