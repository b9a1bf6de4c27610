//! Step "Do you meet the requirements?": a private self-check, computed where a
//! rule and the candidate's dates allow.

use leptos::prelude::*;
use posting::draft::{Answer, Change, record};
use posting::posting::Qualification;
use posting::requirement::{Outcome, Rule, Shortfall};

use super::elsewhere::elsewhere;
use super::text_field::{input, labelled, lines};
use super::{choice, hint};
use crate::locale::Text;
use crate::outlook::{rule_name, rules};
use crate::view::heading::subheading;
use crate::view::markup::{AnyView, Element, alike_but, element, live, nothing};
use crate::view::press::after_press;
use crate::view::rich_text::rich_text;
use crate::widget::{Count, Widget};

/// Every qualification with its answer and a note.
pub fn requirements(widget: Widget) -> [Element; 2] {
    let text = widget.text;
    let posting = widget.posting();
    let minimum = posting.minimum_qualifications();
    let preferred = posting.preferred_qualifications();
    let terms = widget.terms();
    let group = |title: &str, items: &[Qualification], first: u32| {
        let rows = (first..)
            .zip(items)
            .map(|(number, item)| qualification(widget, terms, item, number));
        let list = element("ol").class("requirements").children(rows);
        let shown = (!items.is_empty()).then(|| [subheading(widget.presentation, title), list]);
        shown.into_iter().flatten()
    };
    let groups = element("div")
        .part("requirements")
        .children(group(text.requirement_minimum(), minimum, 1))
        .children(group(
            text.requirement_preferred(),
            preferred,
            minimum.len() as u32 + 1,
        ));
    [hint(text.requirements_hint()), groups]
}

/// "New since you answered", beside a requirement that is.
fn mark(widget: Widget, terms: &str, id: &str) -> AnyView {
    let text = widget.text;
    let changes = widget.changes_since(terms);
    let words = changes.iter().find_map(|change| match change {
        Change::RequirementNew(one) if one == id => Some(text.requirement_is_new()),
        Change::RequirementChanged(one) if one == id => Some(text.requirement_has_changed()),
        Change::RequirementReworded(one) if one == id => Some(text.requirement_is_reworded()),
        _ => None,
    });
    words.map_or_else(nothing, |words| {
        element("p").class("outcome bad").text(words).view()
    })
}

fn qualification(
    widget: Widget,
    terms: Memo<String>,
    item: &Qualification,
    number: u32,
) -> Element {
    let text = widget.text;
    let words_id = format!("requirement-{number}");
    let words = element("p")
        .class("requirement-words")
        .with("id", words_id.as_str())
        .with("lang", widget.posting().lang());
    let words = rich_text(words, &item.text);
    let id = item.id.clone();
    let asked = element("li")
        .class("requirement")
        .child(words)
        .view_child(live(move || mark(widget, &terms.get(), &id)));
    let answered = if item.rules.is_empty() {
        let choices = [
            (Answer::Met, text.answer_met()),
            (Answer::Partly, text.answer_partly()),
            (Answer::NotYet, text.answer_not_yet()),
        ];
        asked.children(answers(widget, "answer", &item.id, &words_id, &choices))
    } else {
        (0..).zip(&item.rules).fold(asked, |asked, (index, rule)| {
            computed(widget, asked, rule, rule_name(item, index))
        })
    };
    answered.child(note(widget, &item.id, number))
}

