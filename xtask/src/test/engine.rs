//! The three browser engines: what each needs installed, and what its driver is told.

use std::path::PathBuf;
use std::process::Command;

use crate::error::Error;
use crate::project::Project;
use crate::tools::system::{self, Requirement};
use crate::tools::{Toolbox, cargo};

/// A browser engine that tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK with its own driver, on a display without a screen.
    Webkit,
}

impl Engine {
    /// Every engine, in the order in which they run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name on the command line and in `JOURNEY_ENGINE`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Installs browser and driver if need be, and returns the environment variable that the tests
    /// look for the driver in, with the driver's path.
    pub fn ensure(
        self,
        project: &Project,
        toolbox: &mut Toolbox,
    ) -> Result<(&'static str, PathBuf), Error> {
        system::ensure(
            self.requirements(),
            &format!("run tests in {}", self.name()),
        )?;
        match self {
            Self::Chromium => Ok(("CHROMEDRIVER", installed(CHROMEDRIVER.programs)?)),
            Self::Webkit => Ok(("WEBKITDRIVER", installed(WEBKITDRIVER.programs)?)),
            Self::Firefox => {
                cargo::ensure(project, &[cargo::GECKODRIVER], toolbox)?;
                Ok(("GECKODRIVER", toolbox.find(cargo::GECKODRIVER.program)?))
            }
        }
    }

    /// The environment variable in which wasm-bindgen's test runner looks for the driver.
    pub fn runner_variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            // The runner doesn't know WebKitGTK's driver, which understands what it asks of Safari's.
            Self::Webkit => "SAFARIDRIVER",
        }
    }

    fn requirements(self) -> &'static [Requirement] {
        match self {
            Self::Chromium => &[CHROMIUM, CHROMEDRIVER],
            Self::Firefox => &[FIREFOX],
            Self::Webkit => &[WEBKITDRIVER, XVFB],
        }
    }
}

const CHROMIUM: Requirement = Requirement {
    programs: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium", "chromium-browser"],
};
const CHROMEDRIVER: Requirement = Requirement {
    programs: &["chromedriver", "chromium.chromedriver"],
    packages: &["chromium-driver", "chromium-chromedriver"],
};
const FIREFOX: Requirement = Requirement {
    programs: &["firefox-esr", "firefox"],
    packages: &["firefox-esr", "firefox"],
};
const WEBKITDRIVER: Requirement = Requirement {
    programs: &["WebKitWebDriver"],
    packages: &["webkit2gtk-driver"],
};
const XVFB: Requirement = Requirement {
    programs: &["Xvfb"],
    packages: &["xvfb"],
};

/// Has WebKit run for the superuser too, whom its sandbox refuses.
pub fn allow_root(command: &mut Command) {
    if system::is_root() {
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    }
}

/// The host that serves the built site in the journey, whatever the engine. Debian keeps it in a
/// folder that is on the superuser's `PATH` only.
const NGINX: Requirement = Requirement {
    programs: &["nginx", "/usr/sbin/nginx"],
    packages: &["nginx", "nginx-light"],
};

/// Installs nginx if need be, and returns where it is.
pub fn ensure_nginx() -> Result<PathBuf, Error> {
    system::ensure(&[NGINX], "serve the built site as a static host does")?;
    installed(NGINX.programs)
}

/// Builds the example of a Hugo site.
const HUGO: Requirement = Requirement {
    programs: &["hugo"],
    packages: &["hugo"],
};

/// Installs Hugo if need be, and returns where it is.
pub fn ensure_hugo() -> Result<PathBuf, Error> {
    system::ensure(&[HUGO], "build the example of a Hugo site")?;
    installed(HUGO.programs)
}

fn installed(programs: &[&str]) -> Result<PathBuf, Error> {
    system::first_on_path(programs).ok_or_else(|| {
        Error::missing(
            format!("{} is not installed", programs.join(" or ")),
            "Install it, or leave the browser out with --engine",
        )
    })
}

impl std::str::FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or_else(|| {
            Error::Arguments(format!(
                "there is no engine {name:?}, choose chromium, firefox or webkit"
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for engine in Engine::ALL {
            assert_eq!(engine.name().parse::<Engine>().unwrap(), engine);
        }
        assert!("netscape".parse::<Engine>().is_err());
    }
}
