//! What a site holds.

use std::fs;

use serde_json::{Value, json};

use super::{Site, posting, told};
use crate::job_posting;

#[test]
fn a_folder_becomes_a_site() {
    let site = Site::with_three("whole");
    let output = site.render(&[]);
    assert!(
        told(&output).contains("posting files: 3, pages written: 3"),
        "{}",
        told(&output)
    );
    let expected = [
        "_headers",
        "feed.json",
        "feed.xml",
        "index.html",
        "jobs/a.html",
        "jobs/b.html",
        "jobs/c.html",
        "list/place.html",
        "list/place/leeds.html",
        "list/place/york.html",
        "list/word.html",
        "list/word/gardener.html",
        "list/word/junior.html",
        "list/word/surgeon.html",
        "list/word/tree.html",
        "search.js",
        "search/1.json",
        "sitemap.xml",
    ];
    assert_eq!(site.files(), expected);
}

#[test]
fn a_posting_s_page_is_the_one_that_a_single_posting_has() {
    let site = Site::with_three("page");
    site.render(&[]);
    let page = site.read("jobs/a.html");
    let single = site.folder.render(
        site.postings.join("a.json").to_str().unwrap(),
        &[
            "--assets",
            "../widget/",
            "--as-of",
            "2026-11-01",
            "--url",
            "https://careers.example/jobs/a.html",
        ],
    );
    let main = |page: &str| {
        let (_, after) = page.split_once("<main>").unwrap();
        after.to_owned()
    };
    assert_eq!(main(&page), main(&single));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://careers.example/jobs/a.html\">"));
    assert!(
        page.contains(
            "<nav class=\"home\" lang=\"en\"><a href=\"../index.html\">All jobs</a></nav>"
        )
    );
    assert!(page.contains("\"@type\":\"JobPosting\""));
}

#[test]
fn the_index_lists_open_jobs_newest_first() {
    let site = Site::with_three("index");
    site.render(&[]);
    let index = site.read("index.html");
    assert!(
        index.contains("<title>Jobs at Example Gardens</title>"),
        "{index}"
    );
    assert!(index.contains("<h2 id=\"jobs\">2 jobs</h2>"));
    let (tree, junior) = (
        index.find("Tree &lt;surgeon&gt;").unwrap(),
        index.find("Junior gardener").unwrap(),
    );
    assert!(tree < junior);
    assert!(index.contains("<li><a href=\"jobs/b.html\" lang=\"de\">Tree"));
    assert!(
        index.contains("Example Gardens · Trees · Leeds · Internship · Apply by March 31, 2027")
    );
    assert!(!index.contains("Closed gardener"));
    let (_, data) = index
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    let data: Value = serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
    assert_eq!(data["@type"], "ItemList");
    assert_eq!(
        data["itemListElement"][0]["url"],
        "https://careers.example/jobs/b.html"
    );
}

#[test]
fn filters_are_links_to_lists() {
    let site = Site::with_three("filters");
    site.render(&[]);
    let index = site.read("index.html");
    assert!(index.contains("<summary>Location</summary>"), "{index}");
    assert!(index.contains("<li><a href=\"list/place/leeds.html\">Leeds</a> 1</li>"));
    // A filter with one value is no choice.
    assert!(!index.contains("<summary>Team</summary>"));
    let leeds = site.read("list/place/leeds.html");
    assert!(
        leeds.contains("<li><a href=\"../../jobs/b.html\""),
        "{leeds}"
    );
    assert!(leeds.contains("aria-current=\"page\">Leeds</a>"));
    assert!(!leeds.contains("Junior gardener"));
    let words = site.read("list/word.html");
    assert!(
        words.contains("<li><a href=\"../list/word/junior.html\">Junior</a> 1</li>"),
        "{words}"
    );
}

#[test]
fn long_lists_have_pages() {
    let site = Site::new("pages");
    for number in 0..101 {
        let id = format!("p{number}");
        site.put(&format!("{id}.json"), &posting(&id, json!({})));
    }
    site.render(&[]);
    let (first, second) = (site.read("index.html"), site.read("list/all.2.html"));
    assert!(
        first.contains("<a rel=\"next\" href=\"list/all.2.html\">"),
        "{first}"
    );
    assert!(
        second.contains("<a rel=\"prev\" href=\"../index.html\">"),
        "{second}"
    );
    assert!(
        second.contains("<span>Page 2 of 2</span>")
            && second.contains("<ol class=\"jobs\" start=\"101\">")
    );
    assert_eq!(first.matches("<li><a href=\"jobs/").count(), 100);
    assert_eq!(second.matches("<li><a href=\"../jobs/").count(), 1);
}

