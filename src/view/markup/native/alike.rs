//! Parts of a view that are alike in all markup written ahead in one setting, because nothing is typed
//! yet and nothing in them depends on the posting, or only a few texts: written once, and copied from
//! then on.

use std::cell::RefCell;

use super::form::{Form, MARKS};
use super::{Element, is_plain};

/// Of how many settings the parts are kept: as many as a site has languages, mostly.
const SETTINGS: usize = 8;

/// What parts of one setting have alike.
struct Setting {
    name: String,
    forms: Vec<(&'static str, Form)>,
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
                let forms = Vec::new();
                settings.insert(0, Setting { name, forms });
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
    alike_by(|| name, make)
}

/// A part of which there are few kinds, each with a name.
pub fn alike_by(name: impl FnOnce() -> &'static str, make: impl FnOnce() -> Element) -> Element {
    alike_but(|| Some(name()), [], |[]| make())
}

/// A part that is alike but for some texts, which stand in it as they are. Where more than these
/// makes it what it is, it has no name and is made.
pub fn alike_but<const TEXTS: usize>(
    name: impl FnOnce() -> Option<&'static str>,
    texts: [&str; TEXTS],
    make: impl FnOnce([&str; TEXTS]) -> Element,
) -> Element {
    let is_ahead = WRITTEN.with_borrow(|written| written.is_ahead);
    // How a letter is escaped depends on where it stands.
    let are_plain = TEXTS <= MARKS.len() && texts.iter().all(|text| is_plain(text));
    let name = match is_ahead && are_plain {
        true => name(),
        false => None,
    };
    let Some(name) = name else {
        return make(texts);
    };
    let filled = WRITTEN.with_borrow(|written| {
        let mut forms = written.settings.first()?.forms.iter();
        let (_, form) = forms.find(|(known, _)| *known == name)?;
        Some(form.filled(&texts))
    });
    filled.unwrap_or_else(|| {
        let mut marks = MARKS.into_iter();
        // It may hold other such parts, so nothing is borrowed while it is made.
        let form = Form::of(make([(); TEXTS].map(|()| marks.next().unwrap_or_default())));
        let made = form.filled(&texts);
        WRITTEN.with_borrow_mut(|written| {
            if let Some(setting) = written.settings.first_mut() {
                setting.forms.push((name, form));
            }
        });
        made
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

    fn named(name: Option<&'static str>, [id, words]: [&str; 2]) -> String {
        let make = |[id, words]: [&str; 2]| {
            let inner = element("b").with("id", &format!("{id}-b")).text(words);
            element("p").with("id", id).child(inner).text(words)
        };
        let made = alike_but(|| name, [id, words], make);
        made.with("lang", "en").view().into_html()
    }

    #[test]
    fn texts_stand_in_a_part_that_is_alike_otherwise() {
        let expected = |id: &str, words: &str| {
            format!("<p id=\"{id}\" lang=\"en\"><b id=\"{id}-b\">{words}</b>{words}</p>")
        };
        remembering("texts", || {
            for [id, words] in [["a", "b"], ["", "é"], ["c", ""], ["a", "b"]] {
                assert_eq!(named(Some("named"), [id, words]), expected(id, words));
                assert_eq!(named(None, [id, words]), expected(id, words));
            }
            let escaped = expected("&quot;a", "&lt;b&gt;\"");
            assert_eq!(
                named(Some("named"), ["\"a", "<b>\""]),
                escaped.replace("-b\">&lt;b&gt;&quot;", "-b\">&lt;b&gt;\"")
            );
        });
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
