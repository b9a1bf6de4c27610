//! Everything that follows from a posting, a draft and today: one pure function,
//! recomputed after each edit, from which every view reads.

use posting::availability::{Availability, FieldError, FieldProblem};
use posting::date::CivilDate;
use posting::draft::{Draft, MAX_BUSY_RANGES, record};
use posting::fit::{Fit, best_in_window, ranked_choices};
use posting::posting::{Posting, Qualification};
use posting::program::{Cohort, Program, Starts};
use posting::requirement::{Outcome, Rule, evaluate};
use posting::typed_date::{DateLanguage, parse_typed_date};

/// What a candidate can be shown about a posting, given what they typed.
#[derive(Clone, PartialEq, Debug)]
pub struct Outlook {
    /// The availability, from those fields that can be read.
    pub availability: Availability,
    /// What is wrong with the other fields.
    pub problems: Vec<FieldProblem>,
    /// The start dates to choose from, in order, each judged.
    pub options: Vec<StartOption>,
    /// The chosen cohorts, best first.
    pub choices: Vec<Cohort>,
    /// What is known about each rule, by the name of the record that holds its answer.
    pub outcomes: Vec<(String, Outcome)>,
    /// How far the candidate has come.
    pub progress: Progress,
}

/// A start date the candidate can choose.
#[derive(Clone, PartialEq, Debug)]
pub struct StartOption {
    /// Its days.
    pub cohort: Cohort,
    /// How it goes with the availability.
    pub fit: Fit,
    /// Its place among the choices, from 1; `None` if it is not chosen.
    pub rank: Option<u32>,
}

impl StartOption {
    fn verdict(&self) -> (Cohort, &Fit) {
        (self.cohort, &self.fit)
    }
}

/// Which questions the candidate has answered.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Progress {
    /// When they are free.
    pub dates: bool,
    /// Which start dates they want.
    pub choices: bool,
    /// Which requirements they meet.
    pub requirements: bool,
}

impl Outlook {
    /// Works everything out.
    pub fn new(
        posting: &Posting,
        draft: &Draft,
        language: &DateLanguage,
        today: CivilDate,
    ) -> Self {
        let (availability, mut problems) = read_availability(draft, language);
        let dates = availability.earliest_start().is_some() && problems.is_empty();
        let program = posting.program();
        let choices =
            program.map_or_else(Vec::new, |p| ranked_choices(draft.text(record::CHOICES), p));
        let wished = parse_typed_date(draft.text(record::WISHED_START), language).ok();
        let options = program.map_or_else(Vec::new, |program| {
            options(
                program,
                &availability,
                &choices,
                wished.map(|typed| typed.date),
                today,
            )
        });
        problems.extend(read_day(draft, record::WISHED_START, language, program));
        problems.extend(read_day(draft, record::APPLIED_ON, language, None));
        let outcomes = rules(posting)
            .map(|(name, rule)| {
                let outcome = evaluate(rule, &name, draft, &availability, program, language, today);
                (name, outcome)
            })
            .collect::<Vec<_>>();
        let requirements = answered_all(posting, draft, &outcomes);
        let progress = Progress {
            dates,
            choices: !choices.is_empty(),
            requirements,
        };
        Self {
            availability,
            problems,
            options,
            choices,
            outcomes,
            progress,
        }
    }

    /// Whether another one says the same but for the choices and the progress.
    pub fn judges_like(&self, other: &Self) -> bool {
        let verdicts = self.options.iter().map(StartOption::verdict);
        self.availability == other.availability
            && self.problems == other.problems
            && self.outcomes == other.outcomes
            && verdicts.eq(other.options.iter().map(StartOption::verdict))
    }

    /// The option that starts on `start`.
    pub fn option(&self, start: CivilDate) -> Option<&StartOption> {
        self.options
            .iter()
            .find(|option| option.cohort.start() == start)
    }

    /// What is wrong with a record.
    pub fn problem(&self, record: &str) -> Option<&FieldProblem> {
        self.problems
            .iter()
            .find(|problem| problem.record == record)
    }

    /// What is known about the rule whose answer is in this record.
    pub fn outcome(&self, name: &str) -> Option<&Outcome> {
        self.outcomes
            .iter()
            .find_map(|(known, outcome)| (known == name).then_some(outcome))
    }
}

