//! Step "Your statement": what the candidate takes away, in the form they need.

use leptos::ev::Event;
use leptos::prelude::*;
use posting::calendar::{self, Event as CalendarEvent};
use posting::draft::record::{TAKEN, YES};
use posting::posting::Posting;
use posting::statement::Statement;

use super::clipboard::{self, Copied};
use super::{Step, button, choice, file, hint};
use crate::locale::Text;
use crate::view::focus;
use crate::view::markup::{AnyView, Element, element, live, nothing};
use crate::widget::{Count, Widget};

/// The id of the field that holds the text to copy.
const FIELD: &str = "statement-copy";

/// The forms a statement can take.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Resume,
    Sentence,
    Markdown,
    Latex,
    Json,
}

impl Form {
    const ALL: [Self; 5] = [
        Self::Resume,
        Self::Sentence,
        Self::Markdown,
        Self::Latex,
        Self::Json,
    ];

    fn numbered(number: u32) -> Self {
        let form = Self::ALL.into_iter().find(|form| *form as u32 == number);
        form.unwrap_or(Self::Resume)
    }

    fn label(self, text: Text) -> &'static str {
        match self {
            Self::Resume => text.form_resume(),
            Self::Sentence => text.form_sentence(),
            Self::Markdown => text.form_markdown(),
            Self::Latex => text.form_latex(),
            Self::Json => text.form_json(),
        }
    }

    fn write(self, statement: &Statement<'_>, text: Text) -> String {
        match self {
            Self::Resume => statement.resume_line(&text),
            Self::Sentence => statement.sentence(&text),
            Self::Markdown => statement.markdown(&text),
            Self::Latex => statement.latex(&text),
            Self::Json => statement.json(),
        }
    }
}

/// The statement, its forms, and the ways to take it away.
pub fn statement(widget: Widget) -> Vec<Element> {
    let text = widget.text;
    let asks_starts = Step::Starts.is_asked(&widget.posting());
    let form = Count::new();
    let written = Memo::new(move |_| write(widget, Form::numbered(form.get())).unwrap_or_default());
    let forms = Form::ALL.into_iter().map(|option| {
        let radio = element("input")
            .with("type", "radio")
            .with("name", "statement-form")
            .checked(move || Form::numbered(form.get()) == option)
            .on("change", move |_| form.set(option as u32));
        // The attribute is for markup that is read before the property can be set.
        let radio = match option {
            Form::Resume => radio.with("checked", ""),
            _ => radio,
        };
        choice(radio, option.label(text))
    });
    let forms = element("div")
        .class("choices")
        .with("role", "radiogroup")
        .with("aria-label", text.form_legend())
        .children(forms);
    let shown = move || {
        let written = written.get();
        match written.is_empty() {
            true if asks_starts => text.statement_empty().to_owned(),
            true => text.statement_without_dates().to_owned(),
            false => written,
        }
    };
    let is_empty = move || written.get().is_empty();
    let statement = element("p")
        .part("statement")
        .with("id", "statement")
        .class_live(move || {
            if is_empty() {
                "statement empty"
            } else {
                "statement"
            }
        })
        .live_text(shown);
    let problems = element("div")
        .class("live")
        .view_child(live(move || problems(widget)));
    let mut elements = vec![hint(text.statement_hint()), problems, forms, statement];
    elements.extend(actions(widget, written));
    elements
}

/// The statement in one form; `None` while there is nothing to state.
fn write(widget: Widget, form: Form) -> Option<String> {
    let posting = widget.posting();
    let outlook = widget.outlook();
    let statement = Statement::new(&posting, &outlook.availability, &outlook.choices)?;
    Some(form.write(&statement, widget.text))
}

/// Everything typed that can't be used, each with a way to its field.
fn problems(widget: Widget) -> AnyView {
    let text = widget.text;
    let outlook = widget.judgement();
    if outlook.problems.is_empty() {
        return nothing();
    }
    let rows = outlook.problems.iter().map(|problem| {
        let words = text.field_error(&problem.error);
        let record = problem.record.clone();
        let go = button("link")
            .text(&text.problem_in(field_name(text, &record), &words))
            .on("click", move |event| focus::focus(&event, &record));
        element("li").child(go)
    });
    element("div")
        .class("notice bad")
        .part("problems")
        .with("role", "group")
        .with("aria-label", text.problems_title())
        .child(element("p").text(text.problems_title()))
        .child(element("ul").children(rows))
        .view()
}

/// The label of the field that holds a record.
pub fn field_name(text: Text, record: &str) -> &'static str {
    use posting::draft::record as name;
    match record {
        name::EARLIEST_START => text.earliest_start(),
        name::LATEST_END => text.latest_end(),
        name::WISHED_START => text.wished_start(),
        name::APPLIED_ON => text.applied_on(),
        _ => text.busy_title(),
    }
}

