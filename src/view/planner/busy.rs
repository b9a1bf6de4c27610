//! Busy ranges: first and last days, each with a word on what for.

use leptos::ev::Event;
use leptos::prelude::*;
use posting::availability::FieldError;
use posting::draft::{Draft, MAX_BUSY_RANGES, record};

use super::date_field::date_field;
use super::elsewhere::elsewhere;
use super::text_field::{input, labelled};
use super::{button, hint};
use crate::view::focus;
use crate::view::icon::{CROSS, icon};
use crate::view::markup::{Element, element, live, nothing};
use crate::view::press::after_press;
use crate::widget::{Count, Widget};

/// The ranges typed so far and a button that adds one.
pub fn busy(widget: Widget) -> Element {
    let text = widget.text;
    // Bit `index` is set once range `index` is asked for; ranges with a text are shown anyway.
    // What was asked for before the draft was replaced (deleted, or opened from a file) is over.
    let (asked, asked_in) = (Count::new(), Count::new());
    let ranges = Memo::new(move |_| {
        let draft = widget.draft();
        let asked = match asked.get() {
            asked if asked_in.now() == widget.replacements() => asked,
            _ => 0,
        };
        (asked | typed_ranges(&draft)).to_string()
    });
    let bits = |ranges: String| ranges.parse::<u32>().unwrap_or_default();
    let shown = move || bits(ranges.get());
    let free = move || (0..MAX_BUSY_RANGES).find(|index| shown() & 1 << index == 0);
    let add = move |event: Event| {
        if let Some(index) = free() {
            let wanted = shown() | 1 << index;
            asked_in.set(widget.replacements());
            asked.set(wanted);
            focus::focus_later(&event, record::busy_first(index));
        }
    };
    // Each row comes and goes by itself: another tab may add a range while the cursor is in one.
    let row = |index: usize| {
        let bit = Memo::new(move |_| (shown() & 1 << index).to_string());
        live(move || {
            if bits(bit.get()) == 0 {
                return nothing();
            }
            // A range stays until it is removed, even while its last text is being replaced.
            asked_in.set(widget.replacements());
            asked.set(bits(ranges.get_untracked()));
            let number = move || (shown() & ((2 << index) - 1)).count_ones();
            range(widget, asked, index, number).view()
        })
    };
    let rows = (0..MAX_BUSY_RANGES).fold(element("div").class("busy-rows"), |rows, index| {
        rows.view_child(row(index))
    });
    let label = move || {
        if free().is_some() {
            text.busy_add()
        } else {
            text.busy_full()
        }
    };
    let add = button("button")
        .with("id", "busy-add")
        .flag("disabled", move || free().is_none())
        .on("click", add)
        .live_text(move || label().to_owned());
    element("fieldset")
        .class("group")
        .part("busy")
        .child(element("legend").class("legend").text(text.busy_title()))
        .child(hint(text.busy_hint()))
        .child(rows)
        .child(add)
}

/// The ranges of which anything was typed, here or elsewhere.
fn typed_ranges(draft: &Draft) -> u32 {
    let is_typed = |index: &usize| {
        let mut names = records(*index).into_iter();
        names.any(|name| {
            let mut typed = draft.records().map(|(typed, _)| typed);
            typed.any(|typed| typed == name || record::is_offer_for(typed, &name))
        })
    };
    (0..MAX_BUSY_RANGES)
        .filter(is_typed)
        .fold(0, |shown, index| shown | 1 << index)
}

fn records(index: usize) -> [String; 3] {
    [
        record::busy_first(index),
        record::busy_last(index),
        record::busy_label(index),
    ]
}

/// A range; `number` is its place among those that are shown, from 1.
fn range(
    widget: Widget,
    asked: Count,
    index: usize,
    number: impl Fn() -> u32 + Copy + Send + 'static,
) -> Element {
    let text = widget.text;
    let [first, last, label] = records(index);
    let remove = move |event: Event| {
        for name in records(index) {
            widget.edit(&name, "");
            widget.dismiss_all_elsewhere(&name);
        }
        asked.set(asked.now() & !(1 << index));
        focus::focus_later(&event, "busy-add".to_owned());
    };
    let pair = element("div")
        .class("pair")
        .child(date_field(widget, &first, text.busy_first(), ""))
        .child(date_field(widget, &last, text.busy_last(), ""));
    let remove = button("button square")
        .with_live("aria-label", move || Some(text.remove_busy(number())))
        .on("click", remove)
        .child(icon(CROSS));
    // Nobody is scolded who begins with the words.
    let was_left = Count::new();
    was_left.set(u32::from(!widget.typed_now(&label).is_empty()));
    let (without_days, why_id) = (first, format!("{label}-why"));
    let why = move || {
        let outlook = widget.judgement();
        let problem = outlook.problem(&without_days);
        match problem.map(|problem| &problem.error) {
            Some(error @ FieldError::DaysMissing) if was_left.get() > 0 => text.field_error(error),
            _ => String::new(),
        }
    };
    let why = element("p")
        .class("echo bad")
        .with("id", &why_id)
        .live_text(why);
    let field = input(widget, &label)
        .with("aria-describedby", &why_id)
        .on("change", move |_| after_press(move || was_left.set(1)));
    let row = element("div")
        .class("input-row")
        .child(labelled(&label, text.busy_label(), "", field))
        .child(remove);
    element("div")
        .class("busy")
        .with("role", "group")
        .with_live("aria-label", move || Some(text.busy_number(number())))
        .child(pair)
        .child(row)
        .child(why)
        .child(elsewhere(widget, &label, str::to_owned))
}
