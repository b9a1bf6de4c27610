//! What comes from elsewhere: the database, another tab, another widget of the page. A field
//! follows unless the cursor is in it; what two typed at the same time is kept twice.

use leptos::prelude::*;
use posting::draft::{Meeting, Revision, record};

use super::Widget;
use crate::clock;
use crate::storage::database::LossListener;
use crate::storage::{Channel, Damaged, SaveState, database};

impl Widget {
    /// Begins to hear what comes from elsewhere.
    pub fn follow(self) {
        let posting = self.posting();
        let hear = move |name: &str, revision: &Revision| {
            self.take_all(&[(name.to_owned(), revision.clone())]);
        };
        let shared = self.shared();
        *shared.channel.borrow_mut() = Some(Channel::join(posting.id(), hear));
        let listener = LossListener::new(move || self.look_for_loss_later());
        *shared.loss_listener.borrow_mut() = Some(listener);
        self.read_settled();
        self.read_settled_slots();
    }

    /// Stops to hear the page's other widgets.
    pub fn stop_following(self) {
        if let Some(shared) = self.shared.try_get_value() {
            drop(shared.channel.take());
            *shared.loss_listener.borrow_mut() = None;
        }
    }

    /// Asks the database for what it holds.
    fn read_settled(self) {
        let prefix = self.shared().saver.borrow().database_prefix();
        database::read(&prefix, move |rows| self.take_settled(rows.ok()));
    }

