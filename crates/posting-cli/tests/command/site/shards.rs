//! A site that several machines write together.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::{Site, files, posting, told};

#[track_caller]
fn render(site: &Site, out: &str, shard: &str) -> String {
    let output = site.run(out, &["--shard", shard]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    told(&output)
}

fn many(test: &str) -> Site {
    let site = Site::with_three(test);
    for number in 0..120 {
        let id = format!("p{number}");
        let fields = json!({ "title": format!("Gardener {}", ["north", "south"][number % 2]) });
        site.put(&format!("{id}.json"), &posting(&id, fields));
    }
    site
}

#[test]
fn the_shares_are_the_whole_site_byte_for_byte() {
    let site = many("shards");
    render(&site, "whole", "1/1");
    let whole = files(Path::new(&site.folder.path("whole")));
    let mut together = std::collections::BTreeMap::new();
    for shard in ["1/3", "2/3", "3/3"] {
        let name = shard.replace('/', "-");
        render(&site, &name, shard);
        let share = files(Path::new(&site.folder.path(&name)));
        assert!(
            share.len() < whole.len() / 2 && share.len() > whole.len() / 6,
            "{}",
            share.len()
        );
        for (path, content) in share {
            assert!(
                together.insert(path.clone(), content).is_none(),
                "{path} is written twice"
            );
        }
    }
    assert_eq!(
        together.keys().collect::<Vec<_>>(),
        whole.keys().collect::<Vec<_>>()
    );
    assert!(together == whole);
}

#[test]
fn a_site_of_shares_can_be_continued_by_one_machine() {
    let site = many("shards continued");
    for shard in ["1/2", "2/2"] {
        render(&site, "out", shard);
    }
    assert!(render(&site, "out", "2/2").contains(" 0 pages written"));
    fs::remove_file(site.postings.join("a.json")).unwrap();
    assert!(render(&site, "out", "1/1").contains(" 0 pages written"));
    assert!(!site.files().contains(&"jobs/a.html".to_owned()));
    let left = fs::read_dir(site.place(".job-posting")).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["state-1-of-1"]);
}
