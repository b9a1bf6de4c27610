//! What the candidate does to the draft: types, deletes it, brings it back, opens a file.

use leptos::prelude::*;
use posting::draft::{Change, Draft, Revision, Terms, record};

use super::Widget;
use crate::clock;
use crate::storage::{Unavailable, database};

impl Widget {
    /// Takes what the candidate typed.
    #[inline(never)]
    pub fn edit(self, record: &str, text: &str) {
        self.revise(record, text);
        if self.typed_now(record::TERMS).is_empty() {
            self.accept_terms();
        }
        self.edited();
        self.tell_change(record);
    }

    /// The terms for which the draft was answered. Every key is heard here, and hardly ever changes them.
    pub fn terms(self) -> Memo<String> {
        Memo::new(move |_| self.typed(record::TERMS))
    }

    /// What has changed in the posting since the draft was answered for these terms.
    pub fn changes_since(self, terms: &str) -> Vec<Change> {
        if terms.is_empty() {
            return Vec::new();
        }
        Terms::of(&self.posting()).changes_since(&Terms::from_text(terms))
    }

    /// The candidate has seen what changed: from now on the draft is for the posting as it is.
    pub fn see_changes(self) {
        self.accept_terms();
        self.edited();
        self.tell_change(record::TERMS);
    }

    fn accept_terms(self) {
        let terms = Terms::of(&self.posting());
        self.revise(record::TERMS, &terms.to_text());
    }

    /// Deletes the draft from this device. It can be brought back until the page is left.
    pub fn delete_draft(self) {
        self.replace_undoably(Draft::default());
    }

    /// Deletes the draft if the candidate wanted it to be kept no longer than this.
    pub(super) fn expire(self) {
        let shared = self.shared();
        let is_over = {
            let saver = shared.saver.borrow();
            saver.may_write() && saver.is_expired(clock::now())
        };
        if is_over {
            shared.has_expired.set(true);
            self.delete_draft();
        }
    }

    /// Whether the draft was deleted because its time was over; the caller is run again when a whole
    /// draft is replaced.
    pub fn has_expired(self) -> bool {
        self.draft_replaced.get();
        self.shared().has_expired.get()
    }

    /// Whether there is a draft to bring back; the caller is run again when that changes.
    pub fn can_undo(self) -> bool {
        self.draft_replaced.get();
        !self.shared().replaced.borrow().is_empty()
    }

    /// Brings back the draft that was deleted, or was there before a file was opened. What was
    /// typed since then stays, and what it takes the place of is offered.
    pub fn undo_replace(self) {
        let shared = self.shared();
        shared.has_expired.set(false);
        self.forget_linked();
        let replaced = shared.replaced.borrow_mut().pop();
        let Some((before, replacement)) = replaced else {
            return;
        };
        let mut draft = before.clone();
        let typed = self.draft_now();
        let is_typed = |(name, text): &(&str, &str)| replacement.text(name) != *text;
        for (name, text) in typed.records().filter(is_typed) {
            draft.set(name, text);
        }
        self.replace_draft(&draft);
        for (name, text) in typed.records().filter(is_typed) {
            let lost = before.text(name);
            if !lost.is_empty() && lost != text && record::is_kept_twice(name) {
                let now = self.moment(name);
                let offered = shared.saver.borrow_mut().offer_text(name, lost, now);
                self.spread(offered);
            }
        }
        self.edited();
    }

    /// Takes over a draft file's content; changes nothing if it is no draft for this posting. How long
    /// this device keeps the draft stays as it is.
    ///
    /// # Errors
    /// What is wrong with it, in the reader's language.
    pub fn open_file(self, content: &str) -> Result<(), String> {
        let draft = Draft::from_file(content, self.posting().id())
            .map_err(|error| self.text.file_error(&error))?;
        self.take_over(draft);
        Ok(())
    }

    /// Puts a draft from elsewhere in the place of the one that is here. How long this device keeps it
    /// was not asked, so that stays.
    pub(super) fn take_over(self, mut draft: Draft) {
        draft.set(record::EXPIRY, &self.typed_now(record::EXPIRY));
        self.replace_undoably(draft);
    }

    fn replace_undoably(self, replacement: Draft) {
        let mut before = self.draft_now();
        // What was deleted before can still be brought back when a file or link is taken instead.
        let shared = self.shared();
        if before.is_empty()
            && let Some((kept, _)) = shared.replaced.borrow_mut().pop()
        {
            before = kept;
        }
        self.replace_draft(&replacement);
        // Also where nothing was there: what the database holds may not be known yet.
        shared.replaced.borrow_mut().push((before, replacement));
    }

    fn replace_draft(self, draft: &Draft) {
        let before = self.draft_now();
        for (name, _) in before.records() {
            if draft.text(name).is_empty() {
                self.replace(name, "");
            }
        }
        for (name, text) in draft.records() {
            if before.text(name) != text {
                self.replace(name, text);
            }
        }
        self.draft_replaced.bump();
        self.edited();
        self.flush();
    }

    /// Replaces what only the database held, if the whole draft was replaced before that was known; says
    /// whether it did.
    pub(super) fn replace_settled(self, name: &str, revision: &Revision) -> bool {
        let shared = self.shared();
        let replaced = &mut *shared.replaced.borrow_mut();
        let Some((before, replacement)) = replaced.last_mut() else {
            return false;
        };
        let known = shared.saver.borrow().revision(name).cloned();
        let is_known = known.is_some_and(|known| known.over >= revision.at);
        let text = replacement.text(name).to_owned();
        if is_known || revision.is_deletion() || self.typed_now(name) != text {
            return false;
        }
        before.set(name, &revision.text);
        shared.saver.borrow_mut().take(name, revision);
        let now = self.moment(name);
        let revision = shared.saver.borrow_mut().replace(name, &text, now);
        self.spread([(name.to_owned(), revision)]);
        true
    }

    /// Puts a text under a record's name, and tells the page's other widgets.
    fn revise(self, record: &str, text: &str) {
        let now = self.moment(record);
        let revision = self.shared().saver.borrow_mut().edit(record, text, now);
        self.spread([(record.to_owned(), revision)]);
        self.release();
    }

    /// As [`Self::revise`], with a text that was not made from the one that stands.
    fn replace(self, record: &str, text: &str) {
        let now = self.moment(record);
        let revision = self.shared().saver.borrow_mut().replace(record, text, now);
        self.spread([(record.to_owned(), revision)]);
        self.release();
    }

    /// Now; but a text that came from elsewhere while another was typed must not seem newer than that.
    pub(super) fn moment(self, record: &str) -> i64 {
        clock::now().max(self.held_back_until(record).saturating_add(1))
    }

    /// Shows revisions that the saver has, and tells the page's other widgets.
    pub(super) fn spread(self, revised: impl IntoIterator<Item = (String, Revision)>) {
        for (name, revision) in revised {
            let shared = self.shared();
            shared.draft.borrow_mut().set(&name, &revision.text);
            shared.changes.note(&name);
            self.tell_widgets(&name, &revision);
        }
    }

    pub(super) fn edited(self) {
        self.follow_day();
        self.shared().changes.tell();
        // At each key: a tab that crashes loses nothing that way.
        // What is refused waits for the next flush, which tells.
        let shelved = self.shelve();
        self.save_soon();
        let is_asked = database::is_at_hand() || self.shared().is_unanswered.get();
        if shelved == Err(Unavailable::Full) && !is_asked {
            // It is nowhere, and a page that is left opens no database any more.
            self.flush();
        }
        self.speak_soon();
    }
}
