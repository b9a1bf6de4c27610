//! Lines behind the last entry of a list without marks: they tell of the posting, the employer or the
//! application, where entries tell of the candidate. Only the end of a list is looked at, so that an entry
//! which speaks like one of them stays one as long as another entry follows it.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::bytes::{Regex, RegexBuilder};

use super::ending::is_employer;
use super::{Role, role_of};
use crate::block::{Block, BlockKind};

/// Patterns of bytes, as those of headings: small letters, straight quotes.
type Pattern = LazyLock<Option<Regex>>;

fn pattern(text: &str) -> Option<Regex> {
    RegexBuilder::new(text).unicode(false).build().ok()
}

fn is_match(pattern: &Option<Regex>, text: &str) -> bool {
    let small = text.to_lowercase().replace('’', "'");
    let pattern = pattern.as_ref();
    pattern.is_some_and(|pattern| pattern.is_match(small.as_bytes()))
}

/// What begins no entry, however short it is and however it ends.
static LINE: Pattern = LazyLock::new(|| {
    let lines = [
        r"^(please|click|bitte|merci (de|d'))\b|^(any |have )?(questions|fragen|des questions)\b.{0,20}\?|^(sounds? (like you|good|great|interesting)|interested|ready)\b.{0,40}\?",
        r"^(for|in case of|bei|für) (any |more |further |additional |all |weitere )*(information|details|questions|inquiries|enquiries|fragen|rückfragen)\b",
        r"^to (be considered|apply|learn more|find out more)\b.{0,80}\b(apply|write to|application|submit|send|include|upload|resume|cv|letter|transcript|contact|visit|see)\b",
        r"^apply (now|today|here|online|by|before|via)\b|^(come )?join us\b|^only (shortlisted|selected|successful)\b|^(due to|because of|given) the (\w+ )?(volume|number|many|letters|applications)\b",
        r"^(an? )?(equal opportunity|eoe\b|eeo\b)|^no (visa|sponsorship|agenc|recruiters|phone calls|relocation)|^(date )?posted\b.{0,12}\d|^©",
        r"^(jetzt bewerben|bewirb|weitere informationen|haben wir|klingt|pour (postuler|plus d)|postulez|envoyez|para (postular|aplicar|más información)|envía)\b",
        r"^((multiple|several|other|additional|two|three|four|five|\d+) )?(opportunities|positions|openings|start dates) (are |may be )?(available|open)\b|^(there is )?a? ?limit of (one|two|three|four|five|\d)\b",
        r"^you (can|may) (only |also )?(apply|submit)\b|^you can (find|read|see|learn)( out)? more\b|^you (don't|do not) (need|have) to (meet|tick|have|be|match)\b.{0,40}\b(all|every\w*|each|any|perfect)\b|^(even )?if (you (are |do not |don't )|you're )?(selected|chosen|shortlisted|meet|tick)\b",
        r"^not sure\b|^studies (have )?shown?\b|^thank(s| you) for\b|^(up)?on (successful )?completion\b|^(fraud|scam|beware|agencies|recruiters|recruitment agencies)\b|^come (and |grow|join|work|build|see|meet)",
        r"^no (prior |previous |specific )?(experience|knowledge|cover letter|transcript|resume)\b.{0,40}\b(needed|required|necessary|expected)\b",
    ];
    pattern(&lines.join("|"))
});

