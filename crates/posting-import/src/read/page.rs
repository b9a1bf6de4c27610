//! HTML pages without data for machines: the title is the first heading, the
//! rest is what a visitor reads.

use super::{generic, header, place_name};
use crate::block::{Block, BlockKind};
use crate::error::ImportError;
use crate::format::Format;
use crate::html::{self, Tree};
use crate::recognize::role_of;
use crate::source::{Source, Stated};

const FORMAT: Format = Format::Html;

/// Fewer words than this are no posting: the page is filled in by a script.
const FEWEST_WORDS: usize = 30;

/// Reads a page.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let tree = html::parse(text, FORMAT)?;
    let mut source = Source::default();
    let blocks = html::blocks_of(&tree, Tree::DOCUMENT);
    let mut words = 0;
    let is_posting = blocks.iter().any(|block| {
        words += block.plain().split(' ').count();
        words >= FEWEST_WORDS
    });
    if !is_posting && let Some(sources) = in_scripts(&tree) {
        return Ok(sources);
    }
    if blocks.is_empty() {
        return Err(ImportError::NoPosting { format: FORMAT });
    }
    source.lang = attribute_of(&tree, "html", "lang");
    source.apply_url = canonical(&tree);
    let blocks = title(&tree, blocks, &mut source);
    source.blocks = blocks;
    place_name(&mut source);
    Ok(vec![source])
}

fn attribute_of(tree: &Tree, name: &str, attribute: &str) -> Option<Stated> {
    let mut nodes = tree.with_attributes();
    let node = nodes.find(|node| node.name() == name)?;
    Stated::new(node.attribute(attribute)?, node.line)
}

/// The page's own address.
pub(super) fn canonical(tree: &Tree) -> Option<Stated> {
    let mut stated = tree.with_attributes().filter_map(|node| {
        let is_canonical = node.attribute("rel") == Some("canonical");
        let is_url = node.attribute("property") == Some("og:url");
        let url = match (is_canonical, is_url) {
            (true, _) => node.attribute("href"),
            (_, true) => node.attribute("content"),
            _ => None,
        };
        Stated::new(url.filter(|url| url.starts_with("https://"))?, node.line)
    });
    stated.next()
}

/// The title is the strongest heading of the page, or what the page calls itself.
fn title(tree: &Tree, mut blocks: Vec<Block>, source: &mut Source) -> Vec<Block> {
    let strongest = blocks
        .iter()
        .enumerate()
        .filter_map(|(index, block)| match block.kind {
            BlockKind::Heading(level) if level <= 3 && !block.around => Some((level, index)),
            _ => None,
        });
    let strongest = strongest.filter(|(_, index)| {
        blocks
            .get(*index)
            .is_some_and(|block| role_of(&block.plain()).is_none())
    });
    if let Some((_, index)) = strongest.min() {
        let block = blocks.remove(index);
        source.title = Stated::new(&block.plain(), block.line);
        return header::read_labels(blocks, source);
    }
    let nodes = tree.below(Tree::DOCUMENT);
    let own = nodes
        .filter(|(_, node)| node.name() == "title")
        .find_map(|(id, node)| Stated::guessed(&tree.text(id), node.line));
    source.title = own;
    if source.title.is_some() {
        blocks
    } else {
        header::read(blocks, source)
    }
}

/// Postings in the data of a page that a script fills in.
fn in_scripts(tree: &Tree) -> Option<Vec<Source>> {
    let scripts = tree
        .below(Tree::DOCUMENT)
        .filter(|(_, node)| node.name() == "script");
    for (id, _) in scripts {
        let text = tree.text(id);
        let json = match text.split_once("JSON.parse(\"") {
            Some((_, rest)) => {
                let end = rest.rfind("\")")?;
                let quoted = format!("\"{}\"", rest.get(..end)?);
                serde_json::from_str::<String>(&quoted).ok()
            }
            None => text.find(['{', '[']).and_then(|start| {
                let end = text.rfind(['}', ']'])?;
                text.get(start..=end).map(str::to_owned)
            }),
        };
        let sources = json.and_then(|json| generic::read(&json).ok());
        let with_text =
            |sources: &Vec<Source>| sources.iter().any(|source| !source.blocks.is_empty());
        if let Some(mut sources) = sources.filter(with_text) {
            sources.retain(|source| !source.blocks.is_empty());
            for source in &mut sources {
                source
                    .notes
                    .push("the page shows nothing; its data was read instead".to_owned());
            }
            return Some(sources);
        }
    }
    None
}
