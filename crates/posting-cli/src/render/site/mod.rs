//! A folder of postings as a site: a page for each, lists to find them by, and what search engines,
//! feed readers and hosts ask for. Why it is made so: `docs/decisions/a-site-of-plain-lists.md`.

mod address;
mod assets;
mod digest;
mod entry;
mod facet;
mod feeds;
mod headers;
mod list_page;
mod lists;
mod one;
mod output;
mod overview;
mod postings;
mod progress;
mod rows;
mod shard;
mod sitemap;
mod sources;
mod state;
mod watch;

use std::collections::HashSet;
use std::env;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use job_posting::clock;
use job_posting::locale::SiteText;
use posting::date::CivilDate;
use posting::posting::Posting;

use super::manifest::Manifest;
use super::page::Built;
use super::styles::{PageStyle, Styles};
use super::{Arguments, Place, escape, gaps};
use crate::error::Error;
use assets::Assets;
use digest::Digest;
use output::Output;
use postings::{Employer, Postings};
use rows::Rows;
pub use shard::Shard;
use state::{NextState, State};

/// The site's own style sheet and script, with their paths in it.
const STYLE: &str = "site.css";
const STYLE_TEXT: &str = include_str!("site.css");
const SCRIPT: &str = "search.js";
const SCRIPT_TEXT: &str = include_str!("search.js");

/// A site while it is written.
pub struct Site<'a> {
    arguments: &'a Arguments,
    url: &'a str,
    text: SiteText,
    today: CivilDate,
    manifest: Manifest,
    assets: Assets,
    /// The style sheets of all pages; addresses are relative to the root of the site.
    styles: Styles,
    /// What the pages of all postings have in common.
    jobs: Place,
    output: Output,
    /// What was written besides the pages of postings.
    files: Mutex<Vec<String>>,
}

/// Renders the folder; with `--watch` again and again.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let (Some(out), Some(url)) = (&arguments.out, &arguments.url) else {
        return Err(Error::Incompatible {
            what: "a folder becomes a site, which needs a folder to be written to (--out) and its \
                   own address (--url)",
        });
    };
    if arguments.fragment || arguments.src.is_some() {
        return Err(Error::Incompatible {
            what: "--fragment and --src are for one posting; name its file instead of the folder",
        });
    }
    let url = if url.ends_with('/') {
        url.clone()
    } else {
        format!("{url}/")
    };
    if arguments.watch {
        return watch::run(arguments, || once(arguments, out, &url));
    }
    once(arguments, out, &url)
}

/// Renders the folder once.
fn once(arguments: &Arguments, out: &Path, url: &str) -> Result<(), Error> {
    let manifest = Manifest::read(&arguments.manifest)?;
    let assets = Assets::new(arguments.assets.as_deref(), &manifest);
    let mut styles = Styles::new(arguments, &manifest, assets.address())?;
    styles.page.push(match styles.widget {
        Some(_) => PageStyle::Held(STYLE_TEXT.to_owned()),
        None => PageStyle::Linked(STYLE.to_owned()),
    });
    let text = SiteText::new(arguments.lang.as_deref().unwrap_or("en"));
    let jobs = jobs(arguments, &text, &manifest, &assets, &styles);
    let site = Site {
        arguments,
        url,
        text,
        jobs,
        today: arguments.as_of.unwrap_or_else(clock::today),
        styles,
        output: Output::new(out, arguments.shard)?,
        manifest,
        assets,
        files: Mutex::default(),
    };
    site.write()
}

