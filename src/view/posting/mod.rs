//! The posting itself: title, facts, what the work is, what it asks for.

pub(super) mod facts;

use leptos::prelude::AnyView;
use posting::posting::{Block, Qualification, Section};
use posting::rich_text::RichText;

use super::focus;
use super::heading::{heading, title};
use super::markup::{Element, element};
use super::rich_text::{bullets, link, rich_text};
use crate::widget::Widget;

/// The whole posting.
pub fn posting(widget: Widget) -> AnyView {
    let posting = widget.posting();
    let text = widget.text;
    let about = (!posting.about().is_empty()).then(|| {
        let paragraphs = posting.about().iter().map(paragraph);
        section(widget, "about", text.about()).children(paragraphs)
    });
    let responsibilities = listed(
        widget,
        "responsibilities",
        text.responsibilities(),
        &mut posting.responsibilities().iter(),
    );
    let minimum = asked(
        widget,
        "minimum",
        text.minimum_qualifications(),
        posting.minimum_qualifications(),
    );
    let preferred = asked(
        widget,
        "preferred",
        text.preferred_qualifications(),
        posting.preferred_qualifications(),
    );
    let own = (0..)
        .zip(posting.sections())
        .map(|(index, section)| own_section(widget, index, section));
    let privacy = posting.privacy_policy().map(|url| {
        let words = link(url.as_str(), text.privacy_link()).with("lang", text.lang());
        section(widget, "privacy", text.privacy_title()).child(element("p").child(words))
    });
    element("article")
        .class("posting")
        .part("posting")
        .with("lang", posting.lang())
        .child(header(widget))
        .child(facts::facts(widget))
        .children(about)
        .children(responsibilities)
        .children(minimum)
        .children(preferred)
        .children(own)
        .children(privacy)
        .view()
}

/// Organization and title, with the way to the planner where the planner lies below.
fn header(widget: Widget) -> Element {
    let posting = widget.posting();
    let organization = posting.organization();
    let name = element("p").class("organization").part("organization");
    let name = match &organization.url {
        Some(url) => name.child(link(url.as_str(), &organization.name)),
        None => name.text(organization.name.as_str()),
    };
    let to_planner = element("button")
        .class("button primary to-planner")
        .with("type", "button")
        .with("lang", widget.text.lang())
        .text(widget.text.plan_link())
        .on("click", |event| focus::focus(&event, "planner-title"));
    element("header")
        .class("masthead")
        .child(name)
        .child(title(widget, posting.title()))
        .child(to_planner)
}

/// A section under one of our own headings, in our language among the posting's texts.
fn section(widget: Widget, id: &str, title: &str) -> Element {
    element("section")
        .class("section")
        .with("part", id)
        .child(heading(widget, id, title).with("lang", widget.text.lang()))
}

fn paragraph(words: &RichText) -> Element {
    element("p").views(rich_text(words))
}

fn listed(
    widget: Widget,
    id: &str,
    title: &str,
    items: &mut dyn ExactSizeIterator<Item = &RichText>,
) -> Option<Element> {
    (items.len() > 0).then(|| section(widget, id, title).child(bullets(items)))
}

fn asked(widget: Widget, id: &str, title: &str, items: &[Qualification]) -> Option<Element> {
    listed(widget, id, title, &mut items.iter().map(|item| &item.text))
}

fn own_section(widget: Widget, index: u32, own: &Section) -> Element {
    let body = own.body.iter().map(|block| match block {
        Block::Paragraph(words) => paragraph(words),
        Block::List(items) => bullets(items.iter()),
    });
    element("section")
        .class("section")
        .child(heading(widget, &format!("section-{index}"), &own.title))
        .children(body)
}
