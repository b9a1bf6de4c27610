//! The programme: its length, its working days and its starts.

use std::num::NonZeroU16;

use super::node::{Node, Object};
use super::vocabulary::weekday;
use crate::date::CivilDate;
use crate::json::Json;
use crate::program::{Cohort, Length, Program, Starts, WorkingDays};

/// The longest start window, in months.
const MAX_WINDOW_MONTHS: i32 = 36;

/// Reads `program`.
pub(super) fn program(node: Node<'_>) -> Option<Program> {
    node.json?;
    let program = node.object(&[
        "weeks",
        "months",
        "season",
        "workingDays",
        "startDates",
        "startWindow",
    ]);
    let length = length(&program);
    let working_days = working_days(program.get("workingDays")).unwrap_or_default();
    Some(Program {
        season: program.get("season").owned_text(),
        length,
        working_days,
        starts: starts(&program, length, working_days),
    })
}

/// A number of weeks, as a programme lasts or a candidate commits to.
pub(super) fn weeks(node: Node<'_>) -> Option<NonZeroU16> {
    node.integer(1..=260).and_then(NonZeroU16::new)
}

fn length(program: &Object<'_>) -> Length {
    let in_weeks = program.get("weeks");
    let in_months = program.get("months");
    if in_weeks.json.is_some() && in_months.json.is_some() {
        in_months.tell("stands beside “weeks”; keep the one that the programme is counted in");
    }
    let weeks = weeks(in_weeks);
    let months = in_months.integer(1..=60).and_then(NonZeroU16::new);
    match (weeks, months) {
        (Some(weeks), _) => Length::Weeks(weeks),
        (None, Some(months)) => Length::Months(months),
        (None, None) => Length::Open,
    }
}

fn working_days(node: Node<'_>) -> Option<WorkingDays> {
    let mut seen = Vec::new();
    let days = node.some_list(|item| {
        let day = weekday(item)?;
        if seen.contains(&day) {
            item.tell("names a day that stands before; keep one");
        }
        seen.push(day);
        Some(day)
    });
    WorkingDays::new(days)
}

fn starts(program: &Object<'_>, length: Length, working_days: WorkingDays) -> Starts {
    let dates = program.get("startDates");
    let window = program.get("startWindow");
    if dates.json.is_some() && window.json.is_some() {
        window.tell("stands beside “startDates”; keep the list or the window");
    }
    let window = start_window(window, working_days);
    if dates.json.is_some() {
        return Starts::Cohorts(cohorts(dates, length, working_days));
    }
    window.unwrap_or(Starts::Any)
}

/// The cohorts in order of their starts, whatever order the document has.
fn cohorts(node: Node<'_>, length: Length, working_days: WorkingDays) -> Vec<Cohort> {
    // Inserting takes less code than sorting, and lists of start dates are short and nearly
    // always in order.
    let mut cohorts: Vec<Cohort> = Vec::new();
    // The index at which the document has each of them.
    let mut indices: Vec<usize> = Vec::new();
    let mut index = 0;
    node.some_list(|item| {
        if let Some(cohort) = cohort(item, length, working_days) {
            let at = cohorts.partition_point(|other| other.start() < cohort.start());
            match (cohorts.get(at), indices.get(at)) {
                (Some(other), Some(&index)) if other.start() == cohort.start() => {
                    let other = node.place.item(index).path();
                    item.tell(&format!("starts on the same day as {other}; keep one"));
                }
                _ => {
                    cohorts.insert(at, cohort);
                    indices.insert(at, index);
                }
            }
        }
        index += 1;
        None::<Cohort>
    });
    cohorts
}

/// A start date, alone or with its last day.
fn cohort(node: Node<'_>, length: Length, working_days: WorkingDays) -> Option<Cohort> {
    match node.json? {
        Json::Text(_) => Some(Cohort::of_length(node.date()?, length, working_days)),
        Json::Object(_) => {
            let (start, end) = date_pair(node, ["start", "end"])?;
            Cohort::with_last_day(start, end)
        }
        _ => {
            node.wrong_kind("a date, or an object with “start” and “end”");
            None
        }
    }
}

fn start_window(node: Node<'_>, working_days: WorkingDays) -> Option<Starts> {
    let (first, last) = date_pair(node, ["from", "to"])?;
    if first.plus_months(MAX_WINDOW_MONTHS) < last {
        node.tell("is longer than three years; narrow it or leave it out");
        return None;
    }
    if working_days.count_between(first, last) == 0 {
        node.tell("holds no working day; widen it");
        return None;
    }
    Some(Starts::Window { first, last })
}

/// An object of two dates, the second not before the first.
fn date_pair(node: Node<'_>, keys: [&str; 2]) -> Option<(CivilDate, CivilDate)> {
    let object = node.object(&keys);
    let [first_key, last_key] = keys;
    let first = object.require(first_key).date();
    let last_node = object.require(last_key);
    let last = last_node.date();
    let (first, last) = (first?, last?);
    if last < first {
        last_node.tell(&format!(
            "lies before “{first_key}”, {first}; use that day or a later one"
        ));
        return None;
    }
    Some((first, last))
}
