//! Plain text: a line for each paragraph and item, addresses of links beside their words. Headings
//! are marked, or nobody could tell a short one from a paragraph.

use posting::posting::Posting;

use super::outline::{Body, Part, Words, inner_line, one_line, outline};

/// The posting as a text file.
pub fn write(posting: &Posting) -> String {
    let organization = posting.organization();
    let places: Vec<&str> = posting
        .locations()
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    let mut file = format!("{}\n\n", one_line(posting.title()));
    let places = (!places.is_empty()).then(|| places.join(" | "));
    let labelled = [
        ("Organization", Some(organization.name.clone())),
        ("Team", organization.team.clone()),
        ("Location", places),
    ];
    for (label, value) in labelled {
        if let Some(value) = value {
            file.push_str(&format!("{label}: {}\n", one_line(&value)));
        }
    }
    file.push_str(&parts(&outline(posting)));
    file
}

/// Parts one below the other, an empty line before each heading, paragraph and list.
pub fn parts(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        if let Some(title) = &part.title {
            text.push_str(&format!("\n# {}\n", one_line(title)));
        }
        for body in &part.body {
            text.push('\n');
            match body {
                Body::Paragraph(words) => text.push_str(&format!("{}\n", line(words))),
                Body::List(items) => {
                    for item in items {
                        text.push_str(&format!("- {}\n", line(item)));
                    }
                }
            }
        }
    }
    text
}

/// A text in one line.
pub fn line(words: &Words) -> String {
    let pieces = words.iter().map(|piece| match &piece.url {
        None => inner_line(&piece.text),
        Some(url) => format!("{} ({url})", one_line(&piece.text)),
    });
    let line: String = pieces.collect();
    line.trim().to_owned()
}
