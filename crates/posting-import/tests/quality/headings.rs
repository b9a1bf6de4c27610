//! Lists below headings that are known, in every format: how often both what is
//! to be done and what is needed are found.

use std::collections::HashSet;

use serde_json::Value;

use crate::WORDS;
use crate::score::words_of;
use crate::systems::{Lists, SYSTEMS};

/// The share of postings in which both have to be found.
const FOUND: f64 = 0.95;

const TASKS: [&str; 20] = [
    "Responsibilities",
    "Key responsibilities",
    "What you’ll do",
    "What You Will Do",
    "Your role",
    "Your mission",
    "Duties",
    "Tasks",
    "Day to day",
    "What you’ll be doing",
    "In this role, you will",
    "How you’ll make an impact",
    "Job responsibilities",
    "A typical day",
    "You will",
    "Your impact",
    "Deine Aufgaben",
    "Das erwartet dich",
    "Vos missions",
    "業務内容",
];

const NEEDED: [&str; 19] = [
    "Minimum qualifications",
    "Requirements",
    "Qualifications",
    "What we’re looking for",
    "Who you are",
    "What you bring",
    "About you",
    "Your profile",
    "Basic qualifications",
    "Required skills",
    "You have",
    "Must-haves",
    "Skills and experience",
    "What you’ll need",
    "The ideal candidate",
    "Dein Profil",
    "Das bringst du mit",
    "Votre profil",
    "応募資格",
];

const WELCOME: [&str; 11] = [
    "Preferred qualifications",
    "Nice to have",
    "Nice-to-haves",
    "Bonus points",
    "Desired skills",
    "Preferred",
    "It’s a plus if you have",
    "Bonus",
    "Good to have",
    "Desirable",
    "Von Vorteil",
];

const ROWS: [&[&str]; 3] = [
    &["Prune the apple trees.", "Lead walks for visitors"],
    &["Likes every weather", "2 years of work in an orchard."],
    &["Knows roses by their names", "Drives a tractor (B+E)"],
];

/// How many postings of a format are made. The lists of headings have lengths without a common
/// divisor, so that the headings meet in ever new company.
const POSTINGS: usize = 220;

#[test]
fn lists_below_known_headings_are_found() {
    println!("{:<16} both found  words kept", "format");
    let mut failures = Vec::new();
    for (name, format, write) in SYSTEMS {
        let (mut found, mut kept, mut total) = (0, 0, 0);
        let mut missed = Vec::new();
        for number in 0..POSTINGS {
            let headings = [
                TASKS[number % TASKS.len()],
                NEEDED[number % NEEDED.len()],
                WELCOME[number % WELCOME.len()],
            ];
            let lists: Vec<_> = headings.into_iter().zip(ROWS).collect();
            let posting = imported(&write(&lists), format);
            if has_items(&posting, "/responsibilities", ROWS[0])
                && has_items(&posting, "/qualifications/minimum", ROWS[1])
            {
                found += 1;
            } else {
                missed.push(headings);
            }
            let words: HashSet<_> = words_of(&posting.to_string()).into_iter().collect();
            let wanted = words_of(&all_words(&lists));
            total += wanted.len();
            kept += wanted.iter().filter(|word| words.contains(*word)).count();
        }
        let (found, kept) = (share(found, POSTINGS), share(kept, total));
        println!("{name:<16} {found:<11.3} {kept:.4}");
        if found < FOUND || kept < WORDS {
            failures.push(format!(
                "{name}: {found:.3} found, {kept:.4} kept, not {missed:?}"
            ));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[track_caller]
fn imported(source: &str, format: &str) -> Value {
    let import = posting_import::import(source.as_bytes(), &posting_import::Options::default());
    let import = import.unwrap_or_else(|error| panic!("{error}: {source}"));
    assert_eq!(import.report.format.name(), format, "{source}");
    assert_eq!(import.postings.len(), 1, "{source}");
    serde_json::from_str(&import.postings[0].json).unwrap()
}

/// Whether the list has exactly these items.
fn has_items(posting: &Value, path: &str, items: &[&str]) -> bool {
    let found = posting.pointer(path).and_then(Value::as_array);
    let text = |item: &Value| item.as_str().or(item["text"].as_str()).map(str::to_owned);
    let found: Vec<_> = found.into_iter().flatten().filter_map(text).collect();
    found == items
}

fn all_words(lists: &Lists<'_>) -> String {
    let texts = lists
        .iter()
        .map(|(heading, items)| format!("{heading} {} ", items.join(" ")));
    texts.collect()
}

#[expect(clippy::cast_precision_loss, reason = "the counts are small")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
