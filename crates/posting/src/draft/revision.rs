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
    /// The time of the revision that was known when this one was typed; 0 if there was none.
    /// Whatever was typed between the two was typed without knowing of this one.
    pub over: i64,
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

    /// Newest last. Of two revisions of the same moment the one that knows of more is newer, as are
    /// offers of one text's stages; then every copy must prefer the same one, so their content decides.
    pub(super) fn order(&self) -> (i64, i64, &str) {
        (self.at, self.over, &self.text)
    }

    /// The stored form: `{"text":"18 May 2026","at":1772409600000,"over":1772409590000}`, without
    /// `over` where it is 0.
    pub fn to_stored(&self) -> String {
        let text = quoted(&self.text);
        let Self { at, over, .. } = self;
        match over {
            0 => format!("{{\"text\":{text},\"at\":{at}}}"),
            _ => format!("{{\"text\":{text},\"at\":{at},\"over\":{over}}}"),
        }
    }

    /// Reads what [`Self::to_stored`] wrote, or an older version: version 1 had no `over`.
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
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn revision(text: &str, at: i64, over: i64) -> Revision {
        let text = text.to_owned();
        Revision { text, at, over }
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
    }

    proptest! {
        #[test]
        fn a_revision_is_read_as_it_was_stored(text in ".*", at in 0..=LAST_MOMENT, over in 0_i64..9) {
            let revision = Revision { text, at, over };
            prop_assert_eq!(Revision::from_stored(&revision.to_stored()), Some(revision));
        }
    }
}
