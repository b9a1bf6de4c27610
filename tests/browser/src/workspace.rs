//! Where the harness reads and writes files: the workspace's `target/` and a folder per session.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package)
}

/// How the names of folders begin; the number of the process that uses them comes next.
const PREFIX: &str = "job-posting-journey-";

/// A folder that exists until this value is dropped: a session's profile and downloads.
pub(crate) struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    pub(crate) fn new() -> io::Result<Self> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        if number == 0 {
            remove_left_behind();
        }
        let path = env::temp_dir().join(format!("{PREFIX}{}-{number}", process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // A browser may still be writing its last file. A folder left behind in the system's
        // temporary folder is not worth failing a test for, so the error is only told.
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("{} stays behind: {error}", self.0.display());
        }
    }
}

/// Removes the folders of processes that have ended: those of browsers that stayed open to the end of the tests, and of
/// tests that were killed.
fn remove_left_behind() {
    let processes = Path::new("/proc");
    let entries = fs::read_dir(env::temp_dir()).into_iter().flatten();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ended = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX)?.split_once('-'))
            .is_some_and(|(id, _)| processes.join("self").exists() && !processes.join(id).exists());
        if ended {
            // Another test process may be at it too.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
