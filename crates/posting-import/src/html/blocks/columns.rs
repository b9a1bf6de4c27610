//! Tables in which each column is a list of a posting below its heading, and rows that begin with the heading of a
//! list.

use super::super::{Node, NodeId, Tree};
use super::Step;
use crate::recognize::is_list_heading;

/// A column: its heading, and the cells below it.
pub(super) struct Column {
    heading: NodeId,
    cells: Vec<NodeId>,
}

/// The columns of a table whose first row has the heading of a list in every cell, and more cells than one.
pub(super) fn of(tree: &Tree, table: &Node) -> Option<Vec<Column>> {
    if table.name() != "table" {
        return None;
    }
    let rows: Vec<Vec<NodeId>> = rows(tree, table).map(|row| cells(tree, row)).collect();
    let (first, rows) = rows.split_first()?;
    let are_headings = || first.iter().all(|cell| is_heading(tree, *cell));
    let are_columns = first.len() > 1
        && !rows.is_empty()
        && rows.iter().all(|row| row.len() == first.len())
        && are_headings();
    let column = |(place, heading): (usize, &NodeId)| Column {
        heading: *heading,
        cells: rows
            .iter()
            .filter_map(|row| row.get(place).copied())
            .collect(),
    };
    are_columns.then(|| first.iter().enumerate().map(column).collect())
}

fn rows<'a>(tree: &'a Tree, table: &'a Node) -> impl Iterator<Item = &'a Node> {
    let children = children(tree, table);
    let rows = children.flat_map(move |child| match child.name() {
        "thead" | "tbody" | "tfoot" => children_of(tree, child),
        _ => vec![child],
    });
    rows.filter(|row| row.name() == "tr")
}

fn children<'a>(tree: &'a Tree, node: &'a Node) -> impl Iterator<Item = &'a Node> {
    node.children.iter().filter_map(|id| tree.node(*id))
}

fn children_of<'a>(tree: &'a Tree, node: &'a Node) -> Vec<&'a Node> {
    children(tree, node).collect()
}

fn cells(tree: &Tree, row: &Node) -> Vec<NodeId> {
    let is_cell = |id: &&NodeId| {
        tree.node(**id)
            .is_some_and(|node| matches!(node.name(), "td" | "th"))
    };
    row.children.iter().filter(is_cell).copied().collect()
}

fn is_heading(tree: &Tree, cell: NodeId) -> bool {
    is_list_heading(tree.text(cell).trim())
}

/// The level of the headings of columns: below those around their table.
const OF_COLUMN: u8 = 6;

/// Columns one below the other.
pub(super) fn steps(columns: Vec<Column>) -> Vec<Step> {
    let steps = columns.into_iter().flat_map(|column| {
        let heading = [
            Step::Heading(OF_COLUMN),
            Step::Enter(column.heading),
            Step::Line,
        ];
        let cells = column.cells.into_iter();
        let cells = cells.flat_map(|cell| [Step::Enter(cell), Step::Line]);
        heading.into_iter().chain(cells).collect::<Vec<_>>()
    });
    steps.collect()
}

/// Whether a cell holds several lines.
pub(super) fn holds_lines(tree: &Tree, cell: NodeId) -> bool {
    let mut below = tree.below(cell);
    below.any(|(_, node)| matches!(node.name(), "br" | "p" | "div" | "li"))
}
