//! `job-posting check`: every problem of posting files with its place, and what their authors may
//! want to change.

mod finding;
mod lint;
mod readable;
mod report;
mod source;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ColorChoice};
use job_posting::clock;
use posting::date::CivilDate;
use posting::json::{Json, JsonError, MAX_BYTES};
use posting::posting::Posting;

use crate::error::Error;
use crate::files::{File, Files, Origin};
use crate::terminal;
use finding::{Finding, Severity};
use lint::{Levels, Selection};
use report::{Format, Report, Totals};
use source::Source;

/// Find every problem of posting files, and what their authors may want to change
///
/// Reads posting files, and folders with all folders in them. In folders it looks at files whose
/// names end in .json: those that are no JSON, and those that look like postings (objects with at
/// least two of "version", a number, and "id", "title", "organization"). Other JSON is passed by
/// and counted. A file that is named is always checked.
///
/// Problems keep a posting from being shown; each is told with its JSON path, line and column, and
/// what to change. What is right in a posting is looked over for what authors rarely mean: these
/// warnings have names, and are switched by them.
#[derive(Args)]
#[command(after_help = LINTS, after_long_help = EXAMPLES)]
pub struct Arguments {
    /// Posting files (JSON), and folders with them
    #[arg(required = true, value_name = "FILE_OR_FOLDER")]
    paths: Vec<PathBuf>,
    /// How findings are written to standard output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// When text is coloured; "auto" heeds NO_COLOR, and whether somebody sees it
    #[arg(long, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
    /// The day by which dates have passed, such as 2026-03-02 [default: today, in UTC]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<CivilDate>,
    /// Don't tell this warning, or any with "warnings" (repeatable)
    #[arg(long, value_name = "NAME", value_parser = selection(), hide_possible_values = true)]
    allow: Vec<Selection>,
    /// Take this warning for a problem, or every one with "warnings" (repeatable); a name counts
    /// more than "warnings", and --allow more than --deny
    #[arg(long, value_name = "NAME", value_parser = selection(), hide_possible_values = true)]
    deny: Vec<Selection>,
}

const LINTS: &str = "\
Warnings: start-on-day-off, start-on-holiday, end-after-season, past-date, missing-pay,
missing-location, http-link, long-item";

const EXAMPLES: &str = "\
Warnings:
  start-on-day-off  a start date is no working day: Saturday or Sunday, if none are named
  start-on-holiday  a start date is a holiday, of a small table by country
  end-after-season  a last day is later than the season in words, such as \"Summer 2026\"
  past-date         a start date or the last day for applications has passed
  missing-pay       the posting doesn't say what is paid
  missing-location  the posting doesn't say where the work is done
  http-link         a text writes out an address that starts with http://
  long-item         a list item has more than 300 characters

Exit codes:
  0  no problems, though there may be warnings
  1  there are problems, which were written
  2  a file or folder could not be read; what could be was checked

Examples:
  job-posting check posting.json
  job-posting check postings --as-of 2026-03-02 --allow missing-pay
  job-posting check postings --format github --deny warnings
  job-posting check postings --format sarif > postings.sarif";

/// Checks the files and writes what it finds.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let written = Error::file("write", Path::new("standard output"));
    let totals = check(arguments).map_err(written)?;
    let outcome = match (totals.unread, totals.errors) {
        (0, 0) => return Ok(()),
        (0, count) => Error::Problems { count },
        (count, _) => Error::Unread { count },
    };
    Err(Error::Told(Box::new(outcome)))
}

fn check(arguments: &Arguments) -> io::Result<Totals> {
    let mut check = Check {
        out: BufWriter::new(terminal::output(arguments.color)),
        report: arguments.format.report(),
        levels: Levels {
            allowed: arguments.allow.clone(),
            denied: arguments.deny.clone(),
        },
        today: arguments.as_of.unwrap_or_else(clock::today),
        totals: Totals::default(),
    };
    check.report.begin(&mut check.out)?;
    for file in Files::new(&arguments.paths) {
        let checked = match file {
            Ok(file) => check.file(&file)?,
            Err(error) => Err(error),
        };
        if let Err(error) = checked {
            check.totals.unread += 1;
            check.out.flush()?;
            check.report.unread(&mut check.out, &error)?;
        }
    }
    check.report.end(&mut check.out, check.totals)?;
    check.out.flush()?;
    Ok(check.totals)
}

