//! One test: a site, a browser in which nothing of another test is left, and the test's steps between them.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::panic::{self, AssertUnwindSafe};
use std::thread;

use crate::browser::BrowserError;
use crate::engine::{Engine, EngineError, Zone};
use crate::failure::Outcome;
use crate::opened::Opened;
use crate::page::{Page, Report, Window};
use crate::site::{Site, SiteError};
use crate::slots::{self, Slot};

/// The circumstances of a test. Starts out in UTC with a desktop's window.
#[derive(Clone, Copy, Debug)]
pub struct Journey {
    zone: Zone,
    window: Window,
    is_alone: bool,
}

impl Default for Journey {
    fn default() -> Self {
        Self::new()
    }
}

impl Journey {
    /// UTC and [`Window::DESKTOP`].
    pub const fn new() -> Self {
        Self {
            zone: Zone::Utc,
            window: Window::DESKTOP,
            is_alone: false,
        }
    }

    /// Runs the browser in this time zone.
    #[must_use]
    pub const fn zone(mut self, zone: Zone) -> Self {
        self.zone = zone;
        self
    }

    /// Gives the page this size.
    #[must_use]
    pub const fn window(mut self, window: Window) -> Self {
        self.window = window;
        self
    }

    /// Runs in a browser that no other test has used, or will: for what browsers share between all their pages, such as
    /// the clipboard.
    #[must_use]
    pub const fn alone(mut self) -> Self {
        self.is_alone = true;
        self
    }

    /// Runs `steps` in an empty window, and closes all windows however they end. When they fail, the page as
    /// it was is at `target/screenshots/<engine>/failed-<test>.png`.
    ///
    /// # Errors
    /// Those of `steps`; when site or browser can't be started; and when the page reported an error
    /// (an exception, a refused resource, `console.error`) that `steps` did not ask for with
    /// [`Page::reports`].
    pub fn run(self, steps: impl FnOnce(&Site, &Page) -> Outcome) -> Outcome {
        let engine = Engine::from_environment().map_err(JourneyError::Engine)?;
        let displays = engine.displays();
        let slot = slots::take(engine.sessions_at_once(&displays));
        let display = displays.into_iter().nth(slot.number());
        let site = Site::start().map_err(JourneyError::Site)?;
        let opened = self
            .browser(engine, &slot, display)
            .map_err(JourneyError::Browser)?;
        let page = Page::new(opened, site.origin(), self.is_alone);

        let ended = panic::catch_unwind(AssertUnwindSafe(|| -> Outcome {
            page.resize(self.window)?;
            steps(&site, &page)?;
            match page.reports()? {
                reports if reports.is_empty() => Ok(()),
                reports => Err(JourneyError::Unasked(reports))?,
            }
        }));
        if !matches!(ended, Ok(Ok(()))) {
            keep_picture(&page);
        }
        match ended {
            Ok(Ok(())) => {
                let left = page.leave()?;
                let left = left.map_or(Ok(()), |opened| opened.leave(&slot));
                Ok(left.map_err(JourneyError::Browser)?)
            }
            // Whatever went wrong, no other test shall have the browser.
            Ok(Err(failure)) => {
                let _ = page.quit();
                Err(failure)
            }
            Err(panic) => {
                let _ = page.quit();
                panic::resume_unwind(panic)
            }
        }
    }
}

impl Journey {
    fn browser(
        self,
        engine: Engine,
        slot: &Slot,
        display: Option<String>,
    ) -> Result<Opened, BrowserError> {
        let left = if self.is_alone {
            None
        } else {
            Opened::of_earlier_test(slot, self.zone)?
        };
        left.map_or_else(|| Opened::start(engine, self.zone, display), Ok)
    }
}

/// The failure itself matters more than its picture, so a picture that can't be had is only told.
fn keep_picture(page: &Page) {
    let test = thread::current()
        .name()
        .unwrap_or("unnamed")
        .replace("::", "-");
    match page.screenshot(&format!("failed-{test}")) {
        Ok(path) => eprintln!("the page as it was: {}", path.display()),
        Err(error) => eprintln!("no picture of the page: {error}"),
    }
}

/// Why a test could not be run, or failed by its page's own account.
#[derive(Debug)]
pub enum JourneyError {
    /// No engine.
    Engine(EngineError),
    /// No site.
    Site(SiteError),
    /// No browser.
    Browser(BrowserError),
    /// The page reported errors, and the test ended without having read them.
    Unasked(Vec<Report>),
}

impl Display for JourneyError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Engine(_) => formatter.write_str("no engine to test in"),
            Self::Site(_) => formatter.write_str("no site to test"),
            Self::Browser(_) => formatter.write_str("no browser to test in"),
            Self::Unasked(reports) => {
                formatter.write_str("the page reported errors the test does not expect:")?;
                reports
                    .iter()
                    .try_for_each(|report| write!(formatter, "\n  {report}"))
            }
        }
    }
}

impl Error for JourneyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Engine(error) => Some(error),
            Self::Site(error) => Some(error),
            Self::Browser(error) => Some(error),
            Self::Unasked(_) => None,
        }
    }
}
