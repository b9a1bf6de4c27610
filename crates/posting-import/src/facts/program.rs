//! The programme in prose: its season, and when it starts.

mod ending;
mod season;

use std::sync::LazyLock;

use posting::document::{StartDate, StartWindow};
use regex::Regex;

use super::dates::Found;
use super::{Facts, Pattern, Sentence, is_match, pattern};
use crate::recognize::Role;

pub(super) use season::{season, season_of_title};

/// What has a length that is the programme's.
pub(super) static OF_PROGRAM: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(intern(ship)?s?|program(me)?|placement|fellows?(hip)?|co-?op|apprenticeship|residency|traineeship|(?:pflicht)?praktik\w*|stage|commit|duration|dauer|duur|längd|durata|durée|duración|prácticas|full-time research)\b",
    )
});

/// What says that something starts.
pub(super) static STARTS: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(start(s|ing)?|begin(s|ning)?|commenc\w+|cohorts?|available (to \w+ )?from|start of|runs? from|tak(es|ing) place|held from|(internship|program(me)?|placement|cohort) dates|eintritt\w*|start(termine?|datum)|(arbeits|dienst|praktikums|studien)?beginn|zeitraum|début|prise de poste|inicio|incorporación|início|inizio|tillträde|oppstart|first day|work term|(joining|entry) date|date of joining|kicks off|intakes?|(?:suchen wir|wir suchen|sucht|gesucht) (?:(?:dich|sie|frühestens|spätestens) )?(?:zum|ab(?: dem)?)|(weeks|months|mois|meses|semaines|semanas|wochen|monate|placement|internship|contract|co-?op)\W{1,3}(from|ab|à (partir|compter) du|desde( el)?|a partir del?))\b|^\W*(when|dates|periode?)\s*:|^\W*ab\b|^\W*zum \d[\d. ]{5,9} (?:suchen|sucht)\b",
    )
});

static NO_START: Pattern = LazyLock::new(|| {
    // Of what starts as well, the words reach as far as those of a start: "Interviews start on".
    pattern(
        r"\b((?:interviews?|recruiting|recruitment|background checks?|conferences?|hackathons?|classes|(?:fall|spring|autumn|winter|summer) (?:term|semester)|semester|enrol?lment|info(?:rmation)? sessions?|(?:insight|open) (?:events?|days?|weeks?)|webinars?|production|breaks?)\b[^.;:,]{0,40}?\b(?:start(?:s|ing)?|begin(?:s|ning)?|commenc\w+|runs? from|held from|tak(?:es|ing) place|from)|applications? (?:(?:are|is|will be) )?(?:reviewed|accepted|read|considered) (?:starting|beginning|from)|application (?:period|portal|window|process|season) (?:\w+ ){0,2}?(?:starts?|begins?|runs?|opens?)|(?:start|begin)\w* (?:to )?(?:review|interview|accept|recruit|hir|production)\w*|info(?:rmation)? sessions?|(?:are|is) due|deadline|apply by|applications? (for [^.,;:]{1,60} )?(close|open|are|due|window|period)|accept\w* applications?\b.{0,20}\b(until|till|through)|clos(es|ing)|posted|graduat\w+|founded|since|season begins|interviews?|interviewing|assessments?|offers? (are|will be|go)|end(s|ing)? dates?|week (commencing|beginning|starting|of)|within (?:\w+ ){1,3}(?:from|after|of)|expires)\b|\boffers?\s*:",
    )
});

static RANGE: Pattern = LazyLock::new(|| {
    pattern(
        r"^\.?\s*(?:\([a-z]+\)\s*)?(?:-|–|—|to|through|thru|until|till|bis|au|al|til|tot|t/m|hasta|[;,.]?\s*(?:and\s+)?(?:end(?:s|ing)?(?: date)?(?: is| on)?|finish\w*(?: on)?|conclud\w+(?: on)?)\s*:?)\s*(?:[a-z]+,\s*)?$",
    )
});

