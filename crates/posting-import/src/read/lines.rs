//! Where the texts of a JSON source stand: the line of each string, found by a
//! second look at the source, as the JSON reader does not tell.

use std::collections::HashMap;

/// The lines on which the strings of a JSON text stand.
pub(super) struct Lines {
    lines: HashMap<String, usize>,
}

impl Lines {
    /// Looks at every string of a JSON text that can be read.
    pub fn of(text: &str) -> Self {
        let mut lines = HashMap::new();
        let mut line = 1;
        let mut start: Option<usize> = None;
        let mut escaped = false;
        for (place, byte) in text.bytes().enumerate() {
            match byte {
                b'\n' => line += 1,
                b'"' if escaped => {}
                b'"' => {
                    if let Some(from) = start.take() {
                        let token = text.get(from..=place).unwrap_or_default();
                        if let Ok(value) = serde_json::from_str::<String>(token) {
                            lines.entry(value).or_insert(line);
                        }
                    } else {
                        start = Some(place);
                    }
                }
                _ => {}
            }
            escaped = start.is_some() && byte == b'\\' && !escaped;
        }
        Self { lines }
    }

    /// The line of the first string with this value; the first line if there is none.
    pub fn of_text(&self, text: &str) -> usize {
        self.lines.get(text).copied().unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_have_lines() {
        let lines = Lines::of("{\n \"a\": \"x \\\"y\\\"\",\n \"b\": [\n  \"\\u00e4\\\\\"]}");
        assert_eq!(lines.of_text("a"), 2);
        assert_eq!(lines.of_text("x \"y\""), 2);
        assert_eq!(lines.of_text("ä\\"), 4);
        assert_eq!(lines.of_text("none"), 1);
    }
}
