//! HTML pages without data for machines: the title is the first heading, the
//! rest is what a visitor reads.

use serde::de::IgnoredAny;

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
    let scripts = if is_posting { None } else { in_scripts(&tree) };
    if let Some(Ok(sources)) = scripts {
        return Ok(sources);
    }
    if blocks.is_empty() {
        return scripts.unwrap_or(Err(ImportError::NoPosting { format: FORMAT }));
    }
    source.lang = attribute_of(&tree, "html", "lang");
    source.apply_url = canonical(&tree);
    let mut blocks = title(&tree, blocks, &mut source);
    if source.organization.is_none() {
        source.organization = header::stated_in(&blocks);
    }
    place_name(&mut source);
    let left = header::divide(&blocks, &mut source);
    blocks.splice(..0, left);
    source.blocks = blocks;
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
        let title = own_title(tree).map(|title| title.value).unwrap_or_default();
        let page = header::Page {
            title: &title,
            site: site_name(tree),
            before: index,
        };
        return header::read_page(blocks, &page, source);
    }
    source.title = own_title(tree);
    if source.title.is_some() {
        blocks
    } else {
        header::read(blocks, source)
    }
}

/// What the page calls itself.
fn own_title(tree: &Tree) -> Option<Stated> {
    let nodes = tree.below(Tree::DOCUMENT);
    nodes
        .filter(|(_, node)| node.name() == "title")
        .find_map(|(id, node)| Stated::guessed(&tree.text(id), node.line))
}

/// What the page calls the site that it is of.
fn site_name(tree: &Tree) -> Option<&str> {
    let mut nodes = tree.with_attributes();
    let node = nodes.find(|node| node.attribute("property") == Some("og:site_name"))?;
    node.attribute("content").map(str::trim)
}

/// Postings in the data of a page that a script fills in; an error where it names them without their texts.
fn in_scripts(tree: &Tree) -> Option<Result<Vec<Source>, ImportError>> {
    let scripts = tree
        .below(Tree::DOCUMENT)
        .filter(|(_, node)| node.name() == "script");
    let mut without_text = None;
    for json in scripts.flat_map(|(id, _)| data_of(&tree.text(id))) {
        match generic::read(&json) {
            Ok(mut sources) => {
                sources.retain(|source| !source.blocks.is_empty());
                for source in &mut sources {
                    source
                        .notes
                        .push("the page shows nothing; its data was read instead".to_owned());
                }
                if !sources.is_empty() {
                    return Some(Ok(sources));
                }
            }
            Err(ImportError::NoText { title, count, .. }) => {
                let format = FORMAT;
                let error = ImportError::NoText {
                    format,
                    title,
                    count,
                };
                without_text.get_or_insert(error);
            }
            Err(_) => {}
        }
    }
    without_text.map(Err)
}

/// More places of a script than this are not tried.
const MOST_PLACES: usize = 64;

/// The values that a script starts with, is given or assigns, as JSON.
fn data_of(script: &str) -> Vec<String> {
    if let Some((_, rest)) = script.split_once("JSON.parse(\"") {
        let quoted = rest.rfind("\")").and_then(|end| rest.get(..end));
        let json = quoted.and_then(|quoted| serde_json::from_str(&format!("\"{quoted}\"")).ok());
        return json.into_iter().collect();
    }
    let mut data = Vec::new();
    let mut end = 0;
    let places = script.match_indices(['{', '[']).map(|(place, _)| place);
    let is_value = |place: &usize| {
        let before = script.get(..*place).unwrap_or_default().trim_end();
        before.is_empty() || before.ends_with(['=', '('])
    };
    for start in places.filter(is_value).take(MOST_PLACES) {
        if start < end {
            continue;
        }
        let rest = script.get(start..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        if let Some(Ok(_)) = values.next() {
            end = start + values.byte_offset();
            data.extend(script.get(start..end).map(str::to_owned));
        }
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_of_scripts_is_found_among_code() {
        let script = "var f = function () { return [1]; };\nwindow.data = {\"title\": \"Gardener\", \
                      \"description\": \"We prune.\"};\nrun([2], {});";
        assert_eq!(
            data_of(script),
            [
                "{\"title\": \"Gardener\", \"description\": \"We prune.\"}",
                "[2]"
            ]
        );
        let page = format!("<html><body><div id=app></div><script>{script}</script></body></html>");
        let sources = read(&page).unwrap();
        assert_eq!(sources[0].title.as_ref().unwrap().value, "Gardener");
    }

    #[test]
    fn names_without_texts_are_told() {
        let names = r#"{"jobs": [{"title": "Gardener", "text": ""}, {"title": "Cook"}]}"#;
        let page = format!("<html><body><script>window.data = {names};</script></body></html>");
        for error in [read(&page).err(), generic::read(names).err()] {
            let told = error.unwrap().to_string();
            assert!(
                told.contains("“Gardener” and 1 more; looked for an"),
                "{told}"
            );
        }
    }
}
