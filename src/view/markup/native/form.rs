//! What parts of views have alike: their markup with places for the texts in which they differ.

use std::rc::Rc;

use super::Element;
use super::woven::Woven;

/// What stands for each text while the form is made: characters that are in no text of ours, since
/// Unicode has set them apart for such uses (Unicode Standard, section 23.7).
pub const MARKS: [&str; 6] = [
    "\u{fdd0}", "\u{fdd1}", "\u{fdd2}", "\u{fdd3}", "\u{fdd4}", "\u{fdd5}",
];

/// An element with places for texts.
pub struct Form {
    tag: &'static str,
    /// Its start tag, as far as it is complete.
    start: Vec<Piece>,
    /// What it holds, if it holds anything yet.
    content: Option<Vec<Piece>>,
}

/// Markup, and the number of the text that follows it.
struct Piece {
    markup: Rc<str>,
    text: Option<usize>,
}

impl Form {
    /// The form of an element in which marks stand for texts.
    pub fn of(element: Element) -> Self {
        let Element {
            tag,
            markup,
            content,
        } = element;
        let markup = markup.finish();
        let (start, rest) = markup.split_at(content.unwrap_or(markup.len()));
        Self {
            tag,
            start: pieces(start),
            content: content.map(|_| pieces(rest)),
        }
    }

    /// The element with these texts, of which none has to be escaped.
    pub fn filled(&self, texts: &[&str]) -> Element {
        let mut markup = Woven::new();
        let text = |piece: &Piece| piece.text.and_then(|number| texts.get(number).copied());
        for piece in &self.start {
            let end = markup.end();
            end.extend([&piece.markup, text(piece).unwrap_or_default()]);
        }
        let content = self.content.as_ref().map(|content| {
            let place = markup.place();
            for piece in content {
                markup.append_shared(&piece.markup);
                markup.end().push_str(text(piece).unwrap_or_default());
            }
            place
        });
        Element {
            tag: self.tag,
            markup,
            content,
        }
    }
}

fn pieces(markup: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let is_mark = |letter: char| ('\u{fdd0}'..='\u{fdd5}').contains(&letter);
    for (at, mark) in markup.match_indices(is_mark) {
        pieces.push(Piece {
            markup: markup.get(from..at).unwrap_or_default().into(),
            text: MARKS.iter().position(|known| *known == mark),
        });
        from = at + mark.len();
    }
    pieces.push(Piece {
        markup: markup.get(from..).unwrap_or_default().into(),
        text: None,
    });
    pieces
}
