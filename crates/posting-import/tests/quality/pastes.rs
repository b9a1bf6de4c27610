//! Items with the marks that word processors, PDF files and messages leave in a pasted text, below headings as
//! people write them by hand.

use serde_json::{Value, json};

use crate::WORDS;
use crate::score::{Score, words_of};

const ROWS: [[&str; 3]; 3] = [
    [
        "Prune the apple trees in winter",
        "Order seeds, and sow them",
        "Lead walks for visitors",
    ],
    [
        "Likes rain and early mornings",
        "Two years of work in a garden",
        "Observes what grows",
    ],
    [
        "Knows roses by their names",
        "Of a calm temper",
        "Drives a tractor (B+E)",
    ],
];

const HEADINGS: [&str; 3] = ["Responsibilities", "Requirements", "Nice to have"];

fn truth() -> Value {
    json!({ "responsibilities": ROWS[0], "minimum": ROWS[1], "preferred": ROWS[2] })
}

#[track_caller]
fn check(text: &str, words: &str) {
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let json = &import.postings[0].json;
    let posting = serde_json::from_str::<Value>(json).unwrap();
    let score = Score::of(&posting, &truth(), &words_of(words));
    assert_eq!(score.f1(), 1.0, "{text}\n{json}");
    assert!(score.kept() >= WORDS, "{text}\n{:?}", score.lost);
}

/// The posting as a text: `heading` and `mark` tell how the headings and the marks of items look, by their
/// places.
fn text(heading: impl Fn(usize, &str) -> String, mark: impl Fn(usize, usize) -> String) -> String {
    let mut text = "Gardener\nExample Gardens — York\n\n".to_owned();
    for (part, (name, items)) in HEADINGS.iter().zip(ROWS).enumerate() {
        text += &heading(part, name);
        for (place, item) in items.iter().enumerate() {
            text += &format!("\n{}{item}", mark(part, place));
        }
        text += "\n\n";
    }
    text
}

/// The same as a page whose items are paragraphs, as word processors write them.
fn page(mark: impl Fn(usize, usize) -> String) -> String {
    let text = text(
        |_, name| format!("<h2>{name}</h2>"),
        |part, place| format!("<p>{}", mark(part, place).replace('\t', "&nbsp;&nbsp; ")),
    );
    text.replacen("Gardener", "<h1>Gardener</h1>", 1)
}

/// Checks a mark in every format that people paste from.
#[track_caller]
fn check_mark(mark: impl Fn(usize, usize) -> String + Copy) {
    let plain = text(|_, name| name.to_owned(), mark);
    check(&plain, &plain);
    let markdown = text(|_, name| format!("## {name}\n"), mark);
    check(&markdown, &markdown);
    let page = page(mark);
    let words = page.replace("<p>", "").replace("&nbsp;", " ");
    let words = words.replace("h1>", ">").replace("h2>", ">");
    check(&page, &words);
}

#[test]
fn marks_of_word_processors_are_taken_off() {
    for mark in [
        "~ ",
        "o ",
        "o\t",
        "§ ",
        "§\t",
        "Ø ",
        "Ø\t",
        "ü ",
        "v\t",
        "q\t",
        "l\t",
        "n\t",
        "à\t",
        "❑ ",
        "☐ ",
        "☑\u{fe0f} ",
        "− ",
        "‒ ",
        "― ",
        "-> ",
        "=> ",
        "⇨ ",
        "➜ ",
        "⬤ ",
        "⚪ ",
        "◼ ",
        "◇ ",
        "∗ ",
        "\u{f0a8} ",
        "\u{f06f}\t",
        "› ",
    ] {
        check_mark(|_, _| mark.to_owned());
    }
}

#[test]
fn boxes_of_tasks_are_taken_off() {
    for mark in [
        "[ ] ", "[x] ", "[X] ", "[] ", "- [x] ", "* [ ] ", "(-) ", "(+) ", "(•) ",
    ] {
        check_mark(|_, _| mark.to_owned());
    }
    // In Markdown two of these are emphasis.
    let plain = text(|_, name| name.to_owned(), |_, _| "(*) ".to_owned());
    check(&plain, &plain);
    check_mark(|_, place| format!("({}) ", place + 1));
    check_mark(|_, place| ["[x] ", "[ ] ", "[x] "][place].to_owned());
}

#[test]
fn marks_are_told_by_their_company() {
    for mark in ["🟢 ", "💡 ", "👩\u{200d}🌾 ", "🌱\u{a0}", "✳\u{fe0f} "] {
        check_mark(|_, _| mark.to_owned());
    }
    let plain = text(|_, name| name.to_owned(), |_, _| "> ".to_owned());
    check(&plain, &plain);
}

