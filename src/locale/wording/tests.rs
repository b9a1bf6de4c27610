//! Sentences as they are written, with the values that decide on their form.

use leptos::prelude::Owner;

use super::*;

/// The words in American English.
fn in_words(words: impl FnOnce(Text) -> String) -> String {
    Owner::new().with(|| words(Text::new("en-US")))
}

fn day(iso: &str) -> CivilDate {
    CivilDate::parse_iso(iso).unwrap()
}

#[track_caller]
fn check_fit(fitting: u32, total: u32, expected: &str) {
    assert_eq!(in_words(|text| text.fit_count(fitting, total)), expected);
}

#[test]
fn the_number_of_start_dates_decides_on_the_words() {
    check_fit(0, 1, "0 of 1 start date fits");
    check_fit(1, 1, "1 of 1 start date fits");
    check_fit(0, 5, "0 of 5 start dates fit");
    check_fit(1, 5, "1 of 5 start dates fits");
    check_fit(3, 5, "3 of 5 start dates fit");
}

#[track_caller]
fn check_sentence(first: &str, last: &str, expected: &str) {
    let sentence = in_words(|text| {
        let (first, last) = (day(first), day(last));
        let range = &text.range(first, last);
        text.message(Message::SentenceAvailable {
            period: Period::Range { range, first, last },
            except: None,
            title: "Strategy Intern",
            organization: "TikTok",
        })
    });
    let expected = format!("I am available for the Strategy Intern position at TikTok {expected}.");
    assert_eq!(sentence, expected);
}

#[test]
fn the_sentence_says_from_when_to_when() {
    check_sentence("2026-05-10", "2026-08-20", "from May 10 to August 20, 2026");
    check_sentence(
        "2026-11-10",
        "2027-02-20",
        "from November 10, 2026 to February 20, 2027",
    );
    check_sentence("2026-05-10", "2026-05-10", "on May 10, 2026");
}

#[test]
fn years_are_written_where_there_are_several() {
    assert_eq!(Year::of([]), Year::Known);
    assert_eq!(
        Year::of([day("2026-01-01"), day("2026-12-31")]),
        Year::Known
    );
    let over = [day("2026-12-31"), day("2027-01-01"), day("2026-01-01")];
    assert_eq!(Year::of(over), Year::Written);
}