/// Copy, calendar file where there are start dates to choose, print.
fn actions(widget: Widget, written: Memo<String>) -> Vec<Element> {
    let text = widget.text;
    let asks_starts = Step::Starts.is_asked(&widget.posting());
    let copied = RwSignal::new(String::new());
    let by_hand = Count::new();
    let copy = move |event: Event| {
        widget.edit(TAKEN, YES);
        clipboard::copy(
            &event,
            FIELD,
            written.get_untracked(),
            move |outcome| match outcome {
                // The widget may have left the page while the browser copied.
                Copied::ToClipboard(words) => {
                    by_hand.set(0);
                    let _ = copied.try_set(words);
                }
                Copied::ByHand => by_hand.set(1),
            },
        );
    };
    let calendar = move |_| {
        if let Some(words) = calendar_file(widget) {
            widget.edit(TAKEN, YES);
            file::save("availability.ics", "text/calendar", &words);
        }
    };
    // A page in a sandboxed frame may not print, and nobody is told so: only what begins counts.
    let is_asked = StoredValue::new(false);
    // Natively there is no window, and nothing to press.
    if cfg!(target_arch = "wasm32") {
        let began = window_event_listener_untyped("beforeprint", move |_| {
            if is_asked.try_get_value() == Some(true) {
                is_asked.set_value(false);
                widget.edit(TAKEN, YES);
            }
        });
        on_cleanup(move || began.remove());
    }
    let print = move |_| {
        is_asked.set_value(true);
        let _ = window().print();
    };
    let is_by_hand = move || by_hand.get() > 0;
    let is_empty = move || written.get().is_empty();
    let has_no_choice = move || widget.outlook().choices.is_empty();
    let said = move || {
        if is_by_hand() {
            return text.copy_by_hand().to_owned();
        }
        let (copied_words, written) = (copied.get(), written.get());
        if !written.is_empty() && copied_words == written {
            return text.copied().to_owned();
        }
        // Should the same text stand here again, nobody has copied it then.
        if !copied_words.is_empty() {
            let _ = copied.try_set(String::new());
        }
        String::new()
    };
    let field = element("textarea")
        .with("id", FIELD)
        .with("rows", "3")
        .with("readonly", "")
        .with("aria-label", text.copy_field())
        .class_live(move || {
            if is_by_hand() {
                "input"
            } else {
                "input unseen"
            }
        })
        .with_live("tabindex", move || (!is_by_hand()).then(|| "-1".to_owned()))
        .with_live("aria-hidden", move || {
            (!is_by_hand()).then(|| "true".to_owned())
        })
        .value(move || written.get());
    let copy = button("button primary")
        .text(text.copy())
        .flag("disabled", is_empty)
        .on("click", copy);
    let calendar = asks_starts.then(|| {
        button("button")
            .text(text.calendar_file())
            .flag("disabled", has_no_choice)
            .on("click", calendar)
    });
    let print = button("button").text(text.print()).on("click", print);
    let buttons = element("div")
        .class("buttons")
        .child(copy)
        .children(calendar)
        .child(print);
    let said = element("p")
        .class("said")
        .with("role", "status")
        .live_text(said);
    let advice = asks_starts
        .then(|| hint(text.calendar_needs_choice()).flag("hidden", move || !has_no_choice()));
    [field, buttons, said].into_iter().chain(advice).collect()
}

/// The chosen cohorts as a calendar file; `None` if none is chosen.
fn calendar_file(widget: Widget) -> Option<String> {
    let posting = widget.posting();
    let organization = &posting.organization().name;
    let summary = widget.text.calendar_summary(posting.title(), organization);
    let description = write(widget, Form::Sentence)?;
    let location = places(&posting);
    let url = posting
        .application()
        .and_then(|application| application.url.as_ref())
        .map_or("", |url| url.as_str());
    let choices = widget.outlook_now().choices.clone();
    let events: Vec<CalendarEvent<'_>> = choices
        .into_iter()
        .map(|cohort| CalendarEvent {
            cohort,
            summary: &summary,
            description: &description,
            location: &location,
            url,
        })
        .collect();
    let stamp = crate::clock::today();
    (!events.is_empty()).then(|| calendar::calendar(posting.id(), &events, stamp))
}

/// All locations of a posting. Many names have commas in them.
fn places(posting: &Posting) -> String {
    let mut places = String::new();
    for place in posting.locations() {
        if !places.is_empty() {
            places.push_str("; ");
        }
        places.push_str(&place.name);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_places(locations: &str, expected: &str) {
        let posting = format!(
            r#"{{ "version": 1, "id": "gardener", "title": "Gardener",
              "organization": {{ "name": "Example" }}, "locations": {locations} }}"#
        );
        let posting =
            Posting::from_json(&posting).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(places(&posting), expected);
    }

    #[test]
    fn an_event_of_a_calendar_names_all_places() {
        check_places("[]", "");
        check_places(r#"[{ "name": "San Jose, CA" }]"#, "San Jose, CA");
        check_places(
            r#"[{ "name": "San Jose, CA" }, { "name": "Seattle, WA" }, { "name": "Kent" }]"#,
            "San Jose, CA; Seattle, WA; Kent",
        );
    }
}
