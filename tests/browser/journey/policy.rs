//! The strictest content security policy a careers page can have, with Trusted Types, which
//! Chromium enforces: the whole journey runs without a single refusal.

use browser_tests::{Journey, Key, Outcome, Role};

use crate::hosts::{EXAMPLE, EXAMPLE_ID, put_page, saved_file};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

/// Images are allowed for the browser itself, which asks for `/favicon.ico`.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

#[test]
fn the_journey_asks_for_nothing_a_strict_policy_refuses() -> Outcome {
    Journey::new().run(|site, page| {
        site.header("Content-Security-Policy", POLICY);
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "31 feb 2026")?;
        planner
            .button("Last day you are free: February 2026 ends")?
            .click()?;
        planner.fill(LATEST, "31 August 2026")?;
        planner.add_busy(1, "1 June 2026", "2 June 2026", "exams")?;
        planner.choose_start("May 18")?;
        planner.choose_start("Jun 8")?;
        planner.button("Move Mon, Jun 8 up")?.click()?;
        planner.wait_for_focus(Role::Button, "Move Mon, Jun 8 up")?;
        planner.answer("You think logically", "I meet this")?;
        planner.button("Note on requirement 3")?.click()?;
        planner.fill("Note on requirement 3", "Chess <b>club</b>")?;
        planner.by_role(Role::Radio, "Markdown")?.click()?;
        planner.button("Copy")?.click()?;
        eventually(page, true, || {
            Ok(page.names_of(Role::Status)?.contains(&"Copied".to_owned()))
        })?;
        planner.button("Calendar file (.ics)")?.click()?;
        assert_contains(
            &saved_file(page, "availability.ics")?,
            "DTSTART;VALUE=DATE:20260608",
        );
        planner.button("Plan to apply here")?.click()?;
        planner.button("Save as a file")?.click()?;
        let draft = saved_file(page, &format!("{EXAMPLE_ID}.draft.json"))?;
        planner.button("Delete my draft")?.click()?;
        planner.wait_for_focus(Role::Button, "Undo")?;
        page.press(Key::Enter)?;
        eventually(page, "18 May 2026".to_owned(), || {
            planner.field(EARLIEST)?.value()
        })?;
        planner
            .field("Open a file")?
            .pick_file("kept.json", &draft)?;
        let opened = "The draft from the file is open.".to_owned();
        eventually(page, true, || {
            Ok(page.names_of(Role::Status)?.contains(&opened))
        })?;
        planner.wait_until_saved()?;
        page.reload()?;
        assert_contains(&Planner::on(page)?.statement()?, "June 8, 2026");
        assert_eq!(page.reports()?, []);
        Ok(())
    })
}

#[test]
fn a_posting_that_is_broken_breaks_no_strict_policy() -> Outcome {
    Journey::new().run(|site, page| {
        site.header("Content-Security-Policy", POLICY);
        let broken = r#"<job-posting id="widget" src="/postings/broken.json"></job-posting>"#;
        put_page(site, "/careers.html", broken);
        page.open("/careers.html")?;
        page.button("Try again")?;
        page.button("Details for the author of this page")?
            .click()?;
        let reports = page.reports()?;
        assert!(
            reports.iter().all(|report| report.kind == "console"),
            "{reports:?}"
        );
        Ok(())
    })
}
