//! The postings' items as lists show them, kept in a file while the site is written: lists need
//! each item several times, and all of them together don't belong in memory.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Where the two texts of a posting stand in the file.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    at: u64,
    item: u32,
    found: u32,
}

/// The file while it is written. It is removed when nobody needs it any more.
pub struct Rows {
    path: PathBuf,
    file: BufWriter<File>,
    end: u64,
}

impl Rows {
    /// Begins the file.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let file = File::create(path).map_err(Error::file("write", path))?;
        Ok(Self {
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
        for text in [item, found] {
            let written = self.file.write_all(text.as_bytes());
            written.map_err(Error::file("write", &self.path))?;
            self.end += text.len() as u64;
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
        let path = &self.rows.path;
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
