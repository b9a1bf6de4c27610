//! Work in progress, as it is kept on the author's device.

use posting_import::Format;

use crate::tree::Tree;

/// Under which key it is kept.
pub const KEY: &str = "job-posting/1/studio/work";

/// What a reload must not lose.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Work {
    /// The source as text.
    pub source: String,
    /// The format that the author has chosen.
    pub format: Option<Format>,
    /// Which of the source's postings is corrected, from 0.
    pub number: usize,
    /// The posting as it is corrected by now.
    pub posting: Option<Tree>,
    /// Whether the author has corrected something.
    pub is_corrected: bool,
    /// Where the widget's files are, for what is taken away.
    pub assets: Option<String>,
}

impl Work {
    /// The work as text.
    pub fn to_text(&self) -> String {
        let member = |key: &str, value: Tree| (key.to_owned(), value);
        let format = self
            .format
            .map(|format| Tree::Text(format.name().to_owned()));
        let members = vec![
            member("source", Tree::Text(self.source.clone())),
            member("format", format.unwrap_or(Tree::Null)),
            member("number", Tree::Number(self.number.into())),
            member("posting", self.posting.clone().unwrap_or(Tree::Null)),
            member("isCorrected", Tree::Bool(self.is_corrected)),
            member("assets", self.assets.clone().map_or(Tree::Null, Tree::Text)),
        ];
        Tree::Object(members).to_text()
    }

    /// Reads what [`Self::to_text`] wrote; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let tree = Tree::parse(text).ok()?;
        let number = match tree.member("number")? {
            Tree::Number(number) => usize::try_from(number.as_u64()?).ok()?,
            _ => return None,
        };
        Some(Self {
            source: tree.member("source")?.as_text()?.to_owned(),
            format: tree
                .member("format")?
                .as_text()
                .and_then(|name| name.parse().ok()),
            number,
            posting: tree
                .member("posting")
                .filter(|tree| **tree != Tree::Null)
                .cloned(),
            is_corrected: *tree.member("isCorrected")? == Tree::Bool(true),
            assets: tree
                .member("assets")
                .and_then(Tree::as_text)
                .map(str::to_owned),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_comes_back() {
        let work = Work {
            source: "a\n\"b\"".to_owned(),
            format: Some(Format::Markdown),
            number: 3,
            posting: Tree::parse(r#"{ "id": "a" }"#).ok(),
            is_corrected: true,
            assets: Some("https://a.example/".to_owned()),
        };
        assert_eq!(Work::from_text(&work.to_text()), Some(work));
        assert_eq!(
            Work::from_text(&Work::default().to_text()),
            Some(Work::default())
        );
    }

    #[test]
    fn anything_else_is_no_work() {
        for text in ["", "{}", "[1]", r#"{ "source": 1, "number": 0 }"#] {
            assert_eq!(Work::from_text(text), None, "{text}");
        }
    }
}
