//! English as browsers write it.

use super::*;

/// What Chromium's `Intl` wrote for the same days.
#[track_caller]
fn check(tag: &str, [date, range, within_month, over_years, short, list]: [&str; 6]) {
    let intl = Intl::new(tag);
    let day = |text| CivilDate::parse_iso(text).unwrap();
    let first = day("2026-05-18");
    assert_eq!(intl.date(first), date);
    assert_eq!(intl.range(first, day("2026-08-07")), range);
    assert_eq!(intl.range(first, day("2026-05-20")), within_month);
    assert_eq!(intl.range(first, day("2027-05-20")), over_years);
    assert_eq!(intl.short_range(first, day("2026-09-11")), short);
    assert_eq!(intl.list(&["a", "b", "c"].map(str::to_owned)), list);
}

#[track_caller]
fn check_in_year(tag: &str, [day, range, over_years, known, month]: [&str; 5]) {
    let intl = Intl::new(tag);
    let date = |text| CivilDate::parse_iso(text).unwrap();
    let first = date("2026-09-07");
    assert_eq!(intl.short_date_in_year(first), day);
    assert_eq!(intl.short_range_in_year(first, date("2026-11-27")), range);
    let last = date("2027-01-08");
    assert_eq!(intl.short_range_in_year(first, last), over_years);
    assert_eq!(intl.short_range(first, last), known);
    assert_eq!(intl.short_month_in_year(first), month);
    assert_eq!(intl.range(first, first), intl.date(first));
}

#[test]
fn years_stand_where_browsers_put_them() {
    let british = [
        "Mon, 7 Sept 2026",
        "Mon, 7 Sept – Fri, 27 Nov 2026",
        "Mon, 7 Sept 2026 – Fri, 8 Jan 2027",
        "Mon, 7 Sept 2026 – Fri, 8 Jan 2027",
        "Sept 2026",
    ];
    check_in_year("en-GB", british);
    let american = [
        "Mon, Sep 7, 2026",
        "Mon, Sep 7 – Fri, Nov 27, 2026",
        "Mon, Sep 7, 2026 – Fri, Jan 8, 2027",
        "Mon, Sep 7, 2026 – Fri, Jan 8, 2027",
        "Sep 2026",
    ];
    check_in_year("en-US", american);
}

#[track_caller]
fn check_money(decimal: &str, currency: &str, [american, british]: [&str; 2]) {
    assert_eq!(Intl::new("en-US").money(decimal, currency), american);
    assert_eq!(Intl::new("en-GB").money(decimal, currency), british);
}

#[test]
fn money_is_that_of_browsers() {
    check_money("50000", "USD", ["$50,000", "US$50,000"]);
    check_money("15.50", "GBP", ["£15.50", "£15.50"]);
    check_money("1234567", "JPY", ["¥1,234,567", "JP¥1,234,567"]);
    check_money("900", "CHF", ["CHF\u{a0}900", "CHF\u{a0}900"]);
    check_money("100000", "CAD", ["CA$100,000", "CA$100,000"]);
}

#[test]
fn thousands_are_set_apart() {
    let number = |count| Intl::new("en").number(count);
    let numbers = [0, 999, 1000, 12_034, 4_294_967_295].map(number);
    assert_eq!(numbers, ["0", "999", "1,000", "12,034", "4,294,967,295"]);
}

#[test]
fn british_and_american_forms_are_those_of_browsers() {
    check(
        "en-GB",
        [
            "18 May 2026",
            "18 May – 7 August 2026",
            "18 – 20 May 2026",
            "18 May 2026 – 20 May 2027",
            "Mon 18 May – Fri 11 Sept",
            "a, b and c",
        ],
    );
    let american = [
        "May 18, 2026",
        "May 18 – August 7, 2026",
        "May 18 – 20, 2026",
        "May 18, 2026 – May 20, 2027",
        "Mon, May 18 – Fri, Sep 11",
        "a, b, and c",
    ];
    check("en-US", american);
    check("en", american);
}
