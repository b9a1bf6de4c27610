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
    /// The element for its style sheet.
    pub style: &'a str,
}

impl Fragment<'_> {
    /// About how long it is.
    fn length(&self) -> usize {
        let FirstView { shadow, light, .. } = self.view;
        let inline = self.inline.unwrap_or_default();
        let texts = [shadow, light, inline, self.style];
        texts.map(str::len).iter().sum::<usize>() + 1024
    }

    /// Adds the element.
    pub fn push_to(&self, page: &mut String) {
        let FirstView { shadow, light, .. } = self.view;
        page.push_str("<job-posting");
        for (name, value) in &self.attributes {
            page.extend([" ", name, "=\""]);
            escape::push_text(page, value);
            page.push('"');
        }
        page.push_str(">\n<template shadowrootmode=\"open\">");
        page.extend([self.style, shadow, "</template>\n"]);
        if let Some(json) = self.inline {
            page.push_str("<script type=\"application/json\">\n");
            escape::push_script_json(page, json.trim());
            page.push_str("\n</script>\n");
        }
        page.extend([light, "\n</job-posting>"]);
    }
}

/// The built files that a page asks for.
#[derive(Clone, Copy)]
pub struct Built<'a> {
    /// All of them.
    pub manifest: &'a Manifest,
    /// What stands before a built file's name in an address.
    pub assets: &'a str,
    /// The text of the widget's style sheet; `None` to link to its file.
    pub held_style: Option<&'a str>,
}

impl Built<'_> {
    /// The element for the widget's style sheet.
    pub fn style(self) -> String {
        match self.held_style {
            Some(text) => format!("<style>{text}</style>"),
            None => self.style_link("rel=\"stylesheet\""),
        }
    }

    /// The elements of the head that have the widget appear and come to life, a line each.
    pub fn head(self) -> String {
        let mut head = String::new();
        if self.held_style.is_none() {
            // Asked for before the body begins, so that the posting is never drawn without it.
            head += &self.style_link("rel=\"preload\" as=\"style\"");
            head.push('\n');
        }
        let loader = self.address(&self.manifest.loader.name);
        head + "<script type=\"module\" src=\"" + &loader + "\"></script>\n"
    }

    /// A link to the style sheet with these attributes. It is asked for with CORS as the loader asks for
    /// it, so that it comes only once.
    fn style_link(self, relation: &str) -> String {
        let style = &self.manifest.style;
        let address = self.address(&style.name);
        let integrity = escape::text(&style.integrity);
        format!("<link {relation} href=\"{address}\" integrity=\"{integrity}\" crossorigin>")
    }

    fn address(self, name: &str) -> String {
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
    /// Elements of the head that are the same whatever the posting says, a line each.
    pub head: &'a str,
    /// Markup before the posting.
    pub before: &'a str,
    /// schema.org's view of the posting.
    pub structured_data: &'a Value,
}

impl Document<'_> {
    /// The page.
    pub fn markup(&self) -> String {
        // Written from beginning to end, since a page put together from texts is copied several times.
        let description = self.fragment.view.description.len();
        let around = self.head.len() + self.before.len() + 8192;
        let mut page = String::with_capacity(self.fragment.length() + description + around);
        page.push_str("<!doctype html>\n<html lang=\"");
        escape::push_text(&mut page, self.lang);
        page.push_str("\">\n<head>\n");
        self.push_head(&mut page);
        page.push_str("<script type=\"application/ld+json\">");
        escape::push_script_value(&mut page, self.structured_data);
        page.push_str("</script>\n</head>\n<body>\n");
        page.push_str(self.before);
        page.push_str("<main>\n");
        self.fragment.push_to(&mut page);
        page.push_str("\n</main>\n</body>\n</html>\n");
        page
    }

    /// Everything in the head but structured data, an element a line.
    fn push_head(&self, page: &mut String) {
        let organization = &self.posting.organization().name;
        let title = format!("{} – {organization}", self.posting.title());
        let summary = &self.fragment.view.summary;
        page.push_str("<meta charset=\"utf-8\">\n");
        let width = "width=device-width, initial-scale=1";
        push_meta(page, "name=\"viewport\"", width);
        page.push_str("<title>");
        escape::push_text(page, &title);
        page.push_str("</title>\n");
        push_meta(page, "name=\"description\"", summary);
        push_meta(page, "name=\"color-scheme\"", "light dark");
        if let Some(url) = self.url {
            push_link(page, "canonical", url);
            push_meta(page, "property=\"og:url\"", url);
        }
        push_meta(page, "property=\"og:type\"", "website");
        push_meta(page, "property=\"og:title\"", &title);
        push_meta(page, "property=\"og:description\"", summary);
        push_meta(page, "property=\"og:site_name\"", organization);
        page.push_str(self.head);
    }
}

/// The element of the head for a style sheet at an address.
pub fn style_link(href: &str) -> String {
    let mut link = String::new();
    push_link(&mut link, "stylesheet", href);
    link.truncate(link.trim_end().len());
    link
}

fn push_meta(page: &mut String, name: &str, content: &str) {
    page.extend(["<meta ", name, " content=\""]);
    escape::push_text(page, content);
    page.push_str("\">\n");
}

fn push_link(page: &mut String, relation: &str, href: &str) {
    page.extend(["<link rel=\"", relation, "\" href=\""]);
    escape::push_text(page, href);
    page.push_str("\">\n");
}
