//! What texts hold, and how long they are.

use posting::json::Json;

use super::{Lint, Place, Remark};

/// The longest list item that is read at a glance, in characters: about four lines on a phone.
const LONGEST_ITEM: usize = 300;

/// Looks at all texts.
pub fn look(document: &Place<'_>, remarks: &mut Vec<Remark>) {
    links(document, remarks);
    for list in lists(document) {
        for item in list.items() {
            length(&item, remarks);
        }
    }
}

/// The lists whose items are shown as such.
fn lists<'a>(document: &Place<'a>) -> Vec<Place<'a>> {
    let mut lists: Vec<_> = document.member("responsibilities").into_iter().collect();
    if let Some(qualifications) = document.member("qualifications") {
        lists.extend(qualifications.members().map(|(_, list)| list));
    }
    for section in document.member("sections").iter().flat_map(Place::items) {
        let blocks = section.member("body");
        let blocks = blocks.iter().flat_map(Place::items);
        lists.extend(blocks.filter_map(|block| block.member("list")));
    }
    lists
}

/// Addresses that a text writes out; those of links have been checked.
fn links(place: &Place<'_>, remarks: &mut Vec<Remark>) {
    if let Some(text) = place.text()
        && let Some(address) = plain_address(text)
    {
        remarks.push(Remark {
            lint: Lint::HttpLink,
            path: place.path.clone(),
            message: format!(
                "writes out the address {address}, which is not encrypted; make it a link to https"
            ),
        });
    }
    for item in place.items() {
        links(&item, remarks);
    }
    for (_, member) in place.members() {
        links(&member, remarks);
    }
}

/// The first address in a text that starts with `http://`, up to a blank.
fn plain_address(text: &str) -> Option<&str> {
    const START: &str = "http://";
    let at = text.to_ascii_lowercase().find(START)?;
    let address = text.get(at..)?.split_whitespace().next()?;
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”', '>']);
    (address.len() > START.len()).then_some(address)
}

fn length(item: &Place<'_>, remarks: &mut Vec<Remark>) {
    let text = item.member("text");
    let count = characters(text.as_ref().map_or(item.json, |text| text.json));
    if count > LONGEST_ITEM {
        remarks.push(Remark {
            lint: Lint::LongItem,
            path: item.path.clone(),
            message: format!(
                "has {count} characters, and few read items of more than {LONGEST_ITEM}; divide or \
                 shorten it"
            ),
        });
    }
}

/// The characters of a rich text, as they are shown.
fn characters(text: &Json) -> usize {
    match text {
        Json::Text(text) => text.chars().count(),
        Json::List(pieces) => pieces.iter().map(characters).sum(),
        Json::Object(link) => {
            let mut texts = link.iter().filter(|(key, _)| key == "text");
            texts.next().map_or(0, |(_, text)| characters(text))
        }
        _ => 0,
    }
}
