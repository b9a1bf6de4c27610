//! Documents that nobody would write: none may panic, and each gives a posting or
//! problems that can be found in it.

use posting::json::Json;
use posting::posting::Posting;
use proptest::prelude::*;

use crate::generate::document;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_json(json in json()) {
        check(&write(&json));
    }

    #[test]
    fn documents_with_a_node_changed(
        document in document(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), change()), 1..4),
    ) {
        let mut json = Json::parse(&document.to_json().unwrap()).unwrap();
        for (index, change) in changes {
            let mut target = index.index(count(&json));
            apply(&mut json, &mut target, &change);
        }
        check(&write(&json));
    }

    #[test]
    fn documents_cut_short(document in document(), at in any::<prop::sample::Index>()) {
        let text = document.to_json().unwrap();
        let mut end = at.index(text.trim_end().len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert!(!check(&text[..end]));
    }
}

/// Reads a text and says whether it holds a posting; every problem must be told at a place of
/// the document.
fn check(text: &str) -> bool {
    let Err(problems) = Posting::from_json(text) else {
        return true;
    };
    assert!(!problems.is_empty());
    let json = Json::parse(text).ok();
    for problem in &problems {
        assert!(
            !problem.message.is_empty() && !problem.message.ends_with('.'),
            "{problem}"
        );
        match &json {
            Some(json) => assert!(leads_somewhere(json, &problem.path), "{problem} in {text}"),
            None => assert_eq!(problem.path, "$"),
        }
    }
    false
}

/// Whether a path leads to a value, or to a key that is missing in an object that is there.
fn leads_somewhere(json: &Json, path: &str) -> bool {
    let mut here = Some(json);
    for step in steps(path.strip_prefix('$').unwrap()) {
        let Some(json) = here else {
            return false;
        };
        here = match (json, step) {
            (Json::List(items), Step::Index(index)) if index < items.len() => Some(&items[index]),
            (Json::Object(members), Step::Key(key)) => {
                let mut members = members.iter();
                members
                    .find(|(name, _)| *name == key)
                    .map(|(_, value)| value)
            }
            _ => return false,
        };
    }
    true
}

enum Step {
    Key(String),
    Index(usize),
}

fn steps(mut path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    while !path.is_empty() {
        let (step, rest) = if let Some(rest) = path.strip_prefix('.') {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            (Step::Key(rest[..end].to_owned()), &rest[end..])
        } else {
            let rest = path.strip_prefix('[').unwrap();
            let mut values =
                serde_json::Deserializer::from_str(rest).into_iter::<serde_json::Value>();
            let step = match values.next().unwrap().unwrap() {
                serde_json::Value::String(key) => Step::Key(key),
                index => Step::Index(usize::try_from(index.as_u64().unwrap()).unwrap()),
            };
            (
                step,
                rest[values.byte_offset()..].strip_prefix(']').unwrap(),
            )
        };
        steps.push(step);
        path = rest;
    }
    steps
}

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::Integer),
        (1..1_000_000_i64).prop_map(|number| Json::Number(Some(number * 100 + 50))),
        "\\PC{0,12}".prop_map(Json::Text),
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Json::Text),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
            proptest::collection::vec((key(), inner), 0..6).prop_map(Json::Object),
        ]
    })
}

fn key() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "version",
        "id",
        "title",
        "organization",
        "name",
        "program",
        "weeks",
        "startDates",
        "start",
        "end",
        "about",
        "text",
        "href",
        "rule",
        "list",
        "qualifications",
        "minimum",
        "x-mine",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

#[derive(Clone, Debug)]
enum Change {
    Drop,
    Double,
    Replace(Json),
    Rename(String),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Drop),
        Just(Change::Double),
        json().prop_map(Change::Replace),
        key().prop_map(Change::Rename),
    ]
}

/// The values within a value, itself included.
fn count(json: &Json) -> usize {
    1 + match json {
        Json::List(items) => items.iter().map(count).sum(),
        Json::Object(members) => members.iter().map(|(_, value)| count(value)).sum(),
        _ => 0,
    }
}

/// Changes the value number `target`, counted as [`count`] does.
fn apply(json: &mut Json, target: &mut usize, change: &Change) {
    if *target == 0 {
        if let Change::Replace(other) = change {
            *json = other.clone();
        }
        return;
    }
    *target -= 1;
    match json {
        Json::List(items) => {
            for index in 0..items.len() {
                let size = count(&items[index]);
                match change {
                    Change::Drop if *target == 0 => drop(items.remove(index)),
                    Change::Double if *target == 0 => items.insert(index, items[index].clone()),
                    _ if *target < size => apply(&mut items[index], target, change),
                    _ => {
                        *target -= size;
                        continue;
                    }
                }
                return;
            }
        }
        Json::Object(members) => {
            for index in 0..members.len() {
                let size = count(&members[index].1);
                match change {
                    Change::Drop if *target == 0 => drop(members.remove(index)),
                    Change::Double if *target == 0 => members.push(members[index].clone()),
                    Change::Rename(key) if *target == 0 => members[index].0.clone_from(key),
                    _ if *target < size => apply(&mut members[index].1, target, change),
                    _ => {
                        *target -= size;
                        continue;
                    }
                }
                return;
            }
        }
        _ => {}
    }
}

/// Writes a value as JSON text, duplicate keys included.
fn write(json: &Json) -> String {
    let text = |text: &String| serde_json::to_string(text).unwrap();
    match json {
        Json::Null => "null".to_owned(),
        Json::Bool(flag) => flag.to_string(),
        Json::Integer(number) => number.to_string(),
        Json::Number(hundredths) => {
            let hundredths = hundredths.unwrap_or_default();
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        }
        Json::Text(value) => text(value),
        Json::List(items) => {
            let items: Vec<_> = items.iter().map(write).collect();
            format!("[{}]", items.join(","))
        }
        Json::Object(members) => {
            let members = members.iter();
            let members: Vec<_> = members
                .map(|(key, value)| format!("{}:{}", text(key), write(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
    }
}
