//! Seasons outside of titles, and the days beside them.

use super::*;

/// The season, and whether to look at it.
fn season(title: &str, lines: &[&str]) -> Option<(String, bool)> {
    let found = facts(title, lines);
    let mut told = found.found.iter();
    let fact = told.find(|fact| fact.field == "program.season")?;
    assert_eq!(found.program.season.as_ref(), Some(&fact.value));
    Some((fact.value.clone(), fact.review))
}

#[test]
fn labels_name_the_season() {
    for line in [
        "Season: Summer 2027",
        "Internship term: Summer ’27",
        "Session: 2027 Summer",
    ] {
        let expected = Some(("Summer 2027".to_owned(), false));
        assert_eq!(season("Gardener", &[line]), expected, "{line}");
    }
}

#[test]
fn seasons_for_which_somebody_is_sought_are_looked_at() {
    for line in [
        "Come and join us for Summer 2027!",
        "Our orchard is hiring for Summer 2027.",
        "Applications are now open for Summer 2027.",
        "When: Summer 2027",
    ] {
        let expected = Some(("Summer 2027".to_owned(), true));
        assert_eq!(season("Gardener", &[line]), expected, "{line}");
    }
    let alone = ["Summer 2027"];
    let expected = Some(("Summer 2027".to_owned(), true));
    assert_eq!(season("Garden Intern", &alone), expected);
    assert_eq!(season("Gardener", &alone), None);
    for line in [
        "We opened in Summer 2019.",
        "Summer 2019 brought many roses.",
        "You graduate in Spring 2027.",
    ] {
        assert_eq!(season("Garden Intern", &[line]), None, "{line}");
    }
}

#[test]
fn days_beside_a_season_are_starts_to_be_looked_at() {
    let start = ["2027-06-07/2027-08-27"];
    for lines in [
        ["We’re hiring for summer 2027 (June 7 - August 27, 2027)."].as_slice(),
        &["Summer 2027 (June 7 - August 27)"],
        &["Summer 2027: June 7 to August 27"],
        &["Summer 2027", "June 7 – August 27"],
        &["# Summer 2027", "7 June – 27 August"],
    ] {
        let found = facts("Garden Intern", lines);
        assert_eq!(days(&found), start, "{lines:?}");
        assert!(found.found.iter().all(|fact| fact.review), "{lines:?}");
    }
    let seasonal = facts("Rose Fair Helper, Summer 2027", &["June 7 – August 27"]);
    assert_eq!(days(&seasonal), start);
    let other = [
        "Join us for summer 2027.",
        "Fair of roses, summer 2027: see June 7 – August 27",
    ];
    assert!(days(&facts("Gardener", &other)).is_empty());
}
