//! The pass over all postings: each is read, checked and rendered on one of the cores, and what
//! lists need of it is put aside in the order of the files.

use std::collections::HashMap;
use std::path::Path;

use rayon::prelude::*;

use super::digest::Digest;
use super::entry::Entry;
use super::facet::Facets;
use super::one::{Done, Outcome};
use super::progress::Progress;
use super::rows::{Row, Rows};
use super::state::{NextState, State};
use super::{Site, address};
use crate::error::Error;

/// How many postings are under way at once. What they leave is in memory until all of them, and as
/// many after them, are done.
const TOGETHER: usize = 256;

/// What became of postings that were under way at once.
type Outcomes = Vec<Result<Outcome, Error>>;

/// A posting without problems of its own.
#[derive(Clone, Copy)]
pub struct Listed {
    /// What lists show of it.
    pub row: Row,
    /// The number of its file.
    pub source: u32,
    /// The day on which it was posted, in days since 1970; early for one that doesn't say.
    pub posted: i32,
    /// Where it is shown.
    pub standing: Standing,
}

/// Where a posting is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In lists, and on its own page.
    Open,
    /// On its own page only: it takes no more applications.
    Closed,
    /// Nowhere: another posting has its id.
    Refused,
}

/// Who offers the jobs.
pub enum Employer {
    /// Nobody yet.
    Nobody,
    /// One organization.
    One(String),
    /// Several organizations.
    Several,
}

/// What the pass has found.
pub struct Postings {
    /// The postings in the order of their files.
    pub listed: Vec<Listed>,
    /// Their items.
    pub rows: Rows,
    /// The values by which they are found.
    pub facets: Facets,
    /// Who offers them.
    pub employer: Employer,
    /// How many pages are new or changed.
    pub written: u32,
    /// How many problems were printed.
    pub problems: usize,
    /// How many state no day of publication.
    pub undated: u32,
    /// How many lack a country.
    pub without_country: u32,
}

/// The pass while it is under way.
struct Pass<'a> {
    site: &'a Site<'a>,
    sources: &'a [Box<Path>],
    next: &'a mut NextState,
    progress: &'a Progress,
    /// How many postings were put aside.
    taken: u32,
    /// Which posting has an id.
    ids: HashMap<Digest, usize>,
    postings: Postings,
}

/// Renders the postings of these files and prints their problems.
pub fn render(
    site: &Site<'_>,
    sources: &[Box<Path>],
    state: &State,
    next: &mut NextState,
    rows: Rows,
) -> Result<Postings, Error> {
    let progress = Progress::begin(sources.len() as u64);
    let mut pass = Pass {
        site,
        sources,
        next,
        progress: &progress,
        taken: 0,
        ids: HashMap::with_capacity(sources.len()),
        postings: Postings {
            listed: Vec::with_capacity(sources.len()),
            rows,
            facets: Facets::default(),
            employer: Employer::Nobody,
            written: 0,
            problems: 0,
            undated: 0,
            without_country: 0,
        },
    };
    let render = |together: &[Box<Path>]| -> Outcomes {
        let together = together.par_iter().map(|path| {
            let outcome = site.posting(path, state);
            progress.advance();
            outcome
        });
        together.collect()
    };
    let mut before = Outcomes::new();
    for together in sources.chunks(TOGETHER) {
        // What the postings before have left is put aside while the cores have these in hand.
        let mut outcomes = Outcomes::new();
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| outcomes = render(together));
            pass.take_all(before)
        })?;
        before = outcomes;
    }
    pass.take_all(before)?;
    progress.end();
    pass.postings.rows.finish()?;
    Ok(pass.postings)
}

impl Pass<'_> {
    /// Puts aside what is needed of the postings that come next in the order of the files.
    fn take_all(&mut self, outcomes: Outcomes) -> Result<(), Error> {
        for outcome in outcomes {
            let source = self.taken;
            self.taken += 1;
            let Some(path) = self.sources.get(source as usize) else {
                continue;
            };
            match outcome? {
                Outcome::Problems(problems) => {
                    for problem in problems {
                        self.tell(path, &problem);
                    }
                }
                Outcome::Done(done) => self.take(source, path, done)?,
            }
        }
        Ok(())
    }

    fn tell(&mut self, path: &Path, problem: &str) {
        self.postings.problems += 1;
        self.progress
            .print(&format!("{}: {problem}", path.display()));
    }

    /// Puts aside what is needed of a posting.
    fn take(&mut self, source: u32, path: &Path, done: Done) -> Result<(), Error> {
        let entry = &done.rendered.entry;
        let id = Digest::of(entry.id.as_bytes());
        if let Some(first) = self.ids.get(&id).copied() {
            return self.refuse(first, path, entry);
        }
        let postings = &mut self.postings;
        let number = postings.listed.len();
        self.ids.insert(id, number);
        postings.written += u32::from(done.is_new);
        postings.undated += u32::from(entry.posted.is_none());
        postings.without_country += u32::from(entry.lacks_country);
        let is_closed = entry.is_closed(self.site.today);
        postings.listed.push(Listed {
            row: postings.rows.add(&done.item, &done.found)?,
            source,
            posted: entry.posted.unwrap_or(i32::MIN),
            standing: if is_closed {
                Standing::Closed
            } else {
                Standing::Open
            },
        });
        if !is_closed {
            for (facet, value) in entry.values() {
                let text = &self.site.text;
                postings.facets.add(facet, &value, number as u32, text);
            }
            postings.employer.add(&entry.organization);
        }
        self.next.add_rendered(done.rendered)
    }

    /// Shows neither of two postings with one id: which of them is meant, only the author knows.
    fn refuse(&mut self, first: usize, path: &Path, entry: &Entry) -> Result<(), Error> {
        // Either may have written the page by now.
        self.site.output.remove(&address::job(&entry.id))?;
        let Some(listed) = self.postings.listed.get_mut(first) else {
            return Ok(());
        };
        listed.standing = Standing::Refused;
        let Some(other) = self.sources.get(listed.source as usize) else {
            return Ok(());
        };
        self.next.drop_rendered(&self.site.name_of(other))?;
        let problem = format!(
            "$.id: is “{}”, as in {}, so neither is rendered; give each posting an id of its own",
            entry.id,
            other.display()
        );
        self.tell(path, &problem);
        Ok(())
    }
}

impl Employer {
    fn add(&mut self, organization: &str) {
        match self {
            Self::Nobody => *self = Self::One(organization.to_owned()),
            Self::One(known) if known != organization => *self = Self::Several,
            Self::One(_) | Self::Several => {}
        }
    }
}
