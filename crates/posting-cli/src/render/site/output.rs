//! The site's folder: the only place that writes into it and removes from it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::shard::Shard;
use crate::error::Error;

/// The folder, and the share of it that is ours to write.
pub struct Output {
    folder: PathBuf,
    shard: Shard,
}

impl Output {
    /// Takes the folder, which is made if need be.
    pub fn new(folder: &Path, shard: Shard) -> Result<Self, Error> {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
        Ok(Self {
            folder: folder.to_owned(),
            shard,
        })
    }

    /// Whether this run writes the file at this path.
    pub fn owns(&self, path: &str) -> bool {
        self.shard.owns(path)
    }

    /// Where a path of the site is on this machine.
    pub fn place(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Makes a folder of the site.
    pub fn make_folder(&self, path: &str) -> Result<(), Error> {
        let folder = self.place(path);
        fs::create_dir_all(&folder).map_err(Error::file("create", &folder))
    }

    /// Writes a file whose folder is there.
    pub fn write(&self, path: &str, content: &[u8]) -> Result<(), Error> {
        let place = self.place(path);
        fs::write(&place, content).map_err(Error::file("write", &place))
    }

    /// Writes a file if it is ours and differs from what is there, so that what copies the site
    /// elsewhere finds only what has changed.
    pub fn update(&self, path: &str, content: &[u8]) -> Result<(), Error> {
        if !self.owns(path) {
            return Ok(());
        }
        let place = self.place(path);
        let is_same = fs::metadata(&place).is_ok_and(|found| found.len() == content.len() as u64)
            && fs::read(&place).is_ok_and(|found| found == content);
        if is_same {
            return Ok(());
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
        }
        fs::write(&place, content).map_err(Error::file("write", &place))
    }

    /// Whether a file of this length is there.
    pub fn has(&self, path: &str, length: u64) -> bool {
        fs::metadata(self.place(path)).is_ok_and(|found| found.is_file() && found.len() == length)
    }

    /// Removes a file that an earlier run wrote. It may be gone already.
    pub fn remove(&self, path: &str) -> Result<(), Error> {
        let place = self.place(path);
        match fs::remove_file(&place) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(Error::file("remove", &place)(error))
            }
            _ => Ok(()),
        }
    }
}
