//! Lists that something stands in besides entries: titles of groups, and sentences before the first entry.

use serde_json::{Value, json};

use crate::WORDS;
use crate::score::{Score, words_of};

const REQUIREMENTS: &str = "\n\nRequirements\n\n- Strong boots\n- A hat\n";

/// A posting whose list of responsibilities is `list`.
#[track_caller]
fn check(list: &str, expected: &[&str]) {
    let text = format!("Gardener\nGardens — York\n\nResponsibilities\n\n{list}{REQUIREMENTS}");
    let truth = json!({ "responsibilities": expected, "minimum": ["Strong boots", "A hat"] });
    check_posting(&text, &truth);
}

#[track_caller]
fn check_posting(text: &str, truth: &Value) {
    let import = posting_import::import(text.as_bytes(), &Default::default()).unwrap();
    let json = &import.postings[0].json;
    let posting = serde_json::from_str::<Value>(json).unwrap();
    let words = text.split('<').filter_map(|part| part.rsplit('>').next());
    let words = words.collect::<Vec<_>>().join(" ");
    let score = Score::of(&posting, truth, &words_of(&words));
    assert_eq!(score.f1(), 1.0, "{text}\n{json}");
    assert!(score.kept() >= WORDS, "{text}\n{:?}", score.lost);
}

#[test]
fn titles_of_groups_stand_before_their_first_entries() {
    for [orchard, beds] in [
        ["Orchard:", "Product:"],
        ["Orchard", "Product"],
        ["ORCHARD", "PRODUCT"],
        ["Team", "Flower Beds"],
        [
            "Work in the orchard (50%)",
            "Work with the flower beds (50%)",
        ],
    ] {
        let [first, second] = [orchard, beds].map(|title| title.trim_end_matches(':'));
        let first = format!("{first}: Prune the trees");
        let second = format!("{second}: Sow");
        let expected = [first.as_str(), "Pick apples", second.as_str(), "Water"];
        for gap in ["\n", "\n\n"] {
            let list = format!(
                "{orchard}{gap}- Prune the trees\n- Pick apples\n\n{beds}{gap}- Sow\n- Water"
            );
            check(&list, &expected);
            check(&format!("You will help in these:\n\n{list}"), &expected);
        }
    }
}

#[test]
fn lines_that_are_no_titles_stay_apart_from_entries() {
    // One alone divides nothing.
    check("Orchard\n- Prune\n- Sow", &["Prune", "Sow"]);
    check("A diploma or the like\n- Prune\n- Sow", &["Prune", "Sow"]);
    // Behind a sentence nobody knows what a heading opens.
    check(
        "You will prune all day.\n\nOpening Hours\n- Eight to ten\n\nGarden Housing\n- Free",
        &["You will prune all day."],
    );
    check(
        "You will prune all day.\n\nOrchard\n- Prune\n\nBeds\n- Sow",
        &["Orchard: Prune", "Beds: Sow"],
    );
}

#[test]
fn sentences_before_unmarked_entries_are_no_entries() {
    for introduction in [
        "You’ll join our gardeners for a summer and work on what visitors see every day.",
        "You will join a team of six. Your work will reach every visitor.",
        "You will work with curators and engineers to:",
        "The gardener is responsible for the gardens at the river.",
        "We look for somebody who is happy outdoors.",
    ] {
        for gap in ["\n", "\n\n"] {
            for end in ["", "."] {
                let entries = ["Spoken English", "Prune the trees", "Sow and water"]
                    .map(|entry| format!("{entry}{end}"));
                let list = format!("{introduction}{gap}{}", entries.join(gap));
                check(&list, &entries.each_ref().map(String::as_str));
            }
        }
    }
    for introduction in [
        "Reporting to the head gardener, you will keep the gardens beautiful.",
        "Gardens is looking for somebody who likes rain.",
        "Each intern works on a project of their own.",
    ] {
        let list = format!("{introduction}\nPrune the trees\nSow and water");
        check(&list, &["Prune the trees", "Sow and water"]);
    }
    let list = "Prune the trees in winter.\nSow and water\nLook after the tools";
    check(list, &list.split('\n').collect::<Vec<_>>());
}

#[test]
fn sentences_before_unmarked_qualifications_are_none() {
    for introduction in [
        "The ideal candidate is curious and likes to be outdoors.",
        "To be successful in this role, you need the following.",
        "Applicants should bring most of these with them.",
    ] {
        for gap in ["\n", "\n\n"] {
            let list = ["Strong boots", "A hat", "Two hands"];
            let text = format!(
                "Gardener\nGardens — York\n\nResponsibilities\n\n- Prune\n\nRequirements\n{introduction}{gap}{}\n",
                list.join(gap)
            );
            let truth = json!({ "responsibilities": ["Prune"], "minimum": list });
            check_posting(&text, &truth);
        }
    }
}

