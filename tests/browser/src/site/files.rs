//! What a path of the site holds: a test's own file, a file of the built site, or nothing.

use std::fs;
use std::path::{Component, Path};

use super::Shared;

/// Where pages load the harness's listener from. It has a URL, rather than being inline, so that
/// it also runs under a content security policy of `script-src 'self'`.
pub(crate) const LISTENER_PATH: &str = "/__journey/listen.js";

pub(crate) const LISTENER: &str = include_str!("../scripts/listen.js");

/// The media type of a path, by its extension (WHATWG MIME Sniffing and RFC 9239 for the names).
pub(super) fn media_type(path: &str) -> &'static str {
    match Path::new(path)
        .extension()
        .and_then(|extension| extension.to_str())
    {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map" | "webmanifest") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The path a static host would serve: a folder's path stands for its index page.
pub(super) fn file_path(path: &str) -> String {
    if path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// The content of a file, or `None` where there is none. Pages come with the listener in front.
pub(super) fn content(shared: &Shared, path: &str) -> Option<Vec<u8>> {
    if path == LISTENER_PATH {
        return Some(LISTENER.into());
    }
    let own = shared.state().files.get(path).cloned();
    let content = own.or_else(|| read(shared.folder.as_deref()?, path))?;
    Some(if path.ends_with(".html") {
        with_listener(content)
    } else {
        content
    })
}

fn read(folder: &Path, path: &str) -> Option<Vec<u8>> {
    let relative = Path::new(path.trim_start_matches('/'));
    let stays_inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if stays_inside {
        fs::read(folder.join(relative)).ok()
    } else {
        None
    }
}

/// Puts the listener after the doctype, before anything of the page can run. The parser moves it
/// into the head (HTML standard, section 13.2.6.4.2) and still heeds the page's own `<html>` and
/// its attributes.
pub(crate) fn with_listener(page: Vec<u8>) -> Vec<u8> {
    const DOCTYPE: &[u8] = b"<!doctype html>";
    let tag = format!("<script src=\"{LISTENER_PATH}\"></script>");
    match page.split_at_checked(DOCTYPE.len()) {
        Some((doctype, rest)) if doctype.eq_ignore_ascii_case(DOCTYPE) => {
            [doctype, tag.as_bytes(), rest].concat()
        }
        _ => [tag.as_bytes(), &page].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_listener_comes_first_but_after_the_doctype() {
        let page = with_listener(b"<!DOCTYPE html><html lang=de>".to_vec());
        let expected =
            "<!DOCTYPE html><script src=\"/__journey/listen.js\"></script><html lang=de>";
        assert_eq!(String::from_utf8_lossy(&page), expected);
        assert!(with_listener(b"<p>".to_vec()).starts_with(b"<script"));
    }

    #[test]
    fn files_outside_the_folder_are_not_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(read(&folder, "/lib.rs").is_some());
        assert!(read(&folder, "/../Cargo.toml").is_none());
    }

    #[test]
    fn a_folder_stands_for_its_index_page() {
        assert_eq!(file_path("/"), "/index.html");
        assert_eq!(file_path("/embed/"), "/embed/index.html");
        assert_eq!(file_path("/a.js"), "/a.js");
    }
}
