//! `cargo xtask assemble`: what is left to do after Trunk has compiled and bound the widget.
//!
//! Trunk calls it with `TRUNK_STAGING_DIR`. It splits the widget in two, bundles the style sheet, names
//! every file after its final content, and writes these names with their integrity into the
//! loader and the pages.

mod asset;
mod bind;
mod manifest;
mod names;
mod studio;

use std::path::{Path, PathBuf};

pub use asset::Asset;
use asset::{Assets, PLACEHOLDERS};

use crate::error::Error;
use crate::hosting;
use crate::npm;
use crate::process;
use crate::project::Project;
use crate::tools::{Toolbox, cargo, node};

/// The script that a careers page includes; its name never changes, all it loads is named by content.
const LOADER: &str = "job-posting.js";
/// The folder with the modules that the loader is bundled from.
const LOADER_PARTS: &str = "loader";
/// How every file we produce begins.
const PREFIX: &str = "job-posting-";
const WASM_SUFFIX: &str = "_bg.wasm";
const PLANNER_SUFFIX: &str = "_planner.wasm";

/// Finishes the files that Trunk has staged.
pub fn run(project: &Project) -> Result<(), Error> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Error::missing(
                "TRUNK_STAGING_DIR is not set: this command is Trunk's hook",
                "Run `cargo xtask serve` or `cargo xtask dist`, which call it",
            )
        })?;
    let mut toolbox = Toolbox::default();
    node::ensure(project, &mut toolbox)?;
    cargo::ensure(project, &[cargo::WASM_BINDGEN], &mut toolbox)?;
    let minifier = Minifier {
        project,
        toolbox,
        is_release: std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release"),
    };

    // What Trunk has bound is the widget in one piece.
    Staged::find(&staging)?.remove()?;
    let bound = bind::bind(project, &minifier)?;
    let wasm = Asset::new(format!("{PREFIX}{{}}{WASM_SUFFIX}"), bound.main);
    // Bindgen's own default is the name without a hash, which is in no folder of ours.
    let glue = bound.glue.replace("main_bg.wasm", &wasm.name);
    let assets = Assets {
        glue: Asset::new(format!("{PREFIX}{{}}.js"), glue.into_bytes()),
        wasm,
        planner: Asset::new(format!("{PREFIX}{{}}{PLANNER_SUFFIX}"), bound.planner),
        style: Asset::new(format!("{PREFIX}{{}}.css"), minifier.style()?.into_bytes()),
    };
    for asset in assets.all() {
        write(&staging.join(&asset.name), &asset.content)?;
    }

    let loader = staging.join(LOADER);
    let script = minifier.bundle(&loader)?;
    require_placeholders(&script)?;
    let script = Asset::new(LOADER, assets.fill(&script).into_bytes());
    write(&loader, &script.content)?;
    let parts = staging.join(LOADER_PARTS);
    std::fs::remove_dir_all(&parts).map_err(Error::file("remove", &parts))?;
    let listed = manifest::text(&script, &assets);
    write(&staging.join(manifest::NAME), listed.as_bytes())?;
    for page in pages(&staging)? {
        let text = String::from_utf8(read(&page)?)
            .map_err(|error| Error::malformed(page.display().to_string(), error.to_string()))?;
        write(&page, assets.fill(&text).as_bytes())?;
    }
    npm::assemble(project, &staging)?;
    // After the package for developers, which takes every file that is named by content by then.
    studio::assemble(&minifier, &staging)?;
    hosting::write(&staging)
}

/// Calls esbuild, with minification in release builds only.
struct Minifier<'a> {
    project: &'a Project,
    toolbox: Toolbox,
    is_release: bool,
}

impl Minifier<'_> {
    /// A script with the modules it imports, in one file.
    fn bundle(&self, path: &Path) -> Result<String, Error> {
        let arguments = ["--bundle", "--format=esm", "--target=es2022"];
        self.esbuild(path, &arguments)
    }

    fn style(&self) -> Result<String, Error> {
        self.esbuild(&self.project.path("style/index.css"), &["--bundle"])
    }

    fn esbuild(&self, path: &Path, arguments: &[&str]) -> Result<String, Error> {
        let mut command = self.toolbox.command("esbuild", self.project.root())?;
        command.arg(path).args(arguments).arg("--log-level=warning");
        if self.is_release {
            command.args(["--minify", "--legal-comments=none"]);
        }
        process::capture(&mut command)
    }
}

/// The two files that carry Trunk's hash.
struct Staged {
    glue: PathBuf,
    wasm: PathBuf,
}

impl Staged {
    fn find(staging: &Path) -> Result<Self, Error> {
        let find = |suffix: &str| {
            let entries = std::fs::read_dir(staging).map_err(Error::file("list", staging))?;
            let mut found = entries.flatten().map(|entry| entry.path()).filter(|path| {
                let name = path.file_name().and_then(|name| name.to_str());
                name.is_some_and(|name| is_hashed(name, suffix))
            });
            match (found.next(), found.next()) {
                (Some(path), None) => Ok(path),
                (first, _) => Err(Error::malformed(
                    staging.display().to_string(),
                    format!(
                        "expected one file {PREFIX}*{suffix}, found {}; keep such names out of public/",
                        if first.is_some() { "several" } else { "none" }
                    ),
                )),
            }
        };
        Ok(Self {
            glue: find(".js")?,
            wasm: find(WASM_SUFFIX)?,
        })
    }

    fn remove(self) -> Result<(), Error> {
        for path in [self.glue, self.wasm] {
            std::fs::remove_file(&path).map_err(Error::file("remove", &path))?;
        }
        Ok(())
    }
}

/// Whether Trunk's hash is all that stands between our prefix and the suffix. Other scripts that
/// begin like ours, such as the frame's, keep their names.
fn is_hashed(name: &str, suffix: &str) -> bool {
    let rest = name.strip_prefix(PREFIX);
    let hash = rest.and_then(|rest| rest.strip_suffix(suffix));
    hash.is_some_and(|hash| !hash.is_empty() && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

/// The loader can't do its work unless it learns every name.
fn require_placeholders(loader: &str) -> Result<(), Error> {
    for placeholder in PLACEHOLDERS {
        if !loader.contains(placeholder) {
            return Err(Error::malformed(
                format!("public/{LOADER}"),
                format!("it does not mention {placeholder}, which the build replaces; add it"),
            ));
        }
    }
    Ok(())
}

/// Every page below the folder.
fn pages(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(Error::file("list", folder))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.append(&mut pages(&path)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            found.push(path);
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(Error::file("read", path))
}

fn write(path: &Path, content: &[u8]) -> Result<(), Error> {
    std::fs::write(path, content).map_err(Error::file("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loader_without_a_placeholder_is_refused_by_name() {
        let complete = PLACEHOLDERS.join(" ");
        assert!(require_placeholders(&complete).is_ok());
        let message = require_placeholders(&complete.replace("__STYLE__", ""))
            .unwrap_err()
            .to_string();
        assert!(message.contains("__STYLE__"), "{message}");
    }

    #[test]
    fn two_candidates_for_the_glue_are_refused() {
        let folder = std::env::temp_dir().join(format!("xtask staged {}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let place = |name: &str| std::fs::write(folder.join(name), "").unwrap();
        place("job-posting-1.js");
        place("job-posting-1_bg.wasm");
        place(LOADER);
        place("job-posting-frame.js");
        let staged = Staged::find(&folder).unwrap();
        assert!(staged.glue.ends_with("job-posting-1.js"));
        place("job-posting-2.js");
        assert!(Staged::find(&folder).is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
