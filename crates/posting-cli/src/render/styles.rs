//! The style sheets of what is written. A whole page holds them, and is drawn a round trip sooner than
//! one that asks for them; a fragment links to its own, since the policy of the page around it
//! may refuse what is in it.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::manifest::Manifest;
use super::page::style_link;
use super::{Arguments, PAGE_STYLE};
use crate::error::Error;

/// A style sheet of the page around the widget.
pub enum PageStyle {
    /// At this address.
    Linked(String),
    /// In the page itself.
    Held(String),
}

impl PageStyle {
    /// Its element of the head, where `address` says how the page calls an address.
    pub fn element(&self, address: impl Fn(&str) -> String) -> String {
        match self {
            Self::Linked(linked) => style_link(&address(linked)),
            // It has no `</` in it.
            Self::Held(text) => format!("<style>{text}</style>"),
        }
    }
}

/// The style sheets of a page, or of all pages of a site: each of them has the same, to the byte.
pub struct Styles {
    /// The widget's, where pages hold it.
    pub widget: Option<String>,
    /// Those of the page around it, in order.
    pub page: Vec<PageStyle>,
}

impl Styles {
    /// Those that the arguments ask for; the built files are at the address `assets`.
    ///
    /// # Errors
    /// If a file that is to be held can't be read, or would end the element that is to hold it.
    pub fn new(arguments: &Arguments, manifest: &Manifest, assets: &str) -> Result<Self, Error> {
        let are_held = arguments.holds_styles();
        let held = |name: &str| read(&arguments.manifest.with_file_name(name));
        let widget = are_held.then(|| held(&manifest.style.name)).transpose()?;
        let page = match arguments.page_style.as_slice() {
            _ if arguments.fragment => Vec::new(),
            [] if are_held => vec![PageStyle::Held(held(PAGE_STYLE)?)],
            [] => vec![PageStyle::Linked(format!("{assets}{PAGE_STYLE}"))],
            given => given.iter().cloned().map(PageStyle::Linked).collect(),
        };
        Ok(Self { widget, page })
    }

    /// The sources that `style-src` has to name for what is held (Content Security Policy Level 3,
    /// section 2.3.1).
    pub fn policy(&self) -> Vec<String> {
        let around = self.page.iter().filter_map(|style| match style {
            PageStyle::Held(text) => Some(text),
            PageStyle::Linked(_) => None,
        });
        let held = self.widget.iter().chain(around);
        held.map(|text| {
            let hash = STANDARD.encode(Sha256::digest(text.as_bytes()));
            format!("'sha256-{hash}'")
        })
        .collect()
    }

    /// The addresses of what is linked to.
    pub fn linked(&self) -> impl Iterator<Item = &str> {
        self.page.iter().filter_map(|style| match style {
            PageStyle::Linked(address) => Some(address.as_str()),
            PageStyle::Held(_) => None,
        })
    }
}

fn read(path: &Path) -> Result<String, Error> {
    let text = fs::read_to_string(path).map_err(|source| Error::Unheld {
        path: path.to_owned(),
        source,
    })?;
    if text.contains("</") {
        return Err(Error::Unholdable {
            path: path.to_owned(),
        });
    }
    // As parsers read it, so that the hash is that of what they see (HTML Living Standard, section
    // 13.2.3.5).
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}
