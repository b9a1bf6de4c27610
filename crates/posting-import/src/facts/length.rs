//! How long the programme is, in prose.

use std::sync::LazyLock;

use regex::Captures;

use super::program::OF_PROGRAM;
use super::{Facts, Pattern, Sentence, is_match, number, pattern};

static LENGTH: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?:(?P<joined>\d{1,2}|drei|vier|fünf|sechs|acht|neun|zehn|zwölf|achtzehn)(?P<compound>(?:monat|wöch)ig\w*)|(?P<least>\d{1,3}|one|two|three|four|five|six|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|acht|neun|zehn|zwölf)(?:\s*\(\d{1,3}\))?(?:\s*(?:-|–|‑|to|or|and|bis|à)\s*(?P<most>\d{1,3}|twelve|six))?(?:\s+|-|–|‑|‐)(?P<unit>weeks?|wks?|months?|wochen|monate?n?|meses|semanas|semaines|mois|mesi|settimane|weken|maanden|veckor|månader|wöchig\w*|monatig\w*))\b",
    )
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
        r"^\W*(?:(?-i:[\w-])+\W+){0,2}(intern(ship)?s?|program(me)?|placement|fellowship|co-?op|apprenticeship|residency|traineeship|(?:pflicht)?praktik(?:um|ums|a))\b",
    )
});

/// Behind a length that is that of the work: "a 12-month contract".
static WORK_BEHIND: Pattern = LazyLock::new(|| {
    pattern(
        r"^(?:\s|-|–)+(?:(?:fixed[- ]term|fixed|temporary|temp|full-time|part-time|initial|paid|term)(?:\s|-)+)*(contract|assignment|secondment|appointment|position|role|cover|maternity cover)\b",
    )
});

/// What says that a sentence is about the work itself, and not about something in it.
static OF_WORK: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(this (is|position|role|job|contract)|(position|role|job|contract) (is|will be)|we.re (hiring|looking)|we are (hiring|looking)|seeking|initial(ly)?)\b|^\W*(contract|an?|type|term)\b",
    )
});

/// A label in front of a length, or above it.
static LABEL: Pattern = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:contract|job|assignment|project|expected|program(?:me)?|internship|placement) )?(?:length|duration|term|dauer|laufzeit|duur|längd|durata|durée|duración|duração)(?: of (?:the )?(?:contract|program(?:me)?|internship|placement|assignment))?\W*$",
    )
});

/// Before and behind a length for which a limit of applications holds: "three roles in any 12-month period".
static LIMIT_BEFORE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?:in|within|over|during|per|of|for|each|every)(?: (?:an?|any|the|one|each|every|given|single|rolling))*\s*$",
    )
});

static PERIOD_BEHIND: Pattern =
    LazyLock::new(|| pattern(r"^(?:\s|-|–)+(?:rolling )?(?:period|window|time ?frame|span)\b"));

static APPLYING: Pattern = LazyLock::new(|| {
    pattern(r"\b(re-?)?(appl(y|ies|ied|ying|ications?|icants?)|bewerben|bewirb|bewerbung(en)?)\b")
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
    let is_whole = |length: &Captures<'_>| {
        around(length).is_some_and(|(before, behind)| {
            !is_match(&PART_BEFORE, before) && !is_match(&PART_BEHIND, behind)
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
    let is_ours = is_match(&OF_PROGRAM, sentence.text) || facts.is_internship;
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
        || !is_match(&OF_PROGRAM, sentence.text)
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
