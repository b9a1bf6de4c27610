//! Ids of postings: from the source's own where it has one, so that they stay
//! the same when the posting is imported again.

use std::collections::HashSet;

use crate::source::Source;

/// The longest id of the posting format, less room for a number.
const LONGEST: usize = 74;

/// The ids given so far.
#[derive(Default)]
pub(crate) struct Ids {
    given: HashSet<String>,
}

impl Ids {
    /// An id that no other posting has: the one asked for, or organization and own id, or
    /// organization and title.
    pub fn choose(&mut self, asked: Option<&str>, source: &Source) -> String {
        let value = |stated: &Option<crate::source::Stated>| {
            slug(stated.as_ref().map_or("", |stated| stated.value.as_str()))
        };
        let own = slug(source.own_id.as_deref().unwrap_or_default());
        let name = if own.is_empty() {
            value(&source.title)
        } else {
            own
        };
        let parts = match asked {
            Some(asked) => vec![asked.to_owned()],
            None => vec![value(&source.organization), name],
        };
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let mut id = parts.join("-");
        if id.is_empty() {
            let title = source
                .title
                .as_ref()
                .map_or("", |title| title.value.as_str());
            id = format!("posting-{:x}", hash(title));
        }
        if asked.is_none() {
            // Slugs are ASCII, so that any place is between characters.
            id.truncate(LONGEST);
        }
        let mut unique = id.clone();
        let mut number = 2;
        while !self.given.insert(unique.clone()) {
            unique = format!("{id}-{number}");
            number += 1;
        }
        unique
    }
}

/// Small ASCII letters and digits with hyphens between words.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars().flat_map(char::to_lowercase) {
        if let Some(letters) = ascii(character) {
            slug.push_str(letters);
        } else if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') && character != '\'' && character != '’'
        {
            slug.push('-');
        }
        if slug.len() > LONGEST / 2 + 12 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn ascii(character: char) -> Option<&'static str> {
    Some(match character {
        'ä' | 'æ' => "ae",
        'ö' | 'ø' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'ę' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ó' | 'ò' | 'ô' | 'õ' => "o",
        'ú' | 'ù' | 'û' => "u",
        'ç' | 'ć' | 'č' => "c",
        'ñ' | 'ń' => "n",
        'ł' => "l",
        'ś' | 'š' => "s",
        'ż' | 'ź' | 'ž' => "z",
        _ => return None,
    })
}

/// FNV-1a, 64 bits: stable wherever and whenever it is computed.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Stated;

    fn source(title: &str, own: Option<&str>) -> Source {
        Source {
            title: Stated::new(title, 1),
            organization: Stated::new("Grüne Gärten GmbH", 1),
            own_id: own.map(str::to_owned),
            ..Source::default()
        }
    }

    #[test]
    fn ids_are_stable_and_unique() {
        let mut ids = Ids::default();
        let mut choose = |source| ids.choose(None, &source);
        assert_eq!(
            choose(source("Gärtner:in", None)),
            "gruene-gaerten-gmbh-gaertner-in"
        );
        assert_eq!(
            choose(source("Gärtner:in", None)),
            "gruene-gaerten-gmbh-gaertner-in-2"
        );
        assert_eq!(
            choose(source("Gärtner:in", Some("4711"))),
            "gruene-gaerten-gmbh-4711"
        );
        assert!(choose(source("庭師", None)).starts_with("gruene-gaerten-gmbh"));
        assert!(choose(source(&"long ".repeat(100), None)).len() <= 80);
    }
}
