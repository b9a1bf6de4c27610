//! What a sentence may be about besides the posting: a fact from it is to be looked at.

use std::sync::LazyLock;

use super::{Pattern, is_match, pattern};

/// Lengths of what comes before the programme, or is only a part of it, and lengths in years beside others.
static LENGTH: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?:\d{1,2}|one|two|three|four|five|ein|zwei|drei)(?:\s|-|–)(?:years?|jahre?)\b|\b(?:hiring|recruiting|recruitment|process|application) takes\b|\b(?:has|have|had|having|must not|who) (?:\w+ )?completed\b|\bbefore (?:you|they|the internship)\b|\bpre-internship\b|\bonline (?:training|course)|\bmentor for\b|\bplaced\b|\bin a row\b|-(?:month|week)-old\b",
    )
});

/// The same length in both units: "two-year (24 months)".
static SAME: Pattern = LazyLock::new(|| pattern(r"\byears? \(\d+ months?\)"));

static LIMIT: Pattern = LazyLock::new(|| {
    pattern(r"\b(ranks?|we hire|hires? at most|supports?|are available|active|consider(?:ed)?)\b")
});

/// What candidates do whose applications are limited.
static APPLY: Pattern =
    LazyLock::new(|| pattern(r"\b(apply|applying|submit\w*|bewirb|bewerben)\b"));

/// Deadlines of those who have applied already, or of something else.
static DEADLINE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(accept(?:ing)? (?:your|the|an?|our) offers?|offers? deadline|housing|scholarships?|visas?|accommodation|relocation|days after)\b",
    )
});

static PAY: Pattern =
    LazyLock::new(|| pattern(r"\b(saves?|alumni|graduates (?:earn|make)|average)\b"));

/// Who reviews anything but applications.
static REVIEW: Pattern = LazyLock::new(|| pattern(r"\byou(?:['’]ll| will) (?:\w+ )?review\b"));

/// Whether a length may be that of something else.
pub(super) fn of_length(text: &str) -> bool {
    is_match(&LENGTH, text) && !is_match(&SAME, text)
}

/// Whether a limit may be that of something else than applications, or hold for a time only.
pub(super) fn of_limit(text: &str) -> bool {
    is_match(&LIMIT, text) && !is_match(&APPLY, text)
}

/// Whether a deadline may be that of something else than applications.
pub(super) fn of_deadline(text: &str) -> bool {
    is_match(&DEADLINE, text)
}

/// Whether an amount of money may be something else than pay.
pub(super) fn of_pay(text: &str) -> bool {
    is_match(&PAY, text)
}

/// Whether something else than applications may be reviewed.
pub(super) fn of_review(text: &str) -> bool {
    is_match(&REVIEW, text)
}
