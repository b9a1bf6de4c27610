//! That ARCHITECTURE.md tells the truth: its paths exist, and every dependency has its reason there.

use serde_json::Value;

use super::{File, accepts, holds, refuses};

const PAGE: &str = "ARCHITECTURE.md";

/// Endings by which a word is taken for a file.
const ENDINGS: [&str; 11] = [
    ".rs", ".md", ".toml", ".css", ".js", ".html", ".json", ".mjs", ".lock", ".yml", ".svg",
];

/// Folders that a build makes, which are in no commit.
const MADE: [&str; 3] = ["dist/", "target/", "node_modules/"];

/// A path that the page names, with its line.
struct Mention {
    line: usize,
    path: String,
}

/// The paths in backticks, and those in drawn trees.
fn mentions(text: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut tree: Option<Vec<(usize, String)>> = None;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if line.trim_start().starts_with("```") {
            tree = if tree.is_none() {
                Some(Vec::new())
            } else {
                None
            };
            continue;
        }
        match &mut tree {
            Some(parents) => found.extend(
                tree_paths(line, parents)
                    .into_iter()
                    .map(|path| Mention { line: number, path }),
            ),
            None => {
                let quoted = line
                    .split('`')
                    .skip(1)
                    .step_by(2)
                    .filter(|word| is_path(word));
                found.extend(quoted.map(|word| Mention {
                    line: number,
                    path: word.trim_start_matches("./").to_owned(),
                }));
            }
        }
    }
    found
}

/// The paths on one line of a tree; indentation or drawn branches tell which folder they are in.
fn tree_paths(line: &str, parents: &mut Vec<(usize, String)>) -> Vec<String> {
    let drawn = |c: char| c.is_whitespace() || "│├└─".contains(c);
    let start = line.trim_start_matches(drawn);
    let depth = line.chars().count() - start.chars().count();
    // Two blanks end the names and begin what is said about them.
    let names = start
        .split("  ")
        .next()
        .unwrap_or("")
        .split(' ')
        .filter(|word| is_path(word));
    parents.retain(|(parent, _)| *parent < depth);
    let folder = parents
        .last()
        .map_or("", |(_, path)| path.as_str())
        .to_owned();
    let paths: Vec<String> = names.map(|name| format!("{folder}{name}")).collect();
    if let Some(path) = paths.iter().find(|path| path.ends_with('/')) {
        parents.push((depth, path.clone()));
    }
    paths
}

fn is_path(word: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    let is_plain = !word.is_empty() && word.chars().all(allowed) && !word.starts_with('/');
    let is_made = MADE.iter().any(|folder| word.starts_with(folder));
    let begins_like_ours = [
        "src/", "crates/", "xtask/", "style/", "public/", "tests/", "docs/",
    ]
    .iter()
    .any(|folder| word.starts_with(folder));
    let ends_like_a_file = ENDINGS.iter().any(|ending| word.ends_with(ending));
    is_plain && !is_made && (begins_like_ours || word.ends_with('/') || ends_like_a_file)
}

/// Whether a path, written from the root or from any folder, belongs to a committed file or folder.
fn exists(path: &str, files: &[File]) -> bool {
    let path = path.trim_end_matches('/');
    files.iter().any(|file| {
        let whole = format!("/{}/", file.path);
        whole.contains(&format!("/{path}/"))
    })
}

/// Packages of npm may be called like files.
fn is_npm_package(name: &str, files: &[File]) -> bool {
    let manifest = files.iter().find(|file| file.path == "package.json");
    manifest.is_some_and(|manifest| manifest.text.contains(&format!("\"{name}\": \"")))
}

fn page(files: &[File]) -> Result<&File, Vec<String>> {
    files
        .iter()
        .find(|file| file.path == PAGE)
        .ok_or_else(|| vec![format!("{PAGE}: write the code map and the invariants")])
}

fn names_only_what_exists(files: &[File]) -> Vec<String> {
    let page = match page(files) {
        Ok(page) => page,
        Err(complaint) => return complaint,
    };
    let mentions = mentions(&page.text).into_iter();
    let gone = mentions
        .filter(|mention| !exists(&mention.path, files) && !is_npm_package(&mention.path, files));
    gone.map(|mention| page.complaint(mention.line, &format!("there is no {}", mention.path)))
        .collect()
}

