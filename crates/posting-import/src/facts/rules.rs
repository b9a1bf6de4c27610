//! Qualifications that can be computed: a length to commit to, a month of
//! graduation, a return to the degree.

use std::sync::LazyLock;

use posting::document::Rule;

use super::{Facts, Pattern, Sentence, is_match, number, pattern};

static COMMIT: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?:commit|complete|available|participate|attend)\b.{0,60}?\b(?:\d{1,3}|eight|ten|twelve)(?:\s|-)(?:consecutive\s)?weeks?\b",
    )
});

/// What a qualification with a rule has at least.
static TOPIC: Pattern = LazyLock::new(|| pattern("graduat|week|return"));

static GRADUATE: Pattern = LazyLock::new(|| pattern(r"\bgraduat\w+\b"));

static OR_LATER: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(or later|or after|onwards?|and later|at the earliest|no earlier than|not before)\b|\bafter\b",
    )
});

static SEASON: Pattern =
    LazyLock::new(|| pattern(r"\b(spring|summer|fall|autumn|winter|class of|in),? (of )?20\d\d\b"));

/// The year in which people graduate: "Class of 2028".
static CLASS: Pattern = LazyLock::new(|| pattern(r"\bclass(?:es)? of (?:20|['’])\d\d\b"));

/// A class that somebody has to be of.
static OF_CLASS: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(students?|undergraduates?|graduates?|seniors?|juniors?|sophomores?|candidates?|applicants?|enrolled|eligible|member of|in the class|from the class|open to|degree)\b",
    )
});

static RETURN: Pattern = LazyLock::new(|| {
    pattern(
        r"\breturn(ing)?\b.{0,40}\b(degree|education|school|universit\w+|stud(y|ies)|program(me)?|college)\b",
    )
});

/// The rules that a qualification states for certain.
pub(crate) fn rules_of(text: &str) -> Vec<Rule> {
    rules_in(&Sentence::new(text, 1))
}

fn rules_in(sentence: &Sentence<'_>) -> Vec<Rule> {
    let text = sentence.text;
    let mut rules = Vec::new();
    if !is_match(&TOPIC, text) {
        return rules;
    }
    let weeks = COMMIT.as_ref().and_then(|pattern| pattern.find(text));
    let weeks = weeks.and_then(|found| weeks_at_end(found.as_str()));
    if let Some(weeks) = weeks.filter(|weeks| (1..=260).contains(weeks)) {
        rules.push(Rule::CommitWeeks(weeks));
    }
    if let Some(month) = earliest_graduation(sentence) {
        rules.push(Rule::GraduateOnOrAfter(month));
    }
    if is_match(&RETURN, text) {
        rules.push(Rule::ReturnToDegree(true));
    }
    rules
}

/// The number before the last words, "commit to 12 weeks": to have the pattern tell it takes much longer.
fn weeks_at_end(text: &str) -> Option<u16> {
    let words = text.rsplit(|letter: char| !letter.is_ascii_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty());
    let is_unit = |word: &&str| {
        let units = ["week", "weeks", "consecutive"];
        units.iter().any(|unit| word.eq_ignore_ascii_case(unit))
    };
    number(words.find(|word| !is_unit(word))?)
}

/// "graduating December 2026 or later".
fn earliest_graduation(sentence: &Sentence<'_>) -> Option<String> {
    let text = sentence.text;
    if !is_match(&GRADUATE, text) || !is_match(&OR_LATER, text) {
        return None;
    }
    let [date] = sentence.dates() else {
        return None;
    };
    Some(format!("{:04}-{:02}", date.year?, date.month))
}

/// Tells conditions on graduation, whether they became a rule or not.
pub(super) fn graduation(sentence: &Sentence<'_>, facts: &mut Facts) {
    let rules = rules_in(sentence);
    for rule in &rules {
        let value = match rule {
            Rule::CommitWeeks(weeks) => format!("commit to {weeks} weeks"),
            Rule::GraduateOnOrAfter(month) => format!("graduate in {month} or later"),
            Rule::ReturnToDegree(_) => "return to the degree".to_owned(),
            Rule::EnrolledIn(fields) => format!("study {}", fields.join(", ")),
        };
        facts.tell("rule", &value, sentence, true);
    }
    let names_time = || !sentence.dates().is_empty() || is_match(&SEASON, sentence.text);
    let has_date = is_match(&GRADUATE, sentence.text) && names_time();
    let has_class = is_match(&CLASS, sentence.text);
    let is_rule = rules
        .iter()
        .any(|rule| matches!(rule, Rule::GraduateOnOrAfter(_)));
    if (has_date || has_class) && !is_rule {
        let value = if has_date || is_match(&OF_CLASS, sentence.text) {
            "a time of graduation; no rule was set"
        } else {
            "a class, which may be that of a graduation; no rule was set"
        };
        facts.tell("graduation", value, sentence, true);
    }
}
