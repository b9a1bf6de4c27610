//! Civil dates over the whole range they can hold.

use posting::date::{CivilDate, DateError, Weekday, YEARS, YearMonth};

use crate::days::{days_of, month_length};

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

#[test]
fn every_day_is_where_walking_leads() {
    let days = days_of(YEARS);
    assert_eq!(days.len(), 109_573);
    for (walked, day) in (0..).zip(&days) {
        let date = day.date();
        assert_eq!(
            (date.year(), date.month(), date.day()),
            (day.year, day.month, day.day)
        );
        assert_eq!(date.weekday(), WEEKDAYS[day.weekday], "{date}");
        assert_eq!(CivilDate::FIRST.plus_days(walked), date);
        assert_eq!(date.plus_days(-walked), CivilDate::FIRST);
        assert_eq!(CivilDate::FIRST.days_until(date), walked);
        assert_eq!(date.days_until(CivilDate::FIRST), -walked);
        // 1 January 1970 is 25,567 days after 1 January 1900.
        assert_eq!(date.days_since_epoch(), walked - 25_567);
        assert_eq!(CivilDate::from_days_since_epoch(walked - 25_567), date);
        let iso = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
        assert_eq!(date.to_string(), iso);
        assert_eq!(format!("{date:?}"), iso);
        assert_eq!(CivilDate::parse_iso(&iso), Ok(date));
    }
    for pair in days.windows(2) {
        assert!(pair[0].date() < pair[1].date());
    }
    assert_eq!(days.last().map(|day| day.date()), Some(CivilDate::LAST));
}

#[test]
fn every_month_has_its_days_and_no_more() {
    for year in YEARS {
        for month in 1..=12 {
            let last = month_length(year, month);
            assert!(CivilDate::new(year, month, last).is_ok(), "{year}-{month}");
            for day in [0, last + 1, u8::MAX] {
                let error = CivilDate::new(year, month, day);
                assert_eq!(error, Err(DateError::Day { day, last }), "{year}-{month}");
            }
        }
    }
}

#[test]
fn months_are_added_by_counting_them() {
    for year in [1900, 1901, 2023, 2024, 2100, 2198, 2199] {
        for month in 1..=12 {
            for day in [1, 15, 28, 29, 30, 31] {
                let Ok(date) = CivilDate::new(year, month, day) else {
                    continue;
                };
                let (mut y, mut m) = (year, month);
                for added in 0..40 {
                    let expected = CivilDate::new(y, m, day.min(month_length(y, m)));
                    assert_eq!(date.plus_months(added), expected.unwrap_or(CivilDate::LAST));
                    (y, m) = if m == 12 { (y + 1, 1) } else { (y, m + 1) };
                }
                let (mut y, mut m) = (year, month);
                for removed in 0..40 {
                    let expected = CivilDate::new(y, m, day.min(month_length(y, m)));
                    assert_eq!(
                        date.plus_months(-removed),
                        expected.unwrap_or(CivilDate::FIRST)
                    );
                    (y, m) = if m == 1 { (y - 1, 12) } else { (y, m - 1) };
                }
            }
        }
    }
}

#[test]
fn nothing_leads_out_of_the_range() {
    let middle = CivilDate::new(2026, 5, 18).expect("a date");
    for date in [CivilDate::FIRST, middle, CivilDate::LAST] {
        assert_eq!(date.plus_days(i32::MAX), CivilDate::LAST);
        assert_eq!(date.plus_days(i32::MIN), CivilDate::FIRST);
        assert_eq!(date.plus_days(200_000), CivilDate::LAST);
        assert_eq!(date.plus_days(-200_000), CivilDate::FIRST);
        assert_eq!(date.plus_months(i32::MAX), CivilDate::LAST);
        assert_eq!(date.plus_months(i32::MIN), CivilDate::FIRST);
    }
    assert_eq!(CivilDate::from_days_since_epoch(i32::MAX), CivilDate::LAST);
    assert_eq!(CivilDate::from_days_since_epoch(i32::MIN), CivilDate::FIRST);
}

#[test]
fn months_are_counted_between_any_two() {
    let months: Vec<YearMonth> = (2024..=2026)
        .flat_map(|year| (1..=12).map(move |month| YearMonth::new(year, month)))
        .map(|month| month.expect("a month"))
        .collect();
    for (from, one) in (0..).zip(&months) {
        assert_eq!(YearMonth::parse_iso(&one.to_string()), Ok(*one));
        assert_eq!(YearMonth::from(one.first_day().plus_days(27)), *one);
        for (to, other) in (0..).zip(&months) {
            assert_eq!(one.months_until(*other), to - from);
        }
    }
}

#[track_caller]
fn check_refused(text: &str, expected: DateError) {
    assert_eq!(CivilDate::parse_iso(text), Err(expected), "{text}");
}

#[test]
fn other_texts_are_refused_with_the_reason() {
    for text in [
        "",
        "2026",
        "2026-5-18",
        "2026-05-18 ",
        " 2026-05-18",
        "2026/05/18",
        "2026/05-18",
        "2026-05/18",
        "+026-05-18",
        "2026-+5-18",
        "20260518",
        "2026-05-1é",
        "２０26-5-1",
        "2026-05-18T00",
    ] {
        check_refused(text, DateError::NotIso);
    }
    check_refused("2026-02-31", DateError::Day { day: 31, last: 28 });
    check_refused("2026-13-01", DateError::Month(13));
    check_refused("2026-00-01", DateError::Month(0));
    check_refused("0000-01-01", DateError::Year(0));
    check_refused("2200-01-01", DateError::Year(2200));
    assert_eq!(YearMonth::parse_iso("2026-13"), Err(DateError::Month(13)));
    assert_eq!(YearMonth::parse_iso("2026-1"), Err(DateError::NotIso));
}

#[test]
fn messages_say_what_to_change() {
    let message = |text| {
        CivilDate::parse_iso(text)
            .expect_err("an error")
            .to_string()
    };
    assert_eq!(message("soon"), "is not a date; write it as 2026-05-18");
    assert_eq!(
        message("1066-10-14"),
        "has the year 1066; use a year from 1900 to 2199"
    );
    assert_eq!(message("2026-13-01"), "has the month 13; use 01 to 12");
    assert_eq!(
        message("2026-02-31"),
        "has the day 31, but that month ends on day 28"
    );
}
