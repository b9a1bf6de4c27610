//! The types that write the format, the checker that reads it and the published
//! schema mean the same format.

use posting::document::{Block, Document, Inline, Qualification, RichText, Section};
use posting::posting::{Block as ReadBlock, Posting};
use proptest::prelude::*;

use crate::accept;
use crate::generate::document;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_types_write_is_read(document in document()) {
        let text = document.to_json().unwrap();
        let posting = accept(&text);
        prop_assert_eq!(written(&document), read(&posting));
        let again: Document = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(again, document);
    }
}

/// A text, where it leads, and how it is set apart.
fn marked(text: &str, address: Option<&str>, strong: bool, emphasis: bool) -> String {
    let address = address.map(|address| format!("<{address}>"));
    let strong = if strong { "!" } else { "" };
    let emphasis = if emphasis { "~" } else { "" };
    format!("{text}{}{strong}{emphasis}", address.unwrap_or_default())
}

fn plain(text: &RichText) -> String {
    let pieces = match text {
        RichText::Text(text) => return text.clone(),
        RichText::Pieces(pieces) => pieces.iter(),
    };
    let texts = pieces.map(|piece| match piece {
        Inline::Text(text) => text.clone(),
        Inline::Marked {
            text,
            href,
            strong,
            emphasis,
        } => marked(text, href.as_deref(), *strong, *emphasis),
    });
    texts.collect()
}

/// Every text of a document in a fixed order.
fn written(document: &Document) -> Vec<String> {
    let Document {
        id,
        title,
        organization,
        ..
    } = document;
    let mut texts = vec![id.clone(), title.clone(), organization.name.clone()];
    texts.push(document.lang.clone().unwrap_or_else(|| "en".to_owned()));
    texts.extend(organization.url.clone());
    texts.extend(organization.team.clone());
    for location in &document.locations {
        texts.push(location.name.clone());
        texts.extend(location.country.clone());
        texts.push(location.remote.to_string());
    }
    texts.extend(document.pay.iter().map(|pay| {
        let (currency, unit) = (&pay.currency, serde_json::to_value(pay.unit).unwrap());
        format!("{currency} {} {} {unit}", pay.min, pay.max)
    }));
    texts.extend(document.date_posted.clone());
    texts.extend(document.valid_through.clone());
    if let Some(program) = &document.program {
        texts.extend(program.season.clone());
        let count = program.start_dates.as_ref().map_or(0, Vec::len);
        texts.push(count.to_string());
    }
    texts.extend(document.about.iter().map(plain));
    texts.extend(document.responsibilities.iter().map(plain));
    let qualifications = &document.qualifications;
    for one in qualifications
        .minimum
        .iter()
        .chain(&qualifications.preferred)
    {
        texts.push(plain(match one {
            Qualification::Text(text) | Qualification::Full { text, .. } => text,
        }));
    }
    for Section { title, body } in &document.sections {
        texts.push(title.clone());
        for block in body {
            match block {
                Block::Paragraph(text) => texts.push(plain(text)),
                Block::List { list } => texts.extend(list.iter().map(plain)),
            }
        }
    }
    if let Some(application) = &document.application {
        texts.extend(application.url.clone());
        texts.push(application.rolling_review.to_string());
        let limit = application.limit.as_ref();
        texts.extend(limit.map(|limit| format!("{} {}", limit.positions, limit.in_order)));
        texts.extend(limit.and_then(|limit| limit.scope.clone()));
    }
    texts.extend(
        document
            .privacy_policy
            .iter()
            .map(|policy| policy.url.clone()),
    );
    texts
}

fn read_plain(text: &posting::rich_text::RichText) -> String {
    let texts = text.pieces().iter().map(|piece| {
        let address = piece.url.as_ref().map(|url| url.as_str());
        marked(&piece.text, address, piece.strong, piece.emphasis)
    });
    texts.collect()
}

