//! The door to `Intl`: words and dates as the browser writes them in several languages.

use job_posting::clock;
use job_posting::locale::{Intl, Plurals, Text};
use posting::date::{CivilDate, YearMonth};
use posting::typed_date::{DateOrder, parse_typed_date};
use wasm_bindgen_test::wasm_bindgen_test;

fn day(iso: &str) -> CivilDate {
    CivilDate::parse_iso(iso).unwrap()
}

/// The text with every kind of blank as one blank: engines differ in their width.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(written: &str, expected: &str) {
    assert_eq!(plain(written), expected);
}

#[wasm_bindgen_test]
fn dates_follow_the_language() {
    let date = day("2026-05-18");
    check(&Intl::new("en-US").date(date), "May 18, 2026");
    check(&Intl::new("en-GB").date(date), "18 May 2026");
    check(&Intl::new("de").date(date), "18. Mai 2026");
    check(
        &Intl::new("en-US").weekday_date(date),
        "Monday, May 18, 2026",
    );
    check(&Intl::new("de").day_month(date), "18. Mai");
    check(&Intl::new("de").short_month(date), "Mai");
    let december = YearMonth::new(2026, 12).unwrap();
    check(&Intl::new("en-GB").month_year(december), "December 2026");
}

#[wasm_bindgen_test]
fn money_is_as_exact_as_the_posting() {
    check(&Intl::new("en-US").money("50000", "USD"), "$50,000");
    check(&Intl::new("en-GB").money("15.50", "GBP"), "£15.50");
    check(&Intl::new("en-GB").money("15.05", "USD"), "US$15.05");
    check(&Intl::new("de").money("2100", "EUR"), "2.100 €");
    check(
        &Intl::new("en-US").money("1000000000000", "JPY"),
        "¥1,000,000,000,000",
    );
    check(&Intl::new("en-US").money("12.50", "ABC"), "ABC 12.50");
}

const LANGUAGES: [&str; 73] = [
    "af", "am", "ar", "ar-EG", "ar-SA", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de",
    "el", "en-GB", "en-US", "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu", "he",
    "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "ko", "ky", "lo", "lt", "lv",
    "mk", "mn", "mr", "my", "nb", "ne", "nl", "pl", "ps", "pt-BR", "pt-PT", "ro", "ru", "si", "sk",
    "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi",
];

