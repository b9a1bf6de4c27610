//! What follows the last entry of a list without marks and closes the posting, and entries that only look like it.

use serde_json::{Value, json};

use crate::WORDS;
use crate::score::{Score, words_of};

const ENTRIES: [&str; 3] = ["You like rain", "You can climb", "You study botany"];

/// A posting whose unmarked qualifications are the entries and then these lines.
#[track_caller]
fn check(gap: &str, lines: &[&str], expected: &[&str]) {
    let entries = ENTRIES.join(gap);
    let lines = lines.join("\n\n");
    let tasks = "Responsibilities\n\n- Prune\n- Sow";
    for end in ["", "\n\nNice to have\n\n- A rake\n"] {
        let text = format!(
            "Garden Intern\nExample Gardens — York\n\n{tasks}\n\nRequirements\n\n{entries}\n\n{lines}{end}"
        );
        let preferred: &[&str] = if end.is_empty() { &[] } else { &["A rake"] };
        let minimum = [&ENTRIES[..], expected].concat();
        let truth = json!({ "responsibilities": ["Prune", "Sow"], "minimum": minimum, "preferred": preferred });
        let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
        let json = &import.postings[0].json;
        let posting = serde_json::from_str::<Value>(json).unwrap();
        let score = Score::of(&posting, &truth, &words_of(&text));
        assert_eq!(score.f1(), 1.0, "{text}\n{json}");
        assert!(score.kept() >= WORDS, "{text}\n{:?}", score.lost);
    }
}

#[test]
fn closing_lines_are_no_entries() {
    for lines in [
        &["Job ID: G-14"][..],
        &[
            "Job ID: G-14",
            "#LI-Hybrid",
            "Pay notice: it depends on the garden.",
        ],
        &[
            "Location: York",
            "Applications are read as they come in, week by week.",
        ],
        &["Example Gardens is committed to fair hiring."],
        &[
            "Interns are paid by the hour.",
            "This is a summer job at the river.",
            "Please send a drawing.",
        ],
        &["We read every letter. Answers take a week."],
        &[
            "Interviews will be held in March.",
            "Example Gardens is an equal opportunity employer.",
        ],
    ] {
        for gap in ["\n", "\n\n"] {
            check(gap, lines, &[]);
        }
    }
}

#[test]
fn entries_at_the_end_stay_entries() {
    for line in [
        "Applicants must be enrolled in a degree programme.",
        "Must be allowed to work in the country without sponsorship.",
        "This role requires work on Sundays.",
        "We expect you to like rain.",
        "Languages: English",
    ] {
        check("\n\n", &[line], &[line]);
        // Entries in the middle are none of the lines that close, however these speak.
        let lines = [line, "Interns are paid by the hour.", "Job ID: G-14"];
        check("\n\n", &lines, &[line]);
        let middle = ["Interns are paid by the hour.", line];
        check("\n\n", &middle, &middle);
    }
}
