//! Statements word for word, and what changes them.

mod escapes;

use super::*;
use crate::program::{Length, Starts};
use crate::testing::{English, availability, cohort, date, posting, program, summer};

struct Case {
    posting: Posting,
    availability: Availability,
    choices: Vec<Cohort>,
}

impl Case {
    fn new(availability: Availability, starts: &[&str]) -> Self {
        let summer = summer();
        let choices = starts.iter().map(|start| {
            let cohort = summer.cohort_starting(date(start));
            cohort.expect("a start of the programme")
        });
        Self {
            choices: choices.collect(),
            posting: posting(Some(summer.clone())),
            availability,
        }
    }

    fn statement(&self) -> Statement<'_> {
        Statement::new(&self.posting, &self.availability, &self.choices).expect("a statement")
    }

    fn forms(&self) -> [String; 5] {
        let statement = self.statement();
        [
            statement.resume_line(&English),
            statement.sentence(&English),
            statement.markdown(&English),
            statement.latex(&English),
            statement.json(),
        ]
    }
}

fn stated() -> Availability {
    availability(
        "2026-05-11",
        "2026-08-28",
        &[("2026-06-03", "2026-06-05", "exam")],
    )
}

fn nothing() -> Availability {
    Availability::default()
}

#[track_caller]
fn check_line(availability: Availability, starts: &[&str], expected: &str) {
    let case = Case::new(availability, starts);
    assert_eq!(case.statement().resume_line(&English), expected);
}

#[track_caller]
fn check_sentence(availability: Availability, starts: &[&str], expected: &str) {
    let case = Case::new(availability, starts);
    assert_eq!(case.statement().sentence(&English), expected);
}

/// A start outside of the availability on the same line must not look like a promise.
#[test]
fn every_form_says_that_a_choice_is_not_covered() {
    let case = Case::new(
        availability("2026-05-12", "2026-09-01", &[]),
        &["2026-05-11", "2026-05-18"],
    );
    assert_eq!(
        case.statement().resume_line(&English),
        "Available 12 May – 1 September 2026; preferred starts, best first, \
         11 May 2026 (not fully within these dates) and 18 May 2026"
    );
    let [resume, sentence, markdown, latex, json] = case.forms();
    for form in [resume, sentence, markdown, latex] {
        assert_eq!(form.matches("(not fully within").count(), 1, "{form}");
    }
    assert_eq!(json.matches("\"fits\": false").count(), 1, "{json}");
}

#[test]
fn nothing_stated_is_no_statement() {
    assert_eq!(Statement::new(&posting(None), &nothing(), &[]), None);
}

#[test]
fn resume_lines() {
    check_line(
        stated(),
        &["2026-05-18"],
        "Available 11 May – 28 August 2026 except 3–5 June 2026 (exam); preferred start 18 May 2026 \
         (not fully within these dates)",
    );
    check_line(
        availability("2026-05-11", "2026-08-28", &[]),
        &["2026-05-18", "2026-05-11"],
        "Available 11 May – 28 August 2026; preferred starts, best first, 18 May 2026 and 11 May 2026",
    );
    check_line(nothing(), &["2026-05-11"], "Preferred start 11 May 2026");
    check_line(
        availability("2026-05-11", "", &[]),
        &[],
        "Available from 11 May 2026",
    );
    check_line(
        availability("", "2026-08-28", &[]),
        &[],
        "Available until 28 August 2026",
    );
    let busy = [
        ("2026-06-03", "2026-06-03", ""),
        ("2026-12-30", "2027-01-02", " a\n b "),
    ];
    check_line(
        availability("", "", &busy),
        &[],
        "Available except 3 June 2026 and 30 December 2026 – 2 January 2027 (a b)",
    );
}

#[test]
fn sentences_name_the_ends_of_the_cohorts() {
    check_sentence(
        availability("2026-05-11", "2026-08-28", &[]),
        &["2026-05-18"],
        "I am available for the Strategy Intern position at Example & Co: 11 May – 28 August 2026. \
         My preferred dates for the 12 weeks are 18 May – 7 August 2026.",
    );
    check_sentence(
        nothing(),
        &["2026-05-26", "2026-05-11"],
        "For the Strategy Intern position at Example & Co, my preferred dates, best first, for the \
         12 weeks are 26 May – 17 August 2026 and 11 May – 31 July 2026.",
    );
    check_sentence(
        stated(),
        &[],
        "I am available for the Strategy Intern position at Example & Co: 11 May – 28 August 2026, \
         except 3–5 June 2026 (exam).",
    );
}

