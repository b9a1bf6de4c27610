//! The states a posting can be in, each by what a candidate reads.

use crate::scan::Node;
use crate::{Page, bundled, file, render, render_broken};
use posting::posting::Posting;

const INTERN: &str = "tiktok-ecommerce-strategy-intern-2026";
const CLOSED: &str = "This posting no longer takes applications.";
const ALL_PASSED: &str = "All start dates of this posting have passed.";

fn on(name: &str, day: Option<&'static str>) -> Node {
    let page = Page {
        as_of: day,
        ..Page::default()
    };
    render(&file(name), page)
}

fn parts<'a>(root: &'a Node, part: &str) -> Vec<&'a Node> {
    root.find(|node| node.has_word("part", part))
}

#[test]
fn a_preview_says_of_which_day() {
    let preview = bundled(INTERN);
    let bar = preview.part("preview");
    assert!(bar.text().contains("2 March 2026"), "{}", bar.text());
    assert!(parts(&on(INTERN, None), "preview").is_empty());
}

#[test]
fn an_open_posting_leads_to_the_application_and_warns_of_nothing() {
    let root = bundled(INTERN);
    assert_eq!(root.part("apply").text(), "Apply at TikTok");
    assert!(!root.text().contains(CLOSED) && !root.text().contains(ALL_PASSED));
}

#[test]
fn a_closed_posting_says_so_and_leads_nowhere() {
    let root = bundled("closed");
    assert!(root.part("planner").says(CLOSED));
    assert!(parts(&root, "apply").is_empty());
    // The last day for applications still counts.
    let last_day = on("closed", Some("2025-02-28"));
    assert!(!last_day.text().contains(CLOSED));
    assert_eq!(parts(&last_day, "apply").len(), 1);
}

#[test]
fn a_posting_whose_starts_have_all_passed_says_so() {
    let passed = on(INTERN, Some("2026-06-23"));
    assert!(passed.part("planner").text().contains(ALL_PASSED));
    assert!(passed.part("cohorts").text().contains("Started yesterday"));
    let last_start = on(INTERN, Some("2026-06-22"));
    assert!(!last_start.text().contains(ALL_PASSED));
}

#[test]
fn without_a_programme_the_first_free_day_counts() {
    let root = bundled("ordinary-job");
    assert!(root.text().contains("This job has no fixed start dates"));
    assert!(parts(&root, "cohorts").is_empty());
    assert!(root.text().contains("states no limit on applications"));
}

#[test]
fn a_window_asks_for_a_day_and_offers_the_first() {
    let root = bundled("window-months");
    let wished = root.find(|node| node.attribute("id") == Some("wished-start"));
    assert_eq!(wished.len(), 1);
    // Half a year from Thursday 1 April 2027 ends on a working day of that week.
    let cohorts = root.part("cohorts").text();
    assert!(cohorts.contains("Thu 1 Apr – Thu 30 Sep"), "{cohorts}");
}

#[test]
fn an_open_length_has_starts_without_last_days() {
    let root = bundled("open-length");
    assert!(root.part("facts").says("Open-ended"));
    let rows = root.part("cohorts");
    for start in ["from Sat 6 Mar", "from Sat 3 Apr", "from Sat 1 May"] {
        assert!(rows.says(start), "{start}");
    }
}

#[test]
fn stated_last_days_are_no_open_length() {
    let root = bundled("explicit-ends");
    assert!(!root.part("facts").text().contains("Open-ended"));
    assert!(root.part("facts").says("7 – 25 June 2027"));
}

#[test]
fn a_broken_posting_lists_every_problem() {
    let root = render_broken(&file("broken"));
    let problems = Posting::from_json(&file("broken")).expect_err("it is broken");
    assert!(problems.len() > 10, "{}", problems.len());
    let listed = root.part("problems");
    let rows = listed.find(|node| node.tag == "li");
    assert_eq!(rows.len(), problems.len());
    for (row, problem) in rows.iter().zip(&problems) {
        assert!(row.says(&problem.path), "{}", problem.path);
        assert!(row.says(&problem.message), "{}", problem.message);
    }
    assert!(
        listed
            .text()
            .contains(&format!("{} problems", problems.len()))
    );
}

#[test]
fn a_broken_posting_tells_a_candidate_one_sentence_and_a_way_out() {
    let root = render_broken(&file("broken"));
    let notice = root.part("error");
    assert_eq!(notice.attribute("role"), Some("alert"));
    assert!(notice.says("This posting can’t be shown right now."));
    assert!(notice.says("Try again"));
    // The author's part stays folded away.
    assert_eq!(root.part("problems").attribute("open"), None);
}

/// Natively markup is written for a device on which nothing was typed yet.
#[test]
fn an_untouched_draft_says_that_it_will_be_saved() {
    let root = bundled(INTERN);
    assert_eq!(
        root.part("save-state").text(),
        "What you type is saved on this device."
    );
    for notice in parts(&root, "notice") {
        assert_eq!(notice.text(), "", "a notice without a reason");
    }
}

