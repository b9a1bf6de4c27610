//! A page of a list of postings: plain links, in markup that needs no script. A strict policy
//! allows all of it.

use job_posting::locale::SiteText;

use crate::render::escape;
use crate::render::styles::PageStyle;

/// What all lists of a site have in common.
pub struct Frame<'a> {
    /// The words.
    pub text: &'a SiteText,
    /// The site's title.
    pub title: &'a str,
    /// The site's address.
    pub url: &'a str,
    /// Style sheets, with addresses relative to the root.
    pub styles: &'a [PageStyle],
    /// How many parts the data of the search has.
    pub search_parts: usize,
    /// The filters of the site: name, overview, values with address and count.
    pub filters: Vec<Filter>,
}

/// A filter as pages offer it.
pub struct Filter {
    /// Its name.
    pub name: &'static str,
    /// The page with all values.
    pub overview: String,
    /// The most frequent values: label, path, count.
    pub values: Vec<(String, String, u32)>,
    /// How many values there are.
    pub count: u32,
}

/// A page.
pub struct ListPage<'a> {
    /// Its path in the site.
    pub path: &'a str,
    /// Its heading; `None` for that of the whole site.
    pub heading: Option<&'a str>,
    /// What says how much there is to see.
    pub count: &'a str,
    /// The list.
    pub list: &'a str,
    /// The way to the page before and after, and which of how many this is.
    pub pages: Option<Pages<'a>>,
    /// Data for search engines.
    pub structured_data: Option<&'a str>,
}

/// Where in a list of several pages a page is.
pub struct Pages<'a> {
    /// The path of the page before.
    pub previous: Option<&'a str>,
    /// The path of the page after.
    pub next: Option<&'a str>,
    /// Which of how many.
    pub number: &'a str,
}

impl ListPage<'_> {
    /// The page.
    pub fn markup(&self, frame: &Frame<'_>) -> String {
        let text = frame.text;
        let root = super::address::to_root(self.path);
        let title = match (self.heading, &self.pages) {
            (Some(heading), _) => format!("{heading} – {}", frame.title),
            (None, _) => frame.title.to_owned(),
        };
        let title = match &self.pages {
            Some(pages) if pages.previous.is_some() => format!("{title} – {}", pages.number),
            _ => title,
        };
        let heading = self.heading.unwrap_or(frame.title);
        let data = self.structured_data.map_or_else(String::new, |data| {
            format!(
                "<script type=\"application/ld+json\">{}</script>\n",
                escape::script_json(data)
            )
        });
        let home = self.heading.map_or_else(String::new, |_| {
            format!(
                "<p class=\"home\"><a href=\"{root}index.html\">{}</a></p>\n",
                text.all_jobs()
            )
        });
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<meta name=\"description\" content=\"{title}: {count}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <link rel=\"canonical\" href=\"{url}\">\n{head}\
             <script type=\"module\" src=\"{root}search.js\"></script>\n{data}</head>\n\
             <body class=\"listing\">\n<a class=\"skip\" href=\"#jobs\">{skip}</a>\n<header>\n{home}<h1>{heading}</h1>\n{search}</header>\n\
             {filters}<main>\n<h2 id=\"jobs\">{count}</h2>\n{list}{pages}</main>\n\
             <footer>\n<p>{follow}: <a href=\"{root}feed.xml\">RSS</a> <a href=\"{root}feed.json\">JSON Feed</a></p>\n</footer>\n\
             </body>\n</html>\n",
            lang = text.lang(),
            title = escape::text(&title),
            count = escape::text(self.count),
            url = escape::text(&address_of(frame.url, self.path)),
            head = frame.head(self.path),
            skip = text.skip(),
            heading = escape::text(heading),
            search = frame.search(&root),
            filters = frame.filters(self.path, &root),
            list = self.list,
            pages = self
                .pages
                .as_ref()
                .map_or_else(String::new, |pages| pages.markup(text, &root)),
            follow = text.feeds(),
        )
    }
}

/// The whole address of a path; the first page is that of the site itself.
pub fn address_of(url: &str, path: &str) -> String {
    match path {
        "index.html" => url.to_owned(),
        path => format!("{url}{path}"),
    }
}

impl Frame<'_> {
    /// Style sheets and feeds, for lists and the pages of postings alike.
    pub fn head(&self, path: &str) -> String {
        let root = super::address::to_root(path);
        let mut head = String::new();
        for style in self.styles {
            head += &style.element(|address| super::address::from_page(path, address));
            head.push('\n');
        }
        head += &super::feed_links(&root).join("\n");
        head.push('\n');
        head
    }

    /// The search, hidden until the script that does it has come.
    fn search(&self, root: &str) -> String {
        let forms: String = self
            .text
            .found()
            .iter()
            .map(|(category, words)| format!(" data-{category}=\"{}\"", escape::text(words)))
            .collect();
        format!(
            "<div id=\"search\" role=\"search\" data-root=\"{root}\" data-parts=\"{}\"{forms} data-failed=\"{}\" hidden>\n\
             <label for=\"words\">{}</label>\n\
             <input id=\"words\" type=\"search\" spellcheck=\"false\">\n\
             <p id=\"found\" role=\"status\"></p>\n<ol id=\"results\" class=\"jobs\"></ol>\n</div>\n",
            self.search_parts,
            escape::text(self.text.search_failed()),
            self.text.search(),
        )
    }

    fn filters(&self, path: &str, root: &str) -> String {
        if self.filters.is_empty() {
            return String::new();
        }
        let mut markup = format!(
            "<nav class=\"filters\" aria-label=\"{}\">\n",
            self.text.filters()
        );
        for filter in &self.filters {
            let current = |other: &str| {
                if other == path {
                    " aria-current=\"page\""
                } else {
                    ""
                }
            };
            markup += &format!(
                "<details name=\"filter\">\n<summary>{}</summary>\n<ul>\n",
                filter.name
            );
            for (label, address, count) in &filter.values {
                markup += &format!(
                    "<li><a href=\"{root}{address}\"{}>{}</a> {}</li>\n",
                    current(address),
                    escape::text(label),
                    self.text.number(*count),
                );
            }
            let overview = &filter.overview;
            if filter.count as usize > filter.values.len() {
                markup += &format!(
                    "<li><a href=\"{root}{overview}\"{}>{}</a></li>\n",
                    current(overview),
                    self.text.all_values(filter.count),
                );
            }
            markup += "</ul>\n</details>\n";
        }
        markup + "</nav>\n"
    }
}

impl Pages<'_> {
    fn markup(&self, text: &SiteText, root: &str) -> String {
        let link = |path: Option<&str>, relation: &str, words: &str| {
            path.map_or_else(String::new, |path| {
                format!("<a rel=\"{relation}\" href=\"{root}{path}\">{words}</a> ")
            })
        };
        format!(
            "<nav class=\"pages\" aria-label=\"{}\">\n{}<span>{}</span> {}\n</nav>\n",
            text.pages(),
            link(self.previous, "prev", text.previous()),
            self.number,
            link(self.next, "next", text.next()),
        )
    }
}