#[test]
fn a_choice_that_the_availability_does_not_cover_says_so() {
    check_sentence(
        availability("2026-05-11", "2026-08-28", &[]),
        &["2026-06-22", "2026-06-08"],
        "I am available for the Strategy Intern position at Example & Co: 11 May – 28 August 2026. \
         My preferred dates, best first, for the 12 weeks are 22 June – 11 September 2026 (not fully \
         within these dates) and 8 June – 28 August 2026.",
    );
}

#[test]
fn an_open_length_has_no_end_to_name() {
    let open = program(Length::Open, Starts::Any);
    let case = Case {
        choices: vec![open.cohort_starting(date("2026-05-18")).expect("a cohort")],
        posting: posting(Some(open)),
        availability: nothing(),
    };
    assert_eq!(
        case.statement().sentence(&English),
        "For the Strategy Intern position at Example & Co, my preferred dates are from 18 May 2026."
    );
    assert!(case.statement().json().contains("\"lastDay\": null"));
}

#[test]
fn list_forms() {
    let case = Case::new(stated(), &["2026-06-08", "2026-05-18"]);
    let [_, _, markdown, latex, _] = case.forms();
    assert_eq!(
        markdown,
        "**Availability**\n\n\
         - Available 11 May – 28 August 2026 except 3–5 June 2026 (exam)\n\
         - Choice 1: 8 June – 28 August 2026\n\
         - Choice 2: 18 May – 7 August 2026 (not fully within these dates)\n"
    );
    assert_eq!(
        latex,
        "\\textbf{Availability}\n\
         \\begin{itemize}\n\
         \x20 \\item Available 11 May -- 28 August 2026 except 3--5 June 2026 (exam)\n\
         \x20 \\item Choice 1: 8 June -- 28 August 2026\n\
         \x20 \\item Choice 2: 18 May -- 7 August 2026 (not fully within these dates)\n\
         \\end{itemize}\n"
    );
}

#[test]
fn json_keeps_everything_in_iso_dates() {
    let case = Case::new(stated(), &["2026-06-08", "2026-05-18"]);
    let text = case.statement().json();
    assert!(text.starts_with("{\n  \""), "{text}");
    let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let expected = serde_json::json!({
        "posting": {
            "id": "strategy-intern",
            "title": "Strategy Intern",
            "organization": "Example & Co",
        },
        "availability": {
            "earliestStart": "2026-05-11",
            "latestEnd": "2026-08-28",
            "busy": [{ "first": "2026-06-03", "last": "2026-06-05", "label": "exam" }],
        },
        "choices": [
            { "start": "2026-06-08", "lastDay": "2026-08-28", "fits": true },
            { "start": "2026-05-18", "lastDay": "2026-08-07", "fits": false },
        ],
    });
    assert_eq!(read, expected);
}

#[test]
fn every_form_changes_with_every_change_of_the_choices() {
    let starts = ["2026-05-11", "2026-05-18", "2026-06-22"];
    let mut rankings: Vec<Vec<&str>> = vec![vec![]];
    for &first in &starts {
        rankings.push(vec![first]);
        for &second in starts.iter().filter(|second| **second != first) {
            rankings.push(vec![first, second]);
            let third = starts.iter().find(|third| ![first, second].contains(third));
            rankings.push(vec![first, second, *third.expect("a third start")]);
        }
    }
    assert_eq!(rankings.len(), 16);
    let of = |ranking: &Vec<&str>| Case::new(stated(), ranking).forms();
    for (index, one) in rankings.iter().enumerate() {
        for other in &rankings[index + 1..] {
            for (form, changed) in of(one).iter().zip(of(other)) {
                assert_ne!(*form, changed, "{one:?} and {other:?}");
            }
        }
    }
}

#[test]
fn a_title_cannot_break_a_form() {
    let mut case = Case::new(stated(), &["2026-05-18"]);
    case.posting.title = "Intern\n\n# Owned\r\n".to_owned();
    assert!(
        case.statement()
            .sentence(&English)
            .contains("the Intern # Owned position")
    );
    case.choices = vec![cohort("2026-05-18", "2026-05-18")];
    assert!(!case.statement().resume_line(&English).contains('\n'));
}
