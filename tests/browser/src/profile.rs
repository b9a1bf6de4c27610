//! What a browser keeps on disk: a profile of its own for each test.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::browser::{Browser, BrowserError};
use crate::engine::{Engine, Zone};
use crate::workspace::{self, TemporaryFolder};

/// What a browser keeps on disk, and where its windows are.
pub(crate) struct Profile {
    folder: TemporaryFolder,
    display: Option<String>,
}

impl Profile {
    /// A profile in which no page was ever opened. `display` is for an engine that has no mode
    /// without windows.
    ///
    /// Firefox spends more time on its first start than a test on its page, so that is done once,
    /// and each test gets a copy of what came of it.
    pub(crate) fn new(engine: Engine, display: Option<String>) -> Result<Self, BrowserError> {
        let profile = Self::empty(display)?;
        if engine == Engine::Firefox {
            copy(&started_once()?, &profile.browser_folder()).map_err(BrowserError::Folder)?;
        }
        Ok(profile)
    }

    fn empty(display: Option<String>) -> Result<Self, BrowserError> {
        let folder = TemporaryFolder::new().map_err(BrowserError::Folder)?;
        let profile = Self { folder, display };
        fs::create_dir_all(profile.downloads()).map_err(BrowserError::Folder)?;
        // Firefox refuses windows narrower than 450 pixels, by a rule of its own style sheet.
        let chrome = profile.browser_folder().join("chrome");
        fs::create_dir_all(&chrome).map_err(BrowserError::Folder)?;
        let style = ":root { min-width: 0 !important; min-height: 0 !important; }";
        fs::write(chrome.join("userChrome.css"), style).map_err(BrowserError::Folder)?;
        Ok(profile)
    }

    /// The X display, for an engine that needs one.
    pub(crate) fn display(&self) -> Option<&str> {
        self.display.as_deref()
    }

    /// Where Chromium and Firefox put downloads.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// Takes away what was downloaded: a file of the same name would be given another one.
    pub(crate) fn empty_downloads(&self) -> Result<(), BrowserError> {
        let downloads = self.downloads();
        fs::remove_dir_all(&downloads)
            .and_then(|()| fs::create_dir_all(&downloads))
            .map_err(BrowserError::Folder)
    }

    /// Takes away where the last browser on this profile listened. One that was killed leaves it
    /// behind, and the next one's driver would ask there.
    pub(crate) fn forget_last_run(&self) {
        // Only Chromium has the file.
        let _ = fs::remove_file(self.browser_folder().join("DevToolsActivePort"));
    }

    /// What the browser is given as its profile.
    pub(crate) fn browser_folder(&self) -> PathBuf {
        self.folder.path().join("profile")
    }
}

/// The profile of a Firefox that was started and closed, made anew by each run of the tests.
fn started_once() -> Result<PathBuf, BrowserError> {
    static MADE: Mutex<bool> = Mutex::new(false);
    let folder = workspace::root().join("target/journey/firefox-profile");
    // Whoever comes second waits here for the first.
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if !*made {
        let profile = Profile::empty(None)?;
        Browser::start(Engine::Firefox, Zone::Utc, &profile)?.quit()?;
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(BrowserError::Folder)?;
        }
        copy(&profile.browser_folder(), &folder).map_err(BrowserError::Folder)?;
        *made = true;
    }
    Ok(folder)
}

/// Files and folders; not the link by which a running Firefox marks its profile.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, copied) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy(&entry.path(), &copied)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}
