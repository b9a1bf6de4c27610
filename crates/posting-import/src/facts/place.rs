//! Where the work is done, in prose: places, and whether it is remote.

use std::sync::LazyLock;

use super::{Facts, Pattern, Sentence, is_match, pattern};

/// What says of the work, and not of a team or a part of the time, that it is remote.
const OF_WORK: &str = r"#LI-Remote\b|\b(role|position|job|internship|fellowship) (is|will be|(?:can|may|will|must) be (?:done|performed|carried out|worked)) (fully |entirely |100% )?remote(ly)?\b|\b(?:an?|this) (?:[^ .;:()]+ ){0,3}remote,? (?:[^ .;:()]+ ){0,3}(?:internship|role|position|job|fellowship)\b|\bremotely,? from anywhere\b|\bwork from anywhere (?:in|within|across)\b";

static REMOTE_WORK: Pattern = LazyLock::new(|| pattern(OF_WORK));

static REMOTE: Pattern = LazyLock::new(|| {
    pattern(&format!(
        r"{OF_WORK}|\b(fully|entirely|100%) remote\b|\bremote (position|role|job|internship|opportunity)\b|\bwork remotely from\b|\bwork from anywhere\b"
    ))
});

/// Remote work that is bound to a place, as an entry of its own: "Remote within Canada", "Remote (US only)".
static REMOTE_WITHIN: Pattern = LazyLock::new(|| {
    pattern(
        r"^(?:(?:fully|100%) )?remote(?: (?:work )?(?:within|in|anywhere in|from) (?:the )?(?-i:\p{Lu})[^.,;:!?()]{1,40}| \((?:within |in )?(?:the )?(?-i:\p{Lu})[^.,;:!?()]{0,30}\))\.?$",
    )
});

static NOT_REMOTE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(not|no|never|\w+n['’]t)\b.{0,20}\bremote(ly)?\b|\bremote[- ](friendly|optional|possible)\b",
    )
});

/// Remote work for some of the time, or for some people.
static AT_TIMES: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(days?|weeks? (?:a|per|each|every)|up to|occasional(ly)?|sometimes|partly|partially|temporar(y|ily)|if needed|flexib\w+|hybrid|on[- ]?site|in[- ]person|offices?)\b",
    )
});

/// Where somebody who works remotely may live: "from anywhere in Canada".
static ANYWHERE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?P<place>anywhere (?:in|within|across) (?:the )?(?-i:U\.S\.(?:A\.)?|\p{Lu}[\w’-]*(?: (?:(?:of|and|or|the) )?\p{Lu}[\w’-]*)*))",
    )
});

/// An office that people come to: "fully in person at our York office".
static OFFICE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?:in[- ]person|on[- ]?site|in[- ]office|hybrid|days (?:a|per|each) week)\b[^.;:]{0,40}\b(?:at|in|from|out of) (?:our|the) (?P<office>(?-i:\p{Lu}[\w’-]*(?: \p{Lu}[\w’-]*){0,3}(?:, \p{Lu}[\w’-]*| or \p{Lu}[\w’-]*(?: \p{Lu}[\w’-]*){0,2})?)),? (?:offices?|headquarters|hq|campus|studio|labs?|site|plant|hub|warehouse|store)\b",
    )
});

/// Words before "office" that name no place.
const NO_PLACES: [&str; 5] = ["Head", "Main", "Corporate", "Home", "Central"];

/// "#LI-Remote".
pub(super) fn remote(sentence: &Sentence<'_>, facts: &mut Facts) {
    let is_told = is_match(&REMOTE, sentence.text) || is_match(&REMOTE_WITHIN, sentence.text);
    if is_told
        && !is_match(&NOT_REMOTE, sentence.text)
        && !facts.found.iter().any(|fact| fact.field == "remote")
    {
        facts.tell("remote", "true", sentence, true);
    }
}

