//! What `dist/` brings along for static hosts: a file of headers or a snippet of configuration for
//! each kind of host, all written from the one table in `rules`.
//!
//! Also the copy of the loader that is named by its content, for pages that pin a version.

mod caddy;
mod github;
mod headers;
mod nginx;
mod rules;

use std::path::{Path, PathBuf};

use crate::assemble::Asset;
use crate::error::Error;
use rules::HeldStyles;

/// The folder of `dist/` that holds the snippets. Only `_headers` has a place given by its hosts.
const FOLDER: &str = "hosting";

/// The style sheet of pages, and how the name of the studio's ends.
const PAGE_STYLE: &str = "page.css";
const STUDIO_STYLE: &str = "_studio.css";
const LIST_STYLE: &[u8] = include_bytes!("../../../crates/posting-cli/src/render/site/site.css");

/// The script that careers pages include.
const LOADER: &str = "job-posting.js";

/// Writes everything for hosts into the folder of the finished site.
pub fn write(site: &Path) -> Result<(), Error> {
    let pinned = pinned_loader(site)?;
    write_file(&site.join(&pinned.name), &pinned.content)?;
    let folder = site.join(FOLDER);
    std::fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
    let held = held_styles(site)?;
    let snippets = [
        ("pin.html", format!("{}\n", pinned_tag(site)?)),
        ("nginx.conf", nginx::snippet(&held)),
        ("Caddyfile", caddy::snippet(&held)),
        ("github-pages.yml", github::workflow()),
    ];
    for (name, text) in snippets {
        write_file(&folder.join(name), text.as_bytes())?;
    }
    let names = files(site)?;
    write_file(
        &site.join("_headers"),
        headers::file(&names, &held).as_bytes(),
    )
}

/// The style sheets that `job-posting render` writes into pages: the widget's, that of pages, and that
/// of a site's lists, which is in no file here.
fn held_styles(site: &Path) -> Result<HeldStyles, Error> {
    let loaded = loaded_files(site)?.into_iter();
    let of_widget = loaded.filter(|name| name.ends_with(".css") && !name.ends_with(STUDIO_STYLE));
    let mut texts = Vec::new();
    for name in of_widget.chain([PAGE_STYLE.to_owned()]) {
        let path = site.join(name);
        texts.push(std::fs::read(&path).map_err(Error::file("read", &path))?);
    }
    let texts = texts.iter().map(Vec::as_slice).chain([LIST_STYLE]);
    Ok(HeldStyles::new(texts))
}

/// The tag that pins the version in `site`: with it a page runs this loader or none. The address
/// before the name is the host's to fill in.
pub fn pinned_tag(site: &Path) -> Result<String, Error> {
    let Asset {
        name, integrity, ..
    } = pinned_loader(site)?;
    Ok(format!(
        "<script type=\"module\" src=\"https://…/{name}\" integrity=\"{integrity}\" crossorigin></script>"
    ))
}

/// The names of the files that the loader asks for, which lie next to it.
pub fn loaded_files(site: &Path) -> Result<Vec<String>, Error> {
    let pinned = pinned_loader(site)?.name;
    let names = files(site)?.into_iter();
    let names = names.filter_map(|path| path.strip_prefix('/').map(str::to_owned));
    let is_loaded = |name: &String| {
        rules::Group::of(&format!("/{name}")) == rules::Group::Hashed && *name != pinned
    };
    Ok(names
        .filter(|name| !name.contains('/'))
        .filter(is_loaded)
        .collect())
}

/// The loader under a name of its own. It finds its files next to itself, under either name.
fn pinned_loader(site: &Path) -> Result<Asset, Error> {
    let path = site.join(LOADER);
    let content = std::fs::read(&path).map_err(Error::file("read", &path))?;
    Ok(Asset::new("job-posting-{}.js", content))
}