/// The same texts, from the posting.
fn read(posting: &Posting) -> Vec<String> {
    let organization = posting.organization();
    let mut texts = vec![
        posting.id().to_owned(),
        posting.title().to_owned(),
        organization.name.clone(),
        posting.lang().to_owned(),
    ];
    texts.extend(organization.url.iter().map(|url| url.as_str().to_owned()));
    texts.extend(organization.team.clone());
    for location in posting.locations() {
        texts.push(location.name.clone());
        texts.extend(location.country.clone());
        texts.push(location.remote.to_string());
    }
    texts.extend(posting.pay().map(|pay| {
        let (currency, unit) = (&pay.currency, pay.unit.as_str());
        let number = |amount| serde_json::Number::from(amount);
        format!(
            "{currency} {} {} {unit:?}",
            number(pay.least),
            number(pay.most)
        )
    }));
    texts.extend(posting.date_posted().map(|date| date.to_string()));
    texts.extend(posting.valid_through().map(|date| date.to_string()));
    if let Some(program) = posting.program() {
        texts.extend(program.season().map(str::to_owned));
        texts.push(program.cohorts().len().to_string());
    }
    texts.extend(posting.about().iter().map(read_plain));
    texts.extend(posting.responsibilities().iter().map(read_plain));
    let minimum = posting.minimum_qualifications().iter();
    let all = minimum.chain(posting.preferred_qualifications());
    texts.extend(all.map(|one| read_plain(&one.text)));
    for section in posting.sections() {
        texts.push(section.title.clone());
        for block in &section.body {
            match block {
                ReadBlock::Paragraph(text) => texts.push(read_plain(text)),
                ReadBlock::List(list) => texts.extend(list.iter().map(read_plain)),
            }
        }
    }
    if let Some(application) = posting.application() {
        texts.extend(application.url.iter().map(|url| url.as_str().to_owned()));
        texts.push(application.rolling_review.to_string());
        let limit = application.limit.as_ref();
        texts.extend(limit.map(|limit| format!("{} {}", limit.positions, limit.in_order)));
        texts.extend(limit.and_then(|limit| limit.scope.clone()));
    }
    texts.extend(posting.privacy_policy().map(|url| url.as_str().to_owned()));
    texts
}

#[cfg(feature = "schema")]
mod schema {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn what_the_types_write_fits_the_schema(document in document()) {
            thread_local! {
                static VALIDATOR: jsonschema::Validator =
                    jsonschema::validator_for(&posting::document::schema()).unwrap();
            }
            let value = serde_json::to_value(&document).unwrap();
            VALIDATOR.with(|validator| {
                let errors: Vec<_> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
                prop_assert!(errors.is_empty(), "{errors:?} in {value}");
                Ok(())
            })?;
        }
    }

    #[test]
    fn the_published_schema_is_the_generated_one() {
        let published: serde_json::Value =
            serde_json::from_str(&crate::read("docs/posting.schema.json")).unwrap();
        assert!(
            published == posting::document::schema(),
            "docs/posting.schema.json is out of date; run `cargo xtask schema`"
        );
    }

    #[test]
    fn the_examples_fit_the_schema_and_the_broken_one_does_not() {
        let validator = jsonschema::validator_for(&posting::document::schema()).unwrap();
        for entry in std::fs::read_dir(crate::repository("public/postings")).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            let broken = path.ends_with("broken.json");
            assert_eq!(validator.is_valid(&value), !broken, "{}", path.display());
        }
    }

    #[test]
    fn the_schema_refuses_what_the_checker_refuses() {
        let validator = jsonschema::validator_for(&posting::document::schema()).unwrap();
        for members in [
            r#""version": 2"#,
            r#""id": "A""#,
            r#""title": " ""#,
            r#""titel": "A""#,
            r#""lang": "en_US""#,
            r#""lang": null"#,
            r#""program": {"weeks": 12, "months": 3}"#,
            r#""program": {"weeks": 0}"#,
            r#""program": {"workingDays": ["mon", "mon"]}"#,
            r#""program": {"startDates": ["2026-05-18"], "startWindow": {"from": "2026-05-18", "to": "2026-05-18"}}"#,
            r#""program": {"startDates": []}"#,
            r#""program": {"startDates": [{"start": "2026-05-18"}]}"#,
            r#""qualifications": {"minimum": [{"text": "T", "rule": {}}]}"#,
            r#""qualifications": {"minimum": [{"text": "T", "rule": {"returnToDegree": false}}]}"#,
            r#""qualifications": {"minimum": [{"text": "T", "rule": {"commitWeeks": 1, "returnToDegree": true}}]}"#,
            r#""application": {"url": "http://b.example"}"#,
            r#""application": {"limit": {"positions": 21}}"#,
            r#""about": [[{"text": "a"}]]"#,
            r#""pay": {"currency": "USD", "min": 1, "max": 2}"#,
            r#""pay": {"currency": "usd", "min": 1, "max": 2, "unit": "HOUR"}"#,
            r#""pay": {"currency": "USD", "min": 0, "max": 2, "unit": "HOUR"}"#,
            r#""pay": {"currency": "USD", "min": 1, "max": 1000000000001, "unit": "HOUR"}"#,
            r#""pay": {"currency": "USD", "min": "1", "max": 2, "unit": "HOUR"}"#,
            r#""pay": {"currency": "USD", "min": 1, "max": 2, "unit": "hour"}"#,
        ] {
            let base = r#"{"version": 1, "id": "a", "title": "A", "organization": {"name": "B"}}"#;
            let mut value: serde_json::Value = serde_json::from_str(base).unwrap();
            assert!(validator.is_valid(&value));
            let changed: serde_json::Map<_, _> =
                serde_json::from_str(&format!("{{{members}}}")).unwrap();
            value.as_object_mut().unwrap().extend(changed);
            assert!(!validator.is_valid(&value), "{members}");
            crate::refuse(&value.to_string());
        }
    }
}
