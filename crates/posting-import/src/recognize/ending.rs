//! Where a list ends that no heading ends: after its last item, or before the
//! words with which postings close.

use std::sync::LazyLock;

use regex::Regex;

use super::closer::first_closer;
use super::{Part, Role};
use crate::block::{Block, BlockKind};
use crate::pattern::{Pattern, is_match, pattern};

/// Sentences that no task and no qualification is written in: notices, pay, how to apply.
static CLOSING: Pattern = LazyLock::new(|| {
    let sentences = [
        // Notices
        r"\b(is|are|as|being|become) (proud to be |also )?(an? |committed to )*(equal|affirmative|inclusive|e\.?o\.?e)\b.{0,40}\b(opportunit\w+|employer|workplace|action)",
        r"\b(we|applicants?|candidates?|employment)\b.{0,160}\b(regardless of|without regard to|on the basis of|irrespective of)\b",
        r"\bwe (celebrate|value|embrace|welcome|encourage)\b.{0,60}\b(diversity|difference\w*|backgrounds|inclusi\w+|applica\w+)\b",
        r"\b(reasonable|disability) (accommodation|adjustment)s?\b.{0,120}\b(please|contact|request|e?mail|let us know|process|provide\w*)\b|\bcommitted to (providing|working with)\b.{0,80}\baccommodat",
        r"^if you (have|need|require)\b.{0,60}\b(disability|accommodations?|adjustments?)\b",
        r"\b(by (submitting|applying|clicking)|privacy (notice|policy|statement))\b.{0,160}\b(you|your|read|see|learn|processed)\b",
        r"\b(existing vacancy|ai tools in its|background checks? (is|are|will)|fair chance|agenc(y|ies) .{0,40}unsolicited)\b",
        // Pay
        r"^(the|our|this|please note|in addition|your|actual|annual|base)\b.{0,80}\b(salary|salaries|base pay|pay range|hourly rates?|compensation|stipend)\b.{0,60}\b(is|are|range|between|will|for this|from|varies)\b",
        r"\bwe offer\b.{0,120}\b(benefits?|salary|compensation|insurance|leave|stipend|housing|package)\b",
        // Applying
        r"\bapplications? (are|is|will be) (accepted|reviewed|considered|open|closed|processed)\b",
        r"^(to apply|please (apply|submit|send|note that)|apply (now|today|here|by|online)|(we )?(look|are looking) forward to|join us|if (this|you)\b.{0,80}\b(apply|hear from you|excites you|sounds like))\b",
        // Other languages
        r"\bunabhängig von\b.{0,80}\b(geschlecht|herkunft|alter|religion)|^(wir freuen uns auf|bewirb dich|bewerben sie sich|haben wir (dein|ihr) interesse|interesse geweckt|klingt (gut|das))\b",
        r"\b(égalité des chances|à compétences égales|igualdad de oportunidades|igualtat d.oportunitats|igualdade de oportunidades|gelijke kansen|pari opportunità)\b|^(postulez|envoyez|rejoignez|envía|inscríbete|únete)\b",
    ];
    pattern(&sentences.join("|"))
});

/// What every closing sentence has at least. It is told much faster than the sentences, whose gaps
/// keep the automaton large.
static CLOSING_TOPIC: Pattern = LazyLock::new(|| {
    let words = [
        "opportunit|employer|workplace|action|regardless of|without regard to|on the basis of",
        "irrespective of|diversity|difference|backgrounds|inclusi|applica|accommodat|adjustment",
        "submitting|applying|clicking|privacy |existing vacancy|ai tools in its|background check",
        "fair chance|unsolicited|salar|base pay|pay range|hourly rate|compensation|stipend",
        "we offer|apply|please|forward|join us|if this|if you",
        "unabhängig von|wir freuen|bewirb|bewerben|interesse|klingt",
        "égalité|compétences|igualdad|igualtat|gelijke|opportunità|postulez|envoyez|rejoignez",
        "envía|inscríbete|únete",
    ];
    pattern(&words.join("|"))
});

/// Facts of the posting as a line with a label, or as a sentence that begins with them. Few words are enough.
static FACT: Pattern = LazyLock::new(|| {
    let facts = [
        r"^((us|uk|annual|base|starting|hourly|monthly|estimated|expected|total) )*(salary|pay|compensation|wage|stipend)( (range|rate|band))?( \([^)]*\))?: ",
        r"^(application |closing |start(ing)? |end |posting )?(date|deadline)s?: |^apply by:? \S*\d",
        r"^the (application )?deadline\b|^you may apply (to|for)\b|^visa sponsorship (is|will)\b",
        r"^(the|this) (internship|program(me)?|placement|position|role) (is \d|runs\b|lasts\b|starts\b|begins\b|will (run|last|start|begin)\b)",
        r"^(learn|find out|read|see) more\b.{0,80}\b(https?:|www\.)",
        r"^(don['’]t|do not) (meet|tick|have) (every|all)\b|^in addition to (the |a |your )?(base )?(salary|pay)\b",
    ];
    pattern(&facts.join("|"))
});

/// People who speak for the employer.
const SPEAKERS: &str =
    r"(?i)\b(we|we['’](re|ll)|our|us|wir|uns|unser\w*|nous|notre|nos|nosotros|nuestr\w+)\b";

