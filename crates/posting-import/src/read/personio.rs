//! Personio's XML feed: texts are HTML in CDATA, their items often marked by
//! dots between line breaks.

use super::json::location;
use super::xml::{Found, Xml};
use super::{header, place_name};
use crate::block::Block;
use crate::error::ImportError;
use crate::format::Format;
use crate::html;
use crate::source::{Source, Stated};

const FORMAT: Format = Format::Personio;

/// Reads the positions of a feed.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let xml = Xml::parse(text, FORMAT)?;
    let positions = xml
        .everywhere("position")
        .filter(|found| found.first("name").is_some());
    let mut sources = positions.map(position).collect::<Result<Vec<_>, _>>()?;
    if let Some(first) = sources.first_mut().filter(|_| xml.mended) {
        first
            .notes
            .push("a tag of the feed lacked its “>”; it was read as if it were there".into());
    }
    super::json::found(sources, FORMAT)
}

fn position(position: Found<'_>) -> Result<Source, ImportError> {
    let stated = |path| {
        let found = position.first(path)?;
        Stated::new(&super::json::plain(found.content()), found.line())
    };
    let words = |path| position.first(path).map(Found::content);
    let mut source = Source {
        title: stated("name"),
        organization: stated("subcompany"),
        team: stated("department"),
        posted: stated("createdAt")
            .and_then(|time| Stated::new(&super::json::day_of(&time.value)?, time.line)),
        own_id: words("id").map(|id| id.trim().to_owned()),
        ..Source::default()
    };
    let kind = |path| words(path).and_then(header::employment_of);
    let full_or_part = kind("schedule");
    source.employment = match kind("employmentType") {
        Some(posting::document::EmploymentType::FullTime) | None => full_or_part,
        special => special,
    };
    let offices = position.all("office").chain(
        position
            .first("additionalOffices")
            .into_iter()
            .flat_map(|more| more.all("office")),
    );
    for office in offices {
        source
            .locations
            .extend(location(office.content(), None, None));
    }
    let descriptions = position.first("jobDescriptions");
    for part in descriptions
        .into_iter()
        .flat_map(|list| list.all("jobDescription"))
    {
        let Some(value) = part.first("value") else {
            continue;
        };
        let blocks = html::blocks_of_value(value.content(), value.content_line(), FORMAT)?;
        if let Some(name) = part.first("name") {
            let name_text = super::json::plain(name.content());
            let heading = match blocks.is_empty() {
                false => vec![Block::heading(&name_text, 1, None, name.line())],
                true => super::title_alone(&name_text, name.line()),
            };
            let has_words = heading.iter().any(|block| !block.is_empty());
            source
                .blocks
                .extend(heading.into_iter().filter(|_| has_words));
        }
        source.blocks.extend(blocks);
    }
    place_name(&mut source);
    Ok(source)
}
