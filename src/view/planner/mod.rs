//! The planner: the questions a candidate answers, one section each, all on one
//! page so that nothing typed is ever out of reach.

mod apply;
mod busy;
mod changed;
pub mod clipboard;
mod date_field;
mod dates;
mod deflate;
mod difference;
mod draft;
mod elsewhere;
pub mod file;
pub mod link;
mod messages;
mod picture;
mod progress;
pub mod promise;
mod ranking;
mod requirements;
mod starts;
mod statement;
mod stored;
mod text_field;

use leptos::prelude::*;
use posting::draft::record::{TAKEN, YES};
use posting::posting::Posting;
use posting::program::Starts;

use super::PLANNER_TITLE;
use super::heading::{heading, step_heading};
use super::markup::{AnyView, Element, alike, alike_but, alike_by, element, live, nothing};
use crate::outlook::qualifications;
use crate::widget::Widget;

/// The names of the kinds of the statement's step, by [`asked`] without applying.
const STATEMENTS: [&str; 4] = [
    "statement",
    "statement after starts",
    "statement after requirements",
    "statement after starts and requirements",
];

/// The steps in their order; the first number shown is 1.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Dates,
    Starts,
    Requirements,
    Statement,
    Apply,
}

impl Step {
    const ALL: [Self; 5] = [
        Self::Dates,
        Self::Starts,
        Self::Requirements,
        Self::Statement,
        Self::Apply,
    ];

    /// The number shown, among the steps that ask something; `None` for one that asks nothing.
    fn number(self, posting: &Posting) -> Option<u32> {
        let mut asked = (1..).zip(Self::ALL.into_iter().filter(|step| step.is_asked(posting)));
        asked.find_map(|(number, step)| (step == self).then_some(number))
    }

    fn title(self, widget: Widget) -> &'static str {
        let text = widget.text;
        match self {
            Self::Dates => text.step_dates(),
            Self::Starts => text.step_starts(),
            Self::Requirements => text.step_requirements(),
            Self::Statement => text.step_statement(),
            Self::Apply => text.step_apply(),
        }
    }

    /// The title in one word, for the row of jumps.
    fn short_title(self, widget: Widget) -> &'static str {
        let text = widget.text;
        match self {
            Self::Dates => text.jump_dates(),
            Self::Starts => text.jump_starts(),
            Self::Requirements => text.jump_requirements(),
            Self::Statement => text.jump_statement(),
            Self::Apply => text.jump_apply(),
        }
    }

    /// The id of the step's heading, to which jumps lead: the same whatever other steps there are.
    fn heading_id(self) -> String {
        format!("step-{}", self as u32 + 1)
    }

    /// Whether it asks anything of the candidate.
    fn is_asked(self, posting: &Posting) -> bool {
        match self {
            Self::Dates | Self::Statement => true,
            Self::Starts => posting
                .program()
                .is_some_and(|program| *program.starts() != Starts::Any),
            Self::Requirements => qualifications(posting).next().is_some(),
            Self::Apply => {
                let application = posting.application();
                application.is_some_and(|application| application.limit.is_some())
            }
        }
    }

    /// Whether it is there: it asks something, or leads to the application.
    fn is_shown(self, posting: &Posting) -> bool {
        self == Self::Apply || self.is_asked(posting)
    }

    /// Whether the candidate has answered it.
    fn is_answered(self, widget: Widget) -> bool {
        let progress = widget.outlook().progress;
        match self {
            Self::Dates => progress.dates,
            Self::Starts => progress.choices,
            Self::Requirements => progress.requirements,
            Self::Statement => widget.typed(TAKEN) == YES,
            Self::Apply => {
                let slots = widget.slots();
                slots.is_some_and(|slots| slots.of(widget.posting().id()).is_some())
            }
        }
    }
}

/// Which of the steps that not every posting asks this one does: a bit for each, in their order. Markup
/// written ahead has as many kinds of what depends on the steps.
fn asked(posting: &Posting) -> usize {
    let steps = [Step::Starts, Step::Requirements, Step::Apply];
    let bits = (0..).zip(steps);
    bits.fold(0, |asked, (bit, step)| {
        asked | usize::from(step.is_asked(posting)) << bit
    })
}

/// The planner with all its steps.
pub fn planner(widget: Widget) -> AnyView {
    let text = widget.text;
    let posting = widget.posting();
    // A page may stay open into the day on which this changes.
    let over = Memo::new(move |_| {
        let words = match widget.is_closed() {
            true => text.closed(),
            false if widget.has_started() => text.all_passed(),
            false => "",
        };
        words.to_owned()
    });
    let over = live(move || match over.get().as_str() {
        "" => nothing(),
        words => {
            let notice = element("p").class("notice").part("notice");
            notice.text(words).view()
        }
    });
    let over = element("div").class("live").view_child(over);
    let head = element("div")
        .class("planner-head")
        .child(heading(
            widget.presentation,
            PLANNER_TITLE,
            text.planner_title(),
        ))
        .children(progress::progress(widget));
    let asks_starts = Step::Starts.is_asked(&posting);
    let asks_requirements = Step::Requirements.is_asked(&posting);
    let dates = match asks_starts {
        true => "dates",
        false => "dates without starts",
    };
    // Its number and its words depend on the steps before it.
    let statement = STATEMENTS.get(asked(&posting) % STATEMENTS.len()).copied();
    let body = element("div")
        .class("planner-body")
        .child(over)
        .children(messages::storage(widget))
        .child(alike("arrival", || link::arrival(widget)))
        .child(alike("changed", || changed::changed(widget)))
        .child(alike_by(
            || dates,
            || {
                let starts_none = (!asks_starts).then(|| hint(text.starts_none()));
                step(widget, Step::Dates)
                    .children(starts_none)
                    .children(dates::dates(widget))
            },
        ))
        .children(asks_starts.then(|| step(widget, Step::Starts).children(starts::starts(widget))))
        .children(
            asks_requirements.then(|| {
                step(widget, Step::Requirements).children(requirements::requirements(widget))
            }),
        )
        .child(alike_but(
            || statement,
            [],
            |[]| step(widget, Step::Statement).children(statement::statement(widget)),
        ))
        .child(step(widget, Step::Apply).children(apply::apply(widget)))
        .child(alike("draft", || draft::draft(widget)));
    element("section")
        .class("planner")
        .part("planner")
        .with("aria-labelledby", PLANNER_TITLE)
        .child(head)
        .child(body)
        .child(messages::announcements(widget))
        .view()
}

fn step(widget: Widget, step: Step) -> Element {
    let name = || match step {
        Step::Dates => "step of dates",
        Step::Starts => "step of starts",
        Step::Requirements => "step of requirements",
        Step::Statement => "step of the statement",
        Step::Apply => "step of applying",
    };
    let title = step.title(widget);
    let title = match step.number(&widget.posting()) {
        Some(number) => widget.text.step(number, title),
        None => title.to_owned(),
    };
    alike_but(
        || Some(name()),
        [&title],
        |[title]| {
            let id = step.heading_id();
            element("section")
                .class("step")
                .with("aria-labelledby", id.as_str())
                .child(step_heading(widget.presentation, &id, title))
        },
    )
}

/// A button that is not part of a form.
fn button(class: &'static str) -> Element {
    element("button").class(class).with("type", "button")
}

/// A paragraph of advice.
fn hint(words: &str) -> Element {
    element("p").class("hint").text(words)
}

/// A radio button or checkbox with its label, as a pill.
fn choice(input: Element, label: &str) -> Element {
    element("label")
        .class("choice")
        .child(input)
        .child(element("span").text(label))
}
