//! Texts made safe for the places of a page in which they stand.

/// A text for an attribute in double quotes or for an element's content (HTML Living Standard,
/// section 13.3, "escaping a string").
pub fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_text(&mut escaped, text);
    escaped
}

/// Adds to a page what [`text`] makes of a text.
pub fn push_text(page: &mut String, text: &str) {
    push_escaped(page, text, |character| match character {
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
    let mut escaped = String::with_capacity(text.len());
    push_escaped(&mut escaped, text, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\t' | '\n' | '\r' => None,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => Some("\u{fffd}"),
        _ => None,
    });
    escaped
}

/// Adds JSON for the content of a `<script>`. In JSON an angle bracket stands only within strings,
/// where it may be written as an escape; without it neither `</script>` nor `<!--` can occur, which
/// are what ends or confuses a script's content (HTML Living Standard, section 4.12.1.3).
pub fn push_script_json(page: &mut String, json: &str) {
    let mut parts = json.split('<');
    page.push_str(parts.next().unwrap_or_default());
    for part in parts {
        page.extend(["\\u003c", part]);
    }
}

/// JSON for the content of a `<script>`, as by [`push_script_json`].
pub fn script_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    push_script_json(&mut escaped, json);
    escaped
}

/// Adds a text piece by piece, with what `escape` gives in the place of single characters.
fn push_escaped(page: &mut String, text: &str, escape: impl Fn(char) -> Option<&'static str>) {
    let mut written = 0;
    for (at, character) in text.char_indices() {
        if let Some(instead) = escape(character) {
            page.extend([text.get(written..at).unwrap_or_default(), instead]);
            written = at + character.len_utf8();
        }
    }
    page.push_str(text.get(written..).unwrap_or_default());
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
}
