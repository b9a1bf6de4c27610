//! What the candidate does to the draft: types, deletes it, brings it back, opens a file.

use leptos::prelude::*;
use posting::draft::{Change, Draft, Terms, record};

use super::Widget;
use crate::clock;

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
        if shared.saver.borrow().is_expired(clock::now()) {
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
        self.shared().replaced.borrow().is_some()
    }

    /// Brings back the draft that was deleted, or was there before a file was opened. What was
    /// typed since then stays.
    pub fn undo_replace(self) {
        self.shared().has_expired.set(false);
        let replaced = self.shared().replaced.take();
        if let Some((mut draft, replacement)) = replaced {
            for (name, text) in self.draft_now().records() {
                if replacement.text(name) != text {
                    draft.set(name, text);
                }
            }
            self.replace_draft(&draft);
        }
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
        if before.is_empty()
            && let Some((kept, _)) = self.shared().replaced.take()
        {
            before = kept;
        }
        self.replace_draft(&replacement);
        *self.shared().replaced.borrow_mut() = Some((before, replacement));
    }

    fn replace_draft(self, draft: &Draft) {
        let before = self.draft_now();
        for (name, _) in before.records() {
            if draft.text(name).is_empty() {
                self.revise(name, "");
            }
        }
        for (name, text) in draft.records() {
            if before.text(name) != text {
                self.revise(name, text);
            }
        }
        self.draft_replaced.bump();
        self.edited();
        self.flush();
    }

    /// Puts a text under a record's name, and tells the page's other widgets.
    fn revise(self, record: &str, text: &str) {
        let shared = self.shared();
        // A text that came from elsewhere while this one was typed must not seem newer than it.
        let now = clock::now().max(self.held_back_until(record).saturating_add(1));
        let revision = shared.saver.borrow_mut().edit(record, text, now);
        shared.draft.borrow_mut().set(record, text);
        self.tell_widgets(record, &revision);
        self.release();
    }

    fn edited(self) {
        self.draft_changed.bump();
        // At each key: a tab that crashes loses nothing that way.
        // What is refused waits for the next flush, which tells.
        let _ = self.shelve();
        self.save_soon();
        self.speak_soon();
    }
}
