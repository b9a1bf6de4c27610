//! Careers pages of the tests' own, around one or more widgets, and what they can tell afterwards:
//! the element's events, console warnings, files offered for download.

use browser_tests::{Outcome, Page, PageError, Site};
use serde::Deserialize;
use serde_json::{Value, json};

/// The bundled example as a careers page embeds it, on a day before its first start.
pub const EXAMPLE: &str = r#"<job-posting id="widget" as-of="2026-03-02"
    src="/postings/tiktok-ecommerce-strategy-intern-2026.json"></job-posting>"#;

/// The id of the bundled example's posting, under which its draft is kept.
pub const EXAMPLE_ID: &str = "tiktok-ecommerce-strategy-intern-2026";

/// Runs before anything else of a page.
const RECORDER: &str = r#"
    window.recorded = { events: [], warnings: [], files: [] };
    for (const name of ["ready", "error", "change", "apply"]) {
      document.addEventListener(`job-posting-${name}`, (event) => recorded.events.push({
        name, target: event.target.id, bubbles: event.bubbles, composed: event.composed,
        cancelable: event.cancelable, detail: event.detail,
      }));
    }
    const { warn } = console;
    console.warn = (...parts) => {
      recorded.warnings.push(parts.map(String).join(" "));
      warn.apply(console, parts);
    };
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      recorded.files.push(blob);
      return createObjectURL.call(URL, blob);
    };
"#;

/// One event of the element, as a listener on the document saw it.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Event {
    /// The name without `job-posting-`.
    pub name: String,
    /// The id of the element.
    pub target: String,
    pub bubbles: bool,
    pub composed: bool,
    pub cancelable: bool,
    pub detail: Value,
}

/// Serves a careers page in American English with `body` as its main content.
pub fn put_page(site: &Site, path: &str, body: &str) {
    put_page_with(site, path, "", body);
}

/// Like [`put_page`], with a script that runs before the loader.
pub fn put_page_with(site: &Site, path: &str, script: &str, body: &str) {
    let name = format!("{path}.first.js");
    site.put(&name, format!("{{{RECORDER}}}\n{script}"));
    site.put(
        path,
        format!(
            r#"<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Careers</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <script src="{name}"></script>
            <script type="module" src="/job-posting.js"></script></head>
            <body><main><h1>Careers</h1>{body}</main></body></html>"#
        ),
    );
}

/// A posting with twelve weeks from each of `starts`, open on every day of the week, at an
/// employer who allows two applications.
pub fn posting(id: &str, title: &str, starts: &[&str]) -> String {
    let posting = json!({
        "version": 1, "id": id, "lang": "en", "title": title,
        "organization": { "name": "Example Works" },
        "locations": [{ "name": "Springfield", "country": "US" }],
        "program": {
            "weeks": 12, "startDates": starts,
            "workingDays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        },
        "about": ["A posting of the tests."],
        "application": {
            "url": "https://careers.example/apply",
            "limit": { "positions": 2, "scope": "Jobs at Example Works" },
        },
    });
    posting.to_string()
}

/// The events since the page was loaded.
pub fn events(page: &Page) -> Result<Vec<Event>, PageError> {
    page.script("return recorded.events", &[])
}

/// How many events of this name there were since the page was loaded.
pub fn count_events(page: &Page, name: &str) -> Result<usize, PageError> {
    Ok(events(page)?
        .iter()
        .filter(|event| event.name == name)
        .count())
}

/// The console warnings since the page was loaded.
pub fn warnings(page: &Page) -> Result<Vec<String>, PageError> {
    page.script("return recorded.warnings", &[])
}

/// The content of the file that the page last offered under this name: the file on disk, or in an
/// engine whose driver keeps no downloads, what the page handed to the browser.
pub fn saved_file(page: &Page, name: &str) -> Outcome<String> {
    const OFFERED: &str = "
        const done = arguments[0];
        recorded.files.at(-1).text().then(done, (error) => done(String(error)));";
    match crate::support::if_able(page.download(name))? {
        Some(bytes) => Ok(String::from_utf8(bytes)?),
        None => {
            page.wait_until_script("a file", "return recorded.files.length > 0")?;
            Ok(page.script_async(OFFERED, &[])?)
        }
    }
}
