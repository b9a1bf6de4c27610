//! The built files that pages of a site load: copied into the site, or somewhere else.

use std::fs;
use std::path::Path;

use super::Site;
use crate::error::Error;
use crate::render::manifest::Manifest;

/// The style sheet of pages among the built files.
const PAGE_STYLE: &str = "page.css";

/// Where the built files are.
pub enum Assets {
    /// In a folder of the site, to which these were copied.
    Copied(Vec<String>),
    /// At this address, which ends with a slash.
    Elsewhere(String),
}

impl Assets {
    /// The folder of copied files.
    pub const FOLDER: &str = "widget/";

    /// Those at an address, or copies of what the manifest lists.
    pub fn new(address: Option<&str>, manifest: &Manifest) -> Self {
        match address {
            Some(address) => Self::Elsewhere(address.to_owned()),
            None => {
                let mut names = manifest.names.clone();
                names.push(PAGE_STYLE.to_owned());
                Self::Copied(names)
            }
        }
    }

    /// Where they are, relative to the root of the site.
    pub fn address(&self) -> &str {
        match self {
            Self::Copied(_) => Self::FOLDER,
            Self::Elsewhere(address) => address,
        }
    }

    /// The names of copied files.
    pub fn copied(&self) -> &[String] {
        match self {
            Self::Copied(names) => names,
            Self::Elsewhere(_) => &[],
        }
    }

    /// The origin that pages have to trust besides their own.
    pub fn origin(&self) -> Option<&str> {
        origin(self.address())
    }

    /// Copies what is to be copied from the folder of the manifest.
    pub fn copy(&self, site: &Site<'_>, from: &Path) -> Result<(), Error> {
        for name in self.copied() {
            let path = from.join(name);
            let content = fs::read(&path).map_err(Error::file("read", &path))?;
            site.put(&format!("{}{name}", Self::FOLDER), &content)?;
        }
        Ok(())
    }

    /// Copies of these files.
    #[cfg(test)]
    pub fn for_test(names: &[&str]) -> Self {
        Self::Copied(names.iter().map(|name| (*name).to_owned()).collect())
    }
}

/// The origin of a whole address.
pub fn origin(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split('/').next()?;
    address.get(..scheme.len() + 3 + host.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_ends_before_the_path() {
        assert_eq!(
            origin("https://cdn.example/jobs/"),
            Some("https://cdn.example")
        );
        assert_eq!(
            origin("http://localhost:8080"),
            Some("http://localhost:8080")
        );
        assert_eq!(origin("/jobs/"), None);
    }
}
