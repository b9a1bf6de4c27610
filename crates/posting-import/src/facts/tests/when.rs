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
    for line in [
        "Start date: January 11, 2027. End date: April 30, 2027.",
        "The internship starts January 11, 2027. Ends on April 30.",
        "Start date: January 11, 2027. Last day: April 30.",
    ] {
        assert_eq!(starts(line), ["2027-01-11/2027-04-30"], "{line}");
    }
    for line in [
        "Start date: January 11, 2027. Last day to apply: January 30.",
        "Start date: January 11, 2027. Last year’s cohort met on May 3.",
        "Start date: January 11, 2027. End date: October 2, 2026.",
        "Start date: January 11, 2027. It ends when the roses do, not on April 30.",
    ] {
        assert_eq!(starts(line), ["2027-01-11"], "{line}");
    }
    for (end, is_doubted) in [("April 30, 2027", false), ("April 30", true)] {
        let line = format!("Start date: January 11, 2027. End date: {end}.");
        let found = facts("Garden Intern", &[&line]).found;
        assert_eq!(
            found.last().map(|fact| fact.review),
            Some(is_doubted),
            "{end}"
        );
    }
    let apart = |lines: &[&str]| days(&facts("Garden Intern", lines));
    assert_eq!(
        apart(&[
            "# Start date",
            "January 11, 2027",
            "# End date",
            "April 30, 2027"
        ]),
        ["2027-01-11/2027-04-30"]
    );
    assert_eq!(
        apart(&[
            "Start date: January 11, 2027",
            "Roses",
            "Lilies",
            "End date: April 30, 2027"
        ]),
        ["2027-01-11"]
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
        "Wir suchen spätestens zum 15.06.2026 eine Praktikantin.",
        "Beginn: voraussichtlich 15.06.2026",
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

#[test]
fn days_may_share_their_month_and_a_year_that_is_given_once() {
    let starts = |line: &str| days(&facts("Garden Intern", &[line]));
    let three = ["2026-05-11", "2026-05-18", "2026-05-26"];
    for line in [
        "Internship start dates are May 11th, 18th and 26th, 2026.",
        "Start dates: May 11, 18, and 26, 2026",
        "Start dates: 11, 18 and 26 May 2026",
        "Start dates: the 11th, 18th and 26th of May 2026",
        "Eintrittstermine: Beginn am 11., 18. oder 26. Mai 2026",
    ] {
        assert_eq!(starts(line), three, "{line}");
    }
    for line in [
        "Internship dates: 8–26 June 2026",
        "Internship dates: June 8-26, 2026",
    ] {
        assert_eq!(starts(line), ["2026-06-08/2026-06-26"], "{line}");
    }
    assert_eq!(
        starts("Start on June 8th or 1st July 2026"),
        ["2026-06-08", "2026-07-01"]
    );
    assert_eq!(starts("Start date: Sept. 8, 2026"), ["2026-09-08"]);
    for line in [
        "Start dates: 5/11, 5/18 or 5/26/2026",
        "Start dates: 5/11, 5/18, and 5/26/26",
    ] {
        assert_eq!(starts(line), three, "{line}");
    }
    for line in [
        "2026 start dates: May 11th and May 18th",
        "Start dates: May 11 (orchard) or May 18 (beds), 2026",
    ] {
        let found = facts("Garden Intern", &[line]);
        assert_eq!(days(&found), ["2026-05-11", "2026-05-18"], "{line}");
        assert!(found.found.iter().all(|fact| fact.review), "{line}");
    }
}

#[test]
fn days_on_which_somebody_is_free_or_expected_are_marked() {
    for line in [
        "Anticipated start date: June 1, 2026",
        "You are available from June 1 to August 28, 2026.",
    ] {
        let found = facts("Garden Intern", &[line]);
        assert!(!days(&found).is_empty(), "{line}");
        assert!(found.found.iter().all(|fact| fact.review), "{line}");
    }
}

#[test]
fn lengths_have_other_signs_and_words() {
    let found = |line: &str| facts("Gardener", &[line]);
    assert_eq!(
        found("A 10‑week summer internship.").program.weeks,
        Some(10)
    );
    for (line, least) in [
        ("The internship takes between 10 and 12 weeks.", 10),
        ("Das Praktikum dauert mindestens 10 Wochen.", 10),
    ] {
        let found = found(line);
        assert_eq!(found.program.weeks, Some(least), "{line}");
        assert!(found.found[0].review, "{line}");
    }
    for line in [
        "You will hear from us about the internship in 2 weeks.",
        "We answer applicants for the internship within 2 weeks.",
    ] {
        assert_eq!(found(line).program.weeks, None, "{line}");
    }
}

#[test]
fn seasons_stand_before_or_behind_their_year() {
    for (title, expected) in [
        ("2026 Summer Garden Intern", "Summer 2026"),
        ("Garden Intern - 2026 Summer/Fall", "Summer/Fall 2026"),
        ("Garden Intern, Summer ’26", "Summer 2026"),
        ("Praktikum im Garten, Sommer 2026", "Sommer 2026"),
        ("Garden Intern, Fall of 2026", "Fall 2026"),
        ("Garden Intern (Summer/Fall) 2026", "Summer/Fall 2026"),
    ] {
        let season = facts(title, &[]).program.season;
        assert_eq!(season.as_deref(), Some(expected), "{title}");
    }
    assert_eq!(facts("Gardener, 20 Summers", &[]).program.season, None);
}

#[test]
fn the_day_of_what_opens_a_programme_is_looked_at() {
    for (line, review) in [
        ("Onboarding takes place on June 1, 2026.", true),
        ("Orientation begins June 1, 2026.", true),
        ("Einführungstage: Beginn am 1. Juni 2026", true),
        ("The internship takes place from June 1, 2026.", false),
        (
            "The internship begins on June 1, 2026 with onboarding.",
            false,
        ),
    ] {
        let facts = facts("Garden Intern", &[line]);
        assert_eq!(days(&facts), ["2026-06-01"], "{line}");
        let mut told = facts.found.iter();
        let start = told.find(|fact| fact.field == "program.startDates");
        assert_eq!(start.map(|fact| fact.review), Some(review), "{line}");
    }
}
