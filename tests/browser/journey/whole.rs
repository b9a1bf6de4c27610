//! The whole journey, on a phone and on a laptop: state dates, see what fits, choose and rank,
//! answer, take the statement, plan the application, come back later and find it all.

use browser_tests::{Journey, Outcome, Page, Role, Window};

use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually, if_able};

#[test]
fn a_journey_on_a_phone() -> Outcome {
    travel(Window::PHONE)
}

#[test]
fn a_journey_on_a_laptop() -> Outcome {
    travel(Window::DESKTOP)
}

fn travel(window: Window) -> Outcome {
    Journey::new().window(window).run(|site, page| {
        crate::hosts::put_page(site, "/careers.html", crate::hosts::EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        assert_eq!(planner.progress()?, "0 of 5 answered");
        state_dates(&planner)?;
        choose_and_rank(page, &planner)?;
        answer_requirements(&planner)?;
        planner.button("Copy")?.click()?;
        eventually(page, "4 of 5 answered".to_owned(), || planner.progress())?;
        planner.button("Plan to apply here")?.click()?;
        assert_contains(&planner.slots()?, "1 of 2 applications used");
        assert_eq!(planner.progress()?, "5 of 5 answered");
        planner.wait_until_saved()?;
        expect_nothing_left_the_page(page)?;

        page.reload()?;
        expect_everything_restored(&Planner::on(page)?)?;
        // WebKit's driver knows no profile that outlives the browser. Leaving the site and coming
        // back by a fresh document in the same session stands in for it there.
        if if_able(page.restart_browser())?.is_none() {
            page.open("about:blank")?;
        }
        let planner = Planner::open(page, "/careers.html")?;
        expect_everything_restored(&planner)?;
        assert_eq!(planner.progress()?, "5 of 5 answered");
        Ok(())
    })
}

/// Typed windows and what fits in them, by the last days of twelve weeks: 31 July, 7 August,
/// 17 August, 28 August and 11 September.
fn state_dates(planner: &Planner<'_>) -> Outcome {
    const MAY_11: &str = "Mon, May 11 – Fri, Jul 31";
    const MAY_18: &str = "Mon, May 18 – Fri, Aug 7";
    const MAY_26: &str = "Tue, May 26 – Mon, Aug 17";
    const JUNE_8: &str = "Mon, Jun 8 – Fri, Aug 28";
    const JUNE_22: &str = "Mon, Jun 22 – Fri, Sep 11";

    let days: Vec<String> = planner
        .starts()?
        .into_iter()
        .map(|start| start.days)
        .collect();
    assert_eq!(days, [MAY_11, MAY_18, MAY_26, JUNE_8, JUNE_22]);
    assert!(
        planner
            .starts()?
            .iter()
            .all(|start| start.verdict.is_empty())
    );

    planner.fill(EARLIEST, "18 May 2026")?;
    assert_contains(&planner.below(EARLIEST)?, "Read as Monday, May 18, 2026");
    assert_eq!(planner.progress()?, "1 of 5 answered");
    assert_eq!(planner.fitting()?, [MAY_18, MAY_26, JUNE_8, JUNE_22]);

    planner.fill(LATEST, "8/7/26")?;
    assert_contains(&planner.below(LATEST)?, "Read as Friday, August 7, 2026");
    assert_eq!(planner.fitting()?, [MAY_18]);
    planner.fill(LATEST, "August 6th, 2026")?;
    assert_eq!(planner.fitting()?, [""; 0]);

    planner.fill(LATEST, "2026-08-28")?;
    assert_eq!(planner.fitting()?, [MAY_18, MAY_26, JUNE_8]);
    let verdicts: Vec<String> = planner
        .starts()?
        .into_iter()
        .map(|start| start.verdict)
        .collect();
    assert_eq!(
        verdicts,
        [
            "Doesn’t fit Starts 7 days before you are free. \
             It would fit if you were free from May 11, 7 days earlier.",
            "Fits",
            "Fits",
            "Fits",
            "Doesn’t fit Ends 14 days after you must stop. \
             It would fit if you could stay until September 11.",
        ]
    );

    // Saturday and Sunday are no working days: 3 are lost of the 5 days from Thursday to Monday.
    planner.add_busy(1, "July 30 2026", "August 3 2026", "a wedding")?;
    assert_eq!(planner.fitting()?, [""; 0]);
    let may_18 = planner
        .starts()?
        .into_iter()
        .nth(1)
        .map(|start| start.verdict);
    assert_contains(
        &may_18.unwrap_or_default(),
        "3 working days lost to a wedding.",
    );
    assert_contains(&planner.statement()?, "a wedding");
    planner.button("Remove busy days 1")?.click()?;
    assert_eq!(planner.fitting()?, [MAY_18, MAY_26, JUNE_8]);
    Ok(())
}

fn choose_and_rank(page: &Page, planner: &Planner<'_>) -> Outcome {
    assert_eq!(planner.statement()?, "Available May 18 – August 28, 2026");
    planner.choose_start("May 26")?;
    assert_contains(&planner.statement()?, "preferred start: May 26, 2026");
    planner.choose_start("May 18")?;
    assert_contains(
        &planner.statement()?,
        "preferred starts: May 26, 2026 and May 18, 2026",
    );
    assert_eq!(planner.progress()?, "2 of 5 answered");

    planner.button("Move Mon, May 18 up")?.click()?;
    planner.wait_for_focus(Role::Button, "Move Mon, May 18 up")?;
    assert_contains(
        &planner.statement()?,
        "preferred starts: May 18, 2026 and May 26, 2026",
    );
    planner.button("Move Mon, May 18 down")?.click()?;
    planner.wait_for_focus(Role::Button, "Move Mon, May 18 down")?;
    assert_contains(
        &planner.statement()?,
        "preferred starts: May 26, 2026 and May 18, 2026",
    );

    planner.choose_start("Jun 8")?;
    planner.button("Remove Mon, Jun 8")?.click()?;
    planner.wait_for_focus(Role::Checkbox, "Jun 8")?;
    planner.button("Move Mon, May 18 up")?.click()?;

    // The statement follows key by key, not only when a field is left.
    let latest = planner.field(LATEST)?;
    latest.click()?;
    latest.type_over("August 31 202")?;
    assert_contains(
        &planner.statement()?,
        "Available from May 18, 2026; preferred",
    );
    page.type_text("6")?;
    assert_contains(
        &planner.statement()?,
        "Available May 18 – August 31, 2026; preferred",
    );
    Ok(())
}

fn answer_requirements(planner: &Planner<'_>) -> Outcome {
    const DEGREE: &str =
        "Are you studying business administration, project management, or marketing?";
    // Both chosen starts fit, so the twelve weeks are worked out without a question.
    assert_contains(&planner.requirements()?, "Met by what you stated");
    planner.fill(LATEST, "1 August 2026")?;
    assert_contains(
        &planner.requirements()?,
        "None of the start dates you chose fits your dates",
    );
    planner.fill(LATEST, "31 August 2026")?;

    planner.answer(DEGREE, "Yes")?;
    planner.answer("You think logically", "I meet this")?;
    planner.answer("You learn fast", "Partly")?;
    planner.fill("Month you graduate", "June 2026")?;
    assert_contains(&planner.requirements()?, "You graduate 6 months too early");
    planner.fill("Month you graduate", "December 2026")?;
    planner.answer("Will you go back to your degree afterwards?", "Yes")?;
    planner.answer("E-commerce interests you", "I meet this")?;
    planner.answer("You know your way around TikTok", "I meet this")?;
    planner.answer("You have a network", "Not yet")?;
    assert_eq!(planner.progress()?, "2 of 5 answered");
    planner.answer("You are passionate", "I meet this")?;
    assert_eq!(planner.progress()?, "3 of 5 answered");

    planner.button("Note on requirement 4")?.click()?;
    planner.fill("Note on requirement 4", "Ran the spring fair")?;
    Ok(())
}

/// Every request was for a file of the site, none carried anything typed, and no cookie was set.
fn expect_nothing_left_the_page(page: &Page) -> Outcome {
    let addresses: Vec<String> = page.script(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)",
        &[],
    )?;
    let origin: String = page.script("return location.origin", &[])?;
    assert!(!addresses.is_empty());
    for address in addresses {
        assert!(address.starts_with(&format!("{origin}/")), "{address}");
        assert!(!address.contains(['?', '#']), "{address}");
    }
    assert_eq!(page.script::<String>("return document.cookie", &[])?, "");
    Ok(())
}

fn expect_everything_restored(planner: &Planner<'_>) -> Outcome {
    assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
    assert_eq!(planner.field(LATEST)?.value()?, "31 August 2026");
    let chosen: Vec<bool> = planner
        .starts()?
        .into_iter()
        .map(|start| start.chosen)
        .collect();
    assert_eq!(chosen, [false, true, true, false, false]);
    let statement = planner.statement()?;
    assert_contains(&statement, "Available May 18 – August 31, 2026");
    assert_contains(
        &statement,
        "preferred starts: May 18, 2026 and May 26, 2026",
    );
    assert!(planner.is_answered("You learn fast", "Partly")?);
    assert!(planner.is_answered("You have a network", "Not yet")?);
    assert!(planner.is_answered("Will you go back to your degree afterwards?", "Yes")?);
    assert_eq!(
        planner.field("Month you graduate")?.value()?,
        "December 2026"
    );
    assert_eq!(
        planner.field("Note on requirement 4")?.value()?,
        "Ran the spring fair"
    );
    assert_contains(&planner.slots()?, "1 of 2 applications used");
    assert_contains(&planner.save_state()?, "Saved on this device at");
    Ok(())
}
