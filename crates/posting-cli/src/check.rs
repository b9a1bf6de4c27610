//! `job-posting check`: every problem of posting files, with its place.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use posting::posting::Posting;

use crate::error::Error;

/// Find every problem of posting files
///
/// Exits with 0 when all of them can be shown to candidates, with 1 when problems were printed, and
/// with 2 when a file can't be read.
#[derive(Args)]
pub struct Arguments {
    /// Posting files (JSON)
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Checks the files and prints their problems.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let mut count = 0;
    for path in &arguments.files {
        let text = fs::read_to_string(path).map_err(Error::file("read", path))?;
        let Err(problems) = Posting::from_json(&text) else {
            continue;
        };
        count += problems.len();
        for problem in problems {
            println!("{}: {problem}", path.display());
        }
    }
    match count {
        0 => Ok(()),
        count => Err(Error::Problems { count }),
    }
}
