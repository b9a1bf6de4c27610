//! How each file of `dist/` is served: for how long it is kept, what type it has, what it may do.
//!
//! This is the only place that says so. The file for each kind of host is written from it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// Headers of every answer. The files are public and meant for pages of other origins, so any page
/// may read them (Fetch, section 3.2) and embed them under its own isolation (Fetch, section 3.7).
pub const COMMON: [(&str, &str); 3] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// Media types by extension: RFC 9239 for scripts, the WebAssembly Web API for wasm.
pub const TYPES: [(&str, &str); 12] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("md", "text/markdown; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("woff2", "font/woff2"),
];

/// Files that are served alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Named by their content: another content has another name.
    Hashed,
    /// Whose name stays while the content changes with each version: loader, frame script, postings.
    Stable,
    /// The page that stands in a frame of other sites.
    FramePage,
    /// All other pages.
    Page,
    /// What belongs to the pages, such as icons.
    Other,
}

/// The folder that a careers page's owner fills.
pub const POSTINGS: &str = "postings";

/// The page for frames.
pub const FRAME_PAGE: &str = "embed.html";

impl Group {
    /// Every group. A file belongs to the first that [holds](Self::holds) it.
    pub const ALL: [Self; 5] = [
        Self::Hashed,
        Self::Stable,
        Self::FramePage,
        Self::Page,
        Self::Other,
    ];

    /// The group of a file.
    pub fn of(path: &str) -> Self {
        let found = Self::ALL.into_iter().find(|group| group.holds(path));
        found.unwrap_or(Self::Other)
    }

    /// What a reader of the host's configuration should know.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Hashed => "Named by their content, so they never change",
            Self::Stable => "These names stay: a new version is seen after five minutes",
            Self::FramePage => {
                "The page for frames; name your careers pages in frame-ancestors instead of *"
            }
            Self::Page => "Pages ask each time whether they are current",
            Self::Other => "Icons and the like",
        }
    }

    /// The value of `Cache-Control` (RFC 9111, section 5.2.2; RFC 8246 for `immutable`).
    pub fn cache(self) -> &'static str {
        match self {
            Self::Hashed => "public, max-age=31536000, immutable",
            Self::Stable => "public, max-age=300",
            Self::FramePage | Self::Page => "no-cache",
            Self::Other => "public, max-age=3600",
        }
    }

    /// The value of `Content-Security-Policy`, for pages. Those that `job-posting render` writes hold
    /// style sheets, which are allowed by their hashes.
    pub fn policy(self, held: &HeldStyles) -> Option<String> {
        let (styles, ancestors) = match self {
            Self::FramePage => ("", "*"),
            Self::Page => (held.sources.as_str(), "'self'"),
            Self::Hashed | Self::Stable | Self::Other => return None,
        };
        let policy = POLICY.replace("style-src 'self'", &format!("style-src 'self'{styles}"));
        Some(format!("{policy}; frame-ancestors {ancestors}"))
    }

    /// A regular expression, understood alike by PCRE and RE2, for the paths of this group that no
    /// earlier group holds; `None` for the group of all the rest.
    pub fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Hashed => Some(r"/job-posting-[0-9a-f]{16}[^/]*$"),
            Self::Stable => Some(r"\.(js|mjs|css|json)$"),
            Self::FramePage => Some(r"/embed(\.html)?$"),
            Self::Page => Some(r"(/|\.html)$"),
            Self::Other => None,
        }
    }

    /// The same rule as [`pattern`](Self::pattern), for a path that begins with a slash.
    fn holds(self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        let ends = |extensions: &[&str]| {
            let extension = name.rsplit_once('.').map(|(_, extension)| extension);
            extension.is_some_and(|extension| extensions.contains(&extension))
        };
        match self {
            Self::Hashed => is_hashed(name),
            Self::Stable => ends(&["js", "mjs", "css", "json"]),
            Self::FramePage => name == FRAME_PAGE || name == "embed",
            Self::Page => name.is_empty() || ends(&["html"]),
            Self::Other => true,
        }
    }
}

/// What a page of ours may do: load our own files, run the widget, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The style sheets that rendered pages hold.
pub struct HeldStyles {
    /// What `style-src` names for them, each with a blank before it.
    sources: String,
}

impl HeldStyles {
    /// Those with these texts.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let source = |text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        Self {
            sources: texts.into_iter().map(source).collect(),
        }
    }
}

/// The media type of a path, if we know it.
pub fn media_type(path: &str) -> Option<&'static str> {
    if path.ends_with('/') {
        return media_type("index.html");
    }
    let (_, extension) = path.rsplit_once('.')?;
    let mut known = TYPES.iter();
    known
        .find(|(other, _)| *other == extension)
        .map(|(_, media_type)| *media_type)
}

/// Whether a name is `job-posting-`, 16 hexadecimal digits, and something.
fn is_hashed(name: &str) -> bool {
    let digits = name
        .strip_prefix("job-posting-")
        .and_then(|rest| rest.get(..16));
    let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    digits.is_some_and(|digits| digits.chars().all(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Group) {
        assert_eq!(Group::of(path), expected, "{path}");
    }

    #[test]
    fn each_file_has_its_group() {
        check("/job-posting-4e1ea8e977ecc356.js", Group::Hashed);
        check("/jobs/job-posting-5e3e53e24f997516_bg.wasm", Group::Hashed);
        check("/job-posting-990979838b09ccb6.css", Group::Hashed);
        check("/job-posting.js", Group::Stable);
        // Begins like a hashed name, and is none: it changes with each version.
        check("/job-posting-frame.js", Group::Stable);
        check("/postings/one.json", Group::Stable);
        check("/embed.html", Group::FramePage);
        check("/jobs/embed", Group::FramePage);
        check("/", Group::Page);
        check("/jobs/index.html", Group::Page);
        check("/icon.svg", Group::Other);
        check("/job-posting-4e1ea8e977ecc35.svg", Group::Other);
    }

    #[test]
    fn only_what_never_changes_is_kept_for_ever() {
        for group in Group::ALL {
            let is_kept = group.cache().contains("immutable");
            assert_eq!(is_kept, group == Group::Hashed, "{group:?}");
        }
    }

    #[test]
    fn pages_and_only_pages_have_a_policy() {
        for group in Group::ALL {
            let is_page = matches!(group, Group::Page | Group::FramePage);
            let policy = group.policy(&HeldStyles::new([]));
            assert_eq!(policy.is_some(), is_page, "{group:?}");
        }
    }

    #[test]
    fn pages_may_hold_these_styles_and_the_frame_none() {
        let held = HeldStyles::new([&b"p { color: red }"[..], b"body { margin: 0 }"]);
        // By `openssl dgst -sha256 -binary | base64`.
        let sources = "; style-src 'self' 'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4=' \
                       'sha256-mX+s7KJgWpgxJola85xdpAFPBQaV091gzM2oPjgTW2w='; ";
        let policy = |group: Group| group.policy(&held).unwrap();
        let page = policy(Group::Page);
        assert!(page.contains(sources), "{page}");
        assert!(policy(Group::FramePage).contains("; style-src 'self'; "));
    }

    #[test]
    fn types_are_known_by_extension() {
        assert_eq!(media_type("/a_bg.wasm"), Some("application/wasm"));
        assert_eq!(media_type("/jobs/"), Some("text/html; charset=utf-8"));
        assert_eq!(media_type("/embed"), None);
    }
}
