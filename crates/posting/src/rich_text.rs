//! Text with links and emphasis: all the formatting a posting can hold, so that none of it
//! ever needs to be parsed as markup.

pub use crate::safe_url::{SafeUrl, UrlError};

/// A piece of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inline {
    /// What the candidate reads.
    pub text: String,
    /// Where it leads, if it is a link.
    pub url: Option<SafeUrl>,
    /// Whether it is important.
    pub strong: bool,
    /// Whether it is stressed.
    pub emphasis: bool,
}

impl Inline {
    /// Text that is neither a link nor set apart.
    pub(crate) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            url: None,
            strong: false,
            emphasis: false,
        }
    }
}

/// A paragraph or list item: pieces in order; never empty of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RichText(pub(crate) Vec<Inline>);

impl RichText {
    /// The pieces in order.
    pub fn pieces(&self) -> &[Inline] {
        &self.0
    }

    /// The text without its links and emphasis.
    pub fn plain(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_str()).collect()
    }
}
