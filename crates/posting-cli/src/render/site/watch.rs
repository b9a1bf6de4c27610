//! `--watch`: renders again when a posting file has changed, until the author stops it.
//!
//! It looks at the files twice a second. Notices of the operating system would come sooner, but
//! don't come from shared and mounted folders, which is where authors often work.

use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

use super::digest::Digest;
use super::sources;
use crate::error::Error;
use crate::render::Arguments;

const PAUSE: Duration = Duration::from_millis(500);

/// Calls `render` now and after each change. Problems of postings are printed and end nothing.
pub fn run(arguments: &Arguments, render: impl Fn() -> Result<(), Error>) -> Result<(), Error> {
    let out = arguments.out.as_deref().unwrap_or(Path::new(""));
    loop {
        let before = looks(&arguments.file, out)?;
        match render() {
            Ok(()) => {}
            Err(error @ Error::Problems { .. }) => eprintln!("error: {error}"),
            Err(error) => return Err(error),
        }
        eprintln!("watching {}; stop with Ctrl+C", arguments.file.display());
        while looks(&arguments.file, out)? == before {
            thread::sleep(PAUSE);
        }
    }
}

/// What tells that a file of the folder was changed, added or removed.
fn looks(folder: &Path, except: &Path) -> Result<Digest, Error> {
    let files = sources::list(folder, except)?;
    let looks = files.iter().map(|path| {
        // A file that has gone since it was listed will look otherwise next time.
        let found = path.metadata().ok();
        let changed = found.as_ref().and_then(|found| found.modified().ok());
        let changed = changed.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        format!(
            "{} {changed:?} {:?}",
            path.display(),
            found.map(|found| found.len())
        )
    });
    let looks: Vec<String> = looks.collect();
    Ok(Digest::of_parts(looks.iter().map(|look| look.as_bytes())))
}
