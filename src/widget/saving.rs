//! When the draft is written: to localStorage at each key, to the database a moment later and when
//! the page is hidden or left, and again and again while the device refuses.

use std::time::Duration;

use leptos::leptos_dom::helpers::{set_timeout, set_timeout_with_handle};
use leptos::prelude::*;

use super::Widget;
use crate::clock;
use crate::storage::{Batch, Found, SaveState, StoredText, Unavailable, database};

/// How long an edit may wait for the database, so that a fast typist is written to disk once per
/// moment and not once per key.
const SAVE_AFTER: Duration = Duration::from_millis(300);

/// How long the database may take to answer before the page says what is true without it. Some browsers
/// let a page wait for ever, as when another page holds the database in its sleep.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long to wait before a device that refused is asked again: someone may have made room.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(5);

/// How long the answers must rest before the live region speaks, so that it does not talk over
/// someone who is still typing.
const SPEAK_AFTER: Duration = Duration::from_millis(900);

impl Widget {
    /// How the draft stands on this device.
    pub fn save_state(self) -> SaveState {
        self.save_state_changed.get();
        self.shared().save_state.get()
    }

    /// Every text of the draft with its name and time, as it is stored; the caller is run again
    /// when that changes.
    pub fn stored(self) -> Vec<StoredText> {
        self.save_state_changed.get();
        self.shared().saver.borrow().texts()
    }

    /// How the keys of these texts begin.
    pub fn stored_under(self) -> String {
        self.shared().saver.borrow().database_prefix()
    }

    /// Has what was typed written in a moment.
    pub(super) fn save_soon(self) {
        let shared = self.shared();
        if !matches!(
            shared.save_state.get(),
            SaveState::Refused(_) | SaveState::Tight(_)
        ) {
            self.set_save_state(SaveState::Waiting);
        }
        if shared.is_trying_again.replace(false)
            && let Some(later) = shared.save_timer.take()
        {
            later.clear();
        }
        self.save_after(SAVE_AFTER);
    }

    fn save_after(self, moment: Duration) {
        let shared = self.shared();
        let waiting = shared.save_timer.take();
        if waiting.is_some() {
            shared.save_timer.set(waiting);
            return;
        }
        let timer = set_timeout_with_handle(move || self.flush(), moment);
        shared.save_timer.set(timer.ok());
    }

    pub(super) fn speak_soon(self) {
        let shared = self.shared();
        if let Some(waiting) = shared.speak_timer.take() {
            waiting.clear();
        }
        let speak = move || {
            let shared = self.shared.try_get_value();
            let Some((shared, outlook)) = shared.zip(self.outlook.try_get_untracked()) else {
                return;
            };
            let summary = self.text.fit_summary(&outlook);
            if shared.summary.replace(summary.clone()) != summary {
                let _ = self.spoken.try_set(summary);
            }
        };
        let timer = set_timeout_with_handle(speak, SPEAK_AFTER);
        shared.speak_timer.set(timer.ok());
    }

    /// Whether localStorage has all of it.
    pub fn is_shelved(self) -> bool {
        self.shared().saver.borrow().is_shelved()
    }

    /// Writes to localStorage what it doesn't have.
    pub(super) fn shelve(self) -> Result<(), Unavailable> {
        let shelved = self.shared().saver.borrow_mut().shelve();
        // Another tab's text may have been found in the place of one of ours.
        self.show_followed();
        shelved
    }