/// Where a word of theirs may stand: all there are, and in ASCII no others.
static MAYBE_SPEAKERS: Pattern = LazyLock::new(|| pattern(SPEAKERS));

/// Where a word of theirs does stand.
static EXACT_SPEAKERS: Pattern = LazyLock::new(|| Regex::new(SPEAKERS).ok());

/// Fewer words than this are an entry, whatever they are.
const FEWEST_WORDS: usize = 6;

/// Whether a sentence closes a posting rather than going on with a list.
pub(crate) fn is_closing(text: &str) -> bool {
    let is_sentence = text.split_whitespace().nth(FEWEST_WORDS - 1).is_some();
    is_sentence && is_match(&CLOSING_TOPIC, text) && is_match(&CLOSING, text)
        || is_match(&FACT, text)
}

/// Whether somebody speaks for the employer, "we" or "our".
pub(crate) fn is_employer(text: &str) -> bool {
    is_match(&MAYBE_SPEAKERS, text) && (text.is_ascii() || is_match(&EXACT_SPEAKERS, text))
}

/// Divides what follows a list from the list: it is another part, which has no heading.
pub(super) fn divided(mut part: Part, employer: &str) -> Vec<Part> {
    if !part.role.is_list() {
        return vec![part];
    }
    let is_item = |block: &Block| block.kind == BlockKind::Item;
    let end = match part.blocks.iter().rposition(is_item) {
        Some(last) => last + 1,
        None => end_without_marks(&part, employer),
    };
    let mut rest = part.blocks.split_off(end.min(part.blocks.len()));
    // A short paragraph between two lists of the part stays; one after the last is another part.
    if rest.iter().all(Block::is_heading) {
        part.blocks.append(&mut rest);
        return vec![part];
    }
    let mut after = Part::new(Role::Other, None);
    after.blocks = rest;
    vec![part, after]
}

/// Without marks only words and blank lines tell entries from the paragraphs after them.
fn end_without_marks(part: &Part, employer: &str) -> usize {
    let blocks = &part.blocks;
    let is_paragraph = |block: &Block| block.kind == BlockKind::Paragraph;
    let later = || blocks.iter().enumerate().skip(1);
    let closing = later().find(|(_, block)| is_paragraph(block) && is_closing(&block.plain()));
    // Entries line by line, then a blank line, and somebody speaks for the employer.
    let gap = later()
        .find(|(_, block)| block.apart)
        .filter(|(index, block)| {
            let text = block.plain();
            let ends = text.ends_with(['.', '!', '?', ')']);
            *index >= 2 && is_paragraph(block) && ends && is_employer(&text)
        });
    let ends = [closing, gap].into_iter().flatten().map(|(index, _)| index);
    let entries = blocks.get(..ends.min().unwrap_or(blocks.len()));
    first_closer(part.role, entries.unwrap_or_default(), employer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_words_are_told_from_entries() {
        for text in [
            "Example Gardens is an equal opportunity employer.",
            "Example Gardens is proud to be an equal opportunity workplace and employer.",
            "We consider all applicants for a place regardless of age or origin.",
            "If you need a reasonable accommodation, please write to us.",
            "If you have a disability or need adjustments, please let us know.",
            "The base salary range for this place is $20 to $30.",
            "Applications are accepted until the gate closes.",
            "Wir freuen uns auf deine Bewerbung und auf dich!",
            "US Salary Range: $50,000 - $60,000 USD",
            "Start date: 1 June 2026",
            "Learn more about us at https://gardens.example/about.",
            "The application deadline is 1 March 2026.",
            "You may apply to a maximum of two positions.",
            "This internship is 12 weeks long and begins on 1 June.",
            "The internship runs from May to July.",
            "Don’t meet every single requirement? Write to us.",
        ] {
            assert!(is_closing(text), "{text}");
        }
        for text in [
            "Support equal access to the gardens for all visitors.",
            "Plan salaries and compensation for the gardeners.",
            "Process applications for allotments within a week.",
            "Apply fertilizer by hand",
            "Learn more about roses",
            "Knows how accommodation for bats is built",
            "Write the privacy policy",
            "Salary planning for gardeners",
            "Start dates of the season",
            "The internship programme of the garden",
        ] {
            assert!(!is_closing(text), "{text}");
        }
    }

    #[test]
    fn lists_without_marks_end_where_the_employer_speaks() {
        let ends = |texts: &[(&str, bool)]| {
            let mut part = Part::new(Role::Minimum, None);
            for (text, apart) in texts {
                let mut block = Block::new(BlockKind::Paragraph, text, 1);
                block.apart = *apart;
                part.blocks.push(block);
            }
            let counts = divided(part, "");
            counts
                .iter()
                .map(|part| part.blocks.len())
                .collect::<Vec<_>>()
        };
        let (boots, rain) = (("Strong boots.", true), ("Likes rain.", false));
        assert_eq!(
            ends(&[boots, rain, ("We would love to meet you.", true)]),
            [2, 1]
        );
        assert_eq!(
            ends(&[boots, ("Likes our roses.", true), ("Likes rain.", true)]),
            [3]
        );
        let notice = "Example Gardens is an equal opportunity employer.";
        assert_eq!(
            ends(&[boots, ("Likes rain.", true), (notice, true)]),
            [2, 1]
        );
    }
}
