//! What the posting was before each correction, so that it can be taken back.

use crate::place::Place;
use crate::tree::Tree;

/// How many corrections can be taken back.
const LONGEST: usize = 100;

/// A posting as it was.
#[derive(Clone, PartialEq, Debug)]
pub struct Before {
    /// The posting, if there was one.
    pub posting: Option<Tree>,
    /// Whether the author had corrected it.
    pub is_corrected: bool,
}

/// Postings as they were, the last one first to be taken back.
#[derive(Default)]
pub struct History {
    past: Vec<Before>,
    /// Where the last change was typed: typing on at the same place is one correction.
    typed_at: Option<Place>,
}

impl History {
    /// Remembers a posting that is about to change. `typed_at` says where a text is typed.
    pub fn remember(&mut self, posting: Option<Tree>, is_corrected: bool, typed_at: Option<Place>) {
        if typed_at.is_some() && typed_at == self.typed_at {
            return;
        }
        self.typed_at = typed_at;
        if posting.is_none() && self.past.is_empty() {
            return;
        }
        if self.past.len() == LONGEST {
            self.past.remove(0);
        }
        self.past.push(Before {
            posting,
            is_corrected,
        });
    }

    /// Gives the last posting back, and forgets it.
    pub fn back(&mut self) -> Option<Before> {
        self.typed_at = None;
        self.past.pop()
    }

    /// Whether there is nothing to give back.
    pub fn is_empty(&self) -> bool {
        self.past.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_at_one_place_is_one_correction() {
        let mut history = History::default();
        let state = |number: i64| Some(Tree::Number(number.into()));
        let title = || Some(Place::of("title"));
        history.remember(state(1), false, title());
        history.remember(state(2), true, title());
        history.remember(state(3), true, Some(Place::of("id")));
        history.remember(state(4), true, None);
        let mut postings = Vec::new();
        while let Some(before) = history.back() {
            postings.push(before.posting);
        }
        assert_eq!(postings, [state(4), state(3), state(1)]);
    }

    #[test]
    fn an_empty_page_is_nothing_to_go_back_to() {
        let mut history = History::default();
        history.remember(None, false, None);
        assert!(history.is_empty());
    }

    #[test]
    fn the_oldest_is_forgotten() {
        let mut history = History::default();
        for number in 0..=LONGEST as i64 {
            history.remember(Some(Tree::Number(number.into())), true, None);
        }
        assert_eq!(history.past.len(), LONGEST);
        assert_eq!(history.past[0].posting, Some(Tree::Number(1.into())));
    }
}
