//! Tools written in Rust, in the exact versions that the root `Cargo.toml` pins.
//!
//! They are compiled into a folder per tool and version, so that another version that a person
//! keeps in `~/.cargo/bin` is neither used nor replaced.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Toolbox, on_path};
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::step::{self, Step};

/// A tool that cargo can install.
pub struct CargoTool {
    /// The package, which is also the key of its version in `[workspace.metadata.tools]`.
    pub package: &'static str,
    /// The program that answers `--version` with "name version".
    pub program: &'static str,
    /// What we need it for.
    purpose: &'static str,
    /// Arguments for `cargo install` that leave out what we don't use.
    features: &'static [&'static str],
    /// How long it takes to compile on two cores, so that nobody thinks it hangs.
    patience: &'static str,
}

/// Bundles the page and reloads it while one works.
pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    purpose: "builds the page and reloads it in development",
    features: &["--no-default-features", "--features", "rustls"],
    patience: "four minutes",
};

/// Writes the JavaScript between the browser and the compiled widget, and runs its tests.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    purpose: "connects the compiled widget to the browser",
    features: &[],
    patience: "two minutes",
};

/// Drives Firefox.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    purpose: "drives Firefox in the journey tests",
    features: &[],
    patience: "one minute",
};

/// Judges licences, sources and duplicates of our dependencies.
pub const DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    program: "cargo-deny",
    purpose: "checks licences and sources of the dependencies",
    features: &[],
    patience: "three minutes",
};

/// Every tool of this kind.
#[cfg(test)]
pub const ALL: [CargoTool; 4] = [TRUNK, WASM_BINDGEN, GECKODRIVER, DENY];

/// Adds the tools to the toolbox, installing those that are missing in the pinned version.
pub fn ensure(project: &Project, tools: &[CargoTool], toolbox: &mut Toolbox) -> Result<(), Error> {
    let home = tools_folder()?;
    let mut workshop = None;
    for tool in tools {
        let version = project.pinned(tool.package)?;
        if on_path(tool.program).is_some_and(|program| answers(&program, version)) {
            continue;
        }
        let folder = home.join(format!("{}-{version}", tool.package));
        if !answers(&folder.join("bin").join(tool.program), version) {
            let workshop = match &mut workshop {
                Some(workshop) => workshop,
                empty => empty.insert(Workshop::open(&home)?),
            };
            workshop.install(tool, version, &folder)?;
        }
        toolbox.add(folder.join("bin"));
    }
    Ok(())
}

/// Whether the program runs and reports exactly this version.
fn answers(program: &Path, version: &str) -> bool {
    program.is_file()
        && process::quietly(Command::new(program).arg("--version"))
            .is_ok_and(|output| reports(&String::from_utf8_lossy(&output.stdout), version))
}

/// Whether an answer like "trunk 0.9.8 (abcdef)" names this version.
fn reports(answer: &str, version: &str) -> bool {
    answer.split_whitespace().nth(1) == Some(version)
}

/// The folder that holds our tools: `JOB_POSTING_TOOLS`, or one in the user's cache.
fn tools_folder() -> Result<PathBuf, Error> {
    let variable = |name| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(folder) = variable("JOB_POSTING_TOOLS") {
        return std::path::absolute(&folder).map_err(Error::file("locate", &folder));
    }
    variable("XDG_CACHE_HOME")
        .or_else(|| variable("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("job-posting/tools"))
        .ok_or_else(|| {
            Error::missing(
                "There is no place for the tools: HOME is not set",
                "Set JOB_POSTING_TOOLS to a folder that may be written",
            )
        })
}

/// The folders in which cargo keeps the sources of crates, one per registry.
pub fn registry_sources() -> Result<Vec<PathBuf>, Error> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| {
            Error::missing(
                "Cargo's folder is not known: HOME is not set",
                "Set CARGO_HOME to the folder where cargo keeps its registries",
            )
        })?;
    let folder = home.join("registry/src");
    let entries = std::fs::read_dir(&folder).map_err(Error::file("list", &folder))?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    Ok(folders)
}

