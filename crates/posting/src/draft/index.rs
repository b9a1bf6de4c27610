//! The index of a stored draft: in which version it is stored, and which records it has. Its key
//! is the same in every version, so that an old build can tell a draft that it must leave alone.

use crate::json::{Json, quoted};

/// The version of the stored form that this build writes; see `docs/draft-format.md`.
pub const STORED_VERSION: i64 = 2;

/// The names of all records of a draft ever written, so that a record of a qualification which the
/// posting no longer has can still be found and deleted.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Index {
    names: Vec<String>,
}

/// Why a stored text is no index that this build may use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IndexError {
    /// Not an index; the records may be whole nevertheless.
    Damaged,
    /// Of a later version, in which nothing may be written by this build.
    Newer(i64),
}

impl Index {
    /// The names, in the order in which they were added.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether a name is among them.
    pub fn has(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    /// Adds a name; says whether it was missing.
    pub fn add(&mut self, name: &str) -> bool {
        let is_missing = !self.has(name);
        if is_missing {
            self.names.push(name.to_owned());
        }
        is_missing
    }

    /// The stored form: `{"version":2,"records":"earliest-start choices"}`.
    pub fn to_stored(&self) -> String {
        let records = quoted(&self.names.join(" "));
        format!("{{\"version\":{STORED_VERSION},\"records\":{records}}}")
    }

    /// Reads what [`Self::to_stored`] wrote.
    ///
    /// # Errors
    /// Why it is none for this build: see [`IndexError`].
    pub fn from_stored(stored: &str) -> Result<Self, IndexError> {
        let object = Json::parse(stored).map_err(|_| IndexError::Damaged)?;
        // The version comes first: a newer one may keep everything else elsewhere.
        let version = object.get("version").and_then(Json::as_integer);
        match version.ok_or(IndexError::Damaged)? {
            STORED_VERSION => {}
            newer if newer > STORED_VERSION => return Err(IndexError::Newer(newer)),
            _ => return Err(IndexError::Damaged),
        }
        let records = object.get("records").and_then(Json::as_text);
        let mut index = Self::default();
        for name in records.ok_or(IndexError::Damaged)?.split_whitespace() {
            index.add(name);
        }
        Ok(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_read_as_it_was_stored() {
        let mut index = Index::default();
        assert!(index.add("earliest-start") && index.add("choices"));
        assert!(!index.add("choices"));
        let stored = r#"{"version":2,"records":"earliest-start choices"}"#;
        assert_eq!(index.to_stored(), stored);
        assert_eq!(Index::from_stored(stored), Ok(index));
    }

    #[test]
    fn what_is_no_index_of_ours_is_told_from_a_newer_one() {
        #[track_caller]
        fn check(stored: &str, expected: IndexError) {
            assert_eq!(Index::from_stored(stored), Err(expected), "{stored}");
        }
        check(r#"{"version":3}"#, IndexError::Newer(3));
        check(r#"{"version":4,"records":[]}"#, IndexError::Newer(4));
        for damaged in [
            "",
            "damaged",
            "{}",
            "[2]",
            r#"{"version":"3"}"#,
            r#"{"version":0,"records":""}"#,
            r#"{"version":2,"records":7}"#,
            r#"{"text":"earliest-start","at":1}"#,
        ] {
            check(damaged, IndexError::Damaged);
        }
    }
}