fn gives_each_dependency_a_reason(files: &[File]) -> Vec<String> {
    let page = match page(files) {
        Ok(page) => page,
        Err(complaint) => return complaint,
    };
    let table = |path: &str, key: &str, parse: fn(&str) -> Value| -> Vec<String> {
        let file = files.iter().find(|file| file.path == path);
        let value = file.map(|file| parse(&file.text)).unwrap_or_default();
        let names = value.pointer(key).and_then(Value::as_object);
        // A dependency with a path is one of our own packages, which the code map covers.
        let foreign = names
            .into_iter()
            .flatten()
            .filter(|(_, value)| value.get("path").is_none());
        foreign.map(|(name, _)| name.clone()).collect()
    };
    let crates = table("Cargo.toml", "/workspace/dependencies", |text| {
        basic_toml::from_str(text).unwrap()
    });
    let packages = table("package.json", "/devDependencies", |text| {
        serde_json::from_str(text).unwrap()
    });
    let unexplained = crates
        .into_iter()
        .chain(packages)
        .filter(|name| !page.text.contains(&format!("`{name}`")));
    unexplained
        .map(|name| format!("{PAGE}: name the dependency `{name}` and the reason for it"))
        .collect()
}

#[test]
fn the_page_names_only_what_exists() {
    holds(names_only_what_exists);
}

#[test]
fn the_page_gives_each_dependency_a_reason() {
    holds(gives_each_dependency_a_reason);
}

#[test]
fn a_missing_page_is_refused() {
    refuses(names_only_what_exists, &[], PAGE);
    refuses(gives_each_dependency_a_reason, &[], PAGE);
}

#[track_caller]
fn check_paths(text: &str, complaint: Option<&str>) {
    let files = [
        File::sample(PAGE, text),
        File::sample("src/view/cohorts.rs", ""),
        File::sample("src/lib.rs", ""),
    ];
    match complaint {
        Some(position) => refuses(names_only_what_exists, &files, position),
        None => accepts(names_only_what_exists, &files),
    }
}

#[test]
fn paths_in_backticks_are_looked_up() {
    check_paths(
        "See `src/lib.rs`, `view/cohorts.rs`, `src/view/` and `cohorts.rs`.",
        None,
    );
    check_paths(
        "It lands in `dist/`, and `Option<T>` or `a::b` or `ssr` is no path.",
        None,
    );
    check_paths(
        "One\nSee `src/gone.rs`.",
        Some("ARCHITECTURE.md:2: there is no src/gone.rs"),
    );
    check_paths("See `src/old/`.", Some("src/old/"));
    check_paths("See `horts.rs`.", Some("horts.rs"));
}

#[test]
fn paths_in_trees_are_looked_up() {
    let tree = "```\nsrc/         the widget\n  lib.rs     map of a.rs\n  view/      views\n    cohorts.rs\n```\n";
    check_paths(tree, None);
    check_paths(
        "```\nsrc/\n  view/\n    lib.rs\n```\n",
        Some(":4: there is no src/view/lib.rs"),
    );
    check_paths(
        "```\nsrc/\n├── view/\n│   └── cohorts.rs\n└── gone.rs\n```\n",
        Some("src/gone.rs"),
    );
    check_paths("```\ncargo xtask serve\n```\n", None);
}

#[test]
fn a_package_that_is_called_like_a_file_is_none() {
    let files = [
        File::sample(PAGE, "`calendar.js` reads calendars"),
        File::sample("package.json", "{ \"calendar.js\": \"1.0.0\" }"),
    ];
    accepts(names_only_what_exists, &files);
    refuses(names_only_what_exists, &files[..1], "calendar.js");
}

#[test]
fn a_dependency_without_a_reason_is_refused() {
    let manifest = "[workspace.dependencies]\nserde = \"1\"\nours = { path = \"a\" }\n";
    let files = |text: &str| {
        [
            File::sample("Cargo.toml", manifest),
            File::sample(PAGE, text),
        ]
    };
    refuses(gives_each_dependency_a_reason, &files("nothing"), "`serde`");
    accepts(
        gives_each_dependency_a_reason,
        &files("`serde` reads postings"),
    );
}