/// Between the ends of "between May 1 and June 30".
static AND: Pattern =
    LazyLock::new(|| pattern(r"^\s*(?:and|und|&|to|through|until|-|–)\s*(?:[a-z]+,\s*)?$"));

/// Before the first day of a window.
static WINDOW: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(between|zwischen|any (?:\w+ ){1,2}(?:from|in|between)|flexible (?:\w+ ){0,2}from)\s*(?:[a-z]+,\s*)?$",
    )
});

/// Before the first day of the whole programme: "runs between June 1 and August 21".
static WHOLE: Pattern = LazyLock::new(|| {
    pattern(r"\b(runs?|running|lasts?|lasting|place|held)\s+between\s*(?:[a-z]+,\s*)?$")
});

/// Before a day that is no certain start: "no later than June 15".
static NEARLY: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(no later than|latest|by|before|earliest|no earlier than|on or after|as early as|around|approximately|tentative\w*|expected|anticipated|estimated|projected|planned|available|spätestens|frühestens|voraussichtlich)\W+(?:\w+\W+){0,4}$",
    )
});

/// Before a day on which a part of the programme takes place, which most often opens it.
static PART: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(on-?boarding|orientation|induction|kick-?off|boot ?camp|training|workshops?|welcome (day|week|event)|einführung\w*|einarbeitung)\b",
    )
});

static SOON: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(start\w*|beginn?\w*|eintritt\w*)\b.{0,30}\b(as soon as possible|asap|immediately|ab sofort|zum nächstmöglichen)",
    )
});

/// Start dates in sentences and lists.
pub(super) fn starts(sentence: &Sentence<'_>, facts: &mut Facts) {
    let text = sentence.text;
    if ending::of_start_before(sentence, facts) {
        return;
    }
    let is_led_to = sentence.is_short()
        && is_match(&STARTS, sentence.lead)
        && !is_match(&NO_START, sentence.lead);
    let speaks = sentence.role == Some(Role::Starts)
        || is_led_to
        || is_match(&STARTS, text)
        || is_of_season(facts) && is_span_alone(sentence)
        || season::is_of_span(sentence, facts);
    let is_of_program = is_match(&OF_PROGRAM, text);
    let speaks_of_else = is_match(&NO_START, text);
    if !speaks && (!is_of_program || speaks_of_else) {
        return;
    }
    if is_match(&SOON, text) && !speaks_of_else {
        facts.tell("program.startDates", "as soon as possible", sentence, true);
        return;
    }
    let found = sentence.dates();
    if !found.is_empty() && found.iter().all(|date| date.day.is_none()) {
        if speaks && !speaks_of_else {
            months(sentence, found, facts);
        }
        return;
    }
    let mut is_start = speaks && !speaks_of_else;
    let mut behind = 0;
    let mut rest = found.iter().copied().peekable();
    while let Some(first) = rest.next() {
        // The words before a day say what it is; without any it is what the day before it was.
        let before = text.get(behind..first.place.0).unwrap_or_default();
        is_start = match (last(&STARTS, before), last(&NO_START, before)) {
            // "Deadline for the programme that starts on 7 June: 1 March".
            (None, None) => is_start && !(speaks_of_else && before.trim() == ":"),
            (starts, other) => starts > other,
        };
        let is_window = is_match(&WINDOW, before) && !is_match(&WHOLE, before);
        let joined: &[&Pattern] = match (is_window, is_match(&WHOLE, before)) {
            (false, false) => &[&RANGE],
            (true, _) | (_, true) => &[&AND],
        };
        let end = rest.peek().copied().filter(|next| {
            let between = text.get(first.place.1..next.place.0).unwrap_or_default();
            joined.iter().any(|pattern| is_match(pattern, between))
        });
        if end.is_some() {
            rest.next();
        }
        behind = end.unwrap_or(first).place.1;
        let is_whole = end.is_some() && is_of_program && !speaks_of_else;
        match end.filter(|_| is_window) {
            Some(end) if is_start => window(sentence, first, end, facts),
            Some(_) => {}
            None if is_start || is_whole => {
                let is_said = sentence.role == Some(Role::Starts) || is_match(&STARTS, text);
                let review =
                    !is_start || !is_said || is_match(&NEARLY, before) || is_match(&PART, before);
                start(sentence, first, end, review, facts);
            }
            None => {}
        }
    }
}

