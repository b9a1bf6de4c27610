//! The posting in markup without classes, ids or anything to press: for browsers that show
//! nothing else, and for search engines.

use posting::posting::{Block, Qualification};
use posting::rich_text::RichText;

use super::markup::{AnyView, Element, element};
use super::posting::facts::{self, Fact};
use super::rich_text::{link, rich_text};
use crate::widget::Widget;

/// The most characters a summary has: what search engines show of one.
const SUMMARY_LENGTH: usize = 160;

/// The posting in both forms: [`article`] and [`description`].
pub fn both(widget: Widget) -> [AnyView; 2] {
    // To find the facts takes longer than to write them.
    let facts = facts::collect(&widget.posting(), widget.text);
    [article(widget, &facts), description(widget, &facts)]
}

/// The whole posting with the way to apply, as an article.
fn article(widget: Widget, facts: &[Fact]) -> AnyView {
    let posting = widget.posting();
    let organization = posting.organization();
    let name = match &organization.url {
        Some(url) => element("p").child(link(url.as_str(), &organization.name)),
        None => element("p").text(&organization.name),
    };
    let closed = posting
        .is_closed(widget.today)
        .then(|| ours(widget, element("p").text(widget.text.closed())));
    element("article")
        .with("lang", posting.lang())
        .child(name)
        .child(element(tag(widget, 0)).text(posting.title()))
        .children(closed)
        .children(sections(widget, facts, &|words| {
            element(tag(widget, 1)).text(words)
        }))
        .children(ways_out(widget))
        .view()
}

/// Every fact and text, with headings in bold: search engines read few tags.
fn description(widget: Widget, facts: &[Fact]) -> AnyView {
    let bold = |words: &str| element("p").child(element("strong").text(words));
    element("div")
        .children(sections(widget, facts, &bold))
        .view()
}

/// The posting's first words, or its facts where it has no words; cut after a whole word.
pub fn summary(widget: Widget) -> String {
    let posting = widget.posting();
    let words = match posting.about().first() {
        Some(paragraph) => paragraph.plain(),
        None => {
            let facts = facts::collect(&posting, widget.text).into_iter();
            facts
                .flat_map(|fact| fact.values)
                .collect::<Vec<_>>()
                .join(" · ")
        }
    };
    shortened(&words.split_whitespace().collect::<Vec<_>>())
}

fn shortened(words: &[&str]) -> String {
    let whole = words.join(" ");
    if whole.chars().count() <= SUMMARY_LENGTH {
        return whole;
    }
    let mut short = String::new();
    for word in words {
        // One for the blank, one for the ellipsis.
        if short.chars().count() + word.chars().count() + 2 > SUMMARY_LENGTH {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short + "…"
}

/// The tag of a heading `below` levels under the posting's title.
fn tag(widget: Widget, below: u8) -> &'static str {
    match widget.presentation.heading_level(below).as_str() {
        "1" => "h1",
        "2" => "h2",
        "3" => "h3",
        "4" => "h4",
        "5" => "h5",
        _ => "h6",
    }
}

/// Facts and texts in the order of the posting's view, each under a heading made by `heading`.
fn sections(widget: Widget, facts: &[Fact], heading: &dyn Fn(&str) -> Element) -> Vec<Element> {
    let posting = widget.posting();
    let text = widget.text;
    let ours = |words: &str| ours(widget, heading(words));
    let mut parts = vec![fact_list(widget, facts)];
    if !posting.about().is_empty() {
        parts.push(ours(text.about()));
        parts.extend(posting.about().iter().map(paragraph));
    }
    if !posting.responsibilities().is_empty() {
        parts.push(ours(text.responsibilities()));
        parts.push(list(posting.responsibilities().iter()));
    }
    let asked = [
        (
            text.minimum_qualifications(),
            posting.minimum_qualifications(),
        ),
        (
            text.preferred_qualifications(),
            posting.preferred_qualifications(),
        ),
    ];
    for (words, items) in asked.into_iter().filter(|(_, items)| !items.is_empty()) {
        parts.push(ours(words));
        parts.push(list(items.iter().map(|item: &Qualification| &item.text)));
    }
    for section in posting.sections() {
        parts.push(heading(&section.title));
        parts.extend(section.body.iter().map(|block| match block {
            Block::Paragraph(words) => paragraph(words),
            Block::List(items) => list(items.iter()),
        }));
    }
    parts
}

/// "Length: 12 weeks", one line for each fact.
fn fact_list(widget: Widget, facts: &[Fact]) -> Element {
    let rows = facts.iter().map(|fact| {
        let values = fact.values.join("; ");
        element("li")
            .child(element("strong").text(fact.term))
            .text(": ")
            .text(&values)
    });
    ours(widget, element("ul").children(rows))
}

/// The privacy notice and the link to apply, unless the posting is closed.
fn ways_out(widget: Widget) -> Vec<Element> {
    let posting = widget.posting();
    let text = widget.text;
    let privacy = posting
        .privacy_policy()
        .map(|url| (url, text.privacy_link().to_owned()));
    let apply = posting
        .application()
        .and_then(|application| application.url.as_ref())
        .filter(|_| !posting.is_closed(widget.today))
        .map(|url| (url, text.apply_at(&posting.organization().name)));
    let links = privacy.into_iter().chain(apply);
    links
        .map(|(url, words)| {
            let words = link(url.as_str(), &words);
            ours(widget, element("p").child(words))
        })
        .collect()
}

fn paragraph(words: &RichText) -> Element {
    element("p").views(rich_text(words))
}

fn list<'a>(items: impl Iterator<Item = &'a RichText>) -> Element {
    let items = items.map(|item| element("li").views(rich_text(item)));
    element("ul").children(items)
}

/// Says that an element is in our language, where the posting around it is in another.
fn ours(widget: Widget, element: Element) -> Element {
    let lang = widget.text.lang();
    if widget.posting().lang() == lang {
        element
    } else {
        element.with("lang", lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_ends_after_a_whole_word() {
        assert_eq!(shortened(&["one", "two"]), "one two");
        let long = ["twelve"; 40];
        let short = shortened(&long);
        assert!(short.chars().count() <= SUMMARY_LENGTH, "{short}");
        assert!(short.ends_with("twelve…"), "{short}");
    }
}
