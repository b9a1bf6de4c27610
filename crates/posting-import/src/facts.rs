//! Facts from prose: programme, start dates, limits, deadlines. Each comes with
//! the words it was read from, and what is not certain is marked.

mod dates;
mod doubt;
mod length;
mod pay;
mod place;
mod program;
mod rules;
mod terms;

use std::cell::OnceCell;
use std::sync::LazyLock;

use posting::document::{ApplicationLimit, Location, Program};
use regex::RegexSet;

use crate::block::Block;
use crate::pattern::{Pattern, for_both_sizes, is_match, pattern};
use crate::pay::currency_in;
use crate::recognize::{Role, role_of};
use crate::source::{Fact, Source};

use dates::Found;
pub(crate) use rules::rules_of;
pub(crate) use terms::is_internship;

/// What prose tells.
#[derive(Default)]
pub(crate) struct Facts {
    /// Length, season and starts.
    pub program: Program,
    /// How many positions one candidate may apply for.
    pub limit: Option<ApplicationLimit>,
    /// Whether applications are reviewed as they come.
    pub rolling: bool,
    /// The last day for applications.
    pub deadline: Option<String>,
    /// A place that a sentence names, with its line.
    pub place: Option<(String, usize)>,
    /// The privacy notice.
    pub privacy: Option<String>,
    /// Whether the posting is an internship by its title.
    pub is_internship: bool,
    /// The findings, in the order of the source.
    pub found: Vec<Fact>,
    /// What the source states outright.
    stated: Vec<Fact>,
    /// The countries of the places that the source states.
    countries: Vec<String>,
}

impl Facts {
    /// The currency that a sign stands for where the work is.
    fn currency_of(&self, sign: &str) -> Option<String> {
        let currencies = self.countries.iter();
        let mut currencies = currencies.map(|country| currency_in(sign, country));
        let first = currencies.next()??;
        currencies
            .all(|other| other == Some(first))
            .then(|| first.to_owned())
    }

    fn tell(&mut self, field: &'static str, value: &str, sentence: &Sentence<'_>, review: bool) {
        self.found.push(Fact {
            field,
            value: value.to_owned(),
            words: sentence.text.to_owned(),
            line: sentence.line,
            review,
        });
    }
}

/// A sentence with what is known about its place.
struct Sentence<'a> {
    text: &'a str,
    line: usize,
    /// The part in which it stands.
    role: Option<Role>,
    /// The heading above it, or the paragraph that leads to it.
    lead: &'a str,
    /// Its dates, once somebody has asked for them.
    dates: OnceCell<Vec<Found>>,
}

/// The longest text, in bytes, that can be an entry in a list of dates.
const SHORT: usize = 60;

impl<'a> Sentence<'a> {
    fn new(text: &'a str, line: usize) -> Self {
        Self {
            text,
            line,
            role: None,
            lead: "",
            dates: OnceCell::new(),
        }
    }

    /// Its dates, in order.
    fn dates(&self) -> &[Found] {
        self.dates.get_or_init(|| dates::dates(self.text))
    }

    /// Whether it can be no more than what its lead announces, as a day below "Start dates:".
    fn is_short(&self) -> bool {
        self.text.len() <= SHORT
    }
}

/// Reads the facts of a posting.
pub(crate) fn read(source: &mut Source) -> Facts {
    let mut facts = Facts {
        stated: source.facts.clone(),
        countries: countries_of(&source.locations),
        ..Facts::default()
    };
    let title = source.title.as_ref();
    let title_text = title.map_or("", |title| title.value.as_str());
    facts.is_internship = terms::is_internship(title_text);
    let title_sentence = Sentence::new(title_text, title.map_or(1, |title| title.line));
    program::season_of_title(&title_sentence, &mut facts);
    length::length(&title_sentence, &mut facts);
    let mut role = None;
    let mut lead = String::new();
    let mut is_below_place = false;
    for block in source.blocks.iter_mut().filter(|block| !block.around) {
        if block.is_heading() {
            // Parts are told by the same words afterwards.
            block.role = block.role.or_else(|| role_of(&block.plain()));
            role = block.role;
        }
        let block = &*block;
        let text = block.plain();
        if block.is_heading() {
            is_below_place = facts.place.is_none() && crate::read::names_place(&text);
        } else if is_below_place {
            place::place_below(&text, block.line, &mut facts);
        }
        privacy(block, &text, &mut facts);
        for text in crate::read::sentences(&text) {
            let sentence = Sentence {
                role,
                lead: &lead,
                ..Sentence::new(text, block.line)
            };
            for read in readers_of(text) {
                read(&sentence, &mut facts);
            }
        }
        if block.is_heading() || text.ends_with(':') {
            lead = text.into_owned();
        }
    }
    program::settle(&mut facts);
    place::settle(&mut facts);
    facts
}

