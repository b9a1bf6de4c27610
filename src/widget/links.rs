//! Drafts that come and go by links: whether the page can have one, and what became of the one with
//! which it was opened. Nothing of a link is applied before the candidate agrees.

use leptos::prelude::*;
use posting::draft::{Draft, DraftFileError, link::DraftLinkError, record};

use super::Widget;
use crate::names::each_once;

/// How links stand in this page.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Links {
    /// Whether none can be made here, in a frame. In a page written ahead that is not known yet, and
    /// mostly one can.
    pub are_impossible: bool,
    /// What the page's address brought.
    pub arrival: Arrival,
}

/// A draft that came in the page's address.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Arrival {
    /// There is none, or the candidate has kept their own.
    #[default]
    Nothing,
    /// The candidate is asked whether to use it.
    Asked(Draft),
    /// It is the one that is here already.
    Same,
    /// It is what stands in the planner now, and what was there before can be brought back.
    Used,
    /// It can't be used, for this reason.
    Refused(String),
}

/// A record that is not the same here and in a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The record.
    pub name: String,
    /// Its text in the link; empty if there is none.
    pub there: String,
    /// Its text here; empty if there is none.
    pub here: String,
}

impl Widget {
    /// How links stand; the caller is run again when that changes.
    pub fn links(self) -> Links {
        self.links.get()
    }

    /// No link can be made here: this is not the page's address.
    pub fn rule_out_links(self) {
        let _ = self.links.try_update(|links| links.are_impossible = true);
    }

    /// Notes what became of the draft in the page's address, for which a promise was waited: the
    /// widget may have been taken down.
    pub fn set_arrival(self, arrival: Arrival) {
        let _ = self.links.try_update(|links| links.arrival = arrival);
    }

    /// Takes a draft file that came in a link, to ask about it. Says what came of it.
    pub fn ask_about(self, file: Result<String, DraftLinkError>) -> Arrival {
        let Some(shared) = self.shared.try_get_value() else {
            return Arrival::Nothing;
        };
        let file = file.map_err(|error| self.text.link_error(&error));
        let draft = file.and_then(|file| {
            let draft = Draft::from_file(&file, shared.posting.id());
            draft.map_err(|error| match error {
                DraftFileError::NotJson | DraftFileError::NotADraft => {
                    self.text.link_error(&DraftLinkError::Damaged)
                }
                error => self.text.file_error(&error),
            })
        });
        let arrival = match draft {
            Ok(draft) if differences(&draft, &self.draft_now()).is_empty() => Arrival::Same,
            Ok(draft) => Arrival::Asked(draft),
            Err(reason) => Arrival::Refused(reason),
        };
        self.set_arrival(arrival.clone());
        arrival
    }

    /// Says no more that the draft from the link is used: something was undone.
    pub(super) fn forget_linked(self) {
        if self
            .links
            .try_with_untracked(|links| links.arrival == Arrival::Used)
            == Some(true)
        {
            self.set_arrival(Arrival::Nothing);
        }
    }

    /// Puts the draft from the link in the place of the one that is here, as the candidate agreed.
    pub fn use_linked(self, draft: &Draft) {
        self.take_over(draft.clone());
        self.set_arrival(Arrival::Used);
        self.tell_change("");
    }

    /// How a draft differs from what is here; the caller is run again when any record changes.
    pub fn differences(self, draft: &Draft) -> Vec<Difference> {
        differences(draft, &self.draft())
    }
}

/// What two drafts have not in common, by name. For which terms they were answered, and how long they are
/// kept, is no answer.
fn differences(there: &Draft, here: &Draft) -> Vec<Difference> {
    let names = there.records().chain(here.records());
    let is_answer = |name: &str| ![record::TERMS, record::EXPIRY].contains(&name);
    let is_different = |name: &str| is_answer(name) && there.text(name) != here.text(name);
    let names = names
        .map(|(name, _)| name)
        .filter(|name| is_different(name));
    let names = each_once(names.map(str::to_owned).collect()).into_iter();
    let different = names.map(|name| Difference {
        there: there.text(&name).to_owned(),
        here: here.text(&name).to_owned(),
        name,
    });
    different.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(records: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::default();
        for (name, text) in records {
            draft.set(name, text);
        }
        draft
    }

    #[test]
    fn what_differs_is_listed_by_name() {
        #[track_caller]
        fn check(there: &[(&str, &str)], here: &[(&str, &str)], expected: &[[&str; 3]]) {
            let found = differences(&draft(there), &draft(here));
            let found = found
                .iter()
                .map(|one| [&*one.name, &*one.there, &*one.here]);
            assert_eq!(found.collect::<Vec<_>>(), expected);
        }
        check(&[], &[], &[]);
        check(&[("choices", "a")], &[("choices", "a")], &[]);
        check(&[("terms", "a")], &[("terms", "b")], &[]);
        check(
            &[("choices", "a"), ("taken", "yes")],
            &[("choices", "b"), ("graduation", "May 2027")],
            &[
                ["choices", "a", "b"],
                ["graduation", "", "May 2027"],
                ["taken", "yes", ""],
            ],
        );
    }
}
