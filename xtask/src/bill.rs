//! `dist/bom.cdx.json`: what the built files are made of, as a software bill of materials in
//! CycloneDX 1.6. Listed are the crates that are compiled into the widget, no others, and the tools
//! that shaped the files without being in them.
//!
//! It names no time and no serial number, because the same sources have to give the same file.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::tools::rust;

/// The file's name, beside the files it is about.
pub const NAME: &str = "bom.cdx.json";

/// The widget's own package.
const ROOT: &str = "job-posting";

/// Programs of npm that write into the files. All other packages of npm are for tests.
const BUNDLERS: [&str; 2] = ["binaryen", "esbuild"];

/// Programs written in Rust that do.
const BUILDERS: [&str; 2] = ["trunk", "wasm-bindgen-cli"];

/// Writes the file into the folder of the finished site.
pub fn write(project: &Project, site: &Path) -> Result<(), Error> {
    let bill = Bill {
        crates: Crates::read(&tree(project)?)?,
        checksums: project.checksums()?,
        tools: tools(project)?,
        compiler: process::capture(Command::new("rustc").arg("--version"))?,
    };
    let path = site.join(NAME);
    let text = format!("{:#}\n", bill.document()?);
    std::fs::write(&path, text).map_err(Error::file("write", &path))
}

/// What cargo compiles for the browser: without build scripts, macros and tests, and with the
/// features that this one package asks for.
fn tree(project: &Project) -> Result<String, Error> {
    process::capture(
        Command::new("cargo")
            .args(["tree", "--locked", "--offline", "--package", ROOT])
            .args(["--target", rust::WASM, "--edges", "normal,no-proc-macro"])
            .args(["--prefix", "depth", "--format", " {p}\t{l}"])
            .current_dir(project.root()),
    )
}

/// A crate's name and version.
type Crate = (String, String);

/// The crates in the widget.
struct Crates {
    /// Each with its licence and what it depends on.
    all: BTreeMap<Crate, Entry>,
}

#[derive(Default)]
struct Entry {
    licence: String,
    needs: Vec<Crate>,
}

impl Crates {
    /// Reads lines like `2 leptos v0.8.0\tMIT`, in which the number says how deep a crate is. A
    /// crate that was listed before comes without what is below it.
    fn read(tree: &str) -> Result<Self, Error> {
        let mut all: BTreeMap<Crate, Entry> = BTreeMap::new();
        let mut above: Vec<Crate> = Vec::new();
        for line in tree.lines() {
            let (depth, found, licence) = read_line(line).ok_or_else(|| {
                Error::malformed(
                    "the answer of cargo tree",
                    format!(
                        "expected a depth, a crate with its version and a licence, found {line:?}"
                    ),
                )
            })?;
            above.truncate(depth);
            if let Some(parent) = above.last() {
                let needs = &mut all.entry(parent.clone()).or_default().needs;
                if !needs.contains(&found) {
                    needs.push(found.clone());
                }
            }
            let entry = all.entry(found.clone()).or_default();
            licence.clone_into(&mut entry.licence);
            above.push(found);
        }
        Ok(Self { all })
    }
}

fn read_line(line: &str) -> Option<(usize, Crate, &str)> {
    let (depth, rest) = line.split_once(' ')?;
    let (package, licence) = rest.split_once('\t')?;
    let mut words = package.split(' ');
    let name = words.next()?.to_owned();
    let version = words.next()?.strip_prefix('v')?.to_owned();
    // Cargo marks what it has listed before.
    let licence = licence.trim_end_matches("(*)").trim();
    Some((depth.parse().ok()?, (name, version), licence))
}

/// A tool: its package URL's type, its name and version.
type Tool = (&'static str, String, String);

fn tools(project: &Project) -> Result<Vec<Tool>, Error> {
    let mut tools = Vec::new();
    for name in BUILDERS {
        tools.push(("cargo", name.to_owned(), project.pinned(name)?.to_owned()));
    }
    let path = project.path("package-lock.json");
    let text = std::fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    let lock: Value = serde_json::from_str(&text)
        .map_err(|error| Error::malformed("package-lock.json", error.to_string()))?;
    for name in BUNDLERS {
        let version = lock
            .get("packages")
            .and_then(|packages| packages.get(format!("node_modules/{name}")))
            .and_then(|package| package.get("version")?.as_str())
            .ok_or_else(|| {
                Error::malformed(
                    "package-lock.json",
                    format!("it has no version of {name}, run `npm install`"),
                )
            })?;
        tools.push(("npm", name.to_owned(), version.to_owned()));
    }
    Ok(tools)
}

struct Bill {
    crates: Crates,
    /// SHA-256 of the crates' archives, by name and version.
    checksums: BTreeMap<Crate, String>,
    tools: Vec<Tool>,
    /// `rustc 1.90.0 (abcdef 2026-01-01)`
    compiler: String,
}

impl Bill {
    fn document(&self) -> Result<Value, Error> {
        let root = self.crates.all.keys().find(|(name, _)| name == ROOT);
        let root = root.ok_or_else(|| {
            Error::malformed("the answer of cargo tree", format!("it has no {ROOT}"))
        })?;
        let others = self.crates.all.iter().filter(|(one, _)| *one != root);
        let mut components: Vec<Value> = others
            .map(|(one, entry)| self.component(one, entry))
            .collect();
        components.push(self.standard_library());
        let dependencies: Vec<Value> = self
            .crates
            .all
            .iter()
            .map(|(one, entry)| {
                let needs: Vec<String> = entry.needs.iter().map(reference).collect();
                json!({ "ref": reference(one), "dependsOn": needs })
            })
            .collect();
        Ok(json!({
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": {
                "lifecycles": [{ "phase": "build" }],
                "component": self.component(root, self.crates.all.get(root).unwrap_or(&Entry::default())),
                "tools": { "components": self.tool_components() },
            },
            "components": components,
            "dependencies": dependencies,
        }))
    }

    fn component(&self, one: &Crate, entry: &Entry) -> Value {
        let (name, version) = one;
        // "MIT/Apache-2.0" is how crates wrote a choice before SPDX.
        let expression = entry.licence.replace('/', " OR ");
        let checksum = self.checksums.get(one);
        let hash = checksum.map(|checksum| json!({ "alg": "SHA-256", "content": checksum }));
        json!({
            "type": if name == ROOT { "application" } else { "library" },
            "bom-ref": reference(one),
            "name": name,
            "version": version,
            "purl": reference(one),
            "scope": "required",
            "licenses": [{ "expression": expression }],
            // Our own crates come from no registry and have none.
            "hashes": Vec::from_iter(hash),
        })
    }

    /// What rustc adds to every program, in the compiler's own version.
    fn standard_library(&self) -> Value {
        json!({
            "type": "library",
            "bom-ref": "rust-std",
            "name": "rust-std",
            "version": self.compiler_version(),
            "description": "Rust's standard library, as it comes with the compiler",
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            "scope": "required",
        })
    }

    fn compiler_version(&self) -> &str {
        self.compiler.split(' ').nth(1).unwrap_or_default()
    }

    fn tool_components(&self) -> Vec<Value> {
        let compiler = json!({
            "type": "application", "name": "rustc", "version": self.compiler_version(),
        });
        let tools = self.tools.iter().map(|(kind, name, version)| {
            json!({
                "type": "application", "name": name, "version": version,
                "purl": format!("pkg:{kind}/{name}@{version}"),
            })
        });
        std::iter::once(compiler).chain(tools).collect()
    }
}

