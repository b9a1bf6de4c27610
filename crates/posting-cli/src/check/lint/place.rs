//! Values of a posting file with their JSON paths, as lints walk them.

use posting::json::Json;

/// A value and where it stands.
pub struct Place<'a> {
    /// The value.
    pub json: &'a Json,
    /// Its path.
    pub path: String,
}

impl<'a> Place<'a> {
    /// The whole document.
    pub fn document(json: &'a Json) -> Self {
        let path = "$".to_owned();
        Self { json, path }
    }

    /// The member with this key.
    pub fn member(&self, key: &str) -> Option<Self> {
        self.members()
            .find(|(name, _)| *name == key)
            .map(|(_, place)| place)
    }

    /// The members of an object but those meant for other tools, with their keys.
    pub fn members(&self) -> impl Iterator<Item = (&'a str, Self)> {
        let members = match self.json {
            Json::Object(members) => members.as_slice(),
            _ => &[],
        };
        let is_ours = |key: &str| !key.starts_with("x-") && key != "$schema";
        members
            .iter()
            .filter(move |(key, _)| is_ours(key))
            .map(|(key, json)| {
                let path = format!("{}.{key}", self.path);
                (key.as_str(), Self { json, path })
            })
    }

    /// The items of a list.
    pub fn items(&self) -> impl Iterator<Item = Self> {
        let items = match self.json {
            Json::List(items) => items.as_slice(),
            _ => &[],
        };
        items.iter().enumerate().map(|(index, json)| {
            let path = format!("{}[{index}]", self.path);
            Self { json, path }
        })
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&'a str> {
        match self.json {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }
}
