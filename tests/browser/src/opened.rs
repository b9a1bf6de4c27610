//! Browsers between two tests. Starting one takes longer than many a test, so a test that leaves its browser as it was
//! after its start leaves it to the next test in its slot.
//!
//! Nothing of one test is there in the next: each has a site of its own, and with it an origin of its own, by which
//! browsers keep apart what pages store. What they don't keep apart is for tests that are
//! [`alone`](crate::Journey::alone).

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::browser::{Browser, BrowserError};
use crate::engine::{Engine, Zone};
use crate::profile::Profile;
use crate::slots::Slot;

/// A browser on an empty page, with what it was started on.
pub(crate) struct Opened {
    pub(crate) browser: Browser,
    pub(crate) profile: Profile,
    pub(crate) zone: Zone,
    /// How many tests have used it.
    pub(crate) uses: usize,
}

/// How many tests use a browser. Firefox keeps something of every window it has closed: with fifty tests a gigabyte.
const MOST_USES: usize = 16;

impl Opened {
    /// Starts a browser on a new profile.
    pub(crate) fn start(
        engine: Engine,
        zone: Zone,
        display: Option<String>,
    ) -> Result<Self, BrowserError> {
        let profile = Profile::new(engine, display)?;
        let browser = Browser::start(engine, zone, &profile)?;
        Ok(Self {
            browser,
            profile,
            zone,
            uses: 0,
        })
    }

    /// Leaves the browser to the next test in this slot. WebKit's starts so soon that it is not worth it.
    pub(crate) fn leave(mut self, slot: &Slot) -> Result<(), BrowserError> {
        self.uses += 1;
        if self.browser.engine == Engine::Webkit || self.uses >= MOST_USES {
            return self.browser.quit();
        }
        left().insert(slot.number(), self);
        Ok(())
    }

    /// The browser that an earlier test in this slot has left. One in another zone is closed.
    pub(crate) fn of_earlier_test(slot: &Slot, zone: Zone) -> Result<Option<Self>, BrowserError> {
        match left().remove(&slot.number()) {
            Some(opened) if opened.zone != zone => opened.browser.quit().map(|()| None),
            opened => Ok(opened),
        }
    }
}

/// By the number of their slot.
fn left() -> MutexGuard<'static, BTreeMap<usize, Opened>> {
    static LEFT: Mutex<BTreeMap<usize, Opened>> = Mutex::new(BTreeMap::new());
    LEFT.lock().unwrap_or_else(PoisonError::into_inner)
}
