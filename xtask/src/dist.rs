//! `cargo xtask dist`: the release build, ready to be copied to any static host.

use std::path::Path;

use crate::bill;
use crate::error::Error;
use crate::hosting;
use crate::process;
use crate::project::Project;
use crate::setup;
use crate::step::{self, Step};
use crate::sums;
use crate::tools::{Toolbox, cargo};

/// Installs what is missing and builds into `dist/`.
pub fn run(project: &Project) -> Result<(), Error> {
    let toolbox = setup::for_build(project)?;
    build(project, &toolbox)?;
    let site = project.path("dist");
    println!("The site is in {}", site.display());
    println!(
        "To pin a page to this version: {}",
        hosting::pinned_tag(&site)?
    );
    Ok(())
}

/// Builds into `dist/` with the tools at hand.
pub fn build(project: &Project, toolbox: &Toolbox) -> Result<(), Error> {
    let step = Step::begin(
        "Building the widget for release into dist/: small takes its time, one to three minutes",
    );
    let mut fetch = toolbox.command("cargo", project.root())?;
    // Once the crates are here, the build itself needs no network and must not reach for one.
    process::stream(fetch.args([
        "fetch",
        "--quiet",
        "--locked",
        "--target",
        crate::tools::rust::WASM,
    ]))?;
    let mut trunk = trunk(project, toolbox)?;
    process::stream(trunk.env(FLAGS, nameless_paths(project)?).args([
        "build",
        "--release",
        "--locked",
        "--offline",
    ]))?;
    step.done();
    render(project)?;
    let site = project.path("dist");
    bill::write(project, &site)?;
    // Last, so that every other file is in it.
    sums::write(&site)?;
    step::detail("`cargo xtask size` shows what a visitor downloads");
    Ok(())
}

/// Flags of the compiler for the widget only: the hook that Trunk runs compiles native tools.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Has the compiler call the folders of this machine by names that are the same everywhere. The
/// places of panics are in the file, and would tell whoever downloads it where it was built.
fn nameless_paths(project: &Project) -> Result<String, Error> {
    let sources = cargo::registry_sources()?;
    let folders = sources
        .iter()
        .map(|folder| (folder.as_path(), "crates"))
        .chain([(project.root(), "job-posting")]);
    let flags: Vec<String> = folders
        .filter_map(|(folder, name)| remap(folder, name))
        .collect();
    Ok(flags.join(" "))
}

fn remap(folder: &Path, name: &str) -> Option<String> {
    let path = folder.display().to_string();
    if path.contains(char::is_whitespace) {
        // Cargo splits the flags at blanks.
        step::detail(&format!(
            "{path} has a blank in its name, so the build differs from that in other folders"
        ));
        return None;
    }
    Some(format!("--remap-path-prefix={path}={name}"))
}

/// Pages of the example written ahead, by when the app is loaded: the folder's own page loads it at
/// once, the other one when a reader reaches for a control.
const RENDERED: [(&str, &str); 2] = [
    ("dist/rendered", "eager"),
    ("dist/rendered/interaction", "interaction"),
];

/// Writes the example as pages that can be read before any script runs.
fn render(project: &Project) -> Result<(), Error> {
    let step = Step::begin("Writing the example page ahead into dist/rendered/");
    for (folder, loading) in RENDERED {
        let up = "../".repeat(folder.split('/').count() - 1);
        process::stream(
            std::process::Command::new("cargo")
                .args(["run", "--quiet", "--locked", "--offline"])
                .args(["--package", "posting-cli", "--", "render"])
                .arg("public/postings/tiktok-ecommerce-strategy-intern-2026.json")
                .args(["--out", folder, "--assets", &up, "--loading", loading])
                // As in index.html: all start dates lie in the past of some readers.
                .args(["--as-of", "2026-03-02", "--preview"])
                .current_dir(project.root()),
        )?;
    }
    step.done();
    Ok(())
}

/// A call of Trunk that tells nobody outside what we build.
pub fn trunk(project: &Project, toolbox: &Toolbox) -> Result<std::process::Command, Error> {
    let mut command = toolbox.command("trunk", project.root())?;
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk reads the variable as a boolean and refuses the customary "1".
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_this_machine_get_names_of_their_own() {
        let flag = remap(Path::new("/home/someone/project"), "job-posting");
        let expected = "--remap-path-prefix=/home/someone/project=job-posting";
        assert_eq!(flag.as_deref(), Some(expected));
        assert_eq!(remap(Path::new("/home/some one"), "crates"), None);
    }
}
