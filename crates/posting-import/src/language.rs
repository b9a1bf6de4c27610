//! The language of a text, told by its most frequent small words. Only for
//! texts long enough to tell, and only among the languages of the vocabulary.

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

/// The language of a text, if its small words tell.
pub(crate) fn guess(text: &str) -> Option<&'static str> {
    let mut counts = [0_usize; WORDS.len()];
    let mut all = 0;
    for word in text.split(|character: char| !character.is_alphabetic()) {
        if word.is_empty() {
            continue;
        }
        all += 1;
        let small = word.to_lowercase();
        for (count, (_, words)) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(words.contains(&small.as_str()));
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
    fn small_words_tell_the_language() {
        let german = "Wir suchen für unser Team in den Gärten eine Person, die mit uns die Rosen \
                      und die Bäume pflegt und bei jedem Wetter gern draußen ist. Du bist bei uns \
                      richtig, wenn du mit der Schere umgehen kannst und von Rosen träumst. Das \
                      ist für dich und für uns gut.";
        assert_eq!(guess(german), Some("de"));
        assert_eq!(guess("Rosen"), None);
        assert_eq!(guess(&"rose ".repeat(100)), None);
    }
}
