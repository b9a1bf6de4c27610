//! Reading sources: one module per format, each from text to postings in the
//! one form that all share.

mod ashby;
mod bullet;
mod detect;
mod flat;
mod front_matter;
mod generic;
mod greenhouse;
mod header;
mod json;
mod lever;
mod lines;
mod liquid;
mod markdown;
mod page;
mod pay;
mod personio;
mod recruitee;
mod refine;
mod schema_org;
mod smart_recruiters;
mod teamtailor;
mod text;
mod workable;
mod xml;

use crate::block::{Block, BlockKind};
use crate::error::ImportError;
use crate::format::Format;
use crate::recognize::Role;
use crate::source::{Source, Stated};

pub(crate) use detect::{detect, may_be_markdown};
pub(crate) use flat::{clauses, sentences};
pub(crate) use header::{country_of, names_place, places_of};
pub(crate) use refine::refine;

/// Reads a source of a known format.
pub(crate) fn read(text: &str, format: Format) -> Result<Vec<Source>, ImportError> {
    match format {
        Format::Text => Ok(vec![named(text::read(text))]),
        Format::Markdown => Ok(vec![named(markdown::read(text))]),
        Format::Html => page::read(text),
        Format::SchemaOrg => schema_org::read(text),
        Format::Greenhouse => greenhouse::read(text),
        Format::Lever => lever::read(text),
        Format::Ashby => ashby::read(text),
        Format::SmartRecruiters => smart_recruiters::read(text),
        Format::Workable => workable::read(text),
        Format::Recruitee => recruitee::read(text),
        Format::Personio => personio::read(text),
        Format::Teamtailor => teamtailor::read(text),
        Format::Json => generic::read(text),
    }
}

/// A source whose employer its text may name, where its first lines don't.
fn named(mut source: Source) -> Source {
    if source.organization.is_none() {
        source.organization = header::stated_in(&source.blocks);
    }
    source
}

/// What follows a posting's lists without a heading is another part, which has no heading.
fn apart(source: &mut Source, first: usize) {
    let needs_heading = source
        .blocks
        .get(first)
        .is_some_and(|block| !block.is_heading());
    if first > 0 && needs_heading {
        let line = source.blocks.get(first).map_or(1, |block| block.line);
        source
            .blocks
            .insert(first, Block::heading("", 1, Some(Role::Other), line));
    }
}

/// A heading of the source without anything below it. It is kept as a paragraph, since a list that
/// it would open is not shown without items.
fn title_alone(title: &str, line: usize) -> Vec<Block> {
    vec![
        Block::heading("", 1, Some(Role::Other), line),
        Block::new(BlockKind::Paragraph, title, line),
    ]
}

/// Where a source does not name the organization, its address may: the account on the system's
/// host, or the host itself.
fn place_name(source: &mut Source) {
    let Some(url) = source
        .apply_url
        .as_ref()
        .filter(|_| source.organization.is_none())
    else {
        return;
    };
    let Some((_, rest)) = url.value.split_once("://") else {
        return;
    };
    let mut parts = rest.split(['/', '?', '#']);
    let host = parts.next().unwrap_or_default().to_lowercase();
    let hosted = [
        "greenhouse.io",
        "lever.co",
        "ashbyhq.com",
        "workable.com",
        "smartrecruiters.com",
    ];
    let account = if hosted.iter().any(|system| host.ends_with(system)) {
        parts.find(|part| !part.is_empty() && !["j", "embed", "job_app"].contains(part))
    } else {
        let labels: Vec<&str> = host.split('.').collect();
        let systems = ["recruitee", "teamtailor", "personio"];
        let is_system = labels.iter().any(|label| systems.contains(label));
        let place = if is_system {
            0
        } else {
            labels.len().saturating_sub(2)
        };
        labels.get(place).copied()
    };
    let words = account.unwrap_or_default().replace(['-', '_', '+'], " ");
    let words = words.split_whitespace().map(|word| {
        let mut letters = word.chars();
        let first = letters
            .next()
            .map(|letter| letter.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    });
    let name = words.collect::<Vec<_>>().join(" ");
    source.organization = Stated::guessed(&name, url.line);
}
