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
    for piece in words {
        match piece {
            Piece::Text(text) => line.push_str(&escaped(text)),
            Piece::Link { text, url } => {
                if let Some(before) = line.strip_suffix('!') {
                    // The mark would make an image of the link (section 6.4).
                    line = format!("{before}\\!");
                }
                // A posting's link has no blanks, brackets or backslashes in it; between angle
                // brackets only references to characters mean something (sections 6.3 and 2.5).
                let url = url.replace('&', "&amp;");
                line.push_str(&format!("[{}](<{url}>)", escape_markdown(text)));
            }
        }
    }
    line.trim().to_owned()
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
