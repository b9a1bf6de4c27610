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
