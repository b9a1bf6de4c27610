//! `cargo xtask setup`, and the same set-up as the first step of other commands.

use crate::error::Error;
use crate::project::Project;
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
    Ok(toolbox)
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
