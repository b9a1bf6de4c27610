//! `cargo xtask size`: what a visitor downloads before the first view, against the budget.

mod studio;

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::dist;
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::setup;

/// The file that holds the budget, in bytes after brotli.
const BUDGET: &str = "size-budget.toml";

/// The script that a careers page includes.
const LOADER: &str = "job-posting.js";

/// What to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// Make a fresh release build first.
    Fresh,
    /// Take `dist/` as it is.
    AsIs,
}

/// Prints the table and fails when a budget is exceeded.
pub fn run(project: &Project, build: Build) -> Result<(), Error> {
    if build == Build::Fresh {
        let toolbox = setup::for_build(project)?;
        dist::build(project, &toolbox)?;
    }
    let budget = Budget::read(&project.path(BUDGET))?;
    let files = measure(project)?;
    print!("{}{}", table(&files), studio::table(project)?);
    let excess = budget.exceeded_by(&files);
    if excess.is_empty() {
        return Ok(());
    }
    Err(Error::malformed(
        "over the budget",
        format!(
            "{}; make it smaller or, with a reason, change {BUDGET}",
            excess.join("; ")
        ),
    ))
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Loader,
    Glue,
    Wasm,
    Style,
    /// Comes after the first view.
    Planner,
}

impl Role {
    /// In the order of the table.
    const ALL: [Self; 5] = [
        Self::Loader,
        Self::Glue,
        Self::Wasm,
        Self::Style,
        Self::Planner,
    ];

    /// The role of a file in `dist/`, if the widget needs it.
    fn of(name: &str) -> Option<Self> {
        if name == LOADER {
            return Some(Self::Loader);
        }
        let rest = name.strip_prefix("job-posting-")?;
        if studio::is_studios(rest) {
            return None;
        }
        if rest.ends_with("_bg.wasm") {
            Some(Self::Wasm)
        } else if rest.ends_with("_planner.wasm") {
            Some(Self::Planner)
        } else if rest.ends_with(".css") {
            Some(Self::Style)
        } else {
            // Scripts with a name of their own, such as the frame's, are not for the first view.
            let hash = rest.strip_suffix(".js")?;
            let is_hash = hash.chars().all(|c| c.is_ascii_hexdigit());
            is_hash.then_some(Self::Glue)
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Loader => "loader",
            Self::Glue => "glue",
            Self::Wasm => "wasm",
            Self::Style => "CSS",
            Self::Planner => "planner",
        }
    }
}

/// A measured file, in bytes.
struct Measured {
    role: Role,
    raw: u64,
    brotli: u64,
}

/// The limits, in bytes after brotli.
struct Budget {
    total: u64,
    loader: u64,
}

impl Budget {
    fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(Error::file("read", path))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self, Error> {
        let value: Value = basic_toml::from_str(text)
            .map_err(|error| Error::malformed(BUDGET, error.to_string()))?;
        let limit = |key: &str| {
            value.get(key).and_then(Value::as_u64).ok_or_else(|| {
                Error::malformed(BUDGET, format!("`{key}` has to be a number of bytes"))
            })
        };
        Ok(Self {
            total: limit("total")?,
            loader: limit("loader")?,
        })
    }

    /// One sentence per limit that the files exceed.
    fn exceeded_by(&self, files: &[Measured]) -> Vec<String> {
        let sum = |wanted: Option<Role>| -> u64 {
            let chosen = files.iter().filter(|file| match wanted {
                Some(role) => role == file.role,
                None => file.role != Role::Planner,
            });
            chosen.map(|file| file.brotli).sum()
        };
        let limits = [
            ("the first view", sum(None), self.total),
            ("the loader", sum(Some(Role::Loader)), self.loader),
        ];
        let over = limits.into_iter().filter(|(_, size, limit)| size > limit);
        over.map(|(name, size, limit)| {
            format!(
                "{name} is {size} bytes, {} more than the {limit} allowed",
                size - limit
            )
        })
        .collect()
    }
}

/// Measures the files of `dist/` that the widget needs; each role has to be there once.
fn measure(project: &Project) -> Result<Vec<Measured>, Error> {
    let folder = project.path("dist");
    let entries = std::fs::read_dir(&folder).map_err(Error::file("list", &folder))?;
    let mut found: Vec<(Role, PathBuf)> = entries
        .flatten()
        .filter_map(|entry| Some((Role::of(entry.file_name().to_str()?)?, entry.path())))
        .collect();
    let loader = std::fs::read(folder.join(LOADER)).ok();
    // The copy for pages that pin a version is loaded in place of the loader, and named like glue.
    found.retain(|(role, path)| *role != Role::Glue || std::fs::read(path).ok() != loader);
    found.sort_by_key(|(role, _)| *role as u8);
    let roles: Vec<Role> = found.iter().map(|(role, _)| *role).collect();
    if roles != Role::ALL {
        return Err(Error::malformed(
            folder.display().to_string(),
            "expected one loader, glue and CSS file and two wasm files, run `cargo xtask dist`",
        ));
    }
    let paths = found.iter().map(|(_, path)| path.as_path());
    let compressed = brotli(project, paths)?;
    let measured = found.iter().zip(compressed).map(|((role, path), brotli)| {
        let raw = path.metadata().map_err(Error::file("read", path))?.len();
        Ok(Measured {
            role: *role,
            raw,
            brotli,
        })
    });
    measured.collect()
}