    /// Writes every waiting edit now: to localStorage at once, then to the database, which says
    /// later that it has them. Does nothing for a widget that has left the page.
    pub fn flush(self) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        let Some(timer) = shared.save_timer.take() else {
            return;
        };
        timer.clear();
        shared.is_trying_again.set(false);
        let now = clock::now();
        let shelved = self.shelve();
        shared.batches.set(shared.batches.get().wrapping_add(1));
        let number = shared.batches.get();
        let batch = shared.saver.borrow().batch(now);
        match batch {
            Some(batch) => {
                shared.is_unanswered.set(true);
                set_timeout(move || self.unanswered(number, now, shelved), PATIENCE);
                database::write(batch.changes.clone(), move |found| match found {
                    Ok(found) if !found.is_empty() => self.found(number, &batch, &found),
                    Ok(_) => self.written(number, now, shelved, Ok(batch)),
                    Err(reason) => self.written(number, now, shelved, Err(reason)),
                });
            }
            None => self.written(number, now, shelved, Ok(Batch::default())),
        }
    }

    /// Writes every edit that is not written yet because the page is being left: it may never come back, and hears
    /// no more how that went. Where it does come back, it is all written again as ever: nobody has heard of what was
    /// on its way.
    pub fn write_parting(self) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        let state = shared.save_state.get();
        let is_on_its_way = matches!(
            state,
            SaveState::Waiting | SaveState::Tight(_) | SaveState::Refused(_)
        );
        if self.is_waiting() || is_on_its_way || shared.is_unanswered.get() {
            let _ = self.shelve();
            let texts = shared.saver.borrow().parting(clock::now());
            database::write_parting(&texts);
            shared.batches.set(shared.batches.get().wrapping_add(1));
            self.save_after(SAVE_AFTER);
        }
        if let Some(listener) = &*shared.loss_listener.borrow() {
            listener.leave();
        }
    }

    /// Takes what another tab has put into the database, over which nothing was written, and writes what
    /// follows from both.
    fn found(self, number: u32, batch: &Batch, found: &[Found]) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        self.hear_of(number);
        let records = shared.saver.borrow_mut().settle(batch, found);
        for (name, revision) in records {
            self.take_found(&name, &revision);
        }
        self.show_followed();
        self.refresh_slots();
        if shared.batches.get() == number {
            // Not at once: a page that is being left would open the database again, and sleep on with it.
            self.save_after(SAVE_AFTER);
        }
    }

    /// Notes that the database has answered.
    fn hear_of(self, number: u32) {
        let shared = self.shared();
        if shared.batches.get() == number {
            shared.is_unanswered.set(false);
        }
    }

    /// Says what is true while the database has not answered.
    fn unanswered(self, number: u32, now: i64, shelved: Result<(), Unavailable>) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        let is_open = shared.save_state.get() == SaveState::Waiting && !self.is_waiting();
        if shared.batches.get() == number && is_open {
            self.set_save_state(match shelved {
                Ok(()) => SaveState::Shelved(now),
                Err(reason) => SaveState::Refused(reason),
            });
        }
    }

    /// Takes how writing went: to localStorage, and to the database.
    fn written(
        self,
        number: u32,
        now: i64,
        shelved: Result<(), Unavailable>,
        settled: Result<Batch, Unavailable>,
    ) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        self.hear_of(number);
        let is_settled = settled.is_ok();
        match settled {
            Ok(batch) => {
                shared.saver.borrow_mut().settle(&batch, &[]);
            }
            Err(_) => shared.saver.borrow_mut().remove_old(),
        }
        if shared.batches.get() != number {
            return;
        }
        let is_empty = shared.draft.borrow().is_empty();
        let state = match shelved {
            // Until the database has forgotten what was deleted, it isn't.
            Ok(()) if is_settled && is_empty => SaveState::Untouched,
            Ok(()) if is_settled => SaveState::Saved(now),
            Ok(()) => SaveState::Shelved(now),
            Err(Unavailable::Newer) => SaveState::Refused(Unavailable::Newer),
            Err(Unavailable::Full) if is_settled => SaveState::Tight(now),
            Err(_) if is_settled => SaveState::Saved(now),
            Err(reason) => SaveState::Refused(reason),
        };
        if state == SaveState::Refused(Unavailable::Full) || matches!(state, SaveState::Tight(_)) {
            self.set_save_state(state);
            self.try_again_later();
        } else if !self.is_waiting() {
            self.set_save_state(state);
        }
    }

    fn try_again_later(self) {
        if !self.is_waiting() {
            self.shared().is_trying_again.set(true);
            self.save_after(TRY_AGAIN_AFTER);
        }
    }

    /// Tries again at once what was refused: something has changed on the device.
    pub fn try_again(self) {
        let is_trying_again = self.shared.try_get_value();
        if is_trying_again.is_some_and(|shared| shared.is_trying_again.get()) {
            self.flush();
        }
    }

    /// Whether an edit waits to be written.
    pub(super) fn is_waiting(self) -> bool {
        let shared = self.shared();
        let timer = shared.save_timer.take();
        let is_waiting = timer.is_some();
        shared.save_timer.set(timer);
        is_waiting
    }

    pub(super) fn set_save_state(self, state: SaveState) {
        self.shared().save_state.set(state);
        self.save_state_changed.bump();
    }
}
