//! The terms of an application in prose: limits, review, deadline.

use std::sync::LazyLock;

use posting::document::ApplicationLimit;

use super::{Facts, Pattern, Sentence, doubt, is_match, number, pattern};

static INTERNSHIP: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(intern|interns|internships?|praktik\w*|stagiaire|stage|becario|prácticas|co-?op|fellowship|fellows?|placement|trainee)\b",
    )
});

/// What a sentence that limits applications has at least.
pub(super) const LIMIT_TOPIC: &str = "order|max|up to|at most|no more than|limit|only|just apply|\
    applications? (?:per|for each)|more than|submit|reihenfolge|höchstens|nicht mehr als|bis zu|begrenzt|beschränkt";

static LIMIT: Pattern = LazyLock::new(|| {
    // All letters of all scripts would make the pattern many times as large, and slow.
    let word = r"[^ .,;:()]+";
    let count = r"\d{1,2}|one|two|three|four|five|six";
    let german = r"\d{1,2}|einer?|zwei|drei|vier|fünf|sechs";
    let german_what = r"(?:[^ .,;:()]+ +)?(?:bewerbung(?:en)?|stellen?|position(?:en)?|praktik(?:um|a)|ausschreibung(?:en)?)\b";
    let what = r"(?:\(\d+\) +)?(?:[^ .,;:()]+ +){0,2}(?:applications?|positions?|roles?|jobs?|internships?|program(?:me)?s?|openings?|teams?|tracks?)\b";
    pattern(&format!(
        r"\b(?:(?:max(?:imum|\.)? of|(?:not|n.t|cannot|never) apply (?:to|for) more than|up to|at most|no more than|limit(?:ed)? (?:{word} )?(?:of|to)|only|maximum|(?:only|just) apply (?:to|for)) +(?P<count>{count}) +{what}|limit\w* (?:your |their )?applications to (?P<applications>{count})\b|appl(?:y|ying|ications?) (?:to|for) (?:only|just|up to|at most|no more than|a max(?:imum|\.)? of) +(?P<projects>{count}) +(?:[^ .,;:()]+ +)?(?:projects?|placements?|fellowships?|vacanc(?:y|ies)|postings?|listings?|opportunit(?:y|ies))\b|application limit *(?:is|:) *(?P<limit>{count})\b|(?:appl(?:y|ications?) (?:to|for)|submit) (?P<most>{count}) +{what} +(?:maximum|max|at most|only)\b|maximum number of (?:applications|positions|roles|jobs)\b.{{0,40}}?\bis +(?P<number>{count})\b|only (?:your|the|their) first (?P<first>{count}) applications\b|(?P<each>{count}) applications? (?:per|for each) (?:candidate|applicant|person|student)\b|(?:maximal|höchstens|nicht mehr als|bis zu) +(?:auf +)?(?P<maximal>{german}) +{german_what}|bewerbungen\b.{{0,40}}?\bauf (?P<limited>{german}) (?:begrenzt|beschränkt)\b)"
    ))
});

static PER_ROLE: Pattern =
    LazyLock::new(|| pattern(r"\b(one|1) application per (role|position|job)\b"));

static APPLYING: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(appl(y|ies|ied|ications?|icants?)|candidates?|submit(ted|s)?|bewerben|bewirb(st)?|bewerbung(en)?)\b",
    )
});

static IN_ORDER: Pattern = LazyLock::new(|| {
    pattern(
        r"\bin (the )?order (in which |that |of )?(you|they|we|it|your|submission|submitted|receipt|received|appl\w+)|\bonly (the|your|their) first\b|\bin der reihenfolge\b.{0,30}\b(eingangs|eingehen|bewerbungen)\b",
    )
});

static ROLLING: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(rolling|ongoing|continuous) basis\b|\b(rolling (review|admissions?|applications?|deadline)|(is|are) rolling|deadline\s*:\s*rolling|as they (are received|come in|arrive)|(reviewed|considered|evaluated|assessed|processed|read) (as|when) received|(review|interview|hire|assess|consider|read)\w* (?:\w+ )?continuously|first[- ]come,? first[- ]served|(fort)?laufend (geprüft|gesichtet|bearbeitet)|urval\w* sker löpande|au fil de l.eau)\b",
    )
});

