//! What each format makes of hostile files and names.

use std::path::PathBuf;

use posting::problem::Problem;
use serde_json::Value;

use super::*;
use crate::check::finding::Finding;

const FILE: &str = "a folder/ü,b:%.json";
const TEXT: &str = "{\n\t\"ti\\u001b[31mtle\": \"\u{202e}\u{9b}2J\u{7f}中文\"\n}\n";

/// What a report writes about one problem of [`TEXT`].
fn written(format: Format, message: &str) -> String {
    let source = Source::new(TEXT);
    let problem = Problem {
        path: "$[\"ti\\u001b[31mtle\"]".to_owned(),
        message: message.to_owned(),
    };
    let finding = Finding::of_problem(&source, &problem);
    let mut out = Vec::new();
    let mut report = format.report();
    report.begin(&mut out).unwrap();
    let file = PathBuf::from(FILE);
    report.finding(&mut out, &file, &source, &finding).unwrap();
    if format != Format::Text {
        report.end(&mut out, Totals::default()).unwrap();
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn text_steers_no_terminal() {
    let text = written(Format::Text, "is \u{1b}]0;x\u{7} bad; do \u{1b}[2J that");
    let broken = Source::new("{ \u{1b}[2J");
    let error = posting::json::Json::parse("{ \u{1b}[2J").unwrap_err();
    let mut out = Vec::new();
    let file = PathBuf::from("\u{1b}[2J.json");
    Format::Text
        .report()
        .finding(&mut out, &file, &broken, &Finding::of_json(&broken, &error))
        .unwrap();
    let text = text + &String::from_utf8(out).unwrap();
    let plain = anstream::adapter::strip_str(&text).to_string();
    let controls = |text: &str| {
        let mut characters = text.chars();
        characters.any(|it| (it.is_control() && it != '\n') || it == '\u{202e}')
    };
    assert!(!controls(&plain), "{plain:?}");
    // Only the report's own colours start with the escape character.
    for after in text.split('\u{1b}').skip(1) {
        let end = after.find(|it: char| !it.is_ascii_digit() && !"[;".contains(it));
        assert_eq!(&after[end.unwrap()..=end.unwrap()], "m", "{text:?}");
    }
}

#[test]
fn github_s_commands_stay_whole() {
    let line = written(Format::Github, "is 100% bad\r\n::error::gotcha; stop");
    assert_eq!(
        line,
        "::error file=a folder/ü%2Cb%3A%25.json,line=2,endLine=2,col=2,endColumn=30,\
         title=invalid-posting::$[\"ti\\u001b[31mtle\"]: is 100%25 bad%0D%0A::error::gotcha; stop\n"
    );
}

#[test]
fn json_is_json() {
    let json: Value = serde_json::from_str(&written(Format::Json, "is bad; stop")).unwrap();
    let finding = &json["findings"][0];
    assert_eq!(finding["file"], FILE);
    assert_eq!(finding["message"], "is bad");
    assert_eq!(finding["suggestion"], "stop");
    assert_eq!(
        (&finding["line"], &finding["column"]),
        (&2.into(), &2.into())
    );
}

#[test]
fn paths_are_uris_in_sarif() {
    let sarif: Value = serde_json::from_str(&written(Format::Sarif, "is bad; stop")).unwrap();
    let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let uri = &location["artifactLocation"]["uri"];
    assert_eq!(uri, "a%20folder/%C3%BC%2Cb%3A%25.json");
    assert_eq!(sarif::uri(Path::new("/a b/c.json")), "file:///a%20b/c.json");
    assert_eq!(sarif::uri(Path::new("../c.json")), "../c.json");
    assert_eq!(sarif::uri(Path::new("./c.json")), "c.json");
}
