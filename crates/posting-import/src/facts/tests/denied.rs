//! What is denied, and what only looks like a fact.

use super::*;

/// What was told of a field, each with whether to look at it.
fn told(line: &str, field: &str) -> Vec<(String, bool)> {
    let found = facts("Garden Intern", &[line]).found;
    let told = found.into_iter().filter(|fact| fact.field == field);
    told.map(|fact| (fact.value, fact.review)).collect()
}

#[test]
fn a_review_that_is_denied_is_not_rolling() {
    for line in [
        "We do not review applications on a rolling basis.",
        "Applications aren’t read on a rolling basis.",
        "Candidates are never considered on a rolling basis.",
        "There are no rolling admissions.",
        "Applications are not rolling, and close in May.",
        "Bewerbungen werden nicht laufend geprüft.",
    ] {
        let found = facts("Garden Intern", &[line]);
        assert!(!found.rolling && found.found.is_empty(), "{line}");
    }
    for (line, review) in [
        ("We review applications on a rolling basis.", false),
        (
            "Not only this: applications are read on a rolling basis.",
            false,
        ),
        (
            "Applications don’t close, but are reviewed on a rolling basis.",
            false,
        ),
        (
            "There is no deadline; applications are reviewed on a rolling basis.",
            false,
        ),
        (
            "We have no deadline and review applications on a rolling basis.",
            true,
        ),
        (
            "We do not wait and read applications on a rolling basis.",
            true,
        ),
    ] {
        let rolling = [("true".to_owned(), review)];
        assert_eq!(told(line, "application.rollingReview"), rolling, "{line}");
    }
}

#[test]
fn a_time_within_which_something_happens_is_no_start() {
    for line in [
        "You hear from us within 3 weeks from March 1, 2027.",
        "Offers for the internship are made within two weeks of March 1, 2027.",
    ] {
        assert!(days(&facts("Garden Intern", &[line])).is_empty(), "{line}");
    }
    let both = "The internship starts on June 7, 2027, within 3 weeks of graduation.";
    assert_eq!(days(&facts("Garden Intern", &[both])), ["2027-06-07"]);
}

#[test]
fn projects_are_limited_where_people_apply_to_them() {
    for (line, in_order) in [
        ("You may apply to up to two projects.", false),
        ("Candidates can apply for only two opportunities.", false),
        ("Please apply to no more than two vacancies.", false),
        (
            "Apply for a maximum of two projects; we read applications in the order of your preference.",
            true,
        ),
    ] {
        let limit = facts("Garden Intern", &[line]).limit;
        let limit = limit.map(|limit| (limit.positions, limit.in_order));
        assert_eq!(limit, Some((2, in_order)), "{line}");
    }
    for line in [
        "Candidates will work on up to two projects.",
        "Apply what you learned in two projects.",
        "The best applicants show two projects.",
        "Apply for two opportunities: one here and one there.",
    ] {
        assert!(facts("Garden Intern", &[line]).limit.is_none(), "{line}");
    }
}

#[test]
fn a_privacy_notice_may_be_named_behind_its_address() {
    let privacy = |line: &str| facts("Gardener", &[line]).privacy;
    let line = "Read https://gardens.example/people for what we store (Applicant Privacy Notice).";
    let address = "https://gardens.example/people";
    assert_eq!(privacy(line).as_deref(), Some(address));
    assert_eq!(
        told(line, "privacyPolicy.url"),
        [(address.to_owned(), true)]
    );
    for line in [
        "Read https://gardens.example for how we build walls for privacy.",
        "Read https://gardens.example/a or https://gardens.example/b, the privacy notice.",
    ] {
        assert_ne!(
            privacy(line).as_deref(),
            Some("https://gardens.example/a"),
            "{line}"
        );
        assert_ne!(
            privacy(line).as_deref(),
            Some("https://gardens.example"),
            "{line}"
        );
    }
}

#[test]
fn a_class_is_a_time_of_graduation() {
    let of_graduation = "a time of graduation; no rule was set";
    let of_a_class = "a class, which may be that of a graduation; no rule was set";
    for (line, value) in [
        ("Open to students of the Class of 2028", of_graduation),
        ("Class of 2028 undergraduates", of_graduation),
        ("You graduate with the class of 2028.", of_graduation),
        ("Meet our class of 2028!", of_a_class),
    ] {
        assert_eq!(
            told(line, "graduation"),
            [(value.to_owned(), true)],
            "{line}"
        );
    }
    for line in [
        "Classes of 20 people",
        "A class of 2028 roses, and students",
    ] {
        let expected = usize::from(line.contains("2028"));
        assert_eq!(told(line, "graduation").len(), expected, "{line}");
    }
}

#[test]
fn german_postings_say_from_when_they_seek_somebody() {
    for line in [
        "Für den Garten suchen wir zum 01.09.2026 eine Praktikantin.",
        "Wir suchen ab dem 01.09.2026 Verstärkung.",
        "Zum 01.09.2026 suchen wir eine Gärtnerin.",
        "Das Gartenamt sucht zum 1. September 2026 Leute.",
    ] {
        assert_eq!(days(&facts("Gärtner", &[line])), ["2026-09-01"], "{line}");
    }
    for line in [
        "Wir suchen bis zum 01.09.2026 alte Rosen.",
        "Wer Rosen sucht, findet sie seit dem 01.09.2026.",
    ] {
        assert!(days(&facts("Gärtner", &[line])).is_empty(), "{line}");
    }
}