impl Site<'_> {
    /// Writes everything that is not there yet, and removes what no longer belongs to the site.
    fn write(&self) -> Result<(), Error> {
        let sources = sources::list(&self.arguments.file, &self.output.place(""))?;
        let (folder, shard, settings) = (
            self.output.place(state::FOLDER),
            self.arguments.shard,
            self.settings(),
        );
        let state = State::read(&folder, shard, &settings);
        let mut next = NextState::begin(&folder, shard, &settings)?;
        let rows = Rows::create(&folder.join(format!("rows-{shard}")))?;
        self.output.make_folder(address::JOBS)?;
        let mut postings = postings::render(self, &sources, &state, &mut next, rows)?;
        let order = lists::in_order(&postings.listed);
        let title = self.title(&postings);
        if self.styles.widget.is_none() {
            self.put(STYLE, STYLE_TEXT.as_bytes())?;
        }
        self.put(SCRIPT, SCRIPT_TEXT.as_bytes())?;
        let built = self.arguments.manifest.parent().unwrap_or(Path::new(""));
        self.assets.copy(self, built)?;
        lists::write(self, &title, &mut postings, &order)?;
        feeds::write(self, &title, &sources, &order)?;
        sitemap::write(self, &postings, &order)?;
        headers::write(self)?;
        let files = std::mem::take(&mut *self.files.lock().unwrap_or_else(PoisonError::into_inner));
        self.remove_others(&state, &postings, &files)?;
        for file in &files {
            next.add_file(file)?;
        }
        next.finish()?;
        self.report(&postings, sources.len())
    }

    /// Everything but the postings that decides on their pages, and on what is kept of them.
    fn settings(&self) -> String {
        let Arguments {
            lang,
            heading_level,
            loading,
            as_of,
            preview,
            ..
        } = self.arguments;
        let preview = preview.then_some(as_of);
        let options = format!("{lang:?} {heading_level:?} {loading:?} {preview:?}");
        let (loader, style) = (&self.manifest.loader, &self.manifest.style);
        let linked: Vec<&str> = self.styles.linked().collect();
        // What is held is told by its hashes, without which a page would be refused its styles.
        let styles = format!("{}\n{}", linked.join("\n"), self.styles.policy().join(" "));
        let program = program();
        let parts = [
            program.as_str(),
            &options,
            self.url,
            self.assets.address(),
            &styles,
            &loader.name,
            &loader.integrity,
            &style.name,
            &style.integrity,
        ];
        Digest::of_parts(parts.map(str::as_bytes)).to_string()
    }

    /// A posting file's name below the folder of postings.
    fn name_of(&self, path: &Path) -> String {
        let name = path.strip_prefix(&self.arguments.file).unwrap_or(path);
        name.to_string_lossy().into_owned()
    }

    /// The site's title.
    fn title(&self, postings: &Postings) -> String {
        let employer = match &postings.employer {
            Employer::One(name) => Some(name.as_str()),
            Employer::Nobody | Employer::Several => None,
        };
        let given = self.arguments.title.clone();
        given.unwrap_or_else(|| self.text.title(employer))
    }

    /// The page of a posting.
    fn job_page(&self, posting: &Arc<Posting>, text: &str, path: &str) -> String {
        let url = format!("{}{path}", self.url);
        super::page(self.arguments, posting, text, &self.jobs, Some(&url))
    }

    /// Writes a file of the site that is no page of a posting.
    fn put(&self, path: &str, content: &[u8]) -> Result<(), Error> {
        if !self.output.owns(path) {
            return Ok(());
        }
        self.output.update(path, content)?;
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.push(path.to_owned());
        Ok(())
    }

    /// Removes what earlier runs wrote and this one didn't. Files that are not ours stay.
    fn remove_others(
        &self,
        state: &State,
        postings: &Postings,
        files: &[String],
    ) -> Result<(), Error> {
        let mut kept: HashSet<Digest> = files
            .iter()
            .map(|path| Digest::of(path.as_bytes()))
            .collect();
        let mut reader = postings.rows.reader()?;
        for listed in postings
            .listed
            .iter()
            .filter(|listed| listed.standing != postings::Standing::Refused)
        {
            let item = reader.item(listed.row)?;
            let page = item.split_once('"').map_or(item, |(page, _)| page);
            kept.insert(Digest::of(page.as_bytes()));
        }
        let mut outcome = Ok(());
        state.for_each_file(|path| {
            if outcome.is_ok()
                && self.output.owns(&path)
                && !kept.contains(&Digest::of(path.as_bytes()))
            {
                outcome = self.output.remove(&path);
            }
        });
        outcome
    }

    fn report(&self, postings: &Postings, sources: usize) -> Result<(), Error> {
        gaps::warn_of_many(postings.undated, postings.without_country);
        eprintln!(
            "posting files: {sources}, pages written: {}",
            postings.written
        );
        match postings.problems {
            0 => Ok(()),
            count => Err(Error::Problems { count }),
        }
    }

    /// The origins of style sheets that pages load from elsewhere.
    fn styles_elsewhere(&self) -> Vec<String> {
        let origins = self.styles.linked().filter_map(assets::origin);
        origins.map(str::to_owned).collect()
    }
}

/// What the pages of all postings have in common.
fn jobs(
    arguments: &Arguments,
    text: &SiteText,
    manifest: &Manifest,
    assets: &Assets,
    styles: &Styles,
) -> Place {
    // All of them are in one folder.
    let path = address::job("");
    let root = address::to_root(&path);
    let built = Built {
        manifest,
        assets: &address::from_page(&path, assets.address()),
        held_style: styles.widget.as_deref(),
    };
    let own = styles.page.iter();
    let own = own.map(|style| style.element(|address| address::from_page(&path, address)));
    let place = Place::new(arguments, built, own.collect(), feed_links(&root));
    let before = format!(
        "<nav class=\"home\" lang=\"{}\"><a href=\"{root}index.html\">{}</a></nav>\n",
        text.lang(),
        text.all_jobs(),
    );
    Place { before, ..place }
}

/// The links by which readers of feeds find them.
fn feed_links(root: &str) -> Vec<String> {
    [
        ("application/rss+xml", "feed.xml"),
        ("application/feed+json", "feed.json"),
    ]
    .map(|(kind, path)| {
        format!(
            "<link rel=\"alternate\" type=\"{kind}\" href=\"{}\">",
            escape::text(&format!("{root}{path}"))
        )
    })
    .to_vec()
}

/// This program: another one may write other pages. Its file tells builds of one version apart.
fn program() -> String {
    let file = env::current_exe().and_then(fs::metadata).ok();
    let made = file.as_ref().and_then(|file| file.modified().ok());
    let made = made.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let length = file.map(|file| file.len());
    format!("{} {length:?} {made:?}", env!("CARGO_PKG_VERSION"))
}