#[test]
fn sentences_between_two_headings_of_a_list_are_no_entries() {
    let [boots, hat] = ["Strong boots", "A hat"];
    let guide = "You will have a guide and a bed of your own.";
    let welcome = "Gardens welcome everyone, and we read letters of all kinds.";
    let rows = |lines: &[&str]| format!("{}\n", lines.join("\n\n"));
    let text = rows(&[
        "Gardener\nGardens — York",
        "What you’ll do",
        guide,
        "Responsibilities",
        "Prune",
        "Sow",
        "Qualifications",
        welcome,
        "*Required:",
        boots,
        hat,
        "Desired:",
        "A rake",
    ]);
    let truth = json!({ "responsibilities": ["Prune", "Sow"], "minimum": [boots, hat], "preferred": ["A rake"] });
    check_posting(&text, &truth);
    let page = format!(
        "<h1>Gardener</h1><h2>What you’ll do</h2><p>{guide}</p><h3>Responsibilities</h3><p>Prune</p><p>Sow</p>\
         <h2>Qualifications</h2><p>{welcome}</p><h3>Required</h3><p>{boots}</p><p>{hat}</p><h3>Desired</h3><p>A rake</p>"
    );
    check_posting(&page, &truth);
}

#[test]
fn what_leads_to_a_list_behind_other_sentences_is_no_entry() {
    let list = "A summer of 12 weeks. Your tasks:\n- Prune\n- Sow";
    check(list, &["Prune", "Sow"]);
    let page = "<h1>Gardener</h1><h3>Your mission</h3>A summer of 12 weeks. Your tasks:<br>• Prune<br>• Sow";
    check_posting(page, &json!({ "responsibilities": ["Prune", "Sow"] }));
}

#[test]
fn lists_with_dots_in_a_single_line_are_divided() {
    let minimum = ["Likes rain", "Knows of Pay and Benefits", "Can climb"];
    let truth = json!({ "responsibilities": ["Prune", "Sow"], "minimum": minimum, "preferred": ["Can graft", "Has a rake"] });
    let tasks = "Responsibilities • Prune • Sow";
    let asked = format!("Requirements • {}", minimum.join(" • "));
    for gap in [" ", "\n", "\n\n"] {
        let lines = [
            tasks,
            &asked,
            "Nice to have • Can graft • Has a rake",
            "Benefits • Free roses • Fruit",
        ];
        let text = format!("Gardener\nGardens — York\n\n{}\n", lines.join(gap));
        check_posting(&text, &truth);
    }
}

#[test]
fn headings_may_be_items_above_lists_of_their_own() {
    let truth = json!({ "responsibilities": ["Prune", "Sow"], "minimum": ["Boots", "A hat"] });
    check_posting(
        "<h1>Gardener</h1><ol><li>Responsibilities<ol><li>Prune</li><li>Sow</li></ol></li>\
         <li><p>Requirements</p><ul><li>Boots</li><li>A hat</li></ul></li></ol>",
        &truth,
    );
    for [outer, inner] in [["- ", "  - "], ["1. ", "   - "], ["* ", "    * "]] {
        check_posting(
            &format!(
                "# Gardener\n\n{outer}Responsibilities\n{inner}Prune\n{inner}Sow\n\
                 {outer}Requirements\n{inner}Boots\n{inner}A hat\n"
            ),
            &truth,
        );
    }
    // What is no known heading is an entry with entries below it.
    let entries = ["Prune", "the trees", "the roses", "Sow"];
    check_posting(
        "# Gardener\n\n## Responsibilities\n\n- Prune\n  - the trees\n  - the roses\n- Sow\n",
        &json!({ "responsibilities": entries }),
    );
}

#[test]
fn tables_may_have_a_list_in_each_column() {
    let minimum = ["Boots", "A hat", "Two hands"];
    let truth = json!({ "responsibilities": ["Prune", "Sow"], "minimum": minimum });
    check_posting(
        "# Gardener\n\n| Responsibilities | **Requirements** |\n|---|---|\n| Prune | Boots |\n\
         | Sow | A **hat** |\n| | Two hands |\n",
        &truth,
    );
    check_posting(
        "# Gardener\n\n| Responsibilities | Requirements |\n|---|---|\n\
         | Prune | - Boots<br>- A hat |\n| Sow | Two hands |\n",
        &truth,
    );
    // Breaks in cells are Markdown's own, and make no page of it.
    check_posting(
        "# Gardener\n\n| Responsibilities | Requirements |\n|---|---|\n\
         | Prune<br>Sow | Boots<br>A hat<br>Two hands |\n",
        &truth,
    );
}

#[test]
fn a_sentence_below_a_heading_of_its_own_is_no_entry_of_a_list() {
    for heading in ["A day in the life", "Job description"] {
        let list = "- Prune\n- Sow";
        check(
            &format!("{list}\n\n{heading}\n\nYou are outdoors."),
            &["Prune", "Sow"],
        );
        let text = format!(
            "Gardener\nGardens — York\n\n{heading}\n\nYou are outdoors.\n\nResponsibilities\n\n{list}{REQUIREMENTS}"
        );
        let truth =
            json!({ "responsibilities": ["Prune", "Sow"], "minimum": ["Strong boots", "A hat"] });
        check_posting(&text, &truth);
    }
    // Without a list it is what there is to do.
    check("You are outdoors.", &["You are outdoors."]);
}
