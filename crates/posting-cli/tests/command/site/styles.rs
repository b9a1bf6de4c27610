//! The style sheets of a site: in its pages, or linked to.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::Site;

const SITE_STYLE: &str = include_str!("../../../src/render/site/site.css");

/// The style sheets that pages of the site hold, each once, and the pages that ask for one.
fn styles(site: &Site) -> (BTreeSet<String>, Vec<String>) {
    let (mut held, mut asking) = (BTreeSet::new(), Vec::new());
    for path in site.files().iter().filter(|path| path.ends_with(".html")) {
        let page = site.read(path);
        let after = page.split("<style>").skip(1);
        held.extend(after.map(|text| text.split_once("</style>").unwrap().0.to_owned()));
        if page.contains("stylesheet") {
            asking.push(path.clone());
        }
    }
    (held, asking)
}

#[test]
fn pages_hold_their_styles_and_the_headers_name_each_of_them() {
    let site = Site::with_three("styles");
    site.render(&[]);
    let (held, asking) = styles(&site);
    assert_eq!(asking, [""; 0]);
    // The widget's, that of pages, and that of lists: the same in all pages, so three hashes do.
    let expected = ["body { margin: 0 }", SITE_STYLE, "p { color: red }"];
    assert_eq!(held, expected.map(str::to_owned).into());
    let hashes = held.iter().map(|text| {
        let hash = STANDARD.encode(Sha256::digest(text.as_bytes()));
        format!("'sha256-{hash}'")
    });
    let headers = site.read("_headers");
    let policies = headers.lines().filter(|line| line.contains("style-src"));
    for policy in policies.clone() {
        let mut named: Vec<&str> = policy.split([' ', ';']).collect();
        named.retain(|word| word.starts_with("'sha256-"));
        let mut hashes: Vec<String> = hashes.clone().collect();
        named.sort_unstable();
        hashes.sort();
        assert_eq!(named, hashes, "{policy}");
    }
    assert_eq!(policies.count(), 4);
    assert!(!headers.contains("site.css"), "{headers}");

    site.render(&["--linked-styles"]);
    let (held, asking) = styles(&site);
    assert!(held.is_empty(), "{held:?}");
    let pages = site.files();
    assert_eq!(
        asking.len(),
        pages.iter().filter(|path| path.ends_with(".html")).count()
    );
    assert!(pages.contains(&"site.css".to_owned()), "{pages:?}");
    let page = site.read("jobs/a.html");
    assert!(
        page.contains("<link rel=\"stylesheet\" href=\"../site.css\">"),
        "{page}"
    );
    let headers = site.read("_headers");
    assert!(
        headers.contains("/site.css\n") && !headers.contains("sha256"),
        "{headers}"
    );

    site.render(&["--page-style", "https://fonts.example/own.css"]);
    let (held, _) = styles(&site);
    assert_eq!(held.len(), 2, "{held:?}");
    let headers = site.read("_headers");
    assert!(
        headers.contains("style-src 'self' https://fonts.example 'sha256-"),
        "{headers}"
    );
    assert!(!site.files().contains(&"site.css".to_owned()));
}
