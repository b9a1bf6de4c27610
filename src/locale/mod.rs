//! Words, dates and numbers in the reader's language: the message catalogue and
//! the one door to the browser's `Intl`.

mod catalogue;
mod en;
mod intl;
mod pattern;
mod problems;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod wording;

use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};

use leptos::prelude::*;
use posting::date::CivilDate;
use posting::typed_date::{DateLanguage, DateOrder, parse_typed_date};

pub use catalogue::{Catalogue, PlannerCatalogue};
pub use intl::Intl;
pub use pattern::Plurals;
#[cfg(not(target_arch = "wasm32"))]
pub use site::SiteText;
pub use wording::Year;

use pattern::Value;

/// Everything needed to speak to the reader in one language.
struct Locale {
    catalogue: &'static Catalogue,
    intl: Intl,
    date_language: OnceCell<Rc<DateLanguage>>,
    date_numbers: OnceCell<Rc<DateLanguage>>,
}

thread_local! {
    /// The language that was asked for last, while a widget uses it.
    static LATEST: RefCell<(String, Weak<Locale>)> = RefCell::default();
}

impl Locale {
    /// The widgets of a page, which mostly speak one language, share its formatters: making those
    /// takes longer than all that a widget has to format.
    fn of(tag: &str) -> Rc<Self> {
        LATEST.with_borrow_mut(|(name, latest)| match latest.upgrade() {
            Some(locale) if name == tag => locale,
            _ => {
                let catalogue = &en::ENGLISH;
                let locale = Rc::new(Self {
                    catalogue,
                    intl: Intl::between(tag, catalogue.lang),
                    date_language: OnceCell::new(),
                    date_numbers: OnceCell::new(),
                });
                *name = tag.to_owned();
                *latest = Rc::downgrade(&locale);
                locale
            }
        })
    }
}

/// A handle to one language that views copy freely. Its methods are the messages of the
/// [`Catalogue`] and, in `wording`, the formats of dates and lists.
#[derive(Clone, Copy)]
pub struct Text {
    locale: StoredValue<Rc<Locale>, LocalStorage>,
}

impl Text {
    /// The words for a BCP 47 language tag; an unknown or malformed tag gives English.
    ///
    /// A tag without a region ("en") takes the region the reader's browser prefers for that
    /// language, so that dates are read and written in the order the reader is used to.
    pub fn new(tag: &str) -> Self {
        Self {
            locale: StoredValue::new_local(Locale::of(tag)),
        }
    }

    /// Whether the browser takes a text as a language tag.
    pub fn accepts(tag: &str) -> bool {
        Intl::accepts(tag)
    }

    /// What is needed to read what was `typed` as dates of this language. Only words need its names, and
    /// those are asked for at the first word: that takes a phone some milliseconds, for which neither the first
    /// view nor a press on a start date has to wait.
    pub fn date_language(self, typed: &str) -> Rc<DateLanguage> {
        let has_words = typed.contains(|c: char| c.is_ascii_alphabetic() || !c.is_ascii());
        let language = self.locale.try_with_value(|locale| {
            let intl = &locale.intl;
            let language = match has_words {
                true => locale
                    .date_language
                    .get_or_init(|| Rc::new(intl.date_language())),
                false => {
                    let numbers = || Rc::new(DateLanguage::english(intl.date_order()));
                    locale.date_numbers.get_or_init(numbers)
                }
            };
            Rc::clone(language)
        });
        language.unwrap_or_else(unused_date_language)
    }

    /// A date as someone would type it: in words where they are read again, else as `2026-05-18`.
    pub fn typed_date(self, date: CivilDate) -> String {
        let words = self.date(date);
        match parse_typed_date(&words, &self.date_language(&words)) {
            Ok(read) if read.date == date => words,
            _ => date.to_string(),
        }
    }

    fn catalogue(self) -> &'static Catalogue {
        self.locale
            .try_with_value(|locale| locale.catalogue)
            .unwrap_or(&en::ENGLISH)
    }

    /// Chosen here and not kept beside the other: what the first wasm file can reach is in it.
    fn planner_catalogue(self) -> &'static PlannerCatalogue {
        &en::PLANNER
    }

    fn fill(self, pattern: &'static str, values: &[(&str, Value<'_>)]) -> String {
        self.intl(|intl| pattern::fill(pattern, values, intl as &dyn Plurals))
    }

    /// Runs `format`; gives an empty text where the widget is already gone from the page.
    fn intl(self, format: impl FnOnce(&Intl) -> String) -> String {
        self.locale
            .try_with_value(|locale| format(&locale.intl))
            .unwrap_or_default()
    }
}

/// A stand-in for [`Text::date_language`] where no typed date has to be read.
pub fn unused_date_language() -> Rc<DateLanguage> {
    Rc::new(DateLanguage::english(DateOrder::DayMonthYear))
}
