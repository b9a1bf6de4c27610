//! Rich text as an author types it: links stand as `[what is read](where it leads)`, and a
//! backslash makes a bracket a bracket.

use crate::tree::Tree;

/// The text to edit for a rich text; `None` for what is none.
pub fn written(rich: &Tree) -> Option<String> {
    match rich {
        Tree::Text(text) => Some(escaped(text)),
        Tree::List(pieces) => {
            let mut written = String::new();
            // Texts side by side are read as one, and brackets may only match across their border.
            let mut text = String::new();
            for piece in pieces {
                if let Some(part) = piece.as_text() {
                    text.push_str(part);
                    continue;
                }
                let label = piece.member("text")?.as_text()?;
                let target = piece.member("href")?.as_text()?;
                written += &escaped(&std::mem::take(&mut text));
                let (label, target) = (quoted(label), quoted(target));
                written += &format!("[{label}]({target})");
            }
            Some(written + &escaped(&text))
        }
        _ => None,
    }
}

/// The rich text that an author has typed.
pub fn read(written: &str) -> Tree {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = written;
    while let Some(first) = rest.chars().next() {
        if let Some((label, target, after)) = link(rest) {
            if !text.is_empty() {
                pieces.push(Tree::Text(std::mem::take(&mut text)));
            }
            pieces.push(Tree::Object(vec![
                ("text".to_owned(), Tree::Text(label)),
                ("href".to_owned(), Tree::Text(target)),
            ]));
            rest = after;
            continue;
        }
        let (character, length) = match escape(rest) {
            Some(character) => (character, 1 + character.len_utf8()),
            None => (first, first.len_utf8()),
        };
        text.push(character);
        rest = rest.get(length..).unwrap_or_default();
    }
    if pieces.is_empty() {
        return Tree::Text(text);
    }
    if !text.is_empty() {
        pieces.push(Tree::Text(text));
    }
    Tree::List(pieces)
}

/// The link at the start of the text, and what follows it.
fn link(text: &str) -> Option<(String, String, &str)> {
    let (label, rest) = until(text.strip_prefix('[')?, ']')?;
    let (target, rest) = until(rest.strip_prefix('(')?, ')')?;
    Some((label, target, rest))
}

/// What stands before the closing mark, without backslashes, and what follows the mark.
fn until(text: &str, close: char) -> Option<(String, &str)> {
    let mut inner = String::new();
    let mut rest = text;
    loop {
        let first = rest.chars().next()?;
        if first == close {
            return Some((inner, rest.get(first.len_utf8()..)?));
        }
        if first == '[' {
            return None;
        }
        let character = escape(rest);
        inner.push(character.unwrap_or(first));
        let length = character.map_or(first.len_utf8(), |character| 1 + character.len_utf8());
        rest = rest.get(length..)?;
    }
}

/// The mark that the text begins with behind a backslash.
fn escape(text: &str) -> Option<char> {
    let next = text.strip_prefix('\\')?.chars().next()?;
    is_mark(next).then_some(next)
}

fn is_mark(character: char) -> bool {
    matches!(character, '[' | ']' | '(' | ')' | '\\')
}

/// A text with a backslash only where it would be read as something else.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for (start, character) in text.char_indices() {
        let rest = text.get(start..).unwrap_or_default();
        let next = rest.chars().nth(1);
        let misread = match character {
            '[' => link(rest).is_some() || rest.contains("]("),
            '\\' => next.is_none_or(is_mark),
            _ => false,
        };
        if misread {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// A part of a link, in which every mark has its backslash.
fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for character in text.chars() {
        if is_mark(character) && character != '(' {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn link_to(text: &str, href: &str) -> Tree {
        Tree::Object(vec![
            ("text".to_owned(), Tree::Text(text.to_owned())),
            ("href".to_owned(), Tree::Text(href.to_owned())),
        ])
    }

    #[track_caller]
    fn check(typed: &str, pieces: &[Tree]) {
        let expected = match pieces {
            [Tree::Text(text)] => Tree::Text(text.clone()),
            pieces => Tree::List(pieces.to_vec()),
        };
        assert_eq!(read(typed), expected);
        assert_eq!(written(&expected).as_deref(), Some(typed));
    }

    #[test]
    fn links_stand_in_brackets() {
        let text = |text: &str| Tree::Text(text.to_owned());
        check("plain", &[text("plain")]);
        check(
            "a [b](https://c.example/) d",
            &[text("a "), link_to("b", "https://c.example/"), text(" d")],
        );
        check("[b](c)[d](e)", &[link_to("b", "c"), link_to("d", "e")]);
        check("an [aside] and (more)", &[text("an [aside] and (more)")]);
        check("\\[b](c)", &[text("[b](c)")]);
        check("C:\\temp", &[text("C:\\temp")]);
        check("[b](c_(d\\))", &[link_to("b", "c_(d)")]);
    }

    #[test]
    fn what_is_no_rich_text_is_not_shown() {
        assert_eq!(written(&Tree::Bool(true)), None);
        assert_eq!(written(&Tree::List(vec![Tree::Null])), None);
    }

    proptest! {
        #[test]
        fn every_rich_text_comes_back(pieces in prop::collection::vec(("[a\\[\\]() \\\\]{0,6}", prop::option::of("[b\\[\\]()\\\\]{0,4}")), 0..5)) {
            let mut expected: Vec<Tree> = Vec::new();
            for (text, href) in pieces {
                match (href, expected.last_mut()) {
                    (Some(href), _) => expected.push(link_to(&text, &href)),
                    (None, Some(Tree::Text(before))) => before.push_str(&text),
                    (None, _) => expected.push(Tree::Text(text)),
                }
            }
            expected.retain(|piece| *piece != Tree::Text(String::new()));
            let expected = match expected.as_slice() {
                [] => Tree::Text(String::new()),
                [Tree::Text(text)] => Tree::Text(text.clone()),
                pieces => Tree::List(pieces.to_vec()),
            };
            prop_assert_eq!(read(&written(&expected).unwrap()), expected);
        }
    }
}
