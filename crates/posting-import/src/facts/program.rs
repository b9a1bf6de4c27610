//! The programme in prose: its length, its season, and when it starts.

use std::sync::LazyLock;

use posting::document::{StartDate, StartWindow};
use regex::Regex;

use super::dates::{Found, dates};
use super::{Facts, Sentence, is_match, number, pattern};
use crate::recognize::Role;

type Pattern = LazyLock<Option<Regex>>;

static LENGTH: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?P<least>\d{1,3}|two|three|four|five|six|eight|nine|ten|eleven|twelve)(?:\s*(?:-|–|to|or)\s*(?P<most>\d{1,3}|twelve|six))?(?:\s+|-|–)(?P<unit>weeks?|months?|wochen|monate?n?|meses|semanas|semaines|mois|wöchig\w*|monatig\w*)\b",
    )
});

/// What has a length that is the programme's.
static OF_PROGRAM: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(intern(ship)?s?|program(me)?|placement|fellows?(hip)?|co-?op|apprenticeship|residency|traineeship|praktik\w*|stage|commit|duration|dauer|durée|duración|prácticas|full-time research)\b",
    )
});

/// What has a length that is something else's.
static OF_ELSE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(leave|vacation|holiday|pto|experience|within (a|the)|notice|probation|ago|bonding|period of|every|review|response|process|after|paid time)\b",
    )
});

static SEASON: Pattern = LazyLock::new(|| {
    pattern(
        r"\b((?:spring|summer|fall|autumn|winter)(?:\s*(?:/|and|&|or|-|–)\s*(?:spring|summer|fall|autumn|winter))?,?\s+(?:of\s+)?20\d\d)\b",
    )
});

static STARTS: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(start(s|ing)?|begin(s|ning)?|commenc\w+|cohorts?|available (to \w+ )?from|start of|runs? from|tak(es|ing) place|held from|(internship|program(me)?|placement|cohort) dates|eintritt\w*|startdatum|beginn|début|inicio|startdatum)\b",
    )
});

static NO_START: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(deadline|apply by|applications? (close|open|are)|posted|graduat\w+|founded|since|season begins)\b",
    )
});

static RANGE: Pattern = LazyLock::new(|| {
    pattern(r"^\s*(?:\([a-z]+\)\s*)?(?:-|–|—|to|through|thru|until|till|bis)\s*(?:[a-z]+,\s*)?$")
});

static SOON: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(start\w*|beginn?\w*|eintritt\w*)\b.{0,30}\b(as soon as possible|asap|immediately|ab sofort|zum nächstmöglichen)",
    )
});

/// "12-week internship", "6 months programme".
pub(super) fn length(sentence: &Sentence<'_>, facts: &mut Facts) {
    if facts.program.weeks.is_some() || facts.program.months.is_some() {
        return;
    }
    let Some(length) = LENGTH
        .as_ref()
        .and_then(|pattern| pattern.captures(sentence.text))
    else {
        return;
    };
    let word = |name: &str| length.name(name).map(|word| word.as_str());
    let (Some(least), Some(unit)) = (word("least").and_then(number), word("unit")) else {
        return;
    };
    let is_ours = is_match(&OF_PROGRAM, sentence.text) || facts.is_internship;
    if !is_ours || is_match(&OF_ELSE, sentence.text) || least == 0 {
        return;
    }
    let small = unit.to_lowercase();
    let is_weeks = ["week", "woche", "wöch", "semaine", "semana"]
        .iter()
        .any(|name| small.starts_with(name));
    let is_range = word("most").is_some();
    let says = |words: &str| sentence.text.to_lowercase().contains(words);
    let review =
        is_range || !is_match(&OF_PROGRAM, sentence.text) || says("minimum") || says("up to");
    if is_weeks && least <= 260 {
        facts.program.weeks = Some(least);
        facts.tell("program.weeks", &least.to_string(), sentence, review);
    } else if !is_weeks && least <= 60 {
        facts.program.months = Some(least);
        facts.tell("program.months", &least.to_string(), sentence, review);
    }
}

/// "Summer 2026" in the title.
pub(super) fn season_of_title(title: &Sentence<'_>, facts: &mut Facts) {
    if let Some(season) = season_in(title.text) {
        facts.program.season = Some(season.to_owned());
        facts.tell("program.season", season, title, false);
    }
}

