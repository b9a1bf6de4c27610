//! Headings that look unlike most: behind numbers and signs, ending like sentences, in tables, and leading to their
//! lists in the same line.

use serde_json::{Value, json};

use crate::WORDS;
use crate::score::{Score, words_of};

const TASKS: [&str; 3] = ["Prune the trees", "Sow and water", "Lead walks"];
const NEEDED: [&str; 3] = ["Likes rain", "Strong boots", "Early mornings"];

#[track_caller]
fn check(text: &str, words: &str) {
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let json = &import.postings[0].json;
    let posting = serde_json::from_str::<Value>(json).unwrap();
    let truth = json!({ "responsibilities": TASKS, "minimum": NEEDED });
    let score = Score::of(&posting, &truth, &words_of(words));
    assert_eq!(score.f1(), 1.0, "{text}\n{json}");
    assert!(score.kept() >= WORDS, "{text}\n{:?}", score.lost);
}

fn list(items: [&str; 3]) -> String {
    items.map(|item| format!("- {item}")).join("\n")
}

fn html(items: [&str; 3]) -> String {
    let items = items.map(|item| format!("<li>{item}</li>"));
    format!("<ul>{}</ul>", items.concat())
}

/// The words of a page without its tags.
fn shown(page: &str) -> String {
    let texts = page.split('<').map(|tag| tag.rsplit('>').next().unwrap());
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn headings_may_end_or_begin_with_signs() {
    for [tasks, needed] in [
        ["Responsibilities;", "Requirements;"],
        ["RESPONSIBILITIES;", "REQUIREMENTS;"],
        ["Responsibilities.", "Requirements."],
        ["(Responsibilities)", "(Requirements)"],
        ["1.0 Responsibilities", "2.0 Requirements"],
        ["Section 1: Responsibilities", "Section 2: Requirements"],
        [
            "The opportunity: What you’ll do",
            "Your background: What you bring",
        ],
        [":seedling: Responsibilities", ":star: Requirements"],
        [":seedling: **Responsibilities**", ":star: **Requirements**"],
        [
            "Here is what you will do",
            "Here is what we are looking for",
        ],
    ] {
        let (one, other) = (list(TASKS), list(NEEDED));
        let text = format!("Gardener\nGardens — York\n\n{tasks}\n{one}\n\n{needed}\n{other}\n");
        check(&text, &text);
        let (one, other) = (html(TASKS), html(NEEDED));
        let page = format!("<h1>Gardener</h1><h2>{tasks}</h2>{one}<h2>{needed}</h2>{other}");
        check(&page, &shown(&page));
    }
}

#[test]
fn headings_lead_to_their_lists_in_the_same_line() {
    for [tasks, needed] in [
        [
            "<b>Responsibilities:</b> you will",
            "<b>Requirements:</b> you have",
        ],
        [
            "<b>Responsibilities</b> – You will:",
            "<b>Requirements</b> – You have:",
        ],
        ["Responsibilities: you will", "Requirements: you have"],
    ] {
        let (one, other) = (html(TASKS), html(NEEDED));
        let page = format!("<h1>Gardener</h1><p>{tasks}</p>{one}<p>{needed}</p>{other}");
        check(&page, &shown(&page));
    }
    for [tasks, needed] in [
        ["**Responsibilities** –", "**Requirements** —"],
        ["**What you will do.**", "**What you bring.**"],
    ] {
        let text = format!(
            "# Gardener\n\n{tasks} Prune the trees. Sow and water. Lead walks.\n\n\
             {needed} Likes rain. Strong boots. Early mornings.\n"
        );
        let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
        let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
        let sentences = TASKS.map(|item| format!("{item}."));
        assert_eq!(posting["responsibilities"], json!(sentences), "{text}");
    }
}

#[test]
fn tables_hold_lists_in_columns_and_rows() {
    let words = [
        &["Gardener", "Responsibilities", "Requirements"],
        &TASKS[..],
        &NEEDED[..],
    ]
    .concat();
    let words = words.join(" ");
    let head = "<tr><th>Responsibilities</th><th>Requirements</th></tr>";
    let (one, other) = (html(TASKS), html(NEEDED));
    let lists = format!("<tr><td>{one}</td><td>{other}</td></tr>");
    let rows = TASKS.iter().zip(NEEDED);
    let rows = rows.map(|(task, need)| format!("<tr><td>{task}</td><td><p>{need}</p></td></tr>"));
    let rows: String = rows.collect();
    let lines = |items: [&str; 3]| items.join("<br>");
    let lists_of = [("Responsibilities", TASKS), ("Requirements", NEEDED)];
    let lists_of = lists_of.map(|(name, items)| format!("| **{name}** | {} |\n", lines(items)));
    let table = format!("# Gardener\n\n| | |\n|---|---|\n{}", lists_of.concat());
    check(&table, &words);
    for table in [
        format!("{head}{lists}"),
        format!("<thead>{head}</thead><tbody>{rows}</tbody>"),
        format!(
            "{head}<tr><td>{}</td><td>{}</td></tr>",
            lines(TASKS),
            lines(NEEDED)
        ),
        format!(
            "<tr><td>Responsibilities</td><td>{}</td></tr><tr><td>Requirements</td><td>{}</td></tr>",
            lines(TASKS),
            lines(NEEDED)
        ),
    ] {
        check(&format!("<h1>Gardener</h1><table>{table}</table>"), &words);
    }
}

#[test]
fn lists_in_one_sentence_are_divided_at_semicolons() {
    let [tasks, needed] = [TASKS, NEEDED].map(|items| items.join("; "));
    let text =
        format!("Gardener\nGardens — York\n\nResponsibilities: {tasks}\nRequirements: {needed}\n");
    check(&text, &text);
    let text = format!(
        "Gardener\nGardens — York\n\nResponsibilities\n{tasks}\n\nRequirements\n{needed}\n"
    );
    check(&text, &text);
    let text = "Gardener\n\nTasks: sow; water.\nA plus: roses; bees.\n";
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
    let welcome = &posting["qualifications"]["preferred"];
    assert_eq!(welcome, &json!(["roses", "bees."]));
    let page = format!(
        "<h1>Gardener</h1><p><b>Responsibilities:</b> {tasks}</p><h3>Requirements</h3><p>{needed}</p>"
    );
    check(&page, &shown(&page));
    let object = json!({
        "@type": "JobPosting", "title": "Gardener", "responsibilities": tasks, "qualifications": needed,
    });
    check(&object.to_string(), &format!("Gardener {tasks} {needed}"));
}

#[test]
fn the_list_between_two_known_ones_says_what_is_needed() {
    let page = |heading: &str, last: &str| {
        let (one, other, third) = (html(TASKS), html(NEEDED), html(["Roses", "Bees", "Tea"]));
        let page = format!(
            "<h1>Gardener</h1><h2>Tasks</h2>{one}<h2>{heading}</h2>{other}<h2>{last}</h2>{third}"
        );
        let import = posting_import::import(page.as_bytes(), &Default::default()).unwrap();
        let recognized = &import.report.postings[0].recognized;
        let review = recognized
            .iter()
            .any(|part| part.heading.as_deref() == Some(heading) && part.review);
        let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
        (posting["qualifications"]["minimum"].clone(), review)
    };
    let heading = "The gardener of our dreams";
    assert_eq!(page(heading, "Nice to have"), (json!(NEEDED), true));
    // What is known to be something else, or stands before nothing that is known, stays what it is.
    assert_eq!(page("Work schedule", "Nice to have").0, Value::Null);
    assert_eq!(page(heading, "Our gardens").0, Value::Null);
}

#[test]
fn an_item_with_its_own_mark_is_one_entry_whatever_its_semicolons() {
    let entry = "Roses &amp; bees; tea &amp; cake; all of it";
    for text in [
        format!("Gardener\n\nRequirements\n- {entry}\n"),
        format!(
            "# Gardener\n\n## Requirements\n\n- {}\n",
            entry.replace('&', "&amp;")
        ),
    ] {
        let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
        let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
        assert_eq!(
            posting["qualifications"]["minimum"],
            json!([entry]),
            "{text}"
        );
    }
}
