//! The escapes by example, and against independent readers of both languages.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::super::{escape_latex, escape_markdown, one_line};

#[test]
fn latex_specials_are_escaped() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape_latex(text), expected, "{text}");
    }
    check(r"\{}", r"\textbackslash{}\{\}");
    check("$&#_%", r"\$\&\#\_\%");
    check("^~", r"\textasciicircum{}\textasciitilde{}");
    check("<>|", r"\textless{}\textgreater{}\textbar{}");
    check(
        "[exam] \"x\" `y`",
        r"{[}exam{]} \symbol{34}x\symbol{34} \symbol{96}y\symbol{96}",
    );
    check("3–5 June — 2026", "3--5 June --- 2026");
    check("a-b --- '' ,,", "a-b -{}-{}- '{}' ,{},");
    check("–-", "--{}-");
    check(
        "11\u{a0}May\u{2009}–\u{2009}28\u{202f}August",
        r"11~May\,--\,28\,August",
    );
    check(" a\r\nb\0\u{7f}\tc ", "a b c");
    check("Zoë’s 考试 😀", "Zoë’s 考试 😀");
}

#[test]
fn markdown_specials_are_escaped() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape_markdown(text), expected, "{text}");
    }
    check("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`");
    check("[a](b) <c> &amp;", r"\[a\](b) \<c\> \&amp;");
    check("# a", r"\# a");
    check("- a - b", r"\- a - b");
    check("+ 1", r"\+ 1");
    check("> a", r"\> a");
    check("1. a 2. b", r"1\. a 2. b");
    check("12) a", r"12\) a");
    check("3–5 June 2026 (exam)", "3–5 June 2026 (exam)");
    check("===", r"\===");
    check("  a\n\n# b\r\n", "a # b");
}

/// The text of a Markdown document if it is one paragraph of plain text.
fn plain_paragraph(markdown: &str) -> Option<String> {
    let mut text = String::new();
    let mut depth = 0;
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(markdown, extensions) {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 && text.is_empty() => depth = 1,
            Event::End(TagEnd::Paragraph) => depth = 0,
            Event::Text(part) if depth == 1 => text.push_str(&part),
            _ => return None,
        }
    }
    Some(text)
}

/// The text a LaTeX fragment shows, by the meaning of each command that the escape may use;
/// `None` if it uses another or joins characters.
fn shown_by_latex(latex: &str) -> Option<String> {
    const COMMANDS: [(&str, &str); 23] = [
        ("\\textbackslash{}", "\\"),
        ("\\textasciicircum{}", "^"),
        ("\\textasciitilde{}", "~"),
        ("\\textless{}", "<"),
        ("\\textgreater{}", ">"),
        ("\\textbar{}", "|"),
        ("\\symbol{34}", "\""),
        ("\\symbol{96}", "`"),
        ("\\{", "{"),
        ("\\}", "}"),
        ("\\$", "$"),
        ("\\&", "&"),
        ("\\#", "#"),
        ("\\_", "_"),
        ("\\%", "%"),
        ("\\,", "\u{202f}"),
        ("{[}", "["),
        ("{]}", "]"),
        ("{}", ""),
        ("---", "—"),
        ("--", "–"),
        ("''", "”"),
        (",,", "„"),
    ];
    let mut text = String::new();
    let mut rest = latex;
    while let Some(c) = rest.chars().next() {
        if let Some((command, shown)) = COMMANDS
            .iter()
            .find(|(command, _)| rest.starts_with(command))
        {
            text.push_str(shown);
            rest = &rest[command.len()..];
        } else if c == '~' {
            text.push('\u{a0}');
            rest = &rest[1..];
        } else if "\\{}$&#^_%\"<>|`[]".contains(c) {
            return None;
        } else {
            text.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Some(text)
}

const TEXTS: &str =
    "([ -~]|[a-z0-9.]|[-#>+*_`~=|\\[\\]<&!:$\\\\\n\t'\",]|[–—é\u{a0}\u{202f}]){0,40}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn escaped_markdown_shows_the_text(text in TEXTS) {
        let shown = plain_paragraph(&escape_markdown(&text));
        // In a paragraph of this parser, a no-break space at an end is trimmed like a blank.
        prop_assert_eq!(shown.map(|shown| shown.trim().to_owned()), Some(one_line(&text).trim().to_owned()));
    }

    #[test]
    fn escaped_latex_shows_the_text(text in TEXTS) {
        prop_assert_eq!(shown_by_latex(&escape_latex(&text)), Some(one_line(&text)));
    }
}
