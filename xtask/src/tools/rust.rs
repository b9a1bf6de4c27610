//! The compiler's target for browsers. (Cargo itself checks the compiler's version before we run.)

use std::path::Path;
use std::process::Command;

use super::on_path;
use crate::error::Error;
use crate::process;
use crate::step::Step;

/// The target the widget is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the target for browsers to the compiler in use, unless it is there.
pub fn ensure_target() -> Result<(), Error> {
    let folder = process::capture(Command::new("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM,
    ]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        return Err(Error::missing(
            format!("this Rust compiler has no standard library for {WASM}"),
            "Install Rust with rustup (https://rustup.rs), or add your distribution's package for this target",
        ));
    }
    let step = Step::begin(&format!(
        "Adding the Rust target {WASM}: the widget is compiled for browsers"
    ));
    process::stream(Command::new("rustup").args(["target", "add", WASM]))?;
    step.done();
    Ok(())
}
