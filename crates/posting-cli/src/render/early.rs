//! What makes a page come to life sooner: the app's files, asked for before any script has run.

use super::escape;
use super::manifest::{BuiltFile, Manifest};

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
