//! What a language writes beside day, month and year, learned from dates in it.

use super::*;

/// A language that was learned from dates as they are written in it: May, and what stands with it.
fn learned(written: &[(&str, usize, &str)]) -> DateLanguage {
    let mut language = DateLanguage::english(DayMonthYear);
    for (written, month, name) in written {
        language.learn(written, *month, name);
    }
    language
}

#[track_caller]
fn check_learned(language: &DateLanguage, text: &str, expected: Result<&str, TypedDateError>) {
    let read = parse_typed_date(text, language).map(|typed| typed.date.to_string());
    assert_eq!(read, expected.map(str::to_owned), "{text}");
}

#[test]
fn what_a_language_writes_beside_a_date_is_passed_over() {
    let russian = learned(&[("пятница, 15 мая 2026 г.", 5, "мая")]);
    for text in ["15 мая 2026 г.", "ПЯТНИЦА 15 мая 2026", "15.05.2026 г."] {
        check_learned(&russian, text, Ok("2026-05-15"));
    }
    check_learned(
        &russian,
        "32 мая 2026 г.",
        Err(no_such_day(32, 2026, 5, 31)),
    );
    check_learned(
        &russian,
        "15 майя 2026 г.",
        Err(MonthName("майя".to_owned())),
    );
    let hebrew = learned(&[("יום שישי, 15 במאי 2026", 5, "מאי"), ("מאי", 5, "מאי")]);
    for text in ["יום שישי, 15 במאי 2026", "15 מאי 2026"] {
        check_learned(&hebrew, text, Ok("2026-05-15"));
    }
    let japanese = learned(&[("2026年5月15日(金)", 5, "5月")]);
    check_learned(&japanese, "2026年5月15日(金)", Ok("2026-05-15"));
    let thai = learned(&[("พฤ. 15 ม.ค. 2026", 1, "ม.ค."), ("15 พ.ค. 2026", 5, "พ.ค.")]);
    check_learned(&thai, "พฤ. 15 ม.ค. 2026", Ok("2026-01-15"));
    check_learned(&thai, "15 พ.ค.2026", Ok("2026-05-15"));
    // July, September and January share their letters, not their names.
    let thai = learned(&[
        ("15 ก.ค. 2026", 7, "ก.ค."),
        ("15 ก.ย. 2026", 9, "ก.ย."),
        ("15 ม.ค. 2026", 1, "ม.ค."),
    ]);
    check_learned(&thai, "15 ก.ค. 2026", Ok("2026-07-15"));
    check_learned(&thai, "15 ก.ย. 2026", Ok("2026-09-15"));
    check_learned(&thai, "15 ม.ค. 2026", Ok("2026-01-15"));
    let urdu = learned(&[("جمعہ، 15 مئی، 2026", 5, "مئی")]);
    for text in ["جمعہ،15 مئی،2026", "جمعہ 15 مئی 2026"] {
        check_learned(&urdu, text, Ok("2026-05-15"));
    }
}

#[test]
fn a_weekday_with_a_number_is_passed_over_in_front() {
    let vietnamese = learned(&[("Th 6, 15 thg 5, 2026", 5, "thg 5")]);
    check_learned(&vietnamese, "Th 6, 15 thg 5, 2026", Ok("2026-05-15"));
    check_learned(&vietnamese, "15 thg 5, 2026", Ok("2026-05-15"));
    check_learned(&vietnamese, "15 thg 5, 2026 6", Err(NotADate));
    check_learned(
        &vietnamese,
        "Th 6, 15 thg 13, 2026",
        Err(TypedDateError::Month(13)),
    );
}

/// "mar" is Tuesday and March in Spanish.
#[test]
fn a_weekday_that_is_also_a_month_gives_way_to_one() {
    let spanish = learned(&[
        ("vie, 15 may 2026", 5, "may"),
        ("mar, 15 sept 2026", 9, "sept"),
        ("dom, 15 mar 2026", 3, "mar"),
    ]);
    check_learned(&spanish, "mar 15 sept 2026", Ok("2026-09-15"));
    check_learned(&spanish, "15 sept 2026 mar", Ok("2026-09-15"));
    check_learned(&spanish, "mar 3 mar 2026", Ok("2026-03-03"));
    check_learned(&spanish, "3 mar 2026", Ok("2026-03-03"));
    check_learned(&spanish, "15 may sept 2026", Err(NotADate));
}

#[test]
fn a_word_for_month_names_none() {
    let mongolian = learned(&[
        ("наймдугаар сар", 8, "наймдугаар сар"),
        ("есдүгээр сар", 9, "есдүгээр сар"),
    ]);
    check_learned(&mongolian, "20 сар 2026", Err(MonthName("сар".to_owned())));
}

/// Of "Meán Fómhair" and "Deireadh Fómhair" the first word tells September from October.
#[test]
fn a_name_of_several_words_is_read_whole_and_by_what_is_its_own() {
    let irish = learned(&[
        ("Dé hAoine 18 Meán Fómhair 2026", 9, "Meán Fómhair"),
        ("Dé Luain 19 Deireadh Fómhair 2026", 10, "Deireadh Fómhair"),
    ]);
    for text in ["Dé hAoine 18 Meán Fómhair 2026", "18 MEÁN 2026"] {
        check_learned(&irish, text, Ok("2026-09-18"));
    }
    check_learned(&irish, "19 deireadh fómhair 2026", Ok("2026-10-19"));
    let either = Err(MonthName("Fómhair".to_owned()));
    check_learned(&irish, "18 Fómhair 2026", either);
    check_learned(&irish, "18 Meán Deireadh 2026", Err(NotADate));
    // Its words alone are taken with it, and not what follows.
    for text in [
        "18 Meán Fómhair seachtain 2026",
        "18 Meán Fómhair Deireadh Fómhair 2026",
    ] {
        check_learned(&irish, text, Err(NotADate));
    }
}

/// The eleventh month ends as the first: "нэгдүгээр" is January, "арван нэгдүгээр" November.
#[test]
fn the_longest_name_counts() {
    let mongolian = learned(&[
        ("2026 оны нэгдүгээр сарын 15", 1, "нэгдүгээр сар"),
        (
            "2026 оны арван нэгдүгээр сарын 15",
            11,
            "арван нэгдүгээр сар",
        ),
        ("2026 оны 1-р сарын 15", 1, "1-р сар"),
        ("2026 оны 11-р сарын 15", 11, "11-р сар"),
    ]);
    check_learned(&mongolian, "2026 оны нэгдүгээр сарын 13", Ok("2026-01-13"));
    let november = "2026 оны арван нэгдүгээр сарын 13";
    check_learned(&mongolian, november, Ok("2026-11-13"));
    let numbers = DateLanguage {
        order: DateOrder::YearMonthDay,
        ..mongolian
    };
    check_learned(&numbers, "2026 оны 11-р сарын 13", Ok("2026-11-13"));
}
