//! One posting of a site: read, checked, and its page written unless it is there already.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use posting::date::CivilDate;
use posting::posting::Posting;
use posting::program::Starts;

use super::digest::Digest;
use super::entry::Entry;
use super::state::{Rendered, State};
use super::{Site, address};
use crate::error::Error;

/// Days in which nothing changes any more, or never has.
const ALWAYS: (i32, i32) = (i32::MIN, i32::MAX);

/// What became of a posting file.
pub enum Outcome {
    /// It is not shown.
    Problems(Vec<String>),
    /// Its page is there.
    Done(Done),
}

/// A posting whose page is there.
pub struct Done {
    /// What the next run should know.
    pub rendered: Box<Rendered>,
    /// Its item in lists.
    pub item: String,
    /// Its line of the search.
    pub found: String,
    /// Whether the page was written by this run.
    pub is_new: bool,
}

impl Site<'_> {
    /// Renders the posting of a file, unless its page is there already.
    pub fn posting(&self, path: &Path, state: &State) -> Result<Outcome, Error> {
        let problem = |problem: String| Ok(Outcome::Problems(vec![problem]));
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return problem(format!("could not be read: {error}")),
        };
        let digest = Digest::of(&bytes).to_string();
        let source = self.name_of(path);
        if let Some(rendered) = state.rendered(&source)
            && rendered.digest == digest
            && self.is_current(&rendered)
        {
            return Ok(self.done(Box::new(rendered), false));
        }
        let Ok(text) = std::str::from_utf8(&bytes) else {
            return problem("is not in UTF-8; save it in that encoding".to_owned());
        };
        let posting = match Posting::from_json(text) {
            Ok(posting) => Arc::new(posting),
            Err(problems) => {
                let problems = problems.iter().map(ToString::to_string);
                return Ok(Outcome::Problems(problems.collect()));
            }
        };
        let page = address::job(posting.id());
        let is_new = self.output.owns(&page);
        let mut length = 0;
        if is_new {
            let markup = self.job_page(&posting, text, &page);
            length = markup.len() as u64;
            self.output.write(&page, markup.as_bytes())?;
        }
        let rendered = Rendered {
            source,
            digest,
            days: self.days(&posting),
            length,
            entry: Entry::new(&posting, &self.text),
        };
        Ok(self.done(Box::new(rendered), is_new))
    }

    fn done(&self, rendered: Box<Rendered>, is_new: bool) -> Outcome {
        Outcome::Done(Done {
            item: rendered.entry.item(&self.text),
            found: rendered.entry.found(&self.text),
            rendered,
            is_new,
        })
    }

    /// Whether the page of an unchanged posting is there, and right for today.
    fn is_current(&self, rendered: &Rendered) -> bool {
        let today = self.today.days_since_epoch();
        let (first, last) = rendered.days;
        let page = address::job(&rendered.entry.id);
        (first..=last).contains(&today)
            && (!self.output.owns(&page) || self.output.has(&page, rendered.length))
    }

    /// The first and the last day on which the posting's page is what it is today: what it says
    /// follows from whether its days are over.
    fn days(&self, posting: &Posting) -> (i32, i32) {
        let today = self.today.days_since_epoch();
        if self.arguments.preview {
            return ALWAYS;
        }
        if posting.date_posted().is_none() {
            return (today, today);
        }
        let mut days: Vec<CivilDate> = posting.valid_through().into_iter().collect();
        match posting.program().map(|program| program.starts()) {
            Some(Starts::Cohorts(cohorts)) => {
                days.extend(cohorts.iter().map(|cohort| cohort.start()));
            }
            Some(Starts::Window { first, last }) => days.extend([*first, *last]),
            Some(Starts::Any) | None => {}
        }
        let days = days.into_iter().map(CivilDate::days_since_epoch);
        days.fold(ALWAYS, |(first, last), day| {
            if day < today {
                (first.max(day + 1), last)
            } else {
                (first, last.min(day))
            }
        })
    }
}
