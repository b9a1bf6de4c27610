//! Prints the JSON Schema of the posting format, as it is published in
//! `docs/posting.schema.json`.

use std::io::Write;

fn main() -> std::io::Result<()> {
    let schema = posting::document::schema();
    writeln!(std::io::stdout(), "{schema:#}")
}
