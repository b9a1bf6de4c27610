//! `_headers`, which Netlify and Cloudflare Pages read.
//!
//! Its paths know a trailing `*` and nothing finer, and both hosts join a header that two rules
//! give to one file. So files are listed by name, and no header stands in two rules for one file.

use super::FOLDER;
use super::rules::{COMMON, Group, HeldStyles, POSTINGS, media_type};

/// The text for a site with these files, whose pages may hold these styles.
pub fn file(files: &[String], held: &HeldStyles) -> String {
    let mut text = String::from(
        "# For Netlify and Cloudflare Pages, read from the root of the site. Keep the lines of\n\
         # earlier versions as long as you keep their files.\n",
    );
    rule(
        &mut text,
        "/*",
        &COMMON.map(|(name, value)| (name, value.to_owned())),
    );
    let postings = format!("/{POSTINGS}/*");
    rule(&mut text, &postings, &cache(Group::Stable));
    let listed = files.iter().filter(|path| is_listed(path));
    for path in listed {
        let group = Group::of(path);
        let mut headers = cache(group);
        let media_type = media_type(path).map(str::to_owned);
        headers.extend(media_type.map(|value| ("Content-Type", value)));
        headers.extend(
            group
                .policy(held)
                .map(|value| ("Content-Security-Policy", value)),
        );
        for address in addresses(path) {
            rule(&mut text, address, &headers);
        }
    }
    text
}

/// Whether a file has a rule of its own. Postings are covered by their folder, and what is meant
/// for hosts and package managers is no part of the site.
fn is_listed(path: &str) -> bool {
    let apart = [POSTINGS, FOLDER, "npm"];
    let is_apart = apart
        .iter()
        .any(|folder| path.starts_with(&format!("/{folder}/")));
    !is_apart && path != "/_headers"
}

/// The addresses of a file: these hosts also serve pages without their extension.
fn addresses(path: &str) -> Vec<&str> {
    let short = match path.strip_suffix("index.html") {
        Some(folder) => Some(folder),
        None => path.strip_suffix(".html"),
    };
    [path].into_iter().chain(short).collect()
}

fn cache(group: Group) -> Vec<(&'static str, String)> {
    vec![("Cache-Control", group.cache().to_owned())]
}

fn rule(text: &mut String, path: &str, headers: &[(&str, String)]) {
    *text += &format!("\n{path}\n");
    for (name, value) in headers {
        *text += &format!("  {name}: {value}\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> String {
        let files = [
            "/_headers",
            "/embed.html",
            "/hosting/nginx.conf",
            "/index.html",
            "/job-posting-0123456789abcdef_bg.wasm",
            "/npm/index.js",
            "/postings/one.json",
        ];
        file(&files.map(str::to_owned), &HeldStyles::new([]))
    }

    #[test]
    fn pages_are_named_with_and_without_their_extension() {
        let text = sample();
        for address in ["/embed.html", "/embed", "/index.html", "/"] {
            assert!(
                text.contains(&format!("\n{address}\n")),
                "{address} in\n{text}"
            );
        }
    }

    #[test]
    fn no_file_is_given_a_header_twice() {
        let text = sample();
        let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match (line.strip_prefix("  "), rules.last_mut()) {
                (Some(header), Some((_, names))) => names.push(header.split(':').next().unwrap()),
                _ if line.is_empty() => {}
                _ => rules.push((line, Vec::new())),
            }
        }
        for (path, _) in &rules {
            let covers = |rule: &str| match rule.strip_suffix('*') {
                Some(prefix) => path.starts_with(prefix),
                None => rule == *path,
            };
            let given = rules.iter().filter(|(rule, _)| covers(rule));
            let mut names: Vec<&str> = given.flat_map(|(_, names)| names).copied().collect();
            let all = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), all, "{path}: {names:?}");
        }
    }

    #[test]
    fn only_the_site_is_listed() {
        let text = sample();
        for apart in ["nginx.conf", "npm/", "one.json", "/_headers"] {
            assert!(!text.contains(apart), "{apart} in\n{text}");
        }
        assert!(text.contains("/job-posting-0123456789abcdef_bg.wasm\n  Cache-Control: public, max-age=31536000, immutable\n  Content-Type: application/wasm\n"), "{text}");
    }
}
