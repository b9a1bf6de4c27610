//! States other than the usual one: postings that can't be shown, and postings whose programme is
//! over, open or absent.

use browser_tests::{Fault, Journey, Outcome, Page, Role};

use crate::hosts::{EXAMPLE, events, posting, put_page, warnings};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually, plain};

const UNAVAILABLE: &str = "This posting can’t be shown right now.";

fn element(src: &str) -> String {
    format!(r#"<job-posting id="widget" src="{src}"></job-posting>"#)
}

/// Waits for the state `error` and takes the reports that come with it.
fn expect_error(page: &Page) -> Outcome {
    page.wait_until_script("the error", "return widget.dataset.state === 'error'")?;
    let alerts = page.names_of(Role::Alert)?;
    assert!(
        alerts.iter().any(|alert| alert.contains(UNAVAILABLE)),
        "{alerts:?}"
    );
    let events = events(page)?;
    let last = events.last().ok_or(std::fmt::Error)?;
    assert_eq!(last.name, "error");
    assert!(last.bubbles && last.composed, "{last:?}");
    let problems = last
        .detail
        .get("problems")
        .and_then(|problems| problems.as_array());
    assert!(
        problems.is_some_and(|problems| !problems.is_empty()),
        "{last:?}"
    );
    let reports = page.reports()?;
    let told = reports
        .iter()
        .any(|report| report.text.contains("job-posting:"));
    assert!(told, "the author finds nothing on the console: {reports:?}");
    Ok(())
}

#[test]
fn b1_a_posting_with_problems_lists_them_for_its_author_until_it_is_mended() -> Outcome {
    const PATHS: [&str; 5] = [
        "organisation",
        "datePosted",
        "program.startDates[0]",
        "locations[0].country",
        "application.url",
    ];
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", &element("/postings/broken.json"));
        page.open("/careers.html")?;
        expect_error(page)?;
        page.button("Details for the author of this page")?
            .click()?;
        let details = plain(&page.text_of_part("problems")?);
        for path in PATHS {
            assert_contains(&details, path);
        }
        site.put(
            "/postings/broken.json",
            posting("one", "Gardener", &["2099-05-11"]),
        );
        page.button("Try again")?.click()?;
        Planner::on(page)?;
        page.heading("Gardener")?;
        Ok(())
    })
}

#[test]
fn b1_a_posting_that_does_not_come_can_be_asked_for_again() -> Outcome {
    Journey::new().run(|site, page| {
        site.put("/posting.json", posting("one", "Gardener", &["2099-05-11"]));
        put_page(site, "/careers.html", &element("/posting.json"));
        for fault in [
            Fault::Status(404),
            Fault::Drop,
            Fault::Body(b"{ \"cut".to_vec()),
        ] {
            site.fault("/posting.json", fault);
            page.open("/careers.html")?;
            expect_error(page)?;
            page.button("Try again")?.click()?;
            // Trying again in vain leaves a way to try once more.
            page.wait_until("a second report", || Ok(!page.reports()?.is_empty()))?;
            site.mend("/posting.json");
            page.button("Try again")?.click()?;
            let planner = Planner::on(page)?;
            planner.fill(EARLIEST, "18 May 2099")?;
            assert_contains(&planner.statement()?, "May 18, 2099");
            page.reports()?;
        }
        Ok(())
    })
}

#[test]
fn glue_that_does_not_come_can_be_asked_for_again() -> Outcome {
    expect_retry_after_missing(r"job-posting-\w+\.js")
}

#[test]
fn an_app_that_does_not_come_can_be_asked_for_again() -> Outcome {
    expect_retry_after_missing(r"job-posting-\w+_bg\.wasm")
}

#[test]
fn styles_that_do_not_come_can_be_asked_for_again() -> Outcome {
    expect_retry_after_missing(r"job-posting-\w+\.css")
}

