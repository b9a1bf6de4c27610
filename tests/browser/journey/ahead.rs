//! Pages written ahead, and an app that comes only when a test lets it.

use std::path::PathBuf;
use std::{env, fs};

use browser_tests::{Fault, Outcome, Page, PageError, Site};
use serde_json::Value;

use crate::planner::Planner;

/// The example written ahead; the app is loaded at once.
pub const EAGER: &str = "/rendered/index.html";

/// The same, but the app is loaded when a reader reaches for a control.
pub const INTERACTION: &str = "/rendered/interaction/index.html";

const READY: &str = "return document.querySelector('job-posting').dataset.state === 'ready'";

/// The text of a page of the built site.
pub fn built_page(path: &str) -> Outcome<String> {
    let folder = PathBuf::from(env::var_os("JOURNEY_DIST").unwrap_or_default());
    Ok(fs::read_to_string(
        folder.join(path.trim_start_matches('/')),
    )?)
}

/// The path of a built file with a hashed name.
pub fn built_file(role: &str) -> Outcome<String> {
    let manifest: Value = serde_json::from_str(&built_page("/manifest.json")?)?;
    let name = manifest.pointer(&format!("/files/{role}/name"));
    Ok(format!("/{}", name.and_then(Value::as_str).unwrap_or(role)))
}

/// Opens a page while the app is kept back, and gives back the path that holds it.
pub fn open_held(site: &Site, page: &Page, path: &str) -> Outcome<String> {
    let wasm = built_file("wasm")?;
    site.fault(&wasm, Fault::Hold);
    page.open(path)?;
    page.settle()?;
    Ok(wasm)
}

/// Lets the app come, and waits until it is ready.
pub fn let_come<'a>(site: &Site, page: &'a Page, wasm: &str) -> Outcome<Planner<'a>> {
    assert!(
        !page.script::<bool>(READY, &[])?,
        "the app is there already"
    );
    site.mend(wasm);
    let planner = Planner::on(page)?;
    page.settle()?;
    Ok(planner)
}

/// Whether the compiled app was requested.
pub fn asks_for_the_app(site: &Site) -> bool {
    let requests = site.requests();
    requests
        .iter()
        .any(|request| request.target.ends_with(".wasm"))
}

/// Everything one comes for is there without the app.
pub fn expect_readable(page: &Page) -> Result<(), PageError> {
    page.heading("E-commerce Strategy Intern, Summer/Fall 2026")?;
    page.heading("What you’ll do")?;
    page.link("Apply at TikTok")?;
    Ok(())
}
