//! Checking a posting document: the one way from JSON to a [`Posting`].
//!
//! The reader walks the JSON value itself instead of deserializing types, so
//! that it can go on after a mistake, name its place, and stay small in the wasm.

mod node;
mod pay;
mod place;
mod posting;
mod program;
mod prose;
pub(crate) mod qualification;
mod suggestion;
mod vocabulary;

use crate::json::Json;
use crate::posting::Posting;
use crate::problem::Problem;
use node::Node;
use place::{Place, Problems};

/// The version of the format that this crate reads and writes.
pub const VERSION: u16 = 1;

/// The longest text, in characters (Unicode scalar values).
pub(crate) const MAX_TEXT: usize = 20_000;

/// The longest list, in items.
pub(crate) const MAX_ITEMS: usize = 5_000;

/// How many problems are told at once. Nobody mends more in one go, and a hostile file could
/// otherwise make more problems than it has bytes.
const MAX_PROBLEMS: usize = 1_000;

/// Reads a posting document, or tells its problems in the order in which they stand in it.
pub(crate) fn check(text: &str) -> Result<Posting, Vec<Problem>> {
    let json = Json::parse(text).map_err(|error| {
        vec![Problem {
            path: Place::DOCUMENT.path(),
            message: error.to_string(),
        }]
    })?;
    let problems = Problems::default();
    let posting = posting::read(Node::document(&json, &problems));
    let problems = problems.into_list();
    posting.filter(|_| problems.is_empty()).ok_or(problems)
}