/// Answers 404 for the file whose hashed name, as the loader has it, matches `pattern`.
fn expect_retry_after_missing(pattern: &str) -> Outcome {
    const NAMED: &str = "
        const [pattern, done] = arguments;
        fetch('/job-posting.js').then((loader) => loader.text())
            .then((text) => done('/' + text.match(pattern)[0]), (error) => done(String(error)));";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        page.open("/blank.html")?;
        let path: String = page.script_async(NAMED, &[pattern.into()])?;
        site.fault(&path, Fault::Status(404));
        page.open("/careers.html")?;
        expect_error(page)?;
        assert!(
            site.requests().iter().any(|request| request.target == path),
            "{path}"
        );
        site.mend(&path);
        page.button("Try again")?.click()?;
        let planner = Planner::on(page)?;
        planner.fill(EARLIEST, "18 May 2026")?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        page.reports()?;
        Ok(())
    })
}

#[test]
fn a_closed_posting_is_read_but_not_applied_to() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", &element("/postings/closed.json"));
        Planner::open(page, "/careers.html")?;
        page.heading("Apprentice Baker")?;
        let planner = plain(&page.text_of_part("planner")?);
        assert_contains(&planner, "This posting no longer takes applications.");
        let links = page.names_of(Role::Link)?;
        assert!(
            !links.iter().any(|link| link.starts_with("Apply at")),
            "{links:?}"
        );
        Ok(())
    })
}

#[test]
fn starts_that_have_all_passed_are_told() -> Outcome {
    Journey::new().run(|site, page| {
        site.put(
            "/posting.json",
            posting("one", "Gardener", &["2020-05-11", "2020-06-08"]),
        );
        put_page(site, "/careers.html", &element("/posting.json"));
        let planner = Planner::open(page, "/careers.html")?;
        assert_contains(
            &plain(&page.text_of_part("notice")?),
            "All start dates of this posting have passed.",
        );
        for start in planner.starts()? {
            assert_contains(&start.verdict, "days ago");
        }
        Ok(())
    })
}

#[test]
fn a_window_of_starts_is_searched_for_the_day_that_suits() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(
            site,
            "/careers.html",
            r#"<job-posting as-of="2027-01-15" src="/postings/window-months.json"></job-posting>"#,
        );
        let planner = Planner::open(page, "/careers.html")?;
        assert_contains(&plain(&page.text_of_part("facts")?), "6 months");
        // Six months from 1 May 2027 end on Saturday, 30 October; Monday is no working day there.
        planner.state_dates("26 April 2027", "31 December 2027")?;
        assert_eq!(planner.fitting()?, ["Tue, Apr 27 – Tue, Oct 26"]);
        planner.fill("Day you would like to start", "1 May 2027")?;
        assert_eq!(planner.fitting()?, ["Sat, May 1 – Sat, Oct 30"]);
        planner.choose_start("May 1")?;
        assert_contains(&planner.statement()?, "May 1, 2027");
        Ok(())
    })
}

#[test]
fn a_programme_without_an_end_asks_only_when_it_can_start() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(
            site,
            "/careers.html",
            r#"<job-posting as-of="2027-01-15" src="/postings/open-length.json"></job-posting>"#,
        );
        let planner = Planner::open(page, "/careers.html")?;
        assert_contains(&plain(&page.text_of_part("facts")?), "Open-ended");
        planner.fill(EARLIEST, "1 April 2027")?;
        assert_eq!(planner.fitting()?, ["from Sat, Apr 3", "from Sat, May 1"]);
        Ok(())
    })
}

