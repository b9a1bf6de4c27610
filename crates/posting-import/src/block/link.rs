//! A link whose end has not been read yet.

use super::{Marks, Piece};

/// A link with the text so far.
pub(crate) struct OpenLink {
    /// Where it leads, as written.
    pub href: String,
    /// What is read.
    pub text: String,
    /// What all of its text so far has; `None` where there is none yet.
    marks: Option<Marks>,
}

impl OpenLink {
    /// A link without a text yet.
    pub fn to(href: &str) -> Self {
        Self {
            href: href.to_owned(),
            text: String::new(),
            marks: None,
        }
    }

    /// Adds text that is set apart by these marks. A link has only what all of its text has.
    pub fn push(&mut self, text: &str, marks: Marks) {
        self.text.push_str(text);
        if !text.trim().is_empty() {
            self.marks = Some(self.marks.map_or(marks, |all| all.and(marks)));
        }
    }

    /// The link as it is so far.
    pub fn pieces(&self) -> Vec<Piece> {
        Piece::link(&self.text, &self.href, self.marks.unwrap_or_default())
    }
}
