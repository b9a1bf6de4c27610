//! The lists of a site: all open jobs, those of each value of each filter, and the values of each
//! filter. Each list is divided into pages, which are written on all cores.

use rayon::prelude::*;
use serde_json::json;

use super::Site;
use super::facet::Facet;
use super::list_page::{Filter, Frame, ListPage, Pages, address_of};
use super::overview;
use super::postings::{Listed, Postings, Standing};
use super::rows::Row;
use crate::error::Error;

/// How many postings a page of a list holds.
const PER_PAGE: usize = 100;

/// How many postings a part of the data of the search holds.
const PER_PART: usize = 2000;

/// How many values of a filter each page offers; the others have a page of their own.
const VALUES: usize = 12;

/// A list of postings.
struct List<'a> {
    /// The address of its first page without `.html`.
    first: &'a str,
    /// The address of its other pages, without number.
    others: &'a str,
    /// Its heading, or none for the list of all.
    heading: Option<&'a str>,
    /// The places of its postings in the order of all, or none for all.
    members: Option<&'a [u32]>,
}

/// A page of a list: which list, and which page from 0 on.
struct Part<'a> {
    list: &'a List<'a>,
    number: usize,
}

/// The open postings, newest first; those of one day in the order of their files.
pub fn in_order(listed: &[Listed]) -> Vec<(u32, Listed)> {
    let mut open: Vec<(u32, Listed)> = (0..)
        .zip(listed.iter().copied())
        .filter(|(_, listed)| listed.standing == Standing::Open)
        .collect();
    open.sort_by_key(|(_, listed)| (std::cmp::Reverse(listed.posted), listed.source));
    open
}

/// Writes every list.
pub fn write(
    site: &Site<'_>,
    title: &str,
    postings: &mut Postings,
    order: &[(u32, Listed)],
) -> Result<(), Error> {
    let mut rank = vec![None; postings.listed.len()];
    for (place, (number, _)) in (0..).zip(order) {
        if let Some(rank) = rank.get_mut(*number as usize) {
            *rank = Some(place);
        }
    }
    postings
        .facets
        .rank(|number| rank.get(number as usize).copied().flatten());
    let postings = &*postings;
    let rows: Vec<Row> = order.iter().map(|(_, listed)| listed.row).collect();
    let offered = || {
        Facet::ALL
            .into_iter()
            .filter(|facet| postings.facets.is_choice(*facet))
    };
    let frame = Frame {
        text: &site.text,
        title,
        url: site.url,
        styles: &site.styles.page,
        search_parts: rows.len().div_ceil(PER_PART),
        filters: offered()
            .map(|facet| filter(site, postings, facet))
            .collect(),
    };
    let all = List {
        first: "index",
        others: "list/all",
        heading: None,
        members: None,
    };
    let of_values = offered().flat_map(|facet| {
        postings.facets.of(facet).map(|group| List {
            first: &group.stem,
            others: &group.stem,
            heading: Some(&group.label),
            members: Some(&group.members),
        })
    });
    let lists: Vec<List<'_>> = std::iter::once(all).chain(of_values).collect();
    let parts = lists
        .iter()
        .flat_map(|list| (0..list.pages(&rows)).map(move |number| Part { list, number }));
    let parts: Vec<Part<'_>> = parts.collect();
    parts
        .par_iter()
        .try_for_each(|part| part.write(site, &frame, postings, &rows))?;
    for facet in offered() {
        overview::write(site, &frame, facet, &postings.facets)?;
    }
    write_search(site, postings, &rows)
}

fn filter(site: &Site<'_>, postings: &Postings, facet: Facet) -> Filter {
    let mut values: Vec<_> = postings.facets.of(facet).collect();
    let count = values.len() as u32;
    if facet != Facet::Start {
        values.sort_by_key(|group| std::cmp::Reverse(group.members.len()));
    }
    values.truncate(VALUES);
    let values = values.into_iter().map(|group| {
        let address = format!("{}.html", group.stem);
        (group.label.clone(), address, group.members.len() as u32)
    });
    Filter {
        name: facet.name(&site.text),
        overview: facet.overview(),
        values: values.collect(),
        count,
    }
}

