//! The posting as the author corrects it: its fields and lists.

use job_posting::view::markup::{Element, element, live};
use leptos::prelude::*;

use super::field::{Kind, checkbox, choice, field, field_with_hint};
use super::{button, hint, list, parts, problems, program};
use crate::items::List;
use crate::place::Place;
use crate::studio::Studio;
use crate::tree::Tree;

/// The kinds of employment as people call them.
const EMPLOYMENT: [(&str, &str); 8] = [
    ("FULL_TIME", "Full time"),
    ("PART_TIME", "Part time"),
    ("CONTRACTOR", "Contractor"),
    ("TEMPORARY", "Temporary"),
    ("INTERN", "Internship"),
    ("VOLUNTEER", "Volunteer"),
    ("PER_DIEM", "By the day"),
    ("OTHER", "Other"),
];

/// What can be corrected, below what is wrong.
pub fn structure(studio: Studio) -> [Element; 3] {
    let undo = button("Undo")
        .flag("disabled", move || !studio.can_undo.get())
        .on("click", move |_| studio.undo());
    let fields = element("div")
        .class("fields")
        .view_child(live(move || match studio.shape() {
            Some(tree) => fields(studio, &tree).view(),
            None => {
                hint("The fields of the posting come here as soon as there is a source.").view()
            }
        }));
    [
        element("div").class("buttons").child(undo),
        problems::problems(studio),
        fields,
    ]
}

fn fields(studio: Studio, tree: &Tree) -> Element {
    let lists = List::NAMED.map(|list| list::list(studio, tree, list));
    element("div")
        .class("groups")
        .child(basics(studio))
        .child(parts::locations(studio, tree))
        .child(program::program(studio, tree))
        .children(lists)
        .child(parts::sections(studio, tree))
        .child(application(studio))
}

fn basics(studio: Studio) -> Element {
    let at = Place::of;
    group("The posting")
        .child(field(studio, &at("title"), "Title", Kind::Needed))
        .child(field(
            studio,
            &at("organization.name"),
            "Organization",
            Kind::Needed,
        ))
        .child(pair(
            field(studio, &at("organization.team"), "Team", Kind::Text),
            field(studio, &at("organization.url"), "Home page", Kind::Text),
        ))
        .child(field_with_hint(
            studio,
            &at("id"),
            "Id",
            Kind::Needed,
            "Candidates’ drafts are kept under it: choose it once and never change it.",
        ))
        .child(pair(
            field(studio, &at("lang"), "Language", Kind::Text),
            choice(
                studio,
                &at("employmentType"),
                "Employment",
                "not stated",
                &EMPLOYMENT,
            ),
        ))
        .child(pair(
            field(studio, &at("datePosted"), "Published on", Kind::Text),
            field(studio, &at("validThrough"), "Last day to apply", Kind::Text),
        ))
}

fn application(studio: Studio) -> Element {
    let at = Place::of;
    group("Applying")
        .child(field(
            studio,
            &at("application.url"),
            "Where to apply",
            Kind::Text,
        ))
        .child(pair(
            field(
                studio,
                &at("application.limit.positions"),
                "Positions per candidate",
                Kind::Number,
            ),
            field(
                studio,
                &at("application.limit.scope"),
                "What the limit counts",
                Kind::Text,
            ),
        ))
        .child(
            element("div")
                .class("choices")
                .child(checkbox(
                    studio,
                    &at("application.limit.inOrder"),
                    "Considered in the order of applying",
                ))
                .child(checkbox(
                    studio,
                    &at("application.rollingReview"),
                    "Reviewed as they arrive",
                )),
        )
        .child(field(
            studio,
            &at("privacyPolicy.url"),
            "Privacy notice",
            Kind::Text,
        ))
}

/// Fields that belong together.
pub fn group(title: &str) -> Element {
    element("fieldset")
        .class("group-of-fields")
        .child(element("legend").class("subheading").text(title))
}

/// Two short fields in a row where there is room.
pub fn pair(one: Element, other: Element) -> Element {
    element("div").class("pair").child(one).child(other)
}
