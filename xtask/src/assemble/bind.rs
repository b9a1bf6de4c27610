//! From the linked widget to the three files that the loader fetches: the first wasm
//! file, the planner's, and the glue between both and the browser.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::names::{Names, SHORTEN, exchange, unexpected};
use super::{Minifier, read, write};
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::tools::rust;

/// What the compiler uses and wasm-opt has to be told of.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
];

/// How the splitter's module gets the planner's file, and how ours does: compiled already, from a
/// file that the loader has fetched, which knows its name and checks its integrity.
const SPLITTERS_FETCH: (&str, &str) = ("fetch(new URL(", "import.meta.url))");
const OUR_FETCH: &str = "plannerModule()";
const OUR_SOURCE: &str = "
let plannerModule;
export function loadPlannerWith(source) { plannerModule = source; }
";
const SPLITTERS_INSTANCE: &str = "WebAssembly.instantiateStreaming(src, imports)";
const OUR_INSTANCE: &str = "WebAssembly.instantiate(await src, imports)";

/// Where bindgen's module takes the exports of the first file, and how ours does.
const BINDGENS_EXPORTS: &str = "wasm = instance.exports;";
const OUR_EXPORTS: &str = "wasm = guarded(instance.exports, module);";
const OUR_GUARD: &str = "import { guarded } from './guard.js';\n";

/// What one instance of the app is made of; what else bindgen exports is left out of the bundle.
const INSTANCE: &str = "
export { default, mount, panic_place } from './main.js';
export { loadPlannerWith } from './link.js';
export { hasFailed, module, rescue, watch } from './guard.js';
";

/// All the loader uses.
const ENTRY: &str = "
export { default, dress, fetchPlannerWith, hasEnded, mount } from './instances.js';
export { handOver } from './hand-over.js';
";

/// Scripts of ours that come with the app instead of the loader.
const SCRIPTS: [&str; 5] = [
    "ahead.js",
    "guard.js",
    "hand-over.js",
    "instances.js",
    "stopped.js",
];

/// The compiled widget, ready for browsers.
pub struct Bound {
    /// The wasm file of the first view.
    pub main: Vec<u8>,
    /// The wasm file of the planner.
    pub planner: Vec<u8>,
    /// The JavaScript between them and the browser. Names the first file `main_bg.wasm`.
    pub glue: String,
}

/// Splits, binds, optimises and bundles what cargo has linked for Trunk.
pub fn bind(project: &Project, minifier: &Minifier<'_>) -> Result<Bound, Error> {
    let target = target_folder(project)?.join(rust::WASM);
    let profile = if minifier.is_release {
        "release"
    } else {
        "debug"
    };
    let linked = target.join(profile).join("widget.wasm");
    let folder = target.join(profile).join("split");
    split(project, &linked, &folder)?;
    let mut bindgen = minifier.toolbox.command("wasm-bindgen", project.root())?;
    bindgen
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "main", "--out-dir"])
        .arg(&folder)
        .arg(folder.join("main.wasm"));
    process::stream(&mut bindgen)?;

    let (link, script) = (folder.join("link.js"), folder.join("main.js"));
    change(&link, ask_the_loader)?;
    change(&script, guard_the_exports)?;
    let main = folder.join("main_bg.wasm");
    if minifier.is_release {
        let names = Names::printed(&optimise(project, minifier, &main, &[SHORTEN])?)?;
        change(&link, |link| names.shorten_splitters(link))?;
        change(&script, |script| names.shorten_bindgens(script))?;
    }
    for name in SCRIPTS {
        let script = read(&project.path("public/loader").join(name))?;
        write(&folder.join(name), &script)?;
    }
    write(
        &folder.join("instance.js"),
        instance(&folder, minifier)?.as_bytes(),
    )?;
    let entry = folder.join("entry.js");
    write(&entry, ENTRY.as_bytes())?;
    Ok(Bound {
        main: read(&main)?,
        planner: optimised(project, minifier, &folder.join("planner.wasm"))?,
        glue: minifier.esbuild(&entry, &["--bundle", "--format=esm", "--target=es2022"])?,
    })
}

/// Writes `main.wasm`, `planner.wasm` and `link.js` into an empty folder.
fn split(project: &Project, linked: &Path, folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(Error::file("empty", folder))?;
    }
    std::fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    let mut command = Command::new("cargo");
    command
        .args([
            "run",
            "--quiet",
            "--locked",
            "--package",
            "split-wasm",
            "--",
        ])
        .args([linked, folder])
        .current_dir(project.root())
        // What Trunk sets for the widget's build is not meant for a native tool.
        .env_remove("CARGO_BUILD_TARGET");
    process::stream(&mut command)
}

