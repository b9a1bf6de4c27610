//! Which lengths are those of the programme or of the work, and how they are put.

use super::*;

/// Weeks, months, and whether to look at them.
fn length(title: &str, lines: &[&str]) -> (Option<u16>, Option<u16>, bool) {
    let found = facts(title, lines);
    let mut told = found.found.iter();
    let review = told.any(|fact| fact.field.starts_with("program.") && fact.review);
    (found.program.weeks, found.program.months, review)
}

#[test]
fn the_time_for_which_a_limit_holds_is_no_length() {
    for line in [
        "You may apply to no more than 3 roles in a 12-month period.",
        "Applicants can send up to two applications within any 6-month period.",
        "Candidates are limited to three applications in any rolling 12 months.",
        "You may apply only once per 6 months.",
        "We accept at most two applications over a 12-week window.",
        "Please wait 6 months before you re-apply.",
        "Apply for no more than three jobs in 90 days or 6 months.",
    ] {
        assert_eq!(
            length("Garden Intern", &[line]),
            (None, None, false),
            "{line}"
        );
    }
    for line in [
        "Apply for a place in a 12-week internship, and for no more than two roles.",
        "The internship runs over a 12-week period.",
    ] {
        assert_eq!(length("Garden Intern", &[line]).0, Some(12), "{line}");
    }
}

#[test]
fn labels_tell_the_length() {
    for lines in [
        ["Roses", "Length: 12 months"].as_slice(),
        &["Contract length: 12 months"],
        &["Length of contract: 12 months"],
        &["# Duration", "12 months"],
        &["# Length", "12 months"],
        &["Laufzeit: 12 Monate"],
    ] {
        let expected = (None, Some(12), false);
        assert_eq!(length("Gardener", lines), expected, "{lines:?}");
    }
    for lines in [
        [
            "# Duration",
            "You look after roses that have been with us for 12 months.",
        ]
        .as_slice(),
        &["Length of hedges after 12 months"],
        &["# Roses", "12 months"],
    ] {
        assert_eq!(length("Gardener", lines).1, None, "{lines:?}");
    }
}

#[test]
fn the_length_of_the_work_is_looked_at() {
    for line in [
        "This is a 12-month contract.",
        "We are looking for somebody for a 12 month fixed-term contract.",
        "The position is a 12-month temporary appointment.",
        "12-month assignment, full-time",
    ] {
        let expected = (None, Some(12), true);
        assert_eq!(length("Gardener", &[line]), expected, "{line}");
    }
    let title = length("Gardener (12-month contract)", &[]);
    assert_eq!(title, (None, Some(12), true));
    for line in [
        "Negotiate a 12-month contract.",
        "You sell gardens on a 12-month contract to people who love roses.",
        "Position papers are due in 12 months.",
    ] {
        assert_eq!(length("Gardener", &[line]).1, None, "{line}");
    }
}

#[test]
fn a_length_in_brackets_behind_the_days_is_looked_at() {
    let line = "Dates: June 7 – July 30, 2027 (8 weeks)";
    assert_eq!(length("Gardener", &[line]), (Some(8), None, true));
    let roses = "Roses bloom June 7 – July 30, 2027 (8 weeks)";
    assert_eq!(length("Gardener", &[roses]).0, None);
}

#[test]
fn german_lengths_are_words_of_their_own() {
    for line in [
        "Ein sechsmonatiges Praktikum im Garten.",
        "Unser 6monatiges Pflichtpraktikum",
        "Das Praktikum dauert sechs Monate.",
    ] {
        assert_eq!(length("Gärtner", &[line]).1, Some(6), "{line}");
    }
    let weeks = length("Gärtner", &["Ein zwölfwöchiges Praktikum"]);
    assert_eq!(weeks.0, Some(12));
}
