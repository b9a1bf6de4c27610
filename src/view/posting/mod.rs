//! The posting itself: title, facts, what the work is, what it asks for.

pub(super) mod facts;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlElement};
use posting::posting::{Block, Qualification, Section};
use posting::rich_text::RichText;

use super::focus;
use super::heading::{heading, title};
use super::markup::{AnyView, Element, element};
use super::rich_text::{bullets, link, rich_text};
use super::{PLANNER_TITLE, PLANNER_WANTED};
use crate::widget::Presentation;

/// The whole posting.
pub fn posting(shown: Presentation) -> AnyView {
    let posting = shown.posting();
    let text = shown.text;
    let about = (!posting.about().is_empty()).then(|| {
        let paragraphs = posting.about().iter().map(paragraph);
        section(shown, "about", text.about()).children(paragraphs)
    });
    let responsibilities = listed(
        shown,
        "responsibilities",
        text.responsibilities(),
        &mut posting.responsibilities().iter(),
    );
    let minimum = asked(
        shown,
        "minimum",
        text.minimum_qualifications(),
        posting.minimum_qualifications(),
    );
    let preferred = asked(
        shown,
        "preferred",
        text.preferred_qualifications(),
        posting.preferred_qualifications(),
    );
    let own = (0..)
        .zip(posting.sections())
        .map(|(index, section)| own_section(shown, index, section));
    let privacy = posting.privacy_policy().map(|url| {
        let words = link(url.as_str(), text.privacy_link()).with("lang", text.lang());
        section(shown, "privacy", text.privacy_title()).child(element("p").child(words))
    });
    element("article")
        .class("posting")
        .part("posting")
        .with("lang", posting.lang())
        .child(header(shown))
        .children(facts::facts(shown))
        .children(about)
        .children(responsibilities)
        .children(minimum)
        .children(preferred)
        .children(own)
        .children(privacy)
        .view()
}

/// Organization and title, with the way to the planner where the planner lies below.
fn header(shown: Presentation) -> Element {
    let posting = shown.posting();
    let organization = posting.organization();
    let name = element("p").class("organization").part("organization");
    let name = match &organization.url {
        Some(url) => name.child(link(url.as_str(), &organization.name)),
        None => name.text(organization.name.as_str()),
    };
    let jump = element("button")
        .class("button primary to-planner")
        .with("type", "button")
        .with("lang", shown.text.lang())
        .text(shown.text.plan_link())
        .on("click", |event| to_planner(&event));
    element("header")
        .class("masthead")
        .child(name)
        .child(title(shown, posting.title()))
        .child(jump)
}

/// Goes to the planner, or leaves word for it where it is still to come.
fn to_planner(event: &Event) {
    if focus::find(event, PLANNER_TITLE).is_some() {
        return focus::focus(event, PLANNER_TITLE);
    }
    let button = event.target();
    if let Some(button) = button.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // Setting an attribute of a fixed, valid name can't fail.
        let _ = button.set_attribute(PLANNER_WANTED, "");
    }
}

/// A section under one of our own headings, in our language among the posting's texts.
fn section(shown: Presentation, id: &str, title: &str) -> Element {
    element("section")
        .class("section")
        .with("part", id)
        .child(heading(shown, id, title).with("lang", shown.text.lang()))
}

fn paragraph(words: &RichText) -> Element {
    rich_text(element("p"), words)
}

fn listed(
    shown: Presentation,
    id: &str,
    title: &str,
    items: &mut dyn ExactSizeIterator<Item = &RichText>,
) -> Option<Element> {
    (items.len() > 0).then(|| section(shown, id, title).child(bullets(items)))
}

fn asked(shown: Presentation, id: &str, title: &str, items: &[Qualification]) -> Option<Element> {
    listed(shown, id, title, &mut items.iter().map(|item| &item.text))
}

fn own_section(shown: Presentation, index: u32, own: &Section) -> Element {
    let body = own.body.iter().map(|block| match block {
        Block::Paragraph(words) => paragraph(words),
        Block::List(items) => bullets(items.iter()),
    });
    element("section")
        .class("section")
        .child(heading(shown, &format!("section-{index}"), &own.title))
        .children(body)
}
