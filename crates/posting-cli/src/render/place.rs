//! What pages have in common, put together once for all of them.

use super::page::Built;
use super::{Arguments, Loading, early};

/// What pages have in common that stand in the same folder.
pub struct Place {
    /// The element for the widget's style sheet.
    pub style: String,
    /// Elements of the head, a line each.
    pub head: String,
    /// Markup before the posting.
    pub before: String,
}

impl Place {
    /// Pages with these style sheets of their own and more elements of the head.
    pub fn new(
        arguments: &Arguments,
        built: Built<'_>,
        page_styles: Vec<String>,
        more: Vec<String>,
    ) -> Self {
        let early = match arguments.loading {
            Loading::Eager => early::app_links(built.manifest, built.assets),
            Loading::Lazy | Loading::Interaction => Vec::new(),
        };
        let lines = |elements: Vec<String>| elements.into_iter().map(|element| element + "\n");
        let mut head: String = lines(page_styles).chain(lines(more)).collect();
        head += &built.head();
        head.extend(lines(early));
        Self {
            style: built.style(),
            head,
            before: String::new(),
        }
    }
}