/// Sentences whose subject is the job, the people in it, or what becomes of an application. What is asked of
/// somebody, "Applicants must be enrolled", is none of them.
static SENTENCE: Pattern = LazyLock::new(|| {
    let sentences = [
        // The job
        r"^(this|the|our) ([\w-]+ ){0,3}?(internship|program(me)?|placement|position|role|job|posting|vacancy|opportunity|description|fellowship|traineeship)( is| isn't| will be| may be| has been|, which is) (also |currently |generally |expected to be )?(not|based|located|paid|unpaid|full|part|an? |remote|hybrid|on-?site|in[ -]|eligible|ineligible|expected|scheduled|subject|contingent|temporary|offered|planned|available (from|in|at|now|year)|for an existing|\d)",
        r"^(this|the|our) ([\w-]+ ){0,3}?(internship|program(me)?|placement|position|role|job|fellowship|traineeship) ((can|may) be (held|located|based|done|remote|hybrid)|will (run|last|start|begin|end|pay|offer|not|take place)|includes|consists|does|doesn't|offers|pays|reports|runs|starts|begins|lasts|ends|takes place)\b",
        r"^this is (an? )?(un)?paid\b|^(an? )?(background|drug|reference) (check|screening|test)s? (is|are|will)\b",
        r"^this is (an?|our) .{0,80}\b(internship|program(me)?|placement|position|role|job|opportunity|vacancy|contract|fellowship)\b",
        r"^((our|all|the|these|most|summer) )*(internships|placements|program(me)?s|fellowships) (are|begin|start|run|last|take place|end|will|pay|typically|usually)\b",
        // The people in it
        r"^((our|all|the|summer|selected) )*(interns|fellows|trainees|participants) (are|will be|may be) (also |not |typically |eventually )*(paid|unpaid|eligible|hired|based|offered|provided|compensated|employed|entitled)\b",
        r"^((our|all|the|summer|selected) )*(interns|fellows|trainees|participants) (will |may |also )*(receive|get|earn|enjoy|have access)\b",
        r"^((our|all|the|summer) )*(interns|fellows|trainees|participants) (will |typically |usually )?work (\w+ to )?([\w-]+ hours|full[ -]time|part[ -]time|on-?site|remotely)\b",
        r"^((our|all|the) )*(interns|fellows|trainees|participants|students) (are expected to (be|work) (in|on-?site|at|from)|(will |may |also )*receive)\b|^(the|our|this) team (is|sits|has)\b|^you( will|'ll) (report to|receive|be paid|earn)\b",
        r"^[\w -]{3,40} (may|can|will|could) (also )?(receive|be offered|be considered for|lead to) .{0,30}\b(offer|role|position|job|contract)\b",
        // Applications
        r"^((all|qualified|successful|selected|shortlisted|eligible|external|internal|us) )*(candidates?|applicants?) (are (encouraged|invited|asked|welcome|limited|advised|reviewed)|(can|may) (only |also )?(apply|submit|choose|select|request)|will (only |not |also )*(be )?(contacted|notified|informed|considered|interviewed|asked|reviewed|invited|hear|receive)|who)\b",
        r"^((all|qualified|successful|selected|shortlisted|eligible|external|internal|us) )*(candidates?|applicants?) (must|should|need to|will need to|are required to|have to) (also )?(include|submit|attach|send|upload|apply|indicate|register)\b|^interested (candidates|applicants|students)\b",
        r"^((all|your|the|complete|incomplete|late|job) )*(applications?|interviews?|offers?) (are|is|will|must|should|may|can|close|open|take place|start|begin|received)\b",
        r"^((all|any|your|continued) )*((offers? of )?employment) (is|will be|may be)\b|^your (recruiter|(personal )?data|application|details)\b|^the (hiring|recruiting|recruitment|talent) (team|manager|process)\b",
        r"^(submit|send|upload|attach|include|e-?mail|apply)\b.{0,60}\b(application|cv|résumé|resume|letter|transcript|portfolio|portal|website|careers page)\b|^(an? |your )?(cover letter|resume|résumé|cv|transcript)s?\b.{0,60}\b(is|are) (not )?(required|optional|needed|welcome)\b",
        r"^(learn|find out|read|see|discover) more\b|^(visit|follow|see|check out)\b.{0,40}\b(website|careers|page|linkedin|blog)\b",
        // What it comes with, and when
        r"^((the|our|your|base|total|annual|hourly|intern) )*(compensation|salary|pay|stipend|wages?|rate)\b.{0,60}\b(is|are|ranges?|will be|starts|varies|depends)\b|^housing stipends?\b",
        r"^((our|other|additional|the|intern|company) )*(benefits|perks) (include|are|may include|also include|vary)\b",
        r"^(relocation|housing|visa|immigration|sponsorship|accommodation|transportation|meals?|lunch|flights?|travel)\b.{0,60}\b(is|are|will be|may be|can be) (not |also |fully )?(available|provided|offered|covered|included|paid|reimbursed|possible)\b",
        r"^(the |our )?((expected|anticipated|target|earliest) )?(start date|end date|duration|working hours|deadline)\b.{0,40}\b(is|are|will be)\b",
        // Employers whom nobody has named
        r"^[\w&.' -]{2,40} (participates in e-?verify|reserves the right|does not (discriminate|sponsor|accept)|is unable to (sponsor|offer|provide)|prohibits discrimination)\b",
        // Other languages
        r"^(das|dieses|die|diese|der) (praktikum|stelle|position|praktikumsplatz|vergütung|arbeitsort|dauer|einsatzort) |^bewerbungen |^(le|ce|la|cette) (stage|poste|offre|durée) (est|sera|commence|dure|débute)\b|^(el|la|las|estas) (puesto|posición|beca|prácticas) (es|está|son|dura|duran|empieza|empiezan)\b",
    ];
    pattern(&sentences.join("|"))
});

