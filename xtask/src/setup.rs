//! `cargo xtask setup`, and the same set-up as the first step of other commands.

use std::process::Command;

use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::step::Step;
use crate::tools::{Toolbox, cargo, node, rust};

/// Installs everything that building needs.
pub fn run(project: &Project) -> Result<(), Error> {
    for_build(project)?;
    println!("Everything that `cargo xtask serve` and `cargo xtask dist` need is installed.");
    Ok(())
}

/// The tools that build the page, installed if need be.
pub fn for_build(project: &Project) -> Result<Toolbox, Error> {
    agree_on_wasm_bindgen(project)?;
    let mut toolbox = Toolbox::default();
    rust::ensure_target()?;
    node::ensure(project, &mut toolbox)?;
    cargo::ensure(project, &[cargo::WASM_BINDGEN, cargo::TRUNK], &mut toolbox)?;
    build_splitter(project)?;
    Ok(toolbox)
}

/// Trunk's hook runs it; compiled there, it would seem to hang.
fn build_splitter(project: &Project) -> Result<(), Error> {
    let step = Step::begin(
        "Compiling what divides the widget in two: a minute the first time, then nothing",
    );
    process::stream(
        Command::new("cargo")
            .args(["build", "--quiet", "--locked", "--package", "split-wasm"])
            .current_dir(project.root()),
    )?;
    step.done();
    Ok(())
}

/// wasm-bindgen's library and its command line tool speak a private format of their exact version.
fn agree_on_wasm_bindgen(project: &Project) -> Result<(), Error> {
    let tool = project.pinned(cargo::WASM_BINDGEN.package)?;
    match project.locked("wasm-bindgen")? {
        Some(library) if library != tool => Err(Error::malformed(
            "Cargo.toml",
            format!(
                "wasm-bindgen-cli is pinned to {tool} but Cargo.lock has wasm-bindgen {library}, set both to one version"
            ),
        )),
        _ => Ok(()),
    }
}
