//! The posting files of a folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// The posting files below the folder in the order of their paths: all that end in `.json`.
/// Hidden files and folders are passed by, and so is `except`, the site itself.
pub fn list(folder: &Path, except: &Path) -> Result<Vec<Box<Path>>, Error> {
    let except = fs::canonicalize(except).ok();
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        let entries = fs::read_dir(&folder).map_err(Error::file("read", &folder))?;
        for entry in entries {
            let entry = entry.map_err(Error::file("read", &folder))?;
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let kind = entry.file_type().map_err(Error::file("read", &path))?;
            let is_folder = kind.is_dir() || (kind.is_symlink() && path.is_dir());
            if !is_folder {
                if has_extension(&path) {
                    files.push(path.into_boxed_path());
                }
            } else if kind.is_dir() && !is_same(&path, except.as_ref()) {
                waiting.push(path);
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

fn has_extension(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

fn is_same(path: &Path, except: Option<&PathBuf>) -> bool {
    except.is_some_and(|except| fs::canonicalize(path).is_ok_and(|path| path == *except))
}
