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
    /// About how long it is.
    fn length(&self) -> usize {
        let FirstView { shadow, light, .. } = self.view;
        let texts = [
            Some(shadow.as_str()),
            Some(light),
            self.inline,
            self.held_style,
        ];
        texts.into_iter().flatten().map(str::len).sum::<usize>() + 1024
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
        match self.held_style {
            Some(text) => page.extend(["<style>", text, "</style>"]),
            None => self.push_style_link(page, "rel=\"stylesheet\""),
        }
        page.extend([shadow, "</template>\n"]);
        if let Some(json) = self.inline {
            page.push_str("<script type=\"application/json\">\n");
            escape::push_script_json(page, json.trim());
            page.push_str("\n</script>\n");
        }
        page.extend([light, "\n</job-posting>"]);
    }

    /// Adds the script that brings the element to life; once per page.
    fn push_loader(&self, page: &mut String) {
        page.push_str("<script type=\"module\" src=\"");
        self.push_address(page, &self.manifest.loader.name);
        page.push_str("\"></script>");
    }

    /// Adds a link to the style sheet with these attributes. It is asked for with CORS as the loader
    /// asks for it, so that it comes only once.
    fn push_style_link(&self, page: &mut String, relation: &str) {
        let style = &self.manifest.style;
        page.extend(["<link ", relation, " href=\""]);
        self.push_address(page, &style.name);
        page.push_str("\" integrity=\"");
        escape::push_text(page, &style.integrity);
        page.push_str("\" crossorigin>");
    }

    fn push_address(&self, page: &mut String, name: &str) {
        escape::push_text(page, self.assets);
        escape::push_text(page, name);
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
        // Written from beginning to end, since a page put together from texts is copied several times.
        let data = serde_json::to_string(self.structured_data).unwrap_or_default();
        let mut page = String::with_capacity(self.fragment.length() + data.len() + 8192);
        page.push_str("<!doctype html>\n<html lang=\"");
        escape::push_text(&mut page, self.lang);
        page.push_str("\">\n<head>\n");
        self.push_head(&mut page);
        page.push_str("<script type=\"application/ld+json\">");
        escape::push_script_json(&mut page, &data);
        page.push_str("</script>\n</head>\n<body>\n");
        page.push_str(self.around.map_or("", |around| &around.before));
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
        for element in self.page_styles {
            page.extend([element, "\n"]);
        }
        for element in self.around.iter().flat_map(|around| &around.head) {
            page.extend([element, "\n"]);
        }
        if self.fragment.held_style.is_none() {
            // Asked for before the body begins, so that the posting is never drawn without it.
            let relation = "rel=\"preload\" as=\"style\"";
            self.fragment.push_style_link(page, relation);
            page.push('\n');
        }
        self.fragment.push_loader(page);
        page.push('\n');
        for element in self.early {
            page.extend([element, "\n"]);
        }
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
