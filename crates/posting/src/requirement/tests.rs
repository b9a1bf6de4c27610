//! Requirements by example, and the longest stretch against trying every start.

use proptest::prelude::*;

use super::*;
use crate::testing::{availability, date, program, summer, weeks};
use crate::typed_date::DateOrder;

/// Evaluates on 2 March 2026 with one record typed.
fn outcome(
    rule: &Rule,
    (record, text): (&str, &str),
    availability: &Availability,
    program: Option<&Program>,
) -> Outcome {
    let mut draft = Draft::default();
    draft.set(record, text);
    let language = DateLanguage::english(DateOrder::MonthDayYear);
    evaluate(
        rule,
        "degree",
        &draft,
        availability,
        program,
        &language,
        date("2026-03-02"),
    )
}

/// Whether 12 weeks can be promised.
#[track_caller]
fn check_weeks(
    availability: &Availability,
    program: Option<&Program>,
    choices: &str,
    expected: Outcome,
) {
    let rule = Rule::CommitWeeks(weeks(12));
    let found = outcome(&rule, (record::CHOICES, choices), availability, program);
    assert_eq!(found, expected, "{availability:?}, {choices:?}");
}

fn missed(shortfall: Shortfall) -> Outcome {
    Outcome::NotMet(shortfall)
}

#[test]
fn weeks_are_promised_by_a_cohort_that_fits() {
    let summer = summer();
    let (program, until) = (Some(&summer), "2026-08-07");
    let early = availability("2026-05-11", until, &[]);
    check_weeks(&early, program, "", Outcome::Met);
    check_weeks(&early, program, "2026-05-18", Outcome::Met);
    check_weeks(&early, program, "2026-06-22 2026-05-18", Outcome::Met);
    check_weeks(
        &early,
        program,
        "2026-06-22",
        missed(Shortfall::NoChoiceFits),
    );
    check_weeks(
        &availability("", until, &[]),
        program,
        "2026-05-18",
        Outcome::Unknown,
    );
    check_weeks(&Availability::default(), program, "", Outcome::Unknown);
}

#[test]
fn no_cohort_that_fits_is_told_apart_from_too_little_time() {
    let summer = summer();
    let short = availability("2026-05-20", "2026-08-07", &[]);
    check_weeks(&short, Some(&summer), "", missed(Shortfall::Weeks(11)));
    let autumn = availability("2026-08-01", "2026-12-31", &[]);
    check_weeks(&autumn, Some(&summer), "", missed(Shortfall::NoStartFits));
    check_weeks(
        &availability("2026-08-01", "", &[]),
        Some(&summer),
        "",
        missed(Shortfall::NoStartFits),
    );
}

#[test]
fn weeks_without_a_programme_that_long_are_counted() {
    let short = program(Length::Weeks(weeks(8)), Starts::Any);
    for program in [None, Some(&short)] {
        check_weeks(
            &availability("2026-05-18", "2026-08-07", &[]),
            program,
            "",
            Outcome::Met,
        );
        let day_less = availability("2026-05-18", "2026-08-06", &[]);
        check_weeks(&day_less, program, "", missed(Shortfall::Weeks(11)));
        check_weeks(
            &availability("2026-05-18", "", &[]),
            program,
            "",
            Outcome::Unknown,
        );
        let exam = availability(
            "2026-05-18",
            "2026-08-14",
            &[("2026-06-03", "2026-06-05", "")],
        );
        check_weeks(&exam, program, "", missed(Shortfall::Weeks(10)));
    }
    // A busy range before the start, or within another, gives no time back.
    let busy = [
        ("2026-01-01", "2026-01-02", ""),
        ("2026-07-01", "2026-08-31", ""),
        ("2026-07-06", "2026-07-07", ""),
    ];
    let nested = availability("2026-05-18", "2026-09-30", &busy);
    check_weeks(&nested, None, "", missed(Shortfall::Weeks(6)));
    // What lies before today can't be promised any more.
    let past = availability("2025-01-01", "2026-03-20", &[]);
    check_weeks(&past, None, "", missed(Shortfall::Weeks(3)));
    let over = availability("2025-01-01", "2025-12-31", &[]);
    check_weeks(&over, None, "", missed(Shortfall::Weeks(0)));
}