/// Without the app the loader speaks for it, in the same words.
#[test]
fn the_loader_has_the_words_of_the_catalogue() {
    let loader = include_str!("../../public/job-posting.js");
    let text = job_posting::locale::Text::new("en");
    for words in [
        text.posting_unavailable(),
        text.posting_unavailable_offline(),
        text.planner_forbidden(),
        text.retry(),
    ] {
        assert!(loader.contains(&format!("\"{words}\"")), "{words}");
    }
}

/// Jumps, numbers and progress of a posting with these parts, and what else it says.
#[track_caller]
fn check_steps(parts: &str, jumps: &[&str], titles: &[&str], progress: &str) -> Node {
    let posting = format!(
        r#"{{ "version": 1, "id": "steps", "title": "Gardener",
          "organization": {{ "name": "Example" }}{parts} }}"#
    );
    let root = render(&posting, Page::default());
    let found = root.find(|node| node.has_word("class", "jump"));
    let found: Vec<String> = found.iter().map(|jump| jump.text()).collect();
    assert_eq!(found, jumps, "{parts}");
    let headings = root.find(|node| node.has_word("class", "step-title"));
    let headings: Vec<String> = headings.iter().map(|title| title.text()).collect();
    assert_eq!(headings, titles, "{parts}");
    assert_eq!(root.part("progress").text(), progress, "{parts}");
    assert!(!root.text().contains(" answered answered"), "{parts}");
    root
}

pub const STARTS: &str = r#", "program": { "weeks": 12, "startDates": ["2026-09-07"] }"#;
pub const QUALIFICATION: &str = r#", "qualifications": { "minimum": ["A"] }"#;
pub const LIMIT: &str = r#", "application": { "limit": { "positions": 2 } }"#;
const NO_STARTS: &str = "This job has no fixed start dates: your first free day is what counts.";

#[test]
fn only_steps_that_ask_something_are_counted() {
    let minimal = check_steps(
        "",
        &[
            "1Dates not answered yet",
            "2Statement not answered yet",
            "↓Apply",
        ],
        &["1. When are you free?", "2. Your statement", "Apply"],
        "0 of 2 answered",
    );
    assert!(minimal.says(NO_STARTS));
    for nothing in [
        "Do you meet the requirements?",
        "Choose a start date",
        "choose a start date",
        ".ics",
    ] {
        assert!(!minimal.text().contains(nothing), "{nothing}");
    }
    assert!(parts(&minimal, "facts").is_empty(), "a list without facts");
    let root = check_steps(
        STARTS,
        &[
            "1Dates not answered yet",
            "2Starts not answered yet",
            "3Statement not answered yet",
            "↓Apply",
        ],
        &[
            "1. When are you free?",
            "2. Which start dates suit?",
            "3. Your statement",
            "Apply",
        ],
        "0 of 3 answered",
    );
    assert!(!root.says(NO_STARTS));
    assert!(root.says("Choose a start date first."));
    check_steps(
        &[QUALIFICATION, LIMIT].concat(),
        &[
            "1Dates not answered yet",
            "2Check not answered yet",
            "3Statement not answered yet",
            "4Apply not answered yet",
        ],
        &[
            "1. When are you free?",
            "2. Do you meet the requirements?",
            "3. Your statement",
            "4. Apply",
        ],
        "0 of 4 answered",
    );
}

/// In the order of the rows "Mon, Sep 7" and "Mon, Sep 6" would be two days of one year.
#[test]
fn starts_in_several_years_are_told_with_their_years() {
    let posting = |starts: &str| {
        let posting = format!(
            r#"{{ "version": 1, "id": "years", "title": "Gardener",
              "organization": {{ "name": "Example" }},
              "program": {{ "weeks": 12, "startDates": {starts} }} }}"#
        );
        render(&posting, Page::default())
    };
    let root = posting(r#"["2026-09-07", "2027-09-06"]"#);
    let cohorts = root.part("cohorts");
    assert!(cohorts.says("Mon, 7 Sept – Fri, 27 Nov 2026"));
    assert!(cohorts.says("Mon, 6 Sept – Fri, 26 Nov 2027"));
    let names = |root: &Node| -> Vec<String> {
        let names = root.find(|node| node.tag == "text");
        names.iter().map(|name| name.text()).collect()
    };
    assert_eq!(names(&root), ["Sept 2026", "Jan 2027", "May", "Sept"]);
    let root = posting(r#"["2027-09-06", "2027-09-13"]"#);
    assert!(root.part("cohorts").says("Mon 6 Sept – Fri 26 Nov"));
    assert_eq!(names(&root), ["Sept", "Oct", "Nov", "Dec"]);
}
