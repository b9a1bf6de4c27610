//! How packages depend on each other, and that each version is written in one place.

use serde_json::Value;

use super::{File, accepts, holds, refuses};

/// The domain has to run anywhere, so nothing that needs a browser may be below it.
const NOT_IN_THE_DOMAIN: [&str; 5] = [
    "js-sys",
    "leptos",
    "wasm-bindgen",
    "web-sys",
    "gloo-storage",
];

const DOMAIN: &str = "crates/posting/Cargo.toml";
const ROOT: &str = "Cargo.toml";

fn manifests(files: &[File]) -> impl Iterator<Item = (&File, Value)> {
    let manifests = files.iter().filter(|file| file.path.ends_with(ROOT));
    manifests.map(|file| (file, basic_toml::from_str(&file.text).unwrap()))
}

/// Every dependency of a manifest, of all kinds and targets.
fn dependencies(manifest: &Value) -> Vec<(&String, &Value)> {
    let targets = manifest.get("target").and_then(Value::as_object);
    let per_target = targets.into_iter().flat_map(|targets| targets.values());
    let holders = std::iter::once(manifest).chain(per_target);
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    let tables = holders.flat_map(|holder| kinds.map(|kind| holder.get(kind)));
    let entries = tables.flatten().filter_map(Value::as_object).flatten();
    entries.collect()
}

fn package_name(manifest: &Value) -> Option<&str> {
    manifest.pointer("/package/name")?.as_str()
}

fn points_one_way(files: &[File]) -> Vec<String> {
    let manifests: Vec<_> = manifests(files).collect();
    let members: Vec<&str> = manifests
        .iter()
        .filter_map(|(_, value)| package_name(value))
        .collect();
    let mut complaints = Vec::new();
    for (file, manifest) in &manifests {
        for (name, _) in dependencies(manifest) {
            let is_member = members.contains(&name.as_str());
            let above_the_domain = is_member || NOT_IN_THE_DOMAIN.contains(&name.as_str());
            if file.path == DOMAIN && above_the_domain {
                complaints.push(format!("{DOMAIN}: the domain must not depend on {name}"));
            }
            if ["xtask", "browser-tests"].contains(&name.as_str()) {
                complaints.push(format!(
                    "{}: nothing depends on {name}, it drives the rest",
                    file.path
                ));
            }
        }
    }
    complaints
}

fn pins_once(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    for (file, manifest) in manifests(files) {
        for (name, requirement) in dependencies(&manifest) {
            if requirement.get("workspace").and_then(Value::as_bool) != Some(true) {
                complaints.push(format!(
                    "{}: write `{name}.workspace = true` and the version in the root Cargo.toml",
                    file.path
                ));
            }
        }
    }
    complaints
}

/// The versions of the command line tools stand in the root manifest and nowhere else.
fn states_tool_versions_once(files: &[File]) -> Vec<String> {
    let root = manifests(files).find(|(file, _)| file.path == ROOT);
    let tools = root
        .as_ref()
        .and_then(|(_, manifest)| manifest.pointer("/workspace/metadata/tools")?.as_object());
    let versions: Vec<&str> = tools
        .into_iter()
        .flat_map(|tools| tools.values())
        .filter_map(Value::as_str)
        .collect();
    let mut complaints = Vec::new();
    let generated = ["Cargo.lock", "package-lock.json", "CHANGELOG.md"];
    let elsewhere = files
        .iter()
        .filter(|file| file.path != ROOT && !generated.contains(&file.path.as_str()));
    for file in elsewhere {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(version) = versions.iter().find(|version| states(line, version)) {
                let why = format!("{version} is pinned in the root Cargo.toml, refer to it");
                complaints.push(file.complaint(index + 1, &why));
            }
        }
    }
    complaints
}

/// Whether the version stands in the line by itself, not as a part of another number.
fn states(line: &str, version: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit();
    line.match_indices(version).any(|(start, _)| {
        let before = line.get(..start).unwrap_or("");
        let after = line.get(start + version.len()..).unwrap_or("");
        !before.ends_with(is_number) && !after.starts_with(is_number)
    })
}

#[test]
fn dependencies_point_one_way() {
    holds(points_one_way);
    let domain = "[package]\nname = \"posting\"\n[dependencies]\nserde.workspace = true\n";
    let sibling = File::sample(
        "crates/posting-import/Cargo.toml",
        "[package]\nname = \"posting-import\"\n",
    );
    let sample = |extra: &str| File::sample(DOMAIN, &format!("{domain}{extra}"));
    accepts(
        points_one_way,
        &[sample(""), File::sample("a/Cargo.toml", "")],
    );
    refuses(
        points_one_way,
        &[sample("web-sys.workspace = true\n")],
        "web-sys",
    );
    refuses(
        points_one_way,
        &[sample("posting-import.workspace = true\n"), sibling],
        "posting-import",
    );
    let in_a_target = "[target.'cfg(unix)'.dev-dependencies]\nleptos.workspace = true\n";
    refuses(points_one_way, &[sample(in_a_target)], "leptos");
    let upward = File::sample("a/Cargo.toml", "[dependencies]\nxtask.workspace = true\n");
    refuses(points_one_way, &[upward], "xtask");
}

#[test]
fn versions_are_pinned_once() {
    holds(pins_once);
    let sample = |line: &str| {
        [File::sample(
            "a/Cargo.toml",
            &format!("[dependencies]\n{line}\n"),
        )]
    };
    refuses(
        pins_once,
        &sample("serde = \"1\""),
        "serde.workspace = true",
    );
    refuses(
        pins_once,
        &sample("serde = { version = \"1\" }"),
        "serde.workspace = true",
    );
    accepts(
        pins_once,
        &sample("serde = { workspace = true, features = [\"derive\"] }"),
    );
}

#[test]
fn tool_versions_are_stated_once() {
    holds(states_tool_versions_once);
    let root = || File::sample(ROOT, "[workspace.metadata.tools]\ntrunk = \"9.8.7\"\n");
    let guide = File::sample("docs/a.md", "Install Trunk 9.8.7\n");
    refuses(states_tool_versions_once, &[root(), guide], "docs/a.md:1");
    let other = File::sample("docs/a.md", "Install Node 19.8.7\n");
    accepts(states_tool_versions_once, &[root(), other]);
}
