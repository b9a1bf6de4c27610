//! The page and the fragment: plain text put together around the widget's markup. Nothing in
//! them needs inline scripts or style attributes; the JSON in them is data, which no policy refuses.

use job_posting::prerender::FirstView;
use posting::posting::Posting;
use serde_json::Value;

use super::escape;
use super::manifest::Manifest;

/// The element with its first view, and what it refers to.
pub struct Fragment<'a> {
    /// The markup.
    pub view: &'a FirstView,
    /// The element's attributes in order, each with its value.
    pub attributes: Vec<(&'static str, String)>,
    /// The posting file's text; `None` if the app is to fetch it by `src`.
    pub inline: Option<&'a str>,
    /// The built files.
    pub manifest: &'a Manifest,
    /// What stands before a built file's name in an address.
    pub assets: &'a str,
    /// The style sheet's text; `None` to link to its file.
    pub held_style: Option<&'a str>,
}

impl Fragment<'_> {
    /// The element alone.
    pub fn markup(&self) -> String {
        let attributes: String = self
            .attributes
            .iter()
            .map(|(name, value)| format!(" {name}=\"{}\"", escape::text(value)))
            .collect();
        let style = match self.held_style {
            Some(text) => style_element(text),
            None => self.style_link("rel=\"stylesheet\""),
        };
        let FirstView { shadow, light, .. } = self.view;
        let inline = self.inline.map_or_else(String::new, |json| {
            let json = escape::script_json(json.trim());
            format!("<script type=\"application/json\">\n{json}\n</script>\n")
        });
        format!(
            "<job-posting{attributes}>\n<template shadowrootmode=\"open\">{style}{shadow}</template>\n\
             {inline}{light}\n</job-posting>"
        )
    }

    /// The script that brings the element to life; once per page.
    pub fn loader(&self) -> String {
        let src = self.address(&self.manifest.loader.name);
        format!("<script type=\"module\" src=\"{src}\"></script>")
    }

    /// A link to the style sheet with these attributes. It is asked for with CORS as the loader asks
    /// for it, so that it comes only once.
    fn style_link(&self, relation: &str) -> String {
        let style = &self.manifest.style;
        let (href, integrity) = (self.address(&style.name), escape::text(&style.integrity));
        format!("<link {relation} href=\"{href}\" integrity=\"{integrity}\" crossorigin>")
    }

    fn address(&self, name: &str) -> String {
        escape::text(&format!("{}{name}", self.assets))
    }
}

/// A whole page around a fragment.
pub struct Document<'a> {
    /// The posting.
    pub posting: &'a Posting,
    /// The element.
    pub fragment: &'a Fragment<'a>,
    /// BCP 47 tag of the page's language.
    pub lang: &'a str,
    /// The page's own address.
    pub url: Option<&'a str>,
    /// Elements of the head for the page's own style sheets.
    pub page_styles: &'a [String],
    /// Elements of the head that have the page appear and come to life sooner.
    pub early: &'a [String],
    /// schema.org's view of the posting.
    pub structured_data: &'a Value,
    /// What the site around it adds.
    pub around: Option<&'a Around>,
}

/// What a site adds to the pages of its postings.
pub struct Around {
    /// Elements of the head.
    pub head: Vec<String>,
    /// Markup before the posting.
    pub before: String,
}

impl Document<'_> {
    /// The page.
    pub fn markup(&self) -> String {
        let organization = &self.posting.organization().name;
        let title = format!("{} – {organization}", self.posting.title());
        let summary = &self.fragment.view.summary;
        let mut head = vec![
            "<meta charset=\"utf-8\">".to_owned(),
            meta("name", "viewport", "width=device-width, initial-scale=1"),
            format!("<title>{}</title>", escape::text(&title)),
            meta("name", "description", summary),
            meta("name", "color-scheme", "light dark"),
        ];
        if let Some(url) = self.url {
            head.push(format!(
                "<link rel=\"canonical\" href=\"{}\">",
                escape::text(url)
            ));
            head.push(meta("property", "og:url", url));
        }
        head.extend([
            meta("property", "og:type", "website"),
            meta("property", "og:title", &title),
            meta("property", "og:description", summary),
            meta("property", "og:site_name", organization),
        ]);
        head.extend_from_slice(self.page_styles);
        head.extend(self.around.iter().flat_map(|around| around.head.clone()));
        if self.fragment.held_style.is_none() {
            // Asked for before the body begins, so that the posting is never drawn without it.
            head.push(self.fragment.style_link("rel=\"preload\" as=\"style\""));
        }
        head.push(self.fragment.loader());
        head.extend_from_slice(self.early);
        let data = escape::script_json(&self.structured_data.to_string());
        head.push(format!(
            "<script type=\"application/ld+json\">{data}</script>"
        ));
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n{}\n</head>\n<body>\n{}<main>\n{}\n</main>\n</body>\n</html>\n",
            escape::text(self.lang),
            head.join("\n"),
            self.around.map_or("", |around| &around.before),
            self.fragment.markup(),
        )
    }
}

/// The element of the head for a style sheet at an address.
pub fn style_link(href: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\">", escape::text(href))
}

/// The element that holds a style sheet, which has no `</` in it.
pub fn style_element(text: &str) -> String {
    format!("<style>{text}</style>")
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!(
        "<meta {kind}=\"{name}\" content=\"{}\">",
        escape::text(content)
    )
}
