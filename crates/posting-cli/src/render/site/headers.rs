//! `_headers`, which Netlify and Cloudflare Pages read: how long each file is kept, and what its
//! pages may do. Its rules are those of the built files, for the folders of a site.
//!
//! Both hosts join a header that two rules give to one file, so no two rules here do.

use super::Site;
use super::assets::Assets;
use crate::error::Error;

const PAGES: &str = "no-cache";
const STABLE: &str = "public, max-age=300";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Writes the file.
pub fn write(site: &Site<'_>) -> Result<(), Error> {
    let mut styles = site.styles_elsewhere();
    styles.extend(site.styles.policy());
    let has_style = site.styles.widget.is_none();
    site.put(
        "_headers",
        text(&site.assets, &styles, has_style).as_bytes(),
    )
}

/// The text for a site with these built files, whose pages need these sources of style sheets besides
/// its own; `has_style` says whether the site's own is a file of it.
fn text(assets: &Assets, styles: &[String], has_style: bool) -> String {
    let mut text = String::from(
        "# For Netlify and Cloudflare Pages, read from the root of the host: where the site is a\n\
         # folder of it, put the folder in front of each path.\n",
    );
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        text += &format!("\n{path}\n");
        for (name, value) in headers {
            text += &format!("  {name}: {value}\n");
        }
    };
    rule(
        "/*",
        &[
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ],
    );
    let policy = policy(assets.origin(), styles);
    let page = [
        ("Cache-Control", PAGES),
        ("Content-Security-Policy", policy.as_str()),
    ];
    for path in ["/", "/index.html", "/jobs/*", "/list/*"] {
        rule(path, &page);
    }
    let style = has_style.then_some("/site.css");
    let stable = ["/search.js", "/search/*", "/sitemap*"];
    for path in style.into_iter().chain(stable) {
        rule(path, &[("Cache-Control", STABLE)]);
    }
    rule(
        "/feed.xml",
        &[
            ("Cache-Control", STABLE),
            ("Content-Type", "application/rss+xml; charset=utf-8"),
        ],
    );
    rule(
        "/feed.json",
        &[
            ("Cache-Control", STABLE),
            ("Content-Type", "application/feed+json"),
        ],
    );
    for name in assets.copied() {
        let cache = if is_hashed(name) { FOR_EVER } else { STABLE };
        rule(
            &format!("/{}{name}", Assets::FOLDER),
            &[("Cache-Control", cache)],
        );
    }
    text
}

/// What a page may do: load its own files, run the widget, and nothing else.
fn policy(assets: Option<&str>, styles: &[String]) -> String {
    let assets = assets.map_or_else(String::new, |origin| format!(" {origin}"));
    let mut style = format!("'self'{assets}");
    for source in styles {
        if !style.split(' ').any(|known| known == source) {
            style += &format!(" {source}");
        }
    }
    format!(
        "default-src 'none'; script-src 'self'{assets} 'wasm-unsafe-eval'; connect-src 'self'{assets}; \
         style-src {style}; img-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// Whether a name has a part of its content's hash in it: `job-posting-` and 16 hexadecimal digits.
fn is_hashed(name: &str) -> bool {
    let digits = name
        .strip_prefix("job-posting-")
        .and_then(|rest| rest.get(..16));
    digits.is_some_and(|digits| {
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_given_a_header_twice() {
        let assets = Assets::for_test(&["job-posting-0123456789abcdef.css", "job-posting.js"]);
        let text = text(&assets, &[], true);
        let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            match (line.strip_prefix("  "), rules.last_mut()) {
                (Some(header), Some((_, names))) => names.push(header.split(':').next().unwrap()),
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
        assert!(text.contains(
            "0123456789abcdef.css\n  Cache-Control: public, max-age=31536000, immutable"
        ));
        assert!(text.contains("/widget/job-posting.js\n  Cache-Control: public, max-age=300"));
    }

    #[test]
    fn other_origins_are_named_once() {
        let styles = [
            "https://cdn.example".to_owned(),
            "https://fonts.example".to_owned(),
        ];
        let policy = policy(Some("https://cdn.example"), &styles);
        assert!(policy.contains("script-src 'self' https://cdn.example 'wasm-unsafe-eval'; connect-src 'self' https://cdn.example;"));
        assert!(
            policy.contains("style-src 'self' https://cdn.example https://fonts.example;"),
            "{policy}"
        );
    }
}
