//! Headings that stand in running text: in capitals, or behind the end of a
//! sentence and before a colon.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::read::bullet;
use crate::recognize::{Role, role_of};

/// A heading in a text.
pub(super) struct Inside {
    /// Where it stands.
    pub range: Range<usize>,
    /// The part that it opens.
    pub role: Option<Role>,
    /// Whether a colon or a list mark follows.
    pub is_set_off: bool,
}

/// A heading in running text has no more words than this.
const MOST_WORDS: usize = 8;

/// Nor more bytes.
const LONGEST: usize = 90;

/// Words of headings that open a list, or end one, even where their text follows on the same line.
/// "Education: …" and "Skills: …" are entries as often as headings.
const NAMES: [&str; 44] = [
    "responsibilit",
    "requirement",
    "qualification",
    "duties",
    "nice to have",
    "nice-to-have",
    "preferred",
    "bonus",
    "what you",
    "what we",
    "what i",
    "must have",
    "must-have",
    "aufgaben",
    "profil",
    "missions",
    "mission",
    "objective",
    "deliverable",
    "you have",
    "you bring",
    "you need",
    "you are",
    "required",
    "eligib",
    "fit if",
    "desir",
    "candidate",
    "looking for",
    "expect of you",
    "benefits",
    "perks",
    "we offer",
    "in this role",
    "you will",
    "about the ",
    "about us",
    "about you",
    "who we are",
    "tasks",
    "anforderungen",
    "requisitos",
    "good to have",
    "plus",
];

/// Whether a heading that its text follows on the same line is more than the label of an entry.
pub(in crate::read) fn names_list(heading: &str) -> bool {
    let small = heading.to_lowercase();
    NAMES.iter().any(|name| small.contains(name))
}

/// The headings in a text, in their order.
pub(super) fn headings(text: &str) -> Vec<Inside> {
    let mut ranges = before_colons(text);
    ranges.extend(before_marks(text));
    let with_capital = WITH_CAPITAL
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text));
    ranges.extend(with_capital.filter_map(|found| {
        let heading = (1..=3).find_map(|group| found.get(group));
        heading.map(|heading| heading.range())
    }));
    // Of two that overlap the longer one is the whole heading.
    ranges.sort_unstable_by_key(|range| (range.start, usize::MAX - range.end));
    let mut headings: Vec<Inside> = Vec::new();
    for range in ranges {
        let end = headings.last().map_or(0, |heading| heading.range.end);
        if range.start >= end {
            headings.push(inside(text, range));
        }
    }
    headings
}

fn inside(text: &str, range: Range<usize>) -> Inside {
    let words = text.get(range.clone()).unwrap_or_default();
    let rest = text.get(range.end..).unwrap_or_default();
    Inside {
        role: role_of(words),
        is_set_off: rest.starts_with(':') || bullet::marked(rest).is_some(),
        range,
    }
}

/// Known headings before colons: all words behind the end of a sentence, or the last words from
/// one with a capital on.
fn before_colons(text: &str) -> Vec<Range<usize>> {
    let colons = text.match_indices(':').map(|(colon, _)| colon);
    let mut from = 0;
    let mut ranges = Vec::new();
    for colon in colons {
        let is_last = !text
            .get(colon + 1..)
            .is_some_and(|rest| rest.starts_with(crate::block::is_blank));
        if is_last {
            continue;
        }
        let mut far = colon.saturating_sub(LONGEST).max(from);
        while !text.is_char_boundary(far) {
            far += 1;
        }
        if let Some(start) = start_of_heading(text.get(far..colon).unwrap_or_default(), far == from)
        {
            ranges.push(far + start..colon);
        }
        from = colon + 1;
    }
    ranges
}

/// Marks of items that stand for nothing else in running text.
const MARKS: [char; 4] = ['•', '●', '▪', '◦'];

/// Words that join what follows to what stands before, which is no end of an item then.
const JOINING: [&str; 12] = [
    "and", "or", "&", "of", "the", "in", "with", "for", "to", "a", "our", "und",
];

/// Known headings before the first of their items, "… • Water Requirements • Boots": behind the words of the item
/// before them, or at the start.
fn before_marks(text: &str) -> Vec<Range<usize>> {
    let mut from = 0;
    let mut ranges = Vec::new();
    for (place, mark) in text.match_indices(MARKS) {
        let words = text.get(from..place).unwrap_or_default().trim_end();
        let start = start_before_mark(words, from == 0);
        ranges.extend(start.map(|start| from + start..from + words.len()));
        from = place + mark.len();
    }
    ranges
}

/// Where the heading begins that the words before a mark end with. All words between two marks are an item,
/// whatever they are.
fn start_before_mark(words: &str, is_first: bool) -> Option<usize> {
    if words.ends_with(':') || !names_list(words) {
        return None;
    }
    let starts: Vec<usize> = word_starts(words).collect();
    let nearest = starts.len().saturating_sub(MOST_WORDS);
    let near = starts.iter().copied().skip(nearest);
    near.filter(|start| is_first || Some(start) != starts.first())
        .find(|start| {
            let (before, heading) = words.split_at_checked(*start).unwrap_or_default();
            let last = before.split_whitespace().next_back().unwrap_or_default();
            let is_joined = last.ends_with([',', ':', '-']) || JOINING.contains(&last);
            let role = || role_of(heading).filter(|_| names_list(heading));
            let opens = |role: Role| role.is_list() || role == Role::Benefits;
            !is_joined && heading.starts_with(char::is_uppercase) && role().is_some_and(opens)
        })
}

