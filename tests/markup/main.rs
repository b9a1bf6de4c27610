//! The widget's markup, written natively and read back without a browser: what of a
//! posting is in it, and what must never be.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod ahead;
mod escaping;
mod facts;
mod hostile;
mod languages;
mod outline;
mod references;
mod scan;
mod skeleton;
mod states;
mod theming;

use std::path::PathBuf;

use job_posting::locale::Text;
use job_posting::view;
use job_posting::widget::{Presentation, Surroundings, Widget};
use leptos::prelude::Owner;
use posting::date::CivilDate;
use posting::posting::Posting;
use serde_json::Value;

use scan::Node;

/// The day on which the bundled postings are looked at, unless a test is about another.
const TODAY: &str = "2026-03-02";

/// The bundled postings that can be shown.
const BUNDLED: [&str; 6] = [
    "closed",
    "explicit-ends",
    "open-length",
    "ordinary-job",
    "tiktok-ecommerce-strategy-intern-2026",
    "window-months",
];

/// What a page around the widget can decide.
#[derive(Clone, Copy)]
struct Page {
    lang: &'static str,
    heading_level: u8,
    as_of: Option<&'static str>,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            lang: "en-GB",
            heading_level: 2,
            as_of: Some(TODAY),
        }
    }
}

/// The text of a bundled posting file.
#[track_caller]
fn file(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "public/postings", name]
        .iter()
        .collect();
    let path = path.with_extension("json");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A bundled posting file as the values that stand in it.
#[track_caller]
fn values(name: &str) -> Value {
    serde_json::from_str(&file(name)).unwrap()
}

/// The markup of a posting that must be valid.
#[track_caller]
fn render(posting: &str, page: Page) -> Node {
    let posting = Posting::from_json(posting).unwrap_or_else(|problems| panic!("{problems:?}"));
    let html = Owner::new().with(|| {
        let surroundings = Surroundings {
            lang: page.lang.to_owned(),
            heading_level: page.heading_level,
            as_of: page.as_of.map(|day| CivilDate::parse_iso(day).unwrap()),
            emit: Box::new(|_, _| true),
        };
        let presentation = Presentation::new(posting, &surroundings);
        view::app(Widget::new(presentation, surroundings.emit)).into_html()
    });
    scan::read(&html)
}

/// The markup of a bundled posting on [`TODAY`].
#[track_caller]
fn bundled(name: &str) -> Node {
    render(&file(name), Page::default())
}

/// The markup shown instead of a posting that has problems.
#[track_caller]
fn render_broken(posting: &str) -> Node {
    let problems = Posting::from_json(posting).expect_err("the posting should have problems");
    let html = Owner::new().with(|| {
        let text = Text::new("en-GB");
        view::broken(text, text.posting_unavailable(), &problems, || {}).into_html()
    });
    scan::read(&html)
}

/// Markup of every kind there is: all bundled postings, the broken one, and a posting that asks
/// for everything more than once.
fn every_markup() -> Vec<(String, Node)> {
    let bundled = BUNDLED.map(|name| (name.to_owned(), bundled(name)));
    let broken = ("broken".to_owned(), render_broken(&file("broken")));
    let repeated = (
        "repeated".to_owned(),
        render(references::ASKS_EVERYTHING_TWICE, Page::default()),
    );
    bundled.into_iter().chain([broken, repeated]).collect()
}