#[test]
fn nothing_in_lists_is_refused_by_a_strict_policy() {
    let site = Site::with_three("policy");
    site.render(&[]);
    for path in site.files().iter().filter(|path| path.ends_with(".html")) {
        let page = site.read(path);
        for script in page.split("<script ").skip(1) {
            let is_data = script.starts_with("type=\"application/");
            assert!(is_data || script.contains(" src="), "{path}: {script}");
        }
        for refused in [" style=", " onclick", "javascript:", "<form"] {
            assert!(!page.contains(refused), "{path}: {refused}");
        }
    }
    let headers = site.read("_headers");
    assert!(
        headers.contains(
            "\n/jobs/*\n  Cache-Control: no-cache\n  Content-Security-Policy: default-src 'none';"
        ),
        "{headers}"
    );
}

#[test]
fn the_sitemap_names_open_jobs_with_their_days() {
    let site = Site::with_three("sitemap");
    site.render(&[]);
    let sitemap = site.read("sitemap.xml");
    let expected = "<url><loc>https://careers.example/</loc></url>\n\
        <url><loc>https://careers.example/jobs/b.html</loc><lastmod>2026-10-02</lastmod></url>\n\
        <url><loc>https://careers.example/jobs/a.html</loc><lastmod>2026-10-01</lastmod></url>\n</urlset>\n";
    assert!(sitemap.ends_with(expected), "{sitemap}");
}

#[test]
fn feeds_tell_the_newest_jobs() {
    let site = Site::with_three("feeds");
    site.render(&["--title", "Gardens & more"]);
    let rss = site.read("feed.xml");
    assert!(rss.contains("<title>Gardens &amp; more</title>"), "{rss}");
    assert!(rss.contains("<title>Tree &lt;surgeon&gt; – Example Gardens</title>"));
    assert!(rss.contains("<pubDate>Fri, 02 Oct 2026 00:00:00 GMT</pubDate>"));
    assert!(rss.contains("<atom:link href=\"https://careers.example/feed.xml\" rel=\"self\" type=\"application/rss+xml\"/>"));
    let feed: Value = serde_json::from_str(&site.read("feed.json")).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["items"].as_array().unwrap().len(), 2);
    let expected = json!({
        "id": "https://careers.example/jobs/b.html", "url": "https://careers.example/jobs/b.html",
        "title": "Tree <surgeon> – Example Gardens", "content_text": "We keep gardens.",
        "language": "de", "date_published": "2026-10-02T00:00:00Z",
    });
    assert_eq!(feed["items"][0], expected);
}

#[test]
fn search_has_the_open_jobs_as_data() {
    let site = Site::with_three("search");
    site.render(&[]);
    let part: Value = serde_json::from_str(&site.read("search/1.json")).unwrap();
    assert_eq!(
        part[1],
        json!([
            "a",
            "Junior gardener",
            "Example Gardens · Trees · York · Internship"
        ])
    );
    assert_eq!(part.as_array().unwrap().len(), 2);
    let index = site.read("index.html");
    assert!(
        index.contains("data-parts=\"1\"") && index.contains("<label for=\"words\">"),
        "{index}"
    );
}

#[test]
fn the_built_files_are_copied_unless_they_are_elsewhere() {
    let site = Site::with_three("assets");
    let (out, manifest) = (
        site.folder.path("copied"),
        site.folder.path("manifest.json"),
    );
    let arguments = [
        "render",
        site.postings.to_str().unwrap(),
        "--out",
        &out,
        "--url",
        "https://careers.example/x",
        "--manifest",
        &manifest,
    ];
    let missing = job_posting(&arguments);
    assert_eq!(missing.status.code(), Some(2));
    assert!(told(&missing).contains("job-posting"), "{}", told(&missing));
    let names = "job-posting.js job-posting-1.css job-posting-2.js job-posting-3.wasm page.css";
    for name in names.split(' ') {
        site.folder.put(name, name);
    }
    let output = job_posting(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(
        fs::read_to_string(site.folder.path("copied/widget/page.css")).unwrap(),
        "page.css"
    );
    let page = fs::read_to_string(site.folder.path("copied/jobs/a.html")).unwrap();
    assert!(
        page.contains("src=\"../widget/job-posting.js\"")
            && page.contains("https://careers.example/x/jobs/a.html"),
        "{page}"
    );
}

#[test]
fn what_a_folder_needs_and_what_it_can_not_have_is_said() {
    let site = Site::with_three("options");
    let postings = site.postings.to_str().unwrap();
    for (arguments, expected) in [
        (&["render", postings][..], "--out"),
        (
            &[
                "render",
                postings,
                "--out",
                "x",
                "--url",
                "https://a.example/",
                "--fragment",
            ],
            "--fragment",
        ),
        (
            &["render", "public/postings/closed.json", "--watch"],
            "--watch",
        ),
        (&["render", postings, "--shard", "4/3"], "2/3"),
    ] {
        let output = job_posting(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(told(&output).contains(expected), "{}", told(&output));
    }
}
