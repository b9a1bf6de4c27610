//! Pay from the facts that tell it in the posting format's own form.

use posting::document::{Document, Organization, Pay};
use posting::posting::Posting;

use crate::source::Fact;

/// The pay, where the source tells one and the same for certain. Several are for several places or
/// levels, which the format can't tell apart; the text keeps them.
pub(super) fn told<'a>(facts: impl Iterator<Item = &'a Fact>) -> Option<Pay> {
    let told = facts.filter(|fact| fact.field == "pay" && !fact.review);
    let mut told = told.filter_map(|fact| serde_json::from_str::<Pay>(&fact.value).ok());
    let first = told.next().filter(is_sound)?;
    told.all(|other| other == first).then_some(first)
}

/// Marks pay for review where several kinds of it are told for certain, of which none is written; says so in `notes`.
pub(super) fn doubt_several(stated: &[Fact], found: &mut [Fact], notes: &mut Vec<String>) {
    let certain = |fact: &&Fact| fact.field == "pay" && !fact.review;
    let told = stated.iter().chain(&*found).filter(certain);
    let mut told = told.map(|fact| &fact.value);
    let first = told.next();
    if told.all(|other| Some(other) == first) {
        return;
    }
    let several = "several kinds of pay are told, of which the format has one: the text keeps them, and none is set";
    notes.push(several.to_owned());
    for fact in found.iter_mut().filter(|fact| fact.field == "pay") {
        fact.review = true;
    }
}

/// Whether a check has nothing to say against it: what a source tells wrongly must not keep its
/// posting from being shown.
fn is_sound(pay: &Pay) -> bool {
    let organization = Organization {
        name: "Example".to_owned(),
        ..Organization::default()
    };
    let mut document = Document::new("example", "Example", organization);
    document.pay = Some(pay.clone());
    let json = document.to_json();
    json.is_ok_and(|json| Posting::from_json(&json).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANGE: &str = r#"{"currency":"USD","min":50000,"max":60000,"unit":"YEAR"}"#;
    const OTHER: &str = r#"{"currency":"USD","min":15.5,"max":15.5,"unit":"HOUR"}"#;

    #[track_caller]
    fn check(facts: &[(&'static str, &str, bool)], expected: Option<&str>) {
        let facts: Vec<Fact> = facts
            .iter()
            .map(|&(field, value, review)| Fact {
                field,
                value: value.to_owned(),
                words: String::new(),
                line: 1,
                review,
            })
            .collect();
        let pay = told(facts.iter()).map(|pay| serde_json::to_string(&pay).unwrap());
        assert_eq!(pay.as_deref(), expected);
    }

    #[test]
    fn several_kinds_of_pay_are_marked_and_told() {
        let fact = |value: &str, review| Fact {
            field: "pay",
            value: value.to_owned(),
            words: String::new(),
            line: 1,
            review,
        };
        let check = |facts: &mut [Fact], expected: &[bool]| {
            let mut notes = Vec::new();
            doubt_several(&[], facts, &mut notes);
            let marked: Vec<bool> = facts.iter().map(|fact| fact.review).collect();
            assert_eq!(marked, expected);
            notes.len()
        };
        let both = &mut [fact(RANGE, false), fact(OTHER, false)];
        assert_eq!(check(both, &[true, true]), 1);
        let same = &mut [fact(RANGE, false), fact(RANGE, false)];
        assert_eq!(check(same, &[false, false]), 0);
        let guessed = &mut [fact(RANGE, false), fact(OTHER, true)];
        assert_eq!(check(guessed, &[false, true]), 0);
        assert_eq!(check(&mut [], &[]), 0);
    }

    #[test]
    fn pay_is_written_where_it_is_certain() {
        check(&[("pay", RANGE, false)], Some(RANGE));
        check(&[("pay", RANGE, false), ("pay", RANGE, false)], Some(RANGE));
        check(&[("pay", OTHER, true), ("pay", RANGE, false)], Some(RANGE));
        check(&[("pay", RANGE, true)], None);
        check(&[("pay", "$50,000 – $60,000", false)], None);
        check(&[("pay", RANGE, false), ("pay", OTHER, false)], None);
        check(&[("title", RANGE, false)], None);
        check(&[("pay", &RANGE.replace("50000", "70000"), false)], None);
    }
}
