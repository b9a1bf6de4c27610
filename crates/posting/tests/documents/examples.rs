//! The postings that ship with the product: each is read as it is meant.

use posting::date::CivilDate;
use posting::posting::Posting;
use posting::program::{Length, Starts};

use crate::{accept, lines, read, repository};

fn example(name: &str) -> Posting {
    accept(&read(&format!("public/postings/{name}.json")))
}

fn date(text: &str) -> CivilDate {
    CivilDate::parse_iso(text).unwrap()
}

#[test]
fn every_example_is_read_or_is_the_broken_one() {
    let mut refused = Vec::new();
    let mut ids = Vec::new();
    for entry in std::fs::read_dir(repository("public/postings")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        match Posting::from_json(&text) {
            Ok(posting) => ids.push(posting.id().to_owned()),
            Err(_) => refused.push(path.file_name().unwrap().to_owned()),
        }
    }
    assert_eq!(refused, ["broken.json"]);
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "two examples share an id: {ids:?}");
}

#[test]
fn a_start_window_with_months() {
    let posting = example("window-months");
    let program = posting.program().unwrap();
    assert!(matches!(program.length(), Length::Months(months) if months.get() == 6));
    let window = Starts::Window {
        first: date("2027-04-01"),
        last: date("2027-09-30"),
    };
    assert_eq!(program.starts(), &window);
    assert!(!program.working_days().includes(date("2027-04-05")));
    assert!(program.working_days().includes(date("2027-04-10")));
}

#[test]
fn an_open_length_with_start_dates_out_of_order() {
    let posting = example("open-length");
    let program = posting.program().unwrap();
    assert_eq!(program.length(), Length::Open);
    let starts: Vec<_> = program.cohorts().iter().map(|c| c.start()).collect();
    assert_eq!(starts, ["2027-03-06", "2027-04-03", "2027-05-01"].map(date));
    assert!(program.cohorts().iter().all(|c| c.last_day().is_none()));
}

#[test]
fn an_ordinary_job_has_no_programme() {
    let posting = example("ordinary-job");
    assert_eq!(posting.program(), None);
    assert!(posting.locations()[1].remote);
    assert_eq!(posting.about()[0].pieces().len(), 3);
}

#[test]
fn stated_ends_stay_as_stated() {
    let posting = example("explicit-ends");
    let ends = posting.program().unwrap().cohorts().iter();
    let ends: Vec<_> = ends.map(|cohort| cohort.last_day().unwrap()).collect();
    assert_eq!(ends, ["2027-06-25", "2027-07-30", "2027-08-20"].map(date));
}

#[test]
fn a_closed_posting_closes_after_its_last_day() {
    let posting = example("closed");
    assert!(!posting.is_closed(date("2025-02-28")));
    assert!(posting.is_closed(date("2025-03-01")));
}

#[test]
fn the_broken_posting_has_exactly_these_problems() {
    let problems = Posting::from_json(&read("public/postings/broken.json")).unwrap_err();
    let expected = "\
$.id: is not an id; use 1 to 80 of the characters a-z, 0-9, “-”, “_” and “.”
$.lang: is not a language tag; write it like en, pt-BR or zh-Hant
$.title: is empty; write some text or leave it out
$.organisation: is not a known key; did you mean “organization”?
$.locations[0].country: is not a country code; write two capital letters, such as US
$.locations[0].remote: must be true or false, not text
$.employmentType: is not one of the known words; use FULL_TIME, PART_TIME, CONTRACTOR, TEMPORARY, \
INTERN, VOLUNTEER, PER_DIEM, OTHER
$.datePosted: has the day 30, but that month ends on day 28
$.program.months: stands beside “weeks”; keep the one that the programme is counted in
$.program.startDates[0]: is not a date; write it as 2026-05-18
$.program.startDates[1].end: lies before “start”, 2026-06-22; use that day or a later one
$.program.startDates[3]: starts on the same day as $.program.startDates[2]; keep one
$.about[0][1].href: is not a safe link; start it with https:// or mailto:
$.responsibilities: must be a list, not text
$.qualifications.minimum[0].rule.commitWeek: is not a known key; did you mean “commitWeeks”?
$.application.url: has a user name before the host, which hides where it leads; remove all up to \
the @
$.application.limit.positions: must be a whole number from 1 to 20
$.application: is written twice in the same object; keep one
$.organization: is missing; add it";
    assert_eq!(lines(&problems), expected);
}
