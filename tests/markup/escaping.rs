//! That text stays text: a posting written by an attacker shows what it says, and the
//! markup holds nothing that a strict content security policy would block.

use serde_json::{Value, json};

use crate::{Page, every_markup, render, render_broken};

/// What every text field of the hostile posting holds, with its own name in front.
const HOSTILE: &str =
    r#"<script>alert("1")</script><img src=x onerror='alert(2)'>&lt;b&gt; " onclick="alert(3)"#;

fn hostile(field: &str) -> String {
    format!("{field} {HOSTILE}")
}

/// A posting in which every field that takes text attacks.
fn hostile_posting() -> Value {
    json!({
        "version": 1,
        "id": "hostile",
        "title": hostile("title"),
        "organization": {
            "name": hostile("organization"),
            "team": hostile("team"),
            "url": "https://example.org/?a=%22%3E%3Cscript%3E&b='1'",
        },
        "locations": [{ "name": hostile("location"), "country": "US" }],
        "program": { "weeks": 12, "season": hostile("season"), "startDates": ["2026-05-18"] },
        "about": [[
            hostile("about"),
            { "text": hostile("link"), "href": "mailto:jobs@example.org?subject=a&body=b" },
        ]],
        "responsibilities": [hostile("responsibility")],
        "qualifications": {
            "minimum": [
                hostile("minimum"),
                { "text": hostile("study"), "rule": { "enrolledIn": [hostile("field")] } },
            ],
            "preferred": [hostile("preferred")],
        },
        "sections": [{ "title": hostile("section"), "body": [hostile("body"), { "list": [hostile("item")] }] }],
        "application": {
            "url": "https://example.org/apply",
            "limit": { "positions": 2, "scope": hostile("scope") },
        },
        "privacyPolicy": { "url": "https://example.org/privacy" },
    })
}

#[test]
fn hostile_text_is_shown_as_text() {
    let root = render(&hostile_posting().to_string(), Page::default());
    for field in [
        "title",
        "organization",
        "team",
        "location",
        "season",
        "about",
        "link",
        "responsibility",
        "minimum",
        "study",
        "field",
        "preferred",
        "section",
        "body",
        "item",
        "scope",
    ] {
        let text = hostile(field);
        assert!(
            root.text().contains(&text),
            "{field} is not shown as it stands"
        );
    }
    let tags = root.find(|node| ["script", "img", "b"].contains(&node.tag.as_str()));
    assert!(tags.is_empty(), "text became <{}>", tags[0].tag);
}

#[test]
fn hostile_problems_are_shown_as_text() {
    let mut posting = hostile_posting();
    posting["employmentType"] = json!(HOSTILE);
    posting[HOSTILE] = json!(1);
    let root = render_broken(&posting.to_string());
    assert!(root.text().contains("<script>"), "{}", root.text());
    assert!(root.find(|node| node.tag == "script").is_empty());
}

#[test]
fn links_lead_to_https_and_mail_and_leave_the_page_alone() {
    let hostile = render(&hostile_posting().to_string(), Page::default());
    let mut links = 0;
    for (name, root) in every_markup()
        .into_iter()
        .chain([("hostile".to_owned(), hostile)])
    {
        for link in root.find(|node| node.tag == "a") {
            let href = link.attribute("href").unwrap_or_default();
            let is_safe = href.starts_with("https://") || href.starts_with("mailto:");
            assert!(is_safe, "{name}: {href}");
            assert_eq!(link.attribute("target"), Some("_blank"), "{name}: {href}");
            assert!(link.has_word("rel", "noopener"), "{name}: {href}");
            links += 1;
        }
    }
    assert!(links > 15, "only {links} links were looked at");
}

#[test]
fn a_link_that_runs_code_is_refused_with_the_posting() {
    for href in [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://example.org/",
        "//example.org",
    ] {
        let mut posting = hostile_posting();
        posting["about"] = json!([[{ "text": "here", "href": href }]]);
        let root = render_broken(&posting.to_string());
        assert!(
            root.text().contains("$.about[0][0].href"),
            "{href}: {}",
            root.text()
        );
        assert!(root.find(|node| node.tag == "a").is_empty());
    }
}

/// `style-src 'self'` and `script-src 'self'` (CSP Level 3, section 6.6.2) block inline styles and
/// handlers, and a blocked style shows as a broken page only where the policy is on.
#[test]
fn nothing_needs_a_lenient_policy() {
    for (name, root) in every_markup() {
        for node in root.all() {
            assert!(
                !["script", "style", "link", "iframe", "object", "base"]
                    .contains(&node.tag.as_str()),
                "{name}: <{}>",
                node.tag
            );
            for (attribute, value) in node.attributes() {
                let is_inline = attribute == "style" || attribute.starts_with("on");
                assert!(!is_inline, "{name}: <{} {attribute}={value:?}>", node.tag);
            }
        }
    }
}
