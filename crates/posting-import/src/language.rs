//! The language of a text, told by its most frequent small words. Only for
//! texts long enough to tell, and only among the languages of the vocabulary.

use std::sync::LazyLock;

/// Small words that are frequent in one language and rare in the others.
const WORDS: [(&str, &[&str]); 11] = [
    (
        "en",
        &[
            "the", "and", "of", "to", "with", "you", "our", "for", "we", "is",
        ],
    ),
    (
        "de",
        &[
            "und", "der", "die", "mit", "für", "du", "wir", "bei", "das", "von",
        ],
    ),
    (
        "fr",
        &[
            "et", "les", "des", "vous", "nous", "pour", "une", "dans", "du", "est",
        ],
    ),
    (
        "es",
        &[
            "y", "los", "las", "con", "para", "del", "una", "que", "el", "tu",
        ],
    ),
    (
        "ca",
        &[
            "i", "els", "les", "amb", "per", "dels", "una", "que", "teves", "és",
        ],
    ),
    (
        "pt",
        &[
            "e", "os", "com", "para", "uma", "você", "nossa", "não", "da", "dos",
        ],
    ),
    (
        "it",
        &[
            "e", "il", "della", "con", "per", "che", "nel", "sono", "gli", "di",
        ],
    ),
    (
        "nl",
        &[
            "en", "het", "een", "van", "je", "voor", "met", "wij", "bij", "jij",
        ],
    ),
    (
        "sv",
        &[
            "och", "att", "du", "för", "som", "med", "vi", "är", "av", "till",
        ],
    ),
    (
        "pl",
        &[
            "i", "w", "z", "na", "oraz", "się", "do", "dla", "jest", "lub",
        ],
    ),
    (
        "vi",
        &[
            "và", "các", "có", "của", "cho", "với", "là", "trong", "công", "việc",
        ],
    ),
];

/// Fewer words than this tell nothing.
const FEWEST: usize = 40;

/// Longer words than this, in bytes, are none of the small ones.
const LONGEST: usize = 6;

/// A small word, and the languages in which it is frequent, as places in the list above.
type Known = (u64, Vec<usize>);

/// Into how many drawers the small words are sorted: so many that nearly every other word finds its own empty.
const DRAWERS: usize = 1024;

/// The small words, sorted into drawers by their letters.
static LANGUAGES: LazyLock<Vec<Vec<Known>>> = LazyLock::new(|| {
    let mut drawers: Vec<Vec<Known>> = vec![Vec::new(); DRAWERS];
    for (place, (_, words)) in WORDS.iter().enumerate() {
        for key in words.iter().map(|word| key(word.bytes())) {
            let Some(drawer) = drawers.get_mut(drawer_of(key)) else {
                continue;
            };
            match drawer.iter_mut().find(|(known, _)| *known == key) {
                Some((_, languages)) => languages.push(place),
                None => drawer.push((key, vec![place])),
            }
        }
    }
    drawers
});

fn drawer_of(key: u64) -> usize {
    // The highest bits of the product depend on every letter.
    let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> 54).unwrap_or_default()
}

/// A short word as a number, which is found faster than a text.
fn key(letters: impl Iterator<Item = u8>) -> u64 {
    letters
        .take(LONGEST + 1)
        .fold(0, |key, byte| key << 8 | u64::from(byte))
}

fn languages_of(key: u64) -> &'static [usize] {
    let mut drawer = LANGUAGES.get(drawer_of(key)).into_iter().flatten();
    let known = drawer.find(|(known, _)| *known == key);
    known.map_or(&[], |(_, languages)| languages)
}

/// The language of texts, if their small words tell.
pub(crate) fn guess<'a>(texts: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let mut counts = [0_usize; WORDS.len()];
    let mut all = 0;
    let mut count = |key: u64| {
        for place in languages_of(key) {
            if let Some(count) = counts.get_mut(*place) {
                *count += 1;
            }
        }
    };
    for text in texts {
        if text.is_ascii() {
            for word in text.as_bytes().split(|byte| !byte.is_ascii_alphabetic()) {
                all += usize::from(!word.is_empty());
                if (1..=LONGEST).contains(&word.len()) {
                    count(key(word.iter().map(u8::to_ascii_lowercase)));
                }
            }
            continue;
        }
        let words = text.split(|character: char| !character.is_alphabetic());
        for word in words.filter(|word| !word.is_empty()) {
            all += 1;
            if word.len() <= LONGEST {
                count(key(word.to_lowercase().bytes()));
            }
        }
    }
    let mut ranked: Vec<_> = counts.iter().zip(WORDS).collect();
    ranked.sort_by(|one, other| other.0.cmp(one.0));
    match ranked.as_slice() {
        [(first, (language, _)), (second, _), ..]
            if all >= FEWEST && **first * 12 > all && **first * 2 > **second * 3 =>
        {
            Some(language)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_small_word_is_too_long() {
        let mut words = WORDS.iter().flat_map(|(_, words)| *words);
        assert!(words.all(|word| word.len() <= LONGEST));
    }

    #[test]
    fn small_words_tell_the_language() {
        let german = "Wir suchen für unser Team in den Gärten eine Person, die mit uns die Rosen \
                      und die Bäume pflegt und bei jedem Wetter gern draußen ist. Du bist bei uns \
                      richtig, wenn du mit der Schere umgehen kannst und von Rosen träumst. Das \
                      ist für dich und für uns gut.";
        let roses = "rose ".repeat(100);
        assert_eq!(guess([german].into_iter()), Some("de"));
        assert_eq!(guess(["Rosen"].into_iter()), None);
        assert_eq!(guess([roses.as_str()].into_iter()), None);
    }
}
