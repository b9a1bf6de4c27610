//! The one form that all sources take on their way: headings, paragraphs and
//! items with links and emphasis, each with its line.

use std::borrow::Cow;

use posting::document::{Inline, RichText};

use crate::recognize::Role;

mod link;
mod piece;
mod row;

pub(crate) use link::OpenLink;
use piece::{LONGEST, chunks, tidy};
pub(crate) use piece::{Marks, Piece, is_blank};
pub(crate) use row::Row;

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum BlockKind {
    /// A heading; 1 is the strongest, 6 the weakest, 7 was only seen by its looks.
    Heading(u8),
    /// A paragraph, or a line of one.
    Paragraph,
    /// An item of a list.
    Item,
}

/// The level of a heading that the source does not mark as one.
pub(crate) const BY_ITS_LOOKS: u8 = 7;

/// A heading, paragraph or item.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text and links.
    pub pieces: Vec<Piece>,
    /// The line of the source, from 1.
    pub line: usize,
    /// What the source's own structure says of a heading.
    pub role: Option<Role>,
    /// Whether it belongs to the page around the posting (navigation, footer).
    pub around: bool,
    /// The number or letter before an item.
    pub number: Option<String>,
    /// Whether a blank line stands before it, in formats where that can be told.
    pub apart: bool,
}

impl Block {
    /// A block of plain text.
    pub fn new(kind: BlockKind, text: &str, line: usize) -> Self {
        Self::of_pieces(kind, vec![Piece::Text(text.to_owned())], line)
    }

    /// A block of text, links and emphasis; blanks are tidied.
    pub fn of_pieces(kind: BlockKind, pieces: Vec<Piece>, line: usize) -> Self {
        Self {
            kind,
            pieces: tidy(pieces),
            line,
            role: None,
            around: false,
            number: None,
            apart: false,
        }
    }

    /// A heading that the source states by its structure rather than by words.
    pub fn heading(text: &str, level: u8, role: Option<Role>, line: usize) -> Self {
        let mut block = Self::new(BlockKind::Heading(level), text, line);
        block.role = role;
        block
    }

    /// The text without links and emphasis. Most blocks are one piece, whose text is lent.
    pub fn plain(&self) -> Cow<'_, str> {
        match self.pieces.as_slice() {
            [only] => Cow::Borrowed(only.text()),
            pieces => Cow::Owned(pieces.iter().map(Piece::text).collect()),
        }
    }

    /// The texts of its pieces.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().map(Piece::text)
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.pieces
            .iter()
            .all(|piece| piece.text().trim().is_empty())
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }

    /// The level of a heading; 0 if it is none.
    pub fn level(&self) -> u8 {
        match self.kind {
            BlockKind::Heading(level) => level,
            _ => 0,
        }
    }

    /// Adds another block's text after a blank, or the rest of a word that was divided.
    pub fn join(&mut self, other: Self) {
        if !self.ends_in_part_of_word() || !other.starts_small() {
            self.pieces.push(Piece::Text(" ".to_owned()));
        }
        self.pieces.extend(other.pieces);
        self.pieces = tidy(std::mem::take(&mut self.pieces));
    }

    fn ends_in_part_of_word(&self) -> bool {
        let text = self.pieces.last().map_or("", Piece::text);
        let word = text.strip_suffix('-').unwrap_or_default();
        word.ends_with(char::is_alphabetic)
    }

    fn starts_small(&self) -> bool {
        let text = self.pieces.first().map_or("", Piece::text);
        text.starts_with(char::is_lowercase)
    }

    /// The first link whose text or address `wanted` accepts.
    pub fn link(&self, wanted: impl Fn(&str, &str) -> bool) -> Option<(&str, &str)> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Marked {
                text,
                href: Some(href),
                ..
            } if wanted(text, href) => Some((text.as_str(), href.as_str())),
            _ => None,
        })
    }

    /// Whether a posting can hold its text as it is.
    pub fn fits(&self) -> bool {
        // A text has no more characters than bytes, and these need no counting.
        self.texts().map(str::len).sum::<usize>() <= LONGEST
            || self.plain().chars().count() <= LONGEST
    }

    /// The block in pieces that a posting can hold: texts there have an end.
    pub fn divided(self) -> Vec<Self> {
        if self.fits() {
            return vec![self];
        }
        let mut divided: Vec<Self> = Vec::new();
        let mut size = 0;
        for piece in self.pieces.iter().flat_map(chunks) {
            let length = piece.text().chars().count();
            if divided.is_empty() || size + length > LONGEST {
                divided.push(Self {
                    pieces: Vec::new(),
                    ..self.clone()
                });
                size = 0;
            }
            size += length;
            if let Some(last) = divided.last_mut() {
                last.pieces.push(piece);
            }
        }
        for block in &mut divided {
            block.pieces = tidy(std::mem::take(&mut block.pieces));
        }
        divided.retain(|block| !block.is_empty());
        divided
    }

    /// The text as the posting format writes it.
    pub fn into_rich_text(mut self) -> RichText {
        if let [Piece::Text(text)] = self.pieces.as_mut_slice() {
            return RichText::Text(std::mem::take(text));
        }
        // Pieces that a division has left without a word.
        let pieces = self.pieces.into_iter();
        let pieces = pieces.filter(|piece| !piece.text().is_empty());
        let pieces = pieces.map(|piece| match piece {
            Piece::Text(text) => Inline::Text(text),
            Piece::Marked { text, .. } if text.trim().is_empty() => Inline::Text(text),
            Piece::Marked { text, href, marks } => Inline::Marked {
                text,
                href,
                strong: marks.strong,
                emphasis: marks.emphasis,
            },
        });
        RichText::Pieces(pieces.collect())
    }
}

#[cfg(test)]
mod tests;
