//! Facts from sentences as postings write them.

mod denied;
mod elsewhere;
mod length;
mod places;
mod seasons;
mod spoken;
mod terms;
mod when;

use posting::document::{Rule, StartDate};

use super::*;
use crate::block::{Block, BlockKind};
use crate::source::Stated;

fn facts(title: &str, lines: &[&str]) -> Facts {
    let blocks = lines
        .iter()
        .enumerate()
        .map(|(index, line)| match line.strip_prefix("# ") {
            Some(heading) => Block::new(BlockKind::Heading(2), heading, index + 2),
            None => Block::new(BlockKind::Paragraph, line, index + 2),
        });
    read(&mut Source {
        title: Stated::new(title, 1),
        blocks: blocks.collect(),
        ..Source::default()
    })
}

fn days(facts: &Facts) -> Vec<String> {
    let starts = facts.program.start_dates.iter().flatten();
    let shown = starts.map(|start| match start {
        StartDate::Day(day) => day.clone(),
        StartDate::WithEnd { start, end } => format!("{start}/{end}"),
    });
    shown.collect()
}

#[test]
fn lengths_belong_to_programmes() {
    let weeks = |line| facts("Gardener", &[line]).program.weeks;
    assert_eq!(
        weeks("Throughout the 12-week full-time internship you prune."),
        Some(12)
    );
    assert_eq!(
        weeks("Ability to commit to a minimum of 10 weeks."),
        Some(10)
    );
    assert_eq!(weeks("A 11-12 week program beginning in May."), Some(11));
    assert_eq!(weeks("You get 16 weeks of parental leave."), None);
    assert_eq!(weeks("You have 6 weeks of experience."), None);
    let limit = "You may apply for two internships in an 8-week period.";
    assert_eq!(weeks(limit), None);
    assert_eq!(weeks("The internship is an 8-week period."), Some(8));
    let months = |line| facts("Gardener", &[line]).program.months;
    assert_eq!(months("Length: 12 months"), Some(12));
    assert_eq!(months("This is a 6-month contract."), Some(6));
    assert_eq!(
        months("We have a contract of 12 months with the city."),
        None
    );
    let months = facts(
        "Garden Fellow",
        &["The program runs for 4 months, full-time."],
    );
    assert_eq!(months.program.months, Some(4));
    assert!(!months.found[0].review);
}

#[test]
fn seasons_stand_in_titles() {
    let found = facts("Garden Intern, Summer 2026", &[]);
    assert_eq!(found.program.season.as_deref(), Some("Summer 2026"));
}

#[test]
fn start_dates_stand_in_lists_and_sentences() {
    let list = [
        "# Summer Start Dates:",
        "May 11th",
        "May 18th",
        "June 8th, 2026",
    ];
    assert_eq!(
        days(&facts("Intern, Summer 2026", &list)),
        ["2026-05-11", "2026-05-18", "2026-06-08"]
    );
    let once = ["Start dates are May 11th, May 18th and 8 June 2026."];
    assert_eq!(
        days(&facts("Intern", &once)),
        ["2026-05-11", "2026-05-18", "2026-06-08"]
    );
    let range = ["Start: June 22, 2026 through December 23, 2026"];
    assert_eq!(days(&facts("Intern", &range)), ["2026-06-22/2026-12-23"]);
    let months = facts("Intern", &["A program beginning in May 2026 or June 2026."]);
    let window = months.program.start_window.unwrap();
    assert_eq!(
        (window.from.as_str(), window.to.as_str()),
        ("2026-05-01", "2026-06-30")
    );
    let two_months = facts("Intern", &["A program beginning in May or June 2026."]);
    assert_eq!(two_months.program.start_window.unwrap().from, "2026-05-01");
    let dates = ["Internship dates: June 1 – August 21, 2026"];
    assert_eq!(days(&facts("Intern", &dates)), ["2026-06-01/2026-08-21"]);
    for start in [
        "Eintrittsdatum: 01.09.2026",
        "Début : 1er septembre 2026",
        "Fecha de inicio: 1 de septiembre de 2026",
    ] {
        assert_eq!(days(&facts("Intern", &[start])), ["2026-09-01"], "{start}");
    }
    assert!(days(&facts("Intern", &["Start date: 31 February 2026"])).is_empty());
    let soon = facts("Intern", &["Start date: As soon as possible"]);
    assert!(
        soon.found
            .iter()
            .any(|fact| fact.review && fact.value == "as soon as possible")
    );
}

#[test]
fn limits_say_how_many_and_in_which_order() {
    let line = "Candidates can apply to a maximum of two positions and will be considered in the \
                order you apply.";
    let limit = facts("Intern", &[line]).limit.unwrap();
    assert_eq!((limit.positions, limit.in_order), (2, true));
    let timed = facts(
        "Intern",
        &["Candidates may submit a maximum of 3 applications within a 6-month period."],
    );
    assert_eq!(timed.limit.unwrap().positions, 3);
    assert!(timed.found[0].review);
    for two in [
        "We limit applications to two for each person.",
        "You may submit 2 applications per candidate.",
    ] {
        assert_eq!(facts("Intern", &[two]).limit.unwrap().positions, 2, "{two}");
    }
    for (line, in_order) in [
        (
            "You may apply for up to two internships; only the first two applications count.",
            true,
        ),
        ("Applicants are limited to two (2) applications.", false),
        ("Please only apply to two internships.", false),
    ] {
        let limit = facts("Intern", &[line]).limit;
        let limit = limit.map(|limit| (limit.positions, limit.in_order));
        assert_eq!(limit, Some((2, in_order)), "{line}");
    }
    let later = facts(
        "Intern",
        &[
            "You may apply for up to two internships.",
            "They are considered in the order in which they were submitted.",
        ],
    );
    assert!(later.limit.is_some_and(|limit| limit.in_order));
    let per_role = facts(
        "Intern",
        &["You may submit one application per role each year."],
    );
    assert!(per_role.limit.is_none());
    assert!(
        facts("Intern", &["We water up to 3 positions in the garden."])
            .limit
            .is_none()
    );
}