/// Some languages come with other calendars and digits, and a day that was picked is read again.
#[wasm_bindgen_test]
fn a_date_is_read_in_every_form_in_which_it_is_written_in_any_language() {
    let mut wrong = Vec::new();
    for tag in LANGUAGES.into_iter().chain(["zh-Hans", "zh-Hant"]) {
        let (text, intl) = (Text::new(tag), Intl::new(tag));
        let language = text.date_language("a");
        for date in (0..12).map(|month| day("2026-01-13").plus_days(month * 31)) {
            let forms = [
                text.typed_date(date),
                intl.date(date),
                intl.weekday_date(date),
                intl.short_date_in_year(date),
                in_own_digits(tag, "long", date),
                in_own_digits(tag, "full", date),
                in_own_digits(tag, "medium", date),
            ];
            for written in forms {
                let read = parse_typed_date(&written, &language);
                if read.as_ref().map(|read| read.date) != Ok(date) {
                    wrong.push(format!("{tag}: {written}: {read:?}"));
                }
            }
        }
        // What is wrong stays so, between whatever words.
        let impossible = intl.weekday_date(day("2026-08-20")).replacen("20", "32", 1);
        assert!(
            parse_typed_date(&impossible, &language).is_err(),
            "{tag}: {impossible}"
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// As a page around the widget may write it: in the language's own digits, with a mark for the era.
fn in_own_digits(tag: &str, style: &str, date: CivilDate) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [
        ("dateStyle", style),
        ("timeZone", "UTC"),
        ("calendar", "gregory"),
    ] {
        js_sys::Reflect::set(&options, &name.into(), &value.into()).unwrap();
    }
    let moment = js_sys::Date::new(&date.to_string().into());
    moment.to_locale_date_string(tag, &options).into()
}

/// Run it with `TZ` set to zones on both sides of UTC: the reader's zone must not matter, on the
/// days on which clocks change least of all.
#[wasm_bindgen_test]
fn a_date_is_written_as_the_same_civil_day_everywhere() {
    let offset = js_sys::Date::new_0().get_timezone_offset();
    for tag in ["en-US", "en-GB", "de"] {
        let intl = Intl::new(tag);
        for days in 0..366 {
            let date = day("2028-01-01").plus_days(days);
            let written = intl.date(date);
            let numbers: Vec<u32> = written
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let expected = [u32::from(date.day()), 2028];
            assert_eq!(
                numbers, expected,
                "{date} in {tag} at UTC{offset:+}: {written}"
            );
        }
    }
}

#[wasm_bindgen_test]
fn ranges_name_what_they_share_once() {
    let (first, last) = (day("2026-05-18"), day("2026-08-07"));
    check(
        &Intl::new("en-GB").range(first, last),
        "18 May – 7 August 2026",
    );
    check(
        &Intl::new("en-US").range(first, last),
        "May 18 – August 7, 2026",
    );
    check(
        &Intl::new("de").range(first, last),
        "18. Mai – 7. August 2026",
    );
    let short = plain(&Intl::new("en-GB").short_range(first, last));
    assert!(short.contains("Mon") && short.contains("18 May"), "{short}");
    assert!(short.contains("Fri") && short.contains("7 Aug"), "{short}");
}

#[wasm_bindgen_test]
fn lists_follow_the_language() {
    let words = ["a", "b", "c"].map(str::to_owned);
    check(&Intl::new("en-US").list(&words), "a, b, and c");
    check(&Intl::new("en-GB").list(&words), "a, b and c");
    check(&Intl::new("de").list(&words), "a, b und c");
    check(&Intl::new("de").either(&words), "a, b oder c");
    check(&Intl::new("en-GB").list(&[]), "");
}

/// "business administration, project management oder marketing?"
#[wasm_bindgen_test]
fn lists_and_plurals_between_english_words_are_english() {
    let words = ["a", "b", "c"].map(str::to_owned);
    for tag in ["de", "fr", "ar-EG"] {
        let intl = Intl::between(tag, "en");
        check(&intl.list(&words), "a, b, and c");
        check(&intl.either(&words), "a, b, or c");
        let categories = [0, 1, 2].map(|count| intl.category(count));
        assert_eq!(categories, ["other", "one", "other"], "{tag}");
    }
    // French knows 0 as one, and Arabic has a form for two.
    assert_eq!(Intl::new("fr").category(0), "one");
    assert_eq!(Intl::new("ar-EG").category(2), "two");
    let german = Intl::between("de", "en");
    check(&german.date(day("2026-05-18")), "18. Mai 2026");
    check(&Intl::between("en-GB", "en").list(&words), "a, b and c");
}

#[wasm_bindgen_test]
fn numbers_and_plurals_follow_the_language() {
    check(&Intl::new("en-US").number(1234), "1,234");
    check(&Intl::new("de").number(1234), "1.234");
    for (tag, count, category) in [
        ("en", 1, "one"),
        ("en", 2, "other"),
        ("pl", 1, "one"),
        ("pl", 3, "few"),
        ("pl", 5, "many"),
        ("ja", 1, "other"),
    ] {
        assert_eq!(Intl::new(tag).category(count), category, "{count} in {tag}");
    }
}

#[wasm_bindgen_test]
fn month_names_come_in_every_form_a_person_may_type() {
    #[track_caller]
    fn has(tag: &str, month: usize, expected: &[&str]) {
        let names = Intl::new(tag).date_language().month_names;
        for name in expected {
            assert!(
                names[month - 1].iter().any(|known| known == name),
                "{:?}",
                names[month - 1]
            );
        }
    }
    has("en-GB", 8, &["august", "aug"]);
    has("de", 3, &["marz", "mar"]);
    // Polish inflects the name within a date: "maj", but "15 maja".
    has("pl", 5, &["maj", "maja"]);
    has("pl", 12, &["grudzien", "grudnia"]);
}

#[wasm_bindgen_test]
fn the_order_of_a_date_follows_the_language() {
    for (tag, order) in [
        ("en-US", DateOrder::MonthDayYear),
        ("en-GB", DateOrder::DayMonthYear),
        ("de", DateOrder::DayMonthYear),
        ("ja", DateOrder::YearMonthDay),
        ("sv-SE", DateOrder::YearMonthDay),
    ] {
        assert_eq!(Intl::new(tag).date_language().order, order, "{tag}");
    }
}

#[wasm_bindgen_test]
fn a_tag_the_browser_refuses_gives_english() {
    let date = day("2026-05-18");
    let english = [Intl::new("en").date(date), Intl::new("en-US").date(date)];
    for tag in ["", "en_US", "not a tag", "x", "-", "e"] {
        assert!(!Intl::accepts(tag), "{tag:?}");
        assert!(english.contains(&Intl::new(tag).date(date)), "{tag:?}");
        assert_eq!(Intl::new(tag).category(1), "one", "{tag:?}");
        check(&Intl::new(tag).number(7), "7");
    }
    assert!(Intl::accepts("de-CH"));
}

#[wasm_bindgen_test]
fn a_tag_without_a_region_takes_the_one_the_reader_prefers() {
    let preferred = web_sys::window()
        .and_then(|window| window.navigator().languages().get(0).as_string())
        .unwrap();
    let language = preferred.split('-').next().unwrap();
    let date = day("2026-05-18");
    assert_eq!(
        Intl::new(language).date(date),
        Intl::new(&preferred).date(date)
    );
}

#[wasm_bindgen_test]
fn today_is_the_day_on_the_readers_own_calendar() {
    // Sweden writes dates as ISO 8601 does. Midnight may pass between two looks at the clock.
    let look = || {
        let now = js_sys::Date::new_0();
        let shown = now.to_locale_date_string("sv-SE", &js_sys::Object::new().into());
        String::from(shown)
    };
    let (before, today, after) = (look(), clock::today().to_string(), look());
    assert!(
        today == before || today == after,
        "{before} {today} {after}"
    );
}