    /// Takes what the database held when the page was opened.
    fn take_settled(self, rows: Option<Vec<(String, String)>>) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        shared.is_read.set(true);
        let Some(rows) = rows else {
            return self.expire();
        };
        let records = shared.saver.borrow_mut().take_settled(&rows);
        let mut is_replaced = false;
        for (name, revision) in &records {
            if self.replace_settled(name, revision) {
                is_replaced = true;
            } else {
                // Nobody has typed yet, so nothing is written.
                self.take(name, revision);
            }
        }
        self.promote(&records);
        self.show_followed();
        if !shared.saver.borrow().damaged().is_empty() {
            self.save_state_changed.bump();
        }
        let is_owed = shared.saver.borrow().is_deletion_owed();
        if is_replaced || is_owed {
            let _ = self.shelve();
            self.save_soon();
        } else if shared.batches.get() == 0 && shared.save_state.get() != SaveState::Waiting {
            let state = shared.saver.borrow().state();
            self.set_save_state(state);
        }
        self.expire();
    }

    /// Follows what another page has stored.
    pub fn follow_change(self, key: &str, stored: &str) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        let change = shared.saver.borrow_mut().read_change(key, stored);
        let is_ours = change.is_some();
        self.take_all(&change.into_iter().collect::<Vec<_>>());
        if is_ours && !shared.saver.borrow().is_shelved() {
            self.save_soon();
        }
    }

    /// Follows whatever was stored unseen, while the page slept.
    pub fn catch_up(self) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        let records = shared.saver.borrow_mut().reread();
        self.take_all(&records);
        // What was deleted meanwhile is remembered there only.
        let document = leptos::tachys::dom::document();
        if shared.is_read.get() && !document.hidden() {
            self.look_for_loss();
        }
    }

    /// The cursor is in the field of a record from now on.
    pub fn enter(self, record: &str) {
        if let Some(shared) = self.shared.try_get_value() {
            // A field that was taken out of the page never told that it was left.
            self.release();
            *shared.entered.borrow_mut() = Some(record.to_owned());
        }
    }

    /// The cursor has left the field of a record.
    pub fn leave(self, record: &str) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        let is_entered = shared.entered.borrow().as_deref() == Some(record);
        if is_entered {
            *shared.entered.borrow_mut() = None;
            self.release();
        }
    }

    /// What was typed into a record's field elsewhere at the same time, the newest of it; the caller is run
    /// again when that changes, and now and then without need.
    pub fn typed_elsewhere(self, name: &str) -> String {
        let shared = self.shared();
        shared.changes.of(name);
        shared.saver.borrow().offered(name)
    }

    /// Puts what was typed elsewhere in the place of what stands, and offers that instead.
    pub fn use_elsewhere(self, name: &str) {
        let now = self.moment(name);
        let revised = self.shared().saver.borrow_mut().use_offered(name, now);
        self.spread(revised);
        self.draft_followed.bump();
        self.edited();
        self.tell_change(name);
    }

    /// Offers the text that stands, because someone who could not see it has typed another.
    pub fn offer_stored(self, name: &str) {
        let revised = self.shared().saver.borrow_mut().offer(name);
        self.spread(revised);
        self.edited();
    }

    /// Forgets what was typed elsewhere, the newest of it.
    pub fn dismiss_elsewhere(self, name: &str) {
        let revised = self.shared().saver.borrow_mut().dismiss(name, clock::now());
        self.spread(revised);
        self.edited();
        self.tell_change(name);
    }

    /// Forgets all that was typed elsewhere.
    pub fn dismiss_all_elsewhere(self, name: &str) {
        let revised = self
            .shared()
            .saver
            .borrow_mut()
            .dismiss_all(name, clock::now());
        if !revised.is_empty() {
            self.spread(revised);
            self.edited();
            self.tell_change(name);
        }
    }

    /// What is stored and can't be read; the caller is run again when more of it is found.
    pub fn damaged(self) -> Vec<Damaged> {
        self.save_state_changed.get();
        self.shared().saver.borrow().damaged()
    }

    /// What is stored beside the draft: what an older version has left, and what can't be read; the caller
    /// is run again when that changes.
    pub fn leftovers(self) -> Vec<Damaged> {
        self.save_state_changed.get();
        self.shared().saver.borrow().leftovers()
    }

    /// Whether this build may change what is stored, as it was last known.
    pub fn may_write(self) -> bool {
        self.shared().saver.borrow().may_write()
    }

    /// Removes what can't be read from this device.
    pub fn remove_damaged(self) {
        self.shared().saver.borrow_mut().remove_damaged();
        self.save_soon();
    }

    /// Takes revisions, shows what they change, and sees to it that the device has all of it.
    fn take_all(self, records: &[(String, Revision)]) {
        let mut is_changed = false;
        for (name, revision) in records {
            is_changed |= self.take(name, revision);
        }
        if is_changed {
            self.show_followed();
            self.save_soon();
        }
    }

    /// Has those of the database's records stand that a page that was left could put nowhere else, once all are taken; but
    /// in the field in which the cursor is they stay offers.
    pub(super) fn promote(self, records: &[(String, Revision)]) {
        let shared = self.shared();
        let entered = shared.entered.borrow().clone();
        let names = records.iter().map(|(name, _)| name.as_str());
        let is_free = |name: &&str| record::offered_for(name) != entered.as_deref();
        for name in names.filter(|name| record::is_elsewhere(name) && is_free(name)) {
            shared.saver.borrow_mut().promote(name);
        }
    }

    /// Takes a revision that the database turned out to hold. Where it is held back, what stands is stored
    /// beside it: the database has a place for one of both only.
    pub(super) fn take_found(self, name: &str, revision: &Revision) {
        self.take(name, revision);
        let shared = self.shared();
        if self.held_back_until(name) >= revision.at {
            shared.saver.borrow_mut().offer(name);
        }
    }

    /// Takes a revision, or holds it back while the cursor is in its field and it is newer than
    /// what stands there. Says whether it changed anything.
    pub(super) fn take(self, name: &str, revision: &Revision) -> bool {
        let Some(shared) = self.shared.try_get_value() else {
            return false;
        };
        let is_entered = shared.entered.borrow().as_deref() == Some(name);
        let known = shared.saver.borrow().revision(name).cloned();
        if is_entered && known.is_none_or(|known| revision.is_newer_than(&known)) {
            let held_back = (name.to_owned(), revision.clone());
            shared.held_back.borrow_mut().push(held_back);
            return false;
        }
        shared.saver.borrow_mut().meet(name, revision) != Meeting::Known
    }

    /// When the newest revision was typed that a record's field doesn't show yet.
    pub(super) fn held_back_until(self, name: &str) -> i64 {
        let shared = self.shared();
        let held_back = shared.held_back.borrow();
        let of_record = held_back.iter().filter(|(other, _)| other == name);
        let moments = of_record.map(|(_, revision)| revision.at);
        moments.max().unwrap_or_default()
    }

    /// Takes what was held back.
    pub(super) fn release(self) {
        let records = self.shared().held_back.take();
        let mut is_changed = false;
        for (name, revision) in &records {
            let meeting = self.shared().saver.borrow_mut().meet(name, revision);
            is_changed |= meeting != Meeting::Known;
        }
        if is_changed {
            self.show_followed();
            self.save_soon();
        }
    }

    pub(super) fn tell_widgets(self, name: &str, revision: &Revision) {
        let shared = self.shared();
        if let Some(channel) = &*shared.channel.borrow() {
            channel.tell(shared.posting.id(), name, revision);
        }
    }

    /// Shows the draft if the saver holds another one than is shown.
    pub(super) fn show_followed(self) {
        let shared = self.shared();
        let draft = shared.saver.borrow().draft();
        if *shared.draft.borrow() != draft {
            let is_deleted = draft.is_empty();
            *shared.draft.borrow_mut() = draft;
            if is_deleted {
                // What was only asked for here is over as well.
                self.draft_replaced.bump();
            }
            self.draft_followed.bump();
            shared.changes.tell_all();
            self.speak_soon();
        }
    }
}
