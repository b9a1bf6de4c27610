//! Text with links: all the formatting a posting can hold, so that none of it
//! ever needs to be parsed as markup.

pub use crate::safe_url::{SafeUrl, UrlError};

/// A piece of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// A link with the text to show.
    Link {
        /// What the candidate reads.
        text: String,
        /// Where it leads.
        url: SafeUrl,
    },
}

impl Inline {
    /// What the candidate reads.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Link { text, .. } => text,
        }
    }
}

/// A paragraph or list item: text and links in order; never empty of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RichText(pub(crate) Vec<Inline>);

impl RichText {
    /// The pieces in order.
    pub fn pieces(&self) -> &[Inline] {
        &self.0
    }

    /// The text without its links.
    pub fn plain(&self) -> String {
        self.0.iter().map(Inline::text).collect()
    }
}
