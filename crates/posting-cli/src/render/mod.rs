//! `job-posting render`: a posting as a page that can be read, printed and typed into before any
//! script has run, and found by search engines.

mod escape;
mod manifest;
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use job_posting::clock;
use job_posting::prerender::{Day, FirstView, Setting};
use posting::date::CivilDate;
use posting::posting::Posting;
use posting::schema_org::{self, Listing};

use crate::error::Error;
use manifest::Manifest;
use page::{Document, Fragment};

/// Write a posting as a static page, ready to read before any script runs
///
/// The page holds the posting, styled and with its fields, and structured data for search engines.
/// The app takes over when it arrives. Exits with 0, with 1 when the posting has problems (which are
/// printed), and with 2 when a file can't be read or written.
#[derive(Args)]
pub struct Arguments {
    /// The posting file (JSON)
    file: PathBuf,
    /// Write only what to paste into a page of your own: the element, without the loader's script
    #[arg(long)]
    fragment: bool,
    /// Write index.html (or fragment.html) into this folder, instead of printing it
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Where the page finds the built files: an address or path that ends with a slash
    #[arg(long, value_name = "URL_OR_PATH", default_value = "./", value_parser = folder_address)]
    assets: String,
    /// The list of built files, from the folder that the build has made
    #[arg(long, value_name = "FILE", default_value = manifest::USUAL_PLACE)]
    manifest: PathBuf,
    /// Let the app fetch the posting from this address, instead of writing it into the page
    #[arg(long, value_name = "URL_OR_PATH")]
    src: Option<String>,
    /// The page's own address, for search engines and link previews
    #[arg(long, value_parser = page_address)]
    url: Option<String>,
    /// Language of dates and interface, such as en-GB [default: the posting's]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Level of the posting's title, 1 to 4 [default: 1 in a page, 2 in a fragment]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=4))]
    heading_level: Option<u8>,
    /// When the app is loaded: at once, near the screen, or when a reader reaches for a control
    #[arg(long, value_enum, default_value_t = Loading::Eager)]
    loading: Loading,
    /// The day for which to write, such as 2026-03-02 [default: today, in UTC]
    ///
    /// What may be wrong on a later day is left to the app, so a page needs no new rendering every
    /// day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<CivilDate>,
    /// Show everything as of that day for good, with a note that says so
    #[arg(long, requires = "as_of")]
    preview: bool,
    /// A style sheet for the page itself (repeatable) [default: page.css among the built files]
    #[arg(long, value_name = "URL_OR_PATH")]
    page_style: Vec<String>,
}

/// When the app is loaded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Loading {
    /// At once
    Eager,
    /// When the posting comes near the screen
    Lazy,
    /// When a reader first presses, types or focuses inside: mere readers download no app
    Interaction,
}

/// Renders the posting.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let text = fs::read_to_string(&arguments.file).map_err(Error::file("read", &arguments.file))?;
    let posting = match Posting::from_json(&text) {
        Ok(posting) => posting,
        Err(problems) => {
            for problem in &problems {
                println!("{}: {problem}", arguments.file.display());
            }
            return Err(Error::Problems {
                count: problems.len(),
            });
        }
    };
    let manifest = Manifest::read(&arguments.manifest)?;
    let rendered = render(arguments, &posting, &text, &manifest);
    match &arguments.out {
        None => {
            print!("{rendered}");
            Ok(())
        }
        Some(folder) => write(folder, file_name(arguments), &rendered),
    }
}

fn render(arguments: &Arguments, posting: &Posting, text: &str, manifest: &Manifest) -> String {
    let lang = arguments.lang.as_deref().unwrap_or(posting.lang());
    let today = arguments.as_of.unwrap_or_else(clock::today);
    let usual_level = if arguments.fragment { 2 } else { 1 };
    let setting = Setting {
        lang: lang.to_owned(),
        heading_level: arguments.heading_level.unwrap_or(usual_level),
        day: if arguments.preview {
            Day::Preview(today)
        } else {
            Day::AnyFrom(today)
        },
    };
    let view = FirstView::new(posting, &setting);
    let fragment = Fragment {
        view: &view,
        attributes: attributes(arguments, &setting),
        inline: arguments.src.is_none().then_some(text),
        manifest,
        assets: &arguments.assets,
    };
    if arguments.fragment {
        return fragment.markup() + "\n";
    }
    warn_of_gaps(posting);
    let listing = Listing {
        description: &view.description,
        url: arguments.url.as_deref(),
        published: today,
    };
    let usual_style = [format!("{}page.css", arguments.assets)];
    let page_styles = match arguments.page_style.as_slice() {
        [] => &usual_style[..],
        styles => styles,
    };
    let document = Document {
        posting,
        fragment: &fragment,
        lang,
        url: arguments.url.as_deref(),
        page_styles,
        structured_data: &schema_org::job_posting(posting, listing),
    };
    document.markup()
}

/// The element's attributes, which make the app build what was written.
fn attributes(arguments: &Arguments, setting: &Setting) -> Vec<(&'static str, String)> {
    let mut attributes = Vec::new();
    if let Some(src) = &arguments.src {
        attributes.push(("src", src.clone()));
    }
    attributes.push(("lang", setting.lang.clone()));
    attributes.push(("heading-level", setting.heading_level.to_string()));
    if let Day::Preview(day) = setting.day {
        attributes.push(("as-of", day.to_string()));
    }
    match arguments.loading {
        Loading::Eager => {}
        Loading::Lazy => attributes.push(("loading", "lazy".to_owned())),
        Loading::Interaction => attributes.push(("loading", "interaction".to_owned())),
    }
    attributes
}

/// What search engines ask for and only the author can add.
fn warn_of_gaps(posting: &Posting) {
    if posting.date_posted().is_none() {
        eprintln!(
            "note: datePosted is missing, so structured data names the day of rendering; state it, \
             or every new rendering changes it"
        );
    }
    let states_country = posting
        .locations()
        .iter()
        .all(|place| place.country.is_some());
    if posting.locations().is_empty() || !states_country {
        eprintln!(
            "note: search engines list only postings whose locations state a country; add \
             locations[].country"
        );
    }
}

fn file_name(arguments: &Arguments) -> &'static str {
    if arguments.fragment {
        "fragment.html"
    } else {
        "index.html"
    }
}

fn write(folder: &Path, name: &str, content: &str) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    let path = folder.join(name);
    fs::write(&path, content).map_err(Error::file("write", &path))
}

fn day(text: &str) -> Result<CivilDate, String> {
    CivilDate::parse_iso(text).map_err(|error| error.to_string())
}

fn folder_address(text: &str) -> Result<String, String> {
    if text.ends_with('/') {
        return Ok(text.to_owned());
    }
    Err("it names a folder, end it with a slash".to_owned())
}

fn page_address(text: &str) -> Result<String, String> {
    if text.starts_with("https://") || text.starts_with("http://") {
        return Ok(text.to_owned());
    }
    Err("it is the page's whole address, begin it with https://".to_owned())
}
