//! Tables in which each column is a list of a posting, below its heading.

use crate::block::{Block, BlockKind, Piece, Row};
use crate::read::bullet;
use crate::recognize::is_list_heading;

/// The columns of a table so far: each its heading and the entries below it.
pub(super) struct Columns {
    columns: Vec<(Block, Vec<Block>)>,
}

/// What stands for a line's end inside a cell.
pub(super) fn line_break() -> Piece {
    Piece::Text("\n".to_owned())
}

/// Where the second cell of a row begins behind the heading of a list.
pub(super) fn behind_heading(row: &Row, pieces: &[Piece]) -> Option<usize> {
    let second = row.second()?;
    let (heading, _) = pieces.split_at_checked(second)?;
    let text: String = heading.iter().map(Piece::text).collect();
    is_list_heading(text.trim()).then_some(second)
}

impl Columns {
    /// A table whose first row has the heading of a list in every cell, and more cells than one.
    pub fn below(row: &[&[Piece]], line: usize) -> Option<Self> {
        let columns: Vec<(Block, Vec<Block>)> = row
            .iter()
            .map(|cell| Block::of_pieces(BlockKind::Paragraph, cell.to_vec(), line))
            .filter(|heading| is_list_heading(&heading.plain()))
            .map(|heading| {
                (
                    Block::heading(&heading.plain(), LEVEL, None, line),
                    Vec::new(),
                )
            })
            .collect();
        (columns.len() > 1 && columns.len() == row.len()).then_some(Self { columns })
    }

    /// Adds a row: an entry to each column, or one for each line of a cell.
    pub fn add(&mut self, row: &[&[Piece]], line: usize) {
        for ((_, entries), cell) in self.columns.iter_mut().zip(row) {
            for pieces in cell.split(|piece| *piece == line_break()) {
                let mut entry = Block::of_pieces(BlockKind::Item, pieces.to_vec(), line);
                if let Some(Piece::Text(first)) = entry.pieces.first_mut()
                    && let Some(marked) = bullet::marked(first)
                {
                    entry.number = marked.number.map(str::to_owned);
                    *first = marked.text.to_owned();
                }
                entries.extend(Some(entry).filter(|entry| !entry.is_empty()));
            }
        }
    }

    /// The lists, one below the other.
    pub fn into_blocks(self) -> impl Iterator<Item = Block> {
        let columns = self.columns.into_iter();
        columns.flat_map(|(heading, entries)| std::iter::once(heading).chain(entries))
    }
}

/// The level of the headings: below those around the table.
const LEVEL: u8 = 6;
