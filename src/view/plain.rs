//! The posting in markup without classes, ids or anything to press: for browsers that show
//! nothing else, and for search engines.

use posting::posting::{Block, Posting, Qualification};
use posting::rich_text::RichText;

use super::markup::{AnyView, Element, element, twice};
use super::posting::facts::{self, Fact};
use super::rich_text::{link, rich_text};
use crate::widget::Widget;

/// The most characters a summary has: what search engines show of one.
const SUMMARY_LENGTH: usize = 160;

/// A part of the posting for both forms.
enum Part<'a> {
    /// A heading, which each form writes in its own way.
    Heading(&'a str, Words),
    /// What is the same in both.
    Same([Element; 2]),
}

/// Whose words a heading is in.
enum Words {
    Ours,
    Theirs,
}

/// The posting in both forms: the whole posting with the way to apply, as an article; and every fact and
/// text, with headings in bold, because search engines read few tags.
pub fn both(widget: Widget) -> [AnyView; 2] {
    let posting = widget.posting();
    let (mut article, mut description) = (article(widget), element("div"));
    for part in parts(widget, &posting) {
        let [first, second] = match part {
            Part::Same(both) => both,
            Part::Heading(words, whose) => {
                let headings = [
                    element(tag(widget, 1)).text(words),
                    element("p").child(element("strong").text(words)),
                ];
                match whose {
                    Words::Ours => headings.map(|heading| ours(widget, heading)),
                    Words::Theirs => headings,
                }
            }
        };
        article = article.child(first);
        description = description.child(second);
    }
    [
        article.children(ways_out(widget)).view(),
        description.view(),
    ]
}

/// The beginning of the article.
fn article(widget: Widget) -> Element {
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
    shortened(words.split_whitespace())
}

fn shortened<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    // How many characters it has, and how long it is where it could still end with an ellipsis.
    let (mut count, mut end) = (0, 0);
    for word in words {
        if !text.is_empty() {
            text.push(' ');
            count += 1;
        }
        text.push_str(word);
        count += word.chars().count();
        if count < SUMMARY_LENGTH {
            end = text.len();
        }
        if count > SUMMARY_LENGTH {
            text.truncate(end);
            return text + "…";
        }
    }
    text
}

/// The tag of a heading `below` levels under the posting's title.
fn tag(widget: Widget, below: u8) -> &'static str {
    match widget.presentation.heading_level(below) {
        "1" => "h1",
        "2" => "h2",
        "3" => "h3",
        "4" => "h4",
        "5" => "h5",
        _ => "h6",
    }
}

/// Facts and texts in the order of the posting's view, with their headings.
fn parts<'a>(widget: Widget, posting: &'a Posting) -> Vec<Part<'a>> {
    let text = widget.text;
    let ours = |words: &'static str| Part::Heading(words, Words::Ours);
    let same = |make: &dyn Fn() -> Element| Part::Same(twice(make));
    let facts = facts::collect(posting, text);
    let mut parts = Vec::new();
    if !facts.is_empty() {
        parts.push(same(&|| fact_list(widget, &facts)));
    }
    if !posting.about().is_empty() {
        parts.push(ours(text.about()));
        parts.extend(posting.about().iter().map(|it| same(&|| paragraph(it))));
    }
    if !posting.responsibilities().is_empty() {
        parts.push(ours(text.responsibilities()));
        parts.push(same(&|| list(posting.responsibilities().iter())));
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
        let texts = || items.iter().map(|item: &Qualification| &item.text);
        parts.push(ours(words));
        parts.push(same(&|| list(texts())));
    }
    for section in posting.sections() {
        parts.push(Part::Heading(&section.title, Words::Theirs));
        parts.extend(section.body.iter().map(|block| match block {
            Block::Paragraph(words) => same(&|| paragraph(words)),
            Block::List(items) => same(&|| list(items.iter())),
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
    rich_text(element("p"), words)
}

fn list<'a>(items: impl Iterator<Item = &'a RichText>) -> Element {
    let items = items.map(|item| rich_text(element("li"), item));
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
        assert_eq!(shortened(["one", "two"].into_iter()), "one two");
        let long = ["twelve"; 40];
        let short = shortened(long.into_iter());
        assert!(short.chars().count() <= SUMMARY_LENGTH, "{short}");
        assert!(short.ends_with("twelve…"), "{short}");
        let exact = "é".repeat(SUMMARY_LENGTH);
        assert_eq!(shortened(std::iter::once(exact.as_str())), exact);
        assert_eq!(shortened([exact.as_str(), "b"].into_iter()), "…");
        let last = "é".repeat(SUMMARY_LENGTH - 1);
        let cut = format!("{last}…");
        assert_eq!(shortened([last.as_str(), "b"].into_iter()), cut);
    }
}
