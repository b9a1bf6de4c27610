//! Markdown as blocks.

use super::*;

#[test]
fn marks_may_touch_their_words() {
    let source = read(
        "# Gardener\n\n## Duties\n-Prune\n-Water\n\n## Needs\n-2 boots\n\n*Now* and\n*Then*\n",
    );
    let blocks = source
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Item);
    let items: Vec<_> = blocks.map(Block::plain).collect();
    assert_eq!(items, ["Prune", "Water", "2 boots"]);
}

#[test]
fn days_of_months_are_no_numbers_of_items() {
    #[track_caller]
    fn check(text: &str, expected: &[(BlockKind, &str)]) {
        let source = read(&format!("# Gärtner\n\n## Beginn\n\n{text}"));
        let blocks = source.blocks.iter().skip(1);
        let shapes: Vec<_> = blocks
            .map(|block| (block.kind, block.plain().into_owned()))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(kind, text)| (*kind, (*text).to_owned()))
            .collect();
        assert_eq!(shapes, expected, "{text}");
    }
    let day = |text| (BlockKind::Paragraph, text);
    check("1. September 2026", &[day("1. September 2026")]);
    check(
        "15. März 2026\n1. Oktober 2026",
        &[day("15. März 2026"), day("1. Oktober 2026")],
    );
    let item = |text| (BlockKind::Item, text);
    check("1) September 2026", &[item("September 2026")]);
    check("1. Rosen\n2. Tulpen", &[item("Rosen"), item("Tulpen")]);
}

#[test]
fn markdown_becomes_blocks() {
    let text = "---\ntitle: \"Gardener\"\nlocation: York\n---\n\n**What you'll do**\n\n- Prune\n  \
                the [trees](https://a.example/)\n- Sow\n\nSee <b>you</b>.\n";
    let source = read(text);
    assert_eq!(source.title.unwrap().value, "Gardener");
    assert_eq!(source.locations[0].name, "York");
    let kinds: Vec<_> = source
        .blocks
        .iter()
        .map(|block| (block.kind, block.line))
        .collect();
    let expected = [
        (BlockKind::Heading(BY_ITS_LOOKS), 6),
        (BlockKind::Item, 8),
        (BlockKind::Item, 10),
        (BlockKind::Paragraph, 12),
    ];
    assert_eq!(kinds, expected);
    assert_eq!(source.blocks[1].plain(), "Prune the trees");
    assert_eq!(source.blocks[3].plain(), "See you.");
    let strong = Marks {
        strong: true,
        emphasis: false,
    };
    assert_eq!(source.blocks[3].pieces[1], Piece::set_apart("you", strong));
}
