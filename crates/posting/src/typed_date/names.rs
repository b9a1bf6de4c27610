//! Names of months and weekdays, compared without regard to case and accents.

use super::DateLanguage;
use super::parts::words;
use crate::date::Weekday;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The month (1 to 12) that `word` names in the language or in English: in full, or by its first
/// three letters or more if only one month starts so.
pub(super) fn month_named(word: &str, language: &DateLanguage) -> Option<u32> {
    let word = fold(word);
    let (mut whole, mut named, mut starting) = (Vec::new(), Vec::new(), Vec::new());
    for (month, names) in (1..).zip(&language.month_names) {
        for name in names {
            if *name == word {
                whole.push(month);
            }
            let last = last_word(name);
            if last == word {
                named.push(month);
            }
            if last.starts_with(&word) || name.starts_with(&word) {
                starting.push(month);
            }
        }
    }
    // The whole name of one may be the end of another's. A word in the names of several months, as for
    // "month", is the name of none.
    for named in [whole, named] {
        if let Some(month) = named.first() {
            return named.iter().all(|other| other == month).then_some(*month);
        }
    }
    for (month, name) in (1..).zip(MONTHS) {
        if name == word {
            return Some(month);
        }
        if name.starts_with(&word) {
            starting.push(month);
        }
    }
    let (month, others) = starting.split_first()?;
    let unique = others.iter().all(|other| other == month);
    (unique && word.chars().count() >= 3).then_some(*month)
}

/// The month (1 to 12) whose name of several words a text begins with, and how many they are: "Meán Fómhair".
/// The last of them may be longer, as "сарын" for "сар".
pub(super) fn month_begun(text: &str, language: &DateLanguage) -> Option<(u32, usize)> {
    let text = words(text);
    let mut begun = None;
    for (month, names) in (1..).zip(&language.month_names) {
        for name in names.iter().filter(|name| name.contains(' ')) {
            let name = words(name);
            let ends = text.get(name.len().wrapping_sub(1)).zip(name.last());
            let is_begun = ends.is_some_and(|(word, last)| word.starts_with(last))
                && text
                    .iter()
                    .zip(&name)
                    .rev()
                    .skip(1)
                    .all(|(word, own)| word == own);
            if is_begun && name.len() > begun.map_or(1, |(_, count)| count) {
                begun = Some((month, name.len()));
            }
        }
    }
    begun
}

/// The weekday that `word` names in English, in full or by three letters or more.
pub(super) fn weekday_named(word: &str) -> Option<Weekday> {
    let word = fold(word);
    WEEKDAYS
        .iter()
        .find(|(name, _)| word.len() >= 3 && name.starts_with(&word))
        .map(|(_, weekday)| *weekday)
}

/// Whether `word` only joins the parts of a date, as "of" and "de" do.
pub(super) fn is_filler(word: &str) -> bool {
    ["of", "the", "de", "del", "d", "den", "el", "le"].contains(&fold(word).as_str())
}

/// Whether the language writes `word` beside the parts of a date.
pub(super) fn is_other_word(word: &str, language: &DateLanguage) -> bool {
    language.other_words.contains(&fold(word))
}

/// The name itself of a month given as "de maig", "d’abril" or "juil.".
fn last_word(name: &str) -> String {
    words(name).pop().unwrap_or_default()
}

/// Lower case without accents, for the letters that month names are made of. The standard
/// library's case tables would outweigh the rest of this module many times.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        folded.push(match c {
            // Accents that stand apart from their letters.
            '\u{300}'..='\u{36f}' => continue,
            'À'..='Å' | 'à'..='å' | 'Ā' | 'ā' | 'Ă' | 'ă' | 'Ą' | 'ą' => 'a',
            'Ç' | 'ç' | 'Ć' | 'ć' | 'Č' | 'č' => 'c',
            'È'..='Ë' | 'è'..='ë' | 'Ē' | 'ē' | 'Ę' | 'ę' | 'Ě' | 'ě' => 'e',
            'Ğ' | 'ğ' => 'g',
            'Ì'..='Ï' | 'ì'..='ï' | 'Ī' | 'ī' | 'İ' | 'ı' => 'i',
            'Ñ' | 'ñ' | 'Ń' | 'ń' => 'n',
            'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ő' | 'ő' => 'o',
            'Ř' | 'ř' => 'r',
            'Ś' | 'ś' | 'Ş' | 'ş' | 'Š' | 'š' => 's',
            'Ù'..='Ü' | 'ù'..='ü' | 'Ū' | 'ū' | 'Ů' | 'ů' | 'Ű' | 'ű' => 'u',
            'Ý' | 'ý' => 'y',
            'Ź' | 'ź' | 'Ż' | 'ż' | 'Ž' | 'ž' => 'z',
            // Greek and Cyrillic capitals lie 32 before their small letters.
            'Α'..='Ω' | 'А'..='Я' => char::from_u32(c as u32 + 32).unwrap_or(c),
            _ => c.to_ascii_lowercase(),
        });
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typed_date::DateOrder;

    /// A month that the language calls `name` is found by what people type for it.
    #[track_caller]
    fn check(name: &str, typed: &[&str]) {
        let mut language = DateLanguage::english(DateOrder::DayMonthYear);
        language.month_names[8].push(name.to_owned());
        for word in typed {
            assert_eq!(month_named(word, &language), Some(9), "{word} for {name}");
        }
    }

    #[test]
    fn accents_and_case_make_no_difference() {
        check("ágúst", &["ágúst", "AGUST", "ÁGÚST", "agu"]);
        check("março", &["MARÇO", "marco", "março"]);
        check("décembre", &["decembre", "DÉCEMBRE", "de\u{301}cembre"]);
        check("ağustos", &["agustos", "AĞUSTOS"]);
        check("říjen", &["rijen", "ŘÍJEN", "řijen", "ríjen"]);
        check("styczeń", &["styczen", "STYCZEŃ"]);
        check("październik", &["pazdziernik", "PAŹDZIERNIK"]);
        check("október", &["oktober", "OKTÓBER"]);
        check("şubat", &["subat", "ŞUBAT"]);
        check("kasım", &["kasim", "KASIM", "KASİM"]);
        check("ýanwar", &["yanwar", "ÝANWAR"]);
        check("января", &["ЯНВАРЯ", "Января", "янв"]);
        check("μαρτιου", &["ΜΑΡΤΙΟΥ", "μαρ"]);
    }

    #[test]
    fn a_name_is_found_without_its_preposition() {
        check("de setembre", &["setembre", "SETEMBRE", "set"]);
        check("d’octubre", &["octubre"]);
        check("d'octubre", &["octubre"]);
        check("sept.", &["sept"]);
    }
}
