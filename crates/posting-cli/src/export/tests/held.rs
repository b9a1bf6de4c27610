//! What each format can hold of a posting: the rest is taken out on both sides of the law, and
//! listed field by field in `docs/exporting.md`.

use posting::document::{
    Application, Block, Document, Inline, Location, Program, Qualification, RichText,
};

use super::super::Format;
use super::super::glance::TITLE;

/// The posting with nothing but what the format can hold.
pub fn held(document: &Document, format: Format) -> Document {
    let mut held = document.clone();
    // An import makes an id of its own, and guesses a language.
    held.id = "example".to_owned();
    held.lang = None;
    // Pay is in words, or adds a section of its own.
    held.pay = None;
    held.sections
        .retain(|section| section.title != TITLE && section.title != "Pay");
    if format == Format::JsonLd {
        // Places to go to and places to work from have a property each.
        held.locations.sort_by_key(|location| location.remote);
    } else {
        held.locations = held.locations.into_iter().map(name_alone).collect();
    }
    held.program = held
        .program
        .filter(|program| *program != Program::default());
    match format {
        Format::Markdown => {
            held.organization.url = None;
            held.employment_type = None;
        }
        Format::JsonLd => {
            held.organization.team = None;
            // Search engines require one.
            let today = super::today().to_string();
            held.date_posted.get_or_insert(today);
        }
        Format::Text => {
            held.organization.url = None;
            held.employment_type = None;
            held.date_posted = None;
            held.privacy_policy = None;
            without_address(&mut held);
        }
        Format::JsonResume => {
            held.organization.url = None;
            held.organization.team = None;
            held.date_posted = None;
            held.privacy_policy = None;
            held.locations.truncate(1);
            without_address(&mut held);
        }
    }
    held.application = held
        .application
        .filter(|application| *application != Application::default());
    let with_links = matches!(format, Format::Markdown | Format::JsonLd);
    texts(&mut held, |text| plain(text, with_links));
    held
}

fn name_alone(location: Location) -> Location {
    Location {
        name: location.name,
        ..Location::default()
    }
}

fn without_address(document: &mut Document) {
    if let Some(application) = &mut document.application {
        application.url = None;
    }
}

/// Changes every rich text; rules of qualifications are left out, since imports add some.
fn texts(document: &mut Document, change: impl Fn(&RichText) -> RichText) {
    let prose = document
        .about
        .iter_mut()
        .chain(&mut document.responsibilities);
    prose.for_each(|text| *text = change(text));
    let qualifications = &mut document.qualifications;
    for one in qualifications
        .minimum
        .iter_mut()
        .chain(&mut qualifications.preferred)
    {
        let (Qualification::Text(text) | Qualification::Full { text, .. }) = &*one;
        *one = Qualification::Text(change(text));
    }
    for block in document
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.body)
    {
        match block {
            Block::Paragraph(text) => *text = change(text),
            Block::List { list } => list.iter_mut().for_each(|text| *text = change(text)),
        }
    }
}

/// A text in one form, links beside their words where the format has none.
fn plain(text: &RichText, with_links: bool) -> RichText {
    let RichText::Pieces(pieces) = text else {
        return text.clone();
    };
    if with_links {
        return text.clone();
    }
    let words = pieces.iter().map(|piece| match piece {
        Inline::Text(text) => text.clone(),
        Inline::Marked {
            text,
            href: Some(href),
            ..
        } => format!("{text} ({href})"),
        Inline::Marked { text, .. } => text.clone(),
    });
    RichText::Text(words.collect())
}
