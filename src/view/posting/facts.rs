//! The facts at a glance: where, how long, from when, and how applications work.

use posting::pay::{Pay, PayUnit};
use posting::posting::{ApplicationLimit, EmploymentType, Location, Posting};
use posting::program::{Cohort, Length, Program, Starts};

use crate::locale::Text;
use crate::view::markup::{Element, element};
use crate::widget::Presentation;

/// The facts as a list of terms, in the order in which candidates ask for them; `None` where there are none.
pub fn facts(shown: Presentation) -> Option<Element> {
    let posting = shown.posting();
    let facts = collect(&posting, shown.text);
    if facts.is_empty() {
        return None;
    }
    let ours = shown.text.lang();
    let rows = facts.into_iter().map(|fact| {
        let lang = match fact.words {
            Words::Ours => ours,
            Words::Theirs => posting.lang(),
        };
        let values = fact.values.into_iter();
        let values = values.map(|value| element("dd").with("lang", lang).text(&value));
        element("div")
            .class("fact")
            .child(element("dt").with("lang", ours).text(fact.term))
            .children(values)
    });
    let list = element("dl").class("facts").part("facts").children(rows);
    Some(list)
}

/// One thing a candidate asks first, with its answers.
pub struct Fact {
    /// What it is, in our words.
    pub term: &'static str,
    words: Words,
    /// The answers; never empty.
    pub values: Vec<String>,
}

/// Whose words a value is in, which decides on the language it is read aloud in.
#[derive(Clone, Copy)]
enum Words {
    /// The interface's.
    Ours,
    /// The posting's.
    Theirs,
}

/// Every fact the posting states.
pub fn collect(posting: &Posting, text: Text) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let mut state = |term, words, values: Vec<String>| {
        if !values.is_empty() {
            facts.push(Fact {
                term,
                words,
                values,
            });
        }
    };
    let places = posting
        .locations()
        .iter()
        .map(|place| location(place, text));
    state(text.fact_location(), Words::Theirs, places.collect());
    let team = posting.organization().team.clone();
    state(text.fact_team(), Words::Theirs, team.into_iter().collect());
    let employment = posting.employment_type().map(|kind| employment(kind, text));
    state(
        text.fact_employment(),
        Words::Ours,
        employment.into_iter().collect(),
    );
    let pay = posting.pay().map(|pay| pay_range(pay, text));
    state(text.fact_pay(), Words::Ours, pay.into_iter().collect());
    if let Some(program) = posting.program() {
        state(
            text.fact_length(),
            Words::Ours,
            length(program, text).into_iter().collect(),
        );
        state(
            text.fact_season(),
            Words::Theirs,
            program.season().map(str::to_owned).into_iter().collect(),
        );
        state(text.fact_starts(), Words::Ours, starts(program, text));
    }
    if let Some(application) = posting.application() {
        let limit = application
            .limit
            .iter()
            .flat_map(|limit| limited(limit, text));
        state(text.fact_limit(), Words::Ours, limit.collect());
        if application.rolling_review {
            state(
                text.fact_review(),
                Words::Ours,
                vec![text.rolling_review().to_owned()],
            );
        }
    }
    let closes = posting.valid_through().map(|day| text.date(day));
    state(
        text.fact_closes(),
        Words::Ours,
        closes.into_iter().collect(),
    );
    let posted = posting.date_posted().map(|day| text.date(day));
    state(
        text.fact_posted(),
        Words::Ours,
        posted.into_iter().collect(),
    );
    facts
}

fn location(place: &Location, text: Text) -> String {
    if place.remote {
        text.location_remote(&place.name)
    } else {
        place.name.clone()
    }
}

/// The programme's length; `None` where each start date states its own last day instead.
fn length(program: &Program, text: Text) -> Option<String> {
    let states_ends = program.cohorts().iter().any(|it| it.last_day().is_some());
    let is_open = !states_ends && program.length() == Length::Open;
    text.length(program.length())
        .or_else(|| is_open.then(|| text.open_length().to_owned()))
}

fn starts(program: &Program, text: Text) -> Vec<String> {
    // Where a length says when a cohort ends, its start is enough.
    let start = |cohort: &Cohort| match (program.length(), cohort.last_day()) {
        (Length::Open, Some(last)) => text.range(cohort.start(), last),
        _ => text.date(cohort.start()),
    };
    match program.starts() {
        Starts::Cohorts(cohorts) => cohorts.iter().map(start).collect(),
        Starts::Window { first, last } => vec![text.window(&text.range(*first, *last))],
        Starts::Any => vec![text.any_start().to_owned()],
    }
}

fn limited(limit: &ApplicationLimit, text: Text) -> Vec<String> {
    let count = u32::from(limit.positions);
    let mut values = vec![match &limit.scope {
        Some(scope) => text.limit_scope(count, scope),
        None => text.limit(count),
    }];
    if limit.in_order {
        values.push(text.in_order().to_owned());
    }
    values
}

/// "$50,000 – $60,000 per year"
fn pay_range(pay: &Pay, text: Text) -> String {
    let least = text.money(pay.least, &pay.currency);
    let amount = match pay.is_fixed() {
        true => least,
        false => text.pay_range(&least, &text.money(pay.most, &pay.currency)),
    };
    let unit = match pay.unit {
        PayUnit::Hour => text.pay_hour(),
        PayUnit::Day => text.pay_day(),
        PayUnit::Week => text.pay_week(),
        PayUnit::Month => text.pay_month(),
        PayUnit::Year => text.pay_year(),
    };
    text.pay(&amount, unit)
}

fn employment(kind: EmploymentType, text: Text) -> String {
    match kind {
        EmploymentType::FullTime => text.employment_full_time(),
        EmploymentType::PartTime => text.employment_part_time(),
        EmploymentType::Contractor => text.employment_contractor(),
        EmploymentType::Temporary => text.employment_temporary(),
        EmploymentType::Intern => text.employment_intern(),
        EmploymentType::Volunteer => text.employment_volunteer(),
        EmploymentType::PerDiem => text.employment_per_diem(),
        EmploymentType::Other => text.employment_other(),
    }
    .to_owned()
}