/// Whether a posting is that of an internship, or names its season.
fn is_of_season(facts: &Facts) -> bool {
    facts.is_internship || facts.program.season.is_some()
}

/// Whether a line is nothing but a span of days, "June 7 – August 27, 2027", and nothing above it says of what.
fn is_span_alone(sentence: &Sentence<'_>) -> bool {
    let is_led_to = sentence.lead.ends_with(':')
        || sentence.role == Some(Role::Apply)
        || is_match(&NO_START, sentence.lead);
    if is_led_to || !sentence.is_short() {
        return false;
    }
    let [first, last] = sentence.dates() else {
        return false;
    };
    let part = |start, end| sentence.text.get(start..end).unwrap_or_default();
    let before = part(0, first.place.0).trim_end_matches([' ', ',']);
    let behind = part(last.place.1, sentence.text.len());
    is_match(&RANGE, part(first.place.1, last.place.0))
        && !before.contains(' ')
        && !behind.contains(char::is_alphanumeric)
}

/// Where the last match ends.
fn last(pattern: &Option<Regex>, text: &str) -> Option<usize> {
    let found = pattern.as_ref()?.find_iter(text).last();
    found.map(|found| found.end())
}

/// "any Monday between May 4 and June 29, 2026", to be looked at.
fn window(sentence: &Sentence<'_>, first: Found, last: Found, facts: &mut Facts) {
    if let Some((from, to)) = first.iso().zip(last.iso())
        && facts.program.start_window.is_none()
    {
        let shown = format!("any working day from {from} to {to}");
        facts.program.start_window = Some(StartWindow { from, to });
        facts.tell("program.startWindow", &shown, sentence, true);
    }
}

/// The year that a heading names: "Summer 2026 start dates".
fn dates_year(lead: &str) -> Option<i32> {
    let mut numbers = lead.split(|letter: char| !letter.is_ascii_digit());
    let year = numbers.find(|number| number.len() == 4 && number.starts_with("20"));
    year.and_then(|year| year.parse().ok())
}

fn start(
    sentence: &Sentence<'_>,
    first: Found,
    end: Option<Found>,
    review: bool,
    facts: &mut Facts,
) {
    let year_at_end = |text: &str| text.get(text.len().checked_sub(4)?..)?.parse::<i32>().ok();
    let by_lead = dates_year(sentence.lead);
    let by_season = facts.program.season.as_deref().and_then(year_at_end);
    let mut first = first;
    let is_year_missing = first.year.is_none();
    first.year = first.year.or(by_lead).or(by_season);
    let Some(day) = first.iso() else {
        if first.day.is_some() {
            let words = "a day without a year, or a day that does not exist";
            facts.tell("program.startDates", words, sentence, true);
        }
        return;
    };
    let end = end.map(|end| Found {
        year: end.year.or(first.year),
        ..end
    });
    let end = end.and_then(|end| end.iso()).filter(|end| *end >= day);
    let review = review || is_year_missing || first.ambiguous;
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
        let is_range = months > 0 && is_range(sentence.text, found);
        (is_run || is_range).then_some(StartWindow { from, to })
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

/// Whether the months of a text are the first and the last one: "May – July 2026", "between May and July 2026".
fn is_range(text: &str, found: &[Found]) -> bool {
    let [first, last] = found else {
        return false;
    };
    let before = text.get(..first.place.0).unwrap_or_default();
    let between = text.get(first.place.1..last.place.0).unwrap_or_default();
    is_match(&RANGE, between) || is_match(&WINDOW, before) && is_match(&AND, between)
}

/// Starts are listed or a window, not both, and a length alone needs no dates.
pub(super) fn settle(facts: &mut Facts) {
    if facts.program.start_dates.is_some() {
        facts.program.start_window = None;
    }
}
