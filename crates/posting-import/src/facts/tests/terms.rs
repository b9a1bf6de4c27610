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
    for (line, in_order) in [
        ("Du kannst dich auf maximal zwei Stellen bewerben.", false),
        (
            "Sie können sich auf höchstens zwei Stellen bewerben.",
            false,
        ),
        (
            "Es sind höchstens zwei Bewerbungen pro Person möglich.",
            false,
        ),
        (
            "Bitte bewirb dich auf nicht mehr als zwei Positionen.",
            false,
        ),
        ("Die Zahl der Bewerbungen ist auf zwei begrenzt.", false),
        (
            "Maximal 2 Bewerbungen, die wir in der Reihenfolge des Eingangs prüfen.",
            true,
        ),
    ] {
        let limit = facts("Praktikum Garten", &[line]).limit;
        let limit = limit.map(|limit| (limit.positions, limit.in_order));
        assert_eq!(limit, Some((2, in_order)), "{line}");
    }
    for none in [
        "Apply to all jobs you like.",
        "Bewerbungen lesen höchstens zwei Gärtnerinnen.",
        "Wir besetzen bis zu zwei Stellen.",
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
        "Bewirb dich bis zum 6. Februar 2026.",
        "Bewerbungen bitte bis 6. Februar 2026 an hof@gardens.example. Beginn ist bald.",
        "Postulez avant le 6 février 2026.",
        "Envía tu candidatura antes del 6 de febrero de 2026.",
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

#[test]
fn remote_work_may_be_bound_to_a_place() {
    for (line, country) in [
        ("Remote within Canada", Some("CA")),
        ("Remote (US only)", Some("US")),
        ("Fully remote within the United Kingdom.", Some("GB")),
        ("Remote in Germany or France", None),
    ] {
        let found = facts("Gardener", &[line]);
        let is_told = found
            .found
            .iter()
            .any(|fact| fact.field == "remote" && fact.review);
        assert!(is_told, "{line}");
        let (place, _) = found.place.unwrap_or_default();
        assert_eq!(place, line.trim_end_matches('.'));
        let places = crate::read::places_of(&place);
        let places = places
            .iter()
            .map(|place| (place.remote, place.country.as_deref()));
        assert_eq!(places.collect::<Vec<_>>(), [(true, country)], "{line}");
    }
    for line in [
        "Remote teams across Canada rely on you.",
        "Remote sensing (in space)",
    ] {
        assert_eq!(facts("Gardener", &[line]).place, None, "{line}");
    }
}
