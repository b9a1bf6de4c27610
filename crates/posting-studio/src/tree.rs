//! A posting file as a tree that can be corrected: members in order, what the format doesn't know
//! included, so that what the author has not touched leaves as it came.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;

use crate::place::{Place, Step};

/// The members of the format in the order in which its files have them; others come last.
const ORDER: [&str; 38] = [
    "version",
    "id",
    "lang",
    "title",
    "organization",
    "name",
    "country",
    "remote",
    "url",
    "team",
    "locations",
    "employmentType",
    "datePosted",
    "validThrough",
    "pay",
    "program",
    "weeks",
    "months",
    "season",
    "workingDays",
    "startDates",
    "startWindow",
    "start",
    "end",
    "from",
    "to",
    "about",
    "responsibilities",
    "qualifications",
    "minimum",
    "preferred",
    "text",
    "rule",
    "sections",
    "body",
    "application",
    "limit",
    "privacyPolicy",
];

/// A JSON value.
#[derive(Clone, PartialEq, Debug)]
pub enum Tree {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it was written.
    Number(Number),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// An object's members in order.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// Where the text is no JSON.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The tree as a file: indented by two spaces, with a final line break.
    pub fn to_text(&self) -> String {
        // Every key is a string and nothing here fails to be written, so there is always a text.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// The value at a place.
    pub fn at(&self, place: &Place) -> Option<&Self> {
        place
            .steps()
            .iter()
            .try_fold(self, |tree, step| match (tree, step) {
                (Self::Object(members), Step::Member(key)) => {
                    let (_, value) = members.iter().find(|(name, _)| name == key)?;
                    Some(value)
                }
                (Self::List(items), Step::Item(index)) => items.get(*index),
                _ => None,
            })
    }

    /// The value at a place, to be changed.
    pub fn at_mut(&mut self, place: &Place) -> Option<&mut Self> {
        place
            .steps()
            .iter()
            .try_fold(self, |tree, step| match (tree, step) {
                (Self::Object(members), Step::Member(key)) => {
                    let (_, value) = members.iter_mut().find(|(name, _)| name == key)?;
                    Some(value)
                }
                (Self::List(items), Step::Item(index)) => items.get_mut(*index),
                _ => None,
            })
    }

    /// The items of a list; none where it is no list.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// A string's text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The member of an object.
    pub fn member(&self, key: &str) -> Option<&Self> {
        self.at(&Place::root().member(key))
    }

    /// Puts a value at a place; objects on the way there are made. Does nothing where the way leads
    /// through something else.
    pub fn set(&mut self, place: &Place, value: Self) {
        let mut tree = self;
        for step in place.steps() {
            match step {
                Step::Member(key) => {
                    if !matches!(tree, Self::Object(_)) {
                        *tree = Self::Object(Vec::new());
                    }
                    let Self::Object(members) = tree else { return };
                    let position = position_of(members, key);
                    let Some((_, value)) = members.get_mut(position) else {
                        return;
                    };
                    tree = value;
                }
                Step::Item(index) => {
                    let Self::List(items) = tree else { return };
                    let Some(item) = items.get_mut(*index) else {
                        return;
                    };
                    tree = item;
                }
            }
        }
        *tree = value;
    }

    /// Adds a value to the list at a place, which is made where it is missing.
    pub fn push(&mut self, list: &Place, value: Self) {
        match self.at_mut(list) {
            Some(Self::List(items)) => items.push(value),
            _ => self.set(list, Self::List(vec![value])),
        }
    }

    /// Takes the value away; objects and lists that are empty then go as well, except items of lists.
    pub fn take(&mut self, place: &Place) -> Option<Self> {
        let (parent, step) = place.parent()?;
        let taken = match (self.at_mut(&parent)?, step) {
            (Self::Object(members), Step::Member(key)) => {
                let position = members.iter().position(|(name, _)| *name == key)?;
                members.remove(position).1
            }
            (Self::List(items), Step::Item(index)) if index < items.len() => items.remove(index),
            _ => return None,
        };
        let is_empty = match self.at(&parent)? {
            Self::Object(members) => members.is_empty(),
            Self::List(items) => items.is_empty(),
            _ => false,
        };
        if is_empty && parent.is_member() {
            self.take(&parent);
        }
        Some(taken)
    }
}

/// Where the member with this key is; it is made where there is none.
fn position_of(members: &mut Vec<(String, Tree)>, key: &str) -> usize {
    if let Some(position) = members.iter().position(|(name, _)| name == key) {
        return position;
    }
    let rank = |key: &str| {
        ORDER
            .iter()
            .position(|known| *known == key)
            .unwrap_or(ORDER.len())
    };
    let own = rank(key);
    let later = members.iter().position(|(name, _)| rank(name) > own);
    let position = later.unwrap_or(members.len());
    members.insert(position, (key.to_owned(), Tree::Null));
    position
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        // JSON has no number that is none.
        Ok(Number::from_f64(value).map_or(Tree::Null, Tree::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = object.next_entry()? {
            members.push(member);
        }
        Ok(Tree::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        Tree::parse(r#"{ "id": "a", "x-own": [1, 2.5, null], "x-own": true, "about": ["b"] }"#)
            .unwrap()
    }

    #[test]
    fn what_is_not_touched_leaves_as_it_came() {
        let text = tree().to_text();
        assert_eq!(
            text,
            "{\n  \"id\": \"a\",\n  \"x-own\": [\n    1,\n    2.5,\n    null\n  ],\n  \"x-own\": true,\n  \"about\": [\n    \"b\"\n  ]\n}\n"
        );
    }

    #[track_caller]
    fn check(place: &str, expected: &str) {
        let mut tree =
            Tree::parse(r#"{ "id": "a", "title": "b", "about": ["c"], "x-d": 1 }"#).unwrap();
        tree.set(&Place::of(place), Tree::Text("new".to_owned()));
        let compact = serde_json::to_string(&tree).unwrap();
        assert_eq!(compact, expected);
    }

    #[test]
    fn a_new_member_stands_where_the_format_has_it() {
        check(
            "lang",
            r#"{"id":"a","lang":"new","title":"b","about":["c"],"x-d":1}"#,
        );
        check("title", r#"{"id":"a","title":"new","about":["c"],"x-d":1}"#);
        check(
            "privacyPolicy.url",
            r#"{"id":"a","title":"b","about":["c"],"privacyPolicy":{"url":"new"},"x-d":1}"#,
        );
    }

    #[test]
    fn what_is_emptied_goes() {
        let mut tree = Tree::parse(r#"{ "a": { "b": { "c": 1 } }, "d": [{ "e": [1] }] }"#).unwrap();
        assert!(tree.take(&Place::of("a.b.c")).is_some());
        assert!(tree.take(&Place::of("a.b.c")).is_none());
        let item = Place::of("d").item(0).member("e").item(0);
        assert!(tree.take(&item).is_some());
        assert_eq!(serde_json::to_string(&tree).unwrap(), r#"{"d":[{}]}"#);
    }
}
