//! The browser's `Intl`. Formatters are made when first used: making one costs a
//! phone more than a hundred uses of it.

mod style;

use std::cell::OnceCell;

use js_sys::{Array, Object, Reflect};
use posting::date::{CivilDate, YearMonth};
use posting::typed_date::{DateLanguage, DateOrder};
use wasm_bindgen::prelude::*;

use crate::locale::pattern::Plurals;
use style::{Options, Style};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical_locales(tag: &str) -> Result<Array, JsValue>;

    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> String;
    #[wasm_bindgen(method, js_name = formatRange, catch)]
    fn format_range(this: &DateTimeFormat, first: f64, last: f64) -> Result<String, JsValue>;
    #[wasm_bindgen(method, js_name = formatToParts)]
    fn format_to_parts(this: &DateTimeFormat, milliseconds: f64) -> Array;

    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, count: u32) -> String;

    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, count: u32) -> String;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn with_options(tag: &str, options: &JsValue) -> NumberFormat;
    #[wasm_bindgen(method, js_name = format)]
    fn format_decimal(this: &NumberFormat, decimal: &str) -> String;

    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> ListFormat;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: Array) -> String;
}

/// How the items of a list are joined.
#[derive(Clone, Copy)]
enum Join {
    And,
    Or,
}

/// Two decimal places or none, whatever the currency: an amount is shown as the posting has it.
const MONEY: Options = &[
    ("style", "currency"),
    ("minimumFractionDigits", "2"),
    ("maximumFractionDigits", "2"),
    ("trailingZeroDisplay", "stripIfInteger"),
];
const MILLISECONDS_PER_DAY: f64 = 86_400_000.0;

/// Formatting in one language.
pub struct Intl {
    tag: String,
    /// The language of the words around, to which lists and plurals belong; empty for the tag's own.
    words: &'static str,
    dates: [OnceCell<Option<DateTimeFormat>>; Style::COUNT],
    lists: [OnceCell<ListFormat>; 2],
    plurals: OnceCell<PluralRules>,
    numbers: OnceCell<NumberFormat>,
}

impl Intl {
    /// Formatting for a BCP 47 tag, English where the browser refuses the tag.
    pub fn new(tag: &str) -> Self {
        Self::between(tag, "")
    }

    /// Formatting for a tag between words of the language `words`: dates and numbers are those of the tag, but
    /// "oder" or a third plural form has no place between English words.
    pub fn between(tag: &str, words: &'static str) -> Self {
        let tag = preferred_tag(tag);
        let accepted = Self::accepts(&tag);
        Self {
            tag: if accepted { tag } else { "en".to_owned() },
            words,
            dates: Default::default(),
            lists: Default::default(),
            plurals: OnceCell::new(),
            numbers: OnceCell::new(),
        }
    }

    /// The tag for lists and plurals.
    fn tag_of_words(&self) -> &str {
        if self.tag.starts_with(self.words) {
            &self.tag
        } else {
            self.words
        }
    }

    /// Whether the browser takes a text as a language tag.
    pub fn accepts(tag: &str) -> bool {
        canonical_locales(tag).is_ok()
    }

    /// "18 May 2026"
    pub fn date(&self, date: CivilDate) -> String {
        self.write(Style::Date, date)
    }

    /// "Monday 18 May 2026"
    pub fn weekday_date(&self, date: CivilDate) -> String {
        self.write(Style::WeekdayDate, date)
    }

    /// "18 May"
    pub fn day_month(&self, date: CivilDate) -> String {
        self.write(Style::DayMonth, date)
    }

    /// "18 May – 7 August 2026"
    pub fn range(&self, first: CivilDate, last: CivilDate) -> String {
        self.write_range(Style::Date, first, last)
    }

    /// "Mon 18 May – Fri 7 Aug"
    pub fn short_range(&self, first: CivilDate, last: CivilDate) -> String {
        self.write_range(Style::Short, first, last)
    }

    /// "Mon 18 May"
    pub fn short_date(&self, date: CivilDate) -> String {
        self.write(Style::Short, date)
    }

    /// "Mon 18 May 2026 – Fri 7 Aug 2026", or the year once
    pub fn short_range_in_year(&self, first: CivilDate, last: CivilDate) -> String {
        self.write_range(Style::ShortInYear, first, last)
    }

    /// "Mon 18 May 2026"
    pub fn short_date_in_year(&self, date: CivilDate) -> String {
        self.write(Style::ShortInYear, date)
    }

    /// "May 2026"
    pub fn short_month_in_year(&self, date: CivilDate) -> String {
        self.write(Style::ShortMonthInYear, date)
    }

    /// "December 2026"
    pub fn month_year(&self, month_year: YearMonth) -> String {
        self.write(Style::MonthYear, month_year.first_day())
    }

    /// "May"
    pub fn short_month(&self, date: CivilDate) -> String {
        self.write(Style::ShortMonth, date)
    }

    /// "14:03" in the reader's time zone, for milliseconds since 1970.
    pub fn time(&self, milliseconds: f64) -> String {
        self.write_time(Style::Time, milliseconds)
    }

    /// "24 Nov 2026, 14:03" in the reader's time zone, for milliseconds since 1970.
    pub fn moment(&self, milliseconds: f64) -> String {
        self.write_time(Style::Moment, milliseconds)
    }

