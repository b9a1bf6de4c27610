//! `job-posting import`: postings of other systems as posting files, with a
//! report on what was understood.

mod source;

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use posting_import::{Format, Import, Imported, Options};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::error::Error;
use source::Source;

/// Turn postings of other systems into posting files
///
/// Reads plain text, Markdown, HTML pages, schema.org (JSON-LD, microdata, RDFa), the job feeds of
/// Greenhouse, Lever, Ashby, SmartRecruiters, Workable, Recruitee, Personio and Teamtailor, and other
/// JSON with a title and texts. The format is detected; --from says it outright.
///
/// One posting is written to standard output, or to a file in the folder that --out names. Sources
/// with several postings and folders need --out; each posting becomes a file there, named like its
/// id. The report goes to standard error: which part of the source became which list, which facts
/// were found in which words, what is missing, and what to review.
///
/// Every word of the source's text stands in the posting file. Links to https and mailto addresses
/// stay links. Emphasis is kept within texts.
#[derive(Args)]
#[command(after_long_help = EXAMPLES)]
pub struct Arguments {
    /// A file, a folder, or "-" for standard input
    source: PathBuf,
    /// The source's format instead of the detected one: text, markdown, html, schema-org, greenhouse,
    /// lever, ashby, smartrecruiters, workable, recruitee, personio, teamtailor or json
    #[arg(long, value_name = "FORMAT", value_parser = clap::value_parser!(Format))]
    from: Option<Format>,
    /// Write each posting to a file in this folder, which is made if need be
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// How the report is written to standard error
    #[arg(long, value_name = "FORM", value_enum, default_value_t = ReportForm::Text)]
    report: ReportForm,
    /// The organization's name, where the source lacks it or is wrong
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// The organization's home page (https)
    #[arg(long, value_name = "URL")]
    organization_url: Option<String>,
    /// The title, for a single posting
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The posting's id, for a single posting: a-z, 0-9, "-", "_", "."
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// The language of the texts, such as "en" or "pt-BR"
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Where to apply (https or mailto)
    #[arg(long, value_name = "URL")]
    apply_url: Option<String>,
    /// The privacy notice that applicants accept (https)
    #[arg(long, value_name = "URL")]
    privacy_url: Option<String>,
}

const EXAMPLES: &str = "\
Exit codes:
  0  every posting was written and passes `job-posting check`
  1  every source was read, but a posting lacks what the report names
  2  a source could not be read, or a file could not be written

Examples:
  job-posting import intern.txt --organization \"Example Gardens\" > intern.json
  job-posting import board.json --from greenhouse --out postings
  curl -s https://gardens.example/jobs/1 | job-posting import - --out postings
  job-posting import old-postings --out postings --report json 2> report.json";

/// How a report is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ReportForm {
    /// For people
    Text,
    /// For programs: {"sources": [{"source", "report" or "error"}], "unread", "incomplete"}
    Json,
}

/// Imports the source.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let options = Options {
        format: arguments.from,
        markdown: false,
        title: arguments.title.clone(),
        id: arguments.id.clone(),
        organization: arguments.organization.clone(),
        organization_url: arguments.organization_url.clone(),
        lang: arguments.lang.clone(),
        apply_url: arguments.apply_url.clone(),
        privacy_url: arguments.privacy_url.clone(),
    };
    let sources = source::sources(&arguments.source)?;
    let mut output = Output::new(arguments.out.as_deref(), sources.len());
    let mut told = Vec::new();
    let (mut unread, mut incomplete) = (0, 0);
    for portion in source::portions(&sources) {
        // All cores read and import; what is written and told keeps the order of the sources.
        let imports = portion
            .par_iter()
            .map(|source| import(source, &options, arguments.report));
        let imports: Vec<_> = imports.collect();
        for (source, imported) in portion.iter().zip(imports) {
            let written = imported.and_then(|(import, report)| {
                output.write(source, &import)?;
                Ok((import, report))
            });
            let report = match written {
                Ok((import, report)) => {
                    let postings = import.report.postings.iter();
                    incomplete += postings.filter(|posting| !posting.is_complete()).count();
                    report
                }
                Err(error @ Error::Source { .. }) => {
                    unread += 1;
                    told_error(arguments.report, source, &error)
                }
                Err(error) => return Err(error),
            };
            match report {
                Told::Text(text) => eprint!("{text}"),
                Told::Json(value) => told.push(value),
            }
        }
    }
    let outcome = match (unread, incomplete) {
        (0, 0) => Ok(()),
        (0, count) => Err(Error::Incomplete { count }),
        (count, _) => Err(Error::Unread { count }),
    };
    if arguments.report == ReportForm::Json {
        let report = json!({ "sources": told, "unread": unread, "incomplete": incomplete });
        eprintln!("{report:#}");
        return outcome.map_err(|error| Error::Told(Box::new(error)));
    }
    outcome
}

/// What the report says of a source.
enum Told {
    /// Lines.
    Text(String),
    /// A member of the list of sources.
    Json(Value),
}

fn import(source: &Source, options: &Options, form: ReportForm) -> Result<(Import, Told), Error> {
    let bytes = source.read()?;
    let options = Options {
        markdown: source.is_named_markdown(),
        ..options.clone()
    };
    let import = posting_import::import(&bytes, &options)
        .map_err(|error| Error::source(source.name(), error.to_string()))?;
    let told = match form {
        ReportForm::Text => Told::Text(format!("{}: {}\n", source.name(), import.report)),
        ReportForm::Json => Told::Json(json!({ "source": source.name(), "report": import.report })),
    };
    Ok((import, told))
}

fn told_error(form: ReportForm, source: &Source, error: &Error) -> Told {
    match form {
        ReportForm::Text => Told::Text(format!("{error}\n")),
        ReportForm::Json => {
            Told::Json(json!({ "source": source.name(), "error": error.to_string() }))
        }
    }
}

/// Where postings go.
struct Output<'a> {
    folder: Option<&'a Path>,
    sources: usize,
    names: HashSet<String>,
}

impl<'a> Output<'a> {
    fn new(folder: Option<&'a Path>, sources: usize) -> Self {
        Self {
            folder,
            sources,
            names: HashSet::new(),
        }
    }

    fn write(&mut self, source: &Source, import: &Import) -> Result<(), Error> {
        let Some(folder) = self.folder else {
            return match import.postings.as_slice() {
                [only] if self.sources == 1 => print(only),
                postings => Err(Error::NoFolder {
                    source: source.name(),
                    postings: postings.len(),
                }),
            };
        };
        fs::create_dir_all(folder).map_err(Error::file("make", folder))?;
        for posting in &import.postings {
            // Two sources may hold postings of the same id; neither may replace the other.
            let mut name = posting.id.clone();
            let mut number = 2;
            while !self.names.insert(name.clone()) {
                name = format!("{}.{number}", posting.id);
                number += 1;
            }
            let path = folder.join(format!("{name}.json"));
            fs::write(&path, &posting.json).map_err(Error::file("write", &path))?;
        }
        Ok(())
    }
}

fn print(posting: &Imported) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    let written = out
        .write_all(posting.json.as_bytes())
        .and_then(|()| out.flush());
    written.map_err(Error::file("write", Path::new("standard output")))
}
