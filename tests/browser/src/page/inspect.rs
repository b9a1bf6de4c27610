//! Looks at a page as a whole: its picture, its accessibility, its print, its colour schemes.

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;

use super::{Page, PageError};
use crate::engine::Engine;
use crate::pdf::Pdf;
use crate::workspace;

/// What style sheets can ask for: a preference of the person, or the medium.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Media {
    /// `prefers-color-scheme: light`
    Light,
    /// `prefers-color-scheme: dark`
    Dark,
    /// `forced-colors: active`
    ForcedColors,
    /// `prefers-reduced-motion: reduce`
    ReducedMotion,
    /// The `print` medium instead of the screen.
    Print,
}

impl Media {
    const fn feature(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Light => Some(("prefers-color-scheme", "light")),
            Self::Dark => Some(("prefers-color-scheme", "dark")),
            Self::ForcedColors => Some(("forced-colors", "active")),
            Self::ReducedMotion => Some(("prefers-reduced-motion", "reduce")),
            Self::Print => None,
        }
    }
}

/// A rule of axe-core that a page breaks.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Violation {
    /// The rule's id, such as `color-contrast`.
    pub rule: String,
    /// What the rule asks.
    pub help: String,
    /// The elements that break it: selectors, one per shadow root on the way, joined by ` >>> `.
    pub targets: Vec<String>,
}

impl Page {
    /// Draws the visible part of the page into `target/screenshots/<engine>/<name>.png` and gives
    /// back that path.
    ///
    /// # Errors
    /// When the page can't be drawn or the file can't be written.
    pub fn screenshot(&self, name: &str) -> Result<PathBuf, PageError> {
        let folder = workspace::root()
            .join("target/screenshots")
            .join(self.engine.name());
        let picture = self.drive(async |driver| driver.screenshot_as_png().await)?;
        let path = folder.join(format!("{name}.png"));
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&path, picture))
            .map_err(|error| PageError::File {
                path: path.clone(),
                error,
            })?;
        Ok(path)
    }

    /// What axe-core finds wrong with the page, shadow roots included.
    ///
    /// axe-core takes a page without a background for white even where the browser draws it dark,
    /// so while it runs the page is told to have the background that is drawn anyway.
    ///
    /// # Errors
    /// When axe-core is not installed by npm at the workspace's root, or can't run in the page.
    pub fn violations(&self) -> Result<Vec<Violation>, PageError> {
        const RUN: &str = "
            const done = arguments[arguments.length - 1];
            const target = (path) => path.flat().join(' >>> ');
            const { style } = document.documentElement;
            const { backgroundColor } = style;
            style.backgroundColor = backgroundColor || 'canvas';
            const run = window.axe.run(document, { resultTypes: ['violations'] });
            run.finally(() => { style.backgroundColor = backgroundColor; }).then(
                ({ violations }) => done(violations.map(({ id, help, nodes }) => ({
                    rule: id, help, targets: nodes.map((node) => target(node.target)),
                }))),
                (error) => done(String(error)),
            );";
        let path = workspace::root().join("node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&path).map_err(|error| PageError::File { path, error })?;
        self.script_async(&format!("{axe};{RUN}"), &[])
    }

    /// Makes the page see these preferences, and no others set here before. Chromium only.
    ///
    /// # Errors
    /// In the other engines.
    pub fn emulate(&self, preferences: &[Media]) -> Result<(), PageError> {
        self.needs(
            "to change media preferences",
            self.engine == Engine::Chromium,
        )?;
        let features: Vec<_> = preferences
            .iter()
            .filter_map(|preference| preference.feature())
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let medium = if preferences.contains(&Media::Print) {
            "print"
        } else {
            ""
        };
        let parameters = json!({ "media": medium, "features": features });
        self.drive(async |driver| {
            driver
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", parameters)
                .await
        })?;
        Ok(())
    }

    /// Shows a text where the focus is that an input method has composed so far, and that is not entered yet.
    ///
    /// # Errors
    /// In other engines than Chromium; when the browser does not take it.
    pub fn compose(&self, text: &str) -> Result<(), PageError> {
        let end = text.encode_utf16().count();
        self.input_method(
            "Input.imeSetComposition",
            json!({ "text": text, "selectionStart": end, "selectionEnd": end }),
        )
    }

    /// Enters a text in the place of what is being composed.
    ///
    /// # Errors
    /// As for [`Self::compose`].
    pub fn enter_composed(&self, text: &str) -> Result<(), PageError> {
        self.input_method("Input.insertText", json!({ "text": text }))
    }

    fn input_method(&self, command: &str, parameters: Value) -> Result<(), PageError> {
        self.needs(
            "to type by an input method",
            self.engine == Engine::Chromium,
        )?;
        self.drive(async |driver| driver.cdp().send_raw(command, parameters).await)?;
        Ok(())
    }

    /// Prints the page, with backgrounds, on US Letter as WebDriver's default has it.
    ///
    /// # Errors
    /// In WebKit, whose driver can't print; when the page can't be printed.
    pub fn print(&self) -> Result<Pdf, PageError> {
        self.needs("to print", self.engine != Engine::Webkit)?;
        let parameters = PrintParameters {
            background: true,
            ..PrintParameters::default()
        };
        let bytes = self.drive(async |driver| driver.print_page(parameters).await)?;
        Pdf::new(bytes).map_err(PageError::Print)
    }
}
