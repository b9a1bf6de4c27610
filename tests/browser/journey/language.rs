//! Languages: dates are written, and typed dates are read, as the element's language has it.

use browser_tests::{Journey, Outcome};

use crate::hosts::{EXAMPLE, put_page};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::assert_contains;

/// What is typed, and how it is read, in one language.
#[track_caller]
fn check(lang: &str, cases: &[(&str, &str)]) -> Outcome {
    Journey::new().run(|site, page| {
        let element = EXAMPLE.replace("id=", &format!("lang=\"{lang}\" id="));
        put_page(site, "/careers.html", &element);
        let planner = Planner::open(page, "/careers.html")?;
        for (typed, read) in cases {
            planner.fill(EARLIEST, typed)?;
            // Whether a comma follows the weekday changed between versions of the engines' data.
            let below = planner.below(EARLIEST)?.replace(',', "");
            assert_contains(&below, &format!("Read as {}", read.replace(',', "")));
            assert!(!planner.is_invalid(EARLIEST)?, "{typed}");
        }
        Ok(())
    })
}

#[test]
fn german_dates_are_read_and_written() -> Outcome {
    check(
        "de",
        &[
            ("18. Mai 2026", "Montag, 18. Mai 2026"),
            ("1. März 2026", "Sonntag, 1. März 2026"),
            ("5.6.2026", "Freitag, 5. Juni 2026"),
            ("3 okt 2026", "Samstag, 3. Oktober 2026"),
            ("18 May 2026", "Montag, 18. Mai 2026"),
        ],
    )
}

#[test]
fn british_numbers_start_with_the_day() -> Outcome {
    check(
        "en-GB",
        &[
            ("5/6/2026", "Friday, 5 June 2026"),
            ("5/6/26", "Friday, 5 June 2026"),
            ("May 18th, 2026", "Monday, 18 May 2026"),
        ],
    )
}

#[test]
fn american_numbers_start_with_the_month() -> Outcome {
    check(
        "en-US",
        &[
            ("5/6/2026", "Wednesday, May 6, 2026"),
            ("5/18/26", "Monday, May 18, 2026"),
            ("18/5/2026", "Monday, May 18, 2026"),
        ],
    )
}

#[test]
fn the_language_of_the_page_counts_where_the_element_names_none() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(
            site,
            "/careers.html",
            &format!("<div lang='fr'>{EXAMPLE}</div>"),
        );
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(LATEST, "1 août 2026")?;
        assert_contains(&planner.below(LATEST)?, "samedi 1 août 2026");
        Ok(())
    })
}
