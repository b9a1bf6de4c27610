//! What readers of JSON formats share: the values of an object with their
//! lines, and lists of postings in wrappers of any name.

use serde_json::Value;

use super::header;
use super::lines::Lines;
use super::text;
use crate::block::{Block, BlockKind};
use crate::error::ImportError;
use crate::format::Format;
use crate::html;
use crate::recognize::Role;
use crate::source::{Source, Stated};

/// A JSON source.
pub(super) struct Json {
    /// Its value.
    pub value: Value,
    lines: Lines,
    format: Format,
}

impl Json {
    /// Reads JSON of a format.
    pub fn parse(text: &str, format: Format) -> Result<Self, ImportError> {
        let value = serde_json::from_str(text).map_err(|error| {
            if error.to_string().contains("recursion limit") {
                return ImportError::TooDeep { format };
            }
            ImportError::Malformed {
                format,
                line: error.line(),
                reason: error.to_string(),
            }
        })?;
        Ok(Self {
            value,
            lines: Lines::of(text),
            format,
        })
    }

    /// The objects that `is_posting` accepts: the value itself, or those in its lists and objects.
    pub fn postings(&self, is_posting: fn(&Value) -> bool) -> Vec<Object<'_>> {
        let mut found = Vec::new();
        // JSON has at most 128 levels here, so that this can't run deep.
        let mut waiting = vec![&self.value];
        while let Some(value) = waiting.pop() {
            match value {
                Value::Object(_) if is_posting(value) => found.push(self.object(value)),
                Value::Object(members) => waiting.extend(members.values().rev()),
                Value::Array(items) => waiting.extend(items.iter().rev()),
                _ => {}
            }
        }
        found
    }

    /// A value of this source with its lines.
    pub fn object<'a>(&'a self, value: &'a Value) -> Object<'a> {
        Object {
            value,
            lines: &self.lines,
            format: self.format,
        }
    }
}

/// An object of a JSON source.
#[derive(Clone, Copy)]
pub(super) struct Object<'a> {
    /// The object.
    pub value: &'a Value,
    lines: &'a Lines,
    format: Format,
}

