//! What can't be read, moved aside before something takes its place: every text of it once, under keys with
//! numbers, without a gap.

use super::Unavailable;
use super::shelf::Shelf;

/// The key under which the text that can't be read with this number is kept, counted from 0: `<key>/unreadable`,
/// `<key>/unreadable-2` and so on.
pub fn aside_key(key: &str, number: usize) -> String {
    match number {
        0 => format!("{key}{ASIDE}"),
        number => format!("{key}{ASIDE}-{}", number.saturating_add(1)),
    }
}

/// Whether [`aside_key`] made a key for another.
pub fn is_aside_of(key: &str, aside: &str) -> bool {
    let number = aside
        .strip_prefix(key)
        .and_then(|rest| rest.strip_prefix(ASIDE));
    number.is_some_and(|number| {
        let digits = number.strip_prefix('-');
        number.is_empty() || digits.is_some_and(|digits| digits.parse::<usize>().is_ok())
    })
}

/// No record's name has a slash.
const ASIDE: &str = "/unreadable";

impl Shelf {
    /// All that was set aside under a key, with the keys.
    pub fn asides(&self, key: &str) -> Vec<(String, String)> {
        let keys = (0..).map(|number| aside_key(key, number));
        let texts = keys.map_while(|key| self.text(&key).map(|text| (key, text)));
        texts.collect()
    }

    /// Copies what a key holds to where it is kept, unless it is there already.
    ///
    /// # Errors
    /// If the device refuses.
    pub fn set_aside(&self, key: &str) -> Result<(), Unavailable> {
        let Some(stored) = self.text(key) else {
            return Ok(());
        };
        let asides = self.asides(key);
        if asides.iter().any(|(_, text)| *text == stored) {
            return Ok(());
        }
        self.put_text(&aside_key(key, asides.len()), &stored)
    }

    /// Removes a text that can't be read from a key and from what was set aside there. What is not this text stays,
    /// and moves up, so that it is found.
    pub fn remove_unreadable(&self, key: &str, unreadable: &str) {
        if self.text(key).as_deref() == Some(unreadable) {
            self.remove(key);
        }
        let asides = self.asides(key);
        let kept = asides.iter().filter(|(_, text)| text != unreadable);
        let mut places = asides.iter().map(|(key, _)| key);
        for ((_, text), place) in kept.zip(places.by_ref()) {
            // Where there is no room all stays as it is, and is told again.
            if self.text(place).as_ref() != Some(text) && self.put_text(place, text).is_err() {
                return;
            }
        }
        places.for_each(|place| self.remove(place));
    }
}
