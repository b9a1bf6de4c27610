//! The posting comes with the first wasm file, the planner with the second: what a reader can do
//! in between, and when the second does not come.

use browser_tests::{Fault, Journey, Outcome, Page, Role, Site, Window};

use crate::hosts::{EXAMPLE, count_events, put_page};
use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, eventually};

/// The first start date of the example, as its posting states it.
const FACT: &str = "May 11, 2026";

#[test]
fn the_posting_is_read_before_its_planner_has_come() -> Outcome {
    Journey::new().run(|site, page| {
        page.resize(Window::PHONE)?;
        let planner_file = planner_file(site, page)?;
        site.fault(&planner_file, Fault::Hold);
        put_page(site, "/careers.html", EXAMPLE);
        page.open("/careers.html")?;
        expect_posting(page)?;
        assert_eq!(count_events(page, "ready")?, 0);
        let state: String = page.script("return widget.dataset.state", &[])?;
        assert_eq!(state, "loading");
        let refusal: String = page.script(
            "try { widget.importDraft('{}') } catch (error) { return error.message }",
            &[],
        )?;
        assert_contains(&refusal, "wait for the event job-posting-ready");

        // Who asks for the planner now is brought to it once it is there.
        page.button("Check your dates")?.click()?;
        site.mend(&planner_file);
        let planner = Planner::on(page)?;
        planner.wait_for_focus(Role::Heading, "Plan your availability")?;
        assert_eq!(count_events(page, "ready")?, 1);
        planner.fill(EARLIEST, "18 May 2026")?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        Ok(())
    })
}

#[test]
fn a_planner_that_does_not_come_can_be_asked_for_again() -> Outcome {
    Journey::new().run(|site, page| {
        let planner_file = planner_file(site, page)?;
        put_page(site, "/careers.html", EXAMPLE);
        // A custom section without a name: the file would still work, and is not the one built.
        let mut changed = site.content(&planner_file).unwrap_or_default();
        changed.extend([0, 1, 0]);
        for fault in [Fault::Status(404), Fault::Drop, Fault::Body(changed)] {
            site.fault(&planner_file, fault);
            page.open("/careers.html")?;
            eventually(page, 1, || count_events(page, "error"))?;
            expect_posting(page)?;
            assert_contains(
                &page.part("error")?.text()?,
                "Planning your dates isn’t possible right now.",
            );
            site.mend(&planner_file);
            page.button("Try again")?.click()?;
            let planner = Planner::on(page)?;
            planner.fill(EARLIEST, "18 May 2026")?;
            assert_contains(&planner.statement()?, "May 18, 2026");
            assert_eq!(count_events(page, "ready")?, 1);
            page.reports()?;
        }
        Ok(())
    })
}

#[test]
fn a_widget_taken_away_while_its_planner_comes_stays_away() -> Outcome {
    Journey::new().run(|site, page| {
        let planner_file = planner_file(site, page)?;
        site.fault(&planner_file, Fault::Hold);
        put_page(site, "/careers.html", EXAMPLE);
        page.open("/careers.html")?;
        expect_posting(page)?;
        page.script::<()>("window.kept = widget; widget.remove()", &[])?;
        site.mend(&planner_file);
        page.wait_until("the planner's file", || {
            let requests = site.requests();
            let mut files = requests
                .iter()
                .filter(|request| request.target == planner_file);
            Ok(files.any(|request| request.status == Some(200)))
        })?;
        page.settle()?;
        let planned: bool = page.script(
            "return Boolean(kept.shadowRoot.querySelector('[part~=planner]'))",
            &[],
        )?;
        assert!(!planned);
        page.script::<()>("document.querySelector('main').append(kept)", &[])?;
        let planner = Planner::on(page)?;
        planner.fill(EARLIEST, "18 May 2026")?;
        assert_eq!(count_events(page, "ready")?, 1);
        Ok(())
    })
}

/// The path of the planner's file, as the loader has it.
fn planner_file(site: &Site, page: &Page) -> Outcome<String> {
    const NAMED: &str = r"
        const done = arguments[0];
        fetch('/job-posting.js').then((loader) => loader.text())
            .then((text) => done('/' + text.match(/job-posting-\w+_planner\.wasm/)[0]));";
    put_page(site, "/careers.html", EXAMPLE);
    page.open("/blank.html")?;
    Ok(page.script_async(NAMED, &[])?)
}

/// Title and facts can be read.
fn expect_posting(page: &Page) -> Outcome {
    page.heading("E-commerce Strategy Intern")?;
    assert_contains(&page.part("facts")?.text()?, FACT);
    Ok(())
}
