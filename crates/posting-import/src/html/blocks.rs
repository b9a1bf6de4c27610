//! From a page to its blocks: headings, paragraphs and items as a browser would
//! show them, without what it would not show.

mod cell;
mod columns;

use super::element::{heading_level, is_around, is_bold_by_style, is_unseen, starts_line};
use super::{Node, NodeId, Tree};
use crate::block::{BY_ITS_LOOKS, Block, BlockKind, Marks, OpenLink, Piece, Row};
use crate::recognize::{head_list, is_list_heading};

/// Longer texts than this, in characters, are no headings however they are set.
const LONGEST_HEADING: usize = 110;

/// The blocks below a node.
pub(super) fn read(tree: &Tree, node: NodeId) -> Vec<Block> {
    let mut reader = Reader::default();
    let mut waiting = vec![Step::Enter(node)];
    while let Some(step) = waiting.pop() {
        match step {
            Step::Enter(id) => {
                let Some(node) = tree.node(id) else {
                    continue;
                };
                if node.name().is_empty() {
                    reader.text(node);
                } else if is_unseen(node) {
                    continue;
                } else if let Some(columns) = columns::of(tree, node) {
                    reader.flush();
                    waiting.extend(columns::steps(columns).into_iter().rev());
                    continue;
                } else {
                    if reader.is_behind_heading(node) && columns::holds_lines(tree, id) {
                        reader.flush();
                    }
                    reader.enter(node);
                    waiting.push(Step::Leave(id));
                }
                let children = cell::text_of(tree, node).unwrap_or(&node.children);
                waiting.extend(children.iter().rev().map(|id| Step::Enter(*id)));
            }
            Step::Leave(id) => {
                if let Some(node) = tree.node(id) {
                    reader.leave(node);
                }
            }
            Step::Heading(level) => reader.headings.push(level),
            Step::Line => {
                reader.flush();
                reader.headings.clear();
            }
        }
    }
    reader.flush();
    reader.blocks
}

enum Step {
    Enter(NodeId),
    Leave(NodeId),
    /// What follows up to the next line is a heading.
    Heading(u8),
    /// A line ends, and a heading with it.
    Line,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    /// The line on which the current text begins.
    line: Option<usize>,
    /// How many elements around the current place make text bold.
    bold: usize,
    /// Whether all of the current text so far is bold.
    plain_seen: bool,
    /// The levels of the headings around the current place.
    headings: Vec<u8>,
    /// For each list item around: whether its text has begun.
    items: Vec<bool>,
    /// How many elements around the current place say that text is important, or stressed.
    strong: usize,
    emphasis: usize,
    /// The link around the current place, with the text so far.
    link: Option<OpenLink>,
    around: usize,
    preformatted: usize,
    /// The row of a table around the current place.
    row: Row,
    /// The element that ended or began since the last text, if one did.
    edge: Option<Edge>,
}

/// What stands between two texts on a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// The end of a link or button: pages set those apart.
    Link,
    /// An element that pages may set apart by style.
    Inline,
}

impl Reader {
    /// Whether a node is the cell behind the heading of a list.
    fn is_behind_heading(&self, node: &Node) -> bool {
        let is_second = node.name() == "td" && self.row.cells_of(&self.pieces).len() == 1;
        let text = || self.pieces.iter().map(Piece::text).collect::<String>();
        is_second && is_list_heading(text().trim())
    }

    fn text(&mut self, node: &Node) {
        if self.preformatted > 0 {
            for (index, line) in node.text.split('\n').enumerate() {
                if index > 0 {
                    self.flush();
                }
                self.push(line, node.line + index);
            }
        } else {
            self.push(&node.text, node.line);
        }
    }

    /// Texts of neighbouring elements that pages set apart by style alone: "Posted" and "8 May".
    fn is_apart(&self, text: &str) -> bool {
        let before = match (&self.link, self.pieces.last()) {
            (Some(link), _) if !link.text.is_empty() => link.text.chars().last(),
            (_, Some(piece)) => piece.text().chars().last(),
            _ => None,
        };
        let (Some(before), Some(after)) = (before, text.chars().next()) else {
            return false;
        };
        let is_word = before.is_alphanumeric() && after.is_alphanumeric();
        match self.edge {
            Some(Edge::Link) => is_word && self.link.is_some(),
            Some(Edge::Inline) => {
                before.is_lowercase() && after.is_uppercase()
                    || before.is_alphabetic() && after.is_ascii_digit()
            }
            None => false,
        }
    }

    fn push(&mut self, text: &str, line: usize) {
        // Comments are nodes without text.
        if text.is_empty() {
            return;
        }
        if self.is_apart(text) {
            match &mut self.link {
                Some(link) if !link.text.is_empty() => link.text.push(' '),
                _ => self.pieces.push(Piece::Text(" ".to_owned())),
            }
        }
        self.edge = None;
        let is_blank = text.trim().is_empty();
        // Nothing begins with blanks, and what stands between two elements is mostly blank.
        if is_blank && self.pieces.is_empty() && self.link.is_none() {
            return;
        }
        if !is_blank {
            let blank_lines = text.len() - text.trim_start().len();
            let skipped = text
                .get(..blank_lines)
                .unwrap_or_default()
                .matches('\n')
                .count();
            self.line.get_or_insert(line + skipped);
            self.plain_seen |= self.bold == 0;
        }
        let marks = self.marks();
        match &mut self.link {
            Some(link) => link.push(text, marks),
            None => self.pieces.push(Piece::set_apart(text, marks)),
        }
    }

