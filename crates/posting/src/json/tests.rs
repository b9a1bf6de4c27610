//! JSON as people and servers get it wrong.

use proptest::prelude::*;
use serde_json::Value;

use super::*;

#[track_caller]
fn check(text: &str, expected: Result<Json, JsonError>) {
    assert_eq!(Json::parse(text), expected, "{text:?}");
}

fn syntax(line: usize, column: usize, reason: &'static str) -> JsonError {
    JsonError::Syntax {
        line,
        column,
        reason,
    }
}

#[test]
fn members_keep_their_order_and_their_duplicates() {
    check(
        r#"{"b": 1, "a": [null, true, "x"], "b": {}}"#,
        Ok(Json::Object(vec![
            ("b".to_owned(), Json::Integer(1)),
            (
                "a".to_owned(),
                Json::List(vec![
                    Json::Null,
                    Json::Bool(true),
                    Json::Text("x".to_owned()),
                ]),
            ),
            ("b".to_owned(), Json::Object(Vec::new())),
        ])),
    );
}

#[test]
fn whole_numbers_are_integers_however_they_are_written() {
    check("12", Ok(Json::Integer(12)));
    check("12.0", Ok(Json::Integer(12)));
    check("1.2e1", Ok(Json::Integer(12)));
    check("-9223372036854775808", Ok(Json::Integer(i64::MIN)));
    check("-1200e-2", Ok(Json::Integer(-12)));
    check("100000000000000000000e-20", Ok(Json::Number(None)));
    check("9223372036854775807", Ok(Json::Integer(i64::MAX)));
    check("9223372036854775808", Ok(Json::Number(None)));
    check("0e99999999999", Ok(Json::Integer(0)));
    check("9E18", Ok(Json::Integer(9_000_000_000_000_000_000)));
    for number in ["1e19", "1e999", "1e99999999999", "18446744073709551615"] {
        check(number, Ok(Json::Number(None)));
    }
}

#[test]
fn fractions_are_kept_in_hundredths() {
    check("12.5", Ok(Json::Number(Some(1_250))));
    check("12.05", Ok(Json::Number(Some(1_205))));
    check("0.070", Ok(Json::Number(Some(7))));
    check("1e-1", Ok(Json::Number(Some(10))));
    check("1.2345e2", Ok(Json::Number(Some(12_345))));
    check("-0.1e0", Ok(Json::Number(Some(-10))));
    for number in ["12.345", "1e-3", "1.005", "92233720368547758.08"] {
        check(number, Ok(Json::Number(None)));
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    check("\u{feff}{}", Ok(Json::Object(Vec::new())));
    check("\u{feff}", Err(JsonError::Empty));
}

#[test]
fn what_is_no_json_is_named() {
    check("", Err(JsonError::Empty));
    check(" \n", Err(JsonError::Empty));
    check("\n <!doctype html>", Err(JsonError::LooksLikeHtml));
    check(
        "{\"a\": [1,",
        Err(JsonError::CutShort { line: 1, column: 9 }),
    );
    check("{\n  \"a\": 1,\n}", Err(syntax(3, 1, "trailing comma")));
    check("{} {}", Err(syntax(1, 4, "trailing characters")));
    check("{'a': 1}", Err(syntax(1, 2, "key must be a string")));
    check("nul", Err(JsonError::CutShort { line: 1, column: 3 }));
    check("nulL", Err(syntax(1, 4, "expected a value")));
    check("{\"a\" 1}", Err(syntax(1, 6, "expected `:`")));
    check("[007]", Err(syntax(1, 3, "a number can't start with 0")));
    check("-x", Err(syntax(1, 2, "expected a digit")));
    check("1.", Err(JsonError::CutShort { line: 1, column: 2 }));
    check("\"\\x\"", Err(syntax(1, 3, "invalid escape")));
}

#[test]
fn escapes_are_read() {
    check(
        r#""\"\\\/\b\f\n\r\t\u00fc\uD83D\ude00""#,
        Ok(Json::Text("\"\\/\u{8}\u{c}\n\r\tü😀".to_owned())),
    );
    let lone = "half of a surrogate pair";
    check(r#""\ud83d""#, Err(syntax(1, 8, lone)));
    check(r#""\ud83d\u0041""#, Err(syntax(1, 13, lone)));
    check(r#""\ude00""#, Err(syntax(1, 7, lone)));
}

#[test]
fn the_depth_is_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Json::parse(&nested(MAX_DEPTH)).is_ok());
    for depth in [MAX_DEPTH + 1, MAX_DEPTH + 2, 100_000] {
        let error = Json::parse(&nested(depth));
        assert!(
            matches!(error, Err(JsonError::TooDeep { line: 1, .. })),
            "{depth} lists: {error:?}"
        );
    }
    let object = "{\"a\":".repeat(MAX_DEPTH + 1);
    let error = Json::parse(&object);
    assert!(matches!(error, Err(JsonError::TooDeep { .. })), "{error:?}");
}

#[test]
fn the_size_is_bounded() {
    let text = |length: usize| format!("\"{}\"", "a".repeat(length - 2));
    assert!(Json::parse(&text(MAX_BYTES)).is_ok());
    let error = Json::parse(&text(MAX_BYTES + 1));
    assert!(error == Err(JsonError::TooLarge(MAX_BYTES + 1)));
}

#[test]
fn messages_say_where_and_what_to_do() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let message = Json::parse(text).map_err(|error| error.to_string());
        assert_eq!(message, Err(expected.to_owned()));
    }
    check(
        "<html>",
        "looks like an HTML page, not JSON; check that the address leads to the posting file",
    );
    check(
        "{",
        "ends too early, at line 1, column 1; the file seems to be cut off",
    );
    check(
        "[1 2]",
        "is not JSON at line 1, column 4: expected `,` or `]`; correct that place",
    );
}