/// Compresses as a web server does: quality 11, window 22. Node has the reference implementation
/// built in, and is needed for the build anyway.
const COMPRESS: &str = "
const { readFileSync } = require('node:fs');
const { brotliCompressSync, constants } = require('node:zlib');
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
const length = (path) => brotliCompressSync(readFileSync(path), { params }).length;
console.log(process.argv.slice(1).map(length).join(' '));
";

/// The length of each file after brotli.
fn brotli<'a>(project: &Project, paths: impl Iterator<Item = &'a Path>) -> Result<Vec<u64>, Error> {
    let mut node = std::process::Command::new("node");
    node.args(["-e", COMPRESS, "--"])
        .args(paths)
        .current_dir(project.root());
    let answer = process::capture(&mut node)?;
    let numbers = answer.split_whitespace().map(|word| {
        word.parse()
            .map_err(|_| Error::malformed("the answer of Node", format!("{word:?} is not a size")))
    });
    numbers.collect()
}

fn table(files: &[Measured]) -> String {
    let mut text = format!("{:8}{:>10}{:>10}\n", "bytes", "raw", "brotli");
    let (first, later): (Vec<&Measured>, Vec<&Measured>) =
        files.iter().partition(|file| file.role != Role::Planner);
    for file in &first {
        text += &row(file.role.name(), file.raw, file.brotli);
    }
    let raw = first.iter().map(|file| file.raw).sum();
    let brotli = first.iter().map(|file| file.brotli).sum();
    text += &row("first", raw, brotli);
    for file in &later {
        text += &row(file.role.name(), file.raw, file.brotli);
    }
    text
}

fn row(name: &str, raw: u64, brotli: u64) -> String {
    format!("{name:8}{raw:>10}{brotli:>10}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(loader: u64, wasm: u64) -> Vec<Measured> {
        let file = |role, brotli| Measured {
            role,
            raw: brotli * 3,
            brotli,
        };
        vec![file(Role::Loader, loader), file(Role::Wasm, wasm)]
    }

    #[test]
    fn the_excess_is_named() {
        let budget = Budget::parse("total = 80_000\nloader = 3_000\n").unwrap();
        let mut within = files(3_000, 77_000);
        within.push(Measured {
            role: Role::Planner,
            raw: 90_000,
            brotli: 30_000,
        });
        assert!(budget.exceeded_by(&within).is_empty());
        let excess = budget.exceeded_by(&files(3_010, 77_000));
        assert_eq!(excess.len(), 2);
        assert!(
            excess.iter().all(|line| line.contains(", 10 more than")),
            "{excess:?}"
        );
    }

    #[test]
    fn a_budget_without_a_limit_is_refused_by_name() {
        let message = Budget::parse("total = 1\n").err().unwrap().to_string();
        assert!(message.contains("`loader`"), "{message}");
    }

    #[test]
    fn the_shipped_budget_is_read() {
        let project = Project::open().unwrap();
        assert!(Budget::read(&project.path(BUDGET)).is_ok());
    }

    #[test]
    fn files_are_recognised_by_their_names() {
        assert_eq!(Role::of(LOADER), Some(Role::Loader));
        assert_eq!(Role::of("job-posting-0a1b.js"), Some(Role::Glue));
        assert_eq!(Role::of("job-posting-0a1b_bg.wasm"), Some(Role::Wasm));
        assert_eq!(
            Role::of("job-posting-0a1b_planner.wasm"),
            Some(Role::Planner)
        );
        assert_eq!(Role::of("job-posting-frame.js"), None);
        assert_eq!(Role::of("job-posting-0a1b_studio.css"), None);
        assert_eq!(Role::of("index.html"), None);
    }

    #[test]
    fn sizes_after_brotli_come_in_order() {
        let folder = std::env::temp_dir().join(format!("xtask size {}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (long, empty) = (folder.join("long"), folder.join("empty"));
        std::fs::write(&long, "abc ".repeat(1_000)).unwrap();
        std::fs::write(&empty, "").unwrap();
        let project = Project::open().unwrap();
        let sizes = brotli(&project, [long.as_path(), empty.as_path()].into_iter()).unwrap();
        assert!(matches!(sizes[..], [10..100, 1]), "{sizes:?}");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
