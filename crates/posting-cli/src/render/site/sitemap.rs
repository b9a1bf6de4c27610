//! The site's pages for search engines, as sitemaps.org has it: at most 50,000 addresses per file,
//! and beyond that an index of several files.

use posting::date::CivilDate;

use super::Site;
use super::list_page::address_of;
use super::postings::{Listed, Postings};
use crate::error::Error;
use crate::render::escape;

/// The most addresses of a file. The format allows for 50,000; the first also has the site's own.
const PER_FILE: usize = 49_999;

const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Writes the sitemap of the open postings, in this order.
pub fn write(site: &Site<'_>, postings: &Postings, order: &[(u32, Listed)]) -> Result<(), Error> {
    let files: Vec<_> = order.chunks(PER_FILE).collect();
    if files.len() < 2 {
        let text = addresses(site, postings, order, &[site.url])?;
        return site.put("sitemap.xml", text.as_bytes());
    }
    let mut index =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"{SCHEMA}\">\n");
    for (number, part) in (1..).zip(files) {
        let path = format!("sitemap-{number}.xml");
        let own = [site.url];
        let pages = if number == 1 { &own[..] } else { &[] };
        let text = addresses(site, postings, part, pages)?;
        site.put(&path, text.as_bytes())?;
        let address = escape::xml(&address_of(site.url, &path));
        index += &format!("<sitemap><loc>{address}</loc></sitemap>\n");
    }
    index += "</sitemapindex>\n";
    site.put("sitemap.xml", index.as_bytes())
}

fn addresses(
    site: &Site<'_>,
    postings: &Postings,
    part: &[(u32, Listed)],
    pages: &[&str],
) -> Result<String, Error> {
    let mut text =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"{SCHEMA}\">\n");
    for page in pages {
        text += &format!("<url><loc>{}</loc></url>\n", escape::xml(page));
    }
    let url = escape::xml(site.url);
    let mut reader = postings.rows.reader()?;
    for (_, listed) in part {
        let item = reader.item(listed.row)?;
        let page = item.split_once('"').map_or(item, |(page, _)| page);
        text.extend(["<url><loc>", &url, page, "</loc>"]);
        if listed.posted > i32::MIN {
            let day = CivilDate::from_days_since_epoch(listed.posted);
            text += &format!("<lastmod>{day}</lastmod>");
        }
        text += "</url>\n";
    }
    text += "</urlset>\n";
    Ok(text)
}
