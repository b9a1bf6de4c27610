//! What stands at the very end of a list without marks and is none of its entries: sentences about the
//! place, its terms and how to apply. Among entries many of them could be one; after the last they are not.

use std::sync::LazyLock;

use super::ending::is_closing;
use crate::block::{Block, BlockKind};
use crate::pattern::{Pattern, is_match, pattern};

/// How lines begin that speak of the place or of applying, and of nobody's tasks and qualifications.
static TRAILING: Pattern = LazyLock::new(|| {
    let lines = [
        // Tags and labels of facts
        r"#[^ ]+$",
        r"(job |req(uisition)? |posting |position |reference |ref\.? )*(id|number|no\.|code|ref(erence)?|location|locations|salary|pay|compensation|stipend|deadline|contact|posted( on)?|closing date|start dates?|accommodations?|disclaimer|equal opportunity|eeo|(pay )?transparency( notice| statement)?|(us|uk|eu|california|colorado) (applicants|candidates|residents)): ",
        // The place
        r"(the |this |our |all |please note that (the |this )?)?(internship|intern|placement|program(me)?|role|position|job|posting|opportunity|employment|co-op)s? (is|are|will be|offers?|pays?) ",
        r"(the |our |all |summer )*(internship|placement|program(me)?|co-op)s? (begins?|starts?|runs?|lasts?|takes? place|will (begin|start|run|last|take)) ",
        r"(our |all |summer )*interns (are|work|receive|earn|get|will (be|receive|work)|enjoy|can expect) ",
        r"(this|the) job description (is|does|may|should) ",
        r"this is (an? |not )",
        r"(the )?(benefits|perks|compensation|base (salary|pay)) (include|includes|may include|is|are|for)\b",
        r"(your recruiter|our recruiters?|a recruiter) (can|will|may) ",
        r"(an? )?(background|drug|reference) (check|screening|test)s? (is|are|will) ",
        r"opportunit(y|ies) (is |are )?available\b",
        r"(we do|visas?|visa sponsorship|sponsorship|relocation( assistance)?|housing) (sponsor|is|are|can|will|may|not) ?",
        // Applying
        r"(only |all |successful |shortlisted |selected |interested |qualified )*(candidates|applicants) ((can|may|will|should|must|need to|are (asked|invited|encouraged|welcome|required|able) to) (also )?(be (asked|considered|contacted|invited|notified|reviewed|required|selected|subject)|hear|receive|undergo|complete|expect|apply|choose|include|attach|submit|send|upload|provide|note|contact|email)|who (are|is) (selected|shortlisted|invited|successful))\b",
        r"(applications?|interviews?|offers?) (will|must|should|are|is|can|may|close|open) ",
        r"(please|kindly) (attach|include|submit|send|upload|provide|note|apply|email|e-mail|contact|visit|see|be aware|do not|quote) ",
        r"(to be considered|to apply|to learn more|to find out more|for more (information|details)|for (any )?(questions|enquiries|inquiries)|due to the|click (here|below|the|on)|sounds? like you|does this sound|still interested|ready to (apply|join|start)|apply (now|today|here|by|online)|come (and )?join|don['’]t (meet|worry|have))\b|(questions|interested)\? ",
    ];
    pattern(&format!("^({})", lines.join("|")))
});

/// What makes a line one of what is asked for, however it begins: "This placement is open to students of botany."
static ASKED: Pattern = LazyLock::new(|| {
    pattern(
        r"\b((for|to) (current |all )?(students|undergraduates|graduates|(candidates|people) who|anyone)|enrolled|graduating|degree|authori[sz]ed to|years? of|experience (in|with|of))\b",
    )
});

/// How sentences begin that have the employer for their subject, called by its name or not.
static OF_EMPLOYER: Pattern = LazyLock::new(|| {
    let sentences = [
        r"(we|we['’](re|ll|ve)|our|at (our|(?-i:[A-Z])[^ ,]*( (?-i:[A-Z])[^ ,]*){0,3}),) ",
        r"((?-i:[A-Z])[^ ]* ){1,4}(is (committed|proud|dedicated|an equal)|participates in|believes?|offers|provides|reserves the right|does not (discriminate|sponsor|accept|provide)|will not sponsor|uses|values|celebrates|welcomes|encourages|embraces|hires|considers)\b",
    ];
    pattern(&format!("^({})", sentences.join("|")))
});