/// One answer of several, as radio buttons named by the element `labelled_by`. The same `kind` has the
/// same choices.
fn answers(
    widget: Widget,
    kind: &'static str,
    name: &str,
    labelled_by: &str,
    choices: &[(Answer, &'static str)],
) -> [Element; 2] {
    let record = record::answer(name);
    let buttons = alike_but(
        || Some(kind),
        [&record, labelled_by],
        |[record, labelled_by]| {
            let buttons = choices.iter().map(|&(answer, label)| {
                let (edited, read) = (record.to_owned(), record.to_owned());
                let radio = element("input")
                    .with("type", "radio")
                    .with("name", record)
                    .checked(move || widget.typed(&read) == answer.as_str())
                    .on("change", move |_| widget.edit(&edited, answer.as_str()));
                choice(radio, label)
            });
            element("div")
                .class("choices")
                .with("id", record)
                .with("tabindex", "-1")
                .with("role", "radiogroup")
                .with("aria-labelledby", labelled_by)
                .children(buttons)
        },
    );
    let labels = choices.to_vec();
    let words = move |stored: &str| {
        let mut labels = labels.iter();
        let label = labels.find(|(answer, _)| answer.as_str() == stored);
        label.map_or(stored, |(_, label)| label).to_owned()
    };
    let elsewhere = elsewhere(widget, &record, words);
    [buttons, elsewhere]
}

/// Adds a rule to a requirement: what has to be asked for it, and what follows.
fn computed(widget: Widget, requirement: Element, rule: &Rule, name: String) -> Element {
    let text = widget.text;
    let question = |kind: &'static str, words: &str, choices: &[(Answer, &'static str)]| {
        let id = format!("{name}-question");
        let words = element("p")
            .class("question")
            .with("id", id.as_str())
            .text(words);
        let [buttons, elsewhere] = answers(widget, kind, &name, &id, choices);
        vec![words, buttons, elsewhere]
    };
    let (yes, no) = (
        (Answer::Met, text.answer_yes()),
        (Answer::NotYet, text.answer_no()),
    );
    // Where nothing can be typed, nothing has to be left first.
    let was_left = Count::new();
    was_left.set(1);
    let asked = match rule {
        Rule::CommitWeeks(_) => Vec::new(),
        Rule::GraduateOnOrAfter(_) => graduation(widget, &name, was_left).into_iter().collect(),
        Rule::ReturnToDegree => question("yes or no", text.return_question(), &[yes, no]),
        Rule::EnrolledIn(fields) => {
            let related = (Answer::Partly, text.answer_related());
            question(
                "yes, related or no",
                &text.enrolled_question(&text.either(fields)),
                &[yes, related, no],
            )
        }
    };
    let needs_dates = matches!(rule, Rule::CommitWeeks(_));
    let outcome_id = outcome_id(&name);
    let outcome = move || {
        let outlook = widget.judgement();
        let outcome = outlook.outcome(&name).cloned();
        // Nobody is scolded halfway through a month.
        outcome.map(|outcome| match outcome {
            Outcome::Unreadable(_) if was_left.get() == 0 => Outcome::Unknown,
            outcome => outcome,
        })
    };
    let told = outcome.clone();
    let words = move || {
        let outcome = told();
        outcome.map_or_else(String::new, |outcome| {
            outcome_words(text, &outcome, needs_dates)
        })
    };
    let class = move || match outcome() {
        Some(Outcome::Met) => "outcome good",
        Some(Outcome::NotMet(_) | Outcome::Unreadable(_)) => "outcome bad",
        Some(Outcome::Unknown) | None => "outcome",
    };
    let outcome = element("p")
        .with("id", &outcome_id)
        .class_live(class)
        .live_text(words);
    requirement.children(asked).child(outcome)
}

/// The id of the sentence on what follows for a rule.
fn outcome_id(rule: &str) -> String {
    format!("{rule}-outcome")
}

fn outcome_words(text: Text, outcome: &Outcome, needs_dates: bool) -> String {
    match outcome {
        Outcome::Met => text.outcome_met().to_owned(),
        Outcome::Unknown if needs_dates => text.outcome_unknown_dates().to_owned(),
        Outcome::Unknown => text.outcome_unknown_answer().to_owned(),
        Outcome::NotMet(Shortfall::Weeks(weeks)) => text.outcome_weeks(*weeks),
        Outcome::NotMet(Shortfall::NoChoiceFits) => text.outcome_no_choice_fits().to_owned(),
        Outcome::NotMet(Shortfall::NoStartFits) => text.outcome_no_start_fits().to_owned(),
        Outcome::NotMet(Shortfall::Months(months)) => text.outcome_months(*months),
        Outcome::NotMet(Shortfall::Denied) => text.outcome_denied().to_owned(),
        Outcome::Unreadable(error) => text.typed_month_error(error),
    }
}

/// The month of graduation, asked by the first rule that needs it: a posting may need it in several
/// places, but one record holds it.
fn graduation(widget: Widget, rule: &str, was_left: Count) -> Option<Element> {
    let posting = widget.posting();
    let (first, _) =
        rules(&posting).find(|(_, rule)| matches!(rule, Rule::GraduateOnOrAfter(_)))?;
    if first != rule {
        return None;
    }
    let text = widget.text;
    let name = record::GRADUATION;
    was_left.set(u32::from(!widget.typed_now(name).is_empty()));
    let read = rule.to_owned();
    let is_invalid = move || {
        let outlook = widget.judgement();
        let is_unreadable = matches!(outlook.outcome(&read), Some(Outcome::Unreadable(_)));
        (is_unreadable && was_left.get() > 0).then(|| "true".to_owned())
    };
    let described = format!("{name}-hint {}", outcome_id(rule));
    let field = input(widget, name)
        .with("aria-describedby", &described)
        .with_live("aria-invalid", is_invalid)
        .on("change", move |_| after_press(move || was_left.set(1)));
    let hint = text.graduation_hint();
    let field = labelled(name, text.graduation(), hint, field);
    Some(field.child(elsewhere(widget, name, str::to_owned)))
}

/// A note, behind a disclosure that is open where there is one.
fn note(widget: Widget, id: &str, number: u32) -> Element {
    let text = widget.text;
    let record = record::note(id);
    let title = text.note_on(number);
    alike_but(
        || Some("note"),
        [&record, &title],
        |[record, title]| {
            let unseen = element("span").class("unseen").text(" ").text(title);
            let summary = element("summary").text(text.note()).child(unseen);
            let field = lines(widget, record)
                .with("id", record)
                .with("aria-label", title);
            let elsewhere = elsewhere(widget, record, str::to_owned);
            let read = record.to_owned();
            // It opens when a note comes from elsewhere too, and stays as the candidate leaves it.
            element("details")
                .class("note")
                .flag("open", move || !widget.initial(&read).is_empty())
                .child(summary)
                .child(field)
                .child(elsewhere)
        },
    )
}
