//! Title, organization and place as headers of postings name them, and what an author is asked to look at.

use serde_json::{Value, json};

use crate::WORDS;
use crate::score::{Score, words_of};

const BODY: &str = "About the role\n\nWe grow roses.\n\nResponsibilities\n\n- Prune\n- Sow\n";

/// The title, the organization's name and the places, and which of these are to be looked at.
struct Told {
    title: String,
    name: String,
    places: Vec<String>,
    review: Vec<&'static str>,
}

#[track_caller]
fn read(text: &str, words: &str) -> Told {
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
    let score = Score::of(&posting, &json!({}), &words_of(words));
    assert!(score.kept() >= WORDS, "{text}\n{:?}", score.lost);
    let shown = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let places = posting["locations"].as_array().into_iter().flatten();
    let facts = import.report.postings[0].facts.iter();
    let fields = ["title", "organization.name", "locations"];
    let facts = facts.filter(|fact| fact.review && fields.contains(&fact.field));
    let mut review: Vec<_> = facts.map(|fact| fact.field).collect();
    review.dedup();
    Told {
        title: shown(&posting["title"]),
        name: shown(&posting["organization"]["name"]),
        places: places.map(|place| shown(&place["name"])).collect(),
        review,
    }
}

const ALL: [&str; 3] = ["title", "organization.name", "locations"];

#[track_caller]
fn check(text: &str, words: &str, title: &str, name: &str, places: &[&str], review: &[&str]) {
    let told = read(text, words);
    assert_eq!(told.title, title, "{text}");
    assert_eq!(told.name, name, "{text}");
    assert_eq!(told.places, places, "{text}");
    assert_eq!(told.review, review, "{text}");
}

#[test]
fn a_title_leaves_the_employer_of_whom_the_text_speaks() {
    let ends = format!("\n\n{BODY}\nMore\n\nRose Gardens is looking for people.\n");
    for (title, places) in [
        ("Gardener — Rose Gardens, York", &["York"][..]),
        ("Gardener | Rose Gardens | York, UK", &["York, UK"]),
        ("Gardener at Rose Gardens", &[]),
        ("Gardener - Rose Gardens", &[]),
        ("Gardener at the Rose Gardens", &[]),
        ("Gardener bei der Rose Gardens", &[]),
        ("Rose Gardens | Gardener", &[]),
    ] {
        let text = format!("{title}{ends}");
        let marked = if places.is_empty() { &ALL[..2] } else { &ALL };
        check(&text, &text, "Gardener", "Rose Gardens", places, marked);
    }
    let text = format!("Gardener, Roses | Rose Gardens | Summer 2026{ends}");
    check(
        &text,
        &text,
        "Gardener, Roses | Summer 2026",
        "Rose Gardens",
        &[],
        &ALL[..2],
    );
    let text = format!("Gardener at Rose Gardens\nCompany: Rose Gardens\n\n{BODY}");
    check(&text, &text, "Gardener", "Rose Gardens", &[], &ALL[..1]);
}

#[test]
fn a_title_that_may_name_an_employer_is_looked_at() {
    for title in [
        "Gardener at Northwind",
        "Gardener | Northwind | York, UK",
        "Gardener — Northwind, York",
        "Gardener - Northwind",
    ] {
        let text = format!("{title}\n\n{BODY}");
        check(&text, &text, title, "", &[], &ALL[..1]);
    }
    for title in [
        "Gardener",
        "Gardener (Roses)",
        "Gardener – Summer 2026",
        "Gardener - Remote",
        "Gardener | Full-time",
        "Head of work at scale",
    ] {
        let text = format!("{title}\n\n{BODY}");
        check(&text, &text, title, "", &[], &[]);
    }
    let text = format!("Gardener – Roses\nRose Gardens — York\n\n{BODY}");
    check(
        &text,
        &text,
        "Gardener – Roses",
        "Rose Gardens",
        &["York"],
        &ALL[1..2],
    );
}

#[test]
fn a_name_below_the_title_is_looked_at_unless_the_text_has_it_too() {
    for (line, name, places, review) in [
        (
            "Rose Gardens — York, UK",
            "Rose Gardens",
            "York, UK",
            &[][..],
        ),
        ("Northwind — York, UK", "Northwind", "York, UK", &ALL[1..2]),
        (
            "Roses Team | York, UK",
            "Roses Team",
            "York, UK",
            &ALL[1..2],
        ),
        (
            "Rose Gardens - York, UK",
            "Rose Gardens",
            "York, UK",
            &ALL[1..],
        ),
        ("Full time, York, UK", "", "York, UK", &ALL[2..]),
        ("York, UK, part-time", "", "York, UK", &ALL[2..]),
    ] {
        // Alone between blank lines it might be a heading.
        for gap in ["\n", "\n\n"] {
            let text = format!(
                "Gardener{gap}{line}\n\n{BODY}\nMore\n\nRose Gardens and its Roses Team are old.\n"
            );
            check(&text, &text, "Gardener", name, &[places], review);
        }
    }
}

#[test]
fn what_stands_between_places_is_none() {
    let rest = "Rose Gardens are old.";
    for line in [
        "Rose Gardens | York, UK | Permanent | £31,500",
        "Rose Gardens · York, UK · 12 weeks · June 2027",
        "Rose Gardens — York, UK — Summer 2027",
        "Rose Gardens | York, UK | Posted 3 days ago",
    ] {
        let text = format!("Gardener\n{line}\n\n{BODY}\nMore\n\n{rest}\n");
        check(&text, &text, "Gardener", "Rose Gardens", &["York, UK"], &[]);
    }
    let text = format!("Back to jobs\nGardener\nRose Gardens — York\n\n{BODY}\nMore\n\n{rest}\n");
    check(&text, &text, "Gardener", "Rose Gardens", &["York"], &[]);
}

