//! What has changed in the posting since the candidate answered: told once, and nothing is deleted.

use leptos::prelude::*;
use posting::draft::{Change, record};

use super::button;
use crate::outlook::qualifications;
use crate::view::focus;
use crate::view::markup::{Element, element, live, nothing};
use crate::widget::Widget;

/// A notice with every change, until the candidate says that they have seen it.
pub fn changed(widget: Widget) -> Element {
    let text = widget.text;
    let terms = widget.terms();
    let notice = move || {
        let changes = widget.changes_since(&terms.get());
        if changes.is_empty() {
            return nothing();
        }
        let rows = sentences(widget, &changes);
        let rows = rows.iter().map(|words| element("li").text(words));
        let seen = button("button")
            .text(text.changes_seen())
            .on("click", move |event| {
                widget.see_changes();
                focus::focus_later(&event, crate::view::PLANNER_TITLE.to_owned());
            });
        element("div")
            .class("notice")
            .part("changes")
            .with("role", "status")
            .child(element("p").text(text.posting_changed()))
            .child(element("ul").children(rows))
            .child(seen)
            .view()
    };
    element("div").class("live").view_child(live(notice))
}

/// A sentence for each change, and one for all new requirements.
fn sentences(widget: Widget, changes: &[Change]) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut sentences = Vec::new();
    for change in changes {
        match change {
            Change::RequirementNew(id) => numbers.push(number(widget, id).to_string()),
            change => sentences.push(sentence(widget, change)),
        }
    }
    if !numbers.is_empty() {
        sentences.push(new_requirements(widget, &numbers));
    }
    sentences
}

fn new_requirements(widget: Widget, numbers: &[String]) -> String {
    let listed = widget.text.list(numbers);
    widget
        .text
        .change_requirement_new(numbers.len() as u32, &listed)
}

fn sentence(widget: Widget, change: &Change) -> String {
    let text = widget.text;
    match change {
        Change::StartGone(start) => {
            let date = text.date(*start);
            let choices = widget.typed_now(record::CHOICES);
            let start = start.to_string();
            if choices.split_whitespace().any(|choice| choice == start) {
                text.change_choice_gone(&date)
            } else {
                text.change_start_gone(&date)
            }
        }
        Change::StartNew(start) => text.change_start_new(&text.date(*start)),
        Change::WindowMoved(first, last) => text.change_window_moved(&text.range(*first, *last)),
        Change::LengthChanged => text.change_length().to_owned(),
        Change::EndMoved(start, Some(last)) => {
            text.change_end_moved(&text.date(*start), &text.date(*last))
        }
        Change::EndMoved(start, None) => text.change_end_open(&text.date(*start)),
        Change::RequirementNew(id) => new_requirements(widget, &[number(widget, id).to_string()]),
        Change::RequirementChanged(id) => text.change_requirement_changed(number(widget, id)),
        Change::RequirementReworded(id) => text.change_requirement_reworded(number(widget, id)),
        Change::RequirementGone(words) if words.is_empty() => {
            text.change_requirement_gone().to_owned()
        }
        Change::RequirementGone(words) => text.change_requirement_dropped(words),
        Change::WorkingDaysChanged => text.change_working_days().to_owned(),
        Change::DeadlineMoved(Some(day)) => text.change_deadline(&text.date(*day)),
        Change::DeadlineMoved(None) => text.change_no_deadline().to_owned(),
        Change::LimitChanged(Some(positions)) => text.change_limit(u32::from(*positions)),
        Change::LimitChanged(None) => text.change_no_limit().to_owned(),
    }
}

/// The place of a requirement in the list, from 1.
fn number(widget: Widget, id: &str) -> u32 {
    let posting = widget.posting();
    let mut numbered = (1..).zip(qualifications(&posting));
    let found = numbered.find(|(_, one)| one.id == id);
    found.map_or(0, |(number, _)| number)
}
