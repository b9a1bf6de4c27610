//! Step "Apply": the limit on applications as places in a row, and the way to the
//! employer's own application page.

use js_sys::Reflect;
use leptos::ev::Event;
use leptos::prelude::*;
use posting::draft::record::APPLIED_ON;
use posting::posting::ApplicationLimit;
use posting::slots::{Slot, SlotState, Slots};
use posting::typed_date::parse_typed_date;

use super::date_field::date_field;
use super::{button, hint};
use crate::view::focus;
use crate::view::icon::{CROSS, OUTWARD, UP, icon};
use crate::view::markup::{Element, alike, element, live};
use crate::view::rich_text::link;
use crate::widget::Widget;

/// The places, the privacy notice and the link out.
pub fn apply(widget: Widget) -> Vec<Element> {
    let text = widget.text;
    let posting = widget.posting();
    let slots = match widget.limit() {
        Some(limit) => slots(widget, &limit),
        None => hint(text.no_limit()),
    };
    let privacy = posting.privacy_policy().map(|url| {
        let words = link(url.as_str(), text.privacy_link());
        element("p").class("small").child(words)
    });
    // A page may stay open into the day after the last one.
    let is_closed = Memo::new(move |_| widget.is_closed().to_string());
    let way_out = live(move || way_out(widget, is_closed.get() == "true").view());
    let way_out = element("div").class("live").view_child(way_out);
    [slots]
        .into_iter()
        .chain(privacy)
        .chain([way_out])
        .collect()
}

/// The link to the employer's own page, or why there is none.
fn way_out(widget: Widget, is_closed: bool) -> Element {
    let text = widget.text;
    let posting = widget.posting();
    let url = posting
        .application()
        .and_then(|application| application.url.as_ref());
    match url {
        _ if is_closed => element("p").class("notice").text(text.closed()),
        Some(url) => {
            let leave = move |event: Event| {
                // Another day may have begun while the page was looked at.
                widget.follow_day();
                if widget.is_closed() || !widget.emit("job-posting-apply", "") {
                    event.prevent_default();
                }
            };
            // A middle click opens the page without a click event.
            let leave_aside = move |event: Event| {
                let button = Reflect::get(&event, &"button".into()).ok();
                if button.and_then(|button| button.as_f64()) == Some(1.0) {
                    leave(event);
                }
            };
            element("a")
                .class("button primary wide")
                .part("apply")
                .with("href", url.as_str())
                .with("target", "_blank")
                .with("rel", "noopener")
                .on("click", leave)
                .on("auxclick", leave_aside)
                .text(&text.apply_at(&posting.organization().name))
                .child(icon(OUTWARD))
        }
        None => hint(text.apply_unknown()),
    }
}

fn slots(widget: Widget, limit: &ApplicationLimit) -> Element {
    let text = widget.text;
    let positions = limit.positions;
    let scope = limit
        .scope
        .as_ref()
        .map(|scope| element("p").class("small").text(&text.slots_scope(scope)));
    let refused = RwSignal::new(String::new());
    let used = move || {
        widget
            .slots()
            .map_or_else(Vec::new, |slots| slots.used().to_vec())
    };
    let title = element("p")
        .class("label")
        .with("id", "slots-title")
        .with("tabindex", "-1")
        .live_text(move || match widget.are_slots_newer() {
            // How many are used can't be read then.
            true => text.slots_newer().to_owned(),
            false => text.slots_title(used().len() as u32, u32::from(positions)),
        });
    let places = live(move || {
        let used = used();
        let free = match widget.are_slots_newer() {
            true => 0,
            false => usize::from(positions).saturating_sub(used.len()),
        };
        let taken = (0..)
            .zip(&used)
            .map(|(place, slot)| taken(widget, place, slot, refused));
        let free = (0..free).map(|_| element("li").class("slot free").text(text.slot_free()));
        element("ol")
            .class("places")
            .with("aria-labelledby", "slots-title")
            .children(taken)
            .children(free)
            .view()
    });
    let why_refused = element("p")
        .class("echo bad")
        .with("role", "alert")
        .live_text(move || refused.get());
    element("div")
        .class("slots")
        .part("slots")
        .child(title)
        .children(scope)
        .view_child(places)
        .children(marks(widget, u32::from(positions), refused))
        .child(why_refused)
        .child(element("p").class("small").text(text.slots_device()))
}

