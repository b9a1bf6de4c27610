//! schema.org's `JobPosting` as JSON-LD.

use posting::date::CivilDate;
use posting::posting::Posting;
use posting::schema_org::{self, Listing};

use super::outline::{Body, Words, inner_line, one_line, outline};

/// The posting as a JSON-LD document, ready to be put between script tags.
pub fn write(posting: &Posting, today: CivilDate) -> String {
    let application = posting.application();
    let url = application.and_then(|application| application.url.as_ref());
    let url = url.map(|url| url.as_str());
    let mut document = schema_org::job_posting(
        posting,
        Listing {
            description: &description(posting),
            url: url.filter(|url| !url.starts_with("mailto:")),
            published: today,
        },
    );
    if let Some(members) = document.as_object_mut() {
        // The description has to be complete, so that these would say it a second time.
        members.remove("responsibilities");
        members.remove("qualifications");
    }
    // In a script element nothing but this sign can end the script.
    format!("{document:#}\n").replace('<', "\\u003c")
}

/// The texts in the few tags that readers of structured data know.
fn description(posting: &Posting) -> String {
    let mut markup = String::new();
    for part in outline(posting) {
        if let Some(title) = &part.title {
            markup.push_str(&format!(
                "<p><strong>{}</strong></p>",
                escaped(&one_line(title))
            ));
        }
        for body in &part.body {
            match body {
                Body::Paragraph(words) => markup.push_str(&format!("<p>{}</p>", line(words))),
                Body::List(items) => {
                    let items = items.iter().map(|item| format!("<li>{}</li>", line(item)));
                    markup.push_str(&format!("<ul>{}</ul>", items.collect::<String>()));
                }
            }
        }
    }
    markup
}

fn line(words: &Words) -> String {
    let pieces = words.iter().map(|piece| {
        let mut markup = match &piece.url {
            None => escaped(&inner_line(&piece.text)),
            Some(url) => format!(
                "<a href=\"{}\">{}</a>",
                escaped(url),
                escaped(&one_line(&piece.text))
            ),
        };
        for (is_set, tag) in [(piece.emphasis, "em"), (piece.strong, "strong")] {
            if is_set {
                markup = format!("<{tag}>{markup}</{tag}>");
            }
        }
        markup
    });
    pieces.collect()
}

/// Text for content and quoted attributes (HTML, section 13.3).
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
