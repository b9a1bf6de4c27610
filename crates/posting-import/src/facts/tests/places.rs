//! Places in prose, where nothing else names one.

use super::*;

fn place(lines: &[&str]) -> Option<String> {
    facts("Gardener", lines).place.map(|(place, _)| place)
}

#[test]
fn remote_work_is_bound_to_where_it_may_be_done() {
    for (line, expected) in [
        (
            "The work may be done remotely from anywhere in Canada.",
            "Anywhere in Canada",
        ),
        (
            "This position will be performed remotely, from anywhere in the United States.",
            "Anywhere in the United States",
        ),
        (
            "You can work remotely from anywhere in the U.S.",
            "Anywhere in the U.S.",
        ),
        ("This is a paid, remote, 10-week internship.", "Remote"),
        ("The role can be carried out fully remotely.", "Remote"),
        ("#LI-Remote", "Remote"),
    ] {
        assert_eq!(place(&[line]).as_deref(), Some(expected), "{line}");
        let found = facts("Gardener", &[line]).found;
        let is_told = found
            .iter()
            .any(|fact| fact.field == "remote" && fact.review);
        assert!(is_told, "{line}");
    }
    for line in [
        "You can work remotely from anywhere in Spain for up to 20 days.",
        "We are a fully remote team with roses anywhere in Spain.",
        "This role isn’t remote.",
        "This role is remote-friendly.",
        "A remote or hybrid position is possible.",
        "The role can be remote two days a week.",
    ] {
        assert_eq!(place(&[line]), None, "{line}");
    }
    let named = ["This is a remote role.", "Location: York"];
    assert_eq!(place(&named).as_deref(), Some("York"));
}

#[test]
fn offices_are_named_by_their_places() {
    for line in [
        "The work is fully in person at our York office.",
        "You are onsite every day in our York headquarters.",
        "We are hybrid, with three days a week from our York studio.",
    ] {
        assert_eq!(place(&[line]).as_deref(), Some("York"), "{line}");
    }
    let two = ["The role is hybrid, with two days a week in our York or Leeds office."];
    assert_eq!(place(&two).as_deref(), Some("York or Leeds"));
    for line in [
        "You help our York office with its roses.",
        "The work is in person at our Head office.",
        "We meet in person at our new office.",
    ] {
        assert_eq!(place(&[line]), None, "{line}");
    }
}