/// The countries of places, where each is known.
fn countries_of(places: &[Location]) -> Vec<String> {
    let countries = places.iter().map(crate::read::country_of);
    let countries: Option<Vec<&str>> = countries.collect();
    let countries = countries.into_iter().flatten();
    countries.map(str::to_owned).collect()
}

/// What reads a fact from a sentence.
type Reader = fn(&Sentence<'_>, &mut Facts);

/// The readers in their order, each behind what a sentence has at least that is for it. One look at
/// a sentence is cheaper than one by each reader.
const READERS: [(&str, Reader); 10] = [
    (
        "week|wks|weken|veckor|settiman|month|woche|wöch|monat|semain|semana|mois|mes[ei]|maand|månad",
        length::length,
    ),
    (r"20\d\d|['’]\d\d\b", program::season),
    (r"\d|soon|asap|immediately|sofort|nächst", program::starts),
    (terms::LIMIT_TOPIC, terms::limit),
    (
        "basis|rolling|laufend|as they|received|continuous|first.come|löpande|au fil de",
        terms::review,
    ),
    (
        r"20\d\d|['’]\d\d\b|deadline|apply|límite|application|until|close|closing date|bewerbung|date limite",
        terms::deadline,
    ),
    (pay::TOPIC, pay::read),
    ("remote|anywhere", place::remote),
    (place::TOPIC, place::place),
    ("graduat|week|return|class(?:es)? of", rules::graduation),
];

static TOPICS: LazyLock<Option<RegexSet>> = LazyLock::new(|| {
    let topics = READERS.iter().map(|(topic, _)| for_both_sizes(topic));
    RegexSet::new(topics).ok()
});

/// What a sentence has at least that is for any reader: most have nothing, and to see that takes a part of the
/// time that it takes to see for which.
static ANY_TOPIC: Pattern = LazyLock::new(|| {
    let topics: Vec<&str> = READERS.iter().map(|(topic, _)| *topic).collect();
    pattern(&topics.join("|"))
});

fn readers_of(text: &str) -> impl Iterator<Item = Reader> {
    let topics = TOPICS.as_ref().filter(|_| is_match(&ANY_TOPIC, text));
    let topics = topics.map(|topics| topics.matches(text));
    READERS
        .iter()
        .enumerate()
        .filter(move |(place, _)| topics.as_ref().is_some_and(|topics| topics.matched(*place)))
        .map(|(_, (_, read))| *read)
}

fn privacy(block: &Block, all: &str, facts: &mut Facts) {
    if facts.privacy.is_some() {
        return;
    }
    let is_named = |text: &str, href: &str| names_privacy(text) || names_privacy(href);
    let is_privacy = |text: &str, href: &str| href.starts_with("https://") && is_named(text, href);
    if let Some((text, href)) = block.link(is_privacy) {
        facts.privacy = Some(href.to_owned());
        let sentence = Sentence::new(text, block.line);
        facts.tell("privacyPolicy.url", href, &sentence, false);
        return;
    }
    // An address as it stands in plain text.
    if !(all.contains(':') && all.contains("https://")) {
        return;
    }
    for sentence in crate::read::sentences(all) {
        let Some((before, behind)) = sentence.split_once("https://") else {
            continue;
        };
        let address = behind.split(char::is_whitespace).next();
        let address = address.unwrap_or_default();
        let behind = behind.get(address.len()..).unwrap_or_default();
        let address =
            address.trim_end_matches(|letter: char| !(letter.is_alphanumeric() || letter == '/'));
        let href = format!("https://{address}");
        // Words behind an address are about it where it is the only one.
        let is_named = is_named(before, &href)
            || !behind.contains("https://") && terms::names_privacy_notice(behind);
        if !address.is_empty() && is_named {
            let sentence = Sentence::new(sentence, block.line);
            let review = !names_privacy(&href);
            facts.tell("privacyPolicy.url", &href, &sentence, review);
            facts.privacy = Some(href);
            return;
        }
    }
}

fn names_privacy(words: &str) -> bool {
    let words = words.to_lowercase();
    let named = [
        "privacy",
        "datenschutz",
        "confidentialité",
        "privacidad",
        "data protection",
    ];
    named.iter().any(|name| words.contains(name))
}

/// A number from one to twenty in digits or words.
fn number(word: &str) -> Option<u16> {
    let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let small = word.to_lowercase();
    let german = ["ein", "zwei", "drei", "vier", "fünf", "sechs"];
    let place = words.iter().position(|known| *known == small);
    let place = place.or_else(|| german.iter().position(|known| small.starts_with(known)));
    let larger = [
        ("acht", 8),
        ("neun", 9),
        ("zehn", 10),
        ("zwölf", 12),
        ("achtzehn", 18),
    ];
    let larger = || larger.iter().find(|(known, _)| *known == small);
    place
        .and_then(|place| u16::try_from(place + 1).ok())
        .or_else(|| larger().map(|(_, number)| *number))
        .or_else(|| small.parse().ok())
}

#[cfg(test)]
mod tests;