    /// How text at the current place is set apart.
    fn marks(&self) -> Marks {
        Marks {
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
        }
    }

    fn enter(&mut self, node: &Node) {
        let name = node.name();
        if starts_line(name) {
            self.break_line(name);
        }
        if matches!(name, "ul" | "ol") && self.items.last() == Some(&true) {
            head_list(&mut self.blocks);
        }
        if matches!(name, "td" | "th") {
            self.row.begin_cell(self.pieces.len());
        }
        self.pass_edge(name);
        if is_around(name) {
            self.around += 1;
        }
        match name {
            "b" | "strong" => self.strong += 1,
            "i" | "em" => self.emphasis += 1,
            _ => {}
        }
        match name {
            "b" | "strong" | "u" | "dt" | "summary" | "legend" => self.bold += 1,
            "a" => {
                self.end_link();
                let href = node.attribute("href").unwrap_or_default();
                self.link = Some(OpenLink::to(href));
            }
            "li" => self.items.push(false),
            "pre" => self.preformatted += 1,
            _ => {
                if is_bold_by_style(node) {
                    self.bold += 1;
                }
                if let Some(level) = heading_level(name) {
                    self.headings.push(level);
                }
            }
        }
    }

    fn leave(&mut self, node: &Node) {
        let name = node.name();
        if name == "a" {
            self.end_link();
        }
        self.pass_edge(name);
        if name != "br" && starts_line(name) {
            self.break_line(name);
        }
        if is_around(name) {
            self.around = self.around.saturating_sub(1);
        }
        match name {
            "b" | "strong" => self.strong = self.strong.saturating_sub(1),
            "i" | "em" => self.emphasis = self.emphasis.saturating_sub(1),
            _ => {}
        }
        match name {
            "b" | "strong" | "u" | "dt" | "summary" | "legend" => {
                self.bold = self.bold.saturating_sub(1);
            }
            "a" => {}
            "li" => {
                self.items.pop();
            }
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            _ => {
                if is_bold_by_style(node) {
                    self.bold = self.bold.saturating_sub(1);
                }
                if heading_level(name).is_some() {
                    self.headings.pop();
                }
            }
        }
    }

    fn pass_edge(&mut self, name: &str) {
        self.edge = match name {
            "sub" | "sup" | "wbr" => None,
            "a" => Some(Edge::Link),
            _ => self.edge.or(Some(Edge::Inline)),
        };
    }

    /// Cells of a row stand on one line, a blank apart.
    fn break_line(&mut self, name: &str) {
        if matches!(name, "td" | "th") {
            self.push(" ", 0);
        } else {
            self.flush();
        }
    }

    fn end_link(&mut self) {
        if let Some(link) = self.link.take() {
            self.pieces.extend(link.pieces());
        }
    }

    fn flush(&mut self) {
        // A link around several lines is a link on each.
        let open = self.link.take();
        self.pieces.extend(open.iter().flat_map(OpenLink::pieces));
        self.link = open.map(|link| OpenLink::to(&link.href));
        let pieces = self.row.labelled(std::mem::take(&mut self.pieces));
        let line = self.line.take().unwrap_or(1);
        let all_bold = !std::mem::take(&mut self.plain_seen);
        if pieces.is_empty() {
            return;
        }
        let mut block = Block::of_pieces(BlockKind::Paragraph, pieces, line);
        if block.is_empty() {
            return;
        }
        block.around = self.around > 0;
        match self.items.last_mut() {
            Some(begun) if *begun => {
                if let Some(item) = self.blocks.last_mut() {
                    item.join(block);
                    return;
                }
            }
            Some(begun) => {
                *begun = true;
                let is_heading = all_bold && is_list_heading(&block.plain());
                block.kind = if is_heading {
                    BlockKind::Heading(BY_ITS_LOOKS)
                } else {
                    BlockKind::Item
                };
            }
            None => block.kind = self.kind(&block, all_bold),
        }
        self.blocks.push(block);
    }

    fn kind(&self, block: &Block, all_bold: bool) -> BlockKind {
        let text = block.plain();
        let ends = text.ends_with('.') && !text.ends_with("...");
        let is_sentence = ends && text.split(' ').count() > 8;
        if text.chars().count() > LONGEST_HEADING || is_sentence {
            return BlockKind::Paragraph;
        }
        match self.headings.last() {
            Some(level) => BlockKind::Heading(*level),
            None if all_bold && text.contains(char::is_alphabetic) => {
                BlockKind::Heading(BY_ITS_LOOKS)
            }
            None => BlockKind::Paragraph,
        }
    }
}

#[cfg(test)]
mod tests;
