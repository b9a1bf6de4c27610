//! The draft file a candidate can take away, and why a file is none.

use super::Draft;
use crate::json::{Json, Writer};

/// What a draft file says it is.
const FORMAT: &str = "job-posting-draft";

/// The version of the draft file's form.
const VERSION: i64 = 1;

impl Draft {
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
            let text = text.as_text().filter(|_| is_name(name));
            draft.set(name, text.ok_or(DraftFileError::NotADraft)?);
        }
        Ok(draft)
    }
}

/// Whether a record can have this name: others could not be stored, or would stand for something else
/// where drafts are stored.
fn is_name(name: &str) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !name.is_empty() && name.bytes().all(is_usual)
}

/// Why a text is not a draft file for a posting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DraftFileError {
    /// Not JSON at all, or cut short.
    NotJson,
    /// JSON, but not a draft file, or one with a part missing or of another kind, or with a record
    /// that no draft has.
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
        for name in ["", "two words", "earliest-start/unreadable", "Choices", "ü"] {
            let records = format!(r#"{{"{name}":"2026-05-18"}}"#);
            check_refused(&file("1", r#""here""#, &records), NotADraft);
        }
    }

    proptest! {
        #[test]
        fn what_is_exported_is_imported_byte_for_byte(
            records in prop::collection::btree_map("[a-z0-9-]{1,40}", ".+", 0..6),
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
