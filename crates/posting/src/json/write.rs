//! Writing JSON, indented by two spaces, as the files a candidate takes away.

/// A JSON text while it is written. Commas, line breaks and indentation come by themselves.
#[derive(Default)]
pub(crate) struct Writer {
    text: String,
    depth: usize,
}

/// A text as a JSON string (RFC 8259 section 7), with its quotation marks.
pub fn quoted(text: &str) -> String {
    let mut writer = Writer::default();
    writer.string(text);
    writer.text
}

impl Writer {
    /// Begins a list item or the whole text.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
    }

    /// Ends what the last [`Self::open`] began.
    pub fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        if !self.is_first() {
            self.indent();
        }
        self.text.push(bracket);
    }

    /// Begins the next item of a list.
    pub fn item(&mut self) {
        if !self.is_first() {
            self.text.push(',');
        }
        self.indent();
    }

    /// Begins the next member of an object.
    pub fn key(&mut self, key: &str) {
        self.item();
        self.string(key);
        self.text.push_str(": ");
    }

    /// A whole member: a string, or null.
    pub fn member(&mut self, key: &str, value: Option<&str>) {
        self.key(key);
        match value {
            Some(text) => self.string(text),
            None => self.word("null"),
        }
    }

    /// A number, `true`, `false` or `null`.
    pub fn word(&mut self, word: &str) {
        self.text.push_str(word);
    }

    /// The text, with a final line break.
    pub fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    /// Whether nothing stands yet in the innermost list or object. A string could not mislead
    /// here: it ends in a quotation mark.
    fn is_first(&self) -> bool {
        self.text.ends_with(['[', '{'])
    }

    fn indent(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    /// A string (RFC 8259 section 7).
    fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.text.extend(['\\', character]),
                '\n' => self.text.push_str("\\n"),
                ..' ' => {
                    let code = u32::from(character);
                    self.text.push_str(&format!("\\u{code:04x}"));
                }
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }
}
