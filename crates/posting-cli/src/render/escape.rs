//! Texts made safe for the places of a page in which they stand.

/// A text for an attribute in double quotes or for an element's content (HTML Living Standard,
/// section 13.3, "escaping a string").
pub fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{a0}' => escaped.push_str("&nbsp;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A text for an attribute or an element's content of XML, which has none of HTML's names and can't
/// hold control characters (XML 1.0, section 2.2).
pub fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// JSON for the content of a `<script>`. In JSON an angle bracket stands only within strings, where
/// it may be written as an escape; without it neither `</script>` nor `<!--` can occur, which are
/// what ends or confuses a script's content (HTML Living Standard, section 4.12.1.3).
pub fn script_json(json: &str) -> String {
    json.replace('<', "\\u003c")
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
