//! What elements mean: which are shown, which flow with the text around them, and which make text
//! bold.

use super::Node;

/// What a browser never shows as text.
const UNSEEN: [&str; 16] = [
    "script", "style", "template", "head", "title", "meta", "link", "svg", "math", "iframe",
    "object", "video", "audio", "canvas", "datalist", "textarea",
];

/// What belongs to the page around a posting.
const AROUND: [&str; 9] = [
    "nav", "footer", "aside", "form", "button", "select", "noscript", "dialog", "label",
];

/// Elements that flow with the text around them; all others start a new line.
const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr",
];

/// Whether a browser does not show an element.
pub(super) fn is_unseen(node: &Node) -> bool {
    UNSEEN.contains(&node.name()) || is_hidden(node)
}

fn is_hidden(node: &Node) -> bool {
    node.attribute("hidden").is_some() && node.name() != "body"
}

/// Whether an element belongs to the page around a posting.
pub(super) fn is_around(name: &str) -> bool {
    AROUND.contains(&name)
}

/// Whether an element starts a new line.
pub(super) fn starts_line(name: &str) -> bool {
    !INLINE.contains(&name)
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
    let style = node
        .attribute("style")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let weight = style
        .split(';')
        .find_map(|rule| rule.trim().strip_prefix("font-weight:"));
    weight.is_some_and(|weight| matches!(weight.trim(), "bold" | "bolder" | "600" | "700" | "800"))
}
