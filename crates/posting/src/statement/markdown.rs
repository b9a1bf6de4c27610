//! The Markdown form, by CommonMark 0.31.

use super::one_line;

/// A heading in bold and a list of items, both plain text.
pub(super) fn list(heading: &str, items: &[String]) -> String {
    let mut text = format!("**{}**\n\n", escape_markdown(heading));
    for item in items {
        text.push_str("- ");
        text.push_str(&escape_markdown(item));
        text.push('\n');
    }
    text
}

/// Escapes text for Markdown (CommonMark 0.31, section 2.4) so that it shows as typed, at the
/// start of a line or within one. Line breaks become blanks, runs of blanks one, and control
/// characters are dropped. The marks of common extensions (tables, strikethrough) are escaped too.
pub fn escape_markdown(text: &str) -> String {
    let line = one_line(text);
    // At a line's start these open a heading, a list item or a thematic break (sections 4 and 5).
    let digits = line.find(|c: char| !c.is_ascii_digit());
    let opens_block_at = digits.filter(|&end| match line.as_bytes().get(end) {
        Some(b'.' | b')') => end > 0,
        Some(b'#' | b'-' | b'+' | b'=') => end == 0,
        _ => false,
    });
    let mut escaped = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        let special = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|'
        );
        if special || opens_block_at == Some(at) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
