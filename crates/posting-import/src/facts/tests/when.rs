//! Which days of a posting are starts, and which length is the programme’s.

use super::*;

#[test]
fn a_part_of_a_programme_is_not_its_length() {
    let weeks = |line| facts("Garden Intern", &[line]).program.weeks;
    assert_eq!(weeks("You ship code in your first two weeks."), None);
    assert_eq!(
        weeks("After a two-week onboarding, the 10-week internship begins."),
        None,
        "what comes after something is not looked at"
    );
    assert_eq!(
        weeks("A two-week onboarding opens the 10-week internship."),
        Some(10)
    );
    assert_eq!(weeks("A 1 week orientation opens the program."), None);
    assert_eq!(
        weeks("The internship has two rotations of 6 weeks each."),
        None
    );
    assert_eq!(weeks("The internship lasts twelve (12) weeks."), Some(12));
    let least = facts(
        "Garden Intern",
        &["The internship lasts at least three months."],
    );
    assert_eq!(least.program.months, Some(3));
    assert!(least.found[0].review);
}

#[test]
fn the_words_before_a_day_say_what_it_is() {
    let starts = |line: &str| days(&facts("Garden Intern", &[line]));
    for none in [
        "Interviews: week commencing 2 March 2026",
        "Interviews for the internship will be held in the week beginning 9 March 2026.",
        "The internship timeline: offers: February 13, 2026",
        "Closing date for the internship: 2 March 2026",
        "This internship has application deadline March 2, 2026",
    ] {
        assert!(starts(none).is_empty(), "{none}");
    }
    assert_eq!(
        starts("Start date: January 11, 2027; End date: April 30, 2027"),
        ["2027-01-11/2027-04-30"]
    );
    assert_eq!(
        starts("The internship starts on 7 September 2026 and applications close on 1 June 2026."),
        ["2026-09-07"]
    );
    assert_eq!(
        starts("Apply by 1 June 2026; the program starts on 7 September 2026."),
        ["2026-09-07"]
    );
    for whole in [
        "This is a 12-week internship (May 18 – August 7, 2026).",
        "The internship lasts 12 weeks, from May 18, 2026 to August 7, 2026.",
        "The internship runs between May 18 and August 7, 2026.",
    ] {
        assert_eq!(starts(whole), ["2026-05-18/2026-08-07"], "{whole}");
    }
    let list = ["Interns can start on:", "June 1, 2026", "June 8, 2026"];
    let list = facts("Garden Intern", &list);
    assert_eq!(days(&list), ["2026-06-01", "2026-06-08"]);
    assert!(
        list.found.iter().all(|fact| fact.review),
        "only the lead says so"
    );
    let year = ["# Summer 2027 Start Dates", "May 11th", "May 18th"];
    let year = facts("Garden Intern", &year);
    assert_eq!(days(&year), ["2027-05-11", "2027-05-18"]);
    assert!(year.found.iter().all(|fact| fact.review));
}

#[test]
fn a_start_that_is_not_certain_is_marked() {
    for line in [
        "Start date no later than June 15, 2026",
        "Interns must start by June 15, 2026",
        "Earliest start date: June 15, 2026",
    ] {
        let found = facts("Garden Intern", &[line]);
        assert_eq!(days(&found), ["2026-06-15"], "{line}");
        assert!(found.found[0].review, "{line}");
    }
    for line in [
        "Start: Any Monday between April 6 and June 29, 2026",
        "You can start any time between April 6 and June 29, 2026.",
    ] {
        let found = facts("Garden Intern", &[line]);
        let window = found.program.start_window.as_ref();
        let window = window.map(|window| (window.from.as_str(), window.to.as_str()));
        assert_eq!(window, Some(("2026-04-06", "2026-06-29")), "{line}");
        assert!(days(&found).is_empty() && found.found[0].review, "{line}");
    }
}
