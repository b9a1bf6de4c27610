//! Typed dates by example; the round trip over whole years is in `tests/rules.rs`.

use super::DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
use super::TypedDateError::{DayMissing, DayOfNoYear, MonthName, NotADate, YearMissing};
use super::*;

mod learned;

/// A language with German and French month names, as no real one has, to test both at once.
fn language(order: DateOrder) -> DateLanguage {
    let german =
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";
    let french = "janv. févr. mars avril mai juin juil. août sept. oct. nov. décembre";
    let mut language = DateLanguage::english(order);
    for names in [german, french] {
        for (month, name) in language.month_names.iter_mut().zip(names.split(' ')) {
            month.push(name.to_owned());
        }
    }
    language
}

fn parse(text: &str, order: DateOrder) -> Result<(String, bool), TypedDateError> {
    parse_typed_date(text, &language(order)).map(|typed| (typed.date.to_string(), typed.ambiguous))
}

/// The text means this day, certainly, whatever the language's order.
#[track_caller]
fn check(text: &str, expected: &str) {
    for order in [DayMonthYear, MonthDayYear, YearMonthDay] {
        assert_eq!(
            parse(text, order),
            Ok((expected.to_owned(), false)),
            "{text}, {order:?}"
        );
    }
}

/// The text means this day in this order, and could mean another.
#[track_caller]
fn check_ambiguous(text: &str, order: DateOrder, expected: &str) {
    assert_eq!(
        parse(text, order),
        Ok((expected.to_owned(), true)),
        "{text}, {order:?}"
    );
}

/// The text is refused for this reason, whatever the language's order.
#[track_caller]
fn check_refused(text: &str, expected: TypedDateError) {
    for order in [DayMonthYear, MonthDayYear, YearMonthDay] {
        assert_eq!(
            parse(text, order),
            Err(expected.clone()),
            "{text}, {order:?}"
        );
    }
}

fn no_such_day(day: u32, year: i32, month: u8, last: u8) -> TypedDateError {
    let month = YearMonth::new(year, month).expect("a month");
    TypedDateError::Day { day, month, last }
}

fn year(digits: &str) -> TypedDateError {
    TypedDateError::Year(digits.to_owned())
}

#[test]
fn every_common_form_is_read() {
    for text in [
        "2026-05-18",
        "2026/5/18",
        "2026.05.18",
        "18 May 2026",
        " 18  may   2026 ",
        "18May2026",
        "18-May-2026",
        "18\u{a0}May\u{202f}2026",
        "May 18 2026",
        "May 18, 2026",
        "MAY 18th, 2026",
        "2026 May 18",
        "Mon, 18 May 2026",
        "Monday 18 May 2026",
        "18th of May 2026",
        "the 18th of May, 2026.",
        "18. Mai 2026",
        "Montag, 18. Mai 2026",
        "lun. 18 mai 2026",
        "2026年5月18日",
        "2026 年 5 月 18 日",
        "2026년 5월 18일",
        "18.5.2026",
        "18. 5. 2026.",
        "5/18/2026",
        "5-18-2026",
        "18–5–2026",
    ] {
        check(text, "2026-05-18");
    }
    check("1er août 2026", "2026-08-01");
    check("1ER AOÛT 2026", "2026-08-01");
    check("1 aout 2026", "2026-08-01");
    check("1 aou\u{302}t 2026", "2026-08-01");
    check("3 marz 2026", "2026-03-03");
    check("mar. 19 mai 2026", "2026-05-19");
    check("3. MÄRZ 2026", "2026-03-03");
    check("24 déc 2026", "2026-12-24");
    check("4 sept 2026", "2026-09-04");
    check("29 Feb 2028", "2028-02-29");
    check("1 Jan 00", "2000-01-01");
    check("5/5/2026", "2026-05-05");
    check("31 May 99", "2099-05-31");
}

/// A Japanese keyboard types digits and marks of full width, others the digits of their script.
#[test]
fn digits_of_other_scripts_are_read_as_those_of_ours() {
    for text in [
        "５/18/2026",
        "１８ May 2026",
        "２０２６-０５-１８",
        "２０２６／５／１８",
        "２０２６．５．１８",
        "２０２６－０５－１８",
        "２０２６年５月１８日",
        "٢٠٢٦-٠٥-١٨",
        "١٨ May ٢٠٢٦",
        "۲۰۲۶/۵/۱۸",
        "१८/५/२०२६",
        "১৮/৫/২০২৬",
        "๑๘/๕/๒๐๒๖",
    ] {
        check(text, "2026-05-18");
    }
    check_month("２０２６年１２月", Ok("2026-12"));
    check_refused("３１ Feb ２０２６", no_such_day(31, 2026, 2, 28));
    // Those of scripts that aren't known are no digits.
    check_refused("᱑᱘ May 2026", NotADate);
}

