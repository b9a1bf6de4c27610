//! Bytes as text: UTF-8 and UTF-16 by their marks or their looks, else what web
//! pages without a declaration are in.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::ImportError;

/// A source as text.
pub(crate) struct Decoded {
    /// The text, line breaks as `\n`, without a mark at its start.
    pub text: String,
    /// The encoding's name where it is not UTF-8, for the report.
    pub encoding: Option<&'static str>,
}

/// How many bytes of the start tell the encoding (HTML's standard looks for a declaration in the
/// first 1024 bytes, section 13.2.3.2).
const PRESCAN: usize = 1024;

/// Turns bytes into text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, ImportError> {
    let (encoding, skip) = encoding_of(bytes);
    let body = bytes.get(skip..).unwrap_or_default();
    let (text, had_errors) = encoding.decode_without_bom_handling(body);
    if had_errors && encoding != WINDOWS_1252 {
        // A multi-byte encoding that does not hold up is taken for the web's default.
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(body);
        return checked(text, WINDOWS_1252);
    }
    checked(text, encoding)
}

fn checked(text: Cow<'_, str>, encoding: &'static Encoding) -> Result<Decoded, ImportError> {
    if let Some(offset) = text.bytes().position(|byte| matches!(byte, 0..=8)) {
        return Err(ImportError::NotText { offset });
    }
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into_owned()
    };
    Ok(Decoded {
        text,
        encoding: (encoding != UTF_8).then(|| encoding.name()),
    })
}

/// The encoding, and how many bytes its mark takes.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, usize) {
    if let Some(found) = Encoding::for_bom(bytes) {
        return found;
    }
    if let Some(encoding) = utf_16_by_zeros(bytes) {
        return (encoding, 0);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, 0);
    }
    (declared(bytes).unwrap_or(WINDOWS_1252), 0)
}

/// UTF-16 without a mark: in Latin text every second byte is zero.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(PRESCAN))?;
    let zeros = |parity: usize| {
        let places = start.iter().enumerate();
        places
            .filter(|(place, byte)| place % 2 == parity && **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let many = start.len() / 5;
    if odd > many && even <= odd / 10 {
        Some(UTF_16LE)
    } else if even > many && odd <= even / 10 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that an HTML page or XML file declares: `charset=…` or `encoding="…"`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(PRESCAN))?;
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let labels = ["charset=", "encoding="].into_iter();
    let label = labels
        .filter_map(|key| start.split_once(key))
        .map(|(_, rest)| {
            let rest = rest.trim_start_matches(['"', '\'']);
            let end = rest.find(|character: char| !is_label(character));
            rest.get(..end.unwrap_or(rest.len()))
                .unwrap_or_default()
                .to_owned()
        });
    let encoding = label
        .filter_map(|label| Encoding::for_label(label.as_bytes()))
        .next();
    // A declaration that was found by reading single bytes is not of UTF-16.
    encoding.filter(|encoding| encoding.is_ascii_compatible() && *encoding != UTF_8)
}

fn is_label(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Option<&str>) {
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.encoding, encoding);
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn encodings_are_told_by_mark_look_and_declaration() {
        let text = "Gärtnerin gesucht\nYork";
        check(text.as_bytes(), text, None);
        check(format!("\u{feff}{text}").as_bytes(), text, None);
        check(&utf_16(text, u16::to_le_bytes), text, Some("UTF-16LE"));
        check(&utf_16(text, u16::to_be_bytes), text, Some("UTF-16BE"));
        let marked = format!("\u{feff}{text}");
        check(&utf_16(&marked, u16::to_le_bytes), text, Some("UTF-16LE"));
        check(b"G\xe4rtnerin", "Gärtnerin", Some("windows-1252"));
        let greek = b"<meta charset=\"iso-8859-7\">\xe1";
        check(greek, "<meta charset=\"iso-8859-7\">α", Some("ISO-8859-7"));
    }

    #[test]
    fn line_breaks_become_one_kind() {
        check(b"a\r\nb\rc\n", "a\nb\nc\n", None);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(
            decode(b"a\x01b"),
            Err(ImportError::NotText { offset: 1 })
        ));
        assert!(matches!(decode(b""), Err(ImportError::Empty)));
        assert!(matches!(decode(b" \n\t"), Err(ImportError::Empty)));
    }
}
