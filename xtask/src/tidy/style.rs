//! How style sheets are written: logical properties, colours from tokens, no trumping.

use super::{File, accepts, holds, refuses};

/// Properties that name a side of the screen, with the one that follows the writing direction.
const PHYSICAL: [(&str, &str); 10] = [
    ("left", "inset-inline-start"),
    ("right", "inset-inline-end"),
    ("top", "inset-block-start"),
    ("bottom", "inset-block-end"),
    ("width", "inline-size"),
    ("height", "block-size"),
    ("min-width", "min-inline-size"),
    ("max-width", "max-inline-size"),
    ("min-height", "min-block-size"),
    ("max-height", "max-block-size"),
];

/// Values that name a side, of the properties that take one.
const PHYSICAL_VALUES: [&str; 3] = ["text-align", "float", "clear"];

/// A declaration with the number of its line.
struct Declaration<'a> {
    line: usize,
    property: &'a str,
    value: &'a str,
}

fn declarations(text: &str) -> Vec<Declaration<'_>> {
    let mut found = Vec::new();
    let mut line = 1;
    for piece in text.split_inclusive(['{', '}', ';']) {
        let start = piece.trim_start();
        let skipped = piece.len() - start.len();
        let first = line + piece.get(..skipped).unwrap_or("").matches('\n').count();
        line += piece.matches('\n').count();
        // What ends in a brace is a selector or an at-rule's head, such as a media query.
        let body = start.trim_end_matches(['}', ';']);
        if start.ends_with('{') || start.starts_with('@') {
            continue;
        }
        if let Some((property, value)) = body.split_once(':') {
            found.push(Declaration {
                line: first,
                property: property.trim(),
                value: value.trim(),
            });
        }
    }
    found
}

/// The text with comments blanked out, line breaks kept.
fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, following) = after.split_once("*/").unwrap_or((after, ""));
        kept += before;
        kept.extend(comment.chars().filter(|c| *c == '\n'));
        rest = following;
    }
    kept + rest
}

fn physical(declaration: &Declaration<'_>) -> Option<String> {
    let property = declaration.property;
    if let Some((_, logical)) = PHYSICAL.iter().find(|(name, _)| *name == property) {
        return Some(format!("write `{logical}` instead of `{property}`"));
    }
    let side = |word: &str| ["left", "right", "top", "bottom"].contains(&word);
    if !property.starts_with("--") && property.split('-').any(side) {
        return Some(format!(
            "write the logical property instead of `{property}`"
        ));
    }
    let names_side = declaration.value.split_whitespace().any(side);
    (PHYSICAL_VALUES.contains(&property) && names_side)
        .then(|| format!("write `start` or `end` in `{property}`"))
}

fn hex_colour(value: &str) -> bool {
    value.match_indices('#').any(|(position, _)| {
        let in_address = value
            .get(..position)
            .is_some_and(|before| before.ends_with(['(', '"', '\'']));
        let digits = value.get(position + 1..).unwrap_or("");
        let length = digits.chars().take_while(char::is_ascii_hexdigit).count();
        !in_address && (3..=8).contains(&length)
    })
}

fn follows_the_style(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    let sheets = files
        .iter()
        .filter(|file| file.path.starts_with("style/") && file.path.ends_with(".css"));
    for file in sheets {
        let text = without_comments(&file.text);
        for declaration in declarations(&text) {
            let mut complain = |why: &str| complaints.push(file.complaint(declaration.line, why));
            if let Some(why) = physical(&declaration) {
                complain(&why);
            }
            if declaration.value.contains("!important") {
                complain("do without `!important`, a more specific selector says why");
            }
            if hex_colour(declaration.value) && file.path != "style/tokens.css" {
                complain("name the colour in style/tokens.css and use the token");
            }
        }
    }
    complaints
}

#[track_caller]
fn bad(declaration: &str) {
    let text = format!("/* a\n   b */\np {{\n  color: var(--ink);\n  {declaration};\n}}\n");
    refuses(
        follows_the_style,
        &[File::sample("style/a.css", &text)],
        "style/a.css:5",
    );
}

#[track_caller]
fn good(text: &str) {
    accepts(follows_the_style, &[File::sample("style/a.css", text)]);
}

#[test]
fn the_style_sheets_follow_the_style() {
    holds(follows_the_style);
}

#[test]
fn physical_properties_are_refused() {
    for declaration in [
        "margin-left: 1px",
        "top: 0",
        "border-top-left-radius: 0",
        "max-width: 1rem",
    ] {
        bad(declaration);
    }
    bad("text-align: left");
    good("p { margin-inline-start: 1px; text-align: start; inset-block-start: 0; --left: 1px }");
    good("@media (max-width: 40rem) { p:hover { inline-size: 1rem } }");
}

#[test]
fn trumping_is_refused() {
    bad("color: red !important");
    good("/* !important */ p { color: red }");
}

#[test]
fn colours_outside_the_tokens_are_refused() {
    bad("color: #0b57d0");
    bad("border: 1px solid #fff");
    good("#abc { fill: url(#def) }");
    accepts(
        follows_the_style,
        &[File::sample("style/tokens.css", ":host { --ink: #123 }")],
    );
}
