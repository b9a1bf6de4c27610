//! Typed dates: what is written in any common form is read as the day it was.

use posting::date::{CivilDate, YearMonth};
use posting::typed_date::{
    DateLanguage, DateOrder, TypedDate, parse_typed_date, parse_typed_month,
};
use proptest::prelude::*;

use crate::days::{Day, days_of};

const ORDERS: [DateOrder; 3] = [
    DateOrder::DayMonthYear,
    DateOrder::MonthDayYear,
    DateOrder::YearMonthDay,
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

fn german(order: DateOrder) -> DateLanguage {
    let mut language = DateLanguage::english(order);
    language.month_names = GERMAN.map(|name| vec![name.to_owned()]);
    language
}

/// The forms that mean one day whatever the language's order.
fn certain_forms(of: Day) -> Vec<String> {
    let Day {
        year,
        month,
        day,
        weekday,
    } = of;
    let (name, german) = (
        MONTHS[usize::from(month) - 1],
        GERMAN[usize::from(month) - 1],
    );
    let (short, weekday) = (&name[..3], WEEKDAYS[weekday]);
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    vec![
        format!("{year}-{month:02}-{day:02}"),
        format!("{year}/{month}/{day}"),
        format!("{year}年{month}月{day}日"),
        format!("{day} {name} {year}"),
        format!("{day:02} {short} {year}"),
        format!("{day}{short}{year}"),
        format!("{day}-{}-{year}", short.to_uppercase()),
        format!("{name} {day}, {year}"),
        format!("{} {day} {year}", name.to_lowercase()),
        format!("{short}. {day}{ending}, {year}"),
        format!("{day}{ending} of {name} {year}"),
        format!("{year} {name} {day}"),
        format!("{weekday}, {name} {day}, {year}"),
        format!("{} {day} {short} {year}", &weekday[..3]),
        format!("{day}. {german} {year}"),
        format!(
            "  {day}.\u{a0}{} {year} ",
            german.to_uppercase().replace("MÄRZ", "Marz")
        ),
    ]
}

#[test]
fn every_day_is_read_back_from_every_certain_form() {
    let days = days_of(2024..=2028);
    for (place, day) in days.iter().enumerate() {
        let language = german(ORDERS[place % 3]);
        let expected = TypedDate {
            date: day.date(),
            ambiguous: false,
        };
        for text in certain_forms(*day) {
            assert_eq!(parse_typed_date(&text, &language), Ok(expected), "{text}");
        }
    }
}

#[test]
fn numbers_are_read_in_the_order_of_the_language() {
    for day in days_of(2024..=2027) {
        let Day {
            year,
            month,
            day: of_month,
            ..
        } = day;
        let short = year % 100;
        let swappable = of_month <= 12 && of_month != month;
        for separator in ["/", ".", "-", " ", ". "] {
            let forms = [
                (
                    DateOrder::DayMonthYear,
                    [of_month.into(), i32::from(month), year],
                ),
                (
                    DateOrder::MonthDayYear,
                    [month.into(), of_month.into(), year],
                ),
                (
                    DateOrder::DayMonthYear,
                    [of_month.into(), i32::from(month), short],
                ),
                (
                    DateOrder::MonthDayYear,
                    [month.into(), of_month.into(), short],
                ),
                (
                    DateOrder::YearMonthDay,
                    [short, month.into(), of_month.into()],
                ),
            ];
            for (order, numbers) in forms {
                let text = numbers.map(|number| format!("{number:02}")).join(separator);
                let typed = parse_typed_date(&text, &DateLanguage::english(order));
                let typed = typed.unwrap_or_else(|error| panic!("{text}: {error:?}"));
                assert_eq!(typed.date, day.date(), "{text}");
                if numbers[2] == year {
                    assert_eq!(typed.ambiguous, swappable, "{text}");
                } else {
                    assert!(typed.ambiguous || !swappable, "{text}");
                }
            }
        }
    }
}

#[test]
fn another_order_is_taken_where_only_that_is_possible() {
    for day in days_of(2026..=2026).into_iter().filter(|day| day.day > 12) {
        let Day {
            year,
            month,
            day: of_month,
            ..
        } = day;
        let expected = TypedDate {
            date: day.date(),
            ambiguous: false,
        };
        for text in [
            format!("{of_month}/{month}/{year}"),
            format!("{month}/{of_month}/{year}"),
        ] {
            for order in ORDERS {
                let typed = parse_typed_date(&text, &DateLanguage::english(order));
                assert_eq!(typed, Ok(expected), "{text}, {order:?}");
            }
        }
    }
}

#[test]
fn every_month_is_read_back_from_every_form() {
    for year in 2000..=2099 {
        for (month, name) in (1..).zip(MONTHS) {
            let expected = YearMonth::new(year, month).expect("a month");
            let short = year % 100;
            for (place, text) in [
                format!("{name} {year}"),
                format!("{} {short:02}", &name[..3]),
                format!("{year}-{month:02}"),
                format!("{month}/{year}"),
                format!("{month:02}.{year}"),
                format!("15 {name} {year}"),
                format!("{year}-{month:02}-28"),
            ]
            .iter()
            .enumerate()
            {
                let language = DateLanguage::english(ORDERS[place % 3]);
                assert_eq!(parse_typed_month(text, &language), Ok(expected), "{text}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_read_at_all_is_a_day_that_can_be_written(
        text in "(\\PC{0,12}|([0-9]{1,5}|[a-zA-Z]{1,9}|May|jan|2026|18|[ ./,'-]|th|of|年){0,8})",
        order in prop::sample::select(&ORDERS),
    ) {
        let language = german(order);
        if let Ok(typed) = parse_typed_date(&text, &language) {
            let again = parse_typed_date(&typed.date.to_string(), &language);
            prop_assert_eq!(again, Ok(TypedDate { ambiguous: false, ..typed }));
            prop_assert_eq!(parse_typed_month(&text, &language), Ok(typed.date.into()));
        }
        let month = parse_typed_month(&text, &language);
        prop_assert!(month.is_err() || month.is_ok_and(|m| m.first_day() >= CivilDate::FIRST));
    }
}