/// The value as `serde_json` sees it; what has become of numbers is asserted apart.
fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(one), Value::Bool(other)) => one == other,
        (Json::Integer(one), Value::Number(other)) => {
            other.as_i64() == Some(*one) || other.as_f64() == Some(*one as f64)
        }
        (Json::Number(_), Value::Number(other)) => other.as_i64().is_none(),
        (Json::Text(one), Value::String(other)) => one == other,
        (Json::List(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        // Of several members with one key, `serde_json` keeps the last.
        (Json::Object(one), Value::Object(other)) => {
            let last = |key| one.iter().rfind(|(name, _)| name == key);
            one.iter().all(|(key, _)| other.contains_key(key))
                && other
                    .iter()
                    .all(|(key, value)| last(key).is_some_and(|(_, one)| same(one, value)))
        }
        _ => false,
    }
}

/// Asserts that both readers agree on a text, and that an error names the first wrong byte.
fn check_agreement(text: &str) -> Result<(), TestCaseError> {
    let ours = Json::parse(text);
    match (&ours, serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => prop_assert!(same(ours, &theirs), "{ours:?} {theirs:?}"),
        // A number beyond floating point is still JSON (section 6).
        (Ok(_), Err(error)) => prop_assert!(error.to_string().contains("out of range"), "{error}"),
        (Err(error), Ok(_)) => prop_assert!(false, "{error}"),
        (Err(_), Err(_)) => {}
    }
    if let Err(JsonError::Syntax { line, column, .. }) = ours {
        let before: usize = text
            .split('\n')
            .take(line - 1)
            .map(|line| line.len() + 1)
            .sum();
        let before = &text.as_bytes()[..before + column - 1];
        let read = Json::parse(&String::from_utf8_lossy(before));
        prop_assert!(
            matches!(
                read,
                Ok(_) | Err(JsonError::CutShort { .. } | JsonError::Empty)
            ),
            "{text:?} up to {line}:{column}: {read:?}"
        );
    }
    Ok(())
}

/// Pieces of JSON and of what people take for it.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\n",
    "\"",
    "\"a\"",
    "\"b\":",
    "null",
    "true",
    "false",
    "0",
    "1",
    "-",
    "12",
    ".5",
    "e",
    "E+3",
    "e-2",
    "1e400",
    "\\",
    "\\n",
    "\\u",
    "00e9",
    "\"\\ud83d",
    "\\ude00\"",
    "\u{1}",
    "ü",
    "😀",
    "'",
    "//",
    "NaN",
];

proptest! {
    #[test]
    fn any_text_is_read_as_serde_json_reads_it(text in "\\PC{0,60}") {
        check_agreement(&text)?;
    }

    #[test]
    fn pieces_are_read_as_serde_json_reads_them(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..16),
    ) {
        check_agreement(&pieces.concat())?;
    }

    #[test]
    fn numbers_are_read_as_serde_json_reads_them(text in "-?[0-9]{1,20}(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,2})?") {
        check_agreement(&text)?;
    }

    #[test]
    fn what_is_written_is_read_and_cut_short_at_every_byte(
        members in prop::collection::vec((".{0,8}", prop::option::of(any::<String>())), 0..5),
    ) {
        let mut writer = Writer::default();
        writer.open('{');
        for (key, value) in &members {
            writer.member(key, value.as_deref());
        }
        writer.key("list");
        writer.open('[');
        writer.item();
        writer.word("1");
        writer.item();
        writer.word("true");
        writer.close(']');
        writer.close('}');
        let text = writer.finish();
        let value = |text: Option<String>| text.map_or(Json::Null, Json::Text);
        let mut expected: Vec<_> = members
            .into_iter()
            .map(|(key, text)| (key, value(text)))
            .collect();
        let list = Json::List(vec![Json::Integer(1), Json::Bool(true)]);
        expected.push(("list".to_owned(), list));
        prop_assert_eq!(Json::parse(&text), Ok(Json::Object(expected)));
        check_agreement(&text)?;
        for (at, _) in text.trim_end().char_indices().skip(1) {
            let read = Json::parse(&text[..at]);
            prop_assert!(matches!(read, Err(JsonError::CutShort { .. })), "{read:?}");
        }
    }
}

#[test]
fn written_json_is_indented() {
    let mut writer = Writer::default();
    writer.open('{');
    writer.member("a", Some("x\n\"\u{1}"));
    writer.member("b", None);
    writer.key("empty");
    writer.open('[');
    writer.close(']');
    writer.close('}');
    assert_eq!(
        writer.finish(),
        "{\n  \"a\": \"x\\n\\\"\\u0001\",\n  \"b\": null,\n  \"empty\": []\n}\n"
    );
}
