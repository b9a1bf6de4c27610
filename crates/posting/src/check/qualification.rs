//! Qualifications with their ids and rules.

use super::node::{Node, is_foreign};
use super::program::weeks;
use super::prose::rich_text;
use super::vocabulary::{IdKind, id};
use crate::date::YearMonth;
use crate::json::Json;
use crate::posting::Qualification;
use crate::requirement::Rule;
use crate::rich_text::RichText;

/// Minimum and preferred qualifications, with ids that differ throughout.
#[derive(Default)]
pub(super) struct Qualifications {
    pub minimum: Vec<Qualification>,
    pub preferred: Vec<Qualification>,
}

/// Reads `qualifications`.
pub(super) fn qualifications(node: Node<'_>) -> Qualifications {
    let object = node.object(&["minimum", "preferred"]);
    let mut given = Vec::new();
    let mut read = |key| object.get(key).list(|item| qualification(item, &mut given));
    let mut qualifications = Qualifications {
        minimum: read("minimum"),
        preferred: read("preferred"),
    };
    name_the_rest(&mut qualifications, &given);
    qualifications
}

/// One qualification; its id is empty if the document gives none. Ids in `given` are taken; they are
/// in order, so that a list of thousands is read in a moment.
fn qualification(node: Node<'_>, given: &mut Vec<String>) -> Option<Qualification> {
    let Json::Object(_) = node.json? else {
        return Some(Qualification {
            id: String::new(),
            text: rich_text(node)?,
            rules: Vec::new(),
        });
    };
    let object = node.object(&["id", "text", "rule"]);
    Some(Qualification {
        id: given_id(object.get("id"), given).unwrap_or_default(),
        text: rich_text(object.require("text")).unwrap_or(RichText(Vec::new())),
        rules: rules(object.get("rule")),
    })
}

fn given_id(node: Node<'_>, given: &mut Vec<String>) -> Option<String> {
    let id = id(node, IdKind::Qualification)?;
    match given.binary_search(&id) {
        Ok(_) => node.tell("is the id of another qualification too; give each its own"),
        Err(place) => given.insert(place, id.clone()),
    }
    Some(id)
}

/// Gives an id to each qualification that has none: from its text, so that moving it within the
/// document keeps the candidate's answer; a number tells equal texts apart.
fn name_the_rest(qualifications: &mut Qualifications, given: &[String]) {
    let Qualifications { minimum, preferred } = qualifications;
    // How often each hash was met, by the hash: a tree or a table would take much more code.
    let mut met: Vec<(u64, u32)> = Vec::new();
    for qualification in minimum.iter_mut().chain(preferred) {
        if !qualification.id.is_empty() {
            continue;
        }
        let hash = fnv1a(&qualification.text.plain());
        let place = met.partition_point(|(other, _)| *other < hash);
        let mut number = match met.get(place) {
            Some((other, number)) if *other == hash => *number,
            _ => {
                met.insert(place, (hash, 0));
                0
            }
        };
        // A given id may look like a derived one; then the next number is taken.
        qualification.id = loop {
            number += 1;
            let id = match number {
                1 => format!("q-{hash:016x}"),
                number => format!("q-{hash:016x}-{number}"),
            };
            if given.binary_search(&id).is_err() {
                break id;
            }
        };
        if let Some((_, latest)) = met.get_mut(place) {
            *latest = number;
        }
    }
}

/// The 64-bit FNV-1a hash (Fowler, Noll, Vo) of a text's UTF-8 bytes. The standard library's
/// hashes may change between builds, which would lose answers.
pub(crate) fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// One rule or a list of them.
fn rules(node: Node<'_>) -> Vec<Rule> {
    if let Some(Json::List(_)) = node.json {
        return node.some_list(rule);
    }
    Vec::from_iter(rule(node))
}

/// An object with exactly one key, which names the rule.
fn rule(node: Node<'_>) -> Option<Rule> {
    const NAMES: &[&str] = &[
        "commitWeeks",
        "graduateOnOrAfter",
        "returnToDegree",
        "enrolledIn",
    ];
    let object = node.object(NAMES);
    let mut stated = None;
    for name in NAMES {
        let value = object.get(name);
        if value.json.is_some() && stated.is_some() {
            node.tell("states several rules; write a list with an object for each");
            break;
        }
        if value.json.is_some() {
            stated = Some((*name, value));
        }
    }
    let Some((name, value)) = stated else {
        // An unknown key, and a value that is no object, has been told about.
        if matches!(node.json, Some(Json::Object(members)) if members.iter().all(|(key, _)| is_foreign(key)))
        {
            node.tell(&format!("states no rule; use one of {}", NAMES.join(", ")));
        }
        return None;
    };
    match name {
        "commitWeeks" => weeks(value).map(Rule::CommitWeeks),
        "graduateOnOrAfter" => year_month(value).map(Rule::GraduateOnOrAfter),
        "returnToDegree" => {
            if !value.flag()? {
                value.tell("must be true; leave the rule out otherwise");
            }
            Some(Rule::ReturnToDegree)
        }
        _ => {
            let fields = value.some_list(|item| item.owned_text());
            (!fields.is_empty()).then_some(Rule::EnrolledIn(fields))
        }
    }
}

/// A month, `2026-12`.
fn year_month(node: Node<'_>) -> Option<YearMonth> {
    let month = YearMonth::parse_iso(node.text()?).ok();
    if month.is_none() {
        node.tell("is not a month; write it as 2026-12");
    }
    month
}