static DEADLINE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(deadline|apply (by|before|until)|applications? (for [^.,;:]{1,60} )?(will )?(close|closes|are due|must be (submitted|received))|accepted (until|through|by)|accept\w* applications?\b.{0,20}\b(until|till|through)|stop\w* accepting|applications?\b.{0,40}\b(until|through) |applications? (will )?opens? .{0,40}\bclose|application (window|period|portal|process) (will |is )?(clos(es|e)|ends?|open|runs?)|submissions? (will )?close|(posting|application) (end|close) date|fecha límite|(open|posted) until|(last|final) (day|date) (to|for) (apply|applying|appl\w+|receiv\w+ appl\w+)|applications? due|expected to close|(posting|position|vacancy|job|role) (will close|closes|closing)|closing date|bewerbungsschluss|sista (dag\w* (att|för)|ansökningsdag\w*)|søknadsfrist|ansøgningsfrist|solliciteer|reageer|(ansök|ansökan) senast|plazo|scadenza|prazo|bewerbungsfrist|date limite|(bewirb dich|bewerben sie sich|bewerbung(en)?) (bitte |noch )?bis|(postule[rz]?|candidatures?) (avant|jusqu.au)|(candidaturas?|solicitudes|solicitud|candidatura|cv) (hasta|antes del))\b|\b(closes|expires|due date|expiry date|application (window|period))\s*:|^closes (on )?\d|\b(candidaturas?|inscrições) até ",
    )
});

/// A day by which something has to be sent, most likely the application.
static SENT: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(send|submit\w*|e-?mail|appl(y|ications?)|received)\b.{0,80}\b(by|before|no later than)\b|^by\b.{0,40}\b(send|submit|apply|e-?mail)\b",
    )
});

/// A notice about privacy by its name; the word alone stands in much else.
static PRIVACY_NOTICE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(privacy (notice|policy|statement|information)|datenschutz(erklärung|hinweise?|information\w*)|politique de confidentialité|política de privacidad|data protection (notice|policy|statement|information))\b",
    )
});

/// Whether words name a privacy notice.
pub(super) fn names_privacy_notice(words: &str) -> bool {
    is_match(&PRIVACY_NOTICE, words)
}

/// Whether a title is that of an internship.
pub(crate) fn is_internship(title: &str) -> bool {
    is_match(&INTERNSHIP, title)
}

/// "A maximum of two positions, considered in the order you apply".
pub(super) fn limit(sentence: &Sentence<'_>, facts: &mut Facts) {
    let text = sentence.text;
    if is_match(&IN_ORDER, text)
        && is_match(&APPLYING, text)
        && let Some(limit) = facts.limit.as_mut().filter(|limit| !limit.in_order)
    {
        limit.in_order = true;
        facts.tell("application.limit.inOrder", "true", sentence, false);
    }
    if is_match(&PER_ROLE, text) {
        // A limit for each role does not limit how many roles there can be.
        facts.tell(
            "application.limit",
            "one for each role; not set",
            sentence,
            true,
        );
        return;
    }
    let found = LIMIT.as_ref().and_then(|pattern| pattern.captures(text));
    let count = found.and_then(|found| {
        let names = [
            "count",
            "applications",
            "projects",
            "limit",
            "most",
            "number",
            "first",
            "each",
            "maximal",
            "limited",
        ];
        number(names.iter().find_map(|name| found.name(name))?.as_str())
    });
    let Some(positions) = count.filter(|count| (1..=20).contains(count)) else {
        return;
    };
    if facts.limit.is_some() || !is_match(&APPLYING, text) {
        return;
    }
    let in_order = is_match(&IN_ORDER, text);
    let is_timed = [
        "month",
        "year",
        "week",
        "day",
        "at a time",
        "monat",
        "jahr",
        "gleichzeitig",
    ]
    .iter()
    .any(|word| text.contains(word));
    let Ok(count) = u8::try_from(positions) else {
        return;
    };
    facts.limit = Some(ApplicationLimit {
        positions: count,
        in_order,
        scope: None,
    });
    facts.tell(
        "application.limit.positions",
        &positions.to_string(),
        sentence,
        is_timed || doubt::of_limit(text),
    );
    if in_order {
        facts.tell("application.limit.inOrder", "true", sentence, false);
    }
}

