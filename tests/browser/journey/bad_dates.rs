//! Typed dates that are none: the text stays, the message is specific and comes only once the
//! field is left, and there is a way back to the field.

use browser_tests::{Journey, Outcome, Role};

use crate::hosts::{EXAMPLE, put_page};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::assert_contains;

const CASES: [(&str, &str); 9] = [
    (
        "31 feb",
        "That month never has more than 29 days. Write the whole date, as in 18 May 2026.",
    ),
    ("31 feb 2026", "February 2026 ends on day 28."),
    ("1 jan", "Add the year, as in 18 May 2026."),
    ("18 Mayy 2026", "“Mayy” isn’t the name of a month."),
    ("May 2026", "Add the day, as in 18 May 2026."),
    (
        "2026-13-01",
        "There is no month 13. Months go from 1 to 12.",
    ),
    (
        "0000-05-18",
        "The year 0000 can’t be right. Use four digits from 1900 to 2199.",
    ),
    (
        "18 May 20260",
        "The year 20260 can’t be right. Use four digits from 1900 to 2199.",
    ),
    (
        "when term ends",
        "That isn’t a date we can read. Write it like 18 May 2026 or 2026-05-18.",
    ),
];

#[test]
fn b2_a_bad_date_is_kept_and_explained_once_the_field_is_left() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        for (typed, message) in CASES {
            page.open("/blank.html")?;
            page.script::<()>("localStorage.clear()", &[])?;
            let planner = Planner::open(page, "/careers.html")?;
            planner.field(EARLIEST)?.type_over(typed)?;
            assert!(
                !planner.below(EARLIEST)?.contains(message),
                "{typed}: told while typing"
            );
            assert!(
                !planner.is_invalid(EARLIEST)?,
                "{typed}: marked while typing"
            );
            page.press(browser_tests::Key::Tab)?;
            assert_contains(&planner.below(EARLIEST)?, message);
            assert!(planner.is_invalid(EARLIEST)?, "{typed}");
            assert_eq!(planner.field(EARLIEST)?.value()?, typed);
            // What can't be read does not count, neither as a date nor as an answer.
            assert_eq!(planner.progress()?, "0 of 5 answered", "{typed}");
            assert_eq!(planner.fitting()?, [""; 0], "{typed}");
        }
        Ok(())
    })
}

/// The browser's own calendar can't be driven; what it tells the page can.
#[test]
fn a_day_picked_from_the_calendar_is_judged_at_once() -> Outcome {
    const PICK: &str = "
        const { shadowRoot } = document.querySelector('job-posting');
        const calendar = shadowRoot.getElementById('latest-end-calendar');
        calendar.value = arguments[0];
        calendar.dispatchEvent(new Event('change', { bubbles: true }));";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        page.script::<()>(PICK, &["2026-05-01".into()])?;
        assert_eq!(planner.field(LATEST)?.value()?, "May 1, 2026");
        assert_contains(&planner.below(LATEST)?, "This lies before May 18, 2026");
        assert!(planner.is_invalid(LATEST)?);
        page.script::<()>(PICK, &["".into()])?;
        assert_eq!(planner.field(LATEST)?.value()?, "");
        assert!(!planner.is_invalid(LATEST)?);
        Ok(())
    })
}

#[test]
fn b2_a_bad_month_of_graduation_is_explained_once_the_field_is_left() -> Outcome {
    const GRADUATION: &str = "Month you graduate";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.field(GRADUATION)?.type_over("Maytember 2026")?;
        assert!(!planner.is_invalid(GRADUATION)?);
        assert!(!planner.below(GRADUATION)?.contains("“Maytember”"));
        page.press(browser_tests::Key::Tab)?;
        assert!(planner.is_invalid(GRADUATION)?);
        assert_contains(
            &planner.below(GRADUATION)?,
            "“Maytember” isn’t the name of a month.",
        );
        planner.fill(GRADUATION, "December 2026")?;
        assert!(!planner.is_invalid(GRADUATION)?);
        Ok(())
    })
}

#[test]
fn b2_a_bad_date_survives_a_reload_with_its_message() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.fill(EARLIEST, "31 feb 2026")?;
        planner.wait_until_saved()?;
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "31 feb 2026");
        assert_contains(&planner.below(EARLIEST)?, "February 2026 ends on day 28.");
        assert!(planner.is_invalid(EARLIEST)?);
        Ok(())
    })
}

#[test]
fn the_summary_lists_problems_and_leads_to_their_fields() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.state_dates("31 feb 2026", "1 jan")?;
        let summary = planner.by_role(Role::Group, "Something needs a look first")?;
        let problems = summary.names_of(Role::Button)?;
        assert_eq!(
            problems,
            [
                "First day you are free: February 2026 ends on day 28.",
                "Last day you are free: Add the year, as in 18 May 2026.",
            ]
        );
        summary
            .by_role(Role::Button, "Last day you are free")?
            .click()?;
        assert!(planner.field(LATEST)?.is_focused()?);
        planner.fill(LATEST, "31 August 2026")?;
        let summary = planner.by_role(Role::Group, "Something needs a look first")?;
        assert_eq!(summary.names_of(Role::Button)?.len(), 1);
        summary
            .by_role(Role::Button, "First day you are free")?
            .click()?;
        assert!(planner.field(EARLIEST)?.is_focused()?);
        planner.fill(EARLIEST, "1 February 2026")?;
        let groups = page.names_of(Role::Group)?;
        assert!(
            !groups.iter().any(|name| name.starts_with("Something")),
            "{groups:?}"
        );
        assert!(!planner.is_invalid(EARLIEST)? && !planner.is_invalid(LATEST)?);
        Ok(())
    })
}

#[test]
fn b2_an_end_before_the_start_and_half_a_busy_range_are_named() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "17 May 2026")?;
        assert_contains(
            &planner.below(LATEST)?,
            "This lies before May 18, 2026, the first day. Choose a later day.",
        );
        assert!(planner.is_invalid(LATEST)? && !planner.is_invalid(EARLIEST)?);
        planner.fill(LATEST, "")?;
        planner.button("Add days you can’t work")?.click()?;
        planner.fill("From", "1 June 2026")?;
        planner.field("To")?.click()?;
        page.press(browser_tests::Key::Tab)?;
        let summary = planner.by_role(Role::Group, "Something needs a look first")?;
        assert_contains(
            &summary.text()?,
            "Fill in this date too, or remove these days.",
        );
        planner.button("Remove busy days 1")?.click()?;
        planner.wait_for_focus(Role::Button, "Add days you can’t work")?;
        let groups = page.names_of(Role::Group)?;
        assert!(
            !groups.iter().any(|name| name.starts_with("Something")),
            "{groups:?}"
        );
        Ok(())
    })
}

#[test]
fn b2_dates_that_no_start_fits_say_so_at_each_start_and_an_empty_field_says_nothing() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        // After the last day on which any of them begins.
        planner.fill(EARLIEST, "1 January 2027")?;
        assert_eq!(planner.fitting()?, [""; 0]);
        for start in planner.starts()? {
            assert_contains(&start.verdict, "before you are free");
        }
        assert!(!planner.is_invalid(EARLIEST)?);
        planner.fill(EARLIEST, "")?;
        assert!(!planner.is_invalid(EARLIEST)?);
        for start in planner.starts()? {
            assert_eq!(start.verdict, "");
        }
        Ok(())
    })
}
