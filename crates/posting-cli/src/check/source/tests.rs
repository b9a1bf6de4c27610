//! Places of values in texts.

use super::*;

const TEXT: &str = "\u{feff}{\n  \"a\": [1, { \"b\" : \"}]\\\"\" }, -2.5e3],\n  \"ö \\\"x\": true, \"c\": {},\r\n\t\"c\":\"ä\" , \"d\": [[], [null]]\n}\n";

#[track_caller]
fn check(path: &str, part: &str, line: usize, column: usize) {
    let source = Source::new(TEXT);
    let region = source.locate(path);
    assert_eq!(&source.text[region.bytes.clone()], part);
    assert_eq!((region.line, region.column), (line, column));
}

#[test]
fn paths_lead_to_members_and_items() {
    check("$.a", "\"a\": [1, { \"b\" : \"}]\\\"\" }, -2.5e3]", 2, 3);
    check("$.a[0]", "1", 2, 9);
    check("$.a[1].b", "\"b\" : \"}]\\\"\"", 2, 14);
    check("$.a[2]", "-2.5e3", 2, 30);
    check("$[\"ö \\\"x\"]", "\"ö \\\"x\": true", 3, 3);
    check("$.d[1][0]", "null", 4, 23);
}

#[test]
fn what_is_missing_leads_to_what_should_hold_it() {
    check("$.e", "{", 1, 1);
    check("$.a[1].c", "{", 2, 12);
    check("$.a[7]", "[", 2, 8);
    check("$.c.x", "{", 3, 23);
}

#[test]
fn of_repeated_keys_the_first_or_the_last() {
    check("$.c", "\"c\": {}", 3, 18);
    let source = Source::new(TEXT);
    let region = source.locate_last("$.c");
    assert_eq!(&source.text[region.bytes], "\"c\":\"ä\"");
    assert_eq!((region.line, region.column, region.end_column), (4, 2, 9));
}

#[test]
fn places_of_the_reader_count_bytes() {
    let source = Source::new("{ \"ö\": 01 }");
    let region = source.at(1, 10);
    assert_eq!((region.line, region.column), (1, 9));
    assert_eq!(&source.text[region.bytes], "1");
    assert_eq!(source.at(1, 99).bytes, 12..12);
    assert_eq!(Source::new("").start().bytes, 0..0);
}
