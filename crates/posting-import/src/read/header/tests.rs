//! Headers of one line below the title, and of one behind it.

use super::*;

#[track_caller]
fn check(line: &str, name: Option<&str>, places: &[&str]) {
    let blocks = ["Gardener", line, "We look after gardens."];
    let blocks = blocks.map(|line| Block::new(BlockKind::Paragraph, line, 1));
    let mut source = Source::default();
    read(blocks.to_vec(), &mut source);
    let found = source.organization.map(|stated| stated.value);
    assert_eq!(found.as_deref(), name, "{line}");
    let found: Vec<&str> = source.locations.iter().map(|place| &*place.name).collect();
    assert_eq!(found, places, "{line}");
}

#[test]
fn the_line_below_the_title_names_employer_and_places() {
    check(
        "Example Gardens — York | Leeds",
        Some("Example Gardens"),
        &["York", "Leeds"],
    );
    check("Gardens, Inc. · Full time", Some("Gardens, Inc."), &[]);
    check("Full time · York, UK", None, &["York, UK"]);
    check("York, UK · Full time", None, &["York, UK"]);
    check(
        "Gardens — York, UK / Cork, Ireland",
        Some("Gardens"),
        &["York, UK", "Cork, Ireland"],
    );
    check(
        "Gardens — York / Leeds",
        Some("Gardens"),
        &["York", "Leeds"],
    );
}

#[test]
fn a_title_may_have_its_employer_behind_it() {
    let check = |line: &str, text: &str, expected: [&str; 3], review| {
        let blocks = [line, text].map(|line| Block::new(BlockKind::Paragraph, line, 1));
        let mut source = Source::default();
        read(blocks.to_vec(), &mut source);
        let title = source.title.unwrap();
        let name = source.organization.map(|stated| stated.value);
        let place = source.locations.first().map(|place| place.name.clone());
        let found = [
            title.value,
            name.unwrap_or_default(),
            place.unwrap_or_default(),
        ];
        assert_eq!(found, expected, "{line}");
        assert_eq!(title.uncertain, review, "{line}");
    };
    let speaks = "At Kiln & Crumb, we bake.";
    let whole = ["Baker", "Kiln & Crumb", "York"];
    check("Baker — Kiln & Crumb, York", speaks, whole, true);
    check("Baker | Kiln & Crumb | York", speaks, whole, true);
    let nowhere = ["Baker", "Kiln & Crumb", ""];
    check("Baker at Kiln & Crumb", speaks, nowhere, true);
    let line = "Baker — Kiln & Crumb, York";
    check(line, "We bake.", [line, "", ""], true);
    check("Baker, York", "We bake.", ["Baker, York", "", ""], false);
    for line in ["Baker — Night Shift", "Intern at Night | Full time"] {
        check(line, "We bake.", [line, "", ""], true);
    }
}