/// What keeps a date in its direction comes along from a page.
#[test]
fn marks_of_direction_are_passed_over() {
    check("\u{2068}18 May 2026\u{2069}", "2026-05-18");
    check("\u{61c}18 May 2026\u{202c}", "2026-05-18");
}

#[test]
fn the_order_of_the_language_settles_what_numbers_do_not() {
    check_ambiguous("5/6/2026", DayMonthYear, "2026-06-05");
    check_ambiguous("5/6/2026", MonthDayYear, "2026-05-06");
    check_ambiguous("5/6/2026", YearMonthDay, "2026-05-06");
    check_ambiguous("05.06.07", YearMonthDay, "2005-06-07");
    check_ambiguous("18/5/26", DayMonthYear, "2026-05-18");
    check_ambiguous("18/5/26", MonthDayYear, "2026-05-18");
    check_ambiguous("18/5/26", YearMonthDay, "2018-05-26");
    check("5/18/26", "2026-05-18");
    check("99-5-18", "2099-05-18");
    check("18.5.45", "2045-05-18");
}

#[test]
fn a_short_year_in_front_is_taken_only_where_the_language_writes_it_so() {
    let certain = Ok(("2031-02-28".to_owned(), false));
    assert_eq!(parse("31/2/28", YearMonthDay), certain);
    for order in [DayMonthYear, MonthDayYear] {
        assert_eq!(parse("31/2/28", order), Err(no_such_day(31, 2028, 2, 29)));
    }
}

#[test]
fn a_short_year_beside_a_named_month_may_be_the_day() {
    check_ambiguous("18 May 26", DayMonthYear, "2026-05-18");
    check_ambiguous("May 18, 26", MonthDayYear, "2026-05-18");
    check_ambiguous("31 May 26", DayMonthYear, "2026-05-31");
    check("18 May 18", "2018-05-18");
    check("45 May 26", "2045-05-26");
    check("5 May 26", "2026-05-05");
    check("Feb 28 30", "2030-02-28");
}

#[test]
fn a_weekday_that_is_not_the_days_makes_the_date_doubtful() {
    check_ambiguous("Tue, 18 May 2026", DayMonthYear, "2026-05-18");
    check_ambiguous("sunday 18 May 2026", DayMonthYear, "2026-05-18");
}

#[test]
fn impossible_days_are_refused_with_the_months_last_day() {
    check_refused("31 Feb 2026", no_such_day(31, 2026, 2, 28));
    check_refused("30 Feb 26", no_such_day(30, 2026, 2, 28));
    check_refused("2026-02-29", no_such_day(29, 2026, 2, 28));
    check_refused("31/2/2028", no_such_day(31, 2028, 2, 29));
    check_refused("4/31/2026", no_such_day(31, 2026, 4, 30));
    check_refused("0 May 2026", no_such_day(0, 2026, 5, 31));
    check_refused("2026-05-300", no_such_day(300, 2026, 5, 31));
}

/// The day that is zero, and not the last one of the month, is what is wrong.
#[test]
fn a_day_zero_is_told_as_such_and_a_month_zero_before_it() {
    let may = Err(no_such_day(0, 2026, 5, 31));
    assert_eq!(parse("0/5/2026", DayMonthYear), may);
    assert_eq!(parse("5/0/2026", MonthDayYear), may);
    let month = Err(TypedDateError::Month(0));
    assert_eq!(parse("0/5/2026", MonthDayYear), month);
    assert_eq!(parse("5/0/2026", DayMonthYear), month);
    // Of no year, so that the longest there is stands for it.
    check_refused("0 May", no_such_day(0, 2024, 5, 31));
}

#[test]
fn impossible_months_and_years_are_refused() {
    check_refused("2026-13-01", TypedDateError::Month(13));
    check_refused("2026-00-01", TypedDateError::Month(0));
    check_refused("13/13/2026", TypedDateError::Month(13));
    check_refused("2026-300-01", TypedDateError::Month(300));
    check_refused("2026-99999999999-01", TypedDateError::Month(u32::MAX));
    for (order, month) in [(DayMonthYear, 14), (MonthDayYear, 13)] {
        let refused = Err(TypedDateError::Month(month));
        assert_eq!(parse("13/14/2026", order), refused, "{order:?}");
    }
    check_refused("0000-05-18", year("0000"));
    check_refused("18 May 0", year("0"));
    check_refused("18 May 20266", year("20266"));
    check_refused("18/5/20266", year("20266"));
    check_refused("18/5/126", year("126"));
    check_refused("20266-05-18", year("20266"));
    check_refused("18 May 1899", year("1899"));
    check_refused("18 May 2200", year("2200"));
    check_refused("18 May 99999999999999", year("99999999999999"));
}

