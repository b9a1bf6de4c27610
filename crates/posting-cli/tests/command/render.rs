//! `job-posting render`.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::{job_posting, printed};

const INTERN: &str = "public/postings/tiktok-ecommerce-strategy-intern-2026.json";

/// A folder of this test's own, removed when the test ends.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(test: &str) -> Self {
        let name = format!("job-posting render {test} {}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        let folder = Self(path);
        let file = |name: &str| json!({ "name": name, "integrity": "sha384-AAAA" });
        let files = json!({
            "loader": file("job-posting.js"), "style": file("job-posting-1.css"),
            "glue": file("job-posting-2.js"), "wasm": file("job-posting-3.wasm"),
        });
        folder.put("manifest.json", &json!({ "files": files }).to_string());
        folder.put("job-posting-1.css", "p { color: red }");
        folder.put("page.css", "body { margin: 0 }");
        folder
    }

    /// Writes a file, and gives back its path.
    pub fn put(&self, name: &str, content: &str) -> String {
        fs::write(self.0.join(name), content).unwrap();
        self.path(name)
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// What rendering prints.
    #[track_caller]
    pub fn render(&self, posting: &str, arguments: &[&str]) -> String {
        let manifest = self.path("manifest.json");
        let all = [&["render", posting, "--manifest", &manifest], arguments].concat();
        let output = job_posting(&all);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{errors}");
        printed(&output)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// The content of a page's or fragment's script of a data type.
#[track_caller]
fn data(page: &str, kind: &str) -> Value {
    let tag = format!("<script type=\"{kind}\">");
    let (_, after) = page.split_once(&tag).unwrap();
    let (content, _) = after.split_once("</script>").unwrap();
    serde_json::from_str(content).unwrap()
}

#[test]
fn a_page_that_links_to_its_styles_holds_nothing_a_strict_policy_refuses() {
    let folder = Folder::new("policy");
    let assets = ["--assets", "https://cdn.example/jobs/", "--linked-styles"];
    let page = folder.render(INTERN, &assets);
    assert!(
        page.starts_with("<!doctype html>\n<html lang=\"en\">"),
        "{page}"
    );
    assert!(
        page.contains("<script type=\"module\" src=\"https://cdn.example/jobs/job-posting.js\">")
    );
    let style = "<link rel=\"stylesheet\" href=\"https://cdn.example/jobs/job-posting-1.css\" \
                 integrity=\"sha384-AAAA\" crossorigin>";
    assert!(
        page.contains(&format!("<template shadowrootmode=\"open\">{style}")),
        "{page}"
    );
    for script in page.split("<script ").skip(1) {
        let is_data = script.starts_with("type=\"application/");
        assert!(is_data || script.contains(" src="), "{script}");
    }
    for refused in [" style=", "<style", " onclick", " onload", "javascript:"] {
        assert!(!page.contains(refused), "{refused}");
    }
}

#[test]
fn a_fragment_is_the_element_alone_with_the_posting_in_it() {
    let folder = Folder::new("fragment");
    let fragment = folder.render(INTERN, &["--fragment", "--loading", "interaction"]);
    let start = "<job-posting lang=\"en\" heading-level=\"2\" loading=\"interaction\">";
    assert!(fragment.starts_with(start), "{fragment}");
    assert!(fragment.trim_end().ends_with("</job-posting>"));
    assert!(!fragment.contains("type=\"module\"") && !fragment.contains("ld+json"));
    // Of the policy around it nothing is known.
    assert!(!fragment.contains("<style"), "{fragment}");
    assert!(fragment.contains("<link rel=\"stylesheet\" href=\"./job-posting-1.css\""));
    assert_eq!(data(&fragment, "application/json")["version"], 1);
    // The posting can be read three times over: styled, as data, and in plain markup.
    let (_, light) = fragment.split_once("</template>").unwrap();
    assert!(
        light.contains("<h2>E-commerce Strategy Intern, Summer/Fall 2026</h2>"),
        "{light}"
    );
}

#[test]
fn the_posting_can_be_left_to_the_app() {
    let folder = Folder::new("src");
    let fragment = folder.render(INTERN, &["--fragment", "--src", "a.json?b=1&c=\"2\""]);
    assert!(
        fragment.starts_with("<job-posting src=\"a.json?b=1&amp;c=&quot;2&quot;\""),
        "{fragment}"
    );
    assert!(!fragment.contains("<script"));
}

#[test]
fn no_text_of_a_posting_becomes_markup() {
    let folder = Folder::new("escaping");
    let evil = "</script><!-- <script> \"&amp;' </title> </template>";
    let posting = json!({
        "version": 1, "id": "evil", "title": evil, "organization": { "name": evil, "team": evil },
        "about": [evil], "sections": [{ "title": evil, "body": [evil] }],
    });
    let file = folder.put("evil.json", &posting.to_string());
    let page = folder.render(&file, &["--url", "https://a.example/?a=1&b=\"2\""]);
    assert_eq!(data(&page, "application/json"), posting);
    assert_eq!(data(&page, "application/ld+json")["title"], evil);
    // Only the tags that the page has itself.
    assert_eq!(page.matches("</template>").count(), 1);
    assert_eq!(page.matches("</title>").count(), 1);
    assert_eq!(page.matches("<script").count(), 3);
    assert_eq!(page.matches("<!--").count(), 0);
    assert!(
        page.contains(
            "<link rel=\"canonical\" href=\"https://a.example/?a=1&amp;b=&quot;2&quot;\">"
        )
    );
}

#[test]
fn what_changes_with_the_day_is_left_to_the_app() {
    let folder = Folder::new("days");
    let on = |posting: &str, day: &str| folder.render(posting, &["--fragment", "--as-of", day]);
    let early = on(INTERN, "2026-03-02");
    for day in ["2026-05-11", "2026-05-12", "2026-06-22"] {
        assert_eq!(on(INTERN, day), early, "{day}");
    }
    assert!(!early.contains("Started") && !early.contains("as-of"));
    // What is over stays over.
    let all_passed = "All start dates of this posting have passed.";
    assert!(!early.contains(all_passed) && on(INTERN, "2026-06-23").contains(all_passed));
    let closed = "public/postings/closed.json";
    let apply = "https://quayside.example/apprentices";
    let (open, shut) = (on(closed, "2025-02-28"), on(closed, "2025-03-01"));
    assert!(open.contains(&format!("href=\"{apply}\"")));
    assert!(
        shut.contains("no longer takes applications")
            && !shut.contains(&format!("href=\"{apply}\""))
    );
    let window = "public/postings/window-months.json";
    assert_eq!(on(window, "2026-03-02"), on(window, "2027-03-31"));
}

#[test]
fn a_preview_stays_on_its_day() {
    let folder = Folder::new("preview");
    let fragment = folder.render(
        INTERN,
        &["--fragment", "--as-of", "2026-05-20", "--preview"],
    );
    assert!(fragment.contains(" as-of=\"2026-05-20\""));
    assert!(
        fragment.contains("Preview as of May 20, 2026"),
        "{fragment}"
    );
    assert!(fragment.contains("Started 9 days ago"));
    let alone = job_posting(&["render", INTERN, "--preview"]);
    assert_eq!(alone.status.code(), Some(2));
}

#[test]
fn the_page_goes_to_a_folder() {
    let folder = Folder::new("out");
    let out = folder.path("jobs/intern");
    let printed = folder.render(INTERN, &["--out", &out]);
    assert_eq!(printed, "");
    let page = fs::read_to_string(folder.path("jobs/intern/index.html")).unwrap();
    assert!(page.contains("<title>E-commerce Strategy Intern, Summer/Fall 2026 – TikTok</title>"));
    assert!(page.contains("<meta property=\"og:site_name\" content=\"TikTok\">"));
    folder.render(INTERN, &["--fragment", "--out", &out]);
    assert!(fs::exists(folder.path("jobs/intern/fragment.html")).unwrap());
}

#[test]
fn a_posting_with_problems_is_not_rendered() {
    let output = job_posting(&["render", "public/postings/broken.json"]);
    assert_eq!(output.status.code(), Some(1));
    // What is printed is the page, often into a file: nothing else may be in it.
    assert_eq!(printed(&output), "");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("broken.json: $.organization: is missing"),
        "{told}"
    );
}

#[test]
fn a_missing_list_of_built_files_is_named_with_the_remedy() {
    let output = job_posting(&["render", INTERN, "--manifest", "nowhere/manifest.json"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    for part in ["nowhere/manifest.json", "cargo xtask dist", "--manifest"] {
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn addresses_that_can_not_work_are_refused() {
    for arguments in [
        ["--assets", "/jobs"],
        ["--url", "careers.example"],
        ["--as-of", "2 March 2026"],
        ["--heading-level", "5"],
    ] {
        let output = job_posting(&["render", INTERN, arguments[0], arguments[1]]);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_page_asks_for_the_app_at_once_unless_it_is_for_readers_who_reach_for_it() {
    let folder = Folder::new("early");
    let links = [
        "<link rel=\"modulepreload\" href=\"/a/job-posting-2.js\" integrity=\"sha384-AAAA\">",
        "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"/a/job-posting-3.wasm\" fetchpriority=\"low\" crossorigin>",
    ];
    let eager = folder.render(INTERN, &["--assets", "/a/"]);
    let head = eager.split_once("</head>").unwrap().0;
    for link in links {
        assert!(head.contains(link), "{head}");
    }
    for loading in ["lazy", "interaction"] {
        let page = folder.render(INTERN, &["--assets", "/a/", "--loading", loading]);
        assert!(!page.contains("job-posting-3.wasm"), "{page}");
    }
}

#[test]
fn a_page_holds_its_styles_links_to_none_and_names_their_hashes() {
    let folder = Folder::new("inline styles");
    let manifest = folder.path("manifest.json");
    let render = |arguments: &[&str]| {
        let always = ["render", INTERN, "--manifest", &manifest];
        let output = job_posting(&[&always, arguments].concat());
        let notes = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), printed(&output), notes)
    };
    // By `openssl dgst -sha256 -binary | base64`.
    let widget = "'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4='";
    let around = "'sha256-mX+s7KJgWpgxJola85xdpAFPBQaV091gzM2oPjgTW2w='";
    let (code, page, notes) = render(&[]);
    assert_eq!(code, Some(0), "{notes}");
    assert!(!page.contains("stylesheet"), "{page}");
    let held = "<template shadowrootmode=\"open\"><style>p { color: red }</style>";
    assert!(page.contains(held), "{page}");
    let head = page.split_once("</head>").unwrap().0;
    assert!(head.contains("<style>body { margin: 0 }</style>"), "{head}");
    let told = format!("style-src {widget} {around}\n");
    assert!(notes.contains(&told), "{notes}");
    assert_eq!(render(&["--inline-styles"]).1, page);
    let (_, linked, notes) = render(&["--linked-styles"]);
    assert!(!linked.contains("<style"), "{linked}");
    assert!(!notes.contains("style-src"), "{notes}");
    assert_eq!(render(&["--linked-styles", "--inline-styles"]).0, Some(2));

    // The page around a fragment has styles of its own, and so has one with --page-style.
    let (_, fragment, notes) = render(&["--fragment", "--inline-styles"]);
    assert!(fragment.contains(held), "{fragment}");
    assert!(notes.ends_with(&format!("style-src {widget}\n")), "{notes}");
    let (_, page, _) = render(&["--page-style", "/own.css"]);
    assert!(
        page.contains("<link rel=\"stylesheet\" href=\"/own.css\">"),
        "{page}"
    );
    assert!(!page.contains("margin: 0"), "{page}");

    // Parsers read it so, and it is what they read whose hash counts.
    folder.put("page.css", "body\r\n{}\r");
    let (_, page, _) = render(&[]);
    assert!(page.contains("<style>body\n{}\n</style>"), "{page}");

    folder.put("job-posting-1.css", "p::before { content: '</style>' }");
    let (code, _, notes) = render(&[]);
    assert_eq!(code, Some(2));
    assert!(notes.contains("job-posting-1.css contains </"), "{notes}");
    fs::remove_file(folder.path("job-posting-1.css")).unwrap();
    let (code, _, notes) = render(&[]);
    assert_eq!(code, Some(2));
    assert!(notes.contains("--linked-styles"), "{notes}");
    assert_eq!(render(&["--linked-styles"]).0, Some(0));
}
