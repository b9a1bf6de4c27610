//! Which amounts of a sentence are pay, and how certain that is.

use super::read;
use crate::facts::{Facts, Sentence};

#[track_caller]
fn check(text: &str, expected: Option<(&str, bool)>) {
    let mut facts = Facts::default();
    let sentence = Sentence::new(text, 1);
    read(&sentence, &mut facts);
    let told = facts
        .found
        .first()
        .map(|fact| (fact.value.as_str(), fact.review));
    assert_eq!(told, expected, "{text}");
}

#[test]
fn ranges_are_told_as_the_format_writes_them() {
    let year = r#"{"currency":"USD","min":50000,"max":60000,"unit":"YEAR"}"#;
    check(
        "The base salary is $50,000 - $60,000 per year.",
        Some((year, false)),
    );
    check("Annual salary: $50,000—$60,000 USD", Some((year, false)));
    check("Pay: $50k-60k a year", Some((year, false)));
    check(
        "The base salary range is USD 50,000.00 to 60,000.00",
        Some((year, false)),
    );
    check(
        "Base pay: USD$50,000 per year - USD$60,000 per year",
        Some((year, false)),
    );
    check("Compensation: $50K – $60K", Some((year, true)));
    let more = "The base salary range is $50,000-$60,000 + bonus + shares.";
    check(more, Some((year, false)));
    let hour = r#"{"currency":"USD","min":28,"max":35.5,"unit":"HOUR"}"#;
    check("Pay range: $28-$35.50/hour", Some((hour, false)));
    check(
        "You earn $28.00 per hour to $35.50 per hour.",
        Some((hour, false)),
    );
    let euros = r#"{"currency":"EUR","min":15.5,"max":15.5,"unit":"HOUR"}"#;
    check("Stundenlohn: 15,50 €", Some((euros, false)));
    let month = r#"{"currency":"EUR","min":1200,"max":1400,"unit":"MONTH"}"#;
    check(
        "Vergütung: 1.200 bis 1.400 EUR pro Monat",
        Some((month, false)),
    );
    let canadian = r#"{"currency":"CAD","min":90000,"max":90000,"unit":"YEAR"}"#;
    check("The annual salary is $90,000 CAD.", Some((canadian, false)));
}

#[test]
fn what_is_open_or_unclear_is_marked() {
    let most = r#"{"currency":"USD","min":25,"max":25,"unit":"HOUR"}"#;
    check("You earn up to $25 per hour.", Some((most, true)));
    check(
        "Wynagrodzenie: 9 000 – 12 000 PLN",
        Some(("9 000 – 12 000 PLN", true)),
    );
}

#[test]
fn other_money_is_no_pay() {
    check("We raised $50 million.", None);
    check("All of us receive a $50 monthly stipend for seeds.", None);
    check("We pay a learning budget of $1,000 per year.", None);
    check("You are paid to look after 300 trees per year.", None);
    check("Range of the garden: 20 to 30 acres", None);
}

#[test]
fn what_comes_on_top_leaves_pay_certain() {
    let year = r#"{"currency":"USD","min":90000,"max":120000,"unit":"YEAR"}"#;
    for (line, review) in [
        (
            "The base salary range for the gardener is $90,000-$120,000 + bonus + equity + benefits.",
            false,
        ),
        (
            "The base salary range is $90,000-$120,000 + performance bonus.",
            false,
        ),
        (
            "The base salary range is $90,000-$120,000 + up to 15% annual bonus.",
            false,
        ),
        ("The base salary range is $90,000-$120,000+.", true),
        ("The base salary range is $90,000-$120,000 + DOE.", true),
    ] {
        check(line, Some((year, review)));
    }
}

#[test]
fn an_allowance_may_be_the_pay() {
    let month = r#"{"currency":"EUR","min":500,"max":500,"unit":"MONTH"}"#;
    check("Allowance: €500 per month", Some((month, true)));
    check("Housing allowance: €500 per month", None);
    let mut facts = Facts {
        is_internship: true,
        ..Facts::default()
    };
    read(
        &Sentence::new("Monthly allowance: €500 per month", 1),
        &mut facts,
    );
    assert!(
        facts
            .found
            .iter()
            .all(|fact| fact.value == month && !fact.review)
    );
    assert_eq!(facts.found.len(), 1);
}

#[test]
fn pay_for_a_part_of_full_time_is_looked_at() {
    let year = r#"{"currency":"GBP","min":24000,"max":24000,"unit":"YEAR"}"#;
    check("£24,000 pro rata", Some((year, true)));
    check("£24,000 FTE", Some((year, true)));
    check("£24,000", None);
}

#[test]
fn places_tell_what_a_sign_of_many_currencies_means() {
    let of = |line: &str, countries: &[&str]| {
        let mut facts = Facts {
            countries: countries
                .iter()
                .map(|country| (*country).to_owned())
                .collect(),
            ..Facts::default()
        };
        read(&Sentence::new(line, 1), &mut facts);
        let told = facts.found.into_iter().next();
        told.map(|fact| (fact.value, fact.review))
            .unwrap_or_default()
    };
    let month = |currency: &str| {
        let pay = format!(r#"{{"currency":"{currency}","min":25000,"max":25000,"unit":"MONTH"}}"#);
        (pay, false)
    };
    let rupees = "Stipend: Rs. 25,000 per month";
    assert_eq!(of(rupees, &["IN"]), month("INR"));
    assert_eq!(of("Stipend: INR 25,000 per month", &[]), month("INR"));
    let crowns = "Salary: 25 000 kr per month";
    for (country, currency) in [("SE", "SEK"), ("NO", "NOK"), ("DK", "DKK")] {
        assert_eq!(of(crowns, &[country]), month(currency));
    }
    for countries in [&[][..], &["GB"], &["SE", "NO"]] {
        assert_eq!(of(crowns, countries), ("25 000 kr".to_owned(), true));
        assert_eq!(of(rupees, countries), ("Rs. 25,000".to_owned(), true));
    }
}
