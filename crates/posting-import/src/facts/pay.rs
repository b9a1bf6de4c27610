//! Pay in prose: "$50,000 – $60,000 per year", "between 20 and 25 euros an hour".

use std::sync::LazyLock;

use regex::Captures;

use super::{Facts, Pattern, Sentence, doubt, is_match, pattern};
use crate::pay::{Amount, Pay, Unit, currency_of};
use crate::recognize::Role;
use crate::source::Fact;

/// Signs and codes of currencies.
const SIGNS: &str = r"(?:\b(?:usd ?|cad ?|aud ?|us ?|can?|c|au?|nz|s|r)\$|[$€£¥₹₫]|\brs\.?|\b(?:kr|usd|eur|gbp|cad|aud|nzd|sgd|chf|sek|nok|dkk|pln|inr|jpy|brl|czk|huf|ron|vnd)\b)";
const SIGNS_BEHIND: &str = r"(?:[€£₫]|zł|\b(?:dollars?|kr|usd|eur|euros?|gbp|cad|aud|nzd|sgd|chf|sek|nok|dkk|pln|inr|jpy|brl|czk|huf|ron|vnd)\b)";
const NUMBER: &str = r"\d{1,3}(?:,\d{2})*(?:[.,  '’]\d{3})+(?:[.,]\d{1,2}\b)?|\d+(?:[.,]\d{1,2})?";

/// A word beside an amount. Those of texts have single blanks between them.
const WORD: &str = r"[^ .,;:()/0-9–—-]+";

/// What a sentence with an amount has at least: a sign or code, which begins like a word.
pub(super) const TOPIC: &str = r"[$€£¥₹₫]|zł|\b(?:usd|eur|gbp|cad|aud|nzd|sgd|chf|sek|nok|dkk|pln|inr|jpy|brl|czk|huf|ron|vnd|dollars?|kr\b|rs\b)";

/// An amount, or a range of two, with a sign on at least one side.
static AMOUNTS: Pattern = LazyLock::new(|| {
    pattern(&format!(
        r"(?P<before>{SIGNS})? ?(?P<least>{NUMBER}) ?(?P<k1>k\b)? ?(?P<middle>{SIGNS_BEHIND})?(?: *(?P<span>/ ?{WORD}|per {WORD}|an? hour|annually|hourly)? *(?:-|–|—|~|up to|to|and|bis|und|à|a|y|et|do|tot|til|till|hasta) *(?P<between>{SIGNS})? ?(?P<most>{NUMBER}) ?(?P<k2>k\b)?)? ?(?P<behind>{SIGNS_BEHIND})?"
    ))
});

/// What tells that an amount is pay.
static OF_PAY: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(salar(y|ies)|pay|pays|paid|compensation|wages?|hourly|stipend|earn|earnings|remuneration|per (hour|year|month|week|annum|day)|an hour|a year|range|ote|base|annual(ly|i[sz]ed)?|gehalt\w*|vergütung|stundenlohn|jahresgehalt|verdienst|brutto|rémunération|salaire|gratification|salario|sueldo|bruto|salário|retribuzione|stipendio|salaris|lön|lohn|entgelt|bolsa\w*|beca|comp|wynagrodzenie|pro[- ]rata|fte|p\.a|(pro|par|por|per|al|im|die|je) (stunde|monat|jahr|woche|tag|heure|mois|an|semaine|hora|mes|mês|ano|año|semana|uur|maand|jaar|timme|månad))\b|/ ?(hour|year|hr|yr|month|h|mo|wk|week|day|stunde|std|monat|jahr|heure|mois|an|hora|mes|mês|año|ano|uur|maand|mån\w*|godz)\b|\dp/?h\b|\d (weekly|monthly|daily)\b",
    )
});

/// Money that is not what a position is paid.
static OF_ELSE: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(budgets?|grants?|allowances?|reimburs\w+|bonus(es)?|raised|funding|revenue|valuation|valued|credits?|401|insurance|referral|relocation|compute|expenses|assets|customers|deals?|quota|savings|investors?|donation|signing|sign-on|housing|fertility|hra|match\w*|contributions?|pre-tax)\b",
    )
});

/// Words that leave the other end open.
static OPEN: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(up to|from|starting (at|from)|starts at|at least|minimum|over|more than|ab|bis zu|jusqu.à|à partir de|desde|hasta|a partir de|vanaf|tot)\s*$",
    )
});

