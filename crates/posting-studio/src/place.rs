//! Places in a posting file, written as the problems of a check write them.

use std::fmt;

/// A step from a value to one within it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// To the member with this key.
    Member(String),
    /// To the item with this index.
    Item(usize),
}

/// A place: the steps that lead to it. Shown as a JSON path such as `$.program.startDates[2]`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Place(Vec<Step>);

impl Place {
    /// The whole file.
    pub fn root() -> Self {
        Self::default()
    }

    /// The place of a member, or of a member's member: `program.weeks`.
    pub fn of(names: &str) -> Self {
        names.split('.').fold(Self::root(), Self::into_member)
    }

    /// The member's place within this one.
    pub fn member(&self, key: &str) -> Self {
        self.clone().into_member(key)
    }

    /// The item's place within this one.
    pub fn item(&self, index: usize) -> Self {
        let mut place = self.clone();
        place.0.push(Step::Item(index));
        place
    }

    /// The steps from the whole file.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Where this stands, and the last step; `None` for the whole file.
    pub fn parent(&self) -> Option<(Self, Step)> {
        let (last, before) = self.0.split_last()?;
        Some((Self(before.to_vec()), last.clone()))
    }

    /// Whether the last step leads to a member.
    pub fn is_member(&self) -> bool {
        matches!(self.0.last(), Some(Step::Member(_)))
    }

    /// Whether a JSON path leads here or further in.
    pub fn holds(&self, path: &str) -> bool {
        let own = self.to_string();
        let rest = path.strip_prefix(own.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    fn into_member(mut self, key: &str) -> Self {
        self.0.push(Step::Member(key.to_owned()));
        self
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("$")?;
        self.0.iter().try_for_each(|step| match step {
            Step::Member(key) => write!(formatter, ".{key}"),
            Step::Item(index) => write!(formatter, "[{index}]"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_problems_write_them() {
        let place = Place::of("program.startDates").item(2).member("end");
        assert_eq!(place.to_string(), "$.program.startDates[2].end");
    }

    #[test]
    fn a_place_holds_what_is_within_it() {
        let place = Place::of("about").item(1);
        assert!(place.holds("$.about[1]"));
        assert!(place.holds("$.about[1][0].href"));
        assert!(!place.holds("$.about[10]"));
        assert!(!place.holds("$.about"));
    }
}