/// What the employer asks for is asked of the candidate.
static ASKS: Pattern = LazyLock::new(|| {
    pattern(
        r"^(we|wir|nous|buscamos)\b.{0,30}\b(expect|require|ask|need|want|seek(ing)?|look(ing)?|prefer|like|love|hop(e|ing)|search\w*|erwarten|suchen|wünschen|recherch\w+|cherch\w+|attend\w+|demand\w+) (for |that |to (see|have|meet|find) )?(you|your|an?|some\w+|candidates|applicants|people|students|dich|dir|sie|ihnen|ein\w*|une?|que)\b",
    )
});

/// Labels of what a posting tells of itself, which no role of headings has.
static LABEL: Pattern = LazyLock::new(|| {
    pattern(
        r"^((job|req|requisition|reference|ref|posting|vacancy|position|tracking)\.? ?(id|nos?\.?|nr\.?|number|code|ref(erence)?|requisition)?|application limit|(us|uk|eu|california|colorado) (applicants|candidates|residents)|kennziffer|referenznummer|stellennummer|référence|e-?mail|phone|website)( ?#)?$",
    )
});

/// Verbs behind an employer's name that begin no demand.
const VERBS: &str = "is are was has have will may can cannot does do provides offers believes values uses reserves \
    welcomes encourages considers supports complies celebrates strives embraces prohibits recognizes \
    pays sponsors";

/// Words of what is asked for, behind labels and the names of employers.
const NEEDS: &str = "must able ability willing require requires required looking seeking searching fluent experience \
    available";

/// Longer values of labels, in words, are sentences.
const LONGEST_VALUE: usize = 8;

/// Longer lines than this, in characters, are prose, unless they are a single sentence.
const LONGEST_ENTRY: usize = 240;

/// The place of the first of the lines that close a list without marks; the number of all if there is none.
pub(super) fn first_closer(role: Role, blocks: &[Block], employer: &str) -> usize {
    let mut first = blocks.len();
    let mut below_is_prose = false;
    for (place, block) in blocks.iter().enumerate().skip(1).rev() {
        let text = block.plain();
        // Prose between lines that close is of their kind, and so is the line right above it.
        let is_prose = is_prose(&text);
        let is_passed = is_prose || below_is_prose && !ends_sentence(&text);
        if block.kind != BlockKind::Paragraph {
            break;
        }
        if is_tag(&text) || is_label(&text) || is_line(&text) || is_sentence(&text, employer) {
            first = place;
        } else if first == place + 1 && is_question(&text) {
            // "Where is it?" heads what answers it.
            first = place;
        } else if !is_passed {
            break;
        }
        below_is_prose = is_prose;
    }
    let Some(closers) = blocks.get(first..).filter(|closers| !closers.is_empty()) else {
        return first;
    };
    let entries = Entries::of(blocks.get(..first).unwrap_or_default());
    let last_like = closers
        .iter()
        .rposition(|block| entries.are_like(role, &block.plain()));
    last_like.map_or(first, |place| first + place + 1)
}

/// What the entries of a list have in common. Among its like a line is an entry.
struct Entries {
    count: usize,
    labelled: usize,
    are_ended: bool,
    first_words: HashSet<String>,
}

impl Entries {
    fn of(entries: &[Block]) -> Self {
        let texts = || entries.iter().map(Block::plain);
        Self {
            count: entries.len(),
            labelled: texts().filter(|text| label_of(text).is_some()).count(),
            are_ended: texts().any(|text| ends_sentence(&text)),
            first_words: texts().map(|text| first_word(&text)).collect(),
        }
    }

    /// Whether a line begins like one of them, or has nothing to tell it from them.
    fn are_like(&self, role: Role, line: &str) -> bool {
        if is_line(line) {
            return false;
        }
        if label_of(line).is_some() {
            return !is_id(line) && self.labelled * 2 >= self.count;
        }
        if !ends_sentence(line) {
            return false;
        }
        let speaks_of_work = role == Role::Responsibilities && is_employer(line);
        self.are_ended && (self.count == 1 || speaks_of_work)
            || self.first_words.contains(&first_word(line))
    }
}