/// Right before words of a rolling review: "not reviewed on a". What joins or parts sentences may stand in between only
/// where the review is not denied: "We have no deadline and review on a".
static NOT: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:not|never|no longer|nicht|cannot)|\w+n['’]t)(?P<between>(?: +[^ .,;:()]+){0,4}) *$|\b(?:no|keine?) *$",
    )
});

/// What parts the words of a denial from those that are not denied.
static PARTED: Pattern = LazyLock::new(|| {
    pattern(r"\b(and|but|or|then|only|because|as|since|until|while|so|und|sondern|nur|denn)\b")
});

/// A denial of anything.
static DENIAL: Pattern =
    LazyLock::new(|| pattern(r"\b(?:not|no|never|nicht|keine?|cannot|\w+n['’]t)\b"));

/// "Applications are reviewed on a rolling basis".
pub(super) fn review(sentence: &Sentence<'_>, facts: &mut Facts) {
    if facts.rolling || !is_match(&APPLYING_OR_REVIEW, sentence.text) {
        return;
    }
    let found = ROLLING
        .as_ref()
        .and_then(|rolling| rolling.find(sentence.text));
    let Some(before) = found.and_then(|found| sentence.text.get(..found.start())) else {
        return;
    };
    let denial = NOT.as_ref().and_then(|denial| denial.captures(before));
    let is_denied = denial.is_some_and(|denial| {
        let between = denial
            .name("between")
            .map_or("", |between| between.as_str());
        !is_match(&PARTED, between)
    });
    if is_denied {
        return;
    }
    // Something else may be denied in the same breath.
    let clause = before
        .rsplit([',', ';', ':', '('])
        .next()
        .unwrap_or_default();
    facts.rolling = true;
    let review = !sentence.text.to_lowercase().contains("rolling")
        || is_match(&DENIAL, clause)
        || doubt::of_review(sentence.text);
    facts.tell("application.rollingReview", "true", sentence, review);
}

static APPLYING_OR_REVIEW: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(appl\w+|admissions?|review\w*|resumes?|candidates?|candidatures?|interview\w*|hir\w+|deadline|bewerbung\w*|urval\w*)\b",
    )
});

/// "Deadline to apply: 10/31/26".
pub(super) fn deadline(sentence: &Sentence<'_>, facts: &mut Facts) {
    let is_led_to = sentence.is_short() && is_match(&DEADLINE, sentence.lead);
    let is_said = is_led_to || is_match(&DEADLINE, sentence.text);
    if !is_said && !is_match(&SENT, sentence.text) {
        return;
    }
    let found = sentence.dates();
    if let Some(date) = found.last() {
        match date.iso() {
            Some(day) => {
                // Of several, as an early and a final one, the last counts.
                let known = facts.deadline.as_ref();
                if known.is_some_and(|known| *known >= day) {
                    return;
                }
                let review = !is_said
                    || date.ambiguous
                    || found.len() > 1
                    || known.is_some()
                    || doubt::of_deadline(sentence.text);
                facts.tell("validThrough", &day, sentence, review);
                facts.deadline = Some(day);
            }
            None if facts.deadline.is_some() || !is_said => {}
            None => facts.tell(
                "validThrough",
                "a day without a year; not set",
                sentence,
                true,
            ),
        }
    } else if is_said && sentence.text.to_lowercase().contains("none") {
        facts.tell("validThrough", "no deadline", sentence, false);
    }
}
