//! Generated sources of every format: a posting's shape with anything in it.
//! The number of cases is bounded, so that the tests take seconds.

use posting_import::Format;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::import;

/// Text as authors and attackers write it.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[ -~]{0,40}",
        2 => "\\PC{0,20}",
        1 => prop::sample::select(vec![
            "Responsibilities", "\nRequirements:\n", "\n- ", "\n\n", "<ul><li>", "</li></ul>", "<p>",
            "&lt;", "&amp;lt;", "<script>", "</script>", "<a href=\"javascript:alert(1)\">", "]]>",
            "<a href=\"https://a.example/x\">", "</a>", "\u{0}", "\u{202e}", "**", "# ", "1. ", "•",
            "<br>", "12 weeks internship", "start dates: 31 February 2026", "May 11th, 2026", "---\n",
            "a maximum of 999 applications", "2026-13-45", "\u{feff}", "\t", "<table><tr><td>", "://",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// A JSON value of any kind, mostly text.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => text().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Keys that some format knows.
fn key() -> impl Strategy<Value = String> {
    let known = vec![
        "title",
        "name",
        "text",
        "content",
        "description",
        "descriptionHtml",
        "lists",
        "jobs",
        "offers",
        "jobAd",
        "sections",
        "qualifications",
        "location",
        "locations",
        "department",
        "id",
        "@type",
        "@graph",
        "hiringOrganization",
        "jobLocation",
        "address",
        "baseSalary",
        "value",
        "url",
        "jobUrl",
        "hostedUrl",
        "absolute_url",
        "shortcode",
        "careers_url",
        "lang",
        "datePosted",
        "validThrough",
        "publishedAt",
        "employmentType",
        "salary",
        "min",
        "max",
        "responsibilities",
        "items",
        "content_html",
        "_jobposting",
        "metadata",
        "departments",
        "isListed",
        "createdAt",
        "categories",
        "salaryRange",
        "pay_input_ranges",
        "min_cents",
    ];
    prop::sample::select(known).prop_map(str::to_owned)
}

/// An object that the format takes for a posting, with anything beside.
fn posting(format: Format) -> impl Strategy<Value = Value> {
    let members = prop::collection::vec((key(), value()), 0..10);
    (text(), text(), members).prop_map(move |(title, body, members)| {
        let mut object: serde_json::Map<String, Value> = members.into_iter().collect();
        let known = match format {
            Format::Greenhouse => json!({ "title": title, "content": body }),
            Format::Lever => json!({ "text": title, "hostedUrl": "https://jobs.lever.co/a/b",
                "description": body, "lists": [{ "text": title, "content": body }] }),
            Format::Ashby => json!({ "title": title, "descriptionHtml": body }),
            Format::SmartRecruiters => json!({ "name": title,
                "jobAd": { "sections": { "qualifications": { "title": title, "text": body } } } }),
            Format::Workable => json!({ "title": title, "shortcode": "A", "description": body }),
            Format::Recruitee => json!({ "title": title, "careers_url": "x", "description": body }),
            Format::Teamtailor => json!({ "title": title, "content_html": body }),
            Format::SchemaOrg => {
                json!({ "@type": "JobPosting", "title": title, "description": body })
            }
            _ => json!({ "title": title, "description": body }),
        };
        object.extend(known.as_object().cloned().unwrap_or_default());
        Value::Object(object)
    })
}

/// Checks one format: its own shape, and a text that is cut anywhere.
fn check(format: Format, source: &str, cut: usize) -> Result<(), TestCaseError> {
    let _ = import(source.as_bytes(), Some(format));
    let _ = import(source.as_bytes(), None);
    let cut = source
        .as_bytes()
        .get(..cut.min(source.len()))
        .unwrap_or_default();
    let _ = import(cut, Some(format));
    Ok(())
}

macro_rules! json_formats {
    ($($name:ident: $format:ident,)*) => {
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(24))]
            $(
                #[test]
                fn $name(posting in posting(Format::$format), cut in 0..4000_usize) {
                    check(Format::$format, &posting.to_string(), cut)?;
                    check(Format::$format, &json!([posting]).to_string(), cut)?;
                }
            )*
        }
    };
}

json_formats! {
    greenhouse: Greenhouse,
    lever: Lever,
    ashby: Ashby,
    smart_recruiters: SmartRecruiters,
    workable: Workable,
    recruitee: Recruitee,
    teamtailor: Teamtailor,
    json_ld: SchemaOrg,
    other_json: Json,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn plain_text(source in text(), cut in 0..500_usize) {
        check(Format::Text, &source, cut)?;
    }

    #[test]
    fn markdown(source in text(), cut in 0..500_usize) {
        check(Format::Markdown, &source, cut)?;
    }

    #[test]
    fn pages(source in text(), cut in 0..500_usize) {
        check(Format::Html, &source, cut)?;
        let marked = format!(
            "<div itemscope itemtype=\"https://schema.org/JobPosting\"><p itemprop=title>{source}\
             <p itemprop=description>{source}<p property=skills typeof=Thing>{source}"
        );
        check(Format::SchemaOrg, &marked, cut)?;
    }

    #[test]
    fn personio(source in text(), cut in 0..900_usize) {
        let xml = format!(
            "<workzag-jobs><position><name>{source}</name><office>{source}</office><jobDescriptions>\
             <jobDescription><name>{source}</name><value><![CDATA[{source}]]></value>\
             </jobDescription></jobDescriptions></position></workzag-jobs>"
        );
        check(Format::Personio, &xml, cut)?;
    }

    #[test]
    fn rss(source in text(), cut in 0..900_usize) {
        let xml = format!(
            "<rss><channel><title>{source}</title><item><title>{source}</title><pubDate>{source}\
             </pubDate><description>{source}</description></item></channel></rss>"
        );
        check(Format::Teamtailor, &xml, cut)?;
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for format in Format::ALL {
            let _ = import(&bytes, Some(format));
        }
        let _ = import(&bytes, None);
    }

    /// Every word of a plain text stands in the posting, whatever the text.
    #[test]
    fn no_word_of_a_text_is_lost(lines in prop::collection::vec("[a-z]{1,8}( [A-Za-z:,.*•-]{1,9}){0,12}", 1..20)) {
        let source = lines.join("\n");
        if let Ok(import) = import(source.as_bytes(), Some(Format::Text)) {
            let said = import.postings[0].json.to_lowercase();
            for word in source.split(|character: char| !character.is_alphanumeric()) {
                prop_assert!(said.contains(&word.to_lowercase()), "{word} of\n{source}\n{said}");
            }
        }
    }
}

/// What generated sources have found, so that it is looked at each time.
#[test]
fn sources_that_once_left_entries_without_a_word() {
    let divided = "\nRequirements:\n<a href=\"https://a.example/x\">A";
    for (format, source) in [
        (
            Format::Json,
            json!({ "title": "A", "description": divided }),
        ),
        (
            Format::Lever,
            json!({ "text": "A", "description": "", "hostedUrl": "https://jobs.lever.co/a/b",
                "lists": [{ "text": "<ul><li>", "content": "" }] }),
        ),
    ] {
        assert!(import(source.to_string().as_bytes(), Some(format)).is_ok());
    }
}
