//! How far the candidate has come, with a way to jump to each step.

use leptos::prelude::*;

use super::{Step, asked};
use crate::view::focus;
use crate::view::icon::{TICK, icon};
use crate::view::markup::{Element, alike_but, element};
use crate::widget::Widget;

/// The names of the kinds of jumps, by [`asked`].
const JUMPS: [&str; 8] = [
    "jumps",
    "jumps to starts",
    "jumps to requirements",
    "jumps to starts and requirements",
    "jumps to places",
    "jumps to starts and places",
    "jumps to requirements and places",
    "jumps to all",
];

/// What stands for the number of a step that asks nothing: it lies below.
const DOWN: &str = "↓";

/// "2 of 5 answered" and one button per step.
pub fn progress(widget: Widget) -> [Element; 2] {
    let text = widget.text;
    // A letter for each step. What is answered changes much less often than answers do.
    let answered = Memo::new(move |_| {
        let answered = Step::ALL.map(|step| step.is_answered(widget));
        let letters = answered.map(|is_answered| if is_answered { ANSWERED } else { 'o' });
        letters.iter().collect::<String>()
    });
    let summary = element("p")
        .class("progress")
        .part("progress")
        .live_text(move || {
            let posting = widget.posting();
            let (mut count, mut total) = (0, 0);
            for step in Step::ALL.into_iter().filter(|step| step.is_asked(&posting)) {
                total += 1;
                count += u32::from(is_among(step, answered));
            }
            text.progress(count, total)
        });
    let posting = widget.posting();
    let jumps = |[]: [&str; 0]| {
        let shown = Step::ALL.into_iter().filter(|step| step.is_shown(&posting));
        let jumps = shown.map(|step| jump(widget, step, step.number(&posting), answered));
        element("nav")
            .class("jumps")
            .with("aria-label", text.jump_to())
            .child(element("ol").children(jumps))
    };
    let name = || JUMPS.get(asked(&posting)).copied();
    [summary, alike_but(name, [], jumps)]
}

/// The letter of a step that is answered.
const ANSWERED: char = 'x';

fn is_among(step: Step, answered: Memo<String>) -> bool {
    answered.get().chars().nth(step as usize) == Some(ANSWERED)
}

/// A jump to a step. Of one that asks nothing there is no number and no answer to tell.
fn jump(widget: Widget, step: Step, number: Option<u32>, answered: Memo<String>) -> Element {
    let text = widget.text;
    let class = move || match is_among(step, answered) {
        true => "jump answered",
        false => "jump",
    };
    let state = move || {
        let state = if is_among(step, answered) {
            text.done()
        } else {
            text.open()
        };
        state.to_owned()
    };
    let state = number.map(|_| element("span").class("unseen").live_text(state));
    let number = number.map_or_else(|| DOWN.to_owned(), |number| text.number(number));
    let number = element("span")
        .class("jump-number")
        .with("aria-hidden", "true")
        .child(element("span").text(&number))
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
        .children(state);
    element("li").child(jump)
}
