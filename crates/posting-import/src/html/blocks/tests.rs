//! Small pages and the blocks a reader of them sees.

use super::super::{Tree, parse};
use super::*;
use crate::format::Format;

#[track_caller]
fn check(html: &str, expected: &[(BlockKind, &str)]) {
    let tree = parse(html, Format::Html).unwrap();
    let blocks = read(&tree, Tree::DOCUMENT);
    let shapes: Vec<_> = blocks
        .iter()
        .map(|block| (block.kind, block.plain().into_owned()))
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, text)| (*kind, (*text).to_owned()))
        .collect();
    assert_eq!(shapes, expected);
}

#[test]
fn words_that_style_sets_apart_stay_apart() {
    let paragraph = BlockKind::Paragraph;
    check(
        "<p><span>Posted On</span><!----><span>08 May</span>",
        &[(paragraph, "Posted On 08 May")],
    );
    check(
        "<p><a href=/a>in</a><a href=/b>out</a>",
        &[(paragraph, "in out")],
    );
    check(
        "<p>H<sub>2</sub>O and <b>bo</b>ld",
        &[(paragraph, "H2O and bold")],
    );
}

#[test]
fn a_cell_may_hold_its_text_in_a_paragraph() {
    let paragraph = BlockKind::Paragraph;
    let row = |label: &str, value: &str| {
        format!("<table><tr><td>{label}</td>\n<td>{value}</td></tr></table>")
    };
    let plain = [(paragraph, "Location: York, UK")];
    check(&row("<p>Location</p>", "<p>York, UK</p>"), &plain);
    check(&row("Location", "\n<div><p>York, UK</p></div>\n"), &plain);
    check(
        &row("<p><b>Location</b></p>", "York,<br>UK"),
        &[(paragraph, "Location: York,"), (paragraph, "UK")],
    );
    // Pages are laid out by tables, too.
    check(
        &row(
            "<p>We grow</p><p>roses.</p>",
            "<div><p>We sow</p><p>peas.</p></div>",
        ),
        &[
            (paragraph, "We grow"),
            (paragraph, "roses."),
            (paragraph, "We sow"),
            (paragraph, "peas."),
        ],
    );
}

#[test]
fn items_and_headings() {
    let html = "<p><strong>Tasks</strong><br>a</p><ul><li><p>b</p><p>c</p></li><li></li></ul>";
    let heading = BlockKind::Heading(BY_ITS_LOOKS);
    let item = BlockKind::Item;
    check(
        html,
        &[
            (heading, "Tasks"),
            (BlockKind::Paragraph, "a"),
            (item, "b c"),
        ],
    );
    check(
        "<script>x</script><style>y</style><h2>z</h2>",
        &[(BlockKind::Heading(2), "z")],
    );
}

#[test]
fn a_tag_that_is_cut_off_stays_as_text() {
    let paragraph = BlockKind::Paragraph;
    check("<p>a <b>b</b> <p cut off", &[(paragraph, "a b <p cut off")]);
    check("<p>a < b", &[(paragraph, "a < b")]);
}

/// The pieces of a page's only paragraph, important ones in `!`, stressed ones in `~`.
#[track_caller]
fn check_marks(html: &str, expected: &str) {
    let tree = parse(html, Format::Html).unwrap();
    let blocks = read(&tree, Tree::DOCUMENT);
    let pieces = blocks[0].pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Marked { text, href, marks } => {
            let strong = if marks.strong { "!" } else { "" };
            let emphasis = if marks.emphasis { "~" } else { "" };
            let href = href.as_deref().unwrap_or_default();
            format!("{strong}{emphasis}{text}{href}{emphasis}{strong}")
        }
    });
    assert_eq!(pieces.collect::<String>(), expected);
}

#[test]
fn emphasis_is_kept() {
    check_marks(
        "<p>Dig <b>deep </b>and <i>well</i>",
        "Dig !deep! and ~well~",
    );
    check_marks("<p>a <em>b<strong> c</strong></em>d", "a ~b~ !~c~!d");
    check_marks("<p>a <b>b</b><b>c</b> d", "a !bc! d");
    check_marks(
        "<p>a <a href=https://b.example/><b>c</b></a> d",
        "a !chttps://b.example/! d",
    );
    check_marks(
        "<p>a <a href=https://b.example/>c <b>e</b></a> d",
        "a c ehttps://b.example/ d",
    );
}
