//! `job-posting render` for a folder of postings.

mod again;
mod content;
mod shards;
mod styles;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};

use crate::job_posting;
use crate::render::Folder;

const URL: &str = "https://careers.example/";

/// A posting of the tests' own; `fields` take the place of its own fields.
fn posting(id: &str, fields: Value) -> Value {
    let mut posting = json!({
        "version": 1, "id": id, "title": "Gardener", "datePosted": "2026-10-01",
        "organization": { "name": "Example Gardens", "team": "Trees" },
        "locations": [{ "name": "York", "country": "GB" }], "employmentType": "INTERN",
        "about": ["We keep gardens."],
    });
    for (key, value) in fields.as_object().unwrap() {
        posting[key] = value.clone();
    }
    posting
}

/// A folder with postings and a site made from them.
struct Site {
    folder: Folder,
    postings: PathBuf,
}

impl Site {
    fn new(test: &str) -> Self {
        let folder = Folder::new(&format!("site {test}"));
        let postings = PathBuf::from(folder.path("postings"));
        fs::create_dir_all(&postings).unwrap();
        Self { folder, postings }
    }

    /// Writes a posting file.
    fn put(&self, name: &str, posting: &Value) {
        self.put_text(name, &posting.to_string());
    }

    fn put_text(&self, name: &str, text: &str) {
        let path = self.postings.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Three postings in two places.
    fn with_three(test: &str) -> Self {
        let site = Self::new(test);
        site.put(
            "a.json",
            &posting("a", json!({ "title": "Junior gardener" })),
        );
        let leeds = json!({ "title": "Tree <surgeon>", "locations": [{ "name": "Leeds", "country": "GB" }],
            "datePosted": "2026-10-02", "validThrough": "2027-03-31", "lang": "de" });
        site.put("b.json", &posting("b", leeds));
        let closed = json!({ "title": "Closed gardener", "validThrough": "2026-10-31" });
        site.put("more/c.json", &posting("c", closed));
        site
    }

    /// Renders the site into a folder of this name.
    fn run(&self, out: &str, arguments: &[&str]) -> Output {
        let (out, manifest) = (self.folder.path(out), self.folder.path("manifest.json"));
        let usual = [
            "render",
            self.postings.to_str().unwrap(),
            "--out",
            &out,
            "--url",
            URL,
            "--manifest",
            &manifest,
            "--assets",
            "./widget/",
            "--as-of",
            "2026-11-01",
        ];
        job_posting(&[&usual[..], arguments].concat())
    }

    /// Renders the site into `out/`.
    #[track_caller]
    fn render(&self, arguments: &[&str]) -> Output {
        let output = self.run("out", arguments);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        output
    }

    /// A file of the site.
    #[track_caller]
    fn read(&self, name: &str) -> String {
        let path = self.place(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn place(&self, name: &str) -> PathBuf {
        PathBuf::from(self.folder.path("out")).join(name)
    }

    /// The paths of the site's files.
    fn files(&self) -> Vec<String> {
        files(&self.place("")).into_keys().collect()
    }
}

/// The files of a site with their content, without what is kept for the next run.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(inner) = waiting.pop() {
        for entry in fs::read_dir(&inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found.retain(|name, _| !name.starts_with(".job-posting"));
    found
}

/// What a command said to the person at the terminal.
fn told(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}
