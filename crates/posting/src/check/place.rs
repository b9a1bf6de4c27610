//! Where a value stands in the document, and the problems found there.

use std::cell::Cell;

use super::MAX_PROBLEMS;
use crate::problem::Problem;

/// Longer keys are cut in paths, in characters: they are nobody's field names.
const MAX_KEY: usize = 80;

/// The place of a value: a chain of steps up to the document, kept on the stack and written
/// out only if there is a problem to tell.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    /// The key in an object; `None` in a list.
    key: Option<&'a str>,
    /// The index in the list, or of the member in the object; `usize::MAX` for a missing member.
    position: usize,
}

impl<'a> Place<'a> {
    /// The whole document.
    pub const DOCUMENT: Self = Self {
        parent: None,
        key: None,
        position: 0,
    };

    /// The place of the object's member number `position`, or of one it lacks.
    pub fn member(&'a self, key: &'a str, position: usize) -> Self {
        Self {
            parent: Some(self),
            key: Some(key),
            position,
        }
    }

    /// The place of the list's item number `index`.
    pub fn item(&'a self, index: usize) -> Self {
        Self {
            parent: Some(self),
            key: None,
            position: index,
        }
    }

    /// The JSON path (RFC 9535): `$.program.startDates[2]`.
    pub fn path(&self) -> String {
        let Some(parent) = self.parent else {
            return "$".to_owned();
        };
        let mut path = parent.path();
        match self.key {
            Some(key) if is_name(key) => {
                path.push('.');
                path.push_str(key);
            }
            Some(key) => {
                path.push_str("[\"");
                for character in key.chars().take(MAX_KEY) {
                    match character {
                        '"' | '\\' => path.extend(['\\', character]),
                        _ if character.is_control() => {
                            path.push_str(&format!("\\u{:04x}", u32::from(character)));
                        }
                        _ => path.push(character),
                    }
                }
                path.push_str("\"]");
            }
            None => path.push_str(&format!("[{}]", self.position)),
        }
        path
    }

    /// The positions from the document down to here: they sort as the document reads.
    fn order(&self) -> Vec<usize> {
        self.parent.map_or_else(Vec::new, |parent| {
            let mut order = parent.order();
            order.push(self.position);
            order
        })
    }
}

/// Whether a key can follow a dot in a path.
fn is_name(key: &str) -> bool {
    (1..=MAX_KEY).contains(&key.len())
        && !key.starts_with(|first: char| first.is_ascii_digit())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The problems found so far, as the document reads: they come nearly in that order, and keeping
/// it takes less code than sorting. Every node holds on to them, hence the cell.
#[derive(Default)]
pub(super) struct Problems {
    found: Cell<Vec<(Vec<usize>, Problem)>>,
}

impl Problems {
    /// Tells a problem; `message` follows the path and a colon.
    pub fn add(&self, place: &Place<'_>, message: &str) {
        let mut found = self.found.take();
        if !are_too_many(&found) {
            let path = place.path();
            let message = message.to_owned();
            let order = place.order();
            let at = found.partition_point(|(other, _)| *other <= order);
            found.insert(at, (order, Problem { path, message }));
        }
        self.found.set(found);
    }

    /// Whether there are more than anybody wants to read, so that no further one is kept.
    pub fn are_too_many(&self) -> bool {
        let found = self.found.take();
        let answer = are_too_many(&found);
        self.found.set(found);
        answer
    }

    /// The problems as the document reads; if there are too many, the last one says so.
    pub fn into_list(self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (_, problem) in self.found.into_inner() {
            if problems.len() == MAX_PROBLEMS {
                problems.push(Problem {
                    path: Place::DOCUMENT.path(),
                    message: format!("has more than {MAX_PROBLEMS} problems; correct these first"),
                });
                break;
            }
            problems.push(problem);
        }
        problems
    }
}

fn are_too_many(found: &[(Vec<usize>, Problem)]) -> bool {
    found.len() > MAX_PROBLEMS
}
