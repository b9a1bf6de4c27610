//! Whatever the bytes are, the importer gives a value back: no panic, no
//! exhausted stack, and every posting it makes can be read as JSON.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod bounds;
mod encodings;
mod generated;

use posting_import::{Format, Import, ImportError, Options};

/// Imports as a format, or as whatever is detected.
fn import(bytes: &[u8], format: Option<Format>) -> Result<Import, ImportError> {
    let options = Options {
        format,
        organization: Some("Example Gardens".to_owned()),
        title: Some("Gardener".to_owned()),
        ..Options::default()
    };
    let outcome = posting_import::import(bytes, &options);
    if let Ok(import) = &outcome {
        assert!(!import.postings.is_empty());
        for (posting, report) in import.postings.iter().zip(&import.report.postings) {
            let checked = posting::posting::Posting::from_json(&posting.json);
            assert!(checked.is_ok(), "{:?}\n{}", checked.err(), posting.json);
            assert!(report.is_complete(), "{report}");
        }
    }
    outcome
}
