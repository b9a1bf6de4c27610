//! Pay as the posting format writes it, from amounts, signs and words.

use std::fmt::{self, Display, Formatter};
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::Pattern;

/// What is paid for a unit of time. Shown as JSON, as the posting format has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Pay {
    /// Three capital letters, ISO 4217.
    pub currency: String,
    /// The least that is paid.
    pub least: Amount,
    /// The most that is paid; the same as the least for a fixed sum.
    pub most: Amount,
    /// The time for which it is paid.
    pub unit: Unit,
}

/// An amount, counted in hundredths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Amount(pub u64);

/// A unit of time, in schema.org's terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// The units, each with the beginnings of its names.
const UNITS: [(Unit, &[&str]); 5] = [
    (
        Unit::Hour,
        &[
            "hour",
            "hr",
            "/h",
            "stunde",
            "stündlich",
            "heure",
            "hora",
            "ora ",
            "uur",
            "timme",
            "godz",
        ],
    ),
    (
        Unit::Day,
        &[
            "day", "daily", "diem", "/d", "tag", "täglich", "jour", "día",
        ],
    ),
    (
        Unit::Week,
        &["week", "/wk", "woche", "wöchentlich", "semaine", "semana"],
    ),
    (
        Unit::Month,
        &[
            "month", "/mo", "monat", "mois", "mensuel", "mensual", "mes", "mês", "maand", "mån",
            "miesi", "mth",
        ],
    ),
    (
        Unit::Year,
        &[
            "year",
            "yr",
            "annu",
            "/y",
            "p.a",
            "jahr",
            "jährlich",
            " an",
            "/an",
            "año",
            "anual",
            "ano",
            "jaar",
            " år",
            "rok",
        ],
    ),
];

/// Any name of a unit; where two begin at the same place, that of the smaller unit.
static ANY_UNIT: Pattern = LazyLock::new(|| {
    let names = UNITS.iter().flat_map(|(_, names)| *names);
    let names: Vec<String> = names.map(|name| regex::escape(name)).collect();
    Regex::new(&names.join("|")).ok()
});

/// More than this, in hundredths, nobody is paid.
const MOST: u64 = 1_000_000_000_000;

impl Pay {
    /// Whether somebody can live on it, or on more of its kind: smaller sums pay for something else.
    pub fn is_plausible(&self) -> bool {
        let least = match self.unit {
            Unit::Hour => 3,
            Unit::Day => 20,
            Unit::Week => 100,
            Unit::Month => 200,
            Unit::Year => 5_000,
        };
        let most = match self.unit {
            Unit::Hour => 1_000,
            _ => MOST / 100,
        };
        (least * 100..=most * 100).contains(&self.most.0)
    }
}

impl Amount {
    /// An amount in whole units and parts of them.
    pub fn of(units: f64) -> Option<Self> {
        let hundredths = (units * 100.0).round();
        // The limit is far below what a float holds exactly.
        (hundredths >= 1.0 && hundredths <= MOST as f64).then_some(Self(hundredths as u64))
    }

    /// An amount as people write it: "50,000", "50.000", "45 000", "141,520.00", "28.5".
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text
            .chars()
            .filter(|character| character.is_ascii_digit() || ",.".contains(*character))
            .collect();
        let digits = digits.trim_end_matches([',', '.']);
        let (whole, part) = match digits.rfind([',', '.']) {
            Some(place) => {
                let (whole, part) = digits.split_at(place);
                let part = part.trim_start_matches([',', '.']);
                // Three digits behind a sign are thousands, fewer are parts.
                if part.len() == 3 {
                    (digits, "")
                } else {
                    (whole, part)
                }
            }
            None => (digits, ""),
        };
        let count = |text: &str| -> Option<u64> {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            digits.parse().ok()
        };
        let part = match part.len() {
            0 => 0,
            1 => count(part)? * 10,
            2 => count(part)?,
            _ => return None,
        };
        let hundredths = count(whole)?.checked_mul(100)?.checked_add(part)?;
        (1..=MOST).contains(&hundredths).then_some(Self(hundredths))
    }

    /// A thousand times the amount.
    pub fn thousands(self) -> Self {
        Self(self.0.saturating_mul(1000).min(MOST))
    }
}

