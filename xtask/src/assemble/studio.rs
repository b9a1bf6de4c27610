//! The studio's own files: its wasm with the importer in it, the glue, the style sheet. They are
//! named by content like the widget's, and only `studio.html` names them.

use std::path::Path;
use std::process::Command;

use super::asset::Asset;
use super::{Minifier, bind, read, write};
use crate::error::Error;
use crate::process;
use crate::tools::rust;

/// The page.
const PAGE: &str = "studio.html";

/// The script that opens the studio, bundled with the glue.
const START: &str = "crates/posting-studio/start.js";

/// Builds the studio's files into the staged site, and writes their names into its page.
pub fn assemble(minifier: &Minifier<'_>, staging: &Path) -> Result<(), Error> {
    let folder = bound(minifier)?;
    let wasm = bind::optimised(minifier.project, minifier, &folder.join("studio_bg.wasm"))?;
    let wasm = Asset::new("job-posting-{}_studio.wasm", wasm);
    let sheet = minifier.esbuild(&minifier.project.path("style/studio.css"), &["--bundle"])?;
    let style = Asset::new("job-posting-{}_studio.css", sheet.into_bytes());

    let start = String::from_utf8_lossy(&read(&minifier.project.path(START))?).into_owned();
    let entry = folder.join("start.js");
    write(
        &entry,
        filled(&start, &[("WASM", &wasm), ("STYLE", &style)]).as_bytes(),
    )?;
    let script = Asset::new(
        "job-posting-{}_studio.js",
        minifier.bundle(&entry)?.into_bytes(),
    );

    for asset in [&wasm, &style, &script] {
        write(&staging.join(&asset.name), &asset.content)?;
    }
    let page = staging.join(PAGE);
    let text = String::from_utf8_lossy(&read(&page)?).into_owned();
    let parts = [("SCRIPT", &script), ("WASM", &wasm), ("STYLE", &style)];
    write(&page, filled(&text, &parts).as_bytes())
}

/// Compiles the studio and writes its wasm and glue. Gives their folder.
fn bound(minifier: &Minifier<'_>) -> Result<std::path::PathBuf, Error> {
    let project = minifier.project;
    let mut cargo = Command::new("cargo");
    cargo
        .args([
            "build",
            "--locked",
            "--package",
            "posting-studio",
            "--bin",
            "studio",
        ])
        .args(["--target", rust::WASM])
        .current_dir(project.root());
    let profile = if minifier.is_release {
        cargo.args(["--release", "--offline"]);
        "release"
    } else {
        "debug"
    };
    process::stream(&mut cargo)?;
    let target = bind::target_folder(project)?.join(rust::WASM).join(profile);
    let folder = target.join("studio-bound");
    let mut bindgen = minifier.toolbox.command("wasm-bindgen", project.root())?;
    bindgen
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--out-name",
            "studio",
            "--out-dir",
        ])
        .arg(&folder)
        .arg(target.join("studio.wasm"));
    process::stream(&mut bindgen)?;
    Ok(folder)
}

/// Replaces `__STUDIO_…__` and `__STUDIO_…_INTEGRITY__` by the assets' names and hashes.
fn filled(text: &str, assets: &[(&str, &Asset)]) -> String {
    assets.iter().fold(text.to_owned(), |text, (part, asset)| {
        text.replace(&format!("__STUDIO_{part}__"), &asset.name)
            .replace(&format!("__STUDIO_{part}_INTEGRITY__"), &asset.integrity)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    #[test]
    fn names_and_hashes_are_filled_in() {
        let asset = Asset::new("a-{}", b"content".to_vec());
        let text = filled(
            "__STUDIO_WASM__ __STUDIO_WASM_INTEGRITY__ __STYLE__",
            &[("WASM", &asset)],
        );
        assert_eq!(
            text,
            format!("{} {} __STYLE__", asset.name, asset.integrity)
        );
    }

    #[test]
    fn page_and_script_name_every_part() {
        let project = Project::open().unwrap();
        let text = |path: &str| std::fs::read_to_string(project.path(path)).unwrap();
        let (page, start) = (text("public/studio.html"), text(START));
        assert!(page.contains("__STUDIO_SCRIPT__") && page.contains("__STUDIO_SCRIPT_INTEGRITY__"));
        for part in ["WASM", "STYLE"] {
            assert!(start.contains(&format!("__STUDIO_{part}__")), "{part}");
            assert!(
                start.contains(&format!("__STUDIO_{part}_INTEGRITY__")),
                "{part}"
            );
        }
    }
}
