//! Reading sources: one module per format, each from text to postings in the
//! one form that all share.

mod ashby;
mod bullet;
mod detect;
mod flat;
mod generic;
mod greenhouse;
mod header;
mod json;
mod lever;
mod lines;
mod markdown;
mod page;
mod pay;
mod personio;
mod recruitee;
mod schema_org;
mod smart_recruiters;
mod teamtailor;
mod text;
mod workable;
mod xml;

use crate::block::{BY_ITS_LOOKS, Block, BlockKind, Piece};
use crate::error::ImportError;
use crate::format::Format;
use crate::recognize::{Role, looks_like_heading, role_of};
use crate::source::{Source, Stated};

pub(crate) use detect::detect;
pub(crate) use flat::sentences;

/// Reads a source of a known format.
pub(crate) fn read(text: &str, format: Format) -> Result<Vec<Source>, ImportError> {
    match format {
        Format::Text => Ok(vec![text::read(text)]),
        Format::Markdown => Ok(vec![markdown::read(text)]),
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

/// What only the texts of blocks tell: marks of items, headings that look like paragraphs, and
/// paragraphs that only looked like headings.
pub(crate) fn refine(blocks: Vec<Block>) -> Vec<Block> {
    let mut refined: Vec<Block> = Vec::new();
    for mut block in blocks {
        let text = block.plain();
        if block.kind == BlockKind::Heading(BY_ITS_LOOKS) && starts_with_mark(&text) {
            block.kind = BlockKind::Paragraph;
        }
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) && starts_with_mark(&text) {
            take_mark(&mut block);
        }
        if block.kind == BlockKind::Paragraph {
            if looks_like_heading(&text) && block.role.is_none() {
                block.kind = BlockKind::Heading(BY_ITS_LOOKS);
            } else if let Some((heading, rest)) = inline_heading(&block) {
                refined.push(heading);
                refined.extend(rest);
                continue;
            }
        }
        if !block.is_empty() {
            refined.push(block);
        }
    }
    refined
}

fn starts_with_mark(text: &str) -> bool {
    bullet::marked(text).is_some()
}

fn take_mark(block: &mut Block) {
    let Some(Piece::Text(first)) = block.pieces.first_mut() else {
        return;
    };
    let Some(marked) = bullet::marked(first) else {
        return;
    };
    block.number = block.number.take().or(marked.number.map(str::to_owned));
    *first = marked.text.to_owned();
    block.kind = BlockKind::Item;
    block
        .pieces
        .retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
}

/// Words that name a list of a posting even where its entries follow on the same line.
const LISTS: [&str; 13] = [
    "responsibilit",
    "requirement",
    "qualification",
    "duties",
    "nice to have",
    "preferred",
    "bonus",
    "what you",
    "what we",
    "must have",
    "aufgaben",
    "profil",
    "missions",
];

/// "Requirements: …" at the start of a paragraph, for the three lists of a posting.
fn inline_heading(block: &Block) -> Option<(Block, Vec<Block>)> {
    let Some(Piece::Text(first)) = block.pieces.first() else {
        return None;
    };
    let (heading, _) = first.split_once(':')?;
    let is_list = role_of(heading).is_some_and(Role::is_list);
    let small = heading.to_lowercase();
    // "Education: …" and "Skills: …" are entries as often as headings.
    let is_named = LISTS.iter().any(|name| small.contains(name));
    if !is_list || !is_named || heading.split(' ').count() > 5 || heading.len() > 60 {
        return None;
    }
    let mut rest = block.clone();
    if let Some(Piece::Text(first)) = rest.pieces.first_mut() {
        *first = first.split_once(':')?.1.trim_start().to_owned();
    }
    let heading = Block::new(BlockKind::Heading(BY_ITS_LOOKS), heading, block.line);
    let items = match rest.pieces.as_slice() {
        [Piece::Text(text)] => flat::entries(text)
            .into_iter()
            .map(|entry| Block::new(BlockKind::Item, entry, block.line))
            .collect(),
        _ => vec![rest],
    };
    Some((heading, items))
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
