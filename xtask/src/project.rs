//! The workspace we work on: where it is and which versions it pins.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::error::Error;
use crate::process;

/// The workspace: its root folder, and what its manifests say.
pub struct Project {
    root: PathBuf,
    metadata: Value,
}

impl Project {
    /// Finds the workspace this program belongs to, whatever folder it was called from.
    pub fn open() -> Result<Self, Error> {
        // Cargo sets the variable when it runs us; the folder we were compiled in stands in elsewhere.
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .parent()
            .ok_or_else(|| {
                Error::malformed(
                    package.display().to_string(),
                    "the folder of the xtask package has no parent",
                )
            })?
            .to_path_buf();
        let text = process::capture(
            Command::new("cargo")
                .args([
                    "metadata",
                    "--no-deps",
                    "--offline",
                    "--format-version",
                    "1",
                ])
                .current_dir(&root),
        )?;
        let metadata = serde_json::from_str(&text).map_err(|error| {
            Error::malformed("the output of `cargo metadata`", error.to_string())
        })?;
        Ok(Self { root, metadata })
    }

    /// The folder that holds the workspace's `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the workspace, written with forward slashes.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The version of a command line tool, as `[workspace.metadata.tools]` in `Cargo.toml` pins it.
    pub fn pinned(&self, tool: &str) -> Result<&str, Error> {
        self.metadata
            .pointer(&format!("/metadata/tools/{tool}"))
            .and_then(Value::as_str)
            .ok_or_else(|| {
                Error::malformed(
                    "Cargo.toml",
                    format!("[workspace.metadata.tools] has no version for {tool}, add one"),
                )
            })
    }

    /// The version of the widget's own package.
    pub fn version(&self) -> Result<&str, Error> {
        let packages = self.metadata.get("packages").and_then(Value::as_array);
        let own = packages
            .into_iter()
            .flatten()
            .find(|package| package.get("name").and_then(Value::as_str) == Some("job-posting"));
        own.and_then(|package| package.get("version")?.as_str())
            .ok_or_else(|| Error::malformed("Cargo.toml", "the package job-posting has no version"))
    }

    /// The version of a package that `Cargo.lock` has settled on, if it is in use at all.
    pub fn locked(&self, package: &str) -> Result<Option<String>, Error> {
        let entries = self.lock_entries()?;
        let found = entries
            .iter()
            .find(|entry| entry.get("name").and_then(Value::as_str) == Some(package));
        Ok(found
            .and_then(|entry| entry.get("version")?.as_str())
            .map(str::to_owned))
    }

    /// SHA-256 of each crate that comes from a registry, by its name and version.
    pub fn checksums(&self) -> Result<BTreeMap<(String, String), String>, Error> {
        let text = |entry: &Value, key: &str| entry.get(key)?.as_str().map(str::to_owned);
        let entries = self.lock_entries()?;
        let pairs = entries.iter().filter_map(|entry| {
            let package = (text(entry, "name")?, text(entry, "version")?);
            Some((package, text(entry, "checksum")?))
        });
        Ok(pairs.collect())
    }

    fn lock_entries(&self) -> Result<Vec<Value>, Error> {
        let path = self.path("Cargo.lock");
        let text = std::fs::read_to_string(&path).map_err(Error::file("read", &path))?;
        let lock: Value = basic_toml::from_str(&text)
            .map_err(|error| Error::malformed("Cargo.lock", error.to_string()))?;
        let packages = lock.get("package").and_then(Value::as_array);
        Ok(packages.cloned().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_pins_every_tool_we_install() {
        let project = Project::open().unwrap();
        for tool in crate::tools::cargo::ALL {
            assert!(project.pinned(tool.package).is_ok(), "{}", tool.package);
        }
    }

    #[test]
    fn an_unpinned_tool_is_named() {
        let error = Project::open().unwrap().pinned("hammer").unwrap_err();
        assert!(error.to_string().contains("hammer"));
    }
}
