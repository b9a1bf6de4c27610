//! How long the programme is, in prose.

use std::sync::LazyLock;

use regex::Captures;

use super::program::OF_PROGRAM;
use super::{Facts, Pattern, Sentence, is_match, number, pattern};

static LENGTH: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?P<least>\d{1,3}|one|two|three|four|five|six|eight|nine|ten|eleven|twelve)(?:\s*\(\d{1,3}\))?(?:\s*(?:-|–|‑|to|or|and|bis|à)\s*(?P<most>\d{1,3}|twelve|six))?(?:\s+|-|–|‑|‐)(?P<unit>weeks?|wks?|months?|wochen|monate?n?|meses|semanas|semaines|mois|mesi|settimane|weken|maanden|veckor|månader|wöchig\w*|monatig\w*)\b",
    )
});

/// What else names the length as that of the position: "Length: 12 months", "a 12-month contract".
static OF_POSITION: Pattern = LazyLock::new(|| {
    pattern(r"^length\b|\b(month|week)s? ((fixed[- ]term|temporary) )?contract\b")
});

/// What has a length that is something else's.
static OF_ELSE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(leave|vacation|holiday|pto|experience|within (a|an|the|\d+|one|two|three)|get back|hear from|notice|probation|ago|bonding|period of|every|review|response|process|after|paid time)\b",
    )
});

/// Before and behind a length that is a part of the programme only: "your first two weeks", "two rotations
/// of 6 months each", "a two-week onboarding".
static PART_BEFORE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(first|last|final|next|previous|each|every|(rotations?|sessions?|modules?|terms?) of)\s*$",
    )
});

static PART_BEHIND: Pattern = LazyLock::new(|| {
    pattern(
        r"^(?:\s|-|–)+(?:(?:long|paid|unpaid|initial|intensive|full-time)\s+)*(onboarding|orientation|boot ?camps?|training|rotations?|sprints?|trial|each)\b",
    )
});

/// Behind a length that is named as the programme's.
static PROGRAM_BEHIND: Pattern = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?-i:[\w-])+\W+){0,2}(intern(ship)?s?|program(me)?|placement|fellowship|co-?op|apprenticeship|residency|traineeship|praktikum)\b",
    )
});

/// "12-week internship", "6 months programme".
pub(super) fn length(sentence: &Sentence<'_>, facts: &mut Facts) {
    if facts.program.weeks.is_some() || facts.program.months.is_some() {
        return;
    }
    let Some(pattern) = LENGTH.as_ref() else {
        return;
    };
    let around = |length: &Captures<'_>| {
        let all = length.get(0)?;
        let (before, behind) = (
            sentence.text.get(..all.start())?,
            sentence.text.get(all.end()..)?,
        );
        Some((before, behind))
    };
    // "Two applications in any 12-month period."
    let is_of_limit = |behind: &str| {
        let is_period = ["period", "window", "cycle"]
            .iter()
            .any(|word| behind.trim_start().starts_with(word));
        is_period && sentence.text.contains("appl")
    };
    let is_whole = |length: &Captures<'_>| {
        around(length).is_some_and(|(before, behind)| {
            !is_match(&PART_BEFORE, before)
                && !is_match(&PART_BEHIND, behind)
                && !is_of_limit(behind)
        })
    };
    let is_named = |length: &Captures<'_>| {
        around(length).is_some_and(|(_, behind)| is_match(&PROGRAM_BEHIND, behind))
    };
    let mut lengths: Vec<Captures<'_>> = pattern.captures_iter(sentence.text).collect();
    lengths.retain(is_whole);
    let are_several = lengths.len() > 1 && !lengths.iter().any(is_named);
    let named = lengths.iter().position(is_named).unwrap_or_default();
    let Some(length) = lengths.get(named) else {
        return;
    };
    let word = |name: &str| length.name(name).map(|word| word.as_str());
    let (Some(least), Some(unit)) = (word("least").and_then(number), word("unit")) else {
        return;
    };
    let is_named = is_match(&OF_PROGRAM, sentence.text) || is_match(&OF_POSITION, sentence.text);
    let is_ours = is_named || facts.is_internship;
    if !is_ours || is_match(&OF_ELSE, sentence.text) || least == 0 {
        return;
    }
    let small = unit.to_lowercase();
    let weeks = [
        "week", "wk", "woche", "wöch", "semaine", "semana", "settim", "veck",
    ];
    let is_weeks = weeks.iter().any(|name| small.starts_with(name)) || small == "weken";
    let is_range = word("most").is_some();
    let says = |words: &str| sentence.text.to_lowercase().contains(words);
    let review = is_range
        || are_several
        || !is_named
        || [
            "minimum",
            "up to",
            "at least",
            "mindestens",
            "bis zu",
            "au moins",
            "al menos",
            "approximately",
        ]
        .into_iter()
        .any(says);
    if is_weeks && least <= 260 {
        facts.program.weeks = Some(least);
        facts.tell("program.weeks", &least.to_string(), sentence, review);
    } else if !is_weeks && least <= 60 {
        facts.program.months = Some(least);
        facts.tell("program.months", &least.to_string(), sentence, review);
    }
}
