//! The tools we drive: found in the right version, or installed where they disturb nobody.

pub mod cargo;
pub mod node;
pub mod rust;
pub mod system;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::process;

/// Folders whose programs come before those of `PATH`.
#[derive(Clone, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Puts the programs of a folder before those of `PATH`.
    pub fn add(&mut self, folder: PathBuf) {
        self.folders.push(folder);
    }

    /// Where the program of this name is, or that it is missing.
    pub fn find(&self, program: &str) -> Result<PathBuf, Error> {
        let folders = self.folders.iter().map(PathBuf::as_path);
        process::find_in(program, folders)
            .or_else(|| on_path(program))
            .ok_or_else(|| {
                Error::missing(
                    format!("{program} is not installed"),
                    "Run `cargo xtask setup`",
                )
            })
    }

    /// A call of the program, which itself sees the toolbox on its `PATH`.
    pub fn command(&self, program: &str, project_root: &Path) -> Result<Command, Error> {
        let mut command = Command::new(self.find(program)?);
        command.env("PATH", self.path()?).current_dir(project_root);
        Ok(command)
    }

    /// The value of `PATH` with which a program sees the toolbox.
    pub fn path(&self) -> Result<OsString, Error> {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        std::env::join_paths(folders.chain(std::env::split_paths(&inherited))).map_err(|error| {
            Error::malformed(
                "PATH",
                format!("{error}; move the project or the tools folder elsewhere"),
            )
        })
    }
}

/// Where the program is on `PATH`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    process::find_in(program, folders.iter().map(PathBuf::as_path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named_with_the_remedy() {
        let error = Toolbox::default()
            .find("no-such-program-anywhere")
            .unwrap_err();
        assert!(error.to_string().contains("no-such-program-anywhere"));
        assert!(error.to_string().contains("cargo xtask setup"));
    }

    #[test]
    fn a_folder_of_the_toolbox_comes_before_the_path() {
        let mut toolbox = Toolbox::default();
        let cargo = on_path("cargo").unwrap();
        toolbox.add(cargo.parent().unwrap().to_path_buf());
        let first = toolbox.path().unwrap();
        assert_eq!(
            std::env::split_paths(&first).next().as_deref(),
            cargo.parent()
        );
    }
}
