//! `job-posting schema`: the posting format as JSON Schema.

use clap::Args;

use crate::error::Error;

/// Print the JSON Schema of the posting format, for editors that complete and check
///
/// The schema (draft 2020-12) is generated from the types that postings are written with, and is
/// the same as docs/posting.schema.json. It can't say everything: `job-posting check` also looks at
/// the order of dates, at links, and at what may stand only once.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {}

const EXAMPLES: &str = "\
A posting names its schema in \"$schema\", which is passed by everywhere else:
  { \"$schema\": \"./posting.schema.json\", \"version\": 1, ... }

Examples:
  job-posting schema > posting.schema.json";

/// Prints the schema.
pub fn run(_: &Arguments) -> Result<(), Error> {
    println!("{:#}", posting::document::schema());
    Ok(())
}
