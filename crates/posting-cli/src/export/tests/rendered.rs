//! The structured data of rendered pages states lists as properties and in its description, and
//! an import takes them once.

use job_posting::prerender::{Day, FirstView, Setting};
use posting::document::{Block, Document, RichText, Section};
use posting::posting::Posting;
use posting::schema_org::{self, Listing};

use super::{Format, held, imported, today};

/// The structured data of a posting's page.
pub fn rendered(document: &Document) -> String {
    let posting = Posting::from_json(&document.to_json().unwrap()).unwrap();
    let setting = Setting {
        lang: "en".to_owned(),
        heading_level: 1,
        day: Day::AnyFrom(today()),
    };
    let listing = Listing {
        description: &FirstView::new(&posting.clone().into(), &setting).description,
        url: None,
        published: today(),
    };
    schema_org::job_posting(&posting, listing).to_string()
}

/// Lists and sections are those of the posting, after the facts and the introduction.
#[track_caller]
pub fn comes_back(document: &Document) {
    let text = rendered(document);
    let again = held(&imported(&text, Format::JsonLd), Format::JsonLd);
    let expected = held(document, Format::JsonLd);
    assert_eq!(again.responsibilities, expected.responsibilities, "{text}");
    assert_eq!(again.qualifications, expected.qualifications, "{text}");
    let is_facts = |section: &Section| section.title == "More information";
    let sections = again.sections.into_iter().filter(|it| !is_facts(it));
    let (about, sections): (Vec<_>, Vec<_>) = sections.partition(|it| it.title == "About the role");
    assert_eq!(sections, expected.sections, "{text}");
    let paragraphs = about.into_iter().flat_map(|section| section.body);
    let paragraphs: Vec<RichText> = paragraphs
        .filter_map(|block| match block {
            Block::Paragraph(text) => Some(text),
            Block::List { .. } => None,
        })
        .collect();
    let about = if paragraphs.is_empty() {
        again.about
    } else {
        paragraphs
    };
    assert_eq!(about, expected.about, "{text}");
}
