//! What a candidate takes away from a page: the clipboard and downloaded files.

use std::fs;
use std::path::Path;

use serde_json::json;
use thirtyfour::Key;

use super::{Page, PageError};
use crate::engine::Engine;

impl Page {
    /// The text on the clipboard, with line ends as `\n`. It is pasted by keyboard into a field
    /// added for the purpose, as a person would and as every engine allows; the focus returns.
    ///
    /// # Errors
    /// When nothing is pasted within thirty seconds, as with an empty clipboard; when the test is not
    /// [`alone`](crate::Journey::alone), so that the text may be another test's.
    pub fn clipboard(&self) -> Result<String, PageError> {
        const ADD: &str = "
            window.__paste = { field: document.createElement('textarea'), before: document.activeElement };
            document.body.append(window.__paste.field);
            window.__paste.field.focus();";
        const REMOVE: &str = "
            const { field, before } = window.__paste;
            field.remove();
            before.focus();
            return field.value;";
        if !self.is_alone {
            return Err(PageError::Shared { what: "clipboard" });
        }
        self.script::<()>(ADD, &[])?;
        self.chord(&[Key::Control], 'v')?;
        let pasted = self.wait_until_script(
            "a text on the clipboard",
            "return window.__paste.field.value !== ''",
        );
        let text = self.script(REMOVE, &[])?;
        pasted.map(|()| text)
    }

    /// The content of a downloaded file, once it is complete. Not in WebKit.
    ///
    /// # Errors
    /// In WebKit, whose driver keeps no downloads; when the file does not arrive in thirty seconds.
    pub fn download(&self, name: &str) -> Result<Vec<u8>, PageError> {
        self.needs("to keep downloads", self.engine != Engine::Webkit)?;
        let folder = self.profile.downloads();
        let path = folder.join(name);
        self.wait_until(&format!("the download of {name}"), || {
            // Firefox makes an empty file first; both write beside the file until it is complete.
            let arrived = path.metadata().is_ok_and(|file| file.len() > 0);
            Ok(arrived && !holds_unfinished(&folder)?)
        })?;
        fs::read(&path).map_err(|error| PageError::File { path, error })
    }

    /// Refuses pages the clipboard, as a person or an organisation can. Chromium only.
    ///
    /// # Errors
    /// In the other engines.
    pub fn refuse_clipboard(&self) -> Result<(), PageError> {
        self.needs("to refuse the clipboard", self.engine == Engine::Chromium)?;
        self.is_changed.set(true);
        for name in ["clipboard-write", "clipboard-read"] {
            let parameters = json!({ "permission": { "name": name }, "setting": "denied" });
            self.drive(async |driver| {
                driver
                    .cdp()
                    .send_raw("Browser.setPermission", parameters)
                    .await
            })?;
        }
        Ok(())
    }
}

fn holds_unfinished(folder: &Path) -> Result<bool, PageError> {
    let entries = fs::read_dir(folder).map_err(|error| PageError::File {
        path: folder.to_owned(),
        error,
    })?;
    Ok(entries.flatten().any(|entry| {
        let path = entry.path();
        path.extension()
            .is_some_and(|extension| extension == "part" || extension == "crdownload")
    }))
}
