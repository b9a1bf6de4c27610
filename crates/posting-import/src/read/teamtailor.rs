//! Teamtailor's feeds: JSON, in which each item also holds schema.org's facts,
//! and RSS.

use serde_json::Value;

use super::json::{Json, Object, day_of, found, location};
use super::schema_org::facts;
use super::xml::{Found, Xml};
use super::{header, place_name};
use crate::error::ImportError;
use crate::format::Format;
use crate::html;
use crate::source::{Source, Stated};

const FORMAT: Format = Format::Teamtailor;

/// Reads the items of a feed.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    if text.trim_start().starts_with('<') {
        return rss(text);
    }
    let json = Json::parse(text, FORMAT)?;
    let is_item = |value: &Value| {
        let keys = [
            "content_html",
            "content_text",
            "_jobposting",
            "body",
            "pitch",
        ];
        value.get("title").is_some_and(Value::is_string)
            && keys.iter().any(|key| value.get(key).is_some())
    };
    let organization = json.object(&json.value).stated(&["title"]);
    let mut sources = Vec::new();
    for object in json.postings(is_item) {
        let mut source = item(&object)?;
        source.organization = source.organization.or_else(|| organization.clone());
        place_name(&mut source);
        sources.push(source);
    }
    found(sources, FORMAT)
}

fn item(item: &Object<'_>) -> Result<Source, ImportError> {
    let mut source = Source::default();
    if let Some(posting) = item.inner("_jobposting") {
        facts(&posting, &mut source);
    }
    source.title = item.stated(&["title"]);
    source.posted = source
        .posted
        .or_else(|| item.day(&["date_published", "created-at"]));
    source.apply_url = item.stated(&["url"]).or(source.apply_url);
    source.own_id = item.word("id");
    for path in [
        "content_html",
        "body",
        "_jobposting/description",
        "content_text",
    ] {
        if source.blocks.is_empty() {
            item.add_part(&mut source, None, path)?;
        }
    }
    Ok(source)
}

fn rss(text: &str) -> Result<Vec<Source>, ImportError> {
    let xml = Xml::parse(text, FORMAT)?;
    let channel = xml.everywhere("channel").next();
    let organization = channel.and_then(|channel| stated(channel, "title"));
    let mut sources = Vec::new();
    for item in xml
        .everywhere("item")
        .filter(|item| item.first("title").is_some())
    {
        let mut source = Source {
            title: stated(item, "title"),
            organization: stated(item, "company_name").or_else(|| organization.clone()),
            team: stated(item, "tt:department"),
            posted: item
                .first("pubDate")
                .and_then(|date| Stated::new(&day_of_mail(date.content())?, date.line())),
            apply_url: stated(item, "link"),
            own_id: item
                .first("guid")
                .map(|guid| guid.content().trim().to_owned()),
            ..Source::default()
        };
        places(item, &mut source);
        if let Some(description) = item.first("description") {
            let line = description.content_line();
            source.blocks = html::blocks_of_value(description.content(), line, FORMAT)?;
        }
        place_name(&mut source);
        sources.push(source);
    }
    found(sources, FORMAT)
}

fn stated<'a>(found: Found<'a>, path: &'a str) -> Option<Stated> {
    let found = found.first(path)?;
    Stated::new(&super::json::plain(found.content()), found.line())
}

fn places(item: Found<'_>, source: &mut Source) {
    let remote = item
        .first("remoteStatus")
        .map(|status| status.content().trim() == "fully");
    let list = item.first("tt:locations");
    for place in list.into_iter().flat_map(|list| list.all("tt:location")) {
        let parts = ["tt:city", "tt:country"]
            .into_iter()
            .filter_map(|name| place.first(name));
        let parts: Vec<&str> = parts.map(|part| part.content().trim()).collect();
        let parts = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        let name = place.first("tt:name").map_or("", Found::content);
        let name = if parts.is_empty() {
            name.to_owned()
        } else {
            parts.join(", ")
        };
        source.locations.extend(location(&name, None, remote));
    }
    if source.locations.is_empty() && remote == Some(true) {
        source.locations.push(header::place("Remote"));
    }
}

/// The day of a date as mails write it (RFC 5322 section 3.3): "Fri, 20 Mar 2026 09:30:04 +0100".
fn day_of_mail(text: &str) -> Option<String> {
    let date = text.split_once(',').map_or(text, |(_, rest)| rest).trim();
    let words: Vec<&str> = date.split_whitespace().take(3).collect();
    let [day, month, year] = words.as_slice() else {
        return day_of(text);
    };
    let months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let month = months.find(month.get(..3)?)? / 3 + 1;
    day_of(&format!("{year}-{month:02}-{:02}", day.parse::<u8>().ok()?))
}
