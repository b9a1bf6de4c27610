//! A value with its place, and the readers that every field shares: each tells
//! what is wrong and gives `None`, so that checking can go on.

use std::ops::RangeInclusive;

use super::place::{Place, Problems};
use super::suggestion::suggest;
use super::{MAX_ITEMS, MAX_TEXT};
use crate::date::CivilDate;
use crate::json::Json;
use crate::problem::REPEATED;
use crate::rich_text::SafeUrl;

/// What is said of a text that holds nothing but blanks.
pub(super) const EMPTY: &str = "is empty; write some text or leave it out";

/// A value of the document with its place, or the place at which an object lacks one: then
/// every reader gives `None` and tells nothing.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    /// The value.
    pub json: Option<&'a Json>,
    /// Where it stands.
    pub place: Place<'a>,
    problems: &'a Problems,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub fn document(json: &'a Json, problems: &'a Problems) -> Self {
        Self {
            json: Some(json),
            place: Place::DOCUMENT,
            problems,
        }
    }

    /// Tells a problem with the value; `message` follows its path and a colon.
    pub fn tell(&self, message: &str) {
        self.problems.add(&self.place, message);
    }

    /// Tells a problem with the first member of this key, without a look at the others.
    pub fn tell_of_member(&self, key: &str, message: &str) {
        self.problems.add(&self.place.member(key, 0), message);
    }

    /// Tells that the value is of the wrong kind; `wanted` says which is right.
    pub fn wrong_kind(&self, wanted: &str) {
        if let Some(json) = self.json {
            let found = json.kind();
            let hint = match json {
                Json::Null => "; leave the key out if there is nothing to say",
                _ => "",
            };
            self.tell(&format!("must be {wanted}, not {found}{hint}"));
        }
    }

    /// A text that holds more than blanks, at most [`MAX_TEXT`] characters.
    pub fn text(&self) -> Option<&'a str> {
        let Some(Json::Text(text)) = self.json else {
            self.wrong_kind("text");
            return None;
        };
        self.check_text(text).then_some(text)
    }

    /// As [`Self::text`], to keep.
    pub fn owned_text(&self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// Tells if a text is blank or too long; whether it is neither.
    pub fn check_text(&self, text: &str) -> bool {
        if text.trim().is_empty() {
            self.tell(EMPTY);
            return false;
        }
        let count = text.chars().count();
        if count > MAX_TEXT {
            self.tell(&format!("has {count} characters; use at most {MAX_TEXT}"));
        }
        count <= MAX_TEXT
    }

    /// A whole number within `range`.
    pub fn integer(&self, range: RangeInclusive<u16>) -> Option<u16> {
        let number = match self.json {
            Some(Json::Integer(number)) => u16::try_from(*number).ok(),
            Some(Json::Number(_)) => None,
            _ => {
                self.wrong_kind("a number");
                return None;
            }
        };
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let (first, last) = (range.start(), range.end());
            self.tell(&if first == last {
                format!("must be {first}")
            } else {
                format!("must be a whole number from {first} to {last}")
            });
        }
        number
    }

    /// `true` or `false`.
    pub fn flag(&self) -> Option<bool> {
        if let Some(Json::Bool(flag)) = self.json {
            return Some(*flag);
        }
        self.wrong_kind("true or false");
        None
    }

    /// A date, `2026-05-18`.
    pub fn date(&self) -> Option<CivilDate> {
        CivilDate::parse_iso(self.text()?)
            .map_err(|error| self.tell(&error.to_string()))
            .ok()
    }

    /// A link.
    pub fn url(&self) -> Option<SafeUrl> {
        SafeUrl::parse(self.text()?)
            .map_err(|error| self.tell(&error.to_string()))
            .ok()
    }

    /// What `read` gives for the items of a list of at most [`MAX_ITEMS`]; nothing if the value
    /// is none or too long.
    pub fn list<T>(&self, mut read: impl FnMut(Node<'_>) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        for (index, json) in self.items().iter().enumerate() {
            let item = Node {
                json: Some(json),
                place: self.place.item(index),
                problems: self.problems,
            };
            if let Some(value) = read(item) {
                list.push(value);
            }
        }
        list
    }

    /// As [`Self::list`], for lists that make no sense without an item.
    pub fn some_list<T>(&self, read: impl FnMut(Node<'_>) -> Option<T>) -> Vec<T> {
        if matches!(self.json, Some(Json::List(list)) if list.is_empty()) {
            self.tell("is an empty list; add an item or leave it out");
        }
        self.list(read)
    }

    fn items(&self) -> &'a [Json] {
        match self.json {
            Some(Json::List(list)) if list.len() <= MAX_ITEMS => return list,
            Some(Json::List(list)) => {
                let count = list.len();
                self.tell(&format!("has {count} items; use at most {MAX_ITEMS}"));
            }
            _ => self.wrong_kind("a list"),
        }
        &[]
    }

    /// Tells unknown and repeated keys of an object, foreign ones aside. Whatever the value is,
    /// its members can be asked for afterwards.
    pub fn object(self, known: &[&str]) -> Object<'a> {
        let members = match self.json {
            Some(Json::Object(members)) => members.as_slice(),
            _ => {
                self.wrong_kind("an object");
                &[]
            }
        };
        let mut seen: Vec<&str> = Vec::new();
        for (position, (key, _)) in members.iter().enumerate() {
            let place = self.place.member(key, position);
            if is_foreign(key) {
                continue;
            }
            if self.problems.are_too_many() {
                break;
            }
            if !known.contains(&key.as_str()) {
                self.problems.add(&place, &unknown_key(key, known));
            } else if seen.contains(&key.as_str()) {
                self.problems.add(&place, REPEATED);
            } else {
                seen.push(key);
            }
        }
        Object {
            node: self,
            members,
        }
    }
}

/// Whether a key is meant for other tools and passed over here.
pub(super) fn is_foreign(key: &str) -> bool {
    key == "$schema" || key.starts_with("x-")
}

fn unknown_key(key: &str, known: &[&str]) -> String {
    match suggest(key, known) {
        Some(meant) => format!("is not a known key; did you mean “{meant}”?"),
        None => format!(
            "is not a known key; use {}, or start a key of your own with “x-”",
            known.join(", ")
        ),
    }
}

/// An object whose keys have been checked. If the value was none, it has no members and asks
/// for none, since that problem has been told.
pub(super) struct Object<'a> {
    node: Node<'a>,
    members: &'a [(String, Json)],
}

impl<'a> Object<'a> {
    /// The member with this key; the first one if there are several.
    pub fn get(&'a self, key: &'a str) -> Node<'a> {
        let mut members = self.members.iter();
        let position = members.position(|(name, _)| name == key);
        let member = position.and_then(|position| self.members.get(position));
        Node {
            json: member.map(|(_, json)| json),
            place: self.node.place.member(key, position.unwrap_or(usize::MAX)),
            problems: self.node.problems,
        }
    }

    /// The member with this key; tells if there is none.
    pub fn require(&'a self, key: &'a str) -> Node<'a> {
        let member = self.get(key);
        if member.json.is_none() && matches!(self.node.json, Some(Json::Object(_))) {
            member.tell("is missing; add it");
        }
        member
    }
}
