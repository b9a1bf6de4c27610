//! What a run remembers for the next one: which file of the site came from which posting, and all
//! else that it wrote. A file of lines in JSON, read and written one at a time.
//!
//! The last line holds a hash of those before. A file that is cut short or was changed is taken for
//! none, and then everything is rendered again.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::digest::Digest;
use super::entry::Entry;
use super::shard::Shard;
use crate::error::Error;

/// The folder within the site. It is no part of it: hosts need not get it.
pub const FOLDER: &str = ".job-posting";

/// How a run's file begins while it is being written.
const UNFINISHED: &str = "unfinished";

/// A posting that was rendered.
#[derive(Serialize, Deserialize)]
pub struct Rendered {
    /// Its file below the folder of postings.
    pub source: String,
    /// The digest of the file.
    pub digest: String,
    /// The first and the last day on which its page is what it is, in days since 1970.
    pub days: (i32, i32),
    /// The length of its page.
    pub length: u64,
    /// What lists show of it.
    pub entry: Entry,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
enum Line {
    /// The first: the digest of everything but postings that decides on pages.
    Settings(String),
    Rendered(Box<Rendered>),
    /// A posting file that turned out to have the id of another, after it was rendered.
    Dropped(String),
    /// Another file of the site.
    File(String),
    /// The last: the hash of all lines before.
    End(String),
}

/// The state that earlier runs have left.
pub struct State {
    files: Vec<PathBuf>,
    /// By the digest of a source's name: in which file, and where in it.
    known: HashMap<Digest, (usize, u64)>,
}

impl State {
    /// Reads what is there. Postings are known only if they were rendered with these settings.
    pub fn read(folder: &Path, shard: Shard, settings: &str) -> Self {
        let own = file_name(shard);
        let (mut files, mut is_interrupted) = (Vec::new(), false);
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name == own || (shard.is_whole() && name.starts_with("state-")) {
                files.push(entry.path());
            }
            is_interrupted |=
                name == unfinished(shard) || (shard.is_whole() && name.starts_with(UNFINISHED));
        }
        files.sort();
        files.retain(|path| is_complete(path));
        let mut state = Self {
            files,
            known: HashMap::new(),
        };
        // A run that didn't end may have written pages of which no state tells.
        let trusted = if is_interrupted { &[] } else { &*state.files };
        for (number, path) in trusted.iter().enumerate() {
            let mut is_current = false;
            for_each_line(path, &mut |at, line| match line {
                Line::Settings(other) => is_current = other == settings,
                // A page that another machine wrote has no length.
                Line::Rendered(it) if is_current && (it.length > 0 || !shard.is_whole()) => {
                    let name = Digest::of(it.source.as_bytes());
                    state.known.insert(name, (number, at));
                }
                Line::Dropped(source) => {
                    state.known.remove(&Digest::of(source.as_bytes()));
                }
                Line::Rendered(_) | Line::File(_) | Line::End(_) => {}
            });
        }
        state
    }

    /// What is known of a posting file.
    pub fn rendered(&self, source: &str) -> Option<Rendered> {
        let (file, at) = self.known.get(&Digest::of(source.as_bytes()))?;
        let mut file = File::open(self.files.get(*file)?).ok()?;
        file.seek(SeekFrom::Start(*at)).ok()?;
        let mut line = String::new();
        BufReader::with_capacity(2048, file)
            .read_line(&mut line)
            .ok()?;
        match serde_json::from_str(&line).ok()? {
            Line::Rendered(rendered) if rendered.source == source => Some(*rendered),
            _ => None,
        }
    }

    /// Every file of the site that earlier runs wrote, besides this state.
    pub fn for_each_file(&self, mut each: impl FnMut(String)) {
        for path in &self.files {
            for_each_line(path, &mut |_, line| match line {
                Line::Rendered(rendered) => each(super::address::job(&rendered.entry.id)),
                Line::File(path) => each(path),
                Line::Settings(_) | Line::Dropped(_) | Line::End(_) => {}
            });
        }
    }
}

