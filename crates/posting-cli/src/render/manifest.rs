//! The built files a page links to, as `dist/manifest.json` names them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::Error;

/// Where the manifest is looked for unless the command line says otherwise.
pub const USUAL_PLACE: &str = "dist/manifest.json";

/// A built file.
pub struct BuiltFile {
    /// Its name within the folder that holds all of them.
    pub name: String,
    /// `sha384-…`, as W3C Subresource Integrity writes it.
    pub integrity: String,
}

/// The built files a page links to.
pub struct Manifest {
    /// The script of the page.
    pub loader: BuiltFile,
    /// The style sheet of the shadow root.
    pub style: BuiltFile,
    /// What the loader asks for, as far as the manifest names it: the app's module and wasm files.
    pub app: Vec<BuiltFile>,
    /// The names of all built files, the loader's and the style sheet's among them.
    pub names: Vec<String>,
}

impl Manifest {
    /// Reads the manifest.
    ///
    /// # Errors
    /// If the file is missing or is no manifest; the message says how to get one.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = fs::read_to_string(path).map_err(|source| Error::Manifest {
            path: path.to_owned(),
            why: source.to_string(),
        })?;
        Self::parse(path, &text)
    }

    fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let refuse = |why: String| Error::Manifest {
            path: PathBuf::from(path),
            why,
        };
        let value: Value = serde_json::from_str(text).map_err(|error| refuse(error.to_string()))?;
        let file = |role: &str| {
            let member = |key: &str| {
                let found = value.pointer(&format!("/files/{role}/{key}"));
                found
                    .and_then(Value::as_str)
                    .filter(|text| !text.is_empty())
                    .map(str::to_owned)
                    .ok_or_else(|| refuse(format!("it has no text at files.{role}.{key}")))
            };
            Ok(BuiltFile {
                name: member("name")?,
                integrity: member("integrity")?,
            })
        };
        let files = value.get("files").and_then(Value::as_object);
        let names = files.into_iter().flat_map(|files| files.values());
        let names = names.filter_map(|file| file.get("name").and_then(Value::as_str));
        let names: Vec<String> = names.map(str::to_owned).collect();
        if let Some(name) = names.iter().find(|name| name.contains(['/', '\\'])) {
            return Err(refuse(format!("{name} is no name of a file beside it")));
        }
        Ok(Self {
            loader: file("loader")?,
            style: file("style")?,
            app: ["glue", "wasm", "planner"]
                .into_iter()
                .filter_map(|role| file(role).ok())
                .collect(),
            names,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str, complaint: &str) {
        let error = Manifest::parse(Path::new("m.json"), text).err().unwrap();
        let message = error.to_string();
        assert!(
            message.contains(complaint) && message.contains("m.json"),
            "{message}"
        );
    }

    #[test]
    fn what_is_no_manifest_is_refused_with_its_place() {
        refused("{", "EOF");
        refused("{}", "files.loader.name");
        let half = r#"{ "files": { "loader": { "name": "a.js", "integrity": "sha384-a" },
            "style": { "name": "a.css" } } }"#;
        refused(half, "files.style.integrity");
        let elsewhere = half.replace("a.css", "../a.css");
        refused(&elsewhere, "../a.css is no name");
    }
}
