//! A field for a date: text first, since people know how to type a date; a native
//! calendar second, where the browser has one.

use leptos::ev::Event;
use leptos::prelude::Set;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;
use posting::date::CivilDate;
use posting::typed_date::parse_typed_date;

use super::button;
use super::elsewhere::elsewhere;
use super::text_field::{input, labelled};
use crate::view::focus;
use crate::view::icon::{CALENDAR, icon};
use crate::view::markup::{Element, element};
use crate::view::press::after_press;
use crate::widget::{Count, Widget};

/// A labelled date field for a record; `hint` may be empty.
///
/// Below it stands how the text was read, or what is wrong with it; the latter only once the
/// field was left, so that nobody is scolded halfway through a date.
pub fn date_field(widget: Widget, record: &str, label: &'static str, hint: &str) -> Element {
    let was_left = Count::new();
    was_left.set(u32::from(!widget.typed_now(record).is_empty()));
    let echo_id = format!("{record}-echo");
    let described = if hint.is_empty() {
        echo_id.clone()
    } else {
        format!("{record}-hint {echo_id}")
    };
    let problem = {
        let record = record.to_owned();
        move || {
            let outlook = widget.judgement();
            let problem = outlook.problem(&record)?;
            (was_left.get() > 0).then(|| widget.text.field_error(&problem.error))
        }
    };
    let (is_wrong, is_invalid, told) = (problem.clone(), problem.clone(), problem.clone());
    let leave = move || {
        was_left.set(1);
        if let Some(words) = told() {
            let _ = widget.spoken.try_set(words);
        }
    };
    let echo = {
        let record = record.to_owned();
        move || problem().unwrap_or_else(|| echo(widget, &record))
    };
    let field = input(widget, record)
        .with("autocapitalize", "off")
        .with("spellcheck", "false")
        .with("aria-describedby", &described)
        .with_live("aria-invalid", move || {
            is_invalid().map(|_| "true".to_owned())
        })
        .on("change", move |_| after_press(leave.clone()));
    let row = element("div")
        .class("input-row")
        .child(field)
        .child(picker(widget, record, label, was_left));
    let echo = element("p")
        .with("id", &echo_id)
        .class_live(move || match is_wrong() {
            Some(_) => "echo bad",
            None => "echo",
        })
        .live_text(echo);
    labelled(record, label, hint, row)
        .child(echo)
        .child(elsewhere(widget, record, str::to_owned))
}

/// How a record's text is read, in words; empty if it is blank or can't be read.
fn echo(widget: Widget, record: &str) -> String {
    let typed = widget.typed(record);
    if typed.trim().is_empty() {
        return String::new();
    }
    match parse_typed_date(&typed, &widget.text.date_language(&typed)) {
        Ok(read) => widget.text.echo(&widget.text.weekday_date(read.date)),
        Err(_) => String::new(),
    }
}

/// A button that opens the browser's own calendar and puts the day chosen there into the text.
///
/// Taking a day is leaving the field; emptying the calendar empties the text.
fn picker(widget: Widget, record: &str, label: &str, was_left: Count) -> Element {
    let calendar_id = format!("{record}-calendar");
    let open = {
        let (record, calendar_id) = (record.to_owned(), calendar_id.clone());
        move |event: Event| {
            let Some(calendar) = find_input(&event, &calendar_id) else {
                return;
            };
            let typed = widget.typed_now(&record);
            let read = parse_typed_date(&typed, &widget.text.date_language(&typed));
            calendar.set_value(&read.map_or_else(|_| String::new(), |read| read.date.to_string()));
            // Where the browser has no calendar to show, the text field is still there.
            let _ = calendar.show_picker();
        }
    };
    let picked = {
        let (record, calendar_id) = (record.to_owned(), calendar_id.clone());
        move |event: Event| {
            let calendar = find_input(&event, &calendar_id);
            let Some((calendar, field)) = calendar.zip(find_input(&event, &record)) else {
                return;
            };
            let picked = CivilDate::parse_iso(&calendar.value());
            let typed = picked.map_or_else(|_| String::new(), |date| widget.text.typed_date(date));
            field.set_value(&typed);
            was_left.set(1);
            widget.edit(&record, &typed);
        }
    };
    let calendar = element("input")
        .class("picker-input")
        .with("type", "date")
        .with("id", &calendar_id)
        .with("tabindex", "-1")
        .with("aria-hidden", "true")
        .on("change", picked);
    let open = button("button square")
        .with("aria-label", &widget.text.pick_date(label))
        .on("click", open)
        .child(icon(CALENDAR));
    element("span").class("picker").child(calendar).child(open)
}

fn find_input(event: &Event, id: &str) -> Option<HtmlInputElement> {
    focus::find(event, id)?.dyn_into().ok()
}
