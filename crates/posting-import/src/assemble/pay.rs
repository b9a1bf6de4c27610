//! Pay from the facts that tell it in the posting format's own form.

use posting::document::{Document, Organization, Pay};
use posting::posting::Posting;

use crate::source::Fact;

/// Why pay that was told for certain is not set.
const SEVERAL: &str = "several pays were found, which may be those of different places or levels; none was set, and the \
    text keeps them";
const UNSOUND: &str = "the pay that was found is none that a posting can have; it was not set";

/// Pay that was told, but not for certain.
const UNCERTAIN: &str = "the pay that was found is not certain; it was not set";

/// The pay, where the source tells one and the same for certain. Several are for several places or
/// levels, which the format can't tell apart; they are marked for review, and a note says why.
pub(super) fn told<'a>(
    facts: impl Iterator<Item = &'a mut Fact>,
    notes: &mut Vec<String>,
) -> Option<Pay> {
    let told: Vec<&mut Fact> = facts.filter(|fact| fact.field == "pay").collect();
    let is_any = !told.is_empty();
    let certain = told.into_iter().filter(|fact| !fact.review);
    let mut told: Vec<(Pay, &mut Fact)> = certain
        .filter_map(|fact| Some((serde_json::from_str(&fact.value).ok()?, fact)))
        .collect();
    let Some(first) = told.first().map(|(pay, _)| pay.clone()) else {
        notes.extend(is_any.then(|| UNCERTAIN.to_owned()));
        return None;
    };
    let reason = if told.iter().any(|(pay, _)| *pay != first) {
        SEVERAL
    } else if is_sound(&first) {
        return Some(first);
    } else {
        UNSOUND
    };
    for (_, fact) in &mut told {
        fact.review = true;
    }
    notes.push(reason.to_owned());
    None
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
        let mut facts: Vec<Fact> = facts
            .iter()
            .map(|&(field, value, review)| Fact {
                field,
                value: value.to_owned(),
                words: String::new(),
                line: 1,
                review,
            })
            .collect();
        let mut notes = Vec::new();
        let is_any = facts.iter().any(|fact| fact.field == "pay");
        let pay = told(facts.iter_mut(), &mut notes);
        let pay = pay.map(|pay| serde_json::to_string(&pay).unwrap());
        assert_eq!(pay.as_deref(), expected);
        // What was found is set, or the report says that it is not.
        assert_eq!(notes.is_empty(), expected.is_some() || !is_any);
        let is_left = facts.iter().any(is_certain);
        assert_eq!(is_left, expected.is_some());
    }

    fn is_certain(fact: &Fact) -> bool {
        fact.field == "pay" && !fact.review && fact.value.starts_with('{')
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