/// "Summer 2026" beside the programme.
pub(super) fn season(sentence: &Sentence<'_>, facts: &mut Facts) {
    if facts.program.season.is_some() {
        return;
    }
    let found = season_in(sentence.text).filter(|_| is_match(&OF_PROGRAM, sentence.text));
    if let Some(season) = found {
        facts.program.season = Some(season.to_owned());
        facts.tell("program.season", season, sentence, true);
    }
}

fn season_in(text: &str) -> Option<&str> {
    let found = SEASON.as_ref().and_then(|pattern| pattern.find(text));
    found.map(|found| found.as_str())
}

/// Start dates in sentences and lists.
pub(super) fn starts(sentence: &Sentence<'_>, facts: &mut Facts) {
    let in_list = sentence.role == Some(Role::Starts);
    if !(in_list || is_match(&STARTS, sentence.text)) || is_match(&NO_START, sentence.text) {
        return;
    }
    if is_match(&SOON, sentence.text) {
        facts.tell("program.startDates", "as soon as possible", sentence, true);
        return;
    }
    let found = dates(sentence.text);
    if !found.is_empty() && found.iter().all(|date| date.day.is_none()) {
        months(sentence, &found, facts);
        return;
    }
    let mut rest = found.iter().copied().peekable();
    while let Some(first) = rest.next() {
        let next = rest.peek().copied();
        let end = next.filter(|next| {
            let between = sentence
                .text
                .get(first.place.1..next.place.0)
                .unwrap_or_default();
            is_match(&RANGE, between)
        });
        if end.is_some() {
            rest.next();
        }
        start(sentence, first, end, facts);
    }
}

fn start(sentence: &Sentence<'_>, first: Found, end: Option<Found>, facts: &mut Facts) {
    let season_year = facts.program.season.as_deref().and_then(|season| {
        season
            .get(season.len().checked_sub(4)?..)?
            .parse::<i32>()
            .ok()
    });
    let mut first = first;
    let by_season = first.year.is_none();
    first.year = first.year.or(season_year);
    let Some(day) = first.iso() else {
        if first.day.is_some() {
            let words = "a day without a year, or a day that does not exist";
            facts.tell("program.startDates", words, sentence, true);
        }
        return;
    };
    let end = end.and_then(|end| end.iso()).filter(|end| *end >= day);
    let review = by_season || first.ambiguous;
    let shown = end
        .as_ref()
        .map_or_else(|| day.clone(), |end| format!("{day} to {end}"));
    let start = match end {
        Some(end) => StartDate::WithEnd {
            start: day.clone(),
            end,
        },
        None => StartDate::Day(day.clone()),
    };
    let dates = facts.program.start_dates.get_or_insert_default();
    let is_known = dates.iter().any(|known| match known {
        StartDate::Day(known) => *known == day,
        StartDate::WithEnd { start, .. } => *start == day,
    });
    if !is_known {
        dates.push(start);
        facts.tell("program.startDates", &shown, sentence, review);
    }
}

/// "beginning in May or June 2026": any working day of neighbouring months, to be looked at.
fn months(sentence: &Sentence<'_>, found: &[Found], facts: &mut Facts) {
    let days = || {
        let (first, last) = (found.first()?, found.last()?);
        let from = Found {
            day: Some(1),
            ..*first
        }
        .iso()?;
        let to = (28..=31).rev().find_map(|day| {
            Found {
                day: Some(day),
                ..*last
            }
            .iso()
        })?;
        let months =
            (last.year? - first.year?) * 12 + i32::from(last.month) - i32::from(first.month);
        let is_run = usize::try_from(months).is_ok_and(|months| months + 1 == found.len());
        is_run.then_some(StartWindow { from, to })
    };
    match days() {
        Some(window) if facts.program.start_window.is_none() => {
            let shown = format!("any working day from {} to {}", window.from, window.to);
            facts.program.start_window = Some(window);
            facts.tell("program.startWindow", &shown, sentence, true);
        }
        _ => facts.tell("program.startDates", "months without days", sentence, true),
    }
}

/// Starts are listed or a window, not both, and a length alone needs no dates.
pub(super) fn settle(facts: &mut Facts) {
    if facts.program.start_dates.is_some() {
        facts.program.start_window = None;
    }
}
