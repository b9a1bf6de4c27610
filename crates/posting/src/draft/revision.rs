//! A text of a draft as it stood at one moment, and the form in which it is stored.

use crate::json::{Json, quoted};

/// The last moment that a browser's clock can name, in milliseconds since 1970 (ECMAScript,
/// section "Time Values and Time Range"). A later one was never written by us.
pub(super) const LAST_MOMENT: i64 = 8_640_000_000_000_000;

/// A text as it stood at one moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revision {
    /// What was typed; empty once it was deleted.
    pub text: String,
    /// When, in milliseconds since 1970. Later than every revision known at the time, whatever
    /// the clock said.
    pub at: i64,
    /// The time of the revision over which this run of typing began; 0 if there was none. Whatever
    /// others typed since then was typed without knowing of this one.
    pub over: i64,
    /// The run of typing of which this is a stage: what one widget types into a field until the field
    /// shows something else. A random number, 0 where it isn't known.
    pub run: u32,
}

impl Revision {
    /// Whether the text was deleted.
    pub fn is_deletion(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether this one counts where both are known.
    pub fn is_newer_than(&self, other: &Self) -> bool {
        self.order() > other.order()
    }

    /// Whether whoever typed this one knew of an older one, or typed that too.
    pub fn knows(&self, older: &Self) -> bool {
        self.over >= older.at || (self.run != 0 && self.run == older.run)
    }

    /// Whether an older text would be lost if this one took its place.
    pub fn loses(&self, older: &Self) -> bool {
        !older.is_deletion() && older.text != self.text && !self.knows(older)
    }

    /// Newest last. Of two revisions of the same moment the one that knows of more is newer; then every
    /// copy must prefer the same one, so their content decides.
    pub(super) fn order(&self) -> (i64, i64, &str, u32) {
        (self.at, self.over, &self.text, self.run)
    }

    /// The stored form: `{"text":"18 May 2026","at":1772409600000,"over":1772409590000,"run":7}`, without
    /// `over` and `run` where they are 0.
    pub fn to_stored(&self) -> String {
        let mut stored = format!("{{\"text\":{},\"at\":{}", quoted(&self.text), self.at);
        for (name, number) in [("over", self.over), ("run", i64::from(self.run))] {
            if number != 0 {
                stored.push_str(&format!(",\"{name}\":{number}"));
            }
        }
        stored.push('}');
        stored
    }

    /// Reads what [`Self::to_stored`] wrote, or an older version: version 1 had no `over`, and version 2
    /// began without `run`.
    pub fn from_stored(stored: &str) -> Option<Self> {
        let object = Json::parse(stored).ok()?;
        let moment = |json: &Json| {
            let moment = json.as_integer();
            moment.filter(|moment| (0..=LAST_MOMENT).contains(moment))
        };
        Some(Self {
            text: object.get("text")?.as_text()?.to_owned(),
            at: moment(object.get("at")?)?,
            over: object.get("over").map_or(Some(0), moment)?,
            run: object.get("run").map_or(Some(0), |run| {
                run.as_integer().and_then(|run| u32::try_from(run).ok())
            })?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn revision(text: &str, at: i64, over: i64) -> Revision {
        let text = text.to_owned();
        Revision {
            text,
            at,
            over,
            run: 0,
        }
    }

    fn stage(text: &str, at: i64, over: i64, run: u32) -> Revision {
        Revision {
            run,
            ..revision(text, at, over)
        }
    }

    #[test]
    fn only_what_we_wrote_is_read() {
        #[track_caller]
        fn check(stored: &str, expected: Option<Revision>) {
            assert_eq!(Revision::from_stored(stored), expected, "{stored}");
        }
        check(
            r#"{"text":"18 May","at":7}"#,
            Some(revision("18 May", 7, 0)),
        );
        check(
            r#"{"text":"18 May","at":7,"over":5}"#,
            Some(revision("18 May", 7, 5)),
        );
        check(
            r#"{"text":"18 May","at":7,"over":5,"run":4294967295}"#,
            Some(stage("18 May", 7, 5, u32::MAX)),
        );
        check(
            r#"{"text":"18 May","at":7,"more":[]}"#,
            Some(revision("18 May", 7, 0)),
        );
        for damaged in [
            "",
            "damaged",
            "null",
            "18",
            "\"18 May\"",
            "[]",
            "{}",
            r#"{"text":"18 May"}"#,
            r#"{"at":1}"#,
            r#"{"text":18,"at":1}"#,
            r#"{"text":"18 May","at":"1"}"#,
            r#"{"text":"18 May","at":-1}"#,
            r#"{"text":"18 May","at":8640000000000001}"#,
            r#"{"text":"18 May","at":1.5}"#,
            r#"{"text":"18 May","at":1,"over":"0"}"#,
            r#"{"text":"18 May","at":1,"run":-1}"#,
            r#"{"text":"18 May","at":1,"run":4294967296}"#,
            r#"{"text":"18 May","at":1,"run":"7"}"#,
            r#"{"text":"18 May","at":1"#,
        ] {
            check(damaged, None);
        }
    }

    #[test]
    fn a_first_revision_is_stored_without_what_it_replaced() {
        let first = revision("18 May", 7, 0).to_stored();
        assert_eq!(first, r#"{"text":"18 May","at":7}"#);
        let second = revision("", 9, 7).to_stored();
        assert_eq!(second, r#"{"text":"","at":9,"over":7}"#);
        let of_a_run = stage("18", 9, 0, 7).to_stored();
        assert_eq!(of_a_run, r#"{"text":"18","at":9,"run":7}"#);
    }

    #[test]
    fn a_revision_knows_what_it_began_from_and_what_its_run_typed() {
        #[track_caller]
        fn check(newer: &Revision, older: &Revision, expected: bool) {
            assert_eq!(newer.knows(older), expected, "{newer:?} {older:?}");
        }
        check(&stage("b", 9, 5, 2), &stage("a", 5, 0, 1), true);
        check(&stage("b", 9, 4, 2), &stage("a", 5, 0, 1), false);
        check(&stage("b", 9, 4, 1), &stage("a", 5, 4, 1), true);
        check(&stage("b", 9, 4, 0), &stage("a", 5, 4, 0), false);
    }

    proptest! {
        #[test]
        fn a_revision_is_read_as_it_was_stored(
            text in ".*", at in 0..=LAST_MOMENT, over in 0_i64..9, run in any::<u32>(),
        ) {
            let revision = Revision { text, at, over, run };
            prop_assert_eq!(Revision::from_stored(&revision.to_stored()), Some(revision));
        }
    }
}
