//! Blanks between words, and which addresses stay links.

use super::*;

fn text(text: &str) -> Piece {
    Piece::Text(text.to_owned())
}

#[test]
fn blanks_are_tidied_across_pieces() {
    let pieces = vec![text(" a\n "), text(" b"), text("\u{a0}c\u{200b} ")];
    let block = Block::of_pieces(BlockKind::Paragraph, pieces, 1);
    assert_eq!(block.pieces, [text("a b c")]);
    let mut pieces = vec![text("see")];
    pieces.extend(Piece::link(
        " our garden ",
        "https://garden.example/",
        Marks::default(),
    ));
    pieces.push(text("today"));
    let block = Block::of_pieces(BlockKind::Paragraph, pieces, 1);
    assert_eq!(block.plain(), "see our garden today");
    assert!(block.link(|text, _| text == "our garden").is_some());
}

#[test]
fn only_safe_addresses_stay_links() {
    let linked = |href| {
        matches!(
            Piece::link("a", href, Marks::default()).as_slice(),
            [Piece::Marked { .. }]
        )
    };
    assert!(linked("https://a.example/"));
    assert!(linked("mailto:a@b.example"));
    assert!(!linked("javascript:alert(1)"));
    assert!(!linked("https://user@a.example/"));
    assert_eq!(
        Piece::link("a", "javascript:alert(1)", Marks::default()),
        [text("a")]
    );
    assert_eq!(
        Piece::link("a", "http://b.example", Marks::default()),
        [text("a (http://b.example)")]
    );
    assert_eq!(Piece::link("a", "/b", Marks::default()), [text("a")]);
}
