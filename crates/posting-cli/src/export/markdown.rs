//! Markdown (CommonMark 0.31) with front matter: facts that site generators and our import know,
//! a line each, quoted as JSON, which is YAML too.

use posting::posting::Posting;
use posting::statement::escape_markdown;

use super::outline::{Body, Piece, Words, inner_line, one_line, outline};

/// The posting as a Markdown file.
pub fn write(posting: &Posting) -> String {
    let mut file = front_matter(posting);
    for part in outline(posting) {
        if let Some(title) = &part.title {
            file.push_str(&format!("\n## {}\n", heading(title)));
        }
        let mut follows_list = false;
        for body in &part.body {
            file.push('\n');
            match body {
                Body::Paragraph(words) => file.push_str(&format!("{}\n", line(words))),
                Body::List(items) => {
                    if follows_list {
                        // Without something between them two lists are one.
                        file.push_str("<!-- -->\n\n");
                    }
                    for item in items {
                        file.push_str(&format!("- {}\n", line(item)));
                    }
                }
            }
            follows_list = matches!(body, Body::List(_));
        }
    }
    file
}

fn front_matter(posting: &Posting) -> String {
    let organization = posting.organization();
    let places: Vec<&str> = posting
        .locations()
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    let application = posting.application();
    let fields = [
        ("title", Some(posting.title().to_owned())),
        ("organization", Some(organization.name.clone())),
        ("team", organization.team.clone()),
        ("location", (!places.is_empty()).then(|| places.join("; "))),
        ("posted", posting.date_posted().map(|day| day.to_string())),
        ("closes", posting.valid_through().map(|day| day.to_string())),
        ("lang", Some(posting.lang().to_owned())),
        (
            "apply",
            application
                .and_then(|application| application.url.as_ref())
                .map(|url| url.as_str().to_owned()),
        ),
    ];
    let mut front_matter = "---\n".to_owned();
    for (key, value) in fields {
        if let Some(value) = value {
            let value = posting::json::quoted(&one_line(&value));
            front_matter.push_str(&format!("{key}: {value}\n"));
        }
    }
    front_matter + "---\n"
}

/// A heading's words: a run of number signs at its end would be taken for its mark (section 4.2).
pub(super) fn heading(title: &str) -> String {
    let escaped = escape_markdown(title);
    match escaped.strip_suffix('#') {
        Some(before) => format!("{before}\\#"),
        None => escaped,
    }
}

fn line(words: &Words) -> String {
    let mut line = String::new();
    for (index, piece) in words.iter().enumerate() {
        let written = match &piece.url {
            None => escaped(&piece.text),
            Some(url) => {
                if let Some(before) = line.strip_suffix('!') {
                    // The mark would make an image of the link (section 6.4).
                    line = format!("{before}\\!");
                }
                // A posting's link has no blanks, brackets or backslashes in it; between angle
                // brackets only references to characters mean something (sections 6.3 and 2.5).
                let url = url.replace('&', "&amp;");
                format!("[{}](<{url}>)", escape_markdown(&piece.text))
            }
        };
        if piece.is_set_apart() {
            let inner = written.trim();
            let before = written.len() - written.trim_start().len();
            let after = written.len() - written.trim_end().len();
            line.push_str(&" ".repeat(before));
            let stands_free = line.is_empty() || line.ends_with(' ');
            let free = stands_free && (after > 0 || ends_before(words.get(index + 1)));
            line.push_str(&set_apart(inner, piece, free));
            line.push_str(&" ".repeat(after));
        } else {
            line.push_str(&written);
        }
    }
    line.trim().to_owned()
}

/// Whether an asterisk before this piece ends what stands before the asterisk (section 6.2).
fn ends_before(next: Option<&Piece>) -> bool {
    let Some(next) = next else {
        return true;
    };
    let ends = |first: char| first.is_whitespace() || matches!(first, '.' | ',' | ';' | ':' | '?');
    !next.is_set_apart() && next.text.starts_with(ends)
}

/// Asterisks where they stand free; tags within words, where asterisks may mean themselves.
fn set_apart(inner: &str, piece: &Piece, free: bool) -> String {
    let mut written = inner.to_owned();
    let marks = [(piece.emphasis, "*", "em"), (piece.strong, "**", "strong")];
    for (is_set, mark, tag) in marks {
        written = match (is_set, free) {
            (false, _) => written,
            (true, true) => format!("{mark}{written}{mark}"),
            (true, false) => format!("<{tag}>{written}</{tag}>"),
        };
    }
    written
}

/// A text as it stands, with a blank at either end where it has one.
fn escaped(text: &str) -> String {
    let line = inner_line(text);
    let inner = line.trim();
    if inner.is_empty() {
        return line;
    }
    let before = line.len() - line.trim_start().len();
    let after = line.len() - line.trim_end().len();
    format!(
        "{}{}{}",
        " ".repeat(before),
        escape_markdown(inner),
        " ".repeat(after)
    )
}
