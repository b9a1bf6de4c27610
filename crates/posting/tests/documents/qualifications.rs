//! Ids that keep a candidate's answers, and rules.

use posting::requirement::Rule;

use crate::{accept, refuse};

fn document(minimum: &str, preferred: &str) -> String {
    format!(
        r#"{{"version": 1, "id": "a", "title": "A", "organization": {{"name": "B"}},
            "qualifications": {{"minimum": [{minimum}], "preferred": [{preferred}]}}}}"#
    )
}

fn ids(minimum: &str, preferred: &str) -> Vec<String> {
    let posting = accept(&document(minimum, preferred));
    let minimum = posting.minimum_qualifications().iter();
    let all = minimum.chain(posting.preferred_qualifications());
    all.map(|qualification| qualification.id.clone()).collect()
}

fn rules(rule: &str) -> Vec<Rule> {
    let posting = accept(&document(
        &format!(r#"{{"text": "T", "rule": {rule}}}"#),
        "",
    ));
    posting.minimum_qualifications()[0].rules.clone()
}

#[track_caller]
fn check_rule(rule: &str, expected: &str) {
    let problems = refuse(&document(
        &format!(r#"{{"text": "T", "rule": {rule}}}"#),
        "",
    ));
    assert_eq!(
        problems.replace("$.qualifications.minimum[0].rule", "$"),
        expected
    );
}

#[test]
fn an_id_follows_from_the_text_and_from_nothing_else() {
    // These are FNV-1a's published values for "a" and "foobar": another hash would lose answers.
    assert_eq!(
        ids(r#""a""#, r#""foobar""#),
        ["q-af63dc4c8601ec8c", "q-85944171f73967e8"]
    );
    assert_eq!(
        ids(r#""foobar", {"text": ["foo", "bar"]}"#, r#""a", "foobar""#),
        [
            "q-85944171f73967e8",
            "q-85944171f73967e8-2",
            "q-af63dc4c8601ec8c",
            "q-85944171f73967e8-3",
        ]
    );
}

#[test]
fn a_given_id_is_kept_and_never_given_twice() {
    assert_eq!(
        ids(r#""a", {"id": "q-af63dc4c8601ec8c", "text": "b"}"#, ""),
        ["q-af63dc4c8601ec8c-2", "q-af63dc4c8601ec8c"]
    );
    assert_eq!(
        refuse(&document(
            r#"{"id": "x", "text": "a"}, {"id": "x.y", "text": "b"}"#,
            r#"{"id": "x", "text": "c"}"#
        )),
        "$.qualifications.minimum[1].id: is not an id; use 1 to 80 of the characters a-z, 0-9, \
         and “-”\n\
         $.qualifications.preferred[0].id: is the id of another qualification too; give each its own"
    );
}

#[test]
fn a_full_list_of_equal_texts_takes_no_time() {
    let list = vec![r#""a""#; 5_000].join(",");
    assert_eq!(
        ids(&list, &list).last().unwrap(),
        "q-af63dc4c8601ec8c-10000"
    );
}

#[test]
fn a_full_list_of_different_texts_takes_no_time() {
    let list = |letter: char| -> String {
        let texts = (0..5_000).map(|number| format!("\"{letter}{number}\""));
        texts.collect::<Vec<_>>().join(",")
    };
    let mut found = ids(&list('a'), &list('b'));
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 10_000);
}

#[test]
fn a_full_list_of_given_ids_takes_no_time() {
    let list = |letter: char| -> String {
        let items =
            (0..5_000).map(|number| format!(r#"{{"id": "{letter}{number}", "text": "a"}}"#));
        items.collect::<Vec<_>>().join(",")
    };
    let found = ids(&list('b'), &list('a'));
    assert_eq!(found.first().unwrap(), "b0");
    assert_eq!(found.last().unwrap(), "a4999");
}

#[test]
fn rules_stand_alone_or_in_a_list() {
    let study = Rule::EnrolledIn(vec!["law".to_owned(), "history".to_owned()]);
    assert_eq!(rules(r#"{"enrolledIn": ["law", "history"]}"#), [study]);
    let several = rules(r#"[{"commitWeeks": 12}, {"returnToDegree": true}]"#);
    assert!(matches!(
        several[..],
        [Rule::CommitWeeks(weeks), Rule::ReturnToDegree] if weeks.get() == 12
    ));
}

#[test]
fn rules_that_say_nothing_are_refused() {
    let none = "states no rule; use one of commitWeeks, graduateOnOrAfter, returnToDegree, \
                enrolledIn";
    check_rule("{}", &format!("$: {none}"));
    check_rule(r#"{"x-note": 1}"#, &format!("$: {none}"));
    check_rule("[]", "$: is an empty list; add an item or leave it out");
    check_rule("12", "$: must be an object, not a number");
    check_rule("[[]]", "$[0]: must be an object, not a list");
    check_rule(
        r#"{"commitWeeks": 12, "returnToDegree": true}"#,
        "$: states several rules; write a list with an object for each",
    );
    check_rule(
        r#"{"returnToDegree": false}"#,
        "$.returnToDegree: must be true; leave the rule out otherwise",
    );
    check_rule(
        r#"{"graduateOnOrAfter": "2026-13"}"#,
        "$.graduateOnOrAfter: is not a month; write it as 2026-12",
    );
    check_rule(
        r#"{"enrolledIn": [" "]}"#,
        "$.enrolledIn[0]: is empty; write some text or leave it out",
    );
    check_rule(
        r#"{"commitWeeks": 0}"#,
        "$.commitWeeks: must be a whole number from 1 to 260",
    );
}
