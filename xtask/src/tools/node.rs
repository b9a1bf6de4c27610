//! The tools that come as npm packages: wasm-opt, esbuild, and what the tests need.

use std::path::Path;
use std::process::Command;

use super::{Toolbox, on_path};
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::step::Step;

/// The oldest Node whose language our tools are written in; `package.json` says the same.
const OLDEST_NODE: u32 = 18;

/// Installs what `package-lock.json` names, unless it is there, and adds it to the toolbox.
pub fn ensure(project: &Project, toolbox: &mut Toolbox) -> Result<(), Error> {
    check_node()?;
    // npm writes its own copy of the lock last, so an interrupted installation has none.
    let installed = project.path("node_modules/.package-lock.json");
    if is_older(&installed, &project.path("package-lock.json"))? {
        let step = Step::begin(
            "Installing wasm-opt, esbuild and what tests need with npm: the first two make the files small; axe-core judges accessibility, a validator the structured data, TypeScript, React, Vue and Svelte try the npm package",
        );
        process::stream(
            Command::new("npm")
                // Scripts of packages would download from places that nobody has looked at.
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(project.root()),
        )?;
        step.done();
    }
    toolbox.add(project.path("node_modules/.bin"));
    Ok(())
}

fn check_node() -> Result<(), Error> {
    let remedy = format!(
        "Install Node {OLDEST_NODE} or later with npm: `apt-get install nodejs npm`, or from https://nodejs.org"
    );
    for program in ["node", "npm"] {
        if on_path(program).is_none() {
            return Err(Error::missing(
                format!("{program} is not installed; it provides wasm-opt and esbuild"),
                remedy,
            ));
        }
    }
    let answer = process::capture(Command::new("node").arg("--version"))?;
    match major_version(&answer) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(Error::missing(
            format!("Node is too old ({})", answer.trim()),
            remedy,
        )),
    }
}

/// The first number of an answer like "v20.20.2".
fn major_version(answer: &str) -> Option<u32> {
    answer
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Whether the first file is missing or was written before the second.
fn is_older(first: &Path, second: &Path) -> Result<bool, Error> {
    let written = |path: &Path| path.metadata()?.modified();
    let reference = written(second).map_err(Error::file("read", second))?;
    Ok(written(first).map_or(true, |time| time < reference))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("20"), None);
    }

    #[test]
    fn a_missing_file_is_older_than_any() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert!(is_older(Path::new("/nowhere/at/all"), &here).unwrap());
        assert!(!is_older(&here, &here).unwrap());
        assert!(is_older(&here, Path::new("/nowhere/at/all")).is_err());
    }
}