#[test]
fn small_dots_may_touch_their_words() {
    check_mark(|_, _| "·".to_owned());
}

#[test]
fn numbers_of_every_form_are_taken_off() {
    check_mark(|part, place| format!("{}.{} ", part + 1, place + 1));
    check_mark(|part, place| format!("{}.{}. ", part + 1, place + 1));
    check_mark(|_, place| format!("{}- ", place + 1));
    check_mark(|_, place| format!("{} - ", place + 1));
    check_mark(|_, place| format!("{}. ", ["A", "B", "C"][place]));
    check_mark(|_, place| format!("{}) ", ["A", "B", "C"][place]));
    check_mark(|_, place| format!("{}. ", ["a", "b", "c"][place]));
    check_mark(|_, place| format!("{}. ", ["I", "II", "III"][place]));
    check_mark(|_, place| format!("({}) ", ["I", "II", "III"][place]));
    check_mark(|_, place| format!("{} ", ["①", "②", "③"][place]));
    check_mark(|_, place| format!("{}\u{fe0f}\u{20e3} ", place + 1));
}

#[test]
fn marks_that_stand_alone_belong_to_the_line_below() {
    for gap in ["\n", "\n\n"] {
        for mark in ["•", "o", "-"] {
            let plain = text(|_, name| name.to_owned(), |_, _| format!("{mark}{gap}"));
            check(&plain, &plain);
        }
        let plain = text(
            |_, name| name.to_owned(),
            |_, place| format!("{}.{gap}", place + 1),
        );
        check(&plain, &plain);
    }
}

#[test]
fn items_of_the_second_level_are_items() {
    let text = "Gardener\n\nResponsibilities\n• Prune\n  o apple trees\n  o pear trees\n• Sow\n  a. in spring\n  b. in autumn\n\n\
                Requirements\n• Boots\n";
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
    let expected = [
        "Prune",
        "apple trees",
        "pear trees",
        "Sow",
        "in spring",
        "in autumn",
    ];
    assert_eq!(posting["responsibilities"], json!(expected));
}

#[test]
fn emojis_of_their_own_stay_with_their_items() {
    let items = [
        "🤝 Welcome new members",
        "📅 Plan two events",
        "📸 Post photos",
    ];
    let text = format!(
        "Gardener\n\n🎯 Your mission\n{}\n\n🧠 Your profile\nBoots\n",
        items.join("\n")
    );
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
    assert_eq!(posting["responsibilities"], json!(items));
    assert_eq!(posting["qualifications"]["minimum"], json!(["Boots"]));
}

#[test]
fn marks_before_numbers_are_told_by_their_company() {
    for mark in ["~", "§", "Ø", "ü", "v", "-", "•"] {
        let text = format!(
            "Gardener\n\nRequirements\n{mark} Boots\n{mark} Rain\n{mark} 2 years in a garden\n"
        );
        let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
        let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
        let expected = ["Boots", "Rain", "2 years in a garden"];
        assert_eq!(
            posting["qualifications"]["minimum"],
            json!(expected),
            "{mark}"
        );
    }
}

#[test]
fn headings_may_stand_between_the_marks_of_their_items() {
    for mark in ["~", "-", "✨", "–"] {
        let heading = |_, name: &str| format!("{mark} {name} {mark}");
        let plain = text(heading, |_, _| format!("{mark} "));
        check(&plain, &plain);
    }
}

#[test]
fn numbers_of_entries_are_words() {
    let entries = [
        "3.5 GPA or better",
        "1.5 years in a garden",
        "2.5 years in an orchard",
        "O levels in botany",
        "A. Smith knows you",
        "~ 20 hours a week",
        "Orchards are your home",
        "£ 20 an hour is what you ask",
    ];
    let text = format!("Gardener\n\nRequirements\n{}\n", entries.join("\n"));
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
    assert_eq!(posting["qualifications"]["minimum"], json!(entries));
}

#[test]
fn lines_may_be_quoted_as_in_messages() {
    let plain = text(|_, name| name.to_owned(), |_, _| "- ".to_owned());
    for quote in [">", "> ", "> > ", ">>"] {
        let lines = plain.lines().map(|line| match line {
            "" => quote.trim_end().to_owned(),
            line => format!("{quote}{line}"),
        });
        let quoted = lines.collect::<Vec<_>>().join("\n");
        check(&quoted, &quoted);
    }
}

#[test]
fn long_headings_lead_to_entries_without_marks() {
    let headings = [
        "What will you be working on day to day",
        "You may be a fit for this role if you",
        "What would make you stand out from others",
    ];
    let plain = text(|part, _| headings[part].to_owned(), |_, _| String::new());
    check(&plain, &plain);
}
