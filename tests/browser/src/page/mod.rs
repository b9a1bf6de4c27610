//! A page as a candidate meets it: elements by role and label, a keyboard, a window.

mod crash;
mod element;
mod error;
mod find;
mod footprint;
mod frame;
mod inspect;
mod report;
mod tab;
mod takeaway;
mod window;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

use crate::browser::{Browser, BrowserError};
use crate::engine::{Engine, Zone};
use crate::opened::Opened;
use crate::profile::Profile;

pub use element::Element;
pub use error::PageError;
pub use find::Role;
pub use footprint::Footprint;
pub use inspect::{Media, Violation};
pub use report::Report;
pub use tab::Tab;
pub use thirtyfour::Key;
pub use window::Window;

/// How long a page may take to do what a test waits for. Long, because it is no measure of the page's
/// speed: two busy cores need more than ten seconds for a page of fifteen widgets.
const PATIENCE: Duration = Duration::from_secs(30);

/// The pause between two looks at a condition.
const PAUSE: Duration = Duration::from_millis(20);

/// The tab of a test’s browser in which steps are taken, at first the only one.
pub struct Page {
    browser: RefCell<Option<Browser>>,
    profile: Profile,
    engine: Engine,
    zone: Cell<Zone>,
    /// How many tests have used the browser before.
    uses: usize,
    origin: String,
    window: Cell<Window>,
    patience: Cell<Duration>,
    /// Whether no other test has used the browser, or will.
    is_alone: bool,
    /// Whether the browser is no longer as after its start, which a new window does not mend.
    is_changed: Cell<bool>,
    reports: RefCell<Vec<Report>>,
}

impl Page {
    pub(crate) fn new(opened: Opened, origin: String, is_alone: bool) -> Self {
        let Opened {
            browser,
            profile,
            zone,
            uses,
        } = opened;
        Self {
            engine: browser.engine,
            browser: RefCell::new(Some(browser)),
            profile,
            zone: Cell::new(zone),
            uses,
            origin,
            window: Cell::new(Window::DESKTOP),
            patience: Cell::new(PATIENCE),
            is_alone,
            is_changed: Cell::new(false),
            reports: RefCell::default(),
        }
    }

