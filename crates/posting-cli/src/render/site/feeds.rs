//! The newest postings as feeds: RSS 2.0 (rssboard.org/rss-specification) and JSON Feed 1.1
//! (jsonfeed.org/version/1.1).

use std::fs;
use std::path::Path;
use std::sync::Arc;

use job_posting::prerender::{self, Setting};
use posting::date::{CivilDate, Weekday};
use posting::posting::Posting;
use serde_json::{Map, Value, json};

use super::postings::Listed;
use super::{Site, address};
use crate::error::Error;
use crate::render::escape;

/// How many postings a feed holds.
const LENGTH: usize = 50;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A posting in a feed.
struct Item {
    url: String,
    title: String,
    lang: String,
    summary: String,
    day: Option<CivilDate>,
}

/// Writes both feeds of the open postings, newest first.
pub fn write(
    site: &Site<'_>,
    title: &str,
    sources: &[Box<Path>],
    order: &[(u32, Listed)],
) -> Result<(), Error> {
    if !["feed.xml", "feed.json"]
        .into_iter()
        .any(|path| site.output.owns(path))
    {
        return Ok(());
    }
    let newest = order.iter().take(LENGTH);
    let newest = newest.filter_map(|(_, listed)| sources.get(listed.source as usize));
    // A file that has changed since it was rendered is there again in the next run.
    let items: Vec<Item> = newest.filter_map(|path| item(site, path)).collect();
    site.put("feed.xml", rss(site, title, &items).as_bytes())?;
    let feed = json_feed(site, title, &items);
    site.put("feed.json", format!("{feed:#}\n").as_bytes())
}

fn item(site: &Site<'_>, path: &Path) -> Option<Item> {
    let text = fs::read_to_string(path).ok()?;
    let posting = Arc::new(Posting::from_json(&text).ok()?);
    let lang = site.arguments.lang.as_deref().unwrap_or(posting.lang());
    let setting = Setting {
        lang: lang.to_owned(),
        heading_level: 1,
        day: site.arguments.day(),
    };
    Some(Item {
        url: format!("{}{}", site.url, address::job(posting.id())),
        title: format!("{} – {}", posting.title(), posting.organization().name),
        lang: posting.lang().to_owned(),
        summary: prerender::summary(&posting, &setting),
        day: posting.date_posted(),
    })
}

fn rss(site: &Site<'_>, title: &str, items: &[Item]) -> String {
    let url = escape::xml(site.url);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n\
         <title>{title}</title>\n<link>{url}</link>\n<description>{title}</description>\n\
         <atom:link href=\"{url}feed.xml\" rel=\"self\" type=\"application/rss+xml\"/>\n",
        title = escape::xml(title),
    );
    for item in items {
        let address = escape::xml(&item.url);
        feed += &format!(
            "<item>\n<title>{}</title>\n<link>{address}</link>\n<guid>{address}</guid>\n<description>{}</description>\n",
            escape::xml(&item.title),
            // Readers take a description for markup.
            escape::xml(&escape::text(&item.summary)),
        );
        if let Some(day) = item.day {
            feed += &format!("<pubDate>{}</pubDate>\n", mail_date(day));
        }
        feed += "</item>\n";
    }
    feed + "</channel>\n</rss>\n"
}

fn json_feed(site: &Site<'_>, title: &str, items: &[Item]) -> Value {
    let items = items.iter().map(|item| {
        let mut members = Map::new();
        let mut state = |name: &str, value: Value| members.insert(name.to_owned(), value);
        state("id", json!(item.url));
        state("url", json!(item.url));
        state("title", json!(item.title));
        state("content_text", json!(item.summary));
        state("language", json!(item.lang));
        if let Some(day) = item.day {
            state("date_published", json!(format!("{day}T00:00:00Z")));
        }
        Value::Object(members)
    });
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": site.url,
        "feed_url": format!("{}feed.json", site.url),
        "items": items.collect::<Vec<_>>(),
    })
}

/// The beginning of a day in UTC as mail writes it (RFC 822, section 5, with a year of four digits).
fn mail_date(day: CivilDate) -> String {
    let weekday = match day.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    };
    let month = MONTHS
        .get(usize::from(day.month()) - 1)
        .copied()
        .unwrap_or_default();
    format!(
        "{weekday}, {:02} {month} {:04} 00:00:00 GMT",
        day.day(),
        day.year()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_mail_writes_them() {
        let day = CivilDate::parse_iso("2026-03-02").unwrap();
        assert_eq!(mail_date(day), "Mon, 02 Mar 2026 00:00:00 GMT");
    }
}
