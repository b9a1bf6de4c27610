//! The engines and time zones a journey can run in, and where each engine's driver is found.

use std::env;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chromium, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
    /// WebKitGTK's MiniBrowser, on an X display.
    Webkit,
}

/// The time zone a browser runs in: far ahead of UTC, far behind it, and UTC, so that a date that
/// slips by a day slips in one of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Zone {
    /// UTC+12, in summer +13.
    Auckland,
    /// UTC−8, in summer −7.
    LosAngeles,
    /// UTC.
    Utc,
}

impl Zone {
    /// Every zone.
    pub const ALL: [Self; 3] = [Self::Auckland, Self::LosAngeles, Self::Utc];

    /// The name in the tz database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auckland => "Pacific/Auckland",
            Self::LosAngeles => "America/Los_Angeles",
            Self::Utc => "UTC",
        }
    }
}

impl Engine {
    /// The engine named by `JOURNEY_ENGINE`, Chromium when it is unset.
    ///
    /// # Errors
    /// When the variable names no engine.
    pub fn from_environment() -> Result<Self, EngineError> {
        let Some(name) = env::var_os("JOURNEY_ENGINE") else {
            return Ok(Self::Chromium);
        };
        match name.to_str() {
            Some("chromium") => Ok(Self::Chromium),
            Some("firefox") => Ok(Self::Firefox),
            Some("webkit") => Ok(Self::Webkit),
            _ => Err(EngineError::UnknownEngine(
                name.to_string_lossy().into_owned(),
            )),
        }
    }

    /// The name used in `JOURNEY_ENGINE` and in the paths of screenshots and logs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The displays that its sessions run on, one each: windows on the same display would share focus
    /// and clipboard. They are named by `JOURNEY_DISPLAYS`, with blanks between them, or else by
    /// `DISPLAY`. None for an engine that needs none.
    pub(crate) fn displays(self) -> Vec<String> {
        match self {
            Self::Chromium | Self::Firefox => Vec::new(),
            Self::Webkit => ["JOURNEY_DISPLAYS", "DISPLAY"]
                .into_iter()
                .find_map(|variable| env::var(variable).ok())
                .unwrap_or_default()
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
        }
    }

    /// How many sessions run at once on these displays.
    pub(crate) fn sessions_at_once(self, displays: &[String]) -> usize {
        match self {
            Self::Chromium | Self::Firefox => 2,
            Self::Webkit => displays.len().max(1),
        }
    }

    /// The driver's program: a path, or a name to be looked up on `PATH`.
    pub(crate) fn driver_program(self) -> PathBuf {
        let (variable, otherwise) = match self {
            Self::Chromium => ("CHROMEDRIVER", "/usr/bin/chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::Webkit => ("WEBKITDRIVER", "/usr/bin/WebKitWebDriver"),
        };
        env::var_os(variable).map_or_else(|| PathBuf::from(otherwise), PathBuf::from)
    }
}

impl Display for Engine {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Why no engine can be chosen.
#[derive(Debug)]
pub enum EngineError {
    /// The value of `JOURNEY_ENGINE`.
    UnknownEngine(String),
}

impl Display for EngineError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownEngine(name) => write!(
                formatter,
                "JOURNEY_ENGINE is `{name}`: set it to `chromium`, `firefox` or `webkit`"
            ),
        }
    }
}

impl Error for EngineError {}
