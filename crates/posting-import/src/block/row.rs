//! Rows of tables on their way to a line of text: a row of two cells is often a label and what it says.

use super::Piece;
use super::piece::is_blank;

/// Longer words than this, in bytes, are no label.
const LONGEST_LABEL: usize = 40;

/// Where the cells of a row begin among the pieces of its line.
#[derive(Default)]
pub(crate) struct Row {
    cells: Vec<usize>,
}

impl Row {
    /// A cell begins behind so many pieces.
    pub fn begin_cell(&mut self, pieces: usize) {
        self.cells.push(pieces);
    }

    /// Where the second of two cells begins.
    pub fn second(&self) -> Option<usize> {
        match self.cells.as_slice() {
            [_, second] => Some(*second),
            _ => None,
        }
    }

    /// The pieces of each cell of the line so far.
    pub fn cells_of<'a>(&self, pieces: &'a [Piece]) -> Vec<&'a [Piece]> {
        let ends = self.cells.iter().skip(1).copied();
        let ends = ends.chain(std::iter::once(pieces.len()));
        let cells = self.cells.iter().zip(ends);
        cells
            .map(|(start, end)| pieces.get(*start..end).unwrap_or_default())
            .collect()
    }

    /// The pieces of a line that ends, with a colon behind the label if it was a row of a label and its
    /// value.
    pub fn labelled(&mut self, mut pieces: Vec<Piece>) -> Vec<Piece> {
        let cells = std::mem::take(&mut self.cells);
        let [_, second] = cells.as_slice() else {
            return pieces;
        };
        let Some((label, value)) = pieces.split_at_checked(*second) else {
            return pieces;
        };
        let says = |pieces: &[Piece]| {
            let texts = pieces.iter().map(Piece::text);
            texts.collect::<String>().trim_matches(is_blank).to_owned()
        };
        let (words, value) = (says(label), says(value));
        let ends = words.ends_with(|sign: char| !(sign.is_alphanumeric() || sign == ')'));
        if words.is_empty() || ends || words.len() > LONGEST_LABEL || value.is_empty() {
            return pieces;
        }
        let last = label
            .iter()
            .rposition(|piece| !piece.text().trim().is_empty());
        let place = last.map_or(0, |last| last + 1);
        if let Some(Piece::Text(text)) = pieces.get_mut(place.saturating_sub(1)) {
            text.truncate(text.trim_end_matches(is_blank).len());
        }
        pieces.insert(place, Piece::Text(": ".to_owned()));
        pieces
    }
}
