//! Counts the pages of a printed PDF.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// A printed document.
#[derive(Debug)]
pub struct Pdf {
    bytes: Vec<u8>,
    pages: usize,
}

impl Pdf {
    /// Reads a document as browsers write it: page objects either plain (Chromium) or in
    /// compressed object streams (Firefox; ISO 32000-1 section 7.5.7).
    ///
    /// # Errors
    /// When no page object is found.
    pub fn new(bytes: Vec<u8>) -> Result<Self, PdfError> {
        let pages =
            count_page_objects(&bytes) + streams(&bytes).map(pages_in_stream).sum::<usize>();
        if pages == 0 {
            return Err(PdfError::NoPages {
                length: bytes.len(),
            });
        }
        Ok(Self { bytes, pages })
    }

    /// The number of pages, at least 1.
    pub fn pages(&self) -> usize {
        self.pages
    }

    /// The file's content.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The raw content of every stream, together with what follows it: the decompressor stops at the
/// end of its data by itself, which spares reading the stream's length.
fn streams(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    const START: &[u8] = b"stream";
    let positions = (0..bytes.len()).filter(|at| {
        let (before, from) = bytes.split_at(*at);
        from.starts_with(START) && !before.ends_with(b"end")
    });
    positions.filter_map(|at| {
        let content = bytes.get(at + START.len()..)?;
        content
            .strip_prefix(b"\r\n")
            .or_else(|| content.strip_prefix(b"\n"))
    })
}

/// Streams that aren't compressed with zlib hold fonts or images, no page objects.
fn pages_in_stream(content: &[u8]) -> usize {
    miniz_oxide::inflate::decompress_to_vec_zlib(content)
        .map_or(0, |plain| count_page_objects(&plain))
}

/// Counts `/Type /Page`, and not `/Type /Pages`, the node above them.
fn count_page_objects(bytes: &[u8]) -> usize {
    (0..bytes.len())
        .filter_map(|at| bytes.get(at..)?.strip_prefix(b"/Type"))
        .filter_map(|rest| rest.trim_ascii_start().strip_prefix(b"/Page"))
        .filter(|rest| !rest.first().is_some_and(u8::is_ascii_alphabetic))
        .count()
}

/// Why a document can't be read.
#[derive(Debug)]
pub enum PdfError {
    /// The document has no page object.
    NoPages {
        /// The document's size in bytes.
        length: usize,
    },
}

impl Display for PdfError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPages { length } => write!(
                formatter,
                "the {length} bytes the browser printed hold no page: is it a PDF"
            ),
        }
    }
}

impl Error for PdfError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(content: &[u8], pages: Option<usize>) {
        assert_eq!(
            Pdf::new(content.to_vec()).ok().map(|pdf| pdf.pages()),
            pages
        );
    }

    #[test]
    fn page_objects_are_counted_and_their_parents_are_not() {
        check(
            b"%PDF-1.4 <</Type /Pages /Count 2>> <</Type /Page>> <</Type/Page/Parent 1>>",
            Some(2),
        );
    }

    #[test]
    fn page_objects_in_compressed_streams_are_counted() {
        let objects = b"1 0 <</Type/Pages>> <</Type /Page >> <</Type /Page >> <</Type /Page >>";
        let mut document = b"%PDF-1.7 <</Filter/FlateDecode>> stream\r\n".to_vec();
        document.extend(miniz_oxide::deflate::compress_to_vec_zlib(objects, 6));
        document.extend(b"\nendstream");
        check(&document, Some(3));
    }

    #[test]
    fn a_document_without_pages_is_refused() {
        check(b"", None);
        check(b"<html>", None);
    }
}
