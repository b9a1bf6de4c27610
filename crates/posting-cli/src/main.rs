//! The `job-posting` command for authors of postings: one file per subcommand, and
//! this one to choose between them.

mod check;
mod error;
mod export;
mod files;
mod import;
mod render;
mod schema;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;

/// Markup is made of many small pieces; with the system's allocator, asking for their memory took as
/// long as writing them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Brings job postings in, checks them, renders them for careers pages, and takes them elsewhere
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    Render(Box<render::Arguments>),
    Import(import::Arguments),
    Export(export::Arguments),
    Schema(schema::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Render(arguments) => render::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if !error.is_told() {
                eprintln!("error: {error}");
            }
            ExitCode::from(error.exit_code())
        }
    }
}