/// What is paid besides: "+ bonus + equity" leaves an amount what it is.
static ON_TOP: Pattern = LazyLock::new(|| {
    pattern(
        r"^\s*\+\s*(?:(?-i:[\w%.–-])+ ){0,5}(bonus(es)?|equity|benefits|commissions?|tips|stock|shares|options|rsus?|super(annuation)?|allowances?|incentives?|pension|housing|relocation|accommodation|perks|overtime|meals|travel)\b",
    )
});

/// An allowance that is the pay itself, as internships have it: "Allowance: €600 per month".
static ALLOWANCE: Pattern = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:monthly|internship|training|intern) )?allowance\s*:\W*(?:(?:approx\.?|about|gross)\W+)?$",
    )
});

static LIMIT: Pattern = LazyLock::new(|| pattern(r"\b(maximum|minimum|at most|upper|lower)\b"));

static MILLIONS: Pattern = LazyLock::new(|| {
    pattern(
        r"^\s?(m|mm|mn|b|bn|million|billion|mio|mrd|%|\+? ?(users|people|employees|customers))\b",
    )
});

/// Salaries below this, in units of the currency, are not those of a year.
const LEAST_PER_YEAR: Amount = Amount(1_500_000);

/// Amounts up to this, in units of the currency, may be those of an hour.
const MOST_PER_HOUR: Amount = Amount(25_000);

/// Tells the amounts of a sentence that speaks of pay.
pub(super) fn read(sentence: &Sentence<'_>, facts: &mut Facts) {
    let text = sentence.text;
    let speaks_of_pay = is_match(&OF_PAY, text) || is_match(&OF_PAY, sentence.lead);
    let is_ours = sentence.role == Some(Role::Pay) || speaks_of_pay;
    if !is_ours && !is_range_alone(text) {
        return;
    }
    // A section written from fields repeats them.
    let is_stated = |fact: &Fact| fact.field == "pay" && fact.words == text;
    if facts.stated.iter().any(is_stated) {
        return;
    }
    let Some(amounts) = AMOUNTS.as_ref() else {
        return;
    };
    for found in amounts.captures_iter(text) {
        let Some(told) = told(sentence, &found, facts) else {
            continue;
        };
        let mut known = facts.found.iter().chain(&facts.stated);
        if !known.any(|fact| fact.field == "pay" && fact.value == told.value) {
            let review = told.review || doubt::of_pay(text);
            facts.tell("pay", &told.value, sentence, review);
        }
    }
}

/// Whether a text is nothing but a range of amounts, "$50K-60K DOE", as postings have it alone on a line.
fn is_range_alone(text: &str) -> bool {
    let found = AMOUNTS.as_ref().and_then(|amounts| amounts.captures(text));
    let Some((all, _)) = found.and_then(|found| found.get(0).zip(found.name("most"))) else {
        return false;
    };
    let before = text.get(..all.start()).unwrap_or_default();
    let behind = text.get(all.end()..).unwrap_or_default();
    let letters = before.chars().chain(behind.chars());
    let count = letters.filter(|letter| letter.is_alphanumeric()).count();
    count <= MOST_LETTERS && !is_match(&MILLIONS, behind)
}

/// Letters that may stand beside a range of amounts that stands alone: "DOE", "OTE".
const MOST_LETTERS: usize = 4;

/// Short words for "per hour" that are parts of other words as well.
const PER_HOUR: [&str; 2] = ["ph", "p/h"];

struct Told {
    value: String,
    review: bool,
}