/// Where the entries of a list without marks end that goes no further than `end`. The first is one in any case.
pub(super) fn end_of_entries(blocks: &[Block], end: usize) -> usize {
    let entries = blocks.get(..end).unwrap_or_default();
    let speak = |text: &str| ends_sentence(text) && is_match(&OF_EMPLOYER, text);
    // Where entries speak like that from the start, they all do.
    let is_their_way = entries.first().is_some_and(|first| speak(&first.plain()));
    let trailing = entries.iter().skip(1).rev().take_while(|block| {
        let text = block.plain();
        // A short line may look like a heading.
        let is_said = block.kind == BlockKind::Paragraph
            && (is_closing(&text) || !is_their_way && speak(&text));
        is_said || is_match(&TRAILING, &text) && !is_match(&ASKED, &text)
    });
    entries.len() - trailing.count()
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(lines: &[&str]) -> Vec<Block> {
        let paragraph = |line: &&str| Block::new(BlockKind::Paragraph, line, 1);
        lines.iter().map(paragraph).collect()
    }

    #[test]
    fn what_speaks_of_the_place_is_no_last_entry() {
        for line in [
            "#LI-Hybrid",
            "Req ID: 2027-118",
            "Location: Lowfield",
            "Pay transparency notice: from 20 to 25 dollars.",
            "UK applicants: your right to work is checked.",
            "The placement is full-time and takes place in Lowfield.",
            "This is a paid place.",
            "This position is not open to agencies.",
            "Placements begin in May.",
            "Interns work 35 hours a week.",
            "Employment is contingent on references.",
            "This job description is not complete.",
            "Benefits include fruit and a pension.",
            "A background check is required.",
            "Opportunities available all year.",
            "Candidates may apply for two places.",
            "Applicants must attach a letter.",
            "Only shortlisted candidates will hear from us.",
            "Interviews will be held in February.",
            "Please attach a letter.",
            "To be considered, write to us by 1 March.",
            "Due to the many letters we can’t answer all.",
            "Questions? Write to the head gardener.",
            "Sounds like you? Write to us!",
            "We read every letter as it comes.",
            "At Lowfield Gardens, we believe in compost.",
            "Lowfield Gardens is committed to compost.",
            "Lowfield participates in a scheme for young gardeners.",
        ] {
            let blocks = paragraphs(&["Strong boots", "Likes rain", line]);
            assert_eq!(end_of_entries(&blocks, 3), 2, "{line}");
        }
    }

    #[test]
    fn what_is_asked_for_is_an_entry_also_at_the_end() {
        for line in [
            "Must be authorized to work in the country.",
            "Applicants must be enrolled in a degree programme.",
            "Candidates must have a driving licence.",
            "Candidates will have pruned before.",
            "Applicants should be happy outdoors.",
            "This placement is open to students of botany.",
            "Interns are enrolled in a course.",
            "Able to start in June.",
            "Languages: French",
            "Travel: up to a tenth of the time",
            "This role requires lifting.",
            "Interest in internships of all kinds",
            "Program irrigation systems",
            "Position benches in the shade",
            "Location scouting",
            "Python is a plus.",
            "Apply fertilizer by hand",
            "Contact with visitors",
        ] {
            let blocks = paragraphs(&["Strong boots", "Likes rain", line]);
            assert_eq!(end_of_entries(&blocks, 3), 3, "{line}");
        }
        let ours = ["We prune.", "We water.", "We sow."];
        assert_eq!(end_of_entries(&paragraphs(&ours), 3), 3);
        // Something has to be left.
        assert_eq!(end_of_entries(&paragraphs(&["Location: here"]), 1), 1);
    }

    #[test]
    fn several_of_them_end_a_list_together() {
        let lines = [
            "Strong boots",
            "Interns work 35 hours a week.",
            "Likes rain",
            "Location: Lowfield",
            "We read every letter.",
        ];
        assert_eq!(end_of_entries(&paragraphs(&lines), 5), 3);
        assert_eq!(end_of_entries(&paragraphs(&lines), 4), 3);
    }
}
