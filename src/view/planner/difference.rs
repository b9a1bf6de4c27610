//! A record that is not the same here and in a link, in the words of the planner.

use posting::draft::{Answer, MAX_BUSY_RANGES, record};
use posting::posting::{Posting, Qualification};
use posting::requirement::Rule;

use super::starts::{days_in_words, year_of};
use super::statement::field_name;
use crate::locale::Text;
use crate::outlook::{qualifications, rule_name};
use crate::view::markup::{Element, element};
use crate::widget::{Difference, Widget};

/// How much of a text is shown, in characters: enough to know it again.
const SHOWN: usize = 200;

/// How much of a requirement is shown, in characters.
const NAMED: usize = 60;

/// What stands between the two texts.
const BETWEEN: &str = " · ";

/// The record with its text in the link and here.
pub fn row(widget: Widget, difference: &Difference) -> Element {
    let text = widget.text;
    let posting = widget.posting();
    let name = &difference.name;
    let words = |stored: &str| match stored {
        "" => text.link_nothing().to_owned(),
        stored => shortened(&in_words(text, &posting, name, stored), SHOWN),
    };
    let texts = [
        text.link_there(&words(&difference.there)),
        text.link_here(&words(&difference.here)),
    ];
    let label = label(text, &posting, name).unwrap_or_else(|| shortened(name, SHOWN));
    let [there, here] = texts.map(|words| element("span").class("stored-text").text(&words));
    element("li")
        .child(element("strong").text(&label))
        .text(" ")
        .child(there)
        .text(BETWEEN)
        .child(here)
}

/// What a record is called in the planner; `None` for one that this posting doesn't ask.
fn label(text: Text, posting: &Posting, name: &str) -> Option<String> {
    let label = match name {
        record::CHOICES => text.starts_legend(),
        record::GRADUATION => text.graduation(),
        record::TAKEN => text.step_statement(),
        record::EARLIEST_START | record::LATEST_END | record::WISHED_START | record::APPLIED_ON => {
            field_name(text, name)
        }
        _ => return of_list(text, posting, name),
    };
    Some(label.to_owned())
}

/// As [`label`], for a record of which there are several.
fn of_list(text: Text, posting: &Posting, name: &str) -> Option<String> {
    for index in 0..MAX_BUSY_RANGES {
        let fields = [
            (record::busy_first(index), text.busy_first()),
            (record::busy_last(index), text.busy_last()),
            (record::busy_label(index), text.busy_label()),
        ];
        if let Some((_, field)) = fields.iter().find(|(field, _)| field == name) {
            return Some(text.problem_in(&text.busy_number(index as u32 + 1), field));
        }
    }
    if let Some((item, _)) = answered(posting, name) {
        return Some(shortened(&item.text.plain(), NAMED));
    }
    let mut numbered = (1..).zip(qualifications(posting));
    let (number, _) = numbered.find(|(_, item)| record::note(&item.id) == name)?;
    Some(text.note_on(number))
}

/// The requirement whose answer a record holds, with the rule it is for.
fn answered<'a>(posting: &'a Posting, name: &str) -> Option<(&'a Qualification, Option<&'a Rule>)> {
    qualifications(posting).find_map(|item| {
        let mut indices = 0..item.rules.len().max(1);
        let index = indices.find(|&index| record::answer(&rule_name(item, index)) == name)?;
        Some((item, item.rules.get(index)))
    })
}

/// What a stored text means.
fn in_words(text: Text, posting: &Posting, name: &str, stored: &str) -> String {
    if name == record::CHOICES
        && let Some(program) = posting.program()
    {
        return days_in_words(text, stored, year_of(program));
    }
    let rule = answered(posting, name).map(|(_, rule)| rule);
    let words = match (rule, Answer::parse(stored)) {
        (Some(None), Some(Answer::Met)) => text.answer_met(),
        (Some(None), Some(Answer::Partly)) => text.answer_partly(),
        (Some(None), Some(Answer::NotYet)) => text.answer_not_yet(),
        (Some(Some(_)), Some(Answer::Met)) => text.answer_yes(),
        (Some(Some(_)), Some(Answer::Partly)) => text.answer_related(),
        (Some(Some(_)), Some(Answer::NotYet)) => text.answer_no(),
        _ if name == record::TAKEN => text.answer_yes(),
        _ => stored,
    };
    words.to_owned()
}

fn shortened(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;

    use super::*;

    const POSTING: &str = r#"{ "version": 1, "id": "gardener", "title": "Gardener",
        "organization": { "name": "Example" },
        "program": { "weeks": 12, "startDates": ["2026-05-18", "2026-06-08"] },
        "qualifications": { "minimum": [
            { "id": "thinking", "text": "Analytical thinking" },
            { "id": "degree", "text": "Studies a subject that has to do with plants, soil, water, weather or the trade in them",
              "rule": [{ "enrolledIn": ["botany"] }, { "returnToDegree": true }] } ] } }"#;

    #[test]
    fn a_record_and_its_text_are_told_in_the_words_of_the_planner() {
        let owner = Owner::new();
        owner.set();
        let text = Text::new("en-GB");
        let posting = Posting::from_json(POSTING).unwrap_or_else(|problems| panic!("{problems:?}"));
        let check = |name: &str, stored: &str, expected: [&str; 2]| {
            let label = label(text, &posting, name).unwrap_or_default();
            let words = in_words(text, &posting, name, stored);
            assert_eq!([label.as_str(), &words], expected, "{name}");
        };
        let degree = "Studies a subject that has to do with plants, soil, water, w…";
        check("earliest-start", "soon", [text.earliest_start(), "soon"]);
        let days = "Mon 8 Jun and Mon 18 May";
        check(
            "choices",
            "2026-06-08 2026-05-18",
            ["Start dates you would take", days],
        );
        check(
            "answer-thinking",
            "partly",
            ["Analytical thinking", "Partly"],
        );
        check("answer-degree", "partly", [degree, "A related field"]);
        check("answer-degree-rule-2", "not-yet", [degree, "No"]);
        check("note-degree", "met", ["Note on requirement 2", "met"]);
        check("busy-1-last", "1 May", ["Busy days 2: To", "1 May"]);
        check("graduation", "May 2027", ["Month you graduate", "May 2027"]);
        check("taken", "yes", [text.step_statement(), "Yes"]);
        check("answer-other", "met", ["", "met"]);
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let long = "ä".repeat(SHOWN);
        assert_eq!(shortened(&long, SHOWN), long);
        assert_eq!(shortened(&format!("{long}bc"), SHOWN), format!("{long}…"));
    }
}
