//! A page written ahead where something is missing: scripts, declarative shadow roots, the app.

use browser_tests::{Engine, Fault, Journey, Outcome, Role};

use crate::ahead::{
    EAGER, INTERACTION, asks_for_the_app, built_file, built_page, expect_readable, let_come,
    open_held,
};
use crate::hosting::told_policy;
use crate::hosts::EXAMPLE_ID;
use crate::planner::{EARLIEST, Planner};
use crate::policy::{assert_no_refusal, be_strict, enforce, policy};
use crate::rendering::render_with_notes;
use crate::support::assert_contains;

#[test]
fn without_any_script_it_is_read_and_typed_into() -> Outcome {
    Journey::new().run(|site, page| {
        site.header("Content-Security-Policy", "script-src 'none'");
        page.open(INTERACTION)?;
        expect_readable(page)?;
        page.by_label(EARLIEST)?.type_text("18 May 2026")?;
        assert_eq!(page.by_label(EARLIEST)?.value()?, "18 May 2026");
        page.checkbox("May 18")?.click()?;
        assert!(page.checkbox("May 18")?.is_checked()?);
        if page.engine() != Engine::Webkit {
            assert!(page.print()?.pages() <= 2);
        }
        assert!(!asks_for_the_app(site));
        Ok(())
    })
}

/// A browser that doesn't know the attribute leaves the template alone.
#[test]
fn without_declarative_shadow_roots_the_plain_posting_shows_until_the_app_comes() -> Outcome {
    Journey::new().run(|site, page| {
        let unknown = built_page(EAGER)?.replace(" shadowrootmode=", " data-unknown=");
        site.put("/rendered/old.html", unknown);
        let wasm = open_held(site, page, "/rendered/old.html")?;
        expect_readable(page)?;
        assert_eq!(page.names_of(Role::TextBox)?, [""; 0]);
        let planner = let_come(site, page, &wasm)?;
        planner.fill(EARLIEST, "18 May 2026")?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        Ok(())
    })
}

#[test]
fn a_strict_policy_refuses_nothing() -> Outcome {
    Journey::new().run(|site, page| {
        // The one that hosts are told for pages: it names the styles that this one holds.
        enforce(site, &told_policy(site, "/index.html")?);
        let wasm = open_held(site, page, EAGER)?;
        page.by_label(EARLIEST)?.type_text("18 May 2026")?;
        let planner = let_come(site, page, &wasm)?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        assert_no_refusal(site, page)
    })
}

#[test]
fn without_the_app_the_posting_stays_and_says_that_the_planner_is_missing() -> Outcome {
    const MISSING: &str = "The planner can’t be loaded right now.";
    Journey::new().run(|site, page| {
        let wasm = built_file("wasm")?;
        site.fault(&wasm, Fault::Status(404));
        page.open(EAGER)?;
        page.wait_until_script(
            "the error",
            "return document.querySelector('job-posting').dataset.state === 'error'",
        )?;
        expect_readable(page)?;
        let alerts = page.names_of(Role::Alert)?;
        assert!(
            alerts.iter().any(|alert| alert.contains(MISSING)),
            "{alerts:?}"
        );
        assert!(
            !page.reports()?.is_empty(),
            "the author finds nothing on the console"
        );
        page.by_label(EARLIEST)?.type_text("18 May 2026")?;
        site.mend(&wasm);
        page.button("Try again")?.click()?;
        let planner = Planner::on(page)?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        let alerts = page.names_of(Role::Alert)?;
        assert!(
            !alerts.iter().any(|alert| alert.contains(MISSING)),
            "{alerts:?}"
        );
        page.reports()?;
        Ok(())
    })
}

#[test]
fn a_page_that_links_to_its_styles_passes_the_policy_of_the_guide() -> Outcome {
    let posting = built_page(&format!("/postings/{EXAMPLE_ID}.json"))?;
    let (markup, notes) = render_with_notes(&posting, &["--linked-styles", "--preview"])?;
    assert!(!notes.contains("style-src"), "{notes}");
    Journey::new().run(|site, page| {
        be_strict(site);
        site.put("/linked.html", markup);
        let wasm = open_held(site, page, "/linked.html")?;
        expect_readable(page)?;
        let_come(site, page, &wasm)?;
        assert_no_refusal(site, page)
    })
}

#[test]
fn a_page_that_holds_its_styles_needs_their_hashes_and_moves_nothing() -> Outcome {
    const PLACES: &str = "
        const all = document.querySelector('job-posting').shadowRoot.querySelectorAll('.widget *');
        return [...all].map((one) => one.getBoundingClientRect()).map(({ x, y }) => `${x} ${y}`)";
    let posting = built_page(&format!("/postings/{EXAMPLE_ID}.json"))?;
    let (markup, notes) = render_with_notes(&posting, &["--preview"])?;
    let told = notes.lines().find_map(|line| line.split_once("style-src "));
    let told = told.map_or("", |(_, sources)| sources);
    assert!(told.starts_with("'sha256-"), "{notes}");
    Journey::new().run(|site, page| {
        let strict = policy().replace("style-src 'self'", &format!("style-src 'self' {told}"));
        enforce(site, &strict);
        site.put("/held.html", markup);
        let wasm = open_held(site, page, "/held.html")?;
        let before: Vec<String> = page.script(PLACES, &[])?;
        let_come(site, page, &wasm)?;
        assert_eq!(page.script::<Vec<String>>(PLACES, &[])?, before);
        assert_no_refusal(site, page)?;

        // Otherwise the page is bare until the app comes, as the guide says.
        be_strict(site);
        let wasm = open_held(site, page, "/held.html")?;
        assert_ne!(page.script::<Vec<String>>(PLACES, &[])?, before);
        let_come(site, page, &wasm)?;
        let kind = "const widget = document.querySelector('job-posting').shadowRoot.querySelector('.widget');
            return getComputedStyle(widget).getPropertyValue('container-type')";
        assert_eq!(page.script::<String>(kind, &[])?, "inline-size");
        let reports = page.reports()?;
        let refused = reports.iter().filter(|report| report.kind == "policy");
        assert_eq!(refused.count(), 2, "{reports:?}");
        Ok(())
    })
}
