//! Bundles an example as its author would, with the npm package of the built site installed.

use std::env;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::Command;

use crate::workspace::{self, TemporaryFolder};

/// The script that esbuild makes of the file, whose path begins at the workspace's root. Imports of
/// `job-posting` find the package in `JOURNEY_DIST`.
///
/// # Errors
/// When there is no built site, or esbuild refuses the file.
pub fn bundle(entry: &str) -> Result<Vec<u8>, BundleError> {
    let site = env::var_os("JOURNEY_DIST").map(PathBuf::from);
    let package = site.ok_or(BundleError::NoSite)?.join("npm");
    let modules = TemporaryFolder::new().map_err(BundleError::Folder)?;
    symlink(package, modules.path().join("job-posting")).map_err(BundleError::Folder)?;
    let root = workspace::root();
    let output = Command::new(root.join("node_modules/.bin/esbuild"))
        .arg(entry)
        .args([
            "--bundle",
            "--format=esm",
            "--minify",
            "--log-level=warning",
        ])
        .env("NODE_PATH", modules.path())
        .current_dir(root)
        .output()
        .map_err(BundleError::NoBundler)?;
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    // A warning here would be one on the desk of everybody who uses the package.
    if output.status.success() && complaint.is_empty() {
        return Ok(output.stdout);
    }
    Err(BundleError::Refused(complaint))
}

/// Why there is no bundle.
#[derive(Debug)]
pub enum BundleError {
    /// `JOURNEY_DIST` is unset.
    NoSite,
    /// The folder with the package can't be made.
    Folder(io::Error),
    /// esbuild can't be started.
    NoBundler(io::Error),
    /// What esbuild says.
    Refused(String),
}

impl Display for BundleError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSite => formatter
                .write_str("JOURNEY_DIST is unset: build the site, then give its full path"),
            Self::Folder(_) => formatter.write_str("the folder with the package can't be made"),
            Self::NoBundler(_) => {
                formatter.write_str("esbuild can't be started: run `npm ci` in the workspace")
            }
            Self::Refused(complaint) => write!(formatter, "esbuild refuses: {complaint}"),
        }
    }
}

impl Error for BundleError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Folder(error) | Self::NoBundler(error) => Some(error),
            Self::NoSite | Self::Refused(_) => None,
        }
    }
}
