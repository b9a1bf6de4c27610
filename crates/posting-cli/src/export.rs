//! `job-posting export`: a posting in the formats of others.

mod glance;
mod json_ld;
mod json_resume;
mod markdown;
mod outline;
mod text;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use job_posting::clock;
use posting::date::CivilDate;
use posting::posting::Posting;

use crate::error::Error;
use crate::terminal::harmless;

/// Write a posting in the format of other systems
///
/// Prints the posting as schema.org's JobPosting, as Markdown, as plain text, or as a job description
/// of JSON Resume. All texts are in every format, escaped so that they stay texts. What a format has
/// no field for stands in words in a last section, "At a glance"; headings and these words are
/// English. What can be read back with `job-posting import` is listed field by field in
/// docs/exporting.md.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// The posting file (JSON)
    file: PathBuf,
    /// The format to write
    #[arg(long, value_name = "FORMAT", value_enum)]
    to: Format,
    /// Write to this file, instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The day of publication in JSON-LD, for postings that don't state it, such as 2026-03-02
    /// [default: today, in UTC]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<CivilDate>,
}

const EXAMPLES: &str = "\
Exit codes:
  0  the posting was written
  1  the posting has problems, which were printed
  2  the file can't be read, or the output can't be written

Examples:
  job-posting export posting.json --to markdown > posting.md
  job-posting export posting.json --to json-ld --out posting.jsonld
  job-posting export posting.json --to text | less";

/// What a posting can be written as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// schema.org's JobPosting, for search engines and job boards
    JsonLd,
    /// Markdown (CommonMark) with front matter, for site generators and README files
    Markdown,
    /// Plain text, for mails and forms
    Text,
    /// The job description schema of JSON Resume
    JsonResume,
}

/// Exports the posting.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let file = &arguments.file;
    let text = fs::read_to_string(file).map_err(Error::file("read", file))?;
    let posting = Posting::from_json(&text).map_err(|problems| {
        for problem in &problems {
            eprintln!("{}", harmless(&format!("{}: {problem}", file.display())));
        }
        Error::Problems {
            count: problems.len(),
        }
    })?;
    let today = arguments.as_of.unwrap_or_else(clock::today);
    let exported = export(&posting, arguments.to, today);
    match &arguments.out {
        Some(path) => fs::write(path, exported).map_err(Error::file("write", path)),
        None => {
            let mut out = io::stdout().lock();
            let written = out
                .write_all(exported.as_bytes())
                .and_then(|()| out.flush());
            written.map_err(Error::file("write", Path::new("standard output")))
        }
    }
}

fn export(posting: &Posting, format: Format, today: CivilDate) -> String {
    match format {
        Format::JsonLd => json_ld::write(posting, today),
        Format::Markdown => markdown::write(posting),
        Format::Text => text::write(posting),
        Format::JsonResume => json_resume::write(posting),
    }
}

fn day(text: &str) -> Result<CivilDate, String> {
    CivilDate::parse_iso(text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests;
