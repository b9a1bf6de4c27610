//! The postings' items as lists show them, kept while the site is written: lists need each item several
//! times. The first of them are in memory, which is all of them for most sites; the others are in a
//! file, since all of a large site don't belong in memory.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// How many bytes are kept in memory: the items of about 20,000 postings.
const KEPT: usize = 8 << 20;

/// Where the two texts of a posting stand among all of them.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    at: u64,
    item: u32,
    found: u32,
}

/// The items while they are written. The file is removed when nobody needs it any more.
pub struct Rows {
    /// Those before the file's.
    kept: String,
    path: PathBuf,
    file: BufWriter<File>,
    end: u64,
}

impl Rows {
    /// Begins the file.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let file = File::create(path).map_err(Error::file("write", path))?;
        Ok(Self {
            kept: String::new(),
            path: path.to_owned(),
            file: BufWriter::new(file),
            end: 0,
        })
    }

    /// Adds a posting's item of lists and its line of the search.
    pub fn add(&mut self, item: &str, found: &str) -> Result<Row, Error> {
        let row = Row {
            at: self.end,
            item: item.len() as u32,
            found: found.len() as u32,
        };
        let texts = [item, found];
        let length = item.len() + found.len();
        let is_kept = self.end == self.kept.len() as u64 && self.kept.len() + length <= KEPT;
        self.end += length as u64;
        if is_kept {
            self.kept.extend(texts);
            return Ok(row);
        }
        for text in texts {
            let written = self.file.write_all(text.as_bytes());
            written.map_err(Error::file("write", &self.path))?;
        }
        Ok(row)
    }

    /// Ends writing.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.file.flush().map_err(Error::file("write", &self.path))
    }

    /// Opens the finished file for reading.
    pub fn reader(&self) -> Result<RowReader<'_>, Error> {
        let file = File::open(&self.path).map_err(Error::file("read", &self.path))?;
        Ok(RowReader {
            rows: self,
            file,
            text: Vec::new(),
        })
    }
}

impl Drop for Rows {
    fn drop(&mut self) {
        // What is left over is overwritten by the next run.
        let _ = fs::remove_file(&self.path);
    }
}

/// Reads rows one by one.
pub struct RowReader<'a> {
    rows: &'a Rows,
    file: File,
    text: Vec<u8>,
}

impl RowReader<'_> {
    /// A posting's item without its beginning.
    pub fn item(&mut self, row: Row) -> Result<&str, Error> {
        self.read(row.at, row.item)
    }

    /// A posting's line of the search.
    pub fn found(&mut self, row: Row) -> Result<&str, Error> {
        self.read(row.at + u64::from(row.item), row.found)
    }

    fn read(&mut self, at: u64, length: u32) -> Result<&str, Error> {
        let Rows { kept, path, .. } = self.rows;
        let Some(at) = at.checked_sub(kept.len() as u64) else {
            // It was kept, so it begins and ends there.
            let at = at as usize;
            return Ok(kept.get(at..at + length as usize).unwrap_or_default());
        };
        self.text.resize(length as usize, 0);
        let file = &mut self.file;
        let read = file.seek(SeekFrom::Start(at));
        // As long as it is known to be: reading to an end asks for more, to see that there is none.
        let read = read.and_then(|_| file.read_exact(&mut self.text));
        read.map_err(Error::file("read", path))?;
        std::str::from_utf8(&self.text).map_err(|error| {
            Error::file("read", path)(std::io::Error::new(std::io::ErrorKind::InvalidData, error))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_and_what_is_in_the_file_is_read_alike() {
        let path = std::env::temp_dir().join(format!("rows-{}", std::process::id()));
        let mut rows = Rows::create(&path).unwrap();
        let long = "é".repeat(KEPT / 5);
        let texts = ["a", &long, "b", &long, &long, "c", ""];
        let added = texts.map(|text| rows.add(text, "found").unwrap());
        rows.finish().unwrap();
        assert!(path.metadata().unwrap().len() > 0 && rows.kept.len() > long.len());
        let mut reader = rows.reader().unwrap();
        for (row, text) in added.into_iter().zip(texts) {
            assert!(reader.item(row).unwrap() == text);
            assert_eq!(reader.found(row).unwrap(), "found");
        }
    }
}