#[test]
fn the_employer_may_stand_alone_above_or_below_the_title() {
    let ends = format!("York, UK\n\n{BODY}\nMore\n\nAt Northwind, we like rain.\n");
    for lines in [
        "Northwind\nGardener\n",
        "Gardener\nNorthwind\n",
        "Gardener\n---\nNorthwind\n",
    ] {
        let text = format!("{lines}{ends}");
        let marked = if lines.starts_with('N') {
            &ALL[..]
        } else {
            &ALL[1..]
        };
        check(&text, &text, "Gardener", "Northwind", &["York, UK"], marked);
    }
    let text = format!("Northwind\nGardener\nYork, UK\n\n{BODY}");
    let review = ["title", "locations"];
    check(&text, &text, "Northwind", "", &["York, UK"], &review);
}

#[test]
fn a_line_that_may_name_several_places_is_looked_at() {
    for (line, review) in [("York, Leeds or Hull", true), ("York or Leeds", false)] {
        let review = if review { &ALL[2..] } else { &[] };
        let text = format!("Gardener\nCompany: Roses\nLocation: {line}\n\n{BODY}");
        assert_eq!(read(&text, &text).review, review, "{line}");
        let text = format!("Gardener\nRoses — {line}\n\n{BODY}\nRoses are old.\n");
        assert_eq!(read(&text, &text).review, review, "{line}");
    }
}

#[test]
fn a_name_that_is_set_apart_is_divided_from_its_place() {
    let lists = "## Responsibilities\n\n- Prune\n- Sow\n";
    let text = format!("# Gardener\n\n**Rose Gardens**, York\n\n{lists}");
    check(
        &text,
        &text,
        "Gardener",
        "Rose Gardens",
        &["York"],
        &ALL[1..],
    );
    let text = format!("# Gardener\n\nRoses, **York**\n\n{lists}");
    assert_eq!(read(&text, &text).name, "");
    let text = format!("Gardener\n========\n\n*Full time · York, UK*\n\n{BODY}");
    check(&text, &text, "Gardener", "", &["York, UK"], &ALL[2..]);
}

#[test]
fn a_word_for_remote_work_is_an_employer_where_the_text_speaks_of_it() {
    let text = format!("Gardener\nRemote · York\n\n{BODY}");
    assert_eq!(read(&text, &text).name, "");
    let text = format!("{text}\nMore\n\nAt Remote, we like rain.\n");
    check(&text, &text, "Gardener", "Remote", &["York"], &[]);
}

#[test]
fn pages_name_the_employer_below_their_heading_and_of_themselves() {
    let lists = "<p>We grow roses of every kind in the walled garden, and look for somebody who likes rain, early \
                 mornings and long winters.</p><h2>Responsibilities</h2><ul><li>Prune<li>Sow</ul>";
    let both = &ALL[1..];
    for (head, below, name, places, review) in [
        (
            "<title>Gardener | Rose Gardens Careers</title><meta property=og:site_name content='Rose Gardens'>",
            "<p>York, UK</p>",
            "Rose Gardens",
            &["York, UK"][..],
            both,
        ),
        (
            "<title>Rose Gardens - Gardener</title>",
            "<div><span>Rose Gardens</span> <span>Salem, OR</span> <span>Full-time</span></div>",
            "Rose Gardens",
            &["Salem, OR"],
            both,
        ),
        (
            "<title>Gardener at Rose Gardens</title>",
            "<p><em>Rose Gardens · York</em></p>",
            "Rose Gardens",
            &["York"],
            both,
        ),
        ("<title>Gardener | Rose Gardens</title>", "", "", &[], &[]),
        (
            "<title>Gardener | LinkedIn</title>",
            "<p>Share on LinkedIn</p>",
            "",
            &[],
            &[],
        ),
        (
            "<title>Gardener</title>",
            "<p>Roses · Lilies</p>",
            "",
            &[],
            &[],
        ),
        ("<title>Gardener</title>", "<p>Prune, sow</p>", "", &[], &[]),
        (
            "<title>Gardener</title>",
            "<p>Lisbon, Portugal / Full-time</p>",
            "",
            &["Lisbon, Portugal"],
            &ALL[2..],
        ),
    ] {
        let page =
            format!("<html><head>{head}</head><body><h1>Gardener</h1>{below}{lists}</body></html>");
        check(&page, "", "Gardener", name, places, review);
    }
}

#[test]
fn an_employer_says_that_it_gives_equal_opportunities() {
    for (line, name) in [
        (
            "The Rose Museum of York is an equal opportunity employer.",
            "Rose Museum of York",
        ),
        (
            "Northwind is proud to be an Equal Opportunity Employer.",
            "Northwind",
        ),
        (
            "Northwind provides equal employment opportunities to all.",
            "Northwind",
        ),
        ("We are an equal opportunity employer.", ""),
        ("The University is an equal opportunity employer.", ""),
        ("Our Company is an equal opportunity employer.", ""),
        (
            "Here everybody, and Northwind, is an equal opportunity employer.",
            "",
        ),
        ("Northwind is an equal partner of roses.", ""),
    ] {
        let text = format!("Gardener\n\n{BODY}\nMore\n\n{line}\n");
        let review = if name.is_empty() { &[][..] } else { &ALL[1..2] };
        check(&text, &text, "Gardener", name, &[], review);
    }
}
