//! How long the programme is, in prose.

use std::sync::LazyLock;

use regex::Captures;

use super::program::{OF_PROGRAM, STARTS};
use super::{Facts, Pattern, Sentence, doubt, is_match, number, pattern};

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
        r"\b(?:in|within|over|during|per|each|every)(?: (?:an?|any|the|one|each|every|given|single|rolling))*\s*$",
    )
});

static PERIOD_BEHIND: Pattern =
    LazyLock::new(|| pattern(r"^(?:\s|-|–)+(?:rolling )?(?:period|window|time ?frame|span)\b"));

/// What a sentence says that limits applications, or their number.
static LIMITING: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(up to|max\w*|at most|more than|limit\w*|once|twice|only|re-?appl\w+|applications?|roles|positions|jobs|internships|program(me)?s|projects|höchstens|bewerbungen)\b",
    )
});

static APPLYING: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(re-?)?(appl(y|ies|ied|ying|ications?|icants?)|submit|bewerben|bewirb|bewerbung(en)?)\b",
    )
});

/// What a length is beside, besides the programme's name.
struct Around<'a> {
    before: &'a str,
    behind: &'a str,
}

impl<'a> Around<'a> {
    fn of(sentence: &Sentence<'a>, length: &Captures<'_>) -> Option<Self> {
        let all = length.get(0)?;
        let (before, behind) = (
            sentence.text.get(..all.start())?,
            sentence.text.get(all.end()..)?,
        );
        Some(Self { before, behind })
    }

    fn is_named(&self) -> bool {
        is_match(&PROGRAM_BEHIND, self.behind)
    }

    /// Whether it is that of a part, or of the time for which a limit holds.
    fn is_of_else(&self, sentence: &Sentence<'_>) -> bool {
        if is_match(&PART_BEFORE, self.before) || is_match(&PART_BEHIND, self.behind) {
            return true;
        }
        let is_period =
            is_match(&PERIOD_BEHIND, self.behind) || is_match(&LIMIT_BEFORE, self.before);
        is_period
            && !self.is_named()
            && is_match(&APPLYING, sentence.text)
            && is_match(&LIMITING, sentence.text)
    }

    /// Whether a label says that it is the length: "Length: 12 months", or the heading above it.
    fn is_labelled(&self, sentence: &Sentence<'_>) -> bool {
        let is_first = !self.before.contains(char::is_alphanumeric);
        is_match(&LABEL, self.before)
            || is_first && sentence.is_short() && is_match(&LABEL, sentence.lead)
    }

    /// Whether it is that of the work: "This is a 12-month contract", "Writer (12-month contract)".
    fn is_of_work(&self, sentence: &Sentence<'_>) -> bool {
        let is_apart = !self.before.trim_end().ends_with(char::is_alphanumeric);
        is_match(&WORK_BEHIND, self.behind)
            && (is_apart && sentence.is_short() || is_match(&OF_WORK, sentence.text))
    }

    /// Whether it stands in brackets behind the days of the programme: "Dates: June 7 – July 30, 2027 (8 weeks)".
    fn is_of_days(&self, sentence: &Sentence<'_>) -> bool {
        self.before.trim_end().ends_with('(')
            && sentence.dates().len() > 1
            && is_match(&STARTS, self.before)
    }
}

/// "12-week internship", "6 months programme".
pub(super) fn length(sentence: &Sentence<'_>, facts: &mut Facts) {
    if facts.program.weeks.is_some() || facts.program.months.is_some() {
        return;
    }
    let Some(pattern) = LENGTH.as_ref() else {
        return;
    };
    let lengths = pattern.captures_iter(sentence.text);
    let mut lengths: Vec<(Captures<'_>, Around<'_>)> = lengths
        .filter_map(|length| Around::of(sentence, &length).map(|around| (length, around)))
        .collect();
    lengths.retain(|(_, around)| !around.is_of_else(sentence));
    let named = lengths.iter().position(|(_, around)| around.is_named());
    let are_several = lengths.len() > 1 && named.is_none();
    let Some((length, around)) = lengths.get(named.unwrap_or_default()) else {
        return;
    };
    let word = |name: &str| length.name(name).map(|word| word.as_str());
    let least = word("least").or_else(|| word("joined")).and_then(number);
    let unit = word("unit").or_else(|| word("compound"));
    let (Some(least), Some(unit)) = (least, unit) else {
        return;
    };
    let is_said = is_match(&OF_PROGRAM, sentence.text) || around.is_labelled(sentence);
    // What an application is limited to, or waits for, is no length.
    let speaks_of_limit = is_match(&APPLYING, sentence.text) && is_match(&LIMITING, sentence.text);
    let is_ours = is_said
        || facts.is_internship && !speaks_of_limit
        || around.is_of_work(sentence)
        || around.is_of_days(sentence);
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
        || !is_said
        || doubt::of_length(sentence.text)
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
