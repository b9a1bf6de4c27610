//! The `job-posting` command as a person runs it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't run the command has failed"
)]

mod check;
mod export;
mod import;
mod render;
mod schema;
mod search_engines;
mod site;

use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs the command in the project's folder.
fn job_posting(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_job-posting"))
        .args(arguments)
        .current_dir(project())
        .output()
        .unwrap()
}

/// What a finished command printed on standard output.
fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The project's folder.
fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