    /// "$50,000" for a decimal and three capital letters, which any browser takes for a currency
    pub fn money(&self, decimal: &str, currency: &str) -> String {
        let options = options(MONEY);
        // Setting a member of a fresh object can't fail.
        let _ = Reflect::set(&options, &"currency".into(), &currency.into());
        NumberFormat::with_options(&self.tag, &options).format_decimal(decimal)
    }

    /// "a, b, and c"
    pub fn list(&self, items: &[String]) -> String {
        self.joined(items, Join::And)
    }

    /// "a, b, or c"
    pub fn either(&self, items: &[String]) -> String {
        self.joined(items, Join::Or)
    }

    /// The order in which the language writes the numbers of a date.
    pub fn date_order(&self) -> DateOrder {
        let Some(numeric) = self.format(Style::Numeric) else {
            return DateOrder::DayMonthYear;
        };
        let first = numeric
            .format_to_parts(0.0)
            .iter()
            .map(|part| member(&part, "type"))
            .find(|kind| kind != "literal");
        match first.as_deref() {
            Some("month") => DateOrder::MonthDayYear,
            Some("year") => DateOrder::YearMonthDay,
            _ => DateOrder::DayMonthYear,
        }
    }

    /// What is needed to read dates in the language: of every month in every form that is written here, and in
    /// the longest one, which has a mark for the era in some.
    pub fn date_language(&self) -> DateLanguage {
        let mut language = DateLanguage::english(self.date_order());
        for style in Style::TO_LEARN_FROM {
            let Some(format) = self.format(style) else {
                continue;
            };
            for month in 1..=12 {
                // In every year its days are of all seven weekdays.
                let middle = CivilDate::new(2026, month, 15).unwrap_or(CivilDate::FIRST);
                let (mut written, mut name) = (String::new(), String::new());
                for part in format.format_to_parts(at_midnight(middle)) {
                    let words = member(&part, "value");
                    written.push_str(&words);
                    if member(&part, "type") == "month" {
                        name = words;
                    }
                }
                language.learn(&written, usize::from(month), &name);
            }
        }
        language
    }

    fn joined(&self, items: &[String], join: Join) -> String {
        let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        let make = || {
            let style: Options = match join {
                Join::And => &[],
                Join::Or => &[("type", "disjunction")],
            };
            ListFormat::new(self.tag_of_words(), &options(style))
        };
        match self.lists.get(join as usize) {
            Some(list) => list.get_or_init(make).format(array),
            None => make().format(array),
        }
    }

    fn format(&self, style: Style) -> Option<&DateTimeFormat> {
        let format = self.dates.get(style as usize)?;
        format.get_or_init(|| formatter(&self.tag, style)).as_ref()
    }

    fn write(&self, style: Style, date: CivilDate) -> String {
        match self.format(style) {
            Some(format) => format.format(at_midnight(date)),
            None => date.to_string(),
        }
    }

    fn write_time(&self, style: Style, milliseconds: f64) -> String {
        let format = self.format(style);
        format
            .map(|format| format.format(milliseconds))
            .unwrap_or_default()
    }

    fn write_range(&self, style: Style, first: CivilDate, last: CivilDate) -> String {
        self.format(style)
            .and_then(|format| {
                format
                    .format_range(at_midnight(first), at_midnight(last))
                    .ok()
            })
            .unwrap_or_else(|| format!("{first} – {last}"))
    }
}

impl Plurals for Intl {
    fn number(&self, count: u32) -> String {
        self.numbers
            .get_or_init(|| NumberFormat::new(&self.tag))
            .format(count)
    }

    fn category(&self, count: u32) -> String {
        self.plurals
            .get_or_init(|| PluralRules::new(self.tag_of_words()))
            .select(count)
    }
}

/// A text member of a JavaScript object; empty if there is none.
fn member(object: &JsValue, name: &str) -> String {
    let value = Reflect::get(object, &name.into()).ok();
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

fn at_midnight(date: CivilDate) -> f64 {
    f64::from(date.days_since_epoch()) * MILLISECONDS_PER_DAY
}

/// A formatter, or `None` if the browser refuses the tag.
///
/// In the calendar and the digits that the planner reads: some languages come with others, as Thai with
/// the Buddhist calendar, and a day that was picked would not be understood.
fn formatter(tag: &str, style: Style) -> Option<DateTimeFormat> {
    let common: Options = &[("calendar", "gregory"), ("numberingSystem", "latn")];
    let options = options(style.options().iter().chain(common));
    DateTimeFormat::new(tag, &options).ok()
}

fn options<'a>(options: impl IntoIterator<Item = &'a (&'static str, &'static str)>) -> Object {
    let object = Object::new();
    for (name, value) in options {
        // Setting a member of a fresh object can't fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

/// The tag itself if it names a region, else the browser's first preference of that language.
fn preferred_tag(tag: &str) -> String {
    if tag.contains('-') {
        return tag.to_owned();
    }
    web_sys::window()
        .map(|window| window.navigator().languages())
        .iter()
        .flat_map(|languages| languages.iter())
        .filter_map(|language| language.as_string())
        .find(|language| language.split('-').next() == Some(tag))
        .unwrap_or_else(|| tag.to_owned())
}