impl Display for Amount {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(formatter, "{whole}"),
            part if part % 10 == 0 => write!(formatter, "{whole}.{}", part / 10),
            part => write!(formatter, "{whole}.{part:02}"),
        }
    }
}

impl Unit {
    /// The unit that words name: "per hour", "1 YEAR", "per-year-salary", "annual", "monatlich".
    pub fn of(words: &str) -> Option<Self> {
        let small = words.to_lowercase();
        let named = ANY_UNIT.as_ref()?.find(&small)?.as_str();
        let mut units = UNITS.iter();
        let (unit, _) = units.find(|(_, names)| names.contains(&named))?;
        Some(*unit)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Hour => "HOUR",
            Self::Day => "DAY",
            Self::Week => "WEEK",
            Self::Month => "MONTH",
            Self::Year => "YEAR",
        }
    }
}

/// The currency of a sign or a code, if it means one only. The dollar of a posting that names no
/// country is taken for that of the United States.
pub(crate) fn currency_of(sign: &str) -> Option<String> {
    let sign = sign.trim().to_uppercase();
    let code = match sign.as_str() {
        "$" | "US$" | "US $" | "USD$" | "USD $" => "USD",
        "C$" | "CA$" | "CAN$" | "CAD$" | "CAD $" => "CAD",
        "A$" | "AU$" | "AUD$" | "AUD $" => "AUD",
        "NZ$" => "NZD",
        "S$" => "SGD",
        "R$" => "BRL",
        "€" | "EURO" | "EUROS" => "EUR",
        "DOLLAR" | "DOLLARS" => "USD",
        "£" => "GBP",
        "¥" => "JPY",
        "₹" => "INR",
        "₫" => "VND",
        "ZŁ" => "PLN",
        code if code.len() == 3 && code.chars().all(|letter| letter.is_ascii_uppercase()) => code,
        _ => return None,
    };
    Some(code.to_owned())
}

/// The currency of a sign that several countries have for their own money, as the place of work tells it.
pub(crate) fn currency_in(sign: &str, country: &str) -> Option<&'static str> {
    let sign = sign.trim().trim_end_matches('.').to_lowercase();
    Some(match (sign.as_str(), country) {
        ("rs", "IN") => "INR",
        ("kr", "SE") => "SEK",
        ("kr", "NO") => "NOK",
        ("kr", "DK") => "DKK",
        _ => return None,
    })
}

impl Display for Pay {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            currency,
            least,
            most,
            unit,
        } = self;
        let unit = unit.name();
        write!(
            formatter,
            r#"{{"currency":"{currency}","min":{least},"max":{most},"unit":"{unit}"}}"#
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let check = |text: &str, shown: &str| {
            let amount = Amount::parse(text).map(|amount| amount.to_string());
            assert_eq!(amount.as_deref(), Some(shown), "{text}");
        };
        check("50,000", "50000");
        check("50.000", "50000");
        check("45 000", "45000");
        check("141,520.00", "141520");
        check("60.000,50", "60000.5");
        check("1,234,567", "1234567");
        check("28.5", "28.5");
        check("28,75.", "28.75");
        assert_eq!(Amount::parse("0"), None);
        assert_eq!(Amount::parse("9".repeat(40).as_str()), None);
    }

    #[test]
    fn units_are_named_by_many_words() {
        let check = |words: &str, unit| assert_eq!(Unit::of(words), Some(unit), "{words}");
        check("per-year-salary", Unit::Year);
        check("1 HOUR", Unit::Hour);
        check("annually", Unit::Year);
        check("pro Monat", Unit::Month);
        check("per week, paid monthly", Unit::Week);
        assert_eq!(Unit::of("salary"), None);
    }

    #[test]
    fn pay_is_shown_as_the_format_writes_it() {
        let pay = Pay {
            currency: currency_of("€").unwrap(),
            least: Amount(1550),
            most: Amount(2000),
            unit: Unit::Hour,
        };
        assert_eq!(
            pay.to_string(),
            r#"{"currency":"EUR","min":15.5,"max":20,"unit":"HOUR"}"#
        );
    }
}