fn is_question(text: &str) -> bool {
    let words = [
        "where", "when", "how", "why", "wo", "wann", "wie", "où", "quand", "comment",
    ];
    text.ends_with('?') && words.contains(&first_word(text).as_str())
}

fn is_prose(text: &str) -> bool {
    text.len() > LONGEST_ENTRY && crate::read::sentences(text).len() > 2
}

/// Tags for job boards.
fn is_tag(text: &str) -> bool {
    text.starts_with("#LI-")
}

fn is_line(text: &str) -> bool {
    is_match(&LINE, text) || has_address(text)
}

/// Whether a text names an address to write to.
fn has_address(text: &str) -> bool {
    let is_address = |word: &str| {
        word.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.trim_end_matches(['.', ',', ')']).contains('.')
        })
    };
    text.contains('@') && text.split(' ').any(is_address)
}

fn label_of(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.split_once(": ")?;
    let is_short = label.split(' ').nth(4).is_none() && label.len() <= 60;
    is_short.then_some((label, value))
}

/// Whether a line is a number by which the employer knows the posting, or the like.
fn is_id(text: &str) -> bool {
    label_of(text).is_some_and(|(label, _)| is_match(&LABEL, label))
}

/// Whether a line has a label of what a posting tells of itself.
fn is_label(text: &str) -> bool {
    let Some((label, value)) = label_of(text) else {
        return false;
    };
    if is_match(&LABEL, label) {
        return true;
    }
    let is_notice = || {
        let small = label.to_lowercase();
        let notices = [
            "notice",
            "opportunity",
            "accommodation",
            "privacy",
            "e-verify",
        ];
        notices.iter().any(|notice| small.contains(notice))
    };
    let is_short = || value.split(' ').nth(LONGEST_VALUE).is_none();
    let is_fact = match role_of(label) {
        Some(Role::Pay | Role::Benefits) => true,
        Some(Role::Starts | Role::Apply | Role::Other) => is_short(),
        Some(Role::Legal) => is_notice() || is_employer(&first_word(value)),
        _ => (crate::read::names_place(label) || names_fact(label)) && is_short(),
    };
    is_fact && !asks(value)
}

fn names_fact(label: &str) -> bool {
    let small = label.to_lowercase();
    let facts = [
        "category",
        "contract",
        "contract type",
        "department",
        "employment type",
        "job category",
        "job family",
        "job type",
        "work model",
        "workplace",
        "workplace type",
    ];
    facts.contains(&small.as_str()) || small.ends_with(" date") || small.ends_with(" dates")
}

fn is_sentence(text: &str, employer: &str) -> bool {
    if !ends_sentence(text) {
        return false;
    }
    let speaks = || {
        let first = first_word(text);
        let is_speaker = is_employer(&first) && first != "us";
        // "At this time, we".
        let (before, behind) = text.split_once(", ").unwrap_or_default();
        let is_behind = before.split(' ').count() <= 4 && is_employer(&first_word(behind));
        is_speaker && !is_match(&ASKS, text) || is_behind && !is_match(&ASKS, behind)
    };
    speaks() || names_employer(text, employer) || is_match(&SENTENCE, text)
}

/// Whether the employer's name is the subject of a sentence.
fn names_employer(text: &str, employer: &str) -> bool {
    let name = employer.split(',').next().unwrap_or_default();
    let ends = [
        " Inc.", " Inc", " Ltd.", " Ltd", " LLC", " GmbH", " AG", " SE", " Corp.",
    ];
    let name = ends
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name);
    let Some(behind) = Some(name).filter(|name| name.len() > 2) else {
        return false;
    };
    let Some(behind) = text.strip_prefix(behind) else {
        return false;
    };
    let is_owner = behind.starts_with("’s ") || behind.starts_with("'s ");
    let verb = behind.strip_prefix(' ').map(first_word);
    let begins_none = verb.is_some_and(|verb| VERBS.split(' ').any(|known| known == verb));
    (is_owner || begins_none) && !asks(behind)
}

fn asks(text: &str) -> bool {
    let small = text.to_lowercase();
    let mut words = small.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| NEEDS.split(' ').any(|known| known == word))
}

fn first_word(text: &str) -> String {
    let word = text.split([' ', ',']).next().unwrap_or_default();
    word.to_lowercase().replace('’', "'")
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', ')'])
}

#[cfg(test)]
mod tests;