#[test]
fn starts_of_two_years_are_told_apart_in_rows_order_and_buttons() -> Outcome {
    Journey::new().run(|site, page| {
        let starts = ["2098-09-08", "2099-09-07"];
        site.put("/years.json", posting("years", "Gardener", &starts));
        put_page(site, "/careers.html", &element("/years.json"));
        let planner = Planner::open(page, "/careers.html")?;
        planner.choose_start("Mon, Sep 8 – Sun, Nov 30, 2098")?;
        planner.choose_start("Mon, Sep 7 – Sun, Nov 29, 2099")?;
        planner.button("Move Mon, Sep 7, 2099 up")?.click()?;
        planner.wait_for_focus(Role::Button, "Move Mon, Sep 7, 2099 up")?;
        planner.fill(LATEST, "1 Dec 2098")?;
        let second = planner.starts()?.pop().map(|start| start.verdict);
        assert_contains(
            &second.unwrap_or_default(),
            "It would fit if you could stay until November 29, 2099.",
        );
        Ok(())
    })
}

#[test]
fn a_range_without_days_and_a_day_off_are_explained() -> Outcome {
    const WISHED: &str = "Day you would like to start";
    Journey::new().run(|site, page| {
        put_page(
            site,
            "/careers.html",
            &element("/postings/window-months.json"),
        );
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(WISHED, "5 April 2027")?;
        assert_contains(
            &planner.below(WISHED)?,
            "Monday, April 5, 2027 is a day off here. Work is from Tuesday to Saturday.",
        );
        planner.fill(WISHED, "２０２７／４／６")?;
        assert_contains(&planner.below(WISHED)?, "Read as Tuesday, April 6, 2027");
        planner.fill(EARLIEST, "1 April 2027")?;
        planner.button("Add days you can’t work")?.click()?;
        planner.fill("What for", "a wedding")?;
        let missing = "Fill in from when to when, or remove these days.";
        assert_contains(&planner.below("What for")?, missing);
        assert_contains(&plain(&page.text_of_part("problems")?), missing);
        assert_contains(&planner.statement()?, "Available from April 1, 2027");
        Ok(())
    })
}

#[test]
fn an_ordinary_job_needs_no_start_date() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(
            site,
            "/careers.html",
            &element("/postings/ordinary-job.json"),
        );
        let planner = Planner::open(page, "/careers.html")?;
        let text = plain(&page.text_of_part("planner")?);
        assert_contains(&text, "This job has no fixed start dates");
        assert_contains(&text, "This employer states no limit on applications.");
        assert_eq!(page.names_of(Role::Checkbox)?, [""; 0]);
        planner.fill(EARLIEST, "1 April 2027")?;
        assert_eq!(planner.statement()?, "Available from April 1, 2027");
        planner.answer("You have translated at least one", "I meet this")?;
        planner.answer("You enjoy reading aloud", "Not yet")?;
        planner.button("Copy")?.click()?;
        eventually(page, true, || {
            Ok(page.names_of(Role::Status)?.contains(&"Copied".to_owned()))
        })?;
        // There is nothing to choose and nothing to mark, so nothing is left to answer.
        let progress = planner.progress()?;
        let words: Vec<&str> = progress.split(' ').collect();
        assert_eq!(words.first(), words.get(2), "{progress}");
        Ok(())
    })
}

#[test]
fn b3_bad_attributes_are_named_on_the_console_and_passed_over() -> Outcome {
    const BAD: &str = r#"<job-posting id="widget" theme="purple" lang="x!" as-of="soon"
        heading-level="9" src="/postings/ordinary-job.json"></job-posting>"#;
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", BAD);
        let planner = Planner::open(page, "/careers.html")?;
        let warnings = warnings(page)?;
        let named = [
            "theme=\"purple\"",
            "lang=\"x!\"",
            "as-of=\"soon\"",
            "heading-level=\"9\"",
        ];
        for named in named {
            assert!(
                warnings.iter().any(|warning| warning.contains(named)),
                "{warnings:?}"
            );
        }
        assert_eq!(warnings.len(), named.len(), "{warnings:?}");
        assert!(!plain(&page.text_of_part("planner")?).contains("Preview as of"));
        planner.fill(EARLIEST, "18 May 2027")?;
        assert_contains(&planner.below(EARLIEST)?, "Read as Tuesday");
        Ok(())
    })
}
