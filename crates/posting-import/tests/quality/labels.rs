//! Organization and place as the first lines, tables and lists of terms of postings name them.

use serde_json::{Value, json};

use crate::WORDS;
use crate::score::{Score, words_of};

/// What is said of organization and places, and which of both an author is asked to look at.
#[track_caller]
fn check(text: &str, words: &str, name: &str, places: &[&str], review: &[&str]) {
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
    assert_eq!(posting["organization"]["name"], name, "{text}");
    let found = posting["locations"].as_array().into_iter().flatten();
    let found: Vec<&Value> = found.map(|place| &place["name"]).collect();
    assert_eq!(found, places, "{text}");
    let facts = import.report.postings[0].facts.iter();
    let facts = facts.filter(|fact| ["organization.name", "locations"].contains(&fact.field));
    let mut marked: Vec<&str> = facts
        .filter(|fact| fact.review)
        .map(|fact| fact.field)
        .collect();
    marked.dedup();
    assert_eq!(marked, review, "{text}");
    let score = Score::of(&posting, &json!({}), &words_of(words));
    assert!(score.kept() >= WORDS, "{text}\n{:?}", score.lost);
}

const BODY: &str =
    "About the role\n\nThe Gardens grow roses.\n\nResponsibilities\n\n- Prune\n- Sow\n";

#[track_caller]
fn check_line(line: &str, name: &str, places: &[&str], review: &[&str]) {
    let text = format!("Gardener\n{line}\n\n{BODY}");
    check(&text, &text, name, places, review);
}

#[test]
fn the_line_below_the_title_names_employer_and_place() {
    let both = ["organization.name", "locations"];
    check_line("Gardens — York | Leeds", "Gardens", &["York", "Leeds"], &[]);
    check_line("Gardens - York", "Gardens", &["York"], &both);
    check_line(
        "Rose Gardens - York, UK",
        "Rose Gardens",
        &["York, UK"],
        &both,
    );
    check_line("Gardens - Remote - UK", "Gardens", &["Remote - UK"], &both);
    check_line("Gardens | York, UK | Hybrid", "Gardens", &["York, UK"], &[]);
    check_line("Gardens · York · Full-time", "Gardens", &["York"], &[]);
    check_line("York, UK", "", &["York, UK"], &["locations"]);
    for line in [
        "Summer 2026 - 12 weeks",
        "Internship - York",
        "Remote - York",
        "Roses - we grow them",
        "About us - Requirements",
        "June 1 - August 21",
    ] {
        check_line(line, "", &[], &[]);
    }
}

#[test]
fn a_title_behind_its_label_is_not_the_first_line() {
    for first in [
        "Announcement number: 2026-014",
        "Example Gardens",
        "Now hiring",
    ] {
        let text = format!("{first}\nPosition title: Gardener\nAgency: Gardens\n\n{BODY}");
        check(&text, &text, "Gardens", &[], &[]);
        let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
        assert_eq!(import.report.postings[0].title, "Gardener", "{first}");
    }
}

#[test]
fn a_comma_divides_employer_and_place_where_the_text_speaks_of_the_employer() {
    let both = ["organization.name", "locations"];
    let told = |line: &str, sentence: &str, name: &str, places: &[&str], review: &[&str]| {
        let text = format!("Gardener\n{line}\n\n{BODY}\nMore\n\n{sentence}\n");
        check(&text, &text, name, places, review);
    };
    let line = "Northwind, Seattle";
    told(
        line,
        "At Northwind we do.",
        "Northwind",
        &["Seattle"],
        &both,
    );
    told(line, "Northwind’s roses.", "Northwind", &["Seattle"], &both);
    told(line, "Who seeks Northwind?", "", &[line], &["locations"]);
    told(
        "North Wind, York, UK",
        "Why join North Wind?",
        "North Wind",
        &["York, UK"],
        &both,
    );
    for line in [
        "Gardens Inc., York, UK",
        "Gardens S.L., Madrid",
        "Gärten GmbH, Köln",
    ] {
        let (name, place) = line.split_once(", ").unwrap();
        told(line, "We grow roses.", name, &[place], &both);
    }
    // Neither a code nor a name that nothing is said of makes an employer.
    let place = "Leeds, Yorkshire";
    told(
        place,
        "Our Leeds garden is old.",
        "",
        &[place],
        &["locations"],
    );
    told(
        "York, UK",
        "You will be at York.",
        "",
        &["York, UK"],
        &["locations"],
    );
}

#[test]
fn tables_and_lists_of_terms_name_employer_and_place() {
    let rows = [
        ["Organization", "Rose Gardens"],
        ["Location", "York, UK"],
        ["Salary", "£14 per hour"],
        ["Start date", "1 September 2026"],
    ];
    let written = |row: fn([&str; 2]) -> String| rows.map(row).concat();
    let lists = "<h2>Responsibilities</h2><ul><li>Prune<li>Sow</ul>";
    let page = |facts: &str| format!("<h1>Gardener</h1><p>We grow roses.</p>{facts}{lists}");
    let words = rows.concat().join(" ");
    for (facts, review) in [
        (
            written(|[label, value]| format!("<tr><td>{label}</td><td>{value}</td></tr>")),
            vec![],
        ),
        (
            written(|[label, value]| {
                format!("<tr>\n<th><b>{label}</b>\n</th>\n<td> {value} </td></tr>")
            }),
            vec![],
        ),
        (
            written(|[label, value]| {
                format!("<tr><td><p>{label}</p></td><td><p>{value}</p></td></tr>")
            }),
            vec![],
        ),
        (
            written(|[label, value]| format!("<dt>{label}</dt><dd>{value}</dd>")),
            vec!["organization.name", "locations"],
        ),
    ] {
        let element = if facts.contains("<dt>") {
            "dl"
        } else {
            "table"
        };
        let text = page(&format!("<{element}>{facts}</{element}>"));
        check(&text, &words, "Rose Gardens", &["York, UK"], &review);
    }
    let table = written(|[label, value]| format!("| {label} | {value} |\n"));
    let text = format!("# Gardener\n\n| | |\n|---|---|\n{table}\n## Responsibilities\n\n- Prune\n");
    check(&text, &words, "Rose Gardens", &["York, UK"], &[]);
}

#[test]
fn a_heading_names_places_wherever_it_stands() {
    let text = |below: &str| format!("Gardener\n\n{BODY}\nLocation\n\n{below}\n");
    let places = |below: &str, places: &[&str]| {
        let text = text(below);
        check(&text, &text, "", places, &["locations"]);
    };
    places("York, UK", &["York, UK"]);
    places("- York\n- Leeds", &["York", "Leeds"]);
    let text = text("You work outdoors all day.");
    check(&text, &text, "", &[], &[]);
}
