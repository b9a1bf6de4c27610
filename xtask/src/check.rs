//! `cargo xtask check`: everything that can be judged without running the product.

use std::process::Command;

use crate::error::Error;
use crate::npm;
use crate::process;
use crate::project::Project;
use crate::schema;
use crate::step::{self, Step};
use crate::tools::{Toolbox, cargo, rust};

/// One judgement: what it is, and how it is made.
type Judgement = (&'static str, fn(&Project) -> Result<(), Error>);

const JUDGEMENTS: [Judgement; 10] = [
    ("Format", format),
    ("Lints of everything, natively", lint),
    (
        "Lints of widget and studio, for the browser",
        lint_for_the_browser,
    ),
    ("Documentation", document),
    ("Rules of the house (tidy tests)", tidy),
    (
        "Leptos' modes: csr in the browser, ssr natively, never both",
        modes,
    ),
    ("Licences, sources and bans of the dependencies", deny),
    ("Known holes in the dependencies (advisories)", advisories),
    ("Generated schema", schema::check),
    (
        "Generated types of the npm package, and the examples' use of them",
        npm::check,
    ),
];

/// Makes every judgement, also after one has failed.
pub fn run(project: &Project) -> Result<(), Error> {
    rust::ensure_target()?;
    let mut failed = Vec::new();
    for (name, judge) in JUDGEMENTS {
        let step = Step::begin(name);
        if let Err(error) = judge(project) {
            step::detail(&format!("FAILED: {error}"));
            failed.push(name.to_owned());
        }
        step.done();
    }
    if failed.is_empty() {
        println!("All {} checks passed.", JUDGEMENTS.len());
        return Ok(());
    }
    Err(Error::Parts { failed })
}

fn format(project: &Project) -> Result<(), Error> {
    process::stream(in_project(project).args(["fmt", "--all", "--check"]))
}

fn lint(project: &Project) -> Result<(), Error> {
    let arguments = [
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--all-features",
    ];
    process::stream(
        in_project(project)
            .args(arguments)
            .args(["--", "-D", "warnings"]),
    )
}

/// What is compiled for the browser: a package, and its targets besides library and binaries.
const IN_THE_BROWSER: [(&str, &[&str]); 2] = [
    ("job-posting", &["--test", "wasm"]),
    ("posting-studio", &[]),
];

fn lint_for_the_browser(project: &Project) -> Result<(), Error> {
    for (package, targets) in IN_THE_BROWSER {
        process::stream(
            in_project(project)
                .args(["clippy", "--locked", "--package", package])
                .args(["--lib", "--bins"])
                .args(targets)
                .args(["--target", rust::WASM, "--", "-D", "warnings"]),
        )?;
    }
    Ok(())
}

fn document(project: &Project) -> Result<(), Error> {
    process::stream(
        in_project(project)
            .args([
                "doc",
                "--locked",
                "--workspace",
                "--no-deps",
                "--all-features",
            ])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn tidy(project: &Project) -> Result<(), Error> {
    process::stream(
        in_project(project)
            .args(["test", "--quiet", "--locked"])
            .args(["--package", "xtask", "tidy"]),
    )
}

fn deny(project: &Project) -> Result<(), Error> {
    let mut toolbox = Toolbox::default();
    cargo::ensure(project, &[cargo::DENY], &mut toolbox)?;
    // The lockfile names dependencies of every system, and a new machine has those of its own only.
    process::stream(in_project(project).args(["fetch", "--quiet", "--locked"]))?;
    // With them here nothing has to be downloaded, so the same commit gives the same answer.
    process::stream(toolbox.command(cargo::DENY.program, project.root())?.args([
        "--offline",
        "check",
        "--hide-inclusion-graph",
        "licenses",
        "bans",
        "sources",
    ]))
}

/// The database grows every day, so it is not ours to pin: it is asked where a person has fetched it.
fn advisories(project: &Project) -> Result<(), Error> {
    if !cargo::has_advisories()? {
        step::detail(
            "skipped: the advisory database is not on this machine; `cargo deny fetch db` brings it",
        );
        return Ok(());
    }
    let mut toolbox = Toolbox::default();
    cargo::ensure(project, &[cargo::DENY], &mut toolbox)?;
    process::stream(toolbox.command(cargo::DENY.program, project.root())?.args([
        "--offline",
        "check",
        "--hide-inclusion-graph",
        "advisories",
    ]))
}

/// Both modes in one graph make Leptos drop event handlers without a word, so the graphs are read.
fn modes(project: &Project) -> Result<(), Error> {
    let host = process::capture(Command::new("rustc").args(["--print", "host-tuple"]))?;
    let targets = [(rust::WASM, "csr", "ssr"), (host.trim(), "ssr", "csr")];
    for (package, (target, wanted, refused)) in IN_THE_BROWSER
        .iter()
        .flat_map(|(package, _)| targets.map(|target| (package, target)))
    {
        let tree = process::capture(
            in_project(project)
                .args(["tree", "--locked", "--package", package])
                .args(["--target", target, "--edges", "normal"])
                .args(["--prefix", "none", "--format", "{p} {f}"]),
        )?;
        judge_mode(&tree, target, wanted, refused)?;
    }
    Ok(())
}

/// Reads lines like "leptos v0.8.0 csr,default" as `cargo tree` prints them.
fn judge_mode(tree: &str, target: &str, wanted: &str, refused: &str) -> Result<(), Error> {
    let line = tree
        .lines()
        .find(|line| line.starts_with("leptos v"))
        .ok_or_else(|| Error::malformed(format!("the graph for {target}"), "it has no leptos"))?;
    // Cargo marks a repeated line with a trailing "(*)", which is no feature.
    let features: Vec<&str> = line.split([' ', ',']).skip(2).collect();
    if features.contains(&wanted) && !features.contains(&refused) {
        return Ok(());
    }
    Err(Error::malformed(
        format!("the graph for {target}"),
        format!("leptos has to have the feature {wanted} and not {refused}, it has: {line}"),
    ))
}

fn in_project(project: &Project) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project.root());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tree: &str, is_right: bool) {
        let judged = judge_mode(tree, "a target", "csr", "ssr");
        assert_eq!(judged.is_ok(), is_right, "{judged:?}");
    }

    #[test]
    fn one_mode_is_right() {
        check(
            "job-posting v0.1.0 (/somewhere) \nleptos v0.8.0 csr,default\n",
            true,
        );
        check("leptos v0.8.0 csr (*)\n", true);
    }

    #[test]
    fn both_modes_or_the_other_or_none_are_wrong() {
        check("leptos v0.8.0 csr,ssr\n", false);
        check("leptos v0.8.0 ssr\n", false);
        check("leptos_dom v0.8.0 csr\n", false);
    }
}
