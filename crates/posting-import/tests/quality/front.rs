//! Front matter as authors of Markdown postings write it: every word of it stands in the posting, and what a posting
//! has a place for stands there.

use serde_json::{Value, json};

use crate::score::{Score, words_of};

/// The posting of a text below front matter, of which no word may be lost.
#[track_caller]
fn imported(front_matter: &str) -> Value {
    let text = format!("---\n{front_matter}---\n\nJoin us in the gardens.\n");
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let posting = serde_json::from_str::<Value>(&import.postings[0].json).unwrap();
    let score = Score::of(&posting, &json!({}), &words_of(&text));
    assert!(
        score.lost.is_empty(),
        "{text}\n{posting:#}\n{:?}",
        score.lost
    );
    posting
}

const FACTS: &str = "title: Gardener\ncompany: Gardens\nlocation: York\n";

#[test]
fn no_word_of_front_matter_is_lost() {
    for more in [
        "",
        "layout: job\ntags: [roses, remote]\ndraft: false\n",
        "weeks: 12\nsalary: 50000\npositions: 3\n",
        "deadline: when the gate closes\n",
        "lang: English and German\n",
        "apply: knock at the gate\n",
        "employer: The Garden Trust\n",
        "requirements:\n  - Boots: strong ones\n  - Rain: you like it\n",
        "categories:\n  - garden\n  - outdoors\n",
    ] {
        let posting = imported(&format!("{FACTS}{more}"));
        assert_eq!(posting["title"], "Gardener", "{more}");
        assert_eq!(posting["organization"]["name"], "Gardens", "{more}");
        assert_eq!(posting["locations"][0]["name"], "York", "{more}");
    }
}

#[test]
fn values_are_read_as_they_are_meant() {
    let posting = imported(&format!(
        "{FACTS}start_date: 2026-05-11\ndeadline: 1 March 2026\napply: https://gardens.example/apply\n"
    ));
    assert_eq!(posting["program"]["startDates"], json!(["2026-05-11"]));
    assert_eq!(posting["validThrough"], "2026-03-01");
    assert_eq!(
        posting["application"]["url"],
        "https://gardens.example/apply"
    );
}

#[test]
fn lists_may_stand_in_one_line() {
    let posting = imported(
        "title: Gardener\ncompany: Gardens\nlocation: [York, \"Leeds, UK\"]\n\
         responsibilities: [\"Prune, and water\", Sow]\nrequirements:\n  - Boots: strong ones\n",
    );
    let names = |place: usize| &posting["locations"][place]["name"];
    assert_eq!([names(0), names(1)], ["York", "Leeds, UK"]);
    assert_eq!(
        posting["responsibilities"],
        json!(["Prune, and water", "Sow"])
    );
    assert_eq!(
        posting["qualifications"]["minimum"],
        json!(["Boots: strong ones"])
    );
}
