//! XML as a flat tree with lines and places in the source, forgiving where feeds
//! are careless: a tag without its end, end tags without a start.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use crate::error::ImportError;
use crate::format::Format;

/// Deeper feeds than this are made, not written.
const MAX_DEPTH: usize = 256;

/// More elements than this no feed has.
const MAX_ELEMENTS: usize = 400_000;

/// The elements of a document.
pub(super) struct Xml<'a> {
    source: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
    elements: Vec<Element>,
    /// Whether a tag lacked its end.
    pub mended: bool,
}

/// An element.
pub(super) struct Element {
    name: String,
    text: String,
    children: Vec<usize>,
    start: usize,
    inner: (usize, usize),
}

/// An element with its document.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    xml: &'a Xml<'a>,
    element: &'a Element,
}

impl<'a> Found<'a> {
    /// The elements of this name directly inside.
    pub fn all(self, name: &'a str) -> impl Iterator<Item = Found<'a>> {
        let inside = self
            .element
            .children
            .iter()
            .filter_map(move |id| self.xml.found(*id));
        inside.filter(move |found| found.element.name == name)
    }

    /// The first element along a path of names divided by `/`.
    pub fn first(self, path: &'a str) -> Option<Found<'a>> {
        path.split('/')
            .try_fold(self, |found, name| found.all(name).next())
    }

    /// Its text, or the markup inside where it holds elements.
    pub fn content(self) -> &'a str {
        if self.element.children.is_empty() {
            return &self.element.text;
        }
        let (start, end) = self.element.inner;
        self.xml.source.get(start..end).unwrap_or_default()
    }

    /// The line on which it begins, from 1.
    pub fn line(self) -> usize {
        self.xml
            .lines
            .partition_point(|start| *start <= self.element.start)
    }

    /// The line on which its content begins.
    pub fn content_line(self) -> usize {
        let start = self
            .xml
            .source
            .get(self.element.start..)
            .unwrap_or_default();
        let content = self.content().trim_start();
        let content = content.lines().next().unwrap_or_default();
        let before = start
            .find(content)
            .and_then(|end| start.get(..end))
            .unwrap_or_default();
        self.line() + before.matches('\n').count()
    }
}

impl<'a> Xml<'a> {
    /// Reads a document.
    pub fn parse(source: &'a str, format: Format) -> Result<Self, ImportError> {
        let root = Element::new("", 0, 0);
        let mut xml = Self {
            source,
            lines: std::iter::once(0)
                .chain(source.match_indices('\n').map(|(at, _)| at + 1))
                .collect(),
            elements: vec![root],
            mended: false,
        };
        let mut open = vec![0];
        let mut reader = Reader::from_str(source);
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        loop {
            let start = position(&reader);
            let event = reader.read_event().map_err(|error| {
                let place = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
                ImportError::Malformed {
                    format,
                    line: source.get(..place).unwrap_or(source).matches('\n').count() + 1,
                    reason: error.to_string(),
                }
            })?;
            match event {
                Event::Start(tag) => {
                    let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                    xml.open(&mut open, &name, start, position(&reader));
                    // A tag that swallowed the next one lacked its end.
                    let raw = source.get(start + 1..position(&reader)).unwrap_or_default();
                    if let Some((_, swallowed)) = raw.split_once('<') {
                        xml.mended = true;
                        let end = |character: char| character.is_whitespace() || character == '>';
                        let name = swallowed.split(end).next().unwrap_or_default();
                        let start = position(&reader) - swallowed.len() - 1;
                        xml.open(&mut open, name, start, position(&reader));
                    }
                }
                Event::Empty(tag) => {
                    let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                    xml.open(&mut open, &name, start, position(&reader));
                    open.pop();
                }
                Event::End(tag) => {
                    let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                    xml.close(&mut open, &name, start);
                }
                Event::Text(text) => xml.add(&open, &String::from_utf8_lossy(&text)),
                Event::CData(text) => xml.add(&open, &String::from_utf8_lossy(&text)),
                Event::GeneralRef(reference) => xml.add(&open, &resolved(&reference)),
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
            if open.len() > MAX_DEPTH {
                return Err(ImportError::TooDeep { format });
            }
            if xml.elements.len() > MAX_ELEMENTS {
                return Err(ImportError::TooMany { format });
            }
        }
        Ok(xml)
    }

    /// All elements of this name, however deep.
    pub fn everywhere(&'a self, name: &'a str) -> impl Iterator<Item = Found<'a>> {
        let named = self
            .elements
            .iter()
            .filter(move |element| element.name == name);
        named.map(|element| Found { xml: self, element })
    }

    fn found(&'a self, id: usize) -> Option<Found<'a>> {
        let element = self.elements.get(id)?;
        Some(Found { xml: self, element })
    }

    fn open(&mut self, open: &mut Vec<usize>, name: &str, start: usize, inner: usize) {
        let id = self.elements.len();
        self.elements.push(Element::new(name, start, inner));
        if let Some(parent) = open.last().and_then(|id| self.elements.get_mut(*id)) {
            parent.children.push(id);
        }
        open.push(id);
    }

    /// Ends the innermost open element of this name and those inside it; an end that nothing
    /// began is passed by.
    fn close(&mut self, open: &mut Vec<usize>, name: &str, end: usize) {
        let is_named = |id: &usize| self.elements.get(*id).is_some_and(|open| open.name == name);
        let Some(place) = open.iter().rposition(is_named).filter(|place| *place > 0) else {
            return;
        };
        for id in open.drain(place..) {
            if let Some(element) = self.elements.get_mut(id) {
                element.inner.1 = end;
            }
        }
    }

    fn add(&mut self, open: &[usize], text: &str) {
        if let Some(element) = open.last().and_then(|id| self.elements.get_mut(*id)) {
            element.text.push_str(text);
        }
    }
}

impl Element {
    fn new(name: &str, start: usize, inner: usize) -> Self {
        Self {
            name: name.to_owned(),
            text: String::new(),
            children: Vec::new(),
            start,
            inner: (inner, inner),
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// The character that a reference stands for. Those of HTML stay as they are written, since what
/// they stand in is read as HTML later.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = String::from_utf8_lossy(reference).into_owned();
    quick_xml::escape::resolve_xml_entity(&name).map_or(format!("&{name};"), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn careless_feeds_are_read() {
        let text = "<jobs\n\n <job><a>x &amp; &#228; &nbsp;</a>\n<b><![CDATA[<p>y</p>]]></b></c></job></jobs>";
        let xml = Xml::parse(text, Format::Personio).unwrap();
        assert!(xml.mended);
        let job = xml.everywhere("job").next().unwrap();
        assert_eq!(job.first("a").unwrap().content(), "x & ä &nbsp;");
        assert_eq!(job.first("b").unwrap().content(), "<p>y</p>");
        assert_eq!(job.first("b").unwrap().line(), 4);
    }

    #[test]
    fn depth_is_bounded() {
        let text = "<a>".repeat(10_000);
        let error = Xml::parse(&text, Format::Personio).err();
        assert_eq!(
            error,
            Some(ImportError::TooDeep {
                format: Format::Personio
            })
        );
    }
}
