//! The chosen start dates in the candidate's order, moved by buttons.

use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;
use posting::date::CivilDate;
use posting::draft::record;
use posting::program::Cohort;

use super::button;
use super::starts::{cohort_short, year_of};
use crate::locale::Year;
use crate::view::focus;
use crate::view::heading::subheading;
use crate::view::icon::{CROSS, DOWN, UP, icon};
use crate::view::markup::{AnyView, Element, element, live, nothing};
use crate::widget::{Count, Widget};

/// The record of choices with `start` added at the end.
pub fn with(choices: &str, start: CivilDate) -> String {
    let mut starts = starts_without(choices, start);
    starts.push(start.to_string());
    starts.join(" ")
}

/// The record of choices without `start`.
pub fn without(choices: &str, start: CivilDate) -> String {
    starts_without(choices, start).join(" ")
}

fn starts_without(choices: &str, start: CivilDate) -> Vec<String> {
    let start = start.to_string();
    let others = choices.split_whitespace().filter(|other| *other != start);
    others.map(str::to_owned).collect()
}

/// The record of choices with `start` and the choice `by` places from it exchanged.
fn moved(choices: &str, start: CivilDate, by: isize) -> String {
    let mut starts: Vec<&str> = choices.split_whitespace().collect();
    let start = start.to_string();
    let from = starts.iter().position(|other| *other == start);
    let to = from.and_then(|from| from.checked_add_signed(by));
    if let (Some(from), Some(to)) = (from, to)
        && to < starts.len()
    {
        starts.swap(from, to);
    }
    starts.join(" ")
}

/// For how many more choices room is made at once.
const ROOM: usize = 8;

/// How long after the frame that answers a press the list follows: time enough for that frame on a slow phone,
/// and too little to be noticed.
const FOLLOWS_AFTER: Duration = Duration::from_millis(40);

/// The choices as the list of them shows them.
#[derive(Clone, Copy)]
pub struct Order {
    /// The widget whose choices they are.
    pub widget: Widget,
    choices: Memo<String>,
    /// 1 while the list waits for the frame that answers a press, 0 otherwise.
    waits: Count,
}

impl Order {
    /// What is chosen now.
    pub fn new(widget: Widget) -> Self {
        let waits = Count::new();
        let choices = Memo::new(move |shown: Option<&String>| {
            let choices = widget.typed(record::CHOICES);
            let waits = waits.get() > 0;
            shown.filter(|_| waits).cloned().unwrap_or(choices)
        });
        Self {
            widget,
            choices,
            waits,
        }
    }

    /// Has the list follow the next change only once that is drawn: whoever presses a box sees sooner that it is
    /// ticked.
    pub fn follow_later(self) {
        if self.waits.now() > 0 {
            return;
        }
        self.waits.set(1);
        request_animation_frame(move || {
            set_timeout(move || self.waits.set(0), FOLLOWS_AFTER);
        });
    }
}

/// The choices as an ordered list; nothing while fewer than two are chosen.
pub fn ranking(order: Order) -> AnyView {
    let Order {
        widget, choices, ..
    } = order;
    let room = Memo::new(move |_| {
        choices.get();
        match widget.outlook_now().choices.len() {
            0 | 1 => String::new(),
            count => count.next_multiple_of(ROOM).to_string(),
        }
    });
    // Each row is made anew only where another choice comes to stand in its place.
    let row = move |place: usize| {
        let start = Memo::new(move |_| {
            choices.get();
            let outlook = widget.outlook_now();
            let choice = outlook.choices.get(place);
            choice.map_or_else(String::new, |choice| choice.start().to_string())
        });
        live(move || {
            start.get();
            let outlook = widget.outlook_now();
            let choice = outlook.choices.get(place);
            choice.map_or_else(nothing, |choice| row(order, *choice, place).view())
        })
    };
    live(move || match room.get().parse() {
        Ok(room) => element("div")
            .class("ranking")
            .part("ranking")
            .child(subheading(widget.presentation, widget.text.order_title()))
            .child(element("ol").class("ranks").views((0..room).map(row)))
            .view(),
        Err(_) => nothing(),
    })
}

fn row(order: Order, cohort: Cohort, place: usize) -> Element {
    let Order {
        widget, choices, ..
    } = order;
    let text = widget.text;
    let start = cohort.start();
    let year = widget.posting().program().map_or(Year::Known, year_of);
    let name = text.short_date(start, year);
    let shift = move |event: &Event, id: &'static str, by: isize| {
        let choices = widget.typed_now(record::CHOICES);
        let moved = moved(&choices, start, by);
        if moved == choices {
            return;
        }
        widget.edit(record::CHOICES, &moved);
        // The button that keeps the focus is called as before, so that its new place has to be told.
        let choices = widget.outlook_now().choices.clone();
        if let Some(place) = choices.iter().position(|choice| choice.start() == start) {
            let name = text.short_date(start, year);
            let words = text.choice_moved(&name, place as u32 + 1, choices.len() as u32);
            let _ = widget.spoken.try_set(words);
        }
        // The row has moved; the focus moves with it.
        focus::focus_later(event, format!("{id}-{start}"));
    };
    let remove = move |event: Event| {
        let choices = widget.typed_now(record::CHOICES);
        widget.edit(record::CHOICES, &without(&choices, start));
        focus::focus_instead(&event, format!("start-{start}"), record::CHOICES);
    };
    // A button that does nothing here stays focusable, so that moving a row to the end does not
    // throw the keyboard out of the list.
    let square = |label: String, shape: &'static str| {
        button("button square")
            .with("aria-label", &label)
            .child(icon(shape))
    };
    let is_last = move || {
        choices.get();
        let count = widget.outlook_now().choices.len();
        Some((count == place + 1).to_string())
    };
    let up = square(text.move_up(&name), UP)
        .with("id", &format!("up-{start}"))
        .with("aria-disabled", &(place == 0).to_string())
        .on("click", move |event| shift(&event, "up", -1));
    let down = square(text.move_down(&name), DOWN)
        .with("id", &format!("down-{start}"))
        .with_live("aria-disabled", is_last)
        .on("click", move |event| shift(&event, "down", 1));
    let remove = square(text.remove_choice(&name), CROSS).on("click", remove);
    let buttons = element("span")
        .class("buttons")
        .child(up)
        .child(down)
        .child(remove);
    element("li")
        .class("rank")
        .child(
            element("span")
                .class("rank-dates")
                .text(&cohort_short(text, cohort, year)),
        )
        .child(buttons)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_keep_their_order_and_stand_once() {
        let day = |text| CivilDate::parse_iso(text).unwrap();
        let (a, b, c) = (day("2026-05-11"), day("2026-05-18"), day("2026-05-26"));
        let choices = with(&with(&with("", a), b), c);
        assert_eq!(choices, "2026-05-11 2026-05-18 2026-05-26");
        assert_eq!(with(&choices, a), "2026-05-18 2026-05-26 2026-05-11");
        assert_eq!(without(&choices, b), "2026-05-11 2026-05-26");
        assert_eq!(moved(&choices, c, -1), "2026-05-11 2026-05-26 2026-05-18");
        assert_eq!(moved(&choices, a, -1), choices);
        assert_eq!(moved(&choices, c, 1), choices);
        assert_eq!(moved(&choices, a, 1), "2026-05-18 2026-05-11 2026-05-26");
    }
}