/// A folder for one run's compilations, removed at the end.
///
/// A tool is moved to its place only when it is complete, so an interrupted run leaves nothing
/// that looks installed.
struct Workshop {
    folder: PathBuf,
}

impl Workshop {
    fn open(home: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(home).map_err(Error::file("create", home))?;
        remove_abandoned(home)?;
        let folder = home.join(format!("{PARTIAL}{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
        Ok(Self { folder })
    }

    fn install(&self, tool: &CargoTool, version: &str, place: &Path) -> Result<(), Error> {
        let step = Step::begin(&format!(
            "Installing {} {version}, which {} (about {} on two cores)",
            tool.package, tool.purpose, tool.patience
        ));
        step::detail(&format!("into {}", place.display()));
        let made = self.folder.join(tool.package);
        let locked = process::stream(self.command(tool, version, &made).arg("--locked"));
        if let Err(error) = locked {
            step::detail(&format!(
                "{error}; trying again with newer versions of its dependencies"
            ));
            process::stream(&mut self.command(tool, version, &made))?;
        }
        if !answers(&made.join("bin").join(tool.program), version) {
            return Err(Error::malformed(
                format!("{} as just installed", tool.program),
                format!("it does not report version {version}, check the pin in Cargo.toml"),
            ));
        }
        if place.exists() {
            std::fs::remove_dir_all(place).map_err(Error::file("remove", place))?;
        }
        std::fs::rename(&made, place).map_err(Error::file("move a finished tool to", place))?;
        step.done();
        Ok(())
    }

    fn command(&self, tool: &CargoTool, version: &str, made: &Path) -> Command {
        let mut command = Command::new("cargo");
        command
            .args(["install", tool.package, "--version", version])
            .args(tool.features)
            .arg("--root")
            .arg(made)
            // Outside the workspace no setting of ours applies to the tool.
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("build"))
            // A tool that runs for a second need not be optimised for minutes.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        command
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        if let Err(source) = std::fs::remove_dir_all(&self.folder) {
            eprintln!(
                "warning: could not remove {}: {source}",
                self.folder.display()
            );
        }
    }
}

/// How the folder of a run is named, before the process number.
const PARTIAL: &str = ".partial-";

/// Removes what interrupted runs have left behind.
fn remove_abandoned(home: &Path) -> Result<(), Error> {
    let entries = std::fs::read_dir(home).map_err(Error::file("list", home))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(process) = name.to_str().and_then(|name| name.strip_prefix(PARTIAL)) else {
            continue;
        };
        let gone = process::quietly(Command::new("ps").args(["-p", process]))
            .is_ok_and(|output| !output.status.success());
        if gone {
            let path = entry.path();
            std::fs::remove_dir_all(&path).map_err(Error::file("remove", &path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_a_whole() {
        assert!(reports("trunk 0.9.8", "0.9.8"));
        assert!(reports("geckodriver 0.8.0 (2026-01-01)", "0.8.0"));
        assert!(!reports("trunk 0.9.81", "0.9.8"));
        assert!(!reports("", "0.21.1"));
    }

    #[test]
    fn only_abandoned_work_is_removed() {
        let home = std::env::temp_dir().join(format!("xtask tools {}", std::process::id()));
        let mine = home.join(format!("{PARTIAL}{}", std::process::id()));
        let abandoned = home.join(format!("{PARTIAL}999999999"));
        let finished = home.join("trunk-1.0.0");
        for folder in [&mine, &abandoned, &finished] {
            std::fs::create_dir_all(folder).unwrap();
        }
        remove_abandoned(&home).unwrap();
        assert!(mine.exists() && finished.exists());
        assert!(!abandoned.exists());
        std::fs::remove_dir_all(&home).unwrap();
    }
}
