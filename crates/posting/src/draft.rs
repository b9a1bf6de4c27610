//! What the candidate typed, exactly as typed: a set of named texts. Only this is
//! stored; everything else follows from it and the posting.

use crate::json::{Json, Writer};

/// What a draft file says it is.
const FORMAT: &str = "job-posting-draft";

/// The version of the draft file's form.
const VERSION: i64 = 1;

/// How many busy ranges a draft can hold.
pub const MAX_BUSY_RANGES: usize = 20;

/// Names of the records of a draft. A record is one text under one name, saved on its own, so
/// that two tabs editing different fields never overwrite each other.
pub mod record {
    /// First day the candidate is free, as typed.
    pub const EARLIEST_START: &str = "earliest-start";
    /// Last day the candidate is free, as typed.
    pub const LATEST_END: &str = "latest-end";
    /// Chosen start dates, ISO, ranked, separated by blanks.
    pub const CHOICES: &str = "choices";
    /// The wished start within a start window, as typed.
    pub const WISHED_START: &str = "wished-start";
    /// The day on which the candidate applied, as typed.
    pub const APPLIED_ON: &str = "applied-on";
    /// Holds [`YES`] once a statement was copied, printed or saved.
    pub const TAKEN: &str = "taken";
    /// The text of a record that only says that something is so.
    pub const YES: &str = "yes";
    /// The month of graduation, as typed.
    pub const GRADUATION: &str = "graduation";

    /// First day of busy range `index` (from 0), as typed.
    pub fn busy_first(index: usize) -> String {
        format!("busy-{index}-first")
    }

    /// Last day of busy range `index`, as typed.
    pub fn busy_last(index: usize) -> String {
        format!("busy-{index}-last")
    }

    /// What busy range `index` is for, as typed.
    pub fn busy_label(index: usize) -> String {
        format!("busy-{index}-label")
    }

    /// The answer to the qualification with this id: see [`super::Answer`].
    pub fn answer(qualification: &str) -> String {
        format!("answer-{qualification}")
    }

    /// The note on the qualification with this id.
    pub fn note(qualification: &str) -> String {
        format!("note-{qualification}")
    }
}

/// A candidate's own answer to a qualification.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// "I meet this."
    Met,
    /// "I partly meet this."
    Partly,
    /// "I don't meet this yet."
    NotYet,
}

impl Answer {
    /// All answers in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Met, Self::Partly, Self::NotYet];

    /// The text stored for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::NotYet => "not-yet",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == text)
    }
}

/// Everything the candidate typed for one posting.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Draft {
    /// Names and texts by name, each name once. A draft has a few dozen records at most.
    records: Vec<(String, String)>,
}

impl Draft {
    /// The text of a record; empty if nothing was typed.
    pub fn text(&self, name: &str) -> &str {
        let mut records = self.records.iter();
        let record = records.find(|(other, _)| other == name);
        record.map_or("", |(_, text)| text)
    }

    /// Puts a text under a name; an empty text removes the record.
    pub fn set(&mut self, name: &str, text: &str) {
        self.records.retain(|(other, _)| other != name);
        if !text.is_empty() {
            let at = self
                .records
                .partition_point(|(other, _)| other.as_str() < name);
            self.records.insert(at, (name.to_owned(), text.to_owned()));
        }
    }

