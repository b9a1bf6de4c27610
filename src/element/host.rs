//! The custom element around the widget: its attributes, read once, and the events
//! it tells the page of.

use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::{CustomEvent, CustomEventInit, HtmlElement, console};
use posting::date::CivilDate;
use posting::posting::Posting;

use crate::locale::Text;
use crate::widget::Surroundings;

/// What the element's attributes say, for a posting; `lang` is the language in which the page has put it.
pub fn surroundings(host: &HtmlElement, lang: Option<String>, posting: &Posting) -> Surroundings {
    let as_of = read(host, "as-of", |text| {
        CivilDate::parse_iso(text).map_err(|error| format!("{error}; today is used instead"))
    });
    let heading_level = read(host, "heading-level", |text| {
        let level = text.parse().ok().filter(|level| (1..=4).contains(level));
        level.ok_or_else(|| "is not 1, 2, 3 or 4; 2 is used instead".to_owned())
    });
    let target = host.clone();
    Surroundings {
        lang: usable(lang).unwrap_or_else(|| posting.lang().to_owned()),
        heading_level: heading_level.unwrap_or(2),
        as_of,
        emit: Box::new(move |event, record| emit(&target, event, record)),
    }
}

/// The language that a page names, or English where that is no language; none where it names none.
pub fn usable(lang: Option<String>) -> Option<String> {
    let tag = lang.filter(|tag| !tag.trim().is_empty())?;
    if Text::accepts(&tag) {
        return Some(tag);
    }
    warn(
        "lang",
        &tag,
        "is not a language tag such as en or de-CH; English is used instead",
    );
    Some("en".to_owned())
}

/// An attribute's value; a bad one is named on the console and passed over.
fn read<T>(
    host: &HtmlElement,
    name: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    let text = host.get_attribute(name)?;
    match parse(text.trim()) {
        Ok(value) => Some(value),
        Err(reason) => {
            warn(name, &text, &reason);
            None
        }
    }
}

fn warn(name: &str, value: &str, reason: &str) {
    console::warn_1(&format!("job-posting: the attribute {name}=\"{value}\" {reason}").into());
}

/// Dispatches an event on the host; `false` if the page cancelled it.
fn emit(host: &HtmlElement, name: &str, record: &str) -> bool {
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_cancelable(name == "job-posting-apply");
    options.set_detail(&detail(record));
    match CustomEvent::new_with_event_init_dict(name, &options) {
        Ok(event) => host.dispatch_event(&event).unwrap_or(true),
        Err(_) => true,
    }
}

/// `{ record: "earliest-start" }`: which answer changed, never what was typed.
fn detail(record: &str) -> JsValue {
    if record.is_empty() {
        return JsValue::NULL;
    }
    let detail = js_sys::Object::new();
    // Setting a member of a fresh object can't fail.
    let _ = js_sys::Reflect::set(&detail, &"record".into(), &record.into());
    detail.into()
}
