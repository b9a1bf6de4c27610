//! Texts made safe for the places of a page in which they stand.

use std::fmt::Write;

use serde_json::Value;

/// A text for an attribute in double quotes or for an element's content (HTML Living Standard,
/// section 13.3, "escaping a string").
pub fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_text(&mut escaped, text);
    escaped
}

/// Adds to a page what [`text`] makes of a text.
pub fn push_text(page: &mut String, text: &str) {
    // A blank at which no line is broken begins with this byte, and so do other characters.
    const BLANK: u8 = 0xc2;
    let is_special = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | BLANK);
    push_escaped(page, text, is_special, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\u{a0}' => Some("&nbsp;"),
        _ => None,
    });
}

/// A text for an attribute or an element's content of XML, which has none of HTML's names and can't
/// hold control characters (XML 1.0, section 2.2).
pub fn xml(text: &str) -> String {
    // Two characters beyond ASCII begin with this byte.
    const NO_CHARACTER: u8 = 0xef;
    let mut escaped = String::with_capacity(text.len());
    let is_special = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | ..0x20 | NO_CHARACTER);
    push_escaped(
        &mut escaped,
        text,
        is_special,
        |character| match character {
            '&' => Some("&amp;"),
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            '"' => Some("&quot;"),
            '\t' | '\n' | '\r' => None,
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => Some("\u{fffd}"),
            _ => None,
        },
    );
    escaped
}

/// Adds JSON for the content of a `<script>`. In JSON an angle bracket stands only within strings,
/// where it may be written as an escape; without it neither `</script>` nor `<!--` can occur, which
/// are what ends or confuses a script's content (HTML Living Standard, section 4.12.1.3).
pub fn push_script_json(page: &mut String, json: &str) {
    let is_special = |byte| byte == b'<';
    push_escaped(page, json, is_special, |_| Some("\\u003c"));
}

/// JSON for the content of a `<script>`, as by [`push_script_json`].
pub fn script_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    push_script_json(&mut escaped, json);
    escaped
}

/// Adds a value as JSON for the content of a `<script>`, as by [`push_script_json`].
pub fn push_script_value(page: &mut String, value: &Value) {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => {
            // A text in memory takes whatever is written.
            let _ = write!(page, "{value}");
        }
        Value::String(text) => push_script_string(page, text),
        Value::Array(items) => {
            page.push('[');
            for (index, item) in items.iter().enumerate() {
                page.push_str(if index > 0 { "," } else { "" });
                push_script_value(page, item);
            }
            page.push(']');
        }
        Value::Object(members) => {
            page.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                page.push_str(if index > 0 { "," } else { "" });
                push_script_string(page, key);
                page.push(':');
                push_script_value(page, member);
            }
            page.push('}');
        }
    }
}

/// Adds a string of JSON (RFC 8259, section 7) without angle brackets.
fn push_script_string(page: &mut String, text: &str) {
    page.push('"');
    let is_special = |byte| matches!(byte, b'"' | b'\\' | b'<' | ..0x20);
    let mut written = 0;
    while let Some(at) = first(text, written, is_special) {
        page.push_str(text.get(written..at).unwrap_or_default());
        match text.as_bytes().get(at) {
            Some(b'"') => page.push_str("\\\""),
            Some(b'\\') => page.push_str("\\\\"),
            Some(b'<') => page.push_str("\\u003c"),
            Some(b'\n') => page.push_str("\\n"),
            Some(b'\t') => page.push_str("\\t"),
            Some(b'\r') => page.push_str("\\r"),
            Some(0x8) => page.push_str("\\b"),
            Some(0xc) => page.push_str("\\f"),
            // As above.
            Some(other) => drop(write!(page, "\\u{other:04x}")),
            None => {}
        }
        written = at + 1;
    }
    page.push_str(text.get(written..).unwrap_or_default());
    page.push('"');
}

/// Adds a text piece by piece, with what `escape` gives in the place of single characters, whose
/// first bytes are special.
fn push_escaped(
    page: &mut String,
    text: &str,
    is_special: impl Fn(u8) -> bool,
    escape: impl Fn(char) -> Option<&'static str>,
) {
    let (mut written, mut seen) = (0, 0);
    while let Some(at) = first(text, seen, &is_special) {
        let character = text.get(at..).and_then(|rest| rest.chars().next());
        seen = at + character.map_or(1, char::len_utf8);
        if let Some(instead) = character.and_then(&escape) {
            page.extend([text.get(written..at).unwrap_or_default(), instead]);
            written = seen;
        }
    }
    page.push_str(text.get(written..).unwrap_or_default());
}

/// The place of the first special byte from a place on.
fn first(text: &str, from: usize, is_special: impl Fn(u8) -> bool) -> Option<usize> {
    // Looking at so many bytes without stopping at one is looking at all of them at once.
    const TOGETHER: usize = 32;
    let mut at = from;
    for bytes in text.as_bytes().get(from..)?.chunks(TOGETHER) {
        let mut bytes = bytes.iter();
        let is_any = bytes
            .clone()
            .fold(false, |any, byte| any | is_special(*byte));
        if is_any {
            return bytes
                .position(|byte| is_special(*byte))
                .map(|found| at + found);
        }
        at += TOGETHER;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            text("a < \"b\" & c > d"),
            "a &lt; &quot;b&quot; &amp; c &gt; d"
        );
    }

    #[test]
    fn xml_has_no_control_characters() {
        assert_eq!(
            xml("a\u{8} & \u{a0}<b>\n"),
            "a\u{fffd} &amp; \u{a0}&lt;b&gt;\n"
        );
    }

    #[test]
    fn a_script_can_not_be_ended_from_within() {
        let json = r#"{"a":"</script><!-- <script>"}"#;
        let escaped = script_json(json);
        assert!(!escaped.contains('<'), "{escaped}");
        let (before, after): (serde_json::Value, serde_json::Value) = (
            serde_json::from_str(json).unwrap(),
            serde_json::from_str(&escaped).unwrap(),
        );
        assert_eq!(before, after);
    }

    #[test]
    fn values_are_what_the_library_writes_but_for_angle_brackets() {
        let hostile: String = ('\0'..='\u{ff}').chain(['\u{2028}', '😀']).collect();
        let long = "a".repeat(31) + "<" + &"b".repeat(32) + "\"";
        let value = serde_json::json!({
            "text": [hostile, long, ""], hostile.as_str(): null, "n": [-1, 0.5, 1e300, true], "{}": {},
        });
        let mut written = String::new();
        push_script_value(&mut written, &value);
        assert_eq!(written, script_json(&value.to_string()));
    }

    #[test]
    fn characters_that_only_begin_like_special_ones_stay() {
        assert_eq!(text("© \u{a0}\u{a1}é"), "© &nbsp;\u{a1}é");
        assert_eq!(xml("\u{feff}\u{ffff}\u{f8ff}"), "\u{feff}\u{fffd}\u{f8ff}");
    }
}