/// A module whose state is that of a function's call: bindgen and the splitter keep theirs in
/// variables of a module, of which a page has one only, and an app that has ended needs another.
fn instance(folder: &Path, minifier: &Minifier<'_>) -> Result<String, Error> {
    let parts = folder.join("parts.js");
    write(&parts, INSTANCE.as_bytes())?;
    let script = minifier.esbuild(
        &parts,
        &[
            "--bundle",
            "--format=iife",
            "--global-name=instance",
            "--target=es2022",
            // Of use to bindgen's default name only, which nobody asks for.
            "--define:import.meta.url=''",
        ],
    )?;
    Ok(format!(
        "export function fresh() {{\n{script}\nreturn instance;\n}}\n"
    ))
}

fn change(path: &Path, change: impl FnOnce(&str) -> Result<String, Error>) -> Result<(), Error> {
    let text = String::from_utf8_lossy(&read(path)?).into_owned();
    write(path, change(&text)?.as_bytes())
}

/// The splitter's module with the loader as the one who fetches.
fn ask_the_loader(link: &str) -> Result<String, Error> {
    let (start, end) = SPLITTERS_FETCH;
    let parts: Vec<&str> = link.split(start).collect();
    let [before, after] = parts[..] else {
        return Err(unexpected("one call of fetch"));
    };
    let (_, after) = after.split_once(end).ok_or_else(|| unexpected(end))?;
    let link = format!("{OUR_SOURCE}{before}{OUR_FETCH}{after}");
    exchange(&link, SPLITTERS_INSTANCE, OUR_INSTANCE)
}

/// Bindgen's module with a guard around every call into the app.
fn guard_the_exports(main: &str) -> Result<String, Error> {
    let main = exchange(main, BINDGENS_EXPORTS, OUR_EXPORTS)?;
    Ok(format!("{OUR_GUARD}{main}"))
}

/// The file, made small in release builds.
pub(super) fn optimised(
    project: &Project,
    minifier: &Minifier<'_>,
    path: &Path,
) -> Result<Vec<u8>, Error> {
    if minifier.is_release {
        optimise(project, minifier, path, &[])?;
    }
    read(path)
}

/// Makes the file small in its place, and gives back what was printed.
fn optimise(
    project: &Project,
    minifier: &Minifier<'_>,
    path: &Path,
    passes: &[&str],
) -> Result<String, Error> {
    let mut wasm_opt = minifier.toolbox.command("wasm-opt", project.root())?;
    wasm_opt
        .arg("-Oz")
        .args(FEATURES)
        .args(passes)
        .arg(path)
        .arg("-o")
        .arg(path);
    process::capture(&mut wasm_opt)
}

/// Where cargo builds, which a person may have moved.
pub(super) fn target_folder(project: &Project) -> Result<PathBuf, Error> {
    let mut command = Command::new("cargo");
    command
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(project.root());
    let answer = process::capture(&mut command)?;
    let metadata: Value = serde_json::from_str(&answer)
        .map_err(|error| Error::malformed("the answer of cargo metadata", error.to_string()))?;
    let folder = metadata.get("target_directory").and_then(Value::as_str);
    folder.map(PathBuf::from).ok_or_else(|| {
        Error::malformed("the answer of cargo metadata", "it names no target folder")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_asked_for_the_planners_file() {
        let link = "const a = () => {\n const src = fetch(new URL(\"./planner.wasm\", import.meta.url));\n \
            return async (imports) => (WebAssembly.instantiateStreaming(src, imports)); };";
        let ours = ask_the_loader(link).unwrap();
        assert!(ours.contains("const src = plannerModule();\n"), "{ours}");
        assert!(ours.contains("instantiate(await src, imports)"), "{ours}");
        assert!(!ours.contains("fetch("), "{ours}");
    }

    #[test]
    fn the_apps_exports_are_guarded() {
        let ours = guard_the_exports("let wasm;\n wasm = instance.exports;\n").unwrap();
        assert!(ours.contains("guarded(instance.exports, module)"), "{ours}");
        assert!(guard_the_exports("wasm = module.instance.exports()").is_err());
    }

    #[test]
    fn a_splitter_that_writes_something_else_is_noticed() {
        assert!(ask_the_loader("import source x from 'y'").is_err());
        assert!(ask_the_loader("fetch(new URL(1, import.meta.url)) fetch(new URL(2").is_err());
    }
}