/// Buttons that mark this posting as planned or applied.
fn marks(widget: Widget, positions: u32, refused: RwSignal<String>) -> [Element; 2] {
    let text = widget.text;
    let put = move |state: SlotState| {
        let posting = widget.posting();
        let slot = Slot {
            posting_id: posting.id().to_owned(),
            title: posting.title().to_owned(),
            state,
        };
        let mut full = None;
        let mut place = 0;
        let changed = widget.change_slots(&mut |slots| {
            full = slots.put(slot.clone()).err();
            place = place_of(slots, &slot.posting_id);
        });
        if changed.is_ok() && place > 0 {
            let words = match state {
                SlotState::Planned => text.slot_is_planned(place, positions),
                SlotState::Applied(_) => text.slot_is_applied().to_owned(),
            };
            let _ = widget.spoken.try_set(words);
        }
        refused.set(match (changed, full) {
            (Err(_), _) => text.slots_newer().to_owned(),
            (Ok(()), Some(full)) => {
                text.slots_full(u32::from(full.positions), &text.list(&full.taken_by))
            }
            (Ok(()), None) => String::new(),
        });
    };
    let applied = move |event: Event| {
        let typed = widget.typed_now(APPLIED_ON);
        match parse_typed_date(&typed, &text.date_language(&typed)) {
            Ok(read) => put(SlotState::Applied(read.date)),
            Err(_) if typed.trim().is_empty() => put(SlotState::Applied(widget.today_now())),
            // The field itself says what is wrong with the day.
            Err(_) => focus::focus(&event, APPLIED_ON),
        }
    };
    let plan = button("button")
        .text(text.plan_application())
        .on("click", move |_| put(SlotState::Planned));
    let applied = button("button")
        .text(text.mark_applied())
        .on("click", applied);
    let day = alike("applied", || {
        date_field(
            widget,
            APPLIED_ON,
            text.applied_on(),
            text.applied_on_hint(),
        )
    });
    [
        day,
        element("div").class("buttons").child(plan).child(applied),
    ]
}

/// The place of a posting among those that are used, from 1; 0 if it has none.
fn place_of(slots: &Slots, posting_id: &str) -> u32 {
    let place = slots.of(posting_id).map(|(place, _)| place as u32 + 1);
    place.unwrap_or_default()
}

/// A place taken by this or another posting.
fn taken(widget: Widget, place: usize, slot: &Slot, refused: RwSignal<String>) -> Element {
    let text = widget.text;
    let state = match slot.state {
        SlotState::Planned => text.slot_planned().to_owned(),
        SlotState::Applied(day) => text.slot_applied(&text.date(day)),
    };
    let up = (place > 0).then(|| {
        let (id, title) = (slot.posting_id.clone(), slot.title.clone());
        button("button square")
            .with("aria-label", &text.slot_up(&slot.title))
            .child(icon(UP))
            .on("click", move |event| {
                // Slots of a newer build are not shown, so none of them has this button.
                let mut place = 0;
                let _ = widget.change_slots(&mut |slots| {
                    slots.move_earlier(&id);
                    place = place_of(slots, &id);
                });
                let words = text.slot_moved(&title, place);
                let _ = widget.spoken.try_set(words);
                focus::focus_later(&event, "slots-title".to_owned());
            })
    });
    let id = slot.posting_id.clone();
    let remove = button("button square")
        .with("aria-label", &text.slot_remove(&slot.title))
        .child(icon(CROSS))
        .on("click", move |event| {
            // As above.
            let _ = widget.change_slots(&mut |slots| slots.remove(&id));
            refused.set(String::new());
            focus::focus_later(&event, "slots-title".to_owned());
        });
    let words = element("span")
        .class("slot-words")
        .child(element("strong").text(slot.title.as_str()))
        .child(element("span").text(&state));
    let buttons = element("span").class("buttons").children(up).child(remove);
    element("li").class("slot").child(words).child(buttons)
}
