//! Depth, size and number have bounds, and going beyond them is a typed error.

use posting_import::{Format, ImportError, MAX_BYTES};

use crate::import;

#[track_caller]
fn refuses(source: &str, format: Format, expected: &ImportError) {
    let error = import(source.as_bytes(), Some(format)).err();
    assert_eq!(error.as_ref(), Some(expected));
}

#[test]
fn deep_nesting_is_refused() {
    let deep = |open: &str, close: &str| open.repeat(10_000) + "x" + &close.repeat(10_000);
    for format in [Format::Html, Format::SchemaOrg] {
        refuses(
            &deep("<div>", "</div>"),
            format,
            &ImportError::TooDeep { format },
        );
    }
    let personio = ImportError::TooDeep {
        format: Format::Personio,
    };
    refuses(&deep("<a>", "</a>"), Format::Personio, &personio);
    let teamtailor = ImportError::TooDeep {
        format: Format::Teamtailor,
    };
    refuses(&deep("<a>", "</a>"), Format::Teamtailor, &teamtailor);
    for format in [
        Format::Greenhouse,
        Format::Lever,
        Format::Ashby,
        Format::SmartRecruiters,
        Format::Workable,
        Format::Recruitee,
        Format::Teamtailor,
        Format::SchemaOrg,
        Format::Json,
    ] {
        refuses(&deep("[", "]"), format, &ImportError::TooDeep { format });
        refuses(
            &deep("{\"a\":", "}"),
            format,
            &ImportError::TooDeep { format },
        );
    }
}

#[test]
fn deep_markup_inside_a_value_is_refused() {
    let body = "<ul><li>".repeat(10_000);
    let source =
        serde_json::json!({ "title": "Gardener", "description": body, "careers_url": "x" });
    let expected = ImportError::TooDeep {
        format: Format::Recruitee,
    };
    refuses(&source.to_string(), Format::Recruitee, &expected);
}

#[test]
fn deep_markdown_is_read() {
    for mark in ["> ", "- ", "*", "[", "![", "`", "<b>", "("] {
        let source = format!("# Gardener\n\n{}x", mark.repeat(10_000));
        let _ = import(source.as_bytes(), Some(Format::Markdown));
    }
}

#[test]
fn huge_sources_are_refused() {
    let bytes = vec![b'a'; MAX_BYTES + 1];
    let error = import(&bytes, None).err();
    assert_eq!(
        error,
        Some(ImportError::TooLarge {
            bytes: MAX_BYTES + 1
        })
    );
}

#[test]
fn long_texts_are_divided() {
    let source = format!(
        "Gardener\n\n{}\n\nRequirements\n- {}",
        "rose ".repeat(9_000),
        "x".repeat(50_000)
    );
    let import = import(source.as_bytes(), Some(Format::Text)).unwrap();
    let json = &import.postings[0].json;
    assert_eq!(json.matches("rose").count(), 9_000);
    assert_eq!(json.matches("xxxxxxxxxx").count(), 5_000);
}

#[test]
fn many_items_are_kept_within_the_format() {
    let source = format!(
        "Gardener\n\nResponsibilities\n{}",
        "- rose\n".repeat(12_000)
    );
    let import = import(source.as_bytes(), Some(Format::Text)).unwrap();
    assert_eq!(import.postings[0].json.matches("\"rose\"").count(), 12_000);
}

#[test]
fn what_is_not_there_is_said() {
    let message = |source: &str, format| {
        import(source.as_bytes(), Some(format))
            .unwrap_err()
            .to_string()
    };
    assert!(message("{\"a\": 1}", Format::Greenhouse).contains("looked for a job with “title”"));
    assert!(message("{\"a\":\n 1", Format::Lever).starts_with("line 2 can't be read as lever"));
    assert!(message("<a></a>", Format::Personio).contains("“position” elements"));
    assert!(message("<p></p>", Format::Html).contains("no posting was found"));
    assert_eq!(import(b"  \n", None).err(), Some(ImportError::Empty));
}
