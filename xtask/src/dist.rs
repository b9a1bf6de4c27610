//! `cargo xtask dist`: the release build, ready to be copied to any static host.

use crate::error::Error;
use crate::hosting;
use crate::process;
use crate::project::Project;
use crate::setup;
use crate::step::{self, Step};
use crate::tools::Toolbox;

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
    process::stream(trunk(project, toolbox)?.args([
        "build",
        "--release",
        "--locked",
        "--offline",
    ]))?;
    step.done();
    render(project)?;
    step::detail("`cargo xtask size` shows what a visitor downloads");
    Ok(())
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
