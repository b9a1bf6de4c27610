//! `job-posting schema`: the posting format as JSON Schema.

use clap::Args;

use crate::error::Error;

/// Print the JSON Schema of the posting format, for editors that complete and check
#[derive(Args)]
pub struct Arguments {}

/// Prints the schema.
pub fn run(_: &Arguments) -> Result<(), Error> {
    println!("{:#}", posting::document::schema());
    Ok(())
}
