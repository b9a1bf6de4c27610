//! `cargo xtask`: the one command for people and for continuous integration.
//!
//! Each subcommand is a file of its own; the tools they need are found or installed by `tools`.

mod arguments;
mod assemble;
mod bill;
mod check;
mod dist;
mod error;
mod hosting;
mod npm;
mod process;
mod project;
mod reproduce;
mod schema;
mod serve;
mod setup;
mod size;
mod step;
mod sums;
mod test;
#[cfg(test)]
mod tidy;
mod tools;

use std::process::ExitCode;

use arguments::Command;
use error::Error;
use project::Project;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Error> {
    let command = arguments::parse(lexopt::Parser::from_env())?;
    if let Command::Help = command {
        print!("{}", arguments::HELP);
        return Ok(());
    }
    let project = Project::open()?;
    match command {
        Command::Help => Ok(()),
        Command::Setup => setup::run(&project),
        Command::Serve(options) => serve::run(&project, &options),
        Command::Test(options) => test::run(&project, &options),
        Command::Check => check::run(&project),
        Command::Size(build) => size::run(&project, build),
        Command::Schema => schema::run(&project),
        Command::Interface => npm::run(&project),
        Command::Dist => dist::run(&project),
        Command::Reproduce => reproduce::run(&project),
        Command::Assemble => assemble::run(&project),
    }
}
