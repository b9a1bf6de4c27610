//! What of a posting with problems can be read all the same, so that its warnings need not wait
//! until the problems are mended.

use posting::document::VERSION;
use posting::posting::Posting;
use posting::problem::Problem;
use serde_json::{Value, json};

use super::source::{Step, steps};

/// What is left out may leave a problem where it stood: an empty list, then an object without it.
/// Nothing lies deeper than this.
const ROUNDS: usize = 9;

/// The posting without the members and items that have problems; `None` if another version of the
/// format says what they mean, or if nothing that can be read is left.
///
/// What the format requires is stood in for. Nobody is shown this posting: lints ask it for what
/// follows from the rest.
pub fn without_problems(text: &str, problems: &[Problem]) -> Option<Posting> {
    let mut document: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    let has_version = document.get("version").is_some();
    if has_version && problems.iter().any(|problem| problem.path == "$.version") {
        return None;
    }
    let mut problems = problems.to_vec();
    for _ in 0..ROUNDS {
        leave_out(&mut document, &problems);
        match Posting::from_json(&document.to_string()) {
            Ok(posting) => return Some(posting),
            Err(left) => problems = left,
        }
    }
    None
}

/// Takes out what has problems, from the last to the first: what is taken out moves the items
/// behind it.
fn leave_out(document: &mut Value, problems: &[Problem]) {
    let mut paths: Vec<Vec<Step>> = problems
        .iter()
        .map(|problem| existing(document, steps(&problem.path)))
        .collect();
    paths.sort();
    for path in paths.iter().rev() {
        take_out(document, path);
    }
    stand_in(document);
}

/// The part of a path that leads to something: the object, where one lacks a member.
fn existing(document: &Value, mut path: Vec<Step>) -> Vec<Step> {
    let mut value = document;
    let mut length = 0;
    for step in &path {
        let next = match step {
            Step::Key(key) => value.get(key),
            Step::Index(index) => value.get(index),
        };
        let Some(next) = next else {
            break;
        };
        value = next;
        length += 1;
    }
    path.truncate(length);
    path
}

fn take_out(document: &mut Value, path: &[Step]) {
    let Some((last, above)) = path.split_last() else {
        return;
    };
    let value = above.iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(index) => value.get_mut(index),
    });
    match (value, last) {
        (Some(Value::Object(members)), Step::Key(key)) => {
            members.remove(key);
        }
        (Some(Value::Array(items)), Step::Index(index)) if *index < items.len() => {
            items.remove(*index);
        }
        _ => {}
    }
}

/// Gives the document what every posting has.
fn stand_in(document: &mut Value) {
    let Some(members) = document.as_object_mut() else {
        return;
    };
    let required = [
        ("version", json!(VERSION)),
        ("id", json!("id")),
        ("title", json!("Title")),
        ("organization", json!({ "name": "Organization" })),
    ];
    for (key, value) in required {
        members.entry(key).or_insert(value);
    }
}
