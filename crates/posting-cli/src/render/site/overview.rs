//! The page with all values of a filter. That of the words in titles is a search for readers
//! without scripts, as the index at the end of a book is.

use super::Site;
use super::facet::{Facet, Facets};
use super::list_page::{Frame, ListPage};
use crate::error::Error;
use crate::render::escape;

/// Writes the page.
pub fn write(
    site: &Site<'_>,
    frame: &Frame<'_>,
    facet: Facet,
    facets: &Facets,
) -> Result<(), Error> {
    let path = facet.overview();
    if !site.output.owns(&path) {
        return Ok(());
    }
    let root = super::address::to_root(&path);
    let mut list = String::from("<ul class=\"values\">\n");
    let mut count = 0;
    for group in facets.of(facet) {
        count += 1;
        list += &format!(
            "<li><a href=\"{root}{}.html\">{}</a> {}</li>\n",
            group.stem,
            escape::text(&group.label),
            group.members.len(),
        );
    }
    list += "</ul>\n";
    let page = ListPage {
        path: &path,
        heading: Some(facet.name(frame.text)),
        count: &frame.text.all_values(count),
        list: &list,
        pages: None,
        structured_data: None,
    };
    site.put(&path, page.markup(frame).as_bytes())
}
