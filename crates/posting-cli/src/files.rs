//! JSON files named on the command line or found in folders, one after the other: never more than
//! the names of the folders on the way to the current one are held.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// A file to look at.
#[derive(Debug)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// How it came here.
    pub origin: Origin,
}

/// How a file came to be looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The command line names it.
    Named,
    /// It lies in a folder, whose files may be anything.
    Found,
}

/// The files at some paths in the order of the paths; those of a folder by name.
///
/// In folders and the folders within, files are looked at whose names end in `.json`. Names that
/// start with a dot are passed by, and links to folders are not followed, since they may lead back.
pub struct Files {
    /// What is still to be looked at, the next one last.
    waiting: Vec<File>,
}

impl Files {
    /// The files at these paths.
    pub fn new(paths: &[PathBuf]) -> Self {
        let named = paths.iter().rev().map(|path| File {
            path: path.clone(),
            origin: Origin::Named,
        });
        Self {
            waiting: named.collect(),
        }
    }

    fn open(&mut self, folder: &Path) -> Result<(), Error> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
            let entry = entry.map_err(Error::file("read", folder))?;
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let kind = entry.file_type().map_err(Error::file("read", &path))?;
            let is_linked_folder = kind.is_symlink() && path.is_dir();
            if kind.is_dir() || (is_json(&path) && !is_linked_folder) {
                found.push(path);
            }
        }
        found.sort_unstable();
        let found = found.into_iter().rev().map(|path| File {
            path,
            origin: Origin::Found,
        });
        self.waiting.extend(found);
        Ok(())
    }
}

impl Iterator for Files {
    type Item = Result<File, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(file) = self.waiting.pop() {
            if !file.path.is_dir() {
                return Some(Ok(file));
            }
            if let Err(error) = self.open(&file.path) {
                return Some(Err(error));
            }
        }
        None
    }
}

fn is_json(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}
