//! A posting as headings, paragraphs and lists, which is what all formats of prose have in common.

use posting::posting::{Block, Posting, Qualification};
use posting::rich_text::{Inline, RichText};

use super::glance::glance;

/// The headings by which other systems, and our own import, know the lists.
const RESPONSIBILITIES: &str = "Responsibilities";
const MINIMUM: &str = "Minimum qualifications";
const PREFERRED: &str = "Preferred qualifications";

/// A heading and what stands below it.
pub struct Part {
    /// The heading; `None` for the introduction.
    pub title: Option<String>,
    /// Paragraphs and lists; never empty.
    pub body: Vec<Body>,
}

/// A paragraph or a list.
pub enum Body {
    /// A paragraph.
    Paragraph(Words),
    /// A list.
    List(Vec<Words>),
}

/// Texts and links in order.
pub type Words = Vec<Piece>;

/// A piece of a text.
pub enum Piece {
    /// Words.
    Text(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: String,
        /// Where, as a posting may state it: https or mailto.
        url: String,
    },
}

/// The whole posting but title, employer and places: the introduction first, since readers of other
/// systems take for it what has no heading; what has no field elsewhere last.
pub fn outline(posting: &Posting) -> Vec<Part> {
    let mut parts = vec![about(posting)];
    parts.push(Part {
        title: Some(RESPONSIBILITIES.to_owned()),
        body: list(posting.responsibilities().iter()),
    });
    parts.push(Part {
        title: Some(MINIMUM.to_owned()),
        body: list(texts(posting.minimum_qualifications())),
    });
    parts.push(preferred(posting));
    parts.extend(rest(posting));
    parts.retain(|part| !part.body.is_empty());
    parts
}

/// The introduction.
pub fn about(posting: &Posting) -> Part {
    let paragraphs = posting.about().iter().map(words).map(Body::Paragraph);
    Part {
        title: None,
        body: paragraphs.collect(),
    }
}

/// What is welcome besides.
pub fn preferred(posting: &Posting) -> Part {
    Part {
        title: Some(PREFERRED.to_owned()),
        body: list(texts(posting.preferred_qualifications())),
    }
}

/// The posting's own sections, and the facts in words.
pub fn rest(posting: &Posting) -> Vec<Part> {
    let mut parts: Vec<Part> = posting
        .sections()
        .iter()
        .map(|section| Part {
            title: Some(section.title.clone()),
            body: section
                .body
                .iter()
                .map(|block| match block {
                    Block::Paragraph(text) => Body::Paragraph(words(text)),
                    Block::List(items) => Body::List(items.iter().map(words).collect()),
                })
                .collect(),
        })
        .collect();
    parts.push(glance(posting));
    parts
}

fn texts(items: &[Qualification]) -> impl Iterator<Item = &RichText> {
    items.iter().map(|item| &item.text)
}

fn list<'a>(items: impl Iterator<Item = &'a RichText>) -> Vec<Body> {
    let items: Vec<Words> = items.map(words).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Body::List(items)]
}

/// The pieces of a rich text.
pub fn words(text: &RichText) -> Words {
    let pieces = text.pieces().iter().map(|piece| match piece {
        Inline::Text(text) => Piece::Text(text.clone()),
        Inline::Link { text, url } => Piece::Link {
            text: text.clone(),
            url: url.as_str().to_owned(),
        },
    });
    pieces.collect()
}

/// A text in one line: blanks and line breaks become one blank each, characters that steer are
/// dropped.
pub fn one_line(text: &str) -> String {
    let clean = text.replace(|it: char| it.is_control() && !it.is_whitespace(), "");
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As [`one_line`], with a blank at either end where the text has one: it may stand between links.
pub fn inner_line(text: &str) -> String {
    let line = one_line(text);
    let blank = |has: bool| if has { " " } else { "" };
    if line.is_empty() {
        return blank(!text.is_empty()).to_owned();
    }
    let before = blank(text.starts_with(char::is_whitespace));
    let after = blank(text.ends_with(char::is_whitespace));
    format!("{before}{line}{after}")
}