/// Calls `each` with every line and where it begins, up to the first that is none.
fn for_each_line(path: &Path, each: &mut dyn FnMut(u64, Line)) {
    let Ok(file) = File::open(path) else {
        return;
    };
    let mut at = 0;
    let mut reader = BufReader::new(file);
    let mut text = String::new();
    while reader.read_line(&mut text).is_ok_and(|length| length > 0) {
        let Ok(line) = serde_json::from_str(&text) else {
            return;
        };
        each(at, line);
        at += text.len() as u64;
        text.clear();
    }
}

/// Whether the file is as a run has left it.
fn is_complete(path: &Path) -> bool {
    let Ok(file) = File::open(path) else {
        return false;
    };
    let mut reader = BufReader::new(file);
    let mut hash = Sha256::new();
    let mut text = Vec::new();
    while reader
        .read_until(b'\n', &mut text)
        .is_ok_and(|length| length > 0)
    {
        if let Ok(Line::End(expected)) = serde_json::from_slice(&text) {
            let is_last = reader.bytes().next().is_none();
            return is_last && format!("{:x}", hash.finalize()) == expected;
        }
        hash.update(&text);
        text.clear();
    }
    false
}

fn unfinished(shard: Shard) -> String {
    format!("{UNFINISHED}-{shard}")
}

fn file_name(shard: Shard) -> String {
    format!("state-{shard}")
}

/// The state that this run will leave.
pub struct NextState {
    folder: PathBuf,
    shard: Shard,
    path: PathBuf,
    file: BufWriter<File>,
    hash: Sha256,
}

impl NextState {
    /// Begins with the settings.
    pub fn begin(folder: &Path, shard: Shard, settings: &str) -> Result<Self, Error> {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
        let path = folder.join(unfinished(shard));
        let file = File::create(&path).map_err(Error::file("write", &path))?;
        let mut state = Self {
            folder: folder.to_owned(),
            shard,
            path,
            file: BufWriter::new(file),
            hash: Sha256::new(),
        };
        state.add(&Line::Settings(settings.to_owned()))?;
        Ok(state)
    }

    /// Remembers a posting.
    pub fn add_rendered(&mut self, rendered: Box<Rendered>) -> Result<(), Error> {
        self.add(&Line::Rendered(rendered))
    }

    /// Forgets a posting file again.
    pub fn drop_rendered(&mut self, source: &str) -> Result<(), Error> {
        self.add(&Line::Dropped(source.to_owned()))
    }

    /// Remembers another file.
    pub fn add_file(&mut self, path: &str) -> Result<(), Error> {
        self.add(&Line::File(path.to_owned()))
    }

    fn add(&mut self, line: &Line) -> Result<(), Error> {
        let text = serde_json::to_string(line).unwrap_or_default() + "\n";
        self.hash.update(&text);
        let written = self.file.write_all(text.as_bytes());
        written.map_err(Error::file("write", &self.path))
    }

    /// Puts the state in the place of earlier ones.
    pub fn finish(mut self) -> Result<(), Error> {
        let end = Line::End(format!("{:x}", self.hash.clone().finalize()));
        self.add(&end)?;
        self.file
            .flush()
            .map_err(Error::file("write", &self.path))?;
        let own = file_name(self.shard);
        if self.shard.is_whole() {
            let others = fs::read_dir(&self.folder).into_iter().flatten().flatten();
            let others = others.filter(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                let is_earlier = name.starts_with("state-") && name != own;
                is_earlier || (name.starts_with(UNFINISHED) && entry.path() != self.path)
            });
            for other in others {
                let path = other.path();
                fs::remove_file(&path).map_err(Error::file("remove", &path))?;
            }
        }
        let place = self.folder.join(own);
        fs::rename(&self.path, &place).map_err(Error::file("write", &place))
    }
}