    /// All records that hold a text, by name.
    pub fn records(&self) -> impl Iterator<Item = (&str, &str)> {
        self.records
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The candidate's answer to a qualification.
    pub fn answer(&self, qualification: &str) -> Option<Answer> {
        Answer::parse(self.text(&record::answer(qualification)))
    }

    /// Writes the draft file a candidate can take away: JSON with format, version, posting id
    /// and the records.
    pub fn to_file(&self, posting_id: &str) -> String {
        let mut file = Writer::default();
        file.open('{');
        file.member("format", Some(FORMAT));
        file.key("version");
        file.word(&VERSION.to_string());
        file.member("posting", Some(posting_id));
        file.key("records");
        file.open('{');
        for (name, text) in &self.records {
            file.member(name, Some(text));
        }
        file.close('}');
        file.close('}');
        file.finish()
    }

    /// Reads a draft file for this posting; a byte order mark before it is passed over.
    ///
    /// # Errors
    /// Why it is none: see [`DraftFileError`].
    pub fn from_file(text: &str, posting_id: &str) -> Result<Self, DraftFileError> {
        let file = Json::parse(text).map_err(|_| DraftFileError::NotJson)?;
        let text_of = |name| file.get(name).and_then(Json::as_text);
        if text_of("format") != Some(FORMAT) {
            return Err(DraftFileError::NotADraft);
        }
        // The version comes first: a newer one may keep everything else elsewhere.
        let version = file.get("version").and_then(Json::as_integer);
        match version.ok_or(DraftFileError::NotADraft)? {
            VERSION => {}
            other => return Err(DraftFileError::Version(other)),
        }
        let posting = text_of("posting").ok_or(DraftFileError::NotADraft)?;
        if posting != posting_id {
            return Err(DraftFileError::OtherPosting(posting.to_owned()));
        }
        let Some(Json::Object(records)) = file.get("records") else {
            return Err(DraftFileError::NotADraft);
        };
        let mut draft = Self::default();
        for (name, text) in records {
            draft.set(name, text.as_text().ok_or(DraftFileError::NotADraft)?);
        }
        Ok(draft)
    }
}

/// Why a text is not a draft file for a posting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DraftFileError {
    /// Not JSON at all, or cut short.
    NotJson,
    /// JSON, but not a draft file, or one with a part missing or of another kind.
    NotADraft,
    /// A draft file of a version this build does not know.
    Version(i64),
    /// A draft for the posting with this id, not for this one.
    OtherPosting(String),
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check_refused(text: &str, expected: DraftFileError) {
        assert_eq!(Draft::from_file(text, "here"), Err(expected), "{text}");
    }

    fn file(version: &str, posting: &str, records: &str) -> String {
        format!(
            r#"{{"format":"job-posting-draft","version":{version},"posting":{posting},"records":{records}}}"#
        )
    }

    #[test]
    fn an_empty_text_is_no_record() {
        let mut draft = Draft::default();
        draft.set("choices", "2026-05-18");
        assert_eq!(draft.text("choices"), "2026-05-18");
        draft.set("choices", "");
        assert!(draft.is_empty());
    }

    #[test]
    fn answers_are_read_by_qualification() {
        let mut draft = Draft::default();
        draft.set(&record::answer("thinking"), Answer::Partly.as_str());
        draft.set(&record::answer("other"), "perhaps");
        assert_eq!(draft.answer("thinking"), Some(Answer::Partly));
        assert_eq!(draft.answer("other"), None);
        for answer in Answer::ALL {
            assert_eq!(Answer::parse(answer.as_str()), Some(answer));
        }
    }

    #[test]
    fn foreign_and_broken_files_are_refused_with_the_reason() {
        use DraftFileError::{NotADraft, NotJson, OtherPosting, Version};

        let good = file("1", r#""here""#, r#"{"choices":"2026-05-18"}"#);
        assert!(Draft::from_file(&good, "here").is_ok());
        assert!(Draft::from_file(&format!("\u{feff}{good}"), "here").is_ok());
        for length in 0..good.len() {
            check_refused(&good[..length], NotJson);
        }
        check_refused("[1, 2]", NotADraft);
        check_refused("\"text\"", NotADraft);
        check_refused(r#"{"title":"A posting"}"#, NotADraft);
        check_refused(&good.replace("job-posting-draft", "something"), NotADraft);
        check_refused(&file("2", r#""here""#, "null"), Version(2));
        check_refused(&file("\"1\"", r#""here""#, "{}"), NotADraft);
        check_refused(
            &file("1", r#""there""#, "{}"),
            OtherPosting("there".to_owned()),
        );
        check_refused(&file("1", "null", "{}"), NotADraft);
        check_refused(&file("1", r#""here""#, "[]"), NotADraft);
        check_refused(&file("1", r#""here""#, r#"{"choices":1}"#), NotADraft);
    }

    proptest! {
        #[test]
        fn what_is_exported_is_imported_byte_for_byte(
            records in prop::collection::btree_map(".*", ".+", 0..6),
        ) {
            let mut draft = Draft::default();
            for (name, text) in &records {
                draft.set(name, text);
            }
            let names: Vec<_> = draft.records().collect();
            let expected = records.iter().map(|(name, text)| (name.as_str(), text.as_str()));
            prop_assert_eq!(names, expected.collect::<Vec<_>>());
            prop_assert_eq!(Draft::from_file(&draft.to_file("id"), "id"), Ok(draft));
        }
    }
}
