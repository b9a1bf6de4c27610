//! The npm package for developers of host pages: its generated parts, which are committed in `npm/`
//! and compared by `cargo xtask check`, and the folder `dist/npm/` with the built files.

mod interface;
mod manifest;
mod types;

use std::path::Path;

use serde_json::{Value, json};

use crate::error::Error;
use crate::hosting;
use crate::process;
use crate::project::Project;
use crate::tools::{Toolbox, node};

/// Where the committed parts are.
const FOLDER: &str = "npm";

/// Parts of the package that are committed and copied as they are, besides the generated ones.
const COPIED: [&str; 2] = ["README.md", "frame.d.ts"];

/// Licences at the root of the workspace, and in the package.
const LICENCES: [&str; 3] = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

/// Writes the generated parts.
pub fn run(project: &Project) -> Result<(), Error> {
    for (name, text) in generated() {
        let path = project.path(FOLDER).join(name);
        std::fs::write(&path, text).map_err(Error::file("write", &path))?;
        println!("Wrote {FOLDER}/{name}");
    }
    Ok(())
}

/// Fails when a committed part is not what the table gives, or when the types don't fit the examples.
pub fn check(project: &Project) -> Result<(), Error> {
    compare(project)?;
    let mut toolbox = Toolbox::default();
    node::ensure(project, &mut toolbox)?;
    for configuration in ["npm/tsconfig.json", "npm/tsconfig.vue.json"] {
        process::stream(toolbox.command("tsc", project.root())?.args([
            "--noEmit",
            "--project",
            configuration,
        ]))?;
    }
    Ok(())
}

fn compare(project: &Project) -> Result<(), Error> {
    for (name, text) in generated() {
        let path = project.path(FOLDER).join(name);
        let committed = std::fs::read_to_string(&path).map_err(Error::file("read", &path))?;
        if committed != text {
            return Err(Error::malformed(
                format!("{FOLDER}/{name}"),
                "it differs from the table, run `cargo xtask interface` and commit",
            ));
        }
    }
    Ok(())
}

/// Puts the package together in `npm/` of the finished site.
pub fn assemble(project: &Project, site: &Path) -> Result<(), Error> {
    let package = site.join(FOLDER);
    std::fs::create_dir_all(&package).map_err(Error::file("create", &package))?;
    let copies = [
        ("job-posting.js", "index.js"),
        ("job-posting-frame.js", "frame.js"),
    ];
    for (from, to) in copies {
        copy(&site.join(from), &package.join(to))?;
    }
    for name in hosting::loaded_files(site)? {
        copy(&site.join(&name), &package.join(&name))?;
    }
    for name in COPIED {
        copy(&project.path(FOLDER).join(name), &package.join(name))?;
    }
    for name in LICENCES {
        copy(&project.path(name), &package.join(name))?;
    }
    let own = [("package.json", description(project)?)];
    for (name, text) in generated().into_iter().chain(own) {
        let path = package.join(name);
        std::fs::write(&path, text).map_err(Error::file("write", &path))?;
    }
    Ok(())
}

fn generated() -> [(&'static str, String); 5] {
    [
        ("custom-elements.json", manifest::text()),
        ("index.d.ts", types::elements()),
        ("react.d.ts", types::react()),
        ("svelte.d.ts", types::svelte()),
        ("vue.d.ts", types::vue()),
    ]
}

/// `package.json`: no scripts, so nothing runs when it is installed.
fn description(project: &Project) -> Result<String, Error> {
    let types = |name: &str| json!({ "types": format!("./{name}.d.ts") });
    // TypeScript finds the types of a script beside it, so these need no conditions, whose order
    // would matter.
    let exports: Value = json!({
        ".": "./index.js",
        "./frame": "./frame.js",
        "./react": types("react"),
        "./svelte": types("svelte"),
        "./vue": types("vue"),
        "./custom-elements.json": "./custom-elements.json",
        "./package.json": "./package.json",
    });
    let description = json!({
        "name": "job-posting",
        "version": project.version()?,
        "description": "A job posting for any careers page, with a planner for the candidate's availability",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "exports": exports,
        "types": "./index.d.ts",
        "customElements": "custom-elements.json",
        "sideEffects": true,
    });
    Ok(format!("{description:#}\n"))
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    std::fs::copy(from, to)
        .map(drop)
        .map_err(Error::file("copy", from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_parts_are_those_of_the_table() {
        compare(&Project::open().unwrap()).unwrap();
    }

    #[test]
    fn nothing_runs_when_the_package_is_installed() {
        let text = description(&Project::open().unwrap()).unwrap();
        let description: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(description.get("scripts"), None);
        assert_eq!(description.get("dependencies"), None);
        assert!(description["version"].as_str().unwrap().contains('.'));
    }

    #[test]
    fn a_frameworks_types_know_each_tag_and_event() {
        for text in [types::react(), types::vue(), types::svelte()] {
            for element in &interface::ELEMENTS {
                assert!(text.contains(&format!("\"{}\":", element.tag)), "{text}");
                for event in element.events {
                    assert!(
                        text.contains(&format!("EventMap[\"{}\"]", event.name)),
                        "{text}"
                    );
                }
            }
        }
    }
}
