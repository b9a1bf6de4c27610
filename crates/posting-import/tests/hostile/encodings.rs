//! The same posting in the encodings that files come in.

use posting_import::{Format, ImportError};

use crate::import;

const SOURCE: &str = "Gärtner\nGrüne Gärten — York\n\nAufgaben\n- Bäume schneiden für Gäste\n";

#[track_caller]
fn check(bytes: &[u8], encoding: Option<&str>) {
    let import = import(bytes, Some(Format::Text)).unwrap();
    assert_eq!(import.report.encoding, encoding);
    assert!(
        import.postings[0]
            .json
            .contains("Bäume schneiden für Gäste")
    );
}

fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn encodings_are_told() {
    check(SOURCE.as_bytes(), None);
    check(&utf_16(SOURCE, u16::to_le_bytes), Some("UTF-16LE"));
    check(&utf_16(SOURCE, u16::to_be_bytes), Some("UTF-16BE"));
    check(
        &utf_16(&format!("\u{feff}{SOURCE}"), u16::to_be_bytes),
        Some("UTF-16BE"),
    );
    let latin: Vec<u8> = SOURCE
        .chars()
        .map(|character| u8::try_from(u32::from(character)).unwrap_or(0x97))
        .collect();
    check(&latin, Some("windows-1252"));
}

#[test]
fn truncated_encodings_are_read_or_refused() {
    let bytes = utf_16(&format!("\u{feff}{SOURCE}"), u16::to_le_bytes);
    for end in 0..bytes.len() {
        let _ = import(&bytes[..end], None);
    }
    for end in 0..SOURCE.len() {
        let _ = import(&SOURCE.as_bytes()[..end], None);
    }
}

#[test]
fn binary_files_are_refused() {
    let error = import(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01", None).err();
    assert!(
        matches!(error, Some(ImportError::NotText { .. })),
        "{error:?}"
    );
}