impl<'a> Object<'a> {
    /// The value at a path of keys, divided by `/`.
    pub fn at(&self, path: &str) -> Option<&'a Value> {
        path.split('/')
            .try_fold(self.value, |value, key| value.get(key))
    }

    /// The object at a path of keys.
    pub fn inner(&self, path: &str) -> Option<Self> {
        self.at(path).map(|value| Self { value, ..*self })
    }

    /// The objects of the list at a path of keys.
    pub fn list(&self, path: &str) -> Vec<Self> {
        let items = self.at(path).and_then(Value::as_array);
        let object = |value| Self { value, ..*self };
        items.into_iter().flatten().map(object).collect()
    }

    /// The text at a path of keys; nothing where it is blank.
    pub fn text(&self, path: &str) -> Option<&'a str> {
        let text = self.at(path)?.as_str()?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// The text or number at a path of keys.
    pub fn word(&self, path: &str) -> Option<String> {
        match self.at(path)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Whether `true` stands at a path of keys.
    pub fn is(&self, path: &str) -> bool {
        self.at(path).and_then(Value::as_bool) == Some(true)
    }

    /// The first text at one of the paths, with its line.
    pub fn stated(&self, paths: &[&str]) -> Option<Stated> {
        let text = paths.iter().find_map(|path| self.text(path))?;
        Stated::new(&plain(text), self.line_of(text))
    }

    /// The day at one of the paths: the start of a text, or milliseconds since 1970.
    pub fn day(&self, paths: &[&str]) -> Option<Stated> {
        paths.iter().find_map(|path| match self.at(path)? {
            Value::String(text) => Stated::new(&day_of(text)?, self.line_of(text)),
            Value::Number(number) => Stated::new(&day_of_milliseconds(number.as_i64()?)?, 1),
            _ => None,
        })
    }

    /// The line of a text of this source.
    pub fn line_of(&self, text: &str) -> usize {
        self.lines.of_text(text)
    }

    /// Adds the texts at a path below a heading, if there are some.
    pub fn add_part(
        &self,
        source: &mut Source,
        heading: Option<(&str, Option<Role>)>,
        path: &str,
    ) -> Result<(), ImportError> {
        let Some(text) = self.text(path) else {
            return Ok(());
        };
        let blocks = self.blocks(text)?;
        if blocks.is_empty() {
            return Ok(());
        }
        if let Some((heading, role)) = heading {
            let line = self.line_of(text);
            source
                .blocks
                .push(Block::heading(&plain(heading), 1, role, line));
        }
        source.blocks.extend(blocks);
        Ok(())
    }

    /// As [`Self::add_part`], below a heading that the source itself states and that is kept
    /// without a text, too.
    pub fn add_titled_part(
        &self,
        source: &mut Source,
        title: &str,
        role: Option<Role>,
        path: &str,
    ) -> Result<(), ImportError> {
        let Some(title) = self.text(title) else {
            return self.add_part(source, None, path);
        };
        let before = source.blocks.len();
        self.add_part(source, Some((title, role)), path)?;
        if source.blocks.len() == before {
            let alone = super::title_alone(&plain(title), self.line_of(title));
            source.blocks.extend(alone);
        }
        Ok(())
    }

    /// The blocks of a text, which is HTML or plain.
    pub fn blocks(&self, text: &str) -> Result<Vec<Block>, ImportError> {
        let line = self.line_of(text);
        if html::looks_like_html(text) {
            return html::blocks_of_value(text, line, self.format);
        }
        let mut blocks = text::blocks_of(text, line);
        for block in &mut blocks {
            block.line = line;
        }
        Ok(blocks)
    }

    /// Adds a heading with items that are texts of a list.
    pub fn add_items(
        &self,
        source: &mut Source,
        heading: &str,
        role: Option<Role>,
        items: &[Value],
    ) {
        let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
        let Some(first) = texts.first() else {
            return;
        };
        let line = self.line_of(first);
        source.blocks.push(Block::heading(heading, 1, role, line));
        for text in texts {
            let item = Block::new(BlockKind::Item, &plain(text), self.line_of(text));
            source.blocks.extend((!item.is_empty()).then_some(item));
        }
    }
}

/// Refuses a source in which nothing was found.
pub(super) fn found(sources: Vec<Source>, format: Format) -> Result<Vec<Source>, ImportError> {
    if sources.is_empty() {
        return Err(ImportError::NoPosting { format });
    }
    Ok(sources)
}

/// A value without the entities and tags that some systems leave in titles.
pub(super) fn plain(text: &str) -> String {
    if !html::looks_like_html(text) {
        return text.to_owned();
    }
    let blocks = html::blocks_of_value(text, 1, Format::Html).unwrap_or_default();
    let texts: Vec<_> = blocks.iter().map(Block::plain).collect();
    texts.join(" ")
}

/// The day at the start of a time.
pub(super) fn day_of(text: &str) -> Option<String> {
    let day = text.trim().get(..10)?;
    posting::date::CivilDate::parse_iso(day).ok()?;
    Some(day.to_owned())
}

fn day_of_milliseconds(milliseconds: i64) -> Option<String> {
    let days = i32::try_from(milliseconds.div_euclid(86_400_000)).ok()?;
    // The years of the domain, so that the day exists.
    let within = (-25_000..=80_000).contains(&days);
    within.then(|| posting::date::CivilDate::from_days_since_epoch(days).to_string())
}

/// A place with its country and whether the work is done from anywhere in it.
pub(super) fn location(
    name: &str,
    country: Option<&str>,
    remote: Option<bool>,
) -> Option<posting::document::Location> {
    let name = plain(name);
    let mut location = header::place(&name);
    let is_code = |code: &str| code.len() == 2 && code.chars().all(|c| c.is_ascii_alphabetic());
    location.country = country
        .map(str::trim)
        .filter(|code| is_code(code))
        .map(str::to_uppercase);
    location.remote = remote.unwrap_or(location.remote);
    (!location.name.is_empty()).then_some(location)
}
