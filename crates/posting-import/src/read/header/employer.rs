//! Whether a name in the first lines is the employer's: places and teams stand there too, and only of an
//! employer the text speaks as of somebody.

use crate::block::Block;
use crate::source::Stated;

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
const BEHIND: [&str; 12] = [
    "’s ",
    "'s ",
    " seeks ",
    " offers ",
    " is hiring",
    " is looking for",
    " is seeking",
    " is an equal",
    " is proud",
    " is committed",
    " celebrates ",
    " does not discriminate",
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

/// What teams are called, at the end of their names.
const TEAMS: [&str; 6] = [
    "team",
    "department",
    "division",
    "unit",
    "office",
    "abteilung",
];

/// Whether the text names an employer anywhere. Teams have names as well.
pub(super) fn is_named_in(name: &str, text: &[Block]) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    !TEAMS.contains(&last.as_str()) && text.iter().any(|block| block.plain().contains(name))
}

/// Words between the name of an employer and "equal opportunity".
const BETWEEN: [&str; 6] = [
    " is an ",
    " is a proud ",
    " is proud to be an ",
    " are an ",
    " provides ",
    " offers ",
];

/// Words that stand for an employer and do not name it, in small letters.
const NO_NAMES: [&str; 24] = [
    "we",
    "our",
    "this",
    "that",
    "it",
    "they",
    "company",
    "employer",
    "university",
    "college",
    "agency",
    "organization",
    "organisation",
    "institute",
    "school",
    "department",
    "firm",
    "client",
    "foundation",
    "hospital",
    "county",
    "city",
    "center",
    "position",
];

/// The employer that a text names where it says that it gives equal opportunities, for review.
pub(crate) fn stated_in(text: &[Block]) -> Option<Stated> {
    text.iter().find_map(|block| {
        let text = block.plain();
        let is_topic = ["equal opportunit", "equal employment", "equal-opportunit"];
        if !is_topic.iter().any(|words| text.contains(words)) && !text.contains("Equal ") {
            return None;
        }
        let mut sentences = super::super::sentences(&text).into_iter();
        sentences.find_map(|sentence| Stated::guessed(named_by(sentence)?, block.line))
    })
}

/// The name at the start of "The Rose Museum is an equal opportunity employer".
fn named_by(sentence: &str) -> Option<&str> {
    let words = BETWEEN.iter().find_map(|words| sentence.split_once(words));
    let (name, behind) = words?;
    let behind = behind.to_lowercase();
    let behind = behind.trim_start_matches("affirmative action and ");
    let is_equal = [
        "equal opportunit",
        "equal-opportunit",
        "equal employment opportunit",
    ];
    let name = name.strip_prefix("The ").unwrap_or(name);
    let is_name = |word: &str| {
        word.starts_with(|first: char| first.is_uppercase() || first.is_numeric() || first == '&')
            || ["of", "and", "for", "the", "de"].contains(&word)
    };
    let has_name = name.split(' ').count() <= MOST_WORDS
        && name.starts_with(char::is_uppercase)
        && name.split(' ').all(is_name)
        && !NO_NAMES.contains(&name.to_lowercase().as_str())
        && !name
            .split(' ')
            .next()
            .is_some_and(|first| ["Our", "This", "That", "We"].contains(&first));
    (has_name && is_equal.iter().any(|words| behind.starts_with(words))).then_some(name)
}

/// Names of employers have no more words than this.
const MOST_WORDS: usize = 7;

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
