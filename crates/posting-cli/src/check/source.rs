//! The text of a file, and where in it a JSON path leads. The reader of postings keeps no places,
//! since the widget has no use for them, so the text is walked again for each thing to tell.

use std::ops::Range;

use posting::json::Json;

/// A file's text.
pub struct Source<'a> {
    text: &'a str,
}

/// A part of a text. Lines and columns count from 1, columns in characters; the end is the
/// character after the last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Region {
    /// The bytes from the text's start.
    pub bytes: Range<usize>,
    /// The line of the first character.
    pub line: usize,
    /// Its column.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column of the end.
    pub end_column: usize,
}

impl<'a> Source<'a> {
    /// A text without its byte order mark, which editors show in no column.
    pub fn new(text: &'a str) -> Self {
        Self {
            text: text.strip_prefix('\u{feff}').unwrap_or(text),
        }
    }

    /// The line with this number, without its end, and the byte at which it starts.
    pub fn line(&self, number: usize) -> (usize, &'a str) {
        let mut start = 0;
        for line in self
            .text
            .split_inclusive('\n')
            .take(number.saturating_sub(1))
        {
            start += line.len();
        }
        let rest = self.text.get(start..).unwrap_or_default();
        (start, rest.lines().next().unwrap_or_default())
    }

    /// The first character.
    pub fn start(&self) -> Region {
        self.region(0..self.text.chars().next().map_or(0, char::len_utf8))
    }

    /// The character at a line and a column in bytes, as the JSON reader counts.
    pub fn at(&self, line: usize, column: usize) -> Region {
        let (start, _) = self.line(line);
        let mut at = (start + column.saturating_sub(1)).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let next = self.text.get(at..).and_then(|rest| rest.chars().next());
        self.region(at..at + next.map_or(0, char::len_utf8))
    }

    /// What a path leads to: a member with its key, or an item. For a member that is missing it is
    /// the bracket that opens the object.
    pub fn locate(&self, path: &str) -> Region {
        self.region(self.find(path, Choice::First))
    }

    /// As [`Self::locate`], for the last of several members with the path's last key.
    pub fn locate_last(&self, path: &str) -> Region {
        self.region(self.find(path, Choice::Last))
    }

    fn find(&self, path: &str, choice: Choice) -> Range<usize> {
        let walker = Walker { text: self.text };
        let steps = steps(path);
        let mut value = walker.after_blanks(0);
        let mut found = value..walker.after_value(value);
        let last = steps.len().saturating_sub(1);
        for (number, step) in steps.iter().enumerate() {
            let choice = if number == last {
                choice
            } else {
                Choice::First
            };
            match walker.step(value, step, choice) {
                Some((whole, inner)) => (found, value) = (whole, inner),
                None => return value..value + 1,
            }
        }
        found
    }

    fn region(&self, bytes: Range<usize>) -> Region {
        let length = self.text.len();
        let bytes = bytes.start.min(length)..bytes.end.min(length);
        let (line, column) = self.position(bytes.start);
        let (end_line, end_column) = self.position(bytes.end);
        Region {
            bytes,
            line,
            column,
            end_line,
            end_column,
        }
    }

    fn position(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(start..).map_or(0, |line| line.chars().count()) + 1;
        (line, column)
    }
}

/// Which of several members with the same key.
#[derive(Clone, Copy)]
enum Choice {
    First,
    Last,
}

/// A step of a path.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Step {
    /// To the member with this key.
    Key(String),
    /// To the item with this index.
    Index(usize),
}

/// The steps of a path in the notation that problems have; none for what is not in it.
pub fn steps(path: &str) -> Vec<Step> {
    let mut rest = path.strip_prefix('$').unwrap_or_default();
    let mut steps = Vec::new();
    while !rest.is_empty() {
        let (step, after) = if let Some(name) = rest.strip_prefix('.') {
            let end = name.find(['.', '[']).unwrap_or(name.len());
            let (name, after) = name.split_at(end);
            (Some(Step::Key(name.to_owned())), after)
        } else if let Some(quoted) = rest.strip_prefix('[').filter(|it| it.starts_with('"')) {
            let end = Walker { text: quoted }.after_string(0);
            let (quoted, after) = quoted.split_at(end);
            (
                text_of(quoted).map(Step::Key),
                after.get(1..).unwrap_or_default(),
            )
        } else {
            let (index, after) = rest.split_once(']').unwrap_or((rest, ""));
            let index = index.trim_start_matches('[').parse();
            (index.ok().map(Step::Index), after)
        };
        steps.extend(step);
        rest = after;
    }
    steps
}

/// The text that a JSON string stands for.
fn text_of(quoted: &str) -> Option<String> {
    match Json::parse(quoted) {
        Ok(Json::Text(text)) => Some(text),
        _ => None,
    }
}

/// Longer keys are cut in paths, in characters.
const MAX_KEY: usize = 80;

/// Walks over a text that is known to be JSON.
#[derive(Clone, Copy)]
struct Walker<'a> {
    text: &'a str,
}

impl Walker<'_> {
    fn byte(self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn after_blanks(self, mut at: usize) -> usize {
        while self.byte(at).is_some_and(|byte| byte.is_ascii_whitespace()) {
            at += 1;
        }
        at
    }

    /// The end of the string that starts here.
    fn after_string(self, start: usize) -> usize {
        let mut at = start + 1;
        while let Some(byte) = self.byte(at) {
            match byte {
                b'"' => return at + 1,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        self.text.len()
    }

    /// The end of the value that starts here.
    fn after_value(self, start: usize) -> usize {
        let (mut at, mut depth) = (start, 0_usize);
        while let Some(byte) = self.byte(at) {
            match byte {
                b'"' => at = self.after_string(at),
                b'[' | b'{' => {
                    depth += 1;
                    at += 1;
                }
                b']' | b'}' | b',' if depth == 0 => return at,
                b']' | b'}' => {
                    depth -= 1;
                    at += 1;
                }
                _ if depth == 0 && byte.is_ascii_whitespace() => return at,
                _ => at += 1,
            }
            if depth == 0 && matches!(byte, b'"' | b']' | b'}') {
                return at;
            }
        }
        at
    }

    /// The part of the list or object at `start` to which a step leads, and where its value starts.
    fn step(self, start: usize, step: &Step, choice: Choice) -> Option<(Range<usize>, usize)> {
        let is_object = self.byte(start)? == b'{';
        let (mut at, mut index, mut found) = (start + 1, 0, None);
        loop {
            let first = self.after_blanks(at);
            if matches!(self.byte(first), None | Some(b']' | b'}')) {
                return found;
            }
            let (is_meant, value) = if is_object {
                let end = self.after_string(first);
                let colon = self.after_blanks(end);
                let key = self.text.get(first..end).and_then(text_of);
                let is_meant = key.is_some_and(|key| matches(step, &key));
                (is_meant, self.after_blanks(colon + 1))
            } else {
                (*step == Step::Index(index), first)
            };
            let end = self.after_value(value);
            if is_meant {
                found = Some((first..end, value));
                if let Choice::First = choice {
                    return found;
                }
            }
            index += 1;
            at = self.after_blanks(end);
            if self.byte(at) == Some(b',') {
                at += 1;
            }
        }
    }
}

fn matches(step: &Step, key: &str) -> bool {
    let Step::Key(wanted) = step else {
        return false;
    };
    wanted == key || (wanted.chars().count() == MAX_KEY && key.starts_with(wanted.as_str()))
}

#[cfg(test)]
mod tests;
