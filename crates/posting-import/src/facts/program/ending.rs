//! Ends that are told in a sentence of their own.

use std::sync::LazyLock;

use posting::document::StartDate;

use crate::facts::dates::Found;
use crate::facts::{Facts, Pattern, Sentence, is_match, pattern};

/// What names the last day of the start told right before.
static END: Pattern = LazyLock::new(|| {
    pattern(r"^\W*(?:(?:ends?|ending|finish\w*)(?: (?:date|day|on))?|last (?:date|day))\b")
});

/// How many lines below its start an end stands at most.
const NEAR: usize = 2;

/// "End date: August 7, 2026" right behind "Start date: May 18, 2026". Tells whether it was one.
pub(super) fn of_start_before(sentence: &Sentence<'_>, facts: &mut Facts) -> bool {
    let [end] = sentence.dates() else {
        return false;
    };
    if sentence.text.to_lowercase().contains("appl") {
        return false;
    }
    let leads_here = sentence.text.get(..end.place.0) == Some("") && is_match(&END, sentence.lead);
    if !sentence.is_short() || !(is_match(&END, sentence.text) || leads_here) {
        return false;
    }
    let start = facts
        .found
        .last()
        .filter(|fact| fact.field == "program.startDates" && fact.line + NEAR >= sentence.line);
    let review = start.is_none_or(|start| start.review) || end.ambiguous || end.year.is_none();
    let known = facts.program.start_dates.as_mut();
    let Some(last) = known
        .and_then(|dates| dates.last_mut())
        .filter(|_| start.is_some())
    else {
        return false;
    };
    let StartDate::Day(start) = &*last else {
        return false;
    };
    let year = start.get(..4).and_then(|year| year.parse().ok());
    let end = Found {
        year: end.year.or(year),
        ..*end
    };
    let start = start.clone();
    let Some(end) = end.iso().filter(|end| *end >= start) else {
        return false;
    };
    let shown = format!("{start} to {end}");
    *last = StartDate::WithEnd { start, end };
    facts.tell("program.startDates", &shown, sentence, review);
    true
}
