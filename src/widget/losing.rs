//! What is done when the browser, or whoever clears what a site has stored, takes away what was saved.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;

use super::Widget;
use crate::storage::{Loss, SaveState, database};

/// How long to wait before looking what is left: the two places are not cleared at the same moment.
const LOOK_AFTER: Duration = Duration::from_millis(1500);

impl Widget {
    /// Looks in a moment what is left of what was saved.
    pub fn look_for_loss_later(self) {
        let shared = self.shared.try_get_value();
        if shared.is_some_and(|shared| !shared.is_looking.replace(true)) {
            set_timeout(move || self.look_for_loss(), LOOK_AFTER);
        }
    }

    /// Looks what is left of what was saved.
    pub(super) fn look_for_loss(self) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        shared.is_looking.set(false);
        let prefix = shared.saver.borrow().database_prefix();
        database::read(&prefix, move |rows| self.take_loss(rows.ok()));
    }

    /// Stores anew what is gone from one place, and says so where it is gone from both: someone who clears all
    /// of it does not want it back before they type again.
    fn take_loss(self, rows: Option<Vec<(String, String)>>) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        let (loss, records) = shared.saver.borrow_mut().look_for_loss(rows.as_deref());
        for (name, revision) in &records {
            // What was deleted meanwhile is remembered by the database only.
            self.take(name, revision);
        }
        self.promote(&records);
        self.show_followed();
        if !shared.saver.borrow().may_write() || shared.draft.borrow().is_empty() {
            return;
        }
        match loss {
            Loss::None => {}
            Loss::OnePlace => self.save_soon(),
            // What waits is written with all the rest.
            Loss::Both if self.is_waiting() => {}
            Loss::Both => self.set_save_state(SaveState::Cleared),
        }
        self.expire();
    }
}
