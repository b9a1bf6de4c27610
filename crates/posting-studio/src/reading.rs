//! From a source to a posting: by the importer, or as it stands where the source is a posting file.

use posting_import::{Format, Import, Options, Report};

use crate::tree::Tree;

/// What came of reading a source.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Reading {
    /// There is no source yet.
    #[default]
    Nothing,
    /// The source is a posting file, which is taken as it stands.
    PostingFile(Tree),
    /// The importer's postings, never none, and its report.
    Imported(Vec<Tree>, Report),
    /// Why there is no posting.
    Refused(String),
}

impl Reading {
    /// Reads a source, as this format where one is given.
    pub fn of(source: &[u8], format: Option<Format>) -> Self {
        if source.iter().all(u8::is_ascii_whitespace) {
            return Self::Nothing;
        }
        let text = std::str::from_utf8(source).ok();
        if let Some(file) = text.filter(|_| format.is_none()).and_then(posting_file) {
            return Self::PostingFile(file);
        }
        let options = Options {
            format,
            ..Options::default()
        };
        match posting_import::import(source, &options) {
            Ok(Import { postings, report }) => {
                let trees = postings.iter().map(|posting| Tree::parse(&posting.json));
                match trees.collect() {
                    Ok(trees) => Self::Imported(trees, report),
                    Err(error) => Self::Refused(error.to_string()),
                }
            }
            Err(error) => Self::Refused(error.to_string()),
        }
    }

    /// The posting with this number, from 0.
    pub fn posting(&self, number: usize) -> Option<&Tree> {
        match self {
            Self::PostingFile(tree) => Some(tree),
            Self::Imported(trees, _) => trees.get(number),
            Self::Nothing | Self::Refused(_) => None,
        }
    }

    /// The titles of the postings.
    pub fn titles(&self) -> Vec<String> {
        let titles = |trees: &[Tree]| {
            let title = |tree: &Tree| {
                tree.member("title")
                    .and_then(Tree::as_text)
                    .map(str::to_owned)
            };
            trees
                .iter()
                .map(|tree| title(tree).unwrap_or_default())
                .collect()
        };
        match self {
            Self::Imported(trees, _) => titles(trees),
            _ => Vec::new(),
        }
    }
}

/// A text that is a posting file, whether or not a check finds problems in it.
fn posting_file(text: &str) -> Option<Tree> {
    let tree = Tree::parse(text.trim_start_matches('\u{feff}')).ok()?;
    let is_ours = matches!(tree.member("version"), Some(Tree::Number(_)))
        && tree.member("id").is_some()
        && matches!(tree.member("organization"), Some(Tree::Object(_)));
    is_ours.then_some(tree)
}

/// The source as text: what the importer has found to be its encoding, else UTF-8.
pub fn decoded(source: &[u8], reading: &Reading) -> String {
    let label = match reading {
        Reading::Imported(_, report) => report.encoding,
        _ => None,
    };
    let encoding = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let (text, ..) = encoding.unwrap_or(encoding_rs::UTF_8).decode(source);
    // Browsers' text fields know one kind of line end, and lines are counted in them.
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Whether a decoded source is a text and not, say, a picture.
pub fn is_text(source: &str) -> bool {
    !source.contains(|c| matches!(c, '\0'..='\u{8}'))
}

/// Where a line of the source begins and ends, in the units in which browsers count texts (UTF-16).
pub fn line_range(source: &str, line: usize) -> (u32, u32) {
    let mut start = 0;
    for (index, text) in source.split('\n').enumerate() {
        let length = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        if index + 1 == line {
            return (start, start.saturating_add(length));
        }
        start = start.saturating_add(length).saturating_add(1);
    }
    (start, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Gardener\n\nWhat you'll do\n- Prune the apple trees.\n- Sow, water and weed.\n";

    #[test]
    fn a_text_is_imported() {
        let reading = Reading::of(TEXT.as_bytes(), None);
        let tree = reading.posting(0).unwrap();
        assert_eq!(
            tree.member("title").and_then(Tree::as_text),
            Some("Gardener")
        );
        assert_eq!(tree.member("responsibilities").unwrap().items().len(), 2);
        assert_eq!(reading.titles(), ["Gardener"]);
    }

    #[test]
    fn a_posting_file_is_taken_as_it_stands() {
        let text = r#"{ "version": 1, "id": "a", "titel": "b", "organization": {} }"#;
        let reading = Reading::of(text.as_bytes(), None);
        assert_eq!(reading, Reading::PostingFile(Tree::parse(text).unwrap()));
    }

    #[test]
    fn what_can_not_be_read_says_why() {
        assert_eq!(Reading::of(b" \n", None), Reading::Nothing);
        let refused = Reading::of(b"{ \"a\": 1 }", Some(Format::Lever));
        assert!(matches!(refused, Reading::Refused(_)), "{refused:?}");
    }

    #[test]
    fn a_picture_is_no_text() {
        let is_text = |source: &[u8]| is_text(&decoded(source, &Reading::of(source, None)));
        assert!(!is_text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
        assert!(is_text(b"{ \"a\": 1 }"));
        assert!(is_text(TEXT.as_bytes()));
        let wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(is_text(&wide));
    }

    #[test]
    fn other_encodings_become_text() {
        let source = b"Caf\xe9 manager\n\nWhat you'll do\n- Run the caf\xe9.\r\n";
        let reading = Reading::of(source, None);
        assert!(decoded(source, &reading).starts_with("Café manager\n"));
    }

    #[test]
    fn lines_are_found_as_browsers_count() {
        assert_eq!(line_range("ab\n😀c\nd", 2), (3, 6));
        assert_eq!(line_range("ab\nc", 9), (5, 5));
    }
}
