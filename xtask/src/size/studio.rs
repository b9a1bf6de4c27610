//! What an author downloads for the studio. It has no budget: no candidate waits for it.

use std::path::PathBuf;

use super::{brotli, row};
use crate::error::Error;
use crate::project::Project;

/// The ends of the names of the studio's files.
const ENDS: [&str; 3] = ["_studio.js", "_studio.wasm", "_studio.css"];

/// A row with all of the studio's files together.
pub fn table(project: &Project) -> Result<String, Error> {
    let folder = project.path("dist");
    let entries = std::fs::read_dir(&folder).map_err(Error::file("list", &folder))?;
    let paths: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| is_studios(&path.to_string_lossy()))
        .collect();
    let mut raw = 0;
    for path in &paths {
        raw += path.metadata().map_err(Error::file("read", path))?.len();
    }
    let compressed = brotli(project, paths.iter().map(PathBuf::as_path))?;
    Ok(row("studio", raw, compressed.iter().sum()))
}

/// Whether a file is one of the studio's own.
pub fn is_studios(name: &str) -> bool {
    ENDS.iter().any(|end| name.ends_with(end))
}
