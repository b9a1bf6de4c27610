//! What is exported can be imported again, as far as each format can hold it; and no text of a
//! posting becomes anything else.

mod generate;
mod held;
mod rendered;

use posting::document::Document;
use posting::statement::escape_markdown;
use posting_import::Options;
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use generate::document;
use held::held;

fn today() -> CivilDate {
    CivilDate::parse_iso("2026-03-02").unwrap()
}

#[track_caller]
fn exported(document: &Document, format: Format) -> String {
    let posting = Posting::from_json(&document.to_json().unwrap()).unwrap();
    export(&posting, format, today())
}

/// The posting that an import makes of an export.
#[track_caller]
fn imported(text: &str, format: Format) -> Document {
    let options = Options {
        format: Some(match format {
            Format::JsonLd => posting_import::Format::SchemaOrg,
            Format::Markdown => posting_import::Format::Markdown,
            Format::Text => posting_import::Format::Text,
            Format::JsonResume => posting_import::Format::Json,
        }),
        ..Options::default()
    };
    let import = posting_import::import(text.as_bytes(), &options).unwrap();
    serde_json::from_str(&import.postings[0].json).unwrap()
}

#[track_caller]
fn comes_back(document: &Document, format: Format) {
    let text = exported(document, format);
    let again = imported(&text, format);
    assert_eq!(held(&again, format), held(document, format), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markdown_comes_back(document in document()) {
        comes_back(&document, Format::Markdown);
    }

    #[test]
    fn json_ld_comes_back(document in document()) {
        comes_back(&document, Format::JsonLd);
    }

    #[test]
    fn rendered_structured_data_comes_back(document in document()) {
        rendered::comes_back(&document);
    }

    #[test]
    fn text_comes_back(document in document()) {
        comes_back(&document, Format::Text);
    }

    #[test]
    fn json_resume_comes_back(document in document()) {
        // Many systems put HTML into such fields, so that an import reads tags as tags.
        let json = document.to_json().unwrap();
        let json = ["<b>", "</script>", "&amp;"].iter().fold(json, |json, sign| json.replace(sign, "&"));
        comes_back(&serde_json::from_str(&json).unwrap(), Format::JsonResume);
    }
}

/// A posting with hostile text everywhere.
fn hostile() -> Document {
    let evil = "<img src=x onerror=alert(1)> ![a](javascript:b) [c](javascript:d) </script><!-- \n# h\n- i\n---\n`x` \u{1b}[2J &lt; \" ' \\ $";
    let json = serde_json::json!({
        "version": 1, "id": "evil", "title": evil,
        "organization": { "name": evil, "team": evil },
        "locations": [{ "name": evil }],
        "about": [evil, ["look!", { "text": evil, "href": "https://a.example/?b=(c)&d=*&copy;" }, evil]],
        "responsibilities": [evil],
        "qualifications": { "minimum": [evil], "preferred": [evil] },
        "sections": [{ "title": evil, "body": [evil, { "list": [evil] }, { "list": [evil] }] }],
        "program": { "season": evil },
        "application": { "limit": { "positions": 1, "scope": evil } },
    });
    serde_json::from_value(json).unwrap()
}

/// Markdown's own reader finds nothing in it but the outline, with every text as it is.
#[test]
fn no_text_becomes_markdown() {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    let text = exported(&hostile(), Format::Markdown);
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut links = Vec::new();
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(None)
                | Tag::Item
                | Tag::MetadataBlock(_)
                | Tag::HtmlBlock,
            )
            | Event::End(_)
            | Event::Text(_)
            | Event::SoftBreak => {}
            Event::Html(html) => assert_eq!(html.trim(), "<!-- -->"),
            other => panic!("{other:?} in {text}"),
        }
    }
    assert_eq!(links, ["https://a.example/?b=(c)&d=*&copy;"]);
    assert!(!text.contains('\u{1b}'));
}

#[test]
fn structured_data_can_stand_in_a_page() {
    let text = exported(&hostile(), Format::JsonLd);
    assert!(!text.contains('<'), "{text}");
    let json: Value = serde_json::from_str(&text).unwrap();
    let description = json["description"].as_str().unwrap();
    let ours = [
        "p",
        "ul",
        "li",
        "strong",
        "a",
        "a href=\"https://a.example/?b=(c)&amp;d=*&amp;copy;\"",
    ];
    for tag in description.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        assert!(ours.contains(&tag.trim_start_matches('/')), "{tag}");
    }
}

#[test]
fn plain_text_steers_no_terminal_and_has_a_line_for_each_text() {
    let text = exported(&hostile(), Format::Text);
    let mut characters = text.chars();
    assert!(
        characters.all(|it| it == '\n' || !it.is_control()),
        "{text:?}"
    );
    // Title, three labels, three headings with lists, a section with three blocks, the facts.
    assert_eq!(
        text.lines().filter(|line| line.starts_with("# ")).count(),
        5
    );
    assert_eq!(
        text.lines().filter(|line| line.starts_with("- ")).count(),
        8
    );
}

#[test]
fn a_heading_keeps_its_last_sign() {
    assert_eq!(markdown::heading("C#"), "C\\#");
    assert_eq!(
        markdown::heading("# *"),
        format!("\\# {}", escape_markdown("*"))
    );
}

/// The names and kinds of JSON Resume's job description schema.
#[test]
fn json_resume_has_the_schema_s_fields() {
    let json: Value = serde_json::from_str(&exported(&hostile(), Format::JsonResume)).unwrap();
    for (key, value) in json.as_object().unwrap() {
        match key.as_str() {
            "title" | "company" | "type" | "date" | "description" | "salary" => {
                assert!(value.is_string(), "{key}");
            }
            "remote" => assert!(["Full", "Hybrid", "None"].contains(&value.as_str().unwrap())),
            "location" => assert!(value["city"].is_string()),
            "responsibilities" | "qualifications" => {
                assert!(
                    value.as_array().unwrap().iter().all(Value::is_string),
                    "{key}"
                );
            }
            other => panic!("{other} is not in the schema"),
        }
    }
}
