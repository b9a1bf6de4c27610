//! The facts of a posting in words, for formats without fields for them. The sentences are those
//! that `job-posting import` reads facts from.

use posting::date::{CivilDate, Weekday};
use posting::pay::{Pay, PayUnit};
use posting::posting::{ApplicationLimit, EmploymentType, Posting};
use posting::program::{Cohort, Length, Program, Starts, WorkingDays};

use super::outline::{Body, Part, Piece, Words};

/// The heading of the facts.
pub const TITLE: &str = "At a glance";

/// The facts as a list, a sentence each.
pub fn glance(posting: &Posting) -> Part {
    let mut facts = Vec::new();
    if let Some(kind) = posting.employment_type() {
        facts.push(format!("Employment: {}.", employment(kind)));
    }
    if let Some(pay) = posting.pay() {
        facts.push(format!("Pay: {}.", pay_in_words(pay)));
    }
    if let Some(program) = posting.program() {
        about_program(program, &mut facts);
    }
    if let Some(application) = posting.application() {
        facts.extend(application.limit.iter().flat_map(limit));
        if application.rolling_review {
            facts.push("Applications are reviewed on a rolling basis.".to_owned());
        }
    }
    if let Some(last) = posting.valid_through() {
        facts.push(format!("Apply by {}.", day(last)));
    }
    let mut facts: Vec<Words> = facts
        .into_iter()
        .map(|fact| vec![Piece::plain(&fact)])
        .collect();
    if let Some(url) = posting.application().and_then(|it| it.url.as_ref()) {
        facts.push(linked("You apply on ", "the employer’s site", url.as_str()));
    }
    if let Some(url) = posting.privacy_policy() {
        facts.push(linked(
            "By applying you accept the ",
            "privacy notice",
            url.as_str(),
        ));
    }
    let body = if facts.is_empty() {
        Vec::new()
    } else {
        vec![Body::List(facts)]
    };
    Part {
        title: Some(TITLE.to_owned()),
        body,
    }
}

/// A sentence that ends with a link.
fn linked(before: &str, text: &str, url: &str) -> Words {
    vec![
        Piece::plain(before),
        Piece {
            url: Some(url.to_owned()),
            ..Piece::plain(text)
        },
        Piece::plain("."),
    ]
}

fn about_program(program: &Program, facts: &mut Vec<String>) {
    match program.length() {
        Length::Weeks(count) => facts.push(lasts(count.get(), "week")),
        Length::Months(count) => facts.push(lasts(count.get(), "month")),
        Length::Open => {}
    }
    if let Some(season) = program.season() {
        facts.push(format!("The season of the programme: {season}."));
    }
    match program.starts() {
        Starts::Cohorts(cohorts) => {
            let of_length = |cohort: &Cohort| {
                let usual =
                    Cohort::of_length(cohort.start(), program.length(), program.working_days());
                usual == *cohort
            };
            let days = cohorts.iter().map(|cohort| match cohort.last_day() {
                Some(last) if !of_length(cohort) => {
                    format!("{} to {}", day(cohort.start()), day(last))
                }
                _ => day(cohort.start()),
            });
            let days: Vec<_> = days.collect();
            facts.push(format!("The programme starts on {}.", days.join(", ")));
        }
        // Worded so that no reader takes it for a start with its end.
        Starts::Window { first, last } => facts.push(format!(
            "The first day can be any working day from {} to {}.",
            day(*first),
            day(*last)
        )),
        Starts::Any => {}
    }
    if program.working_days() != WorkingDays::MONDAY_TO_FRIDAY {
        facts.push(format!("Working days: {}.", week(program.working_days())));
    }
}

fn lasts(count: u16, unit: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("The programme lasts {count} {unit}{plural}.")
}

/// The working days of some week.
fn week(working_days: WorkingDays) -> String {
    let names = working_days
        .between(CivilDate::FIRST, CivilDate::FIRST.plus_days(6))
        .map(|day| match day.weekday() {
            Weekday::Monday => "Monday",
            Weekday::Tuesday => "Tuesday",
            Weekday::Wednesday => "Wednesday",
            Weekday::Thursday => "Thursday",
            Weekday::Friday => "Friday",
            Weekday::Saturday => "Saturday",
            Weekday::Sunday => "Sunday",
        });
    names.collect::<Vec<_>>().join(", ")
}

fn limit(limit: &ApplicationLimit) -> Vec<String> {
    let count = limit.positions;
    let noun = if count == 1 { "position" } else { "positions" };
    let order = if limit.in_order {
        ", considered in the order you apply"
    } else {
        ""
    };
    let mut facts = vec![format!("You may apply for at most {count} {noun}{order}.")];
    facts.extend(
        limit
            .scope
            .iter()
            .map(|scope| format!("What counts: {scope}.")),
    );
    facts
}

/// "USD 50000 to 60000 per year"
pub fn pay_in_words(pay: &Pay) -> String {
    let Pay {
        currency, least, ..
    } = pay;
    let unit = match pay.unit {
        PayUnit::Hour => "hour",
        PayUnit::Day => "day",
        PayUnit::Week => "week",
        PayUnit::Month => "month",
        PayUnit::Year => "year",
    };
    if pay.is_fixed() {
        return format!("{currency} {least} per {unit}");
    }
    format!("{currency} {least} to {} per {unit}", pay.most)
}

/// The kind of employment.
pub fn employment(kind: EmploymentType) -> &'static str {
    match kind {
        EmploymentType::FullTime => "Full-time",
        EmploymentType::PartTime => "Part-time",
        EmploymentType::Contractor => "Contract",
        EmploymentType::Temporary => "Temporary",
        EmploymentType::Intern => "Internship",
        EmploymentType::Volunteer => "Volunteer",
        EmploymentType::PerDiem => "Per diem",
        EmploymentType::Other => "Other",
    }
}

/// "18 May 2026"
fn day(date: CivilDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::from(date.month()) - 1);
    format!(
        "{} {} {}",
        date.day(),
        month.copied().unwrap_or_default(),
        date.year()
    )
}
