//! A posting as headings, paragraphs and lists, which is what all formats of prose have in common.

use posting::posting::{Block, Posting, Qualification};
use posting::rich_text::RichText;

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

/// Texts, links and emphasis in order.
pub type Words = Vec<Piece>;

/// A piece of a text.
#[derive(Default)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Where they lead, as a posting may state it: https or mailto.
    pub url: Option<String>,
    /// Whether they are important.
    pub strong: bool,
    /// Whether they are stressed.
    pub emphasis: bool,
}

impl Piece {
    /// Words alone.
    pub fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// Whether they are important or stressed.
    pub fn is_set_apart(&self) -> bool {
        self.strong || self.emphasis
    }
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
    let pieces = text.pieces().iter().map(|piece| Piece {
        text: piece.text.clone(),
        url: piece.url.as_ref().map(|url| url.as_str().to_owned()),
        strong: piece.strong,
        emphasis: piece.emphasis,
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
