//! schema.org's `JobPosting`, as JSON-LD, microdata or RDFa. All three become
//! JSON of the same shape, which one reader understands.

mod json_ld;
mod markup;
mod place;
mod posting;
mod twice;

use super::json::{Json, found};
use super::{page, place_name};
use crate::block::Block;
use crate::error::ImportError;
use crate::format::Format;
use crate::html::{self, Tree};
use crate::source::Source;

pub(super) use posting::facts;

const FORMAT: Format = Format::SchemaOrg;

/// Reads JSON-LD alone, or a page.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        let json = Json::parse(&json_ld::mended(start), FORMAT)?;
        return found(json_ld::postings(&json)?, FORMAT);
    }
    let tree = html::parse(text, FORMAT)?;
    let mut sources = in_scripts(&tree)?;
    if sources.is_empty() {
        sources = in_markup(&tree)?;
    } else if let [only] = sources.as_mut_slice() {
        add_unsaid(&tree, only);
    }
    let canonical = page::canonical(&tree);
    for source in &mut sources {
        source.apply_url = source.apply_url.take().or_else(|| canonical.clone());
        place_name(source);
    }
    if sources.is_empty() {
        // A page that only mentions the type is still a page.
        return page::read(text);
    }
    Ok(sources)
}

fn in_scripts(tree: &Tree) -> Result<Vec<Source>, ImportError> {
    let mut sources = Vec::new();
    let mut failure = None;
    for (id, node) in tree.below(Tree::DOCUMENT) {
        let kind = node.attribute("type").unwrap_or_default();
        if node.name() != "script" || !kind.trim().eq_ignore_ascii_case("application/ld+json") {
            continue;
        }
        let text = json_ld::mended(&tree.text(id));
        match Json::parse(&text, FORMAT) {
            Ok(json) => {
                let mut found = json_ld::postings(&json)?;
                for source in &mut found {
                    json_ld::shift_lines(source, node.line);
                }
                sources.extend(found);
            }
            Err(error) if text.contains("JobPosting") => failure = Some(error),
            Err(_) => {}
        }
    }
    match failure {
        // The page itself may still say it all.
        Some(_) if !sources.is_empty() => Ok(sources),
        Some(error) if html::blocks_of(tree, Tree::DOCUMENT).is_empty() => Err(error),
        _ => Ok(sources),
    }
}

fn in_markup(tree: &Tree) -> Result<Vec<Source>, ImportError> {
    let mut sources = Vec::new();
    for item in markup::postings(tree) {
        let text = item.value.to_string();
        let json = Json::parse(&text, FORMAT)?;
        let mut source = posting::read(&json.object(&json.value), false)?;
        json_ld::set_line(&mut source, item.line);
        source.blocks = markup::blocks(tree, item.node, source.title.as_ref());
        sources.push(source);
    }
    Ok(sources)
}

/// What the page's own text says beyond the posting's description.
fn add_unsaid(tree: &Tree, source: &mut Source) {
    let squeezed = |text: &str| -> String {
        text.chars()
            .filter(|character| character.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let said: String = source
        .blocks
        .iter()
        .map(|block| squeezed(&block.plain()))
        .collect();
    let title = source
        .title
        .as_ref()
        .map(|title| squeezed(&title.value))
        .unwrap_or_default();
    let is_unsaid = |block: &Block| {
        let text = squeezed(&block.plain());
        !block.around && !text.is_empty() && text != title && !said.contains(&text)
    };
    let unsaid: Vec<Block> = html::blocks_of(tree, Tree::DOCUMENT)
        .into_iter()
        .filter(is_unsaid)
        .collect();
    if unsaid.is_empty() {
        return;
    }
    source
        .notes
        .push("the page says more than its JSON-LD; it was added at the end".to_owned());
    let before = source.blocks.len();
    source.blocks.extend(unsaid);
    super::apart(source, before);
}
