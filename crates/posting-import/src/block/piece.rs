//! What a block's text is made of: texts, links and words that are set apart, with tidy blanks.

use posting::rich_text::SafeUrl;

/// How words are set apart from those around them.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Marks {
    /// Whether they are important.
    pub strong: bool,
    /// Whether they are stressed.
    pub emphasis: bool,
}

impl Marks {
    /// Follows a tag within a line, which may set what is behind it apart, or end that.
    pub fn follow(&mut self, tag: &str) {
        match tag {
            "<strong>" | "<b>" => self.strong = true,
            "</strong>" | "</b>" => self.strong = false,
            "<em>" | "<i>" => self.emphasis = true,
            "</em>" | "</i>" => self.emphasis = false,
            _ => {}
        }
    }

    /// What both have.
    pub fn and(self, other: Self) -> Self {
        Self {
            strong: self.strong && other.strong,
            emphasis: self.emphasis && other.emphasis,
        }
    }
}

/// A text, a link, or words that are set apart.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Piece {
    /// Text.
    Text(String),
    /// A link that a posting can hold, words that are set apart, or both.
    Marked {
        /// What is read.
        text: String,
        /// Where it leads.
        href: Option<String>,
        /// How it is set apart.
        marks: Marks,
    },
}

impl Piece {
    /// What is read.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Marked { text, .. } => text,
        }
    }

    fn text_mut(&mut self) -> &mut String {
        match self {
            Self::Text(text) | Self::Marked { text, .. } => text,
        }
    }

    /// Words that are set apart by these marks, or by none.
    pub fn set_apart(text: &str, marks: Marks) -> Self {
        let text = text.to_owned();
        if marks == Marks::default() {
            return Self::Text(text);
        }
        Self::Marked {
            text,
            href: None,
            marks,
        }
    }

    /// A link as a posting can hold it: `https` and `mailto` stay links, other addresses that a
    /// person can use are written out, and what could run something is left out.
    pub fn link(text: &str, href: &str, marks: Marks) -> Vec<Self> {
        let href = href.trim();
        let text_alone = || vec![Self::set_apart(text, marks)];
        if text.trim().is_empty() {
            return text_alone();
        }
        if SafeUrl::parse(href).is_ok() {
            return vec![Self::Marked {
                text: text.to_owned(),
                href: Some(href.to_owned()),
                marks,
            }];
        }
        let lower = href.to_ascii_lowercase();
        let is_readable = ["http://", "tel:", "ftp://"]
            .iter()
            .any(|scheme| lower.starts_with(scheme))
            && href.chars().all(|character| character.is_ascii_graphic());
        if is_readable && !text.contains(href) {
            return vec![Self::set_apart(&format!("{text} ({href})"), marks)];
        }
        text_alone()
    }
}

/// Longer texts, in characters, are divided; the posting format ends at 20,000.
pub(super) const LONGEST: usize = 10_000;

/// A text in chunks that end between words where they can. What is this long is no link and
/// nothing that is set apart.
pub(super) fn chunks(piece: &Piece) -> Vec<Piece> {
    if piece.text().chars().count() <= LONGEST {
        return vec![piece.clone()];
    }
    let mut chunks = Vec::new();
    let mut chunk = String::new();
    let mut size = 0;
    for word in piece.text().split_inclusive(' ') {
        for character in word.chars() {
            if size == LONGEST {
                chunks.push(Piece::Text(std::mem::take(&mut chunk)));
                size = 0;
            }
            chunk.push(character);
            size += 1;
        }
        if size > LONGEST - 200 {
            chunks.push(Piece::Text(std::mem::take(&mut chunk)));
            size = 0;
        }
    }
    chunks.push(Piece::Text(chunk));
    chunks
}

/// Runs of blanks become one blank, the block neither starts nor ends with one, neighbouring texts
/// become one, and links and words that are set apart have no blanks at their ends.
pub(super) fn tidy(pieces: Vec<Piece>) -> Vec<Piece> {
    if let [Piece::Text(text)] = pieces.as_slice()
        && is_tidy(text)
    {
        return pieces;
    }
    let mut tidied: Vec<Piece> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => push_text(&mut tidied, &text),
            Piece::Marked { text, href, marks } => {
                if text.starts_with(is_blank) {
                    push_text(&mut tidied, " ");
                }
                let ends_blank = text.ends_with(is_blank);
                let is_gap = |character: char| is_blank(character) || character.is_control();
                let text = text.split(is_gap).filter(|word| !word.is_empty());
                let text = text.collect::<Vec<_>>().join(" ");
                if text.is_empty() {
                    push_text(&mut tidied, " ");
                    continue;
                }
                push_marked(&mut tidied, text, href, marks);
                if ends_blank {
                    push_text(&mut tidied, " ");
                }
            }
        }
    }
    if let Some(Piece::Text(first)) = tidied.first_mut() {
        *first = first.trim_start_matches(is_blank).to_owned();
    }
    if let Some(Piece::Text(last)) = tidied.last_mut() {
        *last = last.trim_end_matches(is_blank).to_owned();
    }
    tidied.retain(|piece| !piece.text().is_empty());
    tidied
}

/// Whether a text has only single blanks between its words, as most texts do.
fn is_tidy(text: &str) -> bool {
    let is_other = |character: char| is_blank(character) || character.is_control();
    // What is tidy so far ends with a blank at its start, too: texts don't begin with one.
    let mut after_blank = true;
    for character in text.chars() {
        match character {
            ' ' if after_blank => return false,
            ' ' => after_blank = true,
            '!'..='~' => after_blank = false,
            other if is_other(other) => return false,
            _ => after_blank = false,
        }
    }
    !after_blank
}

/// Blanks of all kinds, and what pages put between words without showing it.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// Words that are set apart alike, one right after the other, are one piece.
fn push_marked(pieces: &mut Vec<Piece>, text: String, href: Option<String>, marks: Marks) {
    match pieces.last_mut() {
        Some(Piece::Marked {
            text: before,
            href: None,
            marks: same,
        }) if href.is_none() && *same == marks => before.push_str(&text),
        _ => pieces.push(Piece::Marked { text, href, marks }),
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !matches!(pieces.last(), Some(Piece::Text(_))) {
        pieces.push(Piece::Text(String::new()));
    }
    let Some(last) = pieces.last_mut().map(Piece::text_mut) else {
        return;
    };
    for character in text.chars() {
        // Control characters can't be seen, and other programs stumble over them.
        if is_blank(character) || character.is_control() {
            if !last.ends_with(' ') {
                last.push(' ');
            }
        } else {
            last.push(character);
        }
    }
}
