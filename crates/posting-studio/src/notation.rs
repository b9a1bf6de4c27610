//! Rich text as an author types it: links stand as `[what is read](where it leads)`, important
//! words as `**words**`, stressed ones as `*words*`, and a backslash makes a mark a sign.

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
                written += &escaped(&std::mem::take(&mut text));
                written += &marked(piece)?;
            }
            Some(written + &escaped(&text))
        }
        _ => None,
    }
}

/// A link, words that are set apart, or both.
fn marked(piece: &Tree) -> Option<String> {
    let label = quoted(piece.member("text")?.as_text()?);
    let is_set = |key: &str| piece.member(key) == Some(&Tree::Bool(true));
    let count = match (is_set("emphasis"), is_set("strong")) {
        (false, false) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (true, true) => 3,
    };
    let stars = "*".repeat(count);
    match piece.member("href") {
        Some(target) => {
            let target = quoted(target.as_text()?);
            Some(format!("{stars}[{label}]({target}){stars}"))
        }
        None if count == 0 => None,
        None => Some(format!("{stars}{label}{stars}")),
    }
}

/// The rich text that an author has typed.
pub fn read(written: &str) -> Tree {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = written;
    while let Some(first) = rest.chars().next() {
        let found = linked(rest, &[]).or_else(|| set_apart(rest));
        if let Some((piece, after)) = found {
            if !text.is_empty() {
                pieces.push(Tree::Text(std::mem::take(&mut text)));
            }
            pieces.push(piece);
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

/// The link at the start of the text, set apart by these keys, and what follows it.
fn linked<'a>(text: &'a str, keys: &[&str]) -> Option<(Tree, &'a str)> {
    let (label, target, after) = link(text)?;
    Some((object(&label, Some(&target), keys), after))
}

/// Words between asterisks at the start of the text, and what follows them. A blank within the
/// first asterisks or the last ones makes them signs.
fn set_apart(text: &str) -> Option<(Tree, &str)> {
    let inner = text.trim_start_matches('*');
    let stars = text.strip_suffix(inner)?;
    let keys: &[&str] = match stars.len() {
        1 => &["emphasis"],
        2 => &["strong"],
        3 => &["strong", "emphasis"],
        _ => return None,
    };
    if let Some((piece, after)) = linked(inner, keys)
        && let Some(after) = after.strip_prefix(stars)
    {
        return Some((piece, after));
    }
    let (words, after) = until(inner, '*')?;
    // The first of the last asterisks has been passed.
    let after = after.strip_prefix(stars.strip_prefix('*')?)?;
    let is_free = words.is_empty() || words.trim() != words;
    (!is_free).then(|| (object(&words, None, keys), after))
}

/// A piece of a rich text that is more than text.
fn object(text: &str, href: Option<&str>, keys: &[&str]) -> Tree {
    let mut members = vec![("text".to_owned(), Tree::Text(text.to_owned()))];
    members.extend(href.map(|href| ("href".to_owned(), Tree::Text(href.to_owned()))));
    members.extend(keys.iter().map(|key| ((*key).to_owned(), Tree::Bool(true))));
    Tree::Object(members)
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
    matches!(character, '[' | ']' | '(' | ')' | '\\' | '*')
}

/// A text with a backslash only where it would be read as something else.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for (start, character) in text.char_indices() {
        let rest = text.get(start..).unwrap_or_default();
        let next = rest.chars().nth(1);
        let misread = match character {
            // Asterisks between blanks neither open nor close anything.
            '*' => {
                let before = text.get(..start).unwrap_or_default();
                let is_blank = |beside: Option<char>| beside.is_some_and(char::is_whitespace);
                !is_blank(before.chars().next_back()) || !is_blank(next)
            }
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
    fn words_set_apart_stand_between_asterisks() {
        let text = |text: &str| Tree::Text(text.to_owned());
        let strong = |words: &str| object(words, None, &["strong"]);
        let both = &["strong", "emphasis"];
        check("a **b** c", &[text("a "), strong("b"), text(" c")]);
        check("*b*c", &[object("b", None, &["emphasis"]), text("c")]);
        check("***b***", &[object("b", None, both)]);
        check("**b****c**", &[strong("b"), strong("c")]);
        check("**[b](c)**", &[object("b", Some("c"), &["strong"])]);
        check("5 * 3 * 2", &[text("5 * 3 * 2")]);
        check("\\*b\\*", &[text("*b*")]);
    }

    #[test]
    fn what_is_no_rich_text_is_not_shown() {
        assert_eq!(written(&Tree::Bool(true)), None);
        assert_eq!(written(&Tree::List(vec![Tree::Null])), None);
    }

    proptest! {
        #[test]
        fn every_rich_text_comes_back(pieces in prop::collection::vec((
            "[a*\\[\\]() \\\\]{0,6}",
            prop::option::of("[b*\\[\\]()\\\\]{0,4}"),
            prop::sample::select(vec![&[][..], &["emphasis"], &["strong"], &["strong", "emphasis"]]),
        ), 0..5)) {
            let mut expected: Vec<Tree> = Vec::new();
            for (text, href, keys) in pieces {
                let can_be_set_apart = !text.is_empty() && text.trim() == text && !keys.is_empty();
                match (href, expected.last_mut()) {
                    (Some(href), _) => expected.push(object(&text, Some(&href), keys)),
                    (None, _) if can_be_set_apart => expected.push(object(&text, None, keys)),
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
