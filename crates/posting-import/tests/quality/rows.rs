//! Rows of items as the texts that people paste: with marks and without,
//! numbered, wrapped, below headings of many looks, with notices behind them.

use serde_json::{Value, json};

use crate::WORDS;
use crate::score::{Score, words_of};

const ROWS: [[&str; 2]; 3] = [
    [
        "Prune the apple trees in winter and the plum trees in summer.",
        "Sow, water and weed.",
    ],
    [
        "Likes rain, mud and early mornings, and the people who come to see the roses in every weather",
        "2 years of work in a garden or an orchard. Or less.",
    ],
    [
        "Knows the Latin names of things, e.g. Malus domestica",
        "Can drive a tractor (B+E)",
    ],
];

const HEADINGS: [[&str; 3]; 8] = [
    [
        "Responsibilities",
        "Minimum qualifications",
        "Preferred qualifications",
    ],
    ["What you’ll do", "Requirements:", "Nice to have"],
    [
        "KEY RESPONSIBILITIES",
        "WHAT WE’RE LOOKING FOR",
        "BONUS POINTS",
    ],
    ["**Your mission**", "**Your profile**", "**Nice to haves**"],
    ["## Duties", "## Required", "## Preferred"],
    ["1. Responsibilities", "2. Requirements", "3. Nice to have"],
    ["🌱 What you’ll do", "✅ What you bring", "⭐ Nice to have"],
    [
        "*In this role, you will:*",
        "*Who you are*",
        "*Desired skills*",
    ],
];

const MARKS: [&str; 10] = [
    "", "- ", "• ", "•", "* ", "– ", "o ", "    • ", "1. ", "1) ",
];

const CLOSINGS: [&str; 4] = [
    "",
    "Benefits\n\n- Apples\n- Plums\n",
    "Example Gardens is an equal opportunity employer, whatever you grow at home.\n",
    "What we offer:\nApples\nPlums\n\nHow to apply\nKnock at the gate.\n",
];

fn truth() -> Value {
    json!({ "responsibilities": ROWS[0], "minimum": ROWS[1], "preferred": ROWS[2] })
}

#[track_caller]
fn check(text: &str) {
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let json = &import.postings[0].json;
    let posting = serde_json::from_str::<Value>(json).unwrap();
    let score = Score::of(&posting, &truth(), &words_of(text));
    assert_eq!(score.f1(), 1.0, "{text}\n{json}");
    assert!(score.kept() >= WORDS, "{text}\n{:?}", score.lost);
}

/// Items with marks; numbers go up.
fn marked(items: [&str; 2], mark: &str) -> [String; 2] {
    let second = mark.replace('1', "2");
    [
        format!("{mark}{}", items[0]),
        format!("{second}{}", items[1]),
    ]
}

#[test]
fn rows_of_items_survive_every_way_of_writing_them() {
    for headings in HEADINGS {
        for mark in MARKS {
            for gap in ["\n", "\n\n"] {
                for (below, closing) in ["\n", "\n\n"].into_iter().zip(CLOSINGS.chunks(2)) {
                    for closing in closing {
                        let mut text = "Gardener\nExample Gardens — York\n\n".to_owned();
                        for (heading, items) in headings.iter().zip(ROWS) {
                            let items = marked(items, mark).join(gap);
                            text += &format!("{heading}{below}{items}\n\n");
                        }
                        check(&format!("{text}{closing}"));
                    }
                }
            }
        }
    }
}

#[test]
fn headings_right_below_a_list_end_it() {
    for headings in HEADINGS {
        for mark in ["- ", "* ", "1. ", "• "] {
            let parts = headings.iter().zip(ROWS);
            let parts = parts
                .map(|(heading, items)| format!("{heading}\n{}", marked(items, mark).join("\n")));
            let parts: Vec<String> = parts.collect();
            check(&format!("Gardener\n\n{}\n", parts.join("\n")));
        }
    }
}

#[test]
fn wrapped_items_are_joined() {
    let intro = "We look after three walled gardens, which are open to everyone on every day of \
                 the year, and we grow what the neighbours eat in the kitchen garden.";
    let titles = [
        "Gardener",
        "Gardener for the orchards and the kitchen garden of Example Gardens",
    ];
    for title in titles {
        for width in [50, 58] {
            for mark in ["- ", "1. ", "• "] {
                for hang in ["", "   "] {
                    let mut text = format!("{title}\n\n{}\n\n", wrapped(intro, width, ""));
                    for (heading, items) in HEADINGS[0].iter().zip(ROWS) {
                        let items = marked(items, mark).map(|item| wrapped(&item, width, hang));
                        text += &format!("{heading}\n{}\n\n", items.join("\n"));
                    }
                    check(&text);
                }
            }
        }
    }
}

/// A text in lines of at most `width` characters, all but the first one behind `hang`.
fn wrapped(text: &str, width: usize, hang: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().unwrap();
        if line.chars().count() + 1 + word.chars().count() > width {
            lines.push(format!("{hang}{word}"));
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}

#[test]
fn lines_may_end_before_the_room_does() {
    let intro = "We look after three walled gardens, which are open to everyone on every day of the \
                 year, and we grow what the neighbours eat. ";
    let mut text = format!(
        "Gardener\n\n{}\n\n",
        wrapped(intro.repeat(4).trim(), 72, "")
    );
    for (heading, items) in HEADINGS[0].iter().zip(ROWS) {
        let items = items.map(|item| wrapped(item, 60, "")).join("\n\n");
        text += &format!("{heading}\n\n{items}\n\n");
    }
    check(&text);
}
