//! How many megabytes a second are imported: a long text, a page and a board of
//! postings, made of a posting written for this. Run it with
//! `cargo bench --profile native --package posting-import`: without the profile,
//! which is the command's, the importer is made small rather than fast.

use std::hint::black_box;
use std::time::{Duration, Instant};

use mimalloc::MiMalloc;
use posting_import::{ImportError, Options, import};

/// The command's own, as the figures are about the command.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// About how large each source is, in bytes.
const SIZE: usize = 4_000_000;

/// How often each source is imported; the fastest counts, as the others were disturbed.
const ROUNDS: usize = 5;

const INTRODUCTION: &str = "We look after three walled gardens that are open to everyone, and we \
    need somebody who likes to be outdoors in every weather. The gardens lie at the river, and \
    people come to see the roses in June and the apples in October.";

const PARTS: [(&str, [&str; 4]); 4] = [
    (
        "What you’ll do",
        [
            "Prune the apple trees in winter and the plum trees in summer, and look after the tools.",
            "Sow, water and weed the beds of the kitchen garden through the whole year.",
            "Show visitors how roses are grafted, and answer what they ask about their own gardens.",
            "Plan the beds of the coming year with the head gardener and order the seeds.",
        ],
    ),
    (
        "Minimum qualifications",
        [
            "Able to commit to 12 weeks in summer 2026, beginning on 11 May or 8 June 2026.",
            "Two years of work in a garden, an orchard or a tree nursery, or equivalent experience.",
            "Likes rain, mud and early mornings, and the people who come in every weather.",
            "Knows how to use a scythe, or is willing to learn it from somebody patient.",
        ],
    ),
    (
        "Preferred qualifications",
        [
            "Knows the Latin names of plants, and when to do without them.",
            "Graduating in December 2026 or later and returning to the degree programme.",
            "Can drive a tractor with a trailer on narrow roads.",
            "Experience with bees, hens or sheep is a plus.",
        ],
    ),
    (
        "How to apply",
        [
            "You can apply to a maximum of two positions, which are considered in the order you apply.",
            "Applications are reviewed on a rolling basis; the deadline is 1 March 2026.",
            "The pay is $18.50 to $21.00 per hour.",
            "Example Gardens is an equal opportunity employer.",
        ],
    ),
];

fn main() -> Result<(), ImportError> {
    let html = html(&html_body());
    let sources = [
        ("text", repeated("Gardener\n\n", &text())),
        ("markdown", repeated("# Gardener\n\n", &markdown())),
        (
            "page",
            repeated("<!doctype html><h1>Gardener</h1>", &html_body()),
        ),
        ("board", board(&html)),
    ];
    println!("{:10} {:>8} {:>10}", "source", "MB", "MB/s");
    for (name, source) in sources {
        let mut fastest = Duration::MAX;
        for _ in 0..ROUNDS {
            fastest = fastest.min(time(source.as_bytes())?);
        }
        let megabytes = source.len() as f64 / 1_000_000.0;
        let rate = megabytes / fastest.as_secs_f64();
        println!("{name:10} {megabytes:8.2} {rate:10.1}");
    }
    Ok(())
}

fn time(source: &[u8]) -> Result<Duration, ImportError> {
    let start = Instant::now();
    black_box(import(source, &Options::default())?);
    Ok(start.elapsed())
}

fn repeated(start: &str, body: &str) -> String {
    // A posting file has a limit, which the repeated body stays below.
    format!("{start}{}", body.repeat(SIZE / 2 / body.len()))
}

fn text() -> String {
    parts(
        |heading| format!("{heading}\n\n"),
        |item| format!("- {item}\n"),
        "\n",
    )
}

fn markdown() -> String {
    parts(
        |heading| format!("## {heading}\n\n"),
        |item| format!("- {item}\n"),
        "\n",
    )
}

fn html_body() -> String {
    let item = |item: &str| format!("<li><p>{item}</p></li>\n");
    parts(
        |heading| format!("<p><strong>{heading}</strong></p>\n<ul>\n"),
        item,
        "</ul>\n",
    )
}

fn html(body: &str) -> String {
    format!("<div><p>{INTRODUCTION}</p>{body}</div>")
}

fn parts(heading: fn(&str) -> String, item: fn(&str) -> String, end: &str) -> String {
    let mut text = String::new();
    for (title, items) in PARTS {
        text += &heading(title);
        for entry in items {
            text += &item(entry);
        }
        text += end;
    }
    text
}

/// A Greenhouse board, in which each posting is HTML, escaped.
fn board(html: &str) -> String {
    let content = html
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let job = |id: usize| {
        serde_json::json!({
            "id": id,
            "title": "Gardener",
            "absolute_url": format!("https://boards.greenhouse.io/gardens/jobs/{id}"),
            "location": { "name": "York" },
            "content": content,
        })
    };
    let jobs: Vec<_> = (0..SIZE / content.len()).map(job).collect();
    serde_json::json!({ "jobs": jobs }).to_string()
}