    /// The engine this page runs in, for what only some engines can do.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Loads a path of the test's site (`/…`), or a whole address (`http…`).
    ///
    /// # Errors
    /// When the page doesn't load within half a minute. A status such as 404 is no error.
    pub fn open(&self, path: &str) -> Result<(), PageError> {
        self.keep_reports()?;
        let address = if path.starts_with('/') {
            format!("{}{path}", self.origin)
        } else {
            path.to_owned()
        };
        self.drive(async |driver| driver.goto(address).await)?;
        self.wait_for_load()
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the page doesn't load.
    pub fn reload(&self) -> Result<(), PageError> {
        self.keep_reports()?;
        self.drive(async |driver| driver.refresh().await)?;
        self.wait_for_load()
    }

    /// Goes back to the page before, as its user would. WebKit's driver once lost its connection after a script had called
    /// for that.
    ///
    /// # Errors
    /// When the page doesn't load.
    pub fn back(&self) -> Result<(), PageError> {
        self.keep_reports()?;
        self.drive(async |driver| driver.back().await)?;
        self.wait_for_load()
    }

    /// `ChromeDriver` now and then says that it has loaded a page whose first scripts have not run,
    /// which was seen in one of a hundred loads with other browsers at work.
    fn wait_for_load(&self) -> Result<(), PageError> {
        self.wait_until_script("the page", "return document.readyState === 'complete'")
    }

    /// Closes the browser and starts it again on the same profile, on an empty page.
    ///
    /// # Errors
    /// In WebKit, which keeps no profile under automation; when the browser doesn't start.
    pub fn restart_browser(&self) -> Result<(), PageError> {
        self.needs(
            "to keep its storage when closed",
            self.engine != Engine::Webkit,
        )?;
        self.is_changed.set(true);
        self.keep_reports()?;
        self.close()?;
        let browser = Browser::start(self.engine, self.zone.get(), &self.profile)?;
        self.browser.replace(Some(browser));
        self.resize(self.window.get())
    }

    /// Runs the body of a function in the page and gives back what it returns. The script sees its
    /// arguments as `arguments`.
    ///
    /// # Errors
    /// When the script throws or returns something else than a `T`.
    pub fn script<T: DeserializeOwned>(
        &self,
        body: &str,
        arguments: &[Value],
    ) -> Result<T, PageError> {
        self.drive(async |driver| driver.execute(body, arguments).await?.convert())
    }

    /// Like [`script`](Self::script), for a script that answers later: its last argument is the
    /// function to call with the answer.
    ///
    /// # Errors
    /// When the script throws, does not answer within half a minute, or answers something else.
    pub fn script_async<T: DeserializeOwned>(
        &self,
        body: &str,
        arguments: &[Value],
    ) -> Result<T, PageError> {
        self.drive(async |driver| driver.execute_async(body, arguments).await?.convert())
    }

    /// Waits until the page has drawn what it knows. The widget moves the focus, and with it the
    /// scroll position, in the frame after a change: a person never acts before that, a test could.
    ///
    /// # Errors
    /// When the page draws nothing for half a minute.
    pub fn settle(&self) -> Result<(), PageError> {
        self.script_async(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))",
            &[],
        )
    }

    /// Waits no longer than this from now on, for a test of what does not come.
    pub fn wait_at_most(&self, limit: Duration) {
        self.patience.set(limit);
    }

    /// Looks at a condition until it holds; `what` completes "waited for …".
    ///
    /// # Errors
    /// When it doesn't hold within thirty seconds, or can't be looked at.
    pub fn wait_until(
        &self,
        what: &str,
        mut condition: impl FnMut() -> Result<bool, PageError>,
    ) -> Result<(), PageError> {
        let deadline = Instant::now() + self.patience.get();
        while !condition()? {
            if Instant::now() > deadline {
                return Err(PageError::TimedOut {
                    what: what.to_owned(),
                });
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// Waits until the body of a function, run in the page, returns `true`.
    ///
    /// # Errors
    /// As [`wait_until`](Self::wait_until).
    pub fn wait_until_script(&self, what: &str, body: &str) -> Result<(), PageError> {
        self.wait_until(what, || self.script(body, &[]))
    }

    /// Presses and releases one key where the focus is.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub fn press(&self, key: Key) -> Result<(), PageError> {
        self.chord(&[], key)
    }

    /// Presses a key while others are held, such as `(&[Key::Shift], Key::Tab)`; the key may be a
    /// character.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub fn chord(&self, held: &[Key], key: impl Into<char>) -> Result<(), PageError> {
        let key = key.into();
        self.drive(async |driver| {
            let mut actions = driver.action_chain();
            for modifier in held {
                actions = actions.key_down(modifier.value());
            }
            actions = actions.key_down(key).key_up(key);
            for modifier in held.iter().rev() {
                actions = actions.key_up(modifier.value());
            }
            actions.perform().await
        })
    }

    /// Types where the focus is.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub fn type_text(&self, text: &str) -> Result<(), PageError> {
        self.drive(async |driver| driver.action_chain().send_keys(text).perform().await)
    }

    /// Closes the browser.
    pub(crate) fn quit(self) -> Result<(), PageError> {
        self.close()
    }

    /// Leaves the browser to the next test, as after its start; closes it if it is nobody else's.
    pub(crate) fn leave(self) -> Result<Option<Opened>, PageError> {
        if self.is_alone || self.is_changed.get() {
            return self.quit().map(|()| None);
        }
        let Some(browser) = self.browser.take() else {
            return Ok(None);
        };
        // The test has passed by now. A browser that is not as it was is closed, and the next test starts another.
        if let Err(error) = browser
            .renew()
            .and_then(|()| self.profile.empty_downloads())
        {
            eprintln!("a browser is not used again: {error}");
            let _ = browser.quit();
            return Ok(None);
        }
        let opened = Opened {
            browser,
            profile: self.profile,
            zone: self.zone.get(),
            uses: self.uses,
        };
        Ok(Some(opened))
    }

    fn close(&self) -> Result<(), PageError> {
        let browser = self.browser.take();
        browser.map_or(Ok(()), |browser| browser.quit().map_err(PageError::Browser))
    }

    /// Runs WebDriver commands and waits for their end.
    fn drive<T>(
        &self,
        commands: impl AsyncFnOnce(&WebDriver) -> WebDriverResult<T>,
    ) -> Result<T, PageError> {
        let browser = self.browser.borrow();
        let browser = browser.as_ref().ok_or(PageError::Closed)?;
        Ok(browser.runtime.block_on(commands(&browser.web_driver))?)
    }

    /// Waits for the end of commands to an element.
    fn wait_for<T>(
        &self,
        commands: impl Future<Output = WebDriverResult<T>>,
    ) -> Result<T, PageError> {
        self.drive(async |_| commands.await)
    }

    fn needs(&self, what: &'static str, possible: bool) -> Result<(), PageError> {
        if possible {
            Ok(())
        } else {
            Err(PageError::Unsupported {
                engine: self.engine,
                what,
            })
        }
    }
}

impl From<BrowserError> for PageError {
    fn from(error: BrowserError) -> Self {
        Self::Browser(error)
    }
}
