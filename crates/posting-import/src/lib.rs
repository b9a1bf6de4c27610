//! Other systems' postings turned into ours: bytes in, posting files and a
//! report out. No files, no clock, no network.
//!
//! A source is decoded, its format told, and read into blocks (headings,
//! paragraphs, items) with their lines. Headings divide the blocks into parts,
//! parts become the lists and sections of a posting, and prose gives facts.
//! Every word of the source's text ends up in the posting file.

mod assemble;
mod block;
mod decode;
mod error;
mod facts;
mod format;
mod html;
mod language;
mod pattern;
mod pay;
mod read;
mod recognize;
mod report;
mod source;

pub use error::ImportError;
pub use format::{Format, UnknownFormat};
pub use recognize::Role;
pub use report::{Missing, PostingReport, Recognized, Report};
pub use source::Fact;

use source::Source;

/// The largest source, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The most postings of one source.
pub const MAX_POSTINGS: usize = 20_000;

/// What the caller knows better than the source.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The format, where it shall not be detected.
    pub format: Option<Format>,
    /// Whether a text is called Markdown, as by the name of its file: then few signs of it are enough.
    pub markdown: bool,
    /// The title.
    pub title: Option<String>,
    /// The posting's id.
    pub id: Option<String>,
    /// The organization's name.
    pub organization: Option<String>,
    /// The organization's home page.
    pub organization_url: Option<String>,
    /// The language, a BCP 47 tag.
    pub lang: Option<String>,
    /// Where to apply.
    pub apply_url: Option<String>,
    /// The privacy notice.
    pub privacy_url: Option<String>,
}

/// The postings of a source.
#[derive(Clone, PartialEq, Debug)]
pub struct Import {
    /// The postings, in the order of the source; never none.
    pub postings: Vec<Imported>,
    /// What was understood, and what was not.
    pub report: Report,
}

/// A posting as a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Imported {
    /// The posting's id, which no other posting of the source has.
    pub id: String,
    /// The file: JSON with a final line break.
    pub json: String,
}

/// Turns a source into posting files.
///
/// What the source does not say and [`Options`] do not give is left empty and listed in the
/// report; then `Posting::from_json` names it as a problem, too.
///
/// # Errors
/// [`ImportError`] says why there is no posting. Whatever the bytes are, this gives a value back:
/// it neither panics nor runs out of stack, and size, depth and number of elements have bounds.
pub fn import(bytes: &[u8], options: &Options) -> Result<Import, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let decoded = decode::decode(bytes)?;
    let format = options
        .format
        .unwrap_or_else(|| match read::detect(&decoded.text) {
            Format::Text if options.markdown && read::may_be_markdown(&decoded.text) => {
                Format::Markdown
            }
            detected => detected,
        });
    let sources = read::read(&decoded.text, format)?;
    if sources.len() > MAX_POSTINGS {
        return Err(ImportError::TooMany { format });
    }
    let is_blank = |source: &Source| source.title.is_none() && source.blocks.is_empty();
    if sources.iter().all(is_blank) {
        return Err(ImportError::NoPosting { format });
    }
    let mut import = Import {
        postings: Vec::new(),
        report: Report::new(format, options.format.is_none(), decoded.encoding),
    };
    let mut ids = assemble::Ids::default();
    for source in sources {
        let (imported, report) = assemble::assemble(source, format, options, &mut ids)?;
        import.postings.push(imported);
        import.report.postings.push(report);
    }
    Ok(import)
}
