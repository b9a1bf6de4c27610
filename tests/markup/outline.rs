//! That headings continue the outline of the page around the widget.

use crate::scan::Node;
use crate::{BUNDLED, Page, file, render};

/// The levels of all headings, in order.
fn levels(root: &Node) -> Vec<u8> {
    let headings = root.find(|node| node.tag.len() == 2 && node.tag.starts_with('h'));
    let level = |node: &&Node| node.attribute("aria-level").unwrap().parse().unwrap();
    headings.iter().map(level).collect()
}

#[track_caller]
fn check(name: &str, heading_level: u8) {
    let page = Page {
        heading_level,
        ..Page::default()
    };
    let levels = levels(&render(&file(name), page));
    let context = format!("{name} from {heading_level}: {levels:?}");
    assert_eq!(levels.first(), Some(&heading_level), "{context}");
    assert!(levels.len() > 6, "{context}");
    for pair in levels.windows(2) {
        assert!(pair[1] > heading_level && pair[1] <= 6, "{context}");
        assert!(pair[1] <= pair[0] + 1, "a level is left out: {context}");
    }
}

#[test]
fn levels_continue_from_the_page_without_a_gap() {
    for name in BUNDLED {
        for heading_level in 1..=4 {
            check(name, heading_level);
        }
    }
}

/// A jump or an error summary moves the focus to a heading, which needs a `tabindex` for it.
#[test]
fn headings_with_an_id_can_take_the_focus() {
    let root = render(
        &file("tiktok-ecommerce-strategy-intern-2026"),
        Page::default(),
    );
    let named = root.find(|node| node.tag.starts_with('h') && node.attribute("id").is_some());
    assert!(named.len() > 8, "{}", named.len());
    for heading in named {
        assert_eq!(
            heading.attribute("tabindex"),
            Some("-1"),
            "{}",
            heading.text()
        );
    }
}

/// It is a region beside the steps and no part of the last one.
#[test]
fn the_draft_is_on_the_level_of_the_steps() {
    let root = render(&file(BUNDLED[0]), Page::default());
    let draft = root.part("draft");
    let step = root.find(|node| node.attribute("id") == Some("step-1"));
    assert_eq!(
        levels(draft),
        [step[0]
            .attribute("aria-level")
            .unwrap()
            .parse::<u8>()
            .unwrap()]
    );
}
