//! Markdown (CommonMark with tables), with front matter and site builders' tags.

mod columns;
mod mark;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{bullet, front_matter, header, liquid, text};
use crate::block::{BY_ITS_LOOKS, Block, BlockKind, Marks, OpenLink, Piece, Row};
use crate::html;
use crate::recognize::{head_list, is_list_heading, looks_like_heading, role_of};
use crate::source::Source;

use columns::Columns;

/// Bold lines up to this length, in characters, are headings.
const LONGEST_HEADING: usize = 110;

/// Reads a Markdown text with a title in its first heading or its front matter.
pub(super) fn read(markdown: &str) -> Source {
    let mut source = Source::default();
    let (markdown, tags) = liquid::without_tags(markdown);
    let markdown = &*bullet::spaced(&markdown, bullet::MARKDOWN_SIGNS);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader {
        starts: std::iter::once(0)
            .chain(markdown.match_indices('\n').map(|(at, _)| at + 1))
            .collect(),
        is_wrapped: text::is_wrapped(markdown),
        ..Reader::default()
    };
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        reader.now = reader.line_at(range.start);
        match event {
            Event::Start(Tag::Item) => reader.mark = mark::at(markdown, range.start),
            Event::SoftBreak => {
                let before = markdown.get(..range.start).unwrap_or_default();
                let rest = markdown.get(range.end..).unwrap_or_default();
                reader.above = before.lines().next_back().unwrap_or_default().to_owned();
                reader.below = rest.lines().next().unwrap_or_default().to_owned();
            }
            _ => {}
        }
        reader.event(event);
    }
    reader.flush();
    let front_matter = front_matter::read(&reader.front_matter, &mut source);
    let blocks = super::refine(reader.blocks);
    let blocks = if source.title.is_some() {
        blocks
    } else {
        header::read(blocks, &mut source)
    };
    source.blocks = front_matter.parts;
    let first = source.blocks.len();
    source.blocks.extend(blocks);
    super::apart(&mut source, first);
    let values = source.blocks.len();
    source.blocks.extend(front_matter.values);
    super::apart(&mut source, values);
    source.blocks.extend(tags);
    source
}

#[derive(Default)]
struct Reader {
    starts: Vec<usize>,
    /// Whether the lines of the source end for want of room.
    is_wrapped: bool,
    now: usize,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    line: Option<usize>,
    heading: Option<u8>,
    items: Vec<bool>,
    /// The number before the current item, with its sign: "1.".
    mark: String,
    bold: usize,
    plain_seen: bool,
    emphasis: usize,
    /// What tags within the line say; they may lack their end, so that a line's end ends them.
    tags: Marks,
    link: Option<OpenLink>,
    in_front_matter: bool,
    front_matter: String,
    html: String,
    /// The text so far of the code block around the current place.
    code: Option<String>,
    /// The row of a table around the current place.
    row: Row,
    /// The table around the current place, where each column is a list.
    columns: Option<Columns>,
    /// The lines around the current line break.
    above: String,
    below: String,
    /// Whether a heading right below an item has ended the item, which Markdown goes on with.
    left_item: bool,
}

