//! Builds an example as its author would, with the tools of its kind.

use std::env;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::Command;

use crate::workspace::{self, TemporaryFolder};

/// Prints the HTML that WordPress keeps in the blocks of a file, told apart by WordPress' own parser.
const READ_BLOCKS: &str = "
    const { parse } = require('@wordpress/block-serialization-default-parser');
    for (const { blockName, innerHTML } of parse(require('fs').readFileSync(process.argv[1], 'utf8'))) {
        if (blockName !== 'core/html' && innerHTML.trim()) throw `${blockName} stands around: ${innerHTML}`;
        process.stdout.write(innerHTML);
    }";

/// The script that esbuild makes of the file, whose path begins at the workspace's root. Imports of
/// `job-posting` find the package in `JOURNEY_DIST`.
///
/// # Errors
/// When there is no built site, or esbuild refuses the file.
pub fn bundle(entry: &str) -> Result<Vec<u8>, ExampleError> {
    let site = env::var_os("JOURNEY_DIST").map(PathBuf::from);
    let package = site.ok_or(ExampleError::NoSite)?.join("npm");
    let modules = TemporaryFolder::new().map_err(ExampleError::Folder)?;
    symlink(package, modules.path().join("job-posting")).map_err(ExampleError::Folder)?;
    let mut esbuild = Command::new(workspace::root().join("node_modules/.bin/esbuild"));
    esbuild
        .arg(entry)
        .args([
            "--bundle",
            "--format=esm",
            "--minify",
            "--log-level=warning",
        ])
        .env("NODE_PATH", modules.path());
    output(&mut esbuild, "esbuild", "run `npm ci` in the workspace")
}

/// The page that Hugo makes at the root of the site in the folder, whose path begins at the
/// workspace's root.
///
/// # Errors
/// When Hugo is missing, or refuses the site.
pub fn hugo(folder: &str) -> Result<Vec<u8>, ExampleError> {
    let made = TemporaryFolder::new().map_err(ExampleError::Folder)?;
    let program = env::var_os("JOURNEY_HUGO").unwrap_or_else(|| "hugo".into());
    let mut hugo = Command::new(program);
    hugo.args(["--quiet", "--noBuildLock", "--source", folder])
        .arg("--cacheDir")
        .arg(made.path().join("cache"))
        .arg("--destination")
        .arg(made.path());
    let complaint = output(
        &mut hugo,
        "Hugo",
        "install hugo, or set JOURNEY_HUGO to its path",
    )?;
    fs::read(made.path().join("index.html")).map_err(|_| ExampleError::Refused {
        tool: "Hugo",
        complaint: String::from_utf8_lossy(&complaint).into_owned(),
    })
}

/// The HTML in the WordPress blocks of the file, whose path begins at the workspace's root.
///
/// # Errors
/// When the file holds something besides custom HTML blocks.
pub fn wordpress_blocks(file: &str) -> Result<Vec<u8>, ExampleError> {
    let mut node = Command::new("node");
    node.args(["-e", READ_BLOCKS, file]);
    output(
        &mut node,
        "WordPress’ block parser",
        "run `npm ci` in the workspace",
    )
}

/// What a tool prints. A warning counts as a refusal: it would be one on the desk of everybody who
/// does the same.
fn output(
    command: &mut Command,
    tool: &'static str,
    remedy: &'static str,
) -> Result<Vec<u8>, ExampleError> {
    let output = command
        .current_dir(workspace::root())
        .output()
        .map_err(|error| ExampleError::NoTool {
            tool,
            remedy,
            error,
        })?;
    if output.status.success() && output.stderr.is_empty() {
        return Ok(output.stdout);
    }
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(ExampleError::Refused { tool, complaint })
}

/// Why an example can't be built.
#[derive(Debug)]
pub enum ExampleError {
    /// `JOURNEY_DIST` is unset.
    NoSite,
    /// A temporary folder can't be made.
    Folder(io::Error),
    /// A tool can't be started.
    NoTool {
        /// Its name.
        tool: &'static str,
        /// What to do about it.
        remedy: &'static str,
        /// Why not.
        error: io::Error,
    },
    /// A tool refuses the example.
    Refused {
        /// Its name.
        tool: &'static str,
        /// What it says.
        complaint: String,
    },
}

impl Display for ExampleError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSite => formatter
                .write_str("JOURNEY_DIST is unset: build the site, then give its full path"),
            Self::Folder(_) => formatter.write_str("a temporary folder can't be made"),
            Self::NoTool { tool, remedy, .. } => {
                write!(formatter, "{tool} can't be started: {remedy}")
            }
            Self::Refused { tool, complaint } => write!(formatter, "{tool} refuses: {complaint}"),
        }
    }
}

impl Error for ExampleError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Folder(error) | Self::NoTool { error, .. } => Some(error),
            Self::NoSite | Self::Refused { .. } => None,
        }
    }
}
