//! The posting as a page that can be read before any script runs: the one that the command's
//! `render` writes, from the same sources.

mod manifest;

// The text around the widget's markup is the command's own; a copy of it would drift apart.
#[path = "../../../posting-cli/src/render/escape.rs"]
#[allow(dead_code, reason = "the command escapes more kinds of texts")]
mod escape;
#[path = "../../../posting-cli/src/render/page.rs"]
#[allow(clippy::module_inception, reason = "the command's name for it")]
mod page;

use job_posting::clock;
use job_posting::prerender::{Day, FirstView, Setting};
use posting::posting::Posting;
use posting::schema_org::{self, Listing};

use crate::checked::Checked;
use crate::place::Place;
use crate::tree::Tree;
pub use manifest::Files;
use manifest::{BuiltFile, Manifest};
use page::{Built, Document, Fragment};

/// An id that no posting has, so that nothing an author keeps in this browser gets into a page.
const NOBODY: &str = "written-by-the-studio";

/// What is added to the name of a limit for the same reason, and taken out of the markup again: a
/// character of private use, which no posting needs.
const MARK: char = '\u{e000}';

/// The posting as a page; `None` while it has problems.
pub fn page(checked: &Checked, files: &Files, assets: &str) -> Option<String> {
    let posting = Posting::from_json(&checked.text).ok()?;
    let today = clock::today();
    let setting = Setting {
        lang: posting.lang().to_owned(),
        heading_level: 1,
        day: Day::AnyFrom(today),
    };
    let view = without_mark(FirstView::new(&strangers(&checked.text)?.into(), &setting));
    let manifest = Manifest {
        loader: BuiltFile {
            name: "job-posting.js".to_owned(),
            integrity: String::new(),
        },
        style: BuiltFile {
            name: files.style.clone(),
            integrity: files.style_integrity.clone(),
        },
    };
    let built = Built {
        manifest: &manifest,
        assets,
        held_style: None,
    };
    let style = built.style();
    let head = page::style_link(&format!("{assets}page.css")) + "\n" + &built.head();
    let fragment = Fragment {
        view: &view,
        attributes: vec![
            ("lang", setting.lang.clone()),
            ("heading-level", setting.heading_level.to_string()),
        ],
        inline: Some(&checked.text),
        style: &style,
    };
    let listing = Listing {
        description: &view.description,
        url: None,
        published: today,
    };
    let document = Document {
        posting: &posting,
        fragment: &fragment,
        lang: &setting.lang,
        url: None,
        head: &head,
        before: "",
        structured_data: &schema_org::job_posting(&posting, listing),
    };
    Some(document.markup())
}

/// The posting under names for which no browser keeps a draft or an application.
fn strangers(text: &str) -> Option<Posting> {
    let mut tree = Tree::parse(text).ok()?;
    tree.set(&Place::of("id"), Tree::Text(NOBODY.to_owned()));
    let scope = Place::of("application.limit.scope");
    if let Some(Tree::Text(name)) = tree.at_mut(&scope) {
        name.push(MARK);
    }
    Posting::from_json(&tree.to_text()).ok()
}

fn without_mark(view: FirstView) -> FirstView {
    let clean = |text: String| text.replace(MARK, "");
    FirstView {
        shadow: clean(view.shadow),
        light: clean(view.light),
        description: clean(view.description),
        summary: clean(view.summary),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        Files {
            style: "job-posting-1.css".to_owned(),
            style_integrity: "sha384-a".to_owned(),
        }
    }

    const POSTING: &str = r#"{ "version": 1, "id": "gardener", "title": "Gardener",
        "organization": { "name": "Example Gardens" },
        "application": { "limit": { "positions": 2, "scope": "Jobs at Example Gardens" } } }"#;

    #[test]
    fn the_page_is_about_the_posting_and_nobody_else() {
        let checked = Checked::of(&Tree::parse(POSTING).unwrap());
        let page = page(&checked, &files(), "/jobs/").unwrap();
        for part in [
            "<title>Gardener – Example Gardens</title>",
            "<script type=\"module\" src=\"/jobs/job-posting.js\"></script>",
            "href=\"/jobs/job-posting-1.css\" integrity=\"sha384-a\"",
            "<script type=\"application/ld+json\">{\"@context\"",
            "\"id\": \"gardener\"",
            "Jobs at Example Gardens<",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        assert!(!page.contains(NOBODY) && !page.contains(MARK), "{page}");
    }

    #[test]
    fn a_posting_with_problems_is_no_page() {
        assert_eq!(page(&Checked::of(&Checked::blank()), &files(), ""), None);
    }
}
