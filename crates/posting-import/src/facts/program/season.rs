//! The season of the programme, and the days that stand beside it.

use std::sync::LazyLock;

use super::{OF_PROGRAM, RANGE};
use crate::facts::{Facts, Pattern, Sentence, is_match, pattern};

static SEASON: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?:(?P<season>(?:spring|summer|fall|autumn|winter|sommer|herbst|frühjahr|été|automne|printemps|verano|otoño|primavera)(?:\s*(?:/|and|&|or|-|–)\s*(?:spring|summer|fall|autumn|winter))?)\)?,?\s+(?:of\s+)?(?:20|['’])(?P<behind>\d\d)|20(?P<before>\d\d),?\s+(?P<named>(?:spring|summer|fall|autumn|winter)(?:\s*(?:/|&|-|–)\s*(?:spring|summer|fall|autumn|winter))?))\b",
    )
});

/// Words in front of a season that say that it is the programme's.
static LABEL: Pattern = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:internship|program(?:me)?|work|placement) )?(?:season|term|session|semester|cohort|intake)\s*:\W*$",
    )
});

/// The same, of which nobody knows for certain.
static LEADS: Pattern = LazyLock::new(|| {
    pattern(
        r"^\W*(?:when|dates?|timing|timeline|start|period|duration)\s*:\W*$|\b(?:join (?:us|our \w+)|hiring|hire|recruiting|recruit|(?:applications?|positions?|openings?|opportunit(?:y|ies)|roles?|interns)(?: (?:is|are))?(?: (?:now )?open)?) (?:for|in|this|during)(?: (?:the|our))?\W*$",
    )
});

/// "Summer 2026" in the title.
pub(in crate::facts) fn season_of_title(title: &Sentence<'_>, facts: &mut Facts) {
    if let Some(season) = season_in(title.text) {
        facts.tell("program.season", &season, title, false);
        facts.program.season = Some(season);
    }
}

/// "Summer 2026" beside the programme, behind a label, or where somebody is sought for it.
pub(in crate::facts) fn season(sentence: &Sentence<'_>, facts: &mut Facts) {
    if facts.program.season.is_some() {
        return;
    }
    let text = sentence.text;
    let Some(place) = place_of(text) else {
        return;
    };
    let before = text.get(..place.start).unwrap_or_default();
    let is_labelled = is_match(&LABEL, before);
    let is_first = sentence.is_short() && !before.contains(char::is_alphanumeric);
    let is_ours = is_labelled
        || is_match(&OF_PROGRAM, text)
        || is_match(&LEADS, before)
        || facts.is_internship && is_first && stands_alone(sentence, place.end);
    if let Some(season) = season_in(text).filter(|_| is_ours) {
        facts.tell("program.season", &season, sentence, !is_labelled);
        facts.program.season = Some(season);
    }
}

/// Whether nothing but days stands behind a season.
fn stands_alone(sentence: &Sentence<'_>, end: usize) -> bool {
    let behind = sentence.text.get(end..).unwrap_or_default();
    !behind.contains(char::is_alphanumeric) || days_behind(sentence, end)
}

/// Whether days stand right behind the season of the programme: "for summer 2027 (June 7 – August 27, 2027)".
pub(super) fn is_of_span(sentence: &Sentence<'_>, facts: &Facts) -> bool {
    let season = facts.program.season.as_deref();
    season.is_some_and(|season| season_in(sentence.text).as_deref() == Some(season))
        && place_of(sentence.text).is_some_and(|place| days_behind(sentence, place.end))
}

/// Whether the next words behind a place are the first and the last day of something.
fn days_behind(sentence: &Sentence<'_>, end: usize) -> bool {
    let [first, last] = sentence.dates() else {
        return false;
    };
    let part = |start, end| sentence.text.get(start..end);
    let is_next = part(end, first.place.0).is_some_and(|between| {
        between
            .trim_matches([' ', '(', ',', ':', '-', '–', '—'])
            .is_empty()
    });
    let is_span =
        part(first.place.1, last.place.0).is_some_and(|between| is_match(&RANGE, between));
    first.day.is_some() && is_next && is_span
}

/// Where a text names a season with its year.
fn place_of(text: &str) -> Option<std::ops::Range<usize>> {
    SEASON.as_ref()?.find(text).map(|found| found.range())
}

/// The season that a text names, with its year behind it: "2026 Summer" and "Summer ’26" are "Summer 2026".
fn season_in(text: &str) -> Option<String> {
    let found = SEASON.as_ref()?.captures(text)?;
    let season = found.name("season").or_else(|| found.name("named"))?;
    let year = found.name("behind").or_else(|| found.name("before"))?;
    Some(format!("{} 20{}", season.as_str(), year.as_str()))
}