impl Reader {
    fn line_at(&self, place: usize) -> usize {
        self.starts.partition_point(|start| *start <= place).max(1)
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_front_matter => self.front_matter.push_str(&text),
            Event::Text(line) if self.code.is_some() => {
                self.line.get_or_insert(self.now);
                self.code.get_or_insert_default().push_str(&line);
            }
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.push(&text),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) if tag.starts_with("<br") => match &self.columns {
                Some(_) => self.pieces.push(columns::line_break()),
                None => self.break_cell(),
            },
            Event::InlineHtml(tag) => self.tags.follow(&tag),
            Event::SoftBreak if self.leaves_item() => {
                self.flush();
                self.left_item = true;
            }
            Event::SoftBreak if self.breaks_line() => self.flush(),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak | Event::Rule => self.flush(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// Ends a line inside a cell: behind the heading of a list the lines of the next cell are its entries.
    fn break_cell(&mut self) {
        if let Some(second) = columns::behind_heading(&self.row, &self.pieces) {
            let cell = self.pieces.split_off(second);
            self.flush();
            self.pieces = cell;
            self.plain_seen = true;
        }
        self.flush();
    }

    /// Whether a line's end is one: outside of items, where lines are not wrapped, or where the
    /// text so far is a line all in bold, which is a heading above what follows.
    fn breaks_line(&self) -> bool {
        let all_bold = !self.plain_seen && !self.pieces.is_empty();
        let goes_on = bullet::marked(&self.below).is_none()
            && (self.is_wrapped || text::goes_on(&self.above, &self.below));
        self.items.is_empty() && (!goes_on || all_bold)
    }

    /// People write headings right below a list, where Markdown takes them for words of its last
    /// item; and marks that Markdown does not know.
    fn leaves_item(&self) -> bool {
        let line = self.below.trim_end();
        if self.items.is_empty() {
            return false;
        }
        if bullet::marked(line).is_some() {
            return true;
        }
        if line.starts_with([' ', '\t']) {
            return false;
        }
        let bare = line.trim_matches(['*', '_', ':', ' ']);
        let is_bold = line.starts_with("**") && line.trim_end_matches(':').ends_with("**");
        let so_far = || match self.pieces.as_slice() {
            [piece] => is_list_heading(piece.text()),
            _ => false,
        };
        is_bold && !bare.contains("**")
            || looks_like_heading(line) && role_of(bare).is_some()
            || so_far()
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::MetadataBlock(_) => self.in_front_matter = true,
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(level as u8);
            }
            Tag::Item => {
                self.flush();
                self.left_item = false;
                self.items.push(false);
            }
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => self.link = Some(OpenLink::to(&dest_url)),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Image { .. } => {}
            Tag::TableCell => {
                self.row.begin_cell(self.pieces.len());
                self.push(" ");
            }
            Tag::List(_) => {
                self.flush();
                if self.items.last() == Some(&true) {
                    head_list(&mut self.blocks);
                }
            }
            // What is indented far is a list more often than code.
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(String::new());
            }
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::Item => {
                self.flush();
                self.left_item = false;
                self.items.pop();
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                let line = self.line.take().unwrap_or(self.now);
                self.blocks.extend(text::blocks_of(&code, line));
            }
            TagEnd::TableHead => {
                self.columns = Columns::below(&self.row.cells_of(&self.pieces), self.now);
                if self.columns.is_some() {
                    self.pieces.clear();
                    self.row = Row::default();
                }
                self.flush();
            }
            TagEnd::TableRow => match self.columns.as_mut() {
                Some(columns) => {
                    columns.add(&self.row.cells_of(&self.pieces), self.now);
                    self.pieces.clear();
                    self.row = Row::default();
                }
                None => self.flush(),
            },
            TagEnd::Table => {
                self.flush();
                let columns = self.columns.take();
                self.blocks
                    .extend(columns.into_iter().flat_map(Columns::into_blocks));
            }
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link => {
                if let Some(link) = self.link.take() {
                    self.pieces.extend(link.pieces());
                }
            }
            TagEnd::HtmlBlock => {
                self.flush();
                let html = std::mem::take(&mut self.html);
                let line = self.now;
                let format = crate::format::Format::Markdown;
                match html::blocks_of_value(&html, line, format) {
                    Ok(blocks) => self.blocks.extend(blocks),
                    // Markup beyond the limits is kept as text rather than lost.
                    Err(_) => self
                        .blocks
                        .push(Block::new(BlockKind::Paragraph, &html, line)),
                }
            }
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Image
            | TagEnd::TableCell => {}
            _ => self.flush(),
        }
    }

    fn push(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.line.get_or_insert(self.now);
            self.plain_seen |= self.bold == 0;
        }
        let marks = Marks {
            strong: self.bold > 0 || self.tags.strong,
            emphasis: self.emphasis > 0 || self.tags.emphasis,
        };
        match &mut self.link {
            Some(link) => link.push(text, marks),
            None => self.pieces.push(Piece::set_apart(text, marks)),
        }
    }

    fn flush(&mut self) {
        self.tags = Marks::default();
        let pieces = self.row.labelled(std::mem::take(&mut self.pieces));
        let line = self.line.take().unwrap_or(self.now);
        let all_bold = !std::mem::take(&mut self.plain_seen);
        let mut block = Block::of_pieces(BlockKind::Paragraph, pieces, line);
        if block.is_empty() {
            return;
        }
        let is_short = block.plain().chars().count() <= LONGEST_HEADING;
        let is_heading = all_bold && is_list_heading(&block.plain());
        let item = self.items.last_mut().filter(|_| !self.left_item);
        match (item, self.heading) {
            // A list of its own, with marks that Markdown does not know.
            (Some(begun), _) if *begun && bullet::marked(&block.plain()).is_some() => {}
            (Some(begun), _) if *begun => {
                if let Some(item) = self.blocks.last_mut() {
                    item.join(block);
                    return;
                }
            }
            (Some(begun), _) => {
                *begun = true;
                let mark = std::mem::take(&mut self.mark);
                let number = mark.trim_end_matches(['.', ')']);
                if mark.ends_with('.') && bullet::begins_date(number, &block.plain()) {
                    let date = std::mem::replace(
                        &mut block,
                        Block::new(BlockKind::Paragraph, &mark, line),
                    );
                    block.join(date);
                } else {
                    block.number = Some(number.to_owned()).filter(|number| !number.is_empty());
                    block.kind = if is_heading {
                        BlockKind::Heading(BY_ITS_LOOKS)
                    } else {
                        BlockKind::Item
                    };
                }
            }
            (None, Some(level)) => block.kind = BlockKind::Heading(level),
            (None, None) if all_bold && is_short => block.kind = BlockKind::Heading(BY_ITS_LOOKS),
            (None, None) => {}
        }
        self.blocks.push(block);
    }
}

#[cfg(test)]
mod tests;