/// All qualifications of a posting, the minimum ones first.
pub fn qualifications(posting: &Posting) -> impl Iterator<Item = &Qualification> {
    posting
        .minimum_qualifications()
        .iter()
        .chain(posting.preferred_qualifications())
}

/// The name under which the answer to rule number `index` of a qualification is kept.
pub fn rule_name(qualification: &Qualification, index: usize) -> String {
    match index {
        0 => qualification.id.clone(),
        _ => format!("{}-rule-{}", qualification.id, index + 1),
    }
}

/// Every rule of a posting with the name under which its answer is kept.
pub fn rules(posting: &Posting) -> impl Iterator<Item = (String, &Rule)> {
    qualifications(posting).flat_map(|qualification| {
        qualification
            .rules
            .iter()
            .enumerate()
            .map(|(index, rule)| (rule_name(qualification, index), rule))
    })
}

/// The availability of the fields that can be read, and the problems of the others.
fn read_availability(draft: &Draft, language: &DateLanguage) -> (Availability, Vec<FieldProblem>) {
    let problems = match Availability::from_draft(draft, language) {
        Ok(availability) => return (availability, Vec::new()),
        Err(problems) => problems,
    };
    let mut readable = draft.clone();
    for problem in &problems {
        readable.set(&problem.record, "");
    }
    for index in 0..MAX_BUSY_RANGES {
        let (first, last) = (record::busy_first(index), record::busy_last(index));
        if problems
            .iter()
            .any(|p| p.record == first || p.record == last)
        {
            readable.set(&first, "");
            readable.set(&last, "");
            // A label without days would be the next problem.
            readable.set(&record::busy_label(index), "");
        }
    }
    let availability = Availability::from_draft(&readable, language).unwrap_or_default();
    (availability, problems)
}

/// What is wrong with a typed day; a day on which `program` can't be started is wrong as well.
fn read_day(
    draft: &Draft,
    record: &str,
    language: &DateLanguage,
    program: Option<&Program>,
) -> Option<FieldProblem> {
    let typed = draft.text(record);
    let error = match (
        parse_typed_date(typed, language),
        program.map(Program::starts),
    ) {
        _ if typed.trim().is_empty() => return None,
        (Err(error), _) => FieldError::Date(error),
        (Ok(day), Some(Starts::Window { first, last })) => {
            let working_days = program?.working_days();
            if !(*first..=*last).contains(&day.date) {
                FieldError::OutsideWindow(*first, *last)
            } else if !working_days.includes(day.date) {
                FieldError::DayOff(day.date, working_days)
            } else {
                return None;
            }
        }
        (Ok(_), _) => return None,
    };
    Some(FieldProblem {
        record: record.to_owned(),
        error,
    })
}

fn options(
    program: &Program,
    availability: &Availability,
    choices: &[Cohort],
    wished: Option<CivilDate>,
    today: CivilDate,
) -> Vec<StartOption> {
    let mut cohorts = program.cohorts().to_vec();
    if matches!(program.starts(), Starts::Window { .. }) {
        let suggested = wished
            .and_then(|start| program.cohort_starting(start))
            .or_else(|| best_in_window(program, availability, today));
        for &cohort in choices.iter().chain(&suggested) {
            // They are few: each is put in its place, once.
            if let Err(place) = cohorts.binary_search(&cohort) {
                cohorts.insert(place, cohort);
            }
        }
    }
    cohorts
        .into_iter()
        .map(|cohort| StartOption {
            cohort,
            fit: Fit::judge(cohort, availability, program.working_days(), today),
            rank: (1..)
                .zip(choices)
                .find_map(|(rank, choice)| (*choice == cohort).then_some(rank)),
        })
        .collect()
}

/// Whether every qualification is answered: by the candidate, or by its rules.
fn answered_all(posting: &Posting, draft: &Draft, outcomes: &[(String, Outcome)]) -> bool {
    qualifications(posting).all(|qualification| {
        if qualification.rules.is_empty() {
            return draft.answer(&qualification.id).is_some();
        }
        (0..qualification.rules.len()).all(|index| {
            let name = rule_name(qualification, index);
            outcomes.iter().any(|(known, outcome)| {
                *known == name && matches!(outcome, Outcome::Met | Outcome::NotMet(_))
            })
        })
    })
}

#[cfg(test)]
mod tests;
