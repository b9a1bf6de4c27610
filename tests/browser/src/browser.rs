//! One browser. It runs on a profile, which outlives it: a test can close the one and find in the
//! next what was stored.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverError;
use tokio::runtime::{Builder, Runtime};

use crate::driver::{Driver, DriverError};
use crate::engine::{Engine, Zone};
use crate::profile::Profile;

/// How long a browser may take to start. On two busy cores it takes five seconds.
const START_LIMIT: Duration = Duration::from_secs(45);

/// A running browser.
pub(crate) struct Browser {
    pub(crate) engine: Engine,
    pub(crate) web_driver: WebDriver,
    pub(crate) runtime: &'static Runtime,
    driver: Driver,
}

impl Browser {
    /// Starts a browser on `profile`.
    ///
    /// Now and then a driver waits for a browser that never comes up; it was seen with WebKitGTK. No
    /// page has been loaded by then, so another try hides no fault of a page. It is told, and there is
    /// only one.
    pub(crate) fn start(
        engine: Engine,
        zone: Zone,
        profile: &Profile,
    ) -> Result<Self, BrowserError> {
        Self::start_once(engine, zone, profile).or_else(|error| match error {
            BrowserError::Refused(refusal) => {
                eprintln!("{engine} did not start, and is started once more: {refusal}");
                profile.forget_last_run();
                Self::start_once(engine, zone, profile)
            }
            other => Err(other),
        })
    }

    fn start_once(engine: Engine, zone: Zone, profile: &Profile) -> Result<Self, BrowserError> {
        let runtime = runtime()?;
        let driver =
            Driver::start(engine, zone, profile.display()).map_err(BrowserError::Driver)?;
        let capabilities = match engine {
            Engine::Chromium => chromium(profile),
            Engine::Firefox => firefox(profile),
            Engine::Webkit => webkit()?,
        };
        let Value::Object(capabilities) = capabilities else {
            return Err(BrowserError::Refused(WebDriverError::ParseError(
                "capabilities are no object".to_owned(),
            )));
        };
        let session = WebDriver::new(driver.url(), thirtyfour::Capabilities::from(capabilities));
        let started = runtime
            .block_on(async { tokio::time::timeout(START_LIMIT, session).await })
            .unwrap_or(Err(WebDriverError::Timeout(format!(
                "no session within {} s",
                START_LIMIT.as_secs()
            ))));
        let web_driver = started.map_err(BrowserError::Refused)?;
        Ok(Self {
            engine,
            web_driver,
            runtime,
            driver,
        })
    }

    /// Opens an empty window and closes all others: what is left is as after the start.
    pub(crate) fn renew(&self) -> Result<(), BrowserError> {
        let renewed = self.runtime.block_on(async {
            let driver = &self.web_driver;
            let windows = driver.windows().await?;
            // The test may have closed the one in which it took its last step.
            if let Some(window) = windows.first() {
                driver.switch_to_window(window.clone()).await?;
            }
            let empty = driver.new_window().await?;
            for window in windows {
                driver.switch_to_window(window).await?;
                driver.close_window().await?;
            }
            driver.switch_to_window(empty).await
        });
        renewed.map_err(BrowserError::Unrenewed)
    }

    /// Closes the browser as its user would, so that it finishes writing its profile.
    pub(crate) fn quit(self) -> Result<(), BrowserError> {
        let quit = self
            .runtime
            .block_on(self.web_driver.quit())
            .map_err(BrowserError::Unquit);
        drop(self.driver);
        quit
    }
}

/// One runtime for all sessions, with a thread of its own so that idle connections to the drivers
/// are looked after while a test is thinking.
fn runtime() -> Result<&'static Runtime, BrowserError> {
    static RUNTIME: OnceLock<Result<Runtime, io::Error>> = OnceLock::new();
    RUNTIME
        .get_or_init(|| {
            Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
        })
        .as_ref()
        .map_err(BrowserError::Runtime)
}

/// Without the sandbox, because containers run tests as root, where Chromium refuses to start with
/// it; the rest keeps the browser from talking to anyone but the test's site.
fn chromium(profile: &Profile) -> Value {
    let user_data = format!("--user-data-dir={}", profile.browser_folder().display());
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                user_data,
            ],
            "prefs": {
                "download.default_directory": profile.downloads(),
                "download.prompt_for_download": false,
            },
        },
    })
}

fn firefox(profile: &Profile) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", profile.browser_folder()],
            "prefs": {
                "browser.download.folderList": 2,
                "browser.download.dir": profile.downloads(),
                "browser.download.useDownloadDir": true,
                "browser.download.alwaysOpenPanel": false,
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            },
        },
    })
}

/// MiniBrowser takes no profile: under automation it keeps nothing on disk.
fn webkit() -> Result<Value, BrowserError> {
    Ok(json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
    }))
}

/// Debian's multiarch folder names the machine's architecture, hence the search:
/// `/usr/lib/*/webkit2gtk-4.*/MiniBrowser`.
fn mini_browser() -> Result<PathBuf, BrowserError> {
    let architectures = fs::read_dir("/usr/lib").map_err(BrowserError::Folder)?;
    let mut found: Vec<PathBuf> = architectures
        .flatten()
        .filter_map(|architecture| fs::read_dir(architecture.path()).ok())
        .flat_map(Iterator::flatten)
        .filter(|library| {
            library
                .file_name()
                .to_string_lossy()
                .starts_with("webkit2gtk-4.")
        })
        .map(|library| library.path().join("MiniBrowser"))
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found.pop().ok_or(BrowserError::NoMiniBrowser)
}

/// Why a browser can't be started or closed.
#[derive(Debug)]
pub enum BrowserError {
    /// The profile can't be written.
    Folder(io::Error),
    /// The threads that talk to the driver can't be started.
    Runtime(&'static io::Error),
    /// No driver.
    Driver(DriverError),
    /// WebKitGTK's browser is not installed.
    NoMiniBrowser,
    /// The driver could not start a browser.
    Refused(WebDriverError),
    /// The browser did not close the windows of a test.
    Unrenewed(WebDriverError),
    /// The browser did not close.
    Unquit(WebDriverError),
}

impl Display for BrowserError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Folder(_) => "the browser's files can't be reached",
            Self::Runtime(_) => "the threads that talk to the driver can't be started",
            Self::Driver(_) => "no driver",
            Self::NoMiniBrowser => {
                "no /usr/lib/*/webkit2gtk-4.*/MiniBrowser: install webkit2gtk-driver"
            }
            Self::Refused(_) => "the driver starts no browser",
            Self::Unrenewed(_) => "the browser does not close the windows of a test",
            Self::Unquit(_) => "the browser does not close",
        })
    }
}

impl Error for BrowserError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Folder(error) => Some(error),
            Self::Runtime(error) => Some(*error),
            Self::Driver(error) => Some(error),
            Self::NoMiniBrowser => None,
            Self::Refused(error) | Self::Unrenewed(error) | Self::Unquit(error) => Some(error),
        }
    }
}
