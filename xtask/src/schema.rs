//! `cargo xtask schema`: the public JSON Schema, generated from the types and committed.

use std::process::Command;

use crate::error::Error;
use crate::process;
use crate::project::Project;

/// Where the schema is published.
const FILE: &str = "docs/posting.schema.json";

/// Writes the schema.
pub fn run(project: &Project) -> Result<(), Error> {
    let path = project.path(FILE);
    std::fs::write(&path, generate(project)?).map_err(Error::file("write", &path))?;
    println!("Wrote {FILE}");
    Ok(())
}

/// Fails when the committed schema is not the one that the types give.
pub fn check(project: &Project) -> Result<(), Error> {
    let path = project.path(FILE);
    let committed = std::fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    if committed == generate(project)? {
        return Ok(());
    }
    Err(Error::malformed(
        FILE,
        "it differs from the types, run `cargo xtask schema` and commit",
    ))
}

fn generate(project: &Project) -> Result<String, Error> {
    process::capture(
        Command::new("cargo")
            .args([
                "run",
                "--quiet",
                "--locked",
                "--package",
                "posting",
                "--example",
                "schema",
            ])
            .args(["--features", "schema"])
            .current_dir(project.root()),
    )
}