#[test]
fn a_season_is_told_where_the_posting_calls_for_it() {
    let season = |title, line| facts(title, &[line]).program.season;
    let summer = Some("summer 2027".to_owned());
    assert_eq!(season("Garden Intern", "Join us for summer 2027!"), summer);
    assert_eq!(
        season("Garden Intern", "We planted oaks in fall 2019."),
        None
    );
    assert_eq!(season("Gardener", "Join us for summer 2027!"), summer);
}

#[test]
fn review_and_deadline() {
    let found = facts(
        "Intern",
        &[
            "Applications are reviewed on a rolling basis.",
            "Deadline to apply: 10/31/26",
        ],
    );
    assert!(found.rolling);
    let not = ["Applications are not reviewed on a rolling basis."];
    assert!(!facts("Intern", &not).rolling);
    assert_eq!(found.deadline.as_deref(), Some("2026-10-31"));
    let none = facts("Intern", &["Deadline to apply: None."]);
    assert_eq!(none.deadline, None);
    assert!(facts("Intern", &["Applications are accepted until 30th Aug."]).found[0].review);
}

#[test]
fn deadlines_stand_below_headings_and_the_last_one_counts() {
    let deadline = |lines: &[&str]| facts("Garden Intern", lines).deadline;
    let expected = Some("2026-02-06".to_owned());
    assert_eq!(
        deadline(&["# Application deadline", "February 6, 2026"]),
        expected
    );
    let sent = facts(
        "Garden Intern",
        &["Send your CV to the garden by 6 February 2026."],
    );
    assert_eq!(sent.deadline, expected);
    assert!(sent.found[0].review, "it could be another day");
    for line in [
        "Last day to apply: February 6, 2026",
        "Applications due February 6, 2026",
        "Applications are accepted through 2/6/2026",
    ] {
        assert_eq!(deadline(&[line]), expected, "{line}");
    }
    let both = [
        "Priority deadline: January 9, 2026.",
        "Final deadline: February 6, 2026.",
    ];
    let both = facts("Garden Intern", &both);
    assert_eq!(both.deadline, expected);
    assert!(both.found.last().is_some_and(|fact| fact.review));
    assert_eq!(deadline(&["Start date no later than June 15, 2026"]), None);
}

#[test]
fn a_privacy_notice_may_be_a_bare_address() {
    let found = facts(
        "Gardener",
        &["Applicant privacy notice: https://gardens.example/applicants."],
    );
    assert_eq!(
        found.privacy.as_deref(),
        Some("https://gardens.example/applicants")
    );
    assert!(
        facts("Gardener", &["See https://gardens.example/jobs"])
            .privacy
            .is_none()
    );
}

#[test]
fn pay_has_the_separators_of_its_country() {
    for (line, shown) in [
        ("Salary: CHF 95'000 - 110'000 per year", "95000"),
        ("Salary: ₹6,00,000 - ₹8,00,000 per annum", "600000"),
    ] {
        let found = facts("Gardener", &[line]);
        let pay = found.found.iter().find(|fact| fact.field == "pay");
        let value = pay.map(|fact| fact.value.replace([',', '\u{a0}', ' '], ""));
        assert!(
            value.as_ref().is_some_and(|value| value.contains(shown)),
            "{value:?}"
        );
    }
}

#[test]
fn rules_are_computed_from_certain_words() {
    let month = Rule::GraduateOnOrAfter("2026-12".to_owned());
    let text = "Graduating December 2026 or later and intending to return to the degree program.";
    assert_eq!(rules_of(text), [month, Rule::ReturnToDegree(true)]);
    assert_eq!(
        rules_of("Able to commit to 12 weeks."),
        [Rule::CommitWeeks(12)]
    );
    assert_eq!(rules_of("Graduating between May 2026 and June 2027."), []);
    assert_eq!(rules_of("You like rain."), []);
}

#[test]
fn places_stand_in_sentences() {
    let place = |line| facts("Gardener", &[line]).place.map(|(place, _)| place);
    assert_eq!(
        place("Location: York, England"),
        Some("York, England".to_owned())
    );
    assert_eq!(
        place("This position is based in our York office."),
        Some("York".to_owned())
    );
    assert_eq!(place("The roses are based in York."), None);
    let remote = facts("Gardener", &["This is a remote position."]);
    assert!(remote.found[0].field == "remote" && remote.found[0].review);
    assert!(
        facts("Gardener", &["This is not a remote position."])
            .found
            .is_empty()
    );
}
