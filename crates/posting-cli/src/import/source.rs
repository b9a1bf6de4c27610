//! The sources of an import: a file, standard input, or the files of a folder.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Extensions of files that may hold postings; others in a folder are passed by.
const EXTENSIONS: [&str; 11] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonld", "xml", "rss",
];

/// Sources are held together while they are about as many bytes as this, which bounds the memory
/// that a folder takes.
const PORTION: u64 = 32 * 1024 * 1024;

/// No more sources than this are held together, however small.
const MOST: usize = 1024;

/// Something to read.
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Input,
}

impl Source {
    /// What messages call it.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Input => "standard input".to_owned(),
        }
    }

    /// Whether its name says that it is Markdown.
    pub fn is_named_markdown(&self) -> bool {
        match self {
            Self::File(path) => ["md", "markdown"].contains(&extension(path).as_str()),
            Self::Input => false,
        }
    }

    /// About how many bytes it has; reading tells where it can't be read.
    fn size(&self) -> u64 {
        match self {
            Self::File(path) => fs::metadata(path).map_or(0, |file| file.len()),
            Self::Input => 0,
        }
    }

    /// Its bytes; one byte more than an importer takes shows that there is more.
    pub fn read(&self) -> Result<Vec<u8>, Error> {
        let limit = u64::try_from(posting_import::MAX_BYTES).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        let read = match self {
            Self::File(path) => {
                fs::File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
            }
            Self::Input => io::stdin().lock().take(limit + 1).read_to_end(&mut bytes),
        };
        read.map_err(|error| Error::source(self.name(), error.to_string()))?;
        Ok(bytes)
    }
}

/// The sources at a path; those of a folder and its folders in the order of their names.
pub fn sources(path: &Path) -> Result<Vec<Source>, Error> {
    if path == Path::new("-") {
        return Ok(vec![Source::Input]);
    }
    if !path.is_dir() {
        return Ok(vec![Source::File(path.to_owned())]);
    }
    let mut files = Vec::new();
    let mut waiting = vec![path.to_owned()];
    while let Some(folder) = waiting.pop() {
        let entries = fs::read_dir(&folder).map_err(Error::file("read", &folder))?;
        for entry in entries {
            let entry = entry.map_err(Error::file("read", &folder))?;
            let kind = entry
                .file_type()
                .map_err(Error::file("read", &entry.path()))?;
            if kind.is_dir() {
                waiting.push(entry.path());
            } else if may_hold_a_posting(&entry.path()) {
                files.push(entry.path());
            }
        }
    }
    if files.is_empty() {
        let reason = format!("no file ends in .{}", EXTENSIONS.join(", ."));
        return Err(Error::source(path.display().to_string(), reason));
    }
    files.sort();
    Ok(files.into_iter().map(Source::File).collect())
}

/// The sources in portions that are held together, in their order.
pub fn portions(sources: &[Source]) -> impl Iterator<Item = &[Source]> {
    let mut bytes = 0;
    let mut count = 0;
    sources.chunk_by(move |source, next| {
        bytes += source.size();
        count += 1;
        let goes_on = count < MOST && bytes + next.size() <= PORTION;
        if !goes_on {
            (bytes, count) = (0, 0);
        }
        goes_on
    })
}

fn may_hold_a_posting(path: &Path) -> bool {
    EXTENSIONS.contains(&extension(path).as_str())
}

fn extension(path: &Path) -> String {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.map(str::to_lowercase).unwrap_or_default()
}
