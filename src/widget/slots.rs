//! The application slots: shared by all postings of the same limit scope, so they
//! are read again before each change.

use leptos::prelude::*;
use posting::posting::{ApplicationLimit, Posting};
use posting::slots::Slots;

use super::{Shared, Widget};
use crate::clock;
use crate::storage::{Saver, StoredText, Unavailable, database};

impl Widget {
    /// The posting's limit on applications.
    pub fn limit(self) -> Option<ApplicationLimit> {
        limit_of(&self.shared().posting).cloned()
    }

    /// The application slots of the posting's limit, if it states one.
    pub fn slots(self) -> Option<Slots> {
        self.slots_changed.get();
        self.shared().slots.borrow().clone()
    }

    /// Whether a newer build has stored the application slots in its own way, so that they can't be read;
    /// the caller is run again when they change.
    pub fn are_slots_newer(self) -> bool {
        self.slots_changed.get();
        let shared = self.shared();
        let scope = shared.posting.limit_scope();
        scope.is_some_and(|scope| shared.saver.borrow().are_slots_newer(scope))
    }

    /// The application slots as they are stored, under their whole key; the caller is run again when
    /// that changes.
    pub fn stored_applications(self) -> Option<StoredText> {
        self.slots_changed.get();
        self.save_state_changed.get();
        let shared = self.shared();
        let limit = limit_of(&shared.posting)?;
        let scope = shared.posting.limit_scope()?;
        shared.saver.borrow().stored_slots(scope, limit.positions)
    }

    /// Changes the application slots and keeps them on this device.
    ///
    /// # Errors
    /// If a newer build has stored them in its own way; then nothing changes.
    pub fn change_slots(self, change: &mut dyn FnMut(&mut Slots)) -> Result<(), Unavailable> {
        let shared = self.shared();
        // Another page may have changed them since they were read.
        let Some((scope, before)) = shared.stored_slots() else {
            return Ok(());
        };
        if shared.saver.borrow().are_slots_newer(&scope) {
            return Err(Unavailable::Newer);
        }
        let mut slots = before.clone();
        change(&mut slots);
        if slots == before {
            return Ok(());
        }
        let now = clock::now();
        shared.saver.borrow_mut().set_slots(&scope, &slots, now);
        *shared.slots.borrow_mut() = Some(slots);
        self.slots_changed.bump();
        self.save_soon();
        // The page's other widgets read them when they hear of the change.
        self.flush();
        self.tell_change("");
        Ok(())
    }

    /// Asks the database for application slots that localStorage has lost.
    pub(super) fn read_settled_slots(self) {
        let Some((scope, _)) = self.shared().stored_slots() else {
            return;
        };
        database::read(&Saver::slots_key(&scope), move |rows| {
            if let Some((shared, rows)) = self.shared.try_get_value().zip(rows.ok()) {
                let saver = &mut *shared.saver.borrow_mut();
                saver.take_settled_slots(&scope, &rows);
                if !saver.damaged().is_empty() {
                    self.save_state_changed.bump();
                }
            }
            self.refresh_slots();
        });
    }

    /// Reads the application slots again, after another page may have changed them.
    pub fn refresh_slots(self) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        if let Some((_, slots)) = shared.stored_slots()
            && shared.slots.borrow().as_ref() != Some(&slots)
        {
            *shared.slots.borrow_mut() = Some(slots);
            self.slots_changed.bump();
        }
    }
}

impl Shared {
    /// The limit's scope and its slots as this device has them.
    fn stored_slots(&self) -> Option<(String, Slots)> {
        let limit = limit_of(&self.posting)?;
        let scope = self.posting.limit_scope()?.to_owned();
        let slots = self.saver.borrow().slots(&scope, limit.positions);
        Some((scope, slots))
    }
}

/// The slots that this device holds for the posting's limit, if it states one.
pub fn stored(posting: &Posting, saver: &Saver) -> Option<Slots> {
    let limit = limit_of(posting)?;
    Some(saver.slots(posting.limit_scope()?, limit.positions))
}

fn limit_of(posting: &Posting) -> Option<&ApplicationLimit> {
    posting.application()?.limit.as_ref()
}
