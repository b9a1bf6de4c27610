//! Parts of a view that are alike in all markup written ahead in one setting, because nothing is typed
//! yet and nothing in them depends on the posting: written once, and copied from then on.

use std::cell::RefCell;

use super::{Element, sheets};

/// Of how many settings the parts are kept: as many as a site has languages, mostly.
const SETTINGS: usize = 8;

/// The parts of one setting.
struct Setting {
    name: String,
    parts: Vec<(&'static str, Element)>,
}

/// What was written.
struct Written {
    /// Whether markup is being written ahead, with the first setting.
    is_ahead: bool,
    settings: Vec<Setting>,
}

thread_local! {
    static WRITTEN: RefCell<Written> = const {
        RefCell::new(Written {
            is_ahead: false,
            settings: Vec::new(),
        })
    };
}

/// Writes with the parts that were made before in the same setting. Its name tells it apart from all
/// others in which any part would be another.
pub fn remembering<T>(setting: &str, write: impl FnOnce() -> T) -> T {
    WRITTEN.with_borrow_mut(|written| {
        let settings = &mut written.settings;
        match settings.iter().position(|known| known.name == setting) {
            Some(place) => settings.swap(0, place),
            None => {
                settings.truncate(SETTINGS - 1);
                let name = setting.to_owned();
                let parts = Vec::new();
                settings.insert(0, Setting { name, parts });
            }
        }
        written.is_ahead = true;
    });
    let made = write();
    WRITTEN.with_borrow_mut(|written| written.is_ahead = false);
    made
}

/// A part that is alike for all postings as long as nothing is typed. What it reads may be nothing
/// else; its name is its own.
pub fn alike(name: &'static str, make: impl FnOnce() -> Element) -> Element {
    if let Some(copy) = copy(name) {
        return copy;
    }
    let made = make();
    WRITTEN.with_borrow_mut(|written| {
        if written.is_ahead
            && let Some(setting) = written.settings.first_mut()
        {
            setting.parts.push((name, made.clone()));
        }
    });
    made
}

/// A part of which there are few kinds, each with a name.
pub fn alike_by(name: impl FnOnce() -> &'static str, make: impl FnOnce() -> Element) -> Element {
    alike(name(), make)
}

fn copy(name: &str) -> Option<Element> {
    WRITTEN.with_borrow(|written| {
        let setting = written.settings.first().filter(|_| written.is_ahead)?;
        let mut parts = setting.parts.iter();
        let (_, part) = parts.find(|(known, _)| *known == name)?;
        let mut markup = sheets::take();
        markup.push_str(&part.markup);
        Some(Element { markup, ..*part })
    })
}

#[cfg(test)]
mod tests {
    use super::super::element;
    use super::*;

    fn made(words: &str) -> String {
        alike("a part", || element("p").text(words))
            .view()
            .into_html()
    }

    #[test]
    fn a_part_is_made_once_for_each_setting() {
        assert_eq!(remembering("en", || made("a")), "<p>a</p>");
        assert_eq!(remembering("de", || made("b")), "<p>b</p>");
        assert_eq!(remembering("en", || made("c")), "<p>a</p>");
        assert_eq!(remembering("de", || made("d")), "<p>b</p>");
    }

    #[test]
    fn nothing_is_remembered_of_what_is_not_written_ahead() {
        assert_eq!(made("a"), "<p>a</p>");
        assert_eq!(made("b"), "<p>b</p>");
        assert_eq!(remembering("en", || made("c")), "<p>c</p>");
        assert_eq!(made("d"), "<p>d</p>");
    }

    #[test]
    fn parts_are_kept_of_a_few_settings() {
        for setting in 0..=SETTINGS {
            let words = setting.to_string();
            assert_eq!(
                remembering(&words, || made(&words)),
                format!("<p>{words}</p>")
            );
        }
        let kept = WRITTEN.with_borrow(|written| written.settings.len());
        assert_eq!(kept, SETTINGS);
    }
}
