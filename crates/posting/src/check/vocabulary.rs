//! Fields that hold one word of a fixed form: ids, language tags, codes of countries
//! and currencies, kinds of employment, units of pay, days of the week.

use super::node::Node;
use super::suggestion::suggest;
use crate::date::Weekday;
use crate::pay::PayUnit;
use crate::posting::EmploymentType;

/// The longest id, in characters.
const MAX_ID: usize = 80;

/// Which characters an id is made of, besides `a-z`, `0-9` and `-`.
#[derive(Clone, Copy)]
pub(super) enum IdKind {
    /// A posting's: `_` and `.` too.
    Posting,
    /// A qualification's: nothing else.
    Qualification,
}

/// An id of 1 to 80 characters.
pub(super) fn id(node: Node<'_>, kind: IdKind) -> Option<String> {
    let text = node.text()?;
    let (more, named): (&[u8], _) = match kind {
        IdKind::Posting => (b"-_.", "“-”, “_” and “.”"),
        IdKind::Qualification => (b"-", "and “-”"),
    };
    let allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || more.contains(&byte);
    if text.len() > MAX_ID || !text.bytes().all(allowed) {
        node.tell(&format!(
            "is not an id; use 1 to {MAX_ID} of the characters a-z, 0-9, {named}"
        ));
        return None;
    }
    Some(text.to_owned())
}

/// A language tag as browsers take it: `unicode_language_id` of UTS 35 section 3.2, which is
/// BCP 47 without extensions. Language, then script, region and variants, each at most once.
pub(super) fn lang(node: Node<'_>) -> Option<String> {
    let text = node.text()?;
    if !is_language_tag(text) {
        node.tell("is not a language tag; write it like en, pt-BR or zh-Hant");
        return None;
    }
    Some(text.to_owned())
}

fn is_language_tag(text: &str) -> bool {
    // How far the tag has come: 1 the language, 2 the script, 3 the region, 4 a variant.
    let mut reached = 0;
    let mut variants = Vec::new();
    let lower = text.to_ascii_lowercase();
    for part in lower.split('-') {
        let all = |is_of_kind: fn(&u8) -> bool| part.as_bytes().iter().all(is_of_kind);
        let (letters, digits) = (all(u8::is_ascii_alphabetic), all(u8::is_ascii_digit));
        let starts_with_digit = part.as_bytes().first().is_some_and(u8::is_ascii_digit);
        reached = match part.len() {
            2 | 3 | 5..=8 if letters && reached == 0 => 1,
            _ if reached == 0 => return false,
            4 if letters && reached < 2 => 2,
            2 if letters && reached < 3 => 3,
            3 if digits && reached < 3 => 3,
            4 if !starts_with_digit => return false,
            4..=8 if all(u8::is_ascii_alphanumeric) && !variants.contains(&part) => 4,
            _ => return false,
        };
        if reached == 4 {
            variants.push(part);
        }
    }
    true
}

/// A country's two letters (ISO 3166-1 alpha-2), by their form.
pub(super) fn country(node: Node<'_>) -> Option<String> {
    capitals(
        node,
        2,
        "is not a country code; write two capital letters, such as US",
    )
}

/// A kind of employment by its schema.org name.
pub(super) fn employment_type(node: Node<'_>) -> Option<EmploymentType> {
    let names = EmploymentType::ALL.map(EmploymentType::as_str);
    let index = one_of(node, &names)?;
    EmploymentType::ALL.get(index).copied()
}

/// A currency's three letters (ISO 4217), by their form.
pub(super) fn currency(node: Node<'_>) -> Option<String> {
    capitals(
        node,
        3,
        "is not a currency code; write three capital letters, such as USD",
    )
}

/// A unit of pay by its schema.org name.
pub(super) fn pay_unit(node: Node<'_>) -> Option<PayUnit> {
    let index = one_of(node, &PayUnit::ALL.map(PayUnit::as_str))?;
    PayUnit::ALL.get(index).copied()
}

/// A day of the week by its first three letters.
pub(super) fn weekday(node: Node<'_>) -> Option<Weekday> {
    let index = one_of(node, &["mon", "tue", "wed", "thu", "fri", "sat", "sun"])?;
    u8::try_from(index)
        .ok()
        .map(|days| Weekday::Monday.nth_next(days))
}

/// A code of so many capital letters.
fn capitals(node: Node<'_>, count: usize, otherwise: &str) -> Option<String> {
    let text = node.text()?;
    if text.len() != count || !text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        node.tell(otherwise);
        return None;
    }
    Some(text.to_owned())
}

/// The index of the text among `names`.
fn one_of(node: Node<'_>, names: &[&str]) -> Option<usize> {
    let text = node.text()?;
    let index = names.iter().position(|&name| name == text);
    if index.is_none() {
        let message = match suggest(text, names) {
            Some(meant) => format!("is not one of the known words; did you mean “{meant}”?"),
            None => format!("is not one of the known words; use {}", names.join(", ")),
        };
        node.tell(&message);
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_that_browsers_take() {
        for tag in [
            "en",
            "pt-BR",
            "zh-Hant",
            "zh-Hant-TW",
            "es-419",
            "de-1901",
            "sl-rozaj-biske",
            "EN-us",
        ] {
            assert!(is_language_tag(tag), "{tag}");
        }
    }

    #[test]
    fn language_tags_that_browsers_refuse() {
        for tag in [
            "",
            "e",
            "englishlanguage",
            "en_US",
            "en-",
            "-en",
            "en-u-ca-buddhist",
            "x-private",
            "de-1901-1901",
            "en-US-GB",
            "root",
            "日本語",
            "en us",
        ] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }
}
