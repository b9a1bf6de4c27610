//! The document's top level, and the small objects right below it.

use super::VERSION;
use super::node::Node;
use super::pay::pay;
use super::program::program;
use super::prose::{rich_text, section};
use super::qualification::qualifications;
use super::vocabulary::{IdKind, country, employment_type, id, lang};
use crate::date::CivilDate;
use crate::posting::{Application, ApplicationLimit, Location, Organization, Posting};
use crate::rich_text::SafeUrl;

/// The language of a posting that names none.
const DEFAULT_LANG: &str = "en";

const KEYS: &[&str] = &[
    "version",
    "id",
    "lang",
    "title",
    "organization",
    "locations",
    "employmentType",
    "pay",
    "datePosted",
    "validThrough",
    "program",
    "about",
    "responsibilities",
    "qualifications",
    "sections",
    "application",
    "privacyPolicy",
];

/// Reads the whole document. What it gives is a posting only if no problem was told; what could
/// not be read is left empty. `None` for a document of another version.
pub(super) fn read(document: Node<'_>) -> Option<Posting> {
    if let Some(other) = other_version(document) {
        // Nothing else can be judged by the rules of this version.
        document.tell_of_member(
            "version",
            &format!(
                "is {other}, but only version {VERSION} is known here; use that, or newer software"
            ),
        );
        return None;
    }
    let object = document.object(KEYS);
    object.require("version").integer(VERSION..=VERSION);
    let id = id(object.require("id"), IdKind::Posting).unwrap_or_default();
    let lang = lang(object.get("lang")).unwrap_or_else(|| DEFAULT_LANG.to_owned());
    let title = object.require("title").owned_text().unwrap_or_default();
    let organization = organization(object.require("organization"));
    let locations = object.get("locations").list(location);
    let date_posted = object.get("datePosted").date();
    let qualifications = qualifications(object.get("qualifications"));
    Some(Posting {
        id,
        lang,
        title,
        organization,
        locations,
        employment_type: employment_type(object.get("employmentType")),
        pay: pay(object.get("pay")),
        date_posted,
        valid_through: valid_through(object.get("validThrough"), date_posted),
        program: program(object.get("program")),
        about: object.get("about").list(rich_text),
        responsibilities: object.get("responsibilities").list(rich_text),
        minimum: qualifications.minimum,
        preferred: qualifications.preferred,
        sections: object.get("sections").list(section),
        application: application(object.get("application")),
        privacy_policy: privacy_policy(object.get("privacyPolicy")),
    })
}

/// The number of a version that is not ours.
fn other_version(document: Node<'_>) -> Option<i64> {
    let version = document.json?.get("version")?.as_integer()?;
    (version != i64::from(VERSION)).then_some(version)
}

fn valid_through(node: Node<'_>, date_posted: Option<CivilDate>) -> Option<CivilDate> {
    let last = node.date()?;
    if let Some(posted) = date_posted.filter(|&posted| last < posted) {
        node.tell(&format!(
            "lies before “datePosted”, {posted}; use that day or a later one"
        ));
    }
    Some(last)
}

fn organization(node: Node<'_>) -> Organization {
    let object = node.object(&["name", "url", "team"]);
    Organization {
        name: object.require("name").owned_text().unwrap_or_default(),
        url: object.get("url").url(),
        team: object.get("team").owned_text(),
    }
}

fn location(node: Node<'_>) -> Option<Location> {
    let object = node.object(&["name", "country", "remote"]);
    Some(Location {
        name: object.require("name").owned_text().unwrap_or_default(),
        country: country(object.get("country")),
        remote: object.get("remote").flag().unwrap_or(false),
    })
}

fn privacy_policy(node: Node<'_>) -> Option<SafeUrl> {
    node.object(&["url"]).require("url").url()
}

fn application(node: Node<'_>) -> Option<Application> {
    node.json?;
    let object = node.object(&["url", "limit", "rollingReview"]);
    Some(Application {
        url: object.get("url").url(),
        limit: application_limit(object.get("limit")),
        rolling_review: object.get("rollingReview").flag().unwrap_or(false),
    })
}

fn application_limit(node: Node<'_>) -> Option<ApplicationLimit> {
    let object = node.object(&["positions", "inOrder", "scope"]);
    let in_order = object.get("inOrder").flag().unwrap_or(false);
    let scope = object.get("scope").owned_text();
    let positions = object.require("positions").integer(1..=20)?;
    Some(ApplicationLimit {
        positions: u8::try_from(positions).ok()?,
        in_order,
        scope,
    })
}
