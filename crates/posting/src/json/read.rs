//! The JSON grammar (RFC 8259) by recursive descent. The reader stops at the first
//! byte that can't be right, and that is the place its error names.

use super::number::whole;
use super::{Json, JsonError, MAX_DEPTH};

/// Reads a text that holds one value.
pub(super) fn read(text: &str) -> Result<Json, JsonError> {
    let mut reader = Reader { text, at: 0 };
    reader.document().map_err(|fault| reader.locate(fault))
}

/// What is wrong at the byte at which the reader stands; at the end it is that the text is cut
/// short, whatever the fault says.
enum Fault {
    TooDeep,
    Syntax(&'static str),
}

struct Reader<'a> {
    text: &'a str,
    /// The byte to be read next; always at a character's start when a value begins or ends.
    at: usize,
}

impl Reader<'_> {
    fn locate(&self, fault: Fault) -> JsonError {
        let before = self.text.as_bytes().iter().take(self.at);
        let (mut line, mut column) = (1, 1);
        for byte in before {
            column += 1;
            if *byte == b'\n' {
                (line, column) = (line + 1, 1);
            }
        }
        match fault {
            _ if self.at >= self.text.len() => JsonError::CutShort {
                line,
                column: column - 1,
            },
            Fault::TooDeep => JsonError::TooDeep { line, column },
            Fault::Syntax(reason) => JsonError::Syntax {
                line,
                column,
                reason,
            },
        }
    }

    fn document(&mut self) -> Result<Json, Fault> {
        let value = self.value(MAX_DEPTH)?;
        self.after_blanks();
        if self.at < self.text.len() {
            return Err(Fault::Syntax("trailing characters"));
        }
        Ok(value)
    }

    /// The byte to be read next; 0, which JSON has no place for, at the end.
    fn byte(&self) -> u8 {
        let byte = self.text.as_bytes().get(self.at);
        byte.copied().unwrap_or(0)
    }

    /// The next byte that is no blank (section 2).
    fn after_blanks(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
        self.byte()
    }

    /// Passes over `expected` up to the first byte that differs.
    fn expect(&mut self, expected: &str, reason: &'static str) -> Result<(), Fault> {
        for byte in expected.bytes() {
            if self.byte() != byte {
                return Err(Fault::Syntax(reason));
            }
            self.at += 1;
        }
        Ok(())
    }

    /// Any value; lists and objects within it may lie `depth` deep.
    fn value(&mut self, depth: usize) -> Result<Json, Fault> {
        const WORD: &str = "expected a value";
        match self.after_blanks() {
            b'n' => self.expect("null", WORD).map(|()| Json::Null),
            b't' => self.expect("true", WORD).map(|()| Json::Bool(true)),
            b'f' => self.expect("false", WORD).map(|()| Json::Bool(false)),
            b'"' => self.string().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number(),
            b'[' | b'{' if depth == 0 => Err(Fault::TooDeep),
            b'[' => self.list(depth - 1),
            b'{' => self.object(depth - 1),
            _ => Err(Fault::Syntax(WORD)),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, Fault> {
        self.at += 1;
        let mut items = Vec::new();
        while self.goes_on(items.len(), b']', "expected `,` or `]`")? {
            items.push(self.value(depth)?);
        }
        Ok(Json::List(items))
    }

    fn object(&mut self, depth: usize) -> Result<Json, Fault> {
        self.at += 1;
        let mut members = Vec::new();
        while self.goes_on(members.len(), b'}', "expected `,` or `}`")? {
            if self.after_blanks() != b'"' {
                return Err(Fault::Syntax("key must be a string"));
            }
            let key = self.string()?;
            self.after_blanks();
            self.expect(":", "expected `:`")?;
            members.push((key, self.value(depth)?));
        }
        Ok(Json::Object(members))
    }

    /// Whether another item follows the `count` ones read; passes over the comma before it, or
    /// over the bracket that closes the list.
    fn goes_on(&mut self, count: usize, close: u8, reason: &'static str) -> Result<bool, Fault> {
        if self.after_blanks() == close {
            self.at += 1;
            return Ok(false);
        }
        if count > 0 {
            self.expect(",", reason)?;
            if self.after_blanks() == close {
                return Err(Fault::Syntax("trailing comma"));
            }
        }
        Ok(true)
    }

    /// A number (section 6).
    fn number(&mut self) -> Result<Json, Fault> {
        let start = self.at;
        if self.byte() == b'-' {
            self.at += 1;
        }
        let leading_zero = self.byte() == b'0';
        let whole_part = self.at;
        self.digits()?;
        if leading_zero && self.at > whole_part + 1 {
            self.at = whole_part + 1;
            return Err(Fault::Syntax("a number can't start with 0"));
        }
        if self.byte() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.byte(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits()?;
        }
        let literal = self.text.get(start..self.at).unwrap_or_default();
        Ok(match whole(literal, 0) {
            Some(number) => Json::Integer(number),
            None => Json::Number(whole(literal, 2)),
        })
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), Fault> {
        if !self.byte().is_ascii_digit() {
            return Err(Fault::Syntax("expected a digit"));
        }
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        Ok(())
    }

    /// A string (section 7), from its opening quotation mark on.
    fn string(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let special = |byte| matches!(byte, b'"' | b'\\' | ..0x20);
            let length = rest.bytes().position(special).unwrap_or(rest.len());
            text.push_str(rest.get(..length).unwrap_or_default());
            self.at += length;
            match self.byte() {
                b'"' => break,
                b'\\' => text.push(self.escape()?),
                _ => return Err(Fault::Syntax("write line breaks and tabs as \\n and \\t")),
            }
        }
        self.at += 1;
        Ok(text)
    }

    /// The character that an escape stands for, from its backslash on.
    fn escape(&mut self) -> Result<char, Fault> {
        self.at += 1;
        let character = match self.byte() {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return Err(Fault::Syntax("invalid escape")),
        };
        self.at += 1;
        Ok(character)
    }

    /// A code point from the `u` of its escape on, in one UTF-16 unit or two.
    fn code_point(&mut self) -> Result<char, Fault> {
        const LONE: &str = "half of a surrogate pair";
        let mut code = self.code_unit(LONE)?;
        if (0xd800..0xdc00).contains(&code) {
            self.expect("\\", LONE)?;
            let low = self.code_unit(LONE)?;
            // A unit that is no second half leads to a code that is no character's.
            code = match low {
                0xdc00..0xe000 => 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00),
                _ => code,
            };
        }
        char::from_u32(code).ok_or_else(|| {
            self.at -= 1;
            Fault::Syntax(LONE)
        })
    }

    /// A `u` and four hexadecimal digits.
    fn code_unit(&mut self, reason: &'static str) -> Result<u32, Fault> {
        self.expect("u", reason)?;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.byte()).to_digit(16);
            unit = unit * 16 + digit.ok_or(Fault::Syntax("expected a hexadecimal digit"))?;
            self.at += 1;
        }
        Ok(unit)
    }
}