#[test]
fn what_is_missing_is_named() {
    check_refused("1 jan", YearMissing);
    check_refused("29 feb", YearMissing);
    check_refused("31 feb", DayOfNoYear { last: 29 });
    check_refused("April 31st", DayOfNoYear { last: 30 });
    check_refused("18/5", YearMissing);
    check_refused("May 18th", YearMissing);
    check_refused("May 2026", DayMissing);
    check_refused("2026-05", DayMissing);
    check_refused("5/2026", DayMissing);
}

#[test]
fn words_that_are_no_month_are_quoted_as_typed() {
    check_refused("18 Mey 2026", MonthName("Mey".to_owned()));
    check_refused("Smarch 13, 2026", MonthName("Smarch".to_owned()));
    check_refused("18 Ju 2026", MonthName("Ju".to_owned()));
    check_refused("18 Fe 2026", MonthName("Fe".to_owned()));
    check_refused("18 jui 2026", MonthName("jui".to_owned()));
    check_refused("1 Mayday 2026", MonthName("Mayday".to_owned()));
}

#[test]
fn other_texts_are_no_dates() {
    for text in [
        "",
        "   ",
        "soon",
        "May",
        "2026",
        "18",
        "-2026-05-18",
        "18 - 20 May 2026",
        "May June 2026",
        "2026-05-18T10:00",
        "18 May 2026 10:00",
        "18:5:2026",
        "2026-05-18 - 2026-06-20",
        "18/2026/5",
        "18 May foo 2026",
        "18 May 2026!",
        "18 May\n2026",
        "18 5 2026 7",
        "Thu 5, 20/8/2026",
        "💥",
        "<b>18 May 2026</b>",
    ] {
        check_refused(text, NotADate);
    }
    check_refused(&"1 ".repeat(500), NotADate);
}

#[test]
fn a_text_of_more_than_100_bytes_is_not_looked_at() {
    let padded = |blanks: usize| format!("18{}May 2026", " ".repeat(blanks));
    assert_eq!(padded(90).len(), 100);
    check(&padded(90), "2026-05-18");
    check_refused(&padded(91), NotADate);
}

#[track_caller]
fn check_month(text: &str, expected: Result<&str, TypedDateError>) {
    let month = parse_typed_month(text, &language(MonthDayYear)).map(|month| month.to_string());
    assert_eq!(month, expected.map(str::to_owned), "{text}");
}

#[test]
fn months_are_read_in_every_common_form() {
    for text in [
        "December 2026",
        "2026-12",
        "12/2026",
        "Dec 26",
        "2026 dez",
        "décembre 2026",
        "12/26",
        "26/12",
        "12.2026",
        "2026年12月",
        "Dec. 2026",
        "31 December 2026",
        "2026-12-31",
        "December, 2026",
    ] {
        check_month(text, Ok("2026-12"));
    }
    check_month("05/06", Ok("2006-05"));
    check_month("12/06", Ok("2006-12"));
    for (text, year, month) in [("05/06", 2005, 6), ("12/26", 2026, 12), ("26/12", 2026, 12)] {
        let read = parse_typed_month(text, &DateLanguage::english(YearMonthDay));
        assert_eq!(
            read,
            YearMonth::new(year, month).map_err(|_| NotADate),
            "{text}"
        );
    }
}

#[test]
fn months_are_refused_with_the_reason() {
    check_month("December", Err(YearMissing));
    check_month("13/2026", Err(TypedDateError::Month(13)));
    check_month("2026-13", Err(TypedDateError::Month(13)));
    check_month("0/2026", Err(TypedDateError::Month(0)));
    check_month("13/0012", Err(year("0012")));
    check_month("Dec 5", Err(year("5")));
    check_month("Dec 20266", Err(year("20266")));
    check_month("31 Feb 2026", Err(no_such_day(31, 2026, 2, 28)));
    check_month("Decembre. 2026 x", Err(NotADate));
    check_month("Dezzember 2026", Err(MonthName("Dezzember".to_owned())));
    check_month("2026", Err(NotADate));
    check_month("", Err(NotADate));
}
