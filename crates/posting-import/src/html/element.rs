//! What elements mean: which are shown, which flow with the text around them, and which make text
//! bold.

use super::Node;

/// Whether it is something that a browser never shows as text.
fn is_never_shown(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "head"
            | "title"
            | "meta"
            | "link"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "video"
            | "audio"
            | "canvas"
            | "datalist"
            | "textarea"
    )
}

/// Whether it flows with the text around it; all others start a new line.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "nobr"
    )
}

/// Whether a browser does not show an element.
pub(super) fn is_unseen(node: &Node) -> bool {
    is_never_shown(node.name()) || is_hidden(node)
}

fn is_hidden(node: &Node) -> bool {
    node.attribute("hidden").is_some() && node.name() != "body"
}

/// Whether an element belongs to the page around a posting.
pub(super) fn is_around(name: &str) -> bool {
    matches!(
        name,
        "nav" | "footer" | "aside" | "form" | "button" | "select" | "noscript" | "dialog" | "label"
    )
}

/// Whether an element starts a new line.
pub(super) fn starts_line(name: &str) -> bool {
    !is_inline(name)
}

/// The level of a heading.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

/// Whether an element is bold by its own style.
pub(super) fn is_bold_by_style(node: &Node) -> bool {
    let Some(style) = node.attribute("style") else {
        return false;
    };
    let style = style.to_ascii_lowercase();
    let weight = style
        .split(';')
        .find_map(|rule| rule.trim().strip_prefix("font-weight:"));
    weight.is_some_and(|weight| matches!(weight.trim(), "bold" | "bolder" | "600" | "700" | "800"))
}
