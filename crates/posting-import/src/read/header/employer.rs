//! Whether a name in the first lines is the employer's: places and teams stand there too, and only of an
//! employer the text speaks as of somebody.

use crate::block::Block;

/// Words before the name of an employer.
const BEFORE: [&str; 6] = [
    "About ",
    "about ",
    "Join ",
    "join ",
    "joining ",
    "Join us at ",
];

/// What follows the name of an employer.
const BEHIND: [&str; 8] = [
    "’s ",
    "'s ",
    " seeks ",
    " offers ",
    " is hiring",
    " is looking for",
    " is seeking",
    " is an equal",
];

/// Words that follow "At Northwind": "at" alone stands before places, too.
const SPEAKERS: [&str; 4] = [" we ", ", we ", " you ", ", you "];

/// What companies are by law, at the end of their names.
const FORMS: [&str; 22] = [
    "inc",
    "llc",
    "llp",
    "ltd",
    "limited",
    "plc",
    "corp",
    "corporation",
    "gmbh",
    "ag",
    "se",
    "kg",
    "sa",
    "sas",
    "sarl",
    "sl",
    "spa",
    "srl",
    "bv",
    "nv",
    "ab",
    "as",
];

/// Whether a name ends with what companies are by law, "Gardens Inc." and "Gärten GmbH".
pub(super) fn is_company(name: &str) -> bool {
    let Some((_, form)) = name.rsplit_once(' ') else {
        return false;
    };
    let form = form.replace('.', "").to_lowercase();
    FORMS.contains(&form.as_str())
}

/// Whether a text speaks of a name as one does of an employer.
pub(super) fn is_spoken_of(name: &str, text: &[Block]) -> bool {
    text.iter().any(|block| {
        let text = block.plain();
        text.match_indices(name).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            let behind = text.get(at + name.len()..).unwrap_or_default();
            let is_whole = !behind.starts_with(char::is_alphanumeric);
            let is_at = before.ends_with("At ") || before.ends_with("at ");
            is_whole
                && (BEFORE.iter().any(|word| before.ends_with(word))
                    || BEHIND.iter().any(|word| behind.starts_with(word))
                    || is_at && SPEAKERS.iter().any(|word| behind.starts_with(word)))
        })
    })
}