/// A check under way.
struct Check<W: Write> {
    out: BufWriter<W>,
    report: Box<dyn Report>,
    levels: Levels,
    today: CivilDate,
    totals: Totals,
}

impl<W: Write> Check<W> {
    /// Checks one file; the inner error is that it could not be read.
    fn file(&mut self, file: &File) -> io::Result<Result<(), Error>> {
        let path = &file.path;
        // A file that no reader would take is not read either.
        let size = match fs::metadata(path) {
            Ok(metadata) => usize::try_from(metadata.len()).unwrap_or(usize::MAX),
            Err(error) => return Ok(Err(Error::file("read", path)(error))),
        };
        if size > MAX_BYTES + '\u{feff}'.len_utf8() {
            self.totals.files += 1;
            let (source, error) = (Source::new(""), JsonError::TooLarge(size));
            self.tell(path, &source, Finding::of_json(&source, &error))?;
            return Ok(Ok(()));
        }
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return Ok(Err(Error::file("read", path)(error))),
        };
        self.text(file, &text).map(Ok)
    }

    fn text(&mut self, file: &File, text: &str) -> io::Result<()> {
        let source = Source::new(text);
        let json = match Json::parse(text) {
            Ok(json) if file.origin == Origin::Found && !looks_like_a_posting(&json) => {
                self.totals.others += 1;
                return Ok(());
            }
            Ok(json) => json,
            Err(error) => {
                self.totals.files += 1;
                return self.tell(&file.path, &source, Finding::of_json(&source, &error));
            }
        };
        self.totals.files += 1;
        let (posting, problems) = match Posting::from_json(text) {
            Ok(posting) => (Some(posting), Vec::new()),
            Err(problems) => (readable::without_problems(text, &problems), problems),
        };
        for problem in &problems {
            let finding = Finding::of_problem(&source, problem);
            self.tell(&file.path, &source, finding)?;
        }
        let remarks = posting.map(|posting| lint::remarks(&json, &posting, self.today));
        for remark in remarks.into_iter().flatten() {
            // Where something is wrong, there is no need to say what is unusual.
            let is_wrong = problems.iter().any(|problem| problem.path == remark.path);
            if let Some(severity) = self.levels.of(remark.lint).filter(|_| !is_wrong) {
                let finding = Finding::of_remark(&source, severity, remark);
                self.tell(&file.path, &source, finding)?;
            }
        }
        Ok(())
    }

    fn tell(&mut self, path: &Path, source: &Source<'_>, finding: Finding) -> io::Result<()> {
        match finding.severity {
            Severity::Error => self.totals.errors += 1,
            Severity::Warning => self.totals.warnings += 1,
        }
        self.report.finding(&mut self.out, path, source, &finding)
    }
}

/// Whether JSON found in a folder is meant for a posting: enough of what every posting has, so that
/// one with mistakes is not passed by, and that package manifests, schemas and feeds are.
fn looks_like_a_posting(json: &Json) -> bool {
    let Json::Object(members) = json else {
        return false;
    };
    let has = |key: &str, is_of_kind: fn(&Json) -> bool| {
        members
            .iter()
            .any(|(name, value)| name == key && is_of_kind(value))
    };
    let signs = [
        has("version", |value| {
            matches!(value, Json::Integer(_) | Json::Number(_))
        }),
        has("id", |value| matches!(value, Json::Text(_))),
        has("title", |_| true),
        has("organization", |_| true),
    ];
    signs.iter().filter(|sign| **sign).count() >= 2
}

fn selection() -> impl TypedValueParser<Value = Selection> {
    let names = PossibleValuesParser::new(Selection::names());
    names.try_map(|name| Selection::named(&name).ok_or("is no name of a warning"))
}

fn day(text: &str) -> Result<CivilDate, String> {
    CivilDate::parse_iso(text).map_err(|error| error.to_string())
}
