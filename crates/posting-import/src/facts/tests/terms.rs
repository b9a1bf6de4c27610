//! How limits, deadlines, reviews and places are put.

use super::*;

#[test]
fn limits_are_put_in_many_ways() {
    for (line, in_order) in [
        ("Please limit yourself to 2 applications.", false),
        ("We limit candidates to two applications.", false),
        ("Application limit: 2 per candidate", false),
        ("Candidates may apply to two (2) positions maximum.", false),
        (
            "The maximum number of applications per candidate is two.",
            false,
        ),
        ("Only your first two applications will be considered.", true),
        (
            "You may submit up to 2 applications; we consider them in the order received.",
            true,
        ),
        (
            "You may submit up to 2 applications, read in the order submitted.",
            true,
        ),
    ] {
        let limit = facts("Garden Intern", &[line]).limit;
        let limit = limit.map(|limit| (limit.positions, limit.in_order));
        assert_eq!(limit, Some((2, in_order)), "{line}");
    }
    for none in [
        "Apply to all jobs you like.",
        "Only your first two weeks are paid applications.",
    ] {
        assert!(facts("Garden Intern", &[none]).limit.is_none(), "{none}");
    }
}

#[test]
fn deadlines_are_put_in_many_ways() {
    for line in [
        "The application window closes at 11:59 pm on February 6, 2026.",
        "Applications open January 5, 2026 and close February 6, 2026.",
        "We will accept applications until February 6, 2026.",
        "Posting end date: February 6, 2026",
        "Application period: January 5 - February 6, 2026",
        "Closes: February 6, 2026",
        "Fecha límite: 6 de febrero de 2026",
    ] {
        let found = facts("Garden Intern", &[line]);
        assert_eq!(found.deadline.as_deref(), Some("2026-02-06"), "{line}");
        assert!(days(&found).is_empty(), "{line}");
    }
}

#[test]
fn interviews_on_a_rolling_basis_are_a_rolling_review() {
    assert!(facts("Garden Intern", &["We interview on a rolling basis."]).rolling);
}

#[test]
fn places_are_put_in_many_ways() {
    for line in [
        "The internship will take place in York.",
        "This is an internship located in York.",
        "Where: York",
        "📍 York",
    ] {
        let place = facts("Gardener", &[line]).place;
        assert_eq!(
            place.map(|(place, _)| place).as_deref(),
            Some("York"),
            "{line}"
        );
    }
    assert!(facts("Gardener", &["Where roses grow."]).place.is_none());
}

#[test]
fn money_on_top_of_pay_leaves_it_pay() {
    for (line, value) in [
        (
            "Compensation: $3,500/month plus housing",
            r#"{"currency":"USD","min":3500,"max":3500,"unit":"MONTH"}"#,
        ),
        (
            "Vergütung: 1.200 € im Monat",
            r#"{"currency":"EUR","min":1200,"max":1200,"unit":"MONTH"}"#,
        ),
    ] {
        let found = facts("Gardener", &[line]).found;
        let pay = found.iter().find(|fact| fact.field == "pay");
        assert_eq!(pay.map(|fact| fact.value.as_str()), Some(value), "{line}");
    }
}
