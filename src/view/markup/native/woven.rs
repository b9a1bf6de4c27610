//! Markup while it is put together: what was written, and beside it the long pieces that were written
//! before. Those are copied once, when all is done, and not into each element around them.

use std::rc::Rc;

use super::sheets;

/// The shortest piece that stands beside what was written; to copy a shorter one is less work.
const LONG: usize = 256;

/// Markup while it is put together.
#[derive(Default)]
pub struct Woven {
    written: String,
    /// The pieces in their order, each with the place in `written` that it stands before.
    pieces: Vec<(usize, Piece)>,
}

/// What stands beside what was written.
#[derive(Clone)]
enum Piece {
    /// The same in many pages.
    Shared(Rc<str>),
    /// Long markup of this page.
    Own(Woven),
}

impl Woven {
    /// Nothing yet, with room for more.
    pub fn new() -> Self {
        Self {
            written: sheets::take(),
            pieces: Vec::new(),
        }
    }

    /// Where to write what comes next.
    pub fn end(&mut self) -> &mut String {
        &mut self.written
    }

    /// How much was written by now: the place of what comes next.
    pub fn place(&self) -> usize {
        self.written.len()
    }

    /// Adds other markup, and `more` bytes will follow.
    pub fn append(&mut self, other: Self, more: usize) {
        let place = self.place();
        if other.written.len() >= LONG {
            return self.pieces.push((place, Piece::Own(other)));
        }
        self.written.reserve(other.written.len() + more);
        self.written.push_str(&other.written);
        if !other.pieces.is_empty() {
            let pieces = other.pieces.into_iter();
            self.pieces.extend(pieces.map(|(at, it)| (place + at, it)));
        }
        sheets::give_back(other.written);
    }

    /// Adds a piece that is the same in many pages.
    pub fn append_shared(&mut self, piece: &Rc<str>) {
        if piece.len() < LONG {
            self.written.push_str(piece);
        } else {
            let shared = Piece::Shared(Rc::clone(piece));
            self.pieces.push((self.place(), shared));
        }
    }

    /// Puts a text in before the last byte ahead of a place, at which no piece stands.
    pub fn insert_before(&mut self, place: usize, text: &str) {
        self.written.insert_str(place - 1, text);
        let after = self.pieces.iter_mut().filter(|(at, _)| *at >= place);
        after.for_each(|(at, _)| *at += text.len());
    }

    /// All of it as one text.
    pub fn finish(self) -> String {
        let mut all = String::with_capacity(self.length());
        self.finish_into(&mut all);
        all
    }

    fn length(&self) -> usize {
        let pieces = self.pieces.iter().map(|(_, piece)| match piece {
            Piece::Shared(text) => text.len(),
            Piece::Own(woven) => woven.length(),
        });
        self.written.len() + pieces.sum::<usize>()
    }

    fn finish_into(self, all: &mut String) {
        let mut from = 0;
        for (at, piece) in self.pieces {
            all.push_str(self.written.get(from..at).unwrap_or_default());
            match piece {
                Piece::Shared(text) => all.push_str(&text),
                Piece::Own(woven) => woven.finish_into(all),
            }
            from = at;
        }
        all.push_str(self.written.get(from..).unwrap_or_default());
        // What it was written on has grown to be large enough for the next.
        sheets::give_back(self.written);
    }
}

impl Clone for Woven {
    fn clone(&self) -> Self {
        let mut written = sheets::take();
        written.push_str(&self.written);
        Self {
            written,
            pieces: self.pieces.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stay_where_they_were_put() {
        let [long, short]: [Rc<str>; 2] = ["l".repeat(LONG), "s".repeat(LONG - 1)].map(Rc::from);
        for [words, end] in [["", "</b>"], [&*long, "</b>"], [&*short, ""]] {
            let mut inner = Woven::new();
            inner.end().push_str("<b>");
            inner.append_shared(&long);
            inner.append_shared(&long);
            inner.end().push_str(words);
            inner.append_shared(&short);
            inner.end().push_str(end);
            let mut outer = Woven::new();
            outer.end().push_str("<p>");
            outer.append_shared(&long);
            outer.append(inner, 4);
            outer.insert_before(3, " id");
            outer.end().push_str("</p>");
            let expected = format!("<p id>{long}<b>{long}{long}{words}{short}{end}</p>");
            assert_eq!(outer.clone().finish(), expected);
            assert_eq!(outer.finish(), expected);
        }
    }
}