impl List<'_> {
    fn len(&self, rows: &[Row]) -> usize {
        self.members.map_or(rows.len(), <[u32]>::len)
    }

    /// How many pages it has; an empty list has one that says so.
    fn pages(&self, rows: &[Row]) -> usize {
        self.len(rows).div_ceil(PER_PAGE).max(1)
    }

    /// The path of a page, counted from 0.
    fn path(&self, number: usize) -> String {
        match number {
            0 => format!("{}.html", self.first),
            number => format!("{}.{}.html", self.others, number + 1),
        }
    }

    /// The rows of a page.
    fn rows(&self, number: usize, rows: &[Row]) -> Vec<Row> {
        let first = number * PER_PAGE;
        match self.members {
            None => rows.iter().skip(first).take(PER_PAGE).copied().collect(),
            Some(members) => {
                let members = members.iter().skip(first).take(PER_PAGE);
                members
                    .filter_map(|place| rows.get(*place as usize).copied())
                    .collect()
            }
        }
    }
}

impl Part<'_> {
    fn write(
        &self,
        site: &Site<'_>,
        frame: &Frame<'_>,
        postings: &Postings,
        rows: &[Row],
    ) -> Result<(), Error> {
        let Self { list, number } = *self;
        let path = list.path(number);
        if !site.output.owns(&path) {
            return Ok(());
        }
        let root = super::address::to_root(&path);
        let mut reader = postings.rows.reader()?;
        let mut items = format!("<ol class=\"jobs\" start=\"{}\">\n", number * PER_PAGE + 1);
        let mut elements = Vec::new();
        for row in list.rows(number, rows) {
            let item = reader.item(row)?;
            items.extend(["<li><a href=\"", &root, item]);
            if let (None, Some((page, _))) = (list.heading, item.split_once('"')) {
                let position = number * PER_PAGE + elements.len() + 1;
                let url = format!("{}{page}", site.url);
                elements.push(json!({ "@type": "ListItem", "position": position, "url": url }));
            }
        }
        items += "</ol>\n";
        let data = (!elements.is_empty()).then(|| {
            let url = address_of(site.url, &path);
            let data = json!({ "@context": "https://schema.org/", "@type": "ItemList", "url": url, "itemListElement": elements });
            data.to_string()
        });
        let pages = list.pages(rows);
        let previous = number.checked_sub(1).map(|number| list.path(number));
        let next = (number + 1 < pages).then(|| list.path(number + 1));
        let label = site.text.page_of(number as u32 + 1, pages as u32);
        let page = ListPage {
            path: &path,
            heading: list.heading,
            count: &site.text.jobs(list.len(rows) as u32),
            list: &items,
            pages: (pages > 1).then_some(Pages {
                previous: previous.as_deref(),
                next: next.as_deref(),
                number: &label,
            }),
            structured_data: data.as_deref(),
        };
        site.put(&path, page.markup(frame).as_bytes())
    }
}

/// Writes the data of the search: what the script that searches loads when somebody types.
fn write_search(site: &Site<'_>, postings: &Postings, rows: &[Row]) -> Result<(), Error> {
    let mut reader = postings.rows.reader()?;
    for (number, part) in (1..).zip(rows.chunks(PER_PART)) {
        let path = format!("search/{number}.json");
        if !site.output.owns(&path) {
            continue;
        }
        let mut text = String::from("[\n");
        for (index, row) in part.iter().enumerate() {
            text += if index == 0 { "" } else { ",\n" };
            text += reader.found(*row)?;
        }
        text += "\n]\n";
        site.put(&path, text.as_bytes())?;
    }
    Ok(())
}
