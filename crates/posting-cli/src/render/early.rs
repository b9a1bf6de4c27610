//! What makes a page appear and come to life sooner: the app's files, asked for before any script
//! has run, and style sheets that the page holds instead of asking for them.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::escape;
use super::manifest::{BuiltFile, Manifest};
use crate::error::Error;

/// Links that have the browser ask for the app at once. Without them it waits for the loader to
/// come and ask, which takes a round trip more.
pub fn app_links(manifest: &Manifest, assets: &str) -> Vec<String> {
    let link = |file: &BuiltFile| {
        let href = escape::text(&format!("{assets}{}", file.name));
        if file.name.ends_with(".js") {
            let integrity = escape::text(&file.integrity);
            format!("<link rel=\"modulepreload\" href=\"{href}\" integrity=\"{integrity}\">")
        } else {
            // Browsers check no integrity on these. The loader does. What is read comes before them.
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"{href}\" fetchpriority=\"low\" crossorigin>"
            )
        }
    };
    manifest.app.iter().map(link).collect()
}

/// Style sheets that a page holds itself.
pub struct HeldStyles {
    /// The widget's.
    pub widget: String,
    /// That of the page around it; `None` where the page links to others.
    pub page: Option<String>,
}

impl HeldStyles {
    /// Reads the widget's style sheet, and this one of the page, beside the manifest.
    ///
    /// # Errors
    /// If a file can't be read, or would end the element that is to hold it.
    pub fn read(
        manifest_path: &Path,
        manifest: &Manifest,
        page: Option<&str>,
    ) -> Result<Self, Error> {
        let read = |name: &str| {
            let path = manifest_path.with_file_name(name);
            let text = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
            if text.contains("</") {
                return Err(Error::Unholdable { path });
            }
            Ok(text)
        };
        Ok(Self {
            widget: read(&manifest.style.name)?,
            page: page.map(read).transpose()?,
        })
    }

    /// What `style-src` has to name for them (Content Security Policy Level 3, section 2.3.1).
    pub fn policy(&self) -> String {
        let sheets = [Some(&self.widget), self.page.as_ref()];
        let hashes = sheets.into_iter().flatten();
        let sources = hashes.map(|text| {
            let hash = STANDARD.encode(Sha256::digest(text.as_bytes()));
            format!("'sha256-{hash}'")
        });
        sources.collect::<Vec<_>>().join(" ")
    }
}
