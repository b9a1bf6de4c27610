//! The importer's report, with a way to each line of the source.

use job_posting::view::focus;
use job_posting::view::markup::{Element, element, live, nothing};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlTextAreaElement};
use posting_import::{Fact, Missing, PostingReport, Recognized};

use super::source::FIELD;
use crate::reading::{Reading, line_range};
use crate::studio::Studio;
use crate::wording;

/// How much of a sentence is shown, in characters: enough to find it again.
const LONGEST: usize = 120;

/// Everything that is known about the reading.
pub fn report(studio: Studio) -> [Element; 1] {
    [element("div")
        .class("report")
        .view_child(live(move || understood(studio)))]
}

fn understood(studio: Studio) -> AnyView {
    let reading = studio.reading.get();
    match &*reading {
        Reading::Imported(_, whole) => {
            let how = if whole.detected { "detected" } else { "chosen" };
            let encoding = whole
                .encoding
                .map(|encoding| format!(", encoding {encoding}"));
            let format = format!(
                "Format: {} ({how}{})",
                whole.format,
                encoding.unwrap_or_default()
            );
            let report = studio.report().unwrap_or_default();
            parts(studio, &format, &report).view()
        }
        Reading::PostingFile(_) => element("p")
            .class("hint")
            .text(&wording::reading(&reading))
            .view(),
        Reading::Nothing | Reading::Refused(_) => nothing(),
    }
}

fn parts(studio: Studio, format: &str, report: &PostingReport) -> Element {
    let recognized = report.recognized.iter().map(|part| part_of(studio, part));
    let facts = report
        .facts
        .chunk_by(|one, other| (one.line, &one.words) == (other.line, &other.words));
    let facts = facts.map(|facts| facts_of(studio, facts));
    let missing = report.missing.iter().map(missing_of);
    let notes = report.notes.iter().map(|note| element("li").text(note));
    element("div")
        .class("report-body")
        .child(element("p").class("hint").text(format))
        .child(element("p").class("small").text(&wording::summary(report)))
        .child(group("Parts", recognized.collect()))
        .child(group("Facts", facts.collect()))
        .child(group("Not found", missing.collect()))
        .child(group("Notes", notes.collect()))
}

fn group(title: &str, entries: Vec<Element>) -> Element {
    if entries.is_empty() {
        return element("div").with("hidden", "");
    }
    let summary = element("summary").text(&format!("{title} ({})", entries.len()));
    element("details")
        .class("group")
        .with("open", "")
        .child(summary)
        .child(element("ul").class("entries").children(entries))
}

fn part_of(studio: Studio, part: &Recognized) -> Element {
    let words = match &part.heading {
        Some(heading) => format!("“{heading}”"),
        None => "No heading".to_owned(),
    };
    let count = if part.entries == 1 {
        "entry"
    } else {
        "entries"
    };
    element("li")
        .child(line(studio, part.line))
        .child(
            element("span")
                .class("said-of")
                .text(&format!("{words} → {}, {} {count}", part.at, part.entries)),
        )
        .children(part.review.then(review))
}

/// What was read from the same words.
fn facts_of(studio: Studio, facts: &[Fact]) -> Element {
    let entry = element("li");
    let Some(first) = facts.first() else {
        return entry;
    };
    let mut values: Vec<String> = Vec::new();
    let mut field = "";
    for fact in facts {
        match values.last_mut().filter(|_| fact.field == field) {
            Some(value) => *value += &format!(", {}", fact.value),
            None => values.push(format!("{} = {}", fact.field, fact.value)),
        }
        field = fact.field;
    }
    let words: String = first.words.chars().take(LONGEST).collect();
    entry
        .child(line(studio, first.line))
        .child(element("span").text(&values.join("; ")))
        .children(facts.iter().any(|fact| fact.review).then(review))
        .child(element("q").class("words").text(&words))
}

fn missing_of(missing: &Missing) -> Element {
    let need = if missing.required {
        "needed"
    } else {
        "optional"
    };
    element("li").text(&format!("{} ({need})", missing.field))
}

fn review() -> Element {
    element("strong").class("review").text("please review")
}

/// A button that shows the line in the source.
fn line(studio: Studio, line: usize) -> Element {
    element("button")
        .class("link line")
        .with("type", "button")
        .text(&format!("Line {line}"))
        .on("click", move |event| show(studio, &event, line))
}

fn show(studio: Studio, event: &Event, line: usize) {
    let field =
        focus::find(event, FIELD).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(field) = field else { return };
    let (start, end) = line_range(&studio.source_now(), line);
    // Browsers scroll to the cursor when the field is focused, so the range is set before.
    let _ = field.set_selection_range(start, end);
    let _ = field.focus();
    let lines = studio.source_now().split('\n').count().max(1);
    let height = field.scroll_height() / i32::try_from(lines).unwrap_or(i32::MAX).max(1);
    let above = i32::try_from(line)
        .unwrap_or(i32::MAX)
        .saturating_sub(4)
        .max(0);
    field.set_scroll_top(height.saturating_mul(above));
}
