//! Rendering a site again: what is written anew, what is left, what goes.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::SystemTime;

use serde_json::json;

use super::{Site, URL, posting, told};
use crate::project;

fn changed(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

/// Sets a file back to an old time, so that writing it again shows.
fn make_old(path: &Path) -> SystemTime {
    let old = SystemTime::UNIX_EPOCH;
    fs::File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_modified(old)
        .unwrap();
    old
}

#[track_caller]
fn written(site: &Site, count: usize) {
    let output = site.render(&[]);
    assert!(
        told(&output).contains(&format!("pages written: {count}")),
        "{}",
        told(&output)
    );
}

#[test]
fn what_has_not_changed_is_not_touched() {
    let site = Site::with_three("unchanged");
    written(&site, 3);
    let files = [
        "jobs/a.html",
        "index.html",
        "sitemap.xml",
        "list/place/york.html",
    ]
    .map(|name| site.place(name));
    let old = files.each_ref().map(|path| make_old(path));
    written(&site, 0);
    assert_eq!(files.each_ref().map(|path| changed(path)), old);
    site.put(
        "b.json",
        &posting(
            "b",
            json!({ "title": "Tree surgeon", "locations": [{ "name": "Leeds" }] }),
        ),
    );
    written(&site, 1);
    let [job, index, ..] = files.each_ref().map(|path| changed(path));
    assert!(job == old[0] && index != old[1]);
}

#[test]
fn other_options_and_missing_pages_are_rendered_again() {
    let site = Site::with_three("options again");
    written(&site, 3);
    fs::remove_file(site.place("jobs/a.html")).unwrap();
    written(&site, 1);
    for other in [&["--loading", "interaction"][..], &["--linked-styles"], &[]] {
        let output = site.render(other);
        let told = told(&output);
        assert!(told.contains("pages written: 3"), "{other:?}: {told}");
    }
    // Pages hold it, and the headers allow it by its hash.
    site.folder.put("page.css", "body { margin: 1rem }");
    written(&site, 3);
    assert!(site.read("jobs/a.html").contains("margin: 1rem"));
}

#[test]
fn a_day_that_changes_a_page_renders_it_again() {
    let site = Site::with_three("days");
    let on = |day: &str| {
        let (out, manifest) = (site.folder.path("out"), site.folder.path("manifest.json"));
        let arguments = [
            "render",
            site.postings.to_str().unwrap(),
            "--out",
            &out,
            "--url",
            URL,
            "--manifest",
            &manifest,
            "--assets",
            "./widget/",
            "--as-of",
            day,
        ];
        told(&crate::job_posting(&arguments))
    };
    assert!(on("2026-10-30").contains("pages written: 3"));
    assert!(on("2026-10-31").contains("pages written: 0"));
    // The last day for one of them is over.
    assert!(on("2026-11-01").contains("pages written: 1"));
    assert!(
        site.read("jobs/c.html")
            .contains("no longer takes applications")
    );
    assert!(on("2026-10-31").contains("pages written: 1"));
}

#[test]
fn a_lost_or_damaged_state_costs_time_only() {
    let site = Site::with_three("damaged");
    written(&site, 3);
    let state = site.place(".job-posting/state-1-of-1");
    let text = fs::read_to_string(&state).unwrap();
    let cut = &text[..text.len() / 2];
    let other = text.replace("Junior", "Senior");
    for damaged in ["", cut, &other, "\0\0", &text[..text.len() - 3]] {
        fs::write(&state, damaged).unwrap();
        written(&site, 3);
        written(&site, 0);
    }
    fs::remove_dir_all(site.place(".job-posting")).unwrap();
    written(&site, 3);
}

#[test]
fn an_interrupted_run_is_not_trusted() {
    let site = Site::with_three("interrupted");
    written(&site, 3);
    for unfinished in ["unfinished-1-of-1", "unfinished-2-of-3"] {
        fs::write(site.place(".job-posting").join(unfinished), "").unwrap();
        written(&site, 3);
        written(&site, 0);
    }
}

#[test]
fn pages_of_removed_postings_go_and_other_files_stay() {
    let site = Site::with_three("removed");
    site.render(&[]);
    fs::write(site.place("jobs/own.html"), "not ours").unwrap();
    fs::remove_file(site.postings.join("b.json")).unwrap();
    site.render(&[]);
    let files = site.files();
    let gone = [
        "jobs/b.html",
        "list/place/leeds.html",
        "list/place.html",
        "list/word/tree.html",
    ];
    assert!(
        gone.iter().all(|name| !files.contains(&(*name).to_owned())),
        "{files:?}"
    );
    assert!(
        files.contains(&"jobs/own.html".to_owned()) && files.contains(&"jobs/a.html".to_owned())
    );
}

#[test]
fn problems_keep_nothing_else_from_being_rendered() {
    let site = Site::with_three("problems");
    site.render(&[]);
    site.put_text("a.json", "{ \"version\": 1, \"id\": \"A\" }");
    fs::write(site.postings.join("more/latin.json"), b"\"\xe9\"").unwrap();
    let output = site.run("out", &[]);
    assert_eq!(output.status.code(), Some(1));
    let message = told(&output);
    for part in [
        "a.json: $.title: is missing",
        "a.json: $.id: is not an id",
        "latin.json: is not in UTF-8",
    ] {
        assert!(message.contains(part), "{message}");
    }
    let files = site.files();
    assert!(
        !files.contains(&"jobs/a.html".to_owned()),
        "its old page would be wrong"
    );
    assert!(files.contains(&"jobs/b.html".to_owned()));
}

#[test]
fn two_postings_with_one_id_are_both_named() {
    let site = Site::with_three("twice");
    site.put("more/d.json", &posting("a", json!({ "title": "Another" })));
    let output = site.run("out", &[]);
    assert_eq!(output.status.code(), Some(1));
    let message = told(&output);
    let line = message.lines().find(|line| line.contains("$.id")).unwrap();
    assert!(
        line.contains("d.json: $.id: is “a”, as in ") && line.contains("a.json, so neither"),
        "{line}"
    );
    assert!(!site.files().contains(&"jobs/a.html".to_owned()));
    site.put("more/d.json", &posting("d", json!({ "title": "Another" })));
    site.render(&[]);
    assert!(site.read("jobs/a.html").contains("Junior gardener"));
}

#[test]
fn watching_renders_what_changes() {
    let site = Site::with_three("watch");
    let (out, manifest) = (site.folder.path("out"), site.folder.path("manifest.json"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_job-posting"))
        .args([
            "render",
            site.postings.to_str().unwrap(),
            "--out",
            &out,
            "--url",
            URL,
        ])
        .args(["--manifest", &manifest, "--assets", "./widget/", "--watch"])
        .current_dir(project())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap())
        .lines()
        .map(Result::unwrap);
    // Each of these waits for the line, which comes or ends the test with the pipe.
    assert!(lines.any(|line| line.starts_with("watching ")));
    site.put("d.json", &posting("d", json!({ "title": "Another" })));
    assert!(lines.any(|line| line.contains("posting files: 4, pages written: 1")));
    assert!(lines.any(|line| line.starts_with("watching ")));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(site.read("jobs/d.html").contains("Another"));
}
