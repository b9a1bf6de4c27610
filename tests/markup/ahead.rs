//! That markup written ahead says the same of a posting, whatever was written before it.

use std::thread;

use job_posting::prerender::{Day, FirstView, Setting};
use posting::date::CivilDate;
use posting::posting::Posting;

use crate::states::{LIMIT, QUALIFICATION, STARTS};
use crate::{BUNDLED, TODAY, file, references};

/// The markup of a posting in three settings.
fn written(posting: &str) -> Vec<String> {
    let posting = Posting::from_json(posting).unwrap().into();
    let today = CivilDate::parse_iso(TODAY).unwrap();
    let settings = [
        ("en-GB", 1, Day::AnyFrom(today)),
        ("en-US", 1, Day::AnyFrom(today)),
        ("en-GB", 2, Day::Preview(today)),
    ];
    let written = settings.map(|(lang, heading_level, day)| {
        let lang = lang.to_owned();
        let setting = Setting {
            lang,
            heading_level,
            day,
        };
        FirstView::new(&posting, &setting).shadow
    });
    written.into()
}

#[test]
fn nothing_of_a_posting_is_in_the_markup_of_the_next() {
    let bundled = BUNDLED.map(file);
    let twice = references::ASKS_EVERYTHING_TWICE.to_owned();
    // Each with other steps.
    let few = ["", STARTS, QUALIFICATION, LIMIT].map(|parts| {
        format!(r#"{{ "version": 1, "id": "few", "title": "A", "organization": {{ "name": "B" }}{parts} }}"#)
    });
    let postings: Vec<String> = bundled.into_iter().chain([twice]).chain(few).collect();
    // Each alone, on a thread on which nothing was written before.
    let alone = |posting: &String| {
        let posting = posting.clone();
        thread::spawn(move || written(&posting)).join().unwrap()
    };
    let alone: Vec<Vec<String>> = postings.iter().map(alone).collect();
    // All on one thread, from either end.
    for (posting, alone) in postings.iter().zip(&alone) {
        assert_eq!(written(posting), *alone);
    }
    for (posting, alone) in postings.iter().zip(&alone).rev() {
        assert_eq!(written(posting), *alone);
    }
}