/// The package URL of a crate, by which others refer to it.
fn reference((name, version): &Crate) -> String {
    format!("pkg:cargo/{name}@{version}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "0 job-posting v0.1.0 (/somewhere/job-posting)\tMIT OR Apache-2.0\n\
        1 leptos v0.8.0\tMIT\n\
        2 base v1.0.0\tMIT/Apache-2.0\n\
        1 posting v0.1.0 (/somewhere/job-posting/crates/posting)\tMIT OR Apache-2.0\n\
        2 base v1.0.0\tMIT/Apache-2.0 (*)\n";

    fn bill() -> Bill {
        let checksum = (("base".to_owned(), "1.0.0".to_owned()), "ab".repeat(32));
        Bill {
            crates: Crates::read(TREE).unwrap(),
            checksums: BTreeMap::from([checksum]),
            tools: vec![("npm", "esbuild".to_owned(), "0.1.0".to_owned())],
            compiler: "rustc 1.90.0 (abc 2026-01-01)\n".to_owned(),
        }
    }

    #[test]
    fn each_crate_is_listed_once_with_licence_hash_and_dependencies() {
        let document = bill().document().unwrap();
        let components = document["components"].as_array().unwrap();
        let names: Vec<&str> = components
            .iter()
            .map(|component| component["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, ["base", "leptos", "posting", "rust-std"]);
        assert_eq!(components[0]["hashes"][0]["content"], "ab".repeat(32));
        assert_eq!(
            components[0]["licenses"][0]["expression"],
            "MIT OR Apache-2.0"
        );
        assert_eq!(document["metadata"]["component"]["name"], ROOT);
        assert_eq!(
            document["dependencies"][2],
            json!({ "ref": "pkg:cargo/leptos@0.8.0", "dependsOn": ["pkg:cargo/base@1.0.0"] })
        );
        assert_eq!(
            document["dependencies"][1]["dependsOn"],
            json!(["pkg:cargo/leptos@0.8.0", "pkg:cargo/posting@0.1.0"])
        );
    }

    #[test]
    fn tools_are_told_from_what_is_in_the_files_and_no_folder_is_named() {
        let document = bill().document().unwrap();
        let tools = &document["metadata"]["tools"]["components"];
        assert_eq!(tools[0]["version"], "1.90.0");
        assert_eq!(tools[1]["purl"], "pkg:npm/esbuild@0.1.0");
        assert!(!document.to_string().contains("somewhere"), "{document}");
    }

    #[test]
    fn an_answer_of_another_form_is_refused_with_its_line() {
        let message = Crates::read("job-posting v0.1.0")
            .err()
            .unwrap()
            .to_string();
        assert!(message.contains("job-posting v0.1.0"), "{message}");
    }

    /// The widget as it is: what is in it, and what only tools and tests use.
    #[test]
    fn the_widgets_own_crates_are_found_and_no_tools_or_tests() {
        let project = Project::open().unwrap();
        let crates = Crates::read(&tree(&project).unwrap()).unwrap();
        let has = |wanted: &str| crates.all.keys().any(|(name, _)| name == wanted);
        for inside in ["leptos", "posting", "time", "wasm-bindgen", "web-sys"] {
            assert!(has(inside), "{inside} is missing");
        }
        for outside in [
            "clap",
            "html5ever",
            "posting-cli",
            "proptest",
            "serde_derive",
            "thirtyfour",
        ] {
            assert!(!has(outside), "{outside} is not in the widget");
        }
        let checksums = project.checksums().unwrap();
        for one in crates.all.keys() {
            let is_ours = ["job-posting", "posting"].contains(&one.0.as_str());
            assert_eq!(checksums.contains_key(one), !is_ours, "{one:?}");
        }
    }
}