/// The paths of all files below the folder, with a slash in front of each, in order.
pub fn files(site: &Path) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut folders = vec![(site.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(Error::file("list", &folder))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = file_name(&path);
            if path.is_dir() {
                folders.push((path, format!("{prefix}/{name}")));
            } else {
                found.push(format!("{prefix}/{name}"));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn write_file(path: &PathBuf, content: &[u8]) -> Result<(), Error> {
    std::fs::write(path, content).map_err(Error::file("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::Group;

    /// A text of each kind, for a site with one file of each group.
    fn texts() -> [(&'static str, String); 3] {
        let site = [
            "/icon.svg",
            "/job-posting-0123456789abcdef.js",
            "/job-posting.js",
            "/embed.html",
            "/index.html",
        ];
        let site = site.map(str::to_owned);
        let held = held();
        [
            ("_headers", headers::file(&site, &held)),
            ("nginx.conf", nginx::snippet(&held)),
            ("Caddyfile", caddy::snippet(&held)),
        ]
    }

    fn held() -> HeldStyles {
        HeldStyles::new([&b"p { color: red }"[..]])
    }

    #[test]
    fn each_host_is_told_about_each_group() {
        for (name, text) in texts() {
            for group in Group::ALL {
                assert!(text.contains(group.cache()), "{name}: {group:?}");
                if let Some(policy) = group.policy(&held()) {
                    assert!(text.contains(&policy), "{name}: {group:?}");
                }
            }
            for (header, value) in rules::COMMON {
                assert!(
                    text.contains(header) && text.contains(value),
                    "{name}: {header}"
                );
            }
        }
    }

    #[test]
    fn each_snippet_names_each_pattern_and_type() {
        for text in [nginx::snippet(&held()), caddy::snippet(&held())] {
            for pattern in Group::ALL.into_iter().filter_map(Group::pattern) {
                assert!(text.contains(pattern), "{pattern} is not in\n{text}");
            }
            for (extension, media_type) in rules::TYPES {
                let bare = media_type.trim_end_matches("; charset=utf-8");
                assert!(
                    text.contains(extension) && text.contains(bare),
                    "{extension}"
                );
            }
        }
    }

    #[test]
    fn a_site_gets_its_files_and_a_loader_to_pin() {
        let site = std::env::temp_dir().join(format!("xtask hosting {}", std::process::id()));
        std::fs::create_dir_all(site.join("postings")).unwrap();
        std::fs::write(site.join(LOADER), "the loader").unwrap();
        std::fs::write(site.join("postings/one.json"), "{}").unwrap();
        std::fs::write(site.join("index.html"), "").unwrap();
        std::fs::write(site.join("page.css"), "body { margin: 0 }").unwrap();
        let style = "job-posting-0123456789abcdef.css";
        std::fs::write(site.join(style), "p { color: red }").unwrap();
        let studio = "job-posting-0123456789abcdef_studio.css";
        std::fs::write(site.join(studio), "").unwrap();
        write(&site).unwrap();
        let tag = pinned_tag(&site).unwrap();
        let pinned = files(&site)
            .unwrap()
            .into_iter()
            .find(|path| Group::of(path) == Group::Hashed && path.ends_with(".js"))
            .unwrap();
        assert_eq!(
            std::fs::read(site.join(&pinned[1..])).unwrap(),
            b"the loader"
        );
        assert!(
            tag.contains(&pinned) && tag.contains("integrity=\"sha384-"),
            "{tag}"
        );
        let headers = std::fs::read_to_string(site.join("_headers")).unwrap();
        assert!(headers.contains(&format!("\n{pinned}\n")), "{headers}");
        let held = [&b"p { color: red }"[..], b"body { margin: 0 }", LIST_STYLE];
        let policy = Group::Page.policy(&HeldStyles::new(held)).unwrap();
        assert!(headers.contains(&policy), "{policy}\n{headers}");
        std::fs::remove_dir_all(&site).unwrap();
    }
}