/// What a sentence that names the place has at least.
pub(super) const TOPIC: &str = "^(?:job |work |office |primary )?(?:locations?|office|place of work|standort|arbeitsort|dienstort|einsatzort|lieu|ubicación|\
    localização|sede)\\s*:|^where|^📍|remote|anywhere|in.person|on.?site|in.office|hybrid|days (?:a|per|each) week|(?:based|located|place) (?:in|at|out)";

static PLACE: Pattern = LazyLock::new(|| {
    pattern(
        r"^(?:job |work |office |primary )?(?:locations?|office|place of work|standort|arbeitsort|dienstort|einsatzort|lieu|ubicación|localização|sede)\s*:\s*(?P<place>.{2,100}?)\.?$|^(?:where\s*:|📍|based in )\s*(?P<pin>.{2,100}?)\.?$|\b(?:(?:role|position|internship|job|placement) (?:(?:is|will be) )?(?:based|located|(?:takes?|will take) place) (?:in|at|out of)|(?:in-person|on-site) (?:role|position|internship|job|placement) in) (?:our )?(?P<words>[^.,;()]{2,60}?(?:, \p{L}[^.,;()]{1,30})?)(?: office| headquarters)?(?:[.;(]|$| and | with )",
    )
});

/// "Location: York" far below the title, or "This position is based in York".
pub(super) fn place(sentence: &Sentence<'_>, facts: &mut Facts) {
    if facts.place.is_some() {
        return;
    }
    if is_match(&REMOTE_WITHIN, sentence.text) {
        let place = sentence.text.trim_end_matches('.');
        facts.place = Some((place.to_owned(), sentence.line));
        return;
    }
    if let Some(place) = remote_place(sentence.text).or_else(|| office(sentence.text)) {
        facts.place = Some((place, sentence.line));
        return;
    }
    let found = PLACE
        .as_ref()
        .and_then(|pattern| pattern.captures(sentence.text));
    let place = found.and_then(|found| {
        let names = ["place", "pin", "words"];
        names.iter().find_map(|name| found.name(name))
    });
    facts.place = place.map(|place| (place.as_str().trim().to_owned(), sentence.line));
}

/// Where those live who work remotely, as the name of a place.
fn remote_place(text: &str) -> Option<String> {
    if is_match(&NOT_REMOTE, text) || is_match(&AT_TIMES, text) {
        return None;
    }
    let is_remote = is_match(&REMOTE_WORK, text);
    let place = ANYWHERE.as_ref()?.captures(text).filter(|_| is_remote)?;
    let place = place.name("place")?.as_str();
    let mut letters = place.chars();
    let first = letters.next()?.to_uppercase();
    Some(first.chain(letters).collect())
}

fn office(text: &str) -> Option<String> {
    let office = OFFICE.as_ref()?.captures(text)?;
    let office = office.name("office")?.as_str();
    (!NO_PLACES.contains(&office)).then(|| office.to_owned())
}

/// Where nothing names a place, remote work is done from anywhere.
pub(super) fn settle(facts: &mut Facts) {
    let is_remote = |fact: &&crate::source::Fact| {
        fact.field == "remote"
            && is_match(&REMOTE_WORK, &fact.words)
            && !is_match(&AT_TIMES, &fact.words)
    };
    let line = facts.found.iter().find(is_remote).map(|fact| fact.line);
    if let Some(line) = line.filter(|_| facts.place.is_none()) {
        facts.place = Some(("Remote".to_owned(), line));
    }
}

/// "York" below the heading "Location"; several are divided as in a line.
pub(super) fn place_below(text: &str, line: usize, facts: &mut Facts) {
    let is_sentence = text.ends_with(['.', '!', '?', ':']);
    if is_sentence || text.len() > LONGEST_PLACE || !text.contains(char::is_uppercase) {
        return;
    }
    match &mut facts.place {
        Some((places, _)) => places.extend(["; ", text]),
        None => facts.place = Some((text.to_owned(), line)),
    }
}

/// Longer texts, in bytes, than this say more of a place than its name.
const LONGEST_PLACE: usize = 80;
