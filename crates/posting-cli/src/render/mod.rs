//! `job-posting render`: a posting as a page that can be read, printed and typed into before any
//! script has run, and found by search engines; a folder of postings as a site of such pages.

mod early;
mod escape;
mod gaps;
mod manifest;
mod page;
mod place;
mod site;
mod styles;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use job_posting::clock;
use job_posting::prerender::{Day, FirstView, Setting};
use posting::date::CivilDate;
use posting::posting::Posting;
use posting::schema_org::{self, Listing};

use crate::error::Error;
use crate::terminal::harmless;
use manifest::Manifest;
use page::{Built, Document, Fragment};
use place::Place;
use site::Shard;
use styles::Styles;

/// Write a posting as a static page, or a folder of postings as a site
///
/// The page holds the posting, styled and with its fields, and structured data for search engines.
/// The app takes over when it arrives. A folder becomes a page for each posting, lists with filters
/// and search, a sitemap and feeds; what has not changed since the last time is left as it is.
///
/// Exits with 0, with 1 when postings have problems (which are printed; all others are rendered), and
/// with 2 when a file can't be read or written.
#[derive(Args)]
#[command(after_long_help = EXAMPLES)]
pub struct Arguments {
    /// The posting file (JSON), or a folder of posting files
    file: PathBuf,
    /// Write only what to paste into a page of your own: the element, without the loader's script
    #[arg(long)]
    fragment: bool,
    /// Write index.html (or fragment.html, or the site) into this folder, instead of printing it
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Where the page finds the built files: an address or path that ends with a slash, relative to
    /// the page or to the root of the site [default: ./; a site gets copies of them]
    #[arg(long, value_name = "URL_OR_PATH", value_parser = folder_address)]
    assets: Option<String>,
    /// The list of built files, from the folder that the build has made
    #[arg(long, value_name = "FILE", default_value = manifest::USUAL_PLACE)]
    manifest: PathBuf,
    /// Let the app fetch the posting from this address, instead of writing it into the page
    #[arg(long, value_name = "URL_OR_PATH")]
    src: Option<String>,
    /// The page's (or site's) own address, for search engines and link previews
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
    /// Write style sheets into what is written, as whole pages have them anyway
    ///
    /// A content security policy then has to allow them; what style-src has to name is printed, and
    /// stands in the _headers of a site.
    #[arg(long)]
    inline_styles: bool,
    /// Link to style sheets, as fragments do anyway: pages are smaller, and drawn a round trip later
    #[arg(long, conflicts_with = "inline_styles")]
    linked_styles: bool,
    /// The title of the site [default: "Jobs at" and the organization]
    #[arg(long, value_name = "TEXT", help_heading = "Options for a folder")]
    title: Option<String>,
    /// Write only the second of three equal shares of the site, so that three machines can work on it
    ///
    /// Each has to see all postings. Put together, the shares are the whole site.
    #[arg(
        long,
        value_name = "2/3",
        default_value = "1/1",
        hide_default_value = true,
        help_heading = "Options for a folder"
    )]
    shard: Shard,
    /// Render again whenever a posting changes
    #[arg(long, help_heading = "Options for a folder")]
    watch: bool,
}

const EXAMPLES: &str = "\
Examples:
  job-posting render intern.json --out site/intern --assets ../widget/ --loading interaction
  job-posting render postings --out site --url https://careers.example/
  job-posting render postings --out site --url https://careers.example/ --shard 2/3";

/// The name of the page's own style sheet among the built files.
const PAGE_STYLE: &str = "page.css";

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

/// Renders the posting, or the folder of postings.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    if arguments.file.is_dir() {
        return site::run(arguments);
    }
    if arguments.watch || !arguments.shard.is_whole() || arguments.title.is_some() {
        return Err(Error::Incompatible {
            what: "--watch, --shard and --title are for a folder of postings",
        });
    }
    let text = fs::read_to_string(&arguments.file).map_err(Error::file("read", &arguments.file))?;
    let posting = match Posting::from_json(&text) {
        Ok(posting) => Arc::new(posting),
        Err(problems) => {
            for problem in &problems {
                // Never among what is written: the page goes to standard output, often into a file.
                let problem = problem.to_string();
                eprintln!("{}: {}", arguments.file.display(), harmless(&problem));
            }
            return Err(Error::Problems {
                count: problems.len(),
            });
        }
    };
    let manifest = Manifest::read(&arguments.manifest)?;
    let assets = arguments.assets.as_deref().unwrap_or("./");
    let styles = Styles::new(arguments, &manifest, assets)?;
    if styles.widget.is_some() {
        eprintln!(
            "note: a content security policy has to allow the page its styles: style-src {}",
            styles.policy().join(" ")
        );
    }
    let built = Built {
        manifest: &manifest,
        assets,
        held_style: styles.widget.as_deref(),
    };
    let rendered = if arguments.fragment {
        let (view, setting) = first_view(arguments, &posting);
        let mut markup = String::new();
        let style = built.style();
        let fragment = fragment(arguments, &text, &view, &setting, &style);
        fragment.push_to(&mut markup);
        markup + "\n"
    } else {
        gaps::warn(&posting);
        let page_styles = styles.page.iter().map(|style| style.element(str::to_owned));
        let place = Place::new(arguments, built, page_styles.collect(), Vec::new());
        let url = arguments.url.as_deref();
        page(arguments, &posting, &text, &place, url)
    };
    match &arguments.out {
        None => {
            print!("{rendered}");
            Ok(())
        }
        Some(folder) => write(folder, file_name(arguments), &rendered),
    }
}

/// A posting's page.
fn page(
    arguments: &Arguments,
    posting: &Arc<Posting>,
    text: &str,
    place: &Place,
    url: Option<&str>,
) -> String {
    let (view, setting) = first_view(arguments, posting);
    let fragment = fragment(arguments, text, &view, &setting, &place.style);
    let listing = Listing {
        description: &view.description,
        url,
        published: arguments.today(),
    };
    let document = Document {
        posting,
        fragment: &fragment,
        lang: &setting.lang,
        url,
        head: &place.head,
        before: &place.before,
        structured_data: &schema_org::job_posting(posting, listing),
    };
    document.markup()
}

fn first_view(arguments: &Arguments, posting: &Arc<Posting>) -> (FirstView, Setting) {
    let usual_level = if arguments.fragment { 2 } else { 1 };
    let setting = Setting {
        lang: arguments
            .lang
            .as_deref()
            .unwrap_or(posting.lang())
            .to_owned(),
        heading_level: arguments.heading_level.unwrap_or(usual_level),
        day: arguments.day(),
    };
    (FirstView::new(posting, &setting), setting)
}

fn fragment<'a>(
    arguments: &Arguments,
    text: &'a str,
    view: &'a FirstView,
    setting: &Setting,
    style: &'a str,
) -> Fragment<'a> {
    Fragment {
        view,
        attributes: attributes(arguments, setting),
        inline: arguments.src.is_none().then_some(text),
        style,
    }
}

impl Arguments {
    /// The day on which postings are rendered.
    fn today(&self) -> CivilDate {
        self.as_of.unwrap_or_else(clock::today)
    }

    /// Whether style sheets are in what is written. A fragment is pasted into a page of which nothing is
    /// known, and whose policy may refuse them.
    fn holds_styles(&self) -> bool {
        self.inline_styles || !(self.fragment || self.linked_styles)
    }

    /// For which day markup is written.
    fn day(&self) -> Day {
        if self.preview {
            Day::Preview(self.today())
        } else {
            Day::AnyFrom(self.today())
        }
    }
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
