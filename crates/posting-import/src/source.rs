//! A posting on its way: what the source's structure says outright, the blocks
//! of its texts, and what was found in them.

use posting::document::{EmploymentType, Location};
use serde::Serialize;

use crate::block::Block;

/// One posting of a source, before its texts are divided into parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    /// The title.
    pub title: Option<Stated>,
    /// The organization's name.
    pub organization: Option<Stated>,
    /// The organization's home page.
    pub organization_url: Option<Stated>,
    /// The team or department.
    pub team: Option<Stated>,
    /// The places.
    pub locations: Vec<Location>,
    /// Whether an author should look at the places.
    pub are_places_guessed: bool,
    /// The kind of employment.
    pub employment: Option<EmploymentType>,
    /// The day of publication, `YYYY-MM-DD`.
    pub posted: Option<Stated>,
    /// The last day for applications, `YYYY-MM-DD`.
    pub valid_through: Option<Stated>,
    /// The language, a BCP 47 tag.
    pub lang: Option<Stated>,
    /// Where to apply.
    pub apply_url: Option<Stated>,
    /// The source's own id of the posting.
    pub own_id: Option<String>,
    /// The first day of work, `YYYY-MM-DD`.
    pub start: Option<Stated>,
    /// What the posting says.
    pub blocks: Vec<Block>,
    /// Words that the posting needs no place for, such as "Company:" before a name.
    pub labels: Vec<String>,
    /// Facts found so far.
    pub facts: Vec<Fact>,
    /// What an author should know about the reading.
    pub notes: Vec<String>,
}

/// A value with the line on which it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Stated {
    /// The value.
    pub value: String,
    /// The line of the source, from 1.
    pub line: usize,
    /// Whether an author should look at it.
    pub uncertain: bool,
}

impl Stated {
    /// A value that the source states, or nothing if it is blank.
    pub fn new(value: &str, line: usize) -> Option<Self> {
        let value = value
            .split(crate::block::is_blank)
            .filter(|word| !word.is_empty());
        let value = value.collect::<Vec<_>>().join(" ");
        (!value.is_empty()).then_some(Self {
            value,
            line,
            uncertain: false,
        })
    }

    /// A value that was concluded.
    pub fn guessed(value: &str, line: usize) -> Option<Self> {
        let stated = Self::new(value, line)?;
        Some(Self {
            uncertain: true,
            ..stated
        })
    }
}

/// A fact with the words it came from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Fact {
    /// The field of the posting, or what the fact is about where the format has no field.
    pub field: &'static str,
    /// What was understood.
    pub value: String,
    /// The words of the source.
    pub words: String,
    /// The line of the source, from 1.
    pub line: usize,
    /// Whether an author should look at it before the posting is published.
    pub review: bool,
}