fn told(sentence: &Sentence<'_>, found: &Captures<'_>, facts: &Facts) -> Option<Told> {
    let all = found.get(0)?;
    // The heading of a list, "Bonus points", says nothing of money.
    let is_list = sentence.role.is_some_and(Role::is_list);
    let lead = if is_list { "" } else { sentence.lead };
    let ahead = sentence.text.get(..all.start())?;
    let before = format!("{lead} {ahead}");
    let (before, after) = (before.as_str(), sentence.text.get(all.end()..)?);
    let part = |name: &str| found.name(name).map(|part| part.as_str());
    let signs = ["before", "middle", "between", "behind"];
    // "$90,000 CAD": the code says more than the sign.
    let sign = signs
        .iter()
        .rev()
        .find_map(|name| part(name).filter(|sign| sign.len() == 3 && sign.is_ascii()));
    let sign = sign.or_else(|| signs.iter().find_map(|name| part(name)))?;
    let is_allowance = is_match(&ALLOWANCE, ahead);
    let is_else = is_match(&OF_ELSE, &near(before, after)) && !is_salary(before) && !is_allowance;
    if is_match(&MILLIONS, after) || is_else {
        return None;
    }
    let (mut least, most) = (
        Amount::parse(part("least")?)?,
        part("most").map(Amount::parse),
    );
    let mut most = match most {
        Some(most) => Some(most?),
        None => None,
    };
    let in_thousands = (part("k1").is_some(), part("k2").is_some());
    // "80-90k" counts both in thousands.
    if in_thousands.0 || in_thousands.1 && least < Amount(100_000) {
        least = least.thousands();
    }
    if in_thousands.1 {
        most = most.map(Amount::thousands);
    }
    let named = part("span")
        .and_then(Unit::of)
        .or_else(|| unit_near(before, after));
    let guessed = || match least {
        least if least >= LEAST_PER_YEAR => Some(Unit::Year),
        least if least <= MOST_PER_HOUR => Some(Unit::Hour),
        _ => None,
    };
    let is_sure = named.is_some() || least >= LEAST_PER_YEAR && is_salary(before);
    let currency = currency_of(sign).or_else(|| facts.currency_of(sign));
    let pay = currency
        .zip(named.or_else(guessed))
        .map(|(currency, unit)| Pay {
            currency,
            least: least.min(most.unwrap_or(least)),
            most: most.unwrap_or(least).max(least),
            unit,
        });
    let is_open =
        is_match(&OPEN, before) || after.trim_start().starts_with('+') && !is_match(&ON_TOP, after);
    let is_single = most.is_none();
    let is_limit = || is_single && is_match(&LIMIT, before);
    let is_open = is_open || is_limit();
    Some(match pay {
        Some(pay) if is_single && !pay.is_plausible() => return None,
        Some(pay) => Told {
            value: pay.to_string(),
            review: !is_sure
                || is_open
                || is_allowance && !facts.is_internship
                || most.is_some_and(|most| most < least),
        },
        None => Told {
            value: all.as_str().trim().to_owned(),
            review: true,
        },
    })
}

/// The unit that words beside an amount name; those behind it are nearer.
fn unit_near(before: &str, after: &str) -> Option<Unit> {
    let behind: String = after.chars().take(24).collect();
    // "1.500,- per maand".
    let signs = behind.trim_start_matches([' ', '(', ',', '.', '-', '–']);
    let signs = signs.to_lowercase();
    if PER_HOUR.iter().any(|sign| signs.starts_with(sign)) {
        return Some(Unit::Hour);
    }
    let leads = [
        "/", "per", "an ", "a ", "pro ", "par ", "por ", "al ", "p.", "annual", "year", "hour",
        "month", "week", "brut", "im ", "die ", "je ", "daily",
    ];
    let is_named = leads.iter().any(|lead| signs.starts_with(lead));
    let behind = is_named.then(|| Unit::of(&signs)).flatten();
    let ahead = || {
        let words: Vec<char> = before.chars().rev().take(90).collect();
        let words: String = words.into_iter().rev().collect();
        let names = [
            "annual",
            "yearly",
            "hourly",
            "monthly",
            "weekly",
            "daily",
            "per hour",
            "per year",
            "jahresgehalt",
            "stundenlohn",
            "jährlich",
            "monatlich",
            "annuel",
            "mensuel",
            "anual",
            "mensual",
        ];
        let small = words.to_lowercase();
        let last = names
            .iter()
            .filter_map(|name| Some((small.rfind(name)?, *name)))
            .max();
        last.and_then(|(_, name)| {
            if name == "stundenlohn" {
                Some(Unit::Hour)
            } else {
                Unit::of(name)
            }
        })
    };
    behind.or_else(ahead)
}

fn is_salary(before: &str) -> bool {
    let small = before.to_lowercase();
    [
        "salary",
        "salaries",
        "base pay",
        "base compensation",
        "pay range",
        "ote",
        "gehalt",
        "salaire",
        "salario",
    ]
    .iter()
    .any(|word| small.contains(word))
}

/// The words around an amount.
fn near(before: &str, after: &str) -> String {
    let words: Vec<&str> = before.rsplit(' ').take(4).collect();
    // "$8,500 a month plus housing": what comes on top is other money.
    let ends = [" plus ", " + ", ", a "];
    let end = ends.iter().filter_map(|end| after.find(end)).min();
    let after = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
    let behind = after.split(' ').take(5);
    words
        .into_iter()
        .rev()
        .chain(behind)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;