#[test]
fn a_cohort_of_another_kind_of_length_counts_if_it_lasts() {
    let from = availability("2026-05-18", "2026-08-17", &[]);
    let (first, last) = (date("2026-05-18"), date("2026-06-30"));
    let starts = Starts::Window { first, last };
    let months = program(Length::Months(weeks(3)), starts.clone());
    check_weeks(&from, Some(&months), "", Outcome::Met);
    check_weeks(
        &from,
        Some(&months),
        "2026-06-01",
        missed(Shortfall::NoChoiceFits),
    );
    // An open cohort promises no weeks of itself, so the stated time decides.
    let open = program(Length::Open, starts);
    check_weeks(&from, Some(&open), "2026-05-18", Outcome::Met);
    let short = availability("2026-05-18", "2026-06-12", &[]);
    check_weeks(
        &short,
        Some(&open),
        "2026-05-18",
        missed(Shortfall::Weeks(4)),
    );
}

#[track_caller]
fn check_graduation(typed: &str, expected: Outcome) {
    let december = YearMonth::new(2026, 12).expect("a month");
    let rule = Rule::GraduateOnOrAfter(december);
    let found = outcome(
        &rule,
        (record::GRADUATION, typed),
        &Availability::default(),
        None,
    );
    assert_eq!(found, expected, "{typed}");
}

#[test]
fn graduation_is_compared_by_month() {
    check_graduation("December 2026", Outcome::Met);
    check_graduation("6/2027", Outcome::Met);
    check_graduation("2026-11-30", missed(Shortfall::Months(1)));
    check_graduation("May 2025", missed(Shortfall::Months(19)));
    check_graduation("  ", Outcome::Unknown);
    check_graduation("December", Outcome::Unreadable(TypedDateError::YearMissing));
}

#[track_caller]
fn check_answer(rule: &Rule, answer: &str, expected: Outcome) {
    let record = record::answer("degree");
    let found = outcome(rule, (&record, answer), &Availability::default(), None);
    assert_eq!(found, expected, "{rule:?}, {answer}");
}

#[test]
fn what_can_only_be_asked_is_asked() {
    let field = Rule::EnrolledIn(vec!["Marketing".to_owned()]);
    for rule in [&Rule::ReturnToDegree, &field] {
        check_answer(rule, "met", Outcome::Met);
        check_answer(rule, "not-yet", missed(Shortfall::Denied));
        check_answer(rule, "", Outcome::Unknown);
    }
    check_answer(&field, "partly", Outcome::Met);
    check_answer(&Rule::ReturnToDegree, "partly", Outcome::Unknown);
}

proptest! {
    #[test]
    fn the_longest_stretch_is_found_by_trying_every_start(
        days in 0..150,
        from in 0..40,
        busy in prop::collection::vec((0..150, 0..40), 0..5),
        sundays in any::<bool>(),
    ) {
        let day = |days: i32| date("2026-05-11").plus_days(days);
        let busy = busy.into_iter().map(|(first, more)| {
            BusyRange::new(day(first), day(first + more), "").expect("a range")
        });
        let (first, last) = (day(from), day(from + days));
        let availability = Availability::new(Some(first), Some(last), busy.collect()).expect("a window");
        let working_days = if sundays {
            WorkingDays::new([crate::date::Weekday::Sunday, crate::date::Weekday::Tuesday]).expect("days")
        } else {
            WorkingDays::default()
        };
        let fits = |count: u16, start: i32| {
            let cohort = Cohort::of_length(day(start), Length::Weeks(weeks(count)), working_days);
            Fit::judge(cohort, &availability, working_days, day(start)).fits()
        };
        let naive = (1..=25).rev().find(|count| (from..=from + days).any(|start| fits(*count, start)));
        let found = longest_stretch(first, last, availability.busy(), working_days);
        prop_assert_eq!(found, naive.map_or(0, u32::from));
    }
}
