//! Splits the linked widget in two: what can be reached without calling the planner's
//! mount function, and the rest.
//!
//! A package of its own, so that `cargo xtask` itself doesn't wait for the libraries that read wasm.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(linked), Some(folder), None) = (arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!("usage: split-wasm LINKED.wasm FOLDER");
        return ExitCode::from(2);
    };
    match split(&linked, &folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("could not split {}: {error}", linked.display());
            ExitCode::FAILURE
        }
    }
}

/// Writes `main.wasm`, a file for the planner, and `link.js`, which main imports to load it.
fn split(linked: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let input = fs::read(linked)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./main.js";
    options.link_name = "./link.js";
    let split = transform(options)?;
    match &split.split_modules[..] {
        [planner] => Ok(fs::rename(planner, folder.join("planner.wasm"))?),
        others => Err(format!("it has {} split points, one is expected", others.len()).into()),
    }
}
