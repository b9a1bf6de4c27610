//! The one form that all sources take on their way: headings, paragraphs and
//! items with links, each with its line.

use std::borrow::Cow;

use posting::document::{Inline, RichText};
use posting::rich_text::SafeUrl;

use crate::recognize::Role;

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

/// Text or a link. Emphasis is not told apart: a posting can't hold it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Piece {
    /// Text.
    Text(String),
    /// A link that a posting can hold.
    Link {
        /// What is read.
        text: String,
        /// Where it leads.
        href: String,
    },
}

impl Piece {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Link { text, .. } => text,
        }
    }

    fn text_mut(&mut self) -> &mut String {
        match self {
            Self::Text(text) | Self::Link { text, .. } => text,
        }
    }

    /// A link as a posting can hold it: `https` and `mailto` stay links, other addresses that a
    /// person can use are written out, and what could run something is left out.
    pub fn link(text: &str, href: &str) -> Vec<Self> {
        let href = href.trim();
        let text_alone = || vec![Self::Text(text.to_owned())];
        if text.trim().is_empty() {
            return text_alone();
        }
        if SafeUrl::parse(href).is_ok() {
            return vec![Self::Link {
                text: text.to_owned(),
                href: href.to_owned(),
            }];
        }
        let lower = href.to_ascii_lowercase();
        let is_readable = ["http://", "tel:", "ftp://"]
            .iter()
            .any(|scheme| lower.starts_with(scheme))
            && href.chars().all(|character| character.is_ascii_graphic());
        if is_readable && !text.contains(href) {
            return vec![Self::Text(format!("{text} ({href})"))];
        }
        text_alone()
    }
}

impl Block {
    /// A block of plain text.
    pub fn new(kind: BlockKind, text: &str, line: usize) -> Self {
        Self::of_pieces(kind, vec![Piece::Text(text.to_owned())], line)
    }

    /// A block of text and links; blanks are tidied.
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

    /// The text without links. Most blocks are one piece, whose text is lent.
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
            Piece::Link { text, href } if wanted(text, href) => {
                Some((text.as_str(), href.as_str()))
            }
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
    pub fn rich_text(&self) -> RichText {
        if let [Piece::Text(text)] = self.pieces.as_slice() {
            return RichText::Text(text.clone());
        }
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Inline::Text(text.clone()),
            Piece::Link { text, href } => Inline::Link {
                text: text.clone(),
                href: href.clone(),
            },
        });
        RichText::Pieces(pieces.collect())
    }
}

/// Longer texts, in characters, are divided; the posting format ends at 20,000.
const LONGEST: usize = 10_000;

/// A text in chunks that end between words where they can. A link this long is no link.
fn chunks(piece: &Piece) -> Vec<Piece> {
    if piece.text().chars().count() <= LONGEST {
        return vec![piece.clone()];
    }
    let mut chunks = Vec::new();
    let mut chunk = String::new();
    let mut size = 0;
    for word in piece.text().split_inclusive(' ') {
        for character in word.chars() {
            if size == LONGEST {
                chunks.push(Piece::Text(std::mem::take(&mut chunk)));
                size = 0;
            }
            chunk.push(character);
            size += 1;
        }
        if size > LONGEST - 200 {
            chunks.push(Piece::Text(std::mem::take(&mut chunk)));
            size = 0;
        }
    }
    chunks.push(Piece::Text(chunk));
    chunks
}

/// Runs of blanks become one blank, the block neither starts nor ends with one, neighbouring texts
/// become one, and links have no blanks at their ends.
fn tidy(pieces: Vec<Piece>) -> Vec<Piece> {
    if let [Piece::Text(text)] = pieces.as_slice()
        && is_tidy(text)
    {
        return pieces;
    }
    let mut tidied: Vec<Piece> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => push_text(&mut tidied, &text),
            Piece::Link { text, href } => {
                if text.starts_with(is_blank) {
                    push_text(&mut tidied, " ");
                }
                let ends_blank = text.ends_with(is_blank);
                let text = text.split(is_blank).filter(|word| !word.is_empty());
                let text = text.collect::<Vec<_>>().join(" ");
                if text.is_empty() {
                    push_text(&mut tidied, " ");
                    continue;
                }
                tidied.push(Piece::Link { text, href });
                if ends_blank {
                    push_text(&mut tidied, " ");
                }
            }
        }
    }
    if let Some(Piece::Text(first)) = tidied.first_mut() {
        *first = first.trim_start_matches(is_blank).to_owned();
    }
    if let Some(Piece::Text(last)) = tidied.last_mut() {
        *last = last.trim_end_matches(is_blank).to_owned();
    }
    tidied.retain(|piece| !piece.text().is_empty());
    tidied
}

/// Whether a text has only single blanks between its words, as most texts do.
fn is_tidy(text: &str) -> bool {
    let is_other = |character: char| is_blank(character) || character.is_control();
    // What is tidy so far ends with a blank at its start, too: texts don't begin with one.
    let mut after_blank = true;
    for character in text.chars() {
        match character {
            ' ' if after_blank => return false,
            ' ' => after_blank = true,
            '!'..='~' => after_blank = false,
            other if is_other(other) => return false,
            _ => after_blank = false,
        }
    }
    !after_blank
}

/// Blanks of all kinds, and what pages put between words without showing it.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !matches!(pieces.last(), Some(Piece::Text(_))) {
        pieces.push(Piece::Text(String::new()));
    }
    let Some(last) = pieces.last_mut().map(Piece::text_mut) else {
        return;
    };
    for character in text.chars() {
        // Control characters can't be seen, and other programs stumble over them.
        if is_blank(character) || character.is_control() {
            if !last.ends_with(' ') {
                last.push(' ');
            }
        } else {
            last.push(character);
        }
    }
}

#[cfg(test)]
mod tests;