/// Where the heading at the end of a text begins, if it ends with one.
fn start_of_heading(text: &str, is_whole: bool) -> Option<usize> {
    if !names_list(text) {
        return None;
    }
    let mut ends = text
        .char_indices()
        .filter(|(_, sign)| ".!?;)”•".contains(*sign));
    let sentence = ends.next_back().map(|(end, sign)| end + sign.len_utf8());
    let first = sentence.or(is_whole.then_some(0));
    let behind = text.get(sentence.unwrap_or(0)..)?;
    let offset = text.len() - behind.len();
    let words: Vec<usize> = word_starts(behind).map(|start| offset + start).collect();
    let is_first = |start: usize| first.is_some() && words.first() == Some(&start);
    let nearest = words.len().saturating_sub(MOST_WORDS);
    words.iter().copied().skip(nearest).find(|start| {
        let heading = text.get(*start..).unwrap_or_default();
        let is_large = heading.starts_with(char::is_uppercase);
        let role = || role_of(heading).filter(|_| names_list(heading));
        (is_large || is_first(*start))
            && role().is_some_and(|role| {
                role.is_list() || is_first(*start) && matches!(role, Role::Benefits | Role::About)
            })
    })
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut after_blank = true;
    text.char_indices().filter_map(move |(place, character)| {
        let is_blank = crate::block::is_blank(character);
        let starts = after_blank && !is_blank;
        after_blank = is_blank;
        starts.then_some(place)
    })
}

/// Headings that stand in running text, with a capital at their start. Only those that hardly
/// occur in a sentence.
static WITH_CAPITAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let single = "Responsibilities|Requirements|Qualifications|Benefits|Practicals";
    let headings = "(?:(?:Your |Core |Key |Main |Primary |Job |Role |Minimum |Basic |Required |\
        Preferred |Desired |Additional )+(?:Core |Key )?(?:Responsibilities|Qualifications|\
        Requirements|Skills and Experience|Skills & Experience|Skills|Experience|Duties)|\
        Nice [Tt]o [Hh]aves?|Bonus [Pp]oints|\
        What [Yy]ou['’]ll [Dd]o|What [Yy]ou [Ww]ill [Dd]o|What [Yy]ou['’]ll [Bb]e [Dd]oing|\
        What [Yy]ou [Ww]ill [Bb]e [Dd]oing|What [Yy]our [Dd]ay [Ww]ill [Ll]ook [Ll]ike|\
        What [Yy]ou['’]ll [Bb]ring|What [Yy]ou [Bb]ring|What [Yy]ou['’]ll [Nn]eed|\
        What [Yy]ou [Ww]ill (?:[Bb]ring|[Nn]eed|[Ll]earn|[Gg]ain)|\
        What [Ww]e(?:['’]re| [Aa]re) [Ll]ooking [Ff]or|What [Ww]e [Nn]eed [Tt]o [Ss]ee|What [Ww]e [Oo]ffer|\
        What [Yy]ou['’]ll [Gg]et|Ways [Tt]o [Ss]tand [Oo]ut From The Crowd|Who [Yy]ou [Aa]re|\
        What['’]s [Ii]n [Ii]t [Ff]or [Yy]ou|Who [Ww]e [Aa]re|About [Tt]he [Rr]ole|About [Tt]he [Tt]eam|\
        About [Tt]he (?:[Ii]nternship|[Pp]rogram|[Jj]ob|[Cc]ompany)|About [Yy]ou|About [Uu]s|\
        The Position|The Role|Application process|How to apply|\
        In this role,? you will|In this role,? you can expect to|\
        (?:Deine |Ihre )?Aufgaben|(?:Dein|Ihr) Profil|(?:Vos|Tes) missions|Profil recherché)";
    // A word alone is a heading only after the end of a sentence, or with a colon.
    Regex::new(&format!(
        r"(?:(?:^|[.!?:;)”*] ?)({single})(?::| (?:\p{{Lu}}|\p{{Nd}}|[-•*]))|(?:^|\s)({single}):|(?:^|[.!?:;)”*] ?|\s)({headings})(?::| (?:\p{{Lu}}|\p{{Nd}}|[-•*])))"
    ))
    .ok()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str) {
        let text = format!("We grow roses. {heading}: Prune the trees. Sow.");
        let found = headings(&text);
        let words: Vec<_> = found
            .iter()
            .map(|found| &text[found.range.clone()])
            .collect();
        assert_eq!(words, [heading]);
        assert!(
            found[0].is_set_off && found[0].role.is_some_and(Role::is_list),
            "{heading}"
        );
    }

    #[test]
    fn headings_before_a_colon_are_known_in_any_case() {
        for heading in [
            "Key responsibilities",
            "Your mission",
            "Duties",
            "Key objectives",
            "What you’ll own",
            "Your profile",
            "Required",
            "Basic qualifications",
            "Minimum requirements",
            "Must have",
            "You have",
            "Eligibility",
            "You might be a good fit if you",
            "Preferred",
            "Desired skills",
            "Preferred skills and experience",
            "Bonus points if you have",
            "Nice-to-haves",
            "Bonus",
            "Desirable",
            "Strong candidates may also have",
        ] {
            check(heading);
        }
    }

    #[test]
    fn other_words_before_a_colon_are_no_headings() {
        for text in [
            "We grow roses. Education: a school for gardeners. Skills: pruning.",
            "You will be responsible for the following: roses.",
            "Our hours of duties: from nine to five.",
            "The gate opens at 9:30 and closes at 17:00.",
        ] {
            assert!(headings(text).is_empty(), "{text}");
        }
    }
}
