//! A posting file with what a check says of it.

use posting::posting::Posting;
use posting::problem::Problem;

use crate::tree::Tree;

/// A posting as it stands at one moment.
#[derive(Clone, PartialEq, Debug)]
pub struct Checked {
    /// The posting file.
    pub text: String,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// Checks a posting.
    pub fn of(tree: &Tree) -> Self {
        let text = tree.to_text();
        let problems = Posting::from_json(&text).err().unwrap_or_default();
        Self { text, problems }
    }

    /// A posting that says nothing yet.
    pub fn blank() -> Tree {
        let text = |text: &str| Tree::Text(text.to_owned());
        let name = vec![("name".to_owned(), text(""))];
        Tree::Object(vec![
            (
                "version".to_owned(),
                Tree::Number(posting::document::VERSION.into()),
            ),
            ("id".to_owned(), text("")),
            ("title".to_owned(), text("")),
            ("organization".to_owned(), Tree::Object(name)),
        ])
    }

    /// The posting's id, for names of files.
    pub fn id(&self) -> String {
        let id = Tree::parse(&self.text).ok();
        let id = id.as_ref().and_then(|tree| tree.member("id")?.as_text());
        match id {
            Some(id) if !id.is_empty() && id.chars().all(is_id) => id.to_owned(),
            _ => "posting".to_owned(),
        }
    }
}

fn is_id(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_posting_lacks_what_every_posting_needs() {
        let checked = Checked::of(&Checked::blank());
        let paths: Vec<&str> = checked
            .problems
            .iter()
            .map(|problem| problem.path.as_str())
            .collect();
        assert_eq!(paths, ["$.id", "$.title", "$.organization.name"]);
        assert_eq!(checked.id(), "posting");
    }

    #[test]
    fn files_are_named_like_the_posting() {
        let id = |json: &str| Checked::of(&Tree::parse(json).unwrap()).id();
        assert_eq!(id(r#"{ "id": "a-1" }"#), "a-1");
        assert_eq!(id(r#"{ "id": "../a" }"#), "posting");
    }
}
