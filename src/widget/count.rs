//! The one kind of signal most of the widget's state is followed through.

use leptos::prelude::*;

/// A signal that counts how often something changed. What changed lies beside it, in what
/// the copies of a handle share: a signal for each kind of content would be compiled once per kind.
#[derive(Clone, Copy)]
pub struct Count(RwSignal<u32>);

impl Count {
    /// Nothing has changed yet.
    pub fn new() -> Self {
        Self(RwSignal::new(0))
    }

    /// How often it changed; the caller is run again when it does.
    #[inline(never)]
    pub fn get(self) -> u32 {
        self.0.try_get().unwrap_or_default()
    }

    /// Sets the count. Does nothing for a widget that has left the page.
    #[inline(never)]
    pub fn set(self, count: u32) {
        let _ = self.0.try_set(count);
    }

    /// The count as it stands now.
    #[inline(never)]
    pub fn now(self) -> u32 {
        self.0.try_get_untracked().unwrap_or_default()
    }

    /// Counts a change.
    pub fn bump(self) {
        self.set(self.now().wrapping_add(1));
    }
}

impl Default for Count {
    fn default() -> Self {
        Self::new()
    }
}
