//! The strictest content security policy a careers page can have, with Trusted Types, which
//! Chromium enforces: the whole journey runs without a single refusal. And what is left where
//! a policy leaves out what the widget needs.

use browser_tests::{Journey, Key, Outcome, Page, Role, Site};

use crate::hosts::{EXAMPLE, EXAMPLE_ID, events, put_page, saved_file};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

const GUIDE: &str = include_str!("../../../docs/csp.md");

/// Where browsers send what they refused.
const REFUSALS: &str = "/refusals";

/// The policy that our guide says to copy: its first block.
pub fn policy() -> &'static str {
    let block = GUIDE.split("```").nth(1).unwrap_or_default();
    block.trim()
}

/// Serves everything under this policy.
pub fn enforce(site: &Site, policy: &str) {
    let reporting = format!("{policy}; report-uri {REFUSALS}");
    site.header("Content-Security-Policy", &reporting);
}

/// Neither the page nor the site heard of a refusal.
#[track_caller]
pub fn assert_no_refusal(site: &Site, page: &Page) -> Outcome {
    let reports = page.reports()?;
    let refused = reports.iter().filter(|report| report.kind == "policy");
    assert_eq!(refused.count(), 0, "{reports:?}");
    let requests = site.requests();
    let sent = requests.iter().filter(|request| request.target == REFUSALS);
    assert_eq!(sent.count(), 0, "{requests:?}");
    Ok(())
}

/// Serves everything under the policy of our guide.
pub fn be_strict(site: &Site) {
    enforce(site, policy());
}

#[test]
fn s4_the_journey_asks_for_nothing_a_strict_policy_refuses() -> Outcome {
    Journey::new().run(|site, page| {
        be_strict(site);
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
        assert_no_refusal(site, page)
    })
}

#[test]
fn s4_a_posting_that_is_broken_breaks_no_strict_policy() -> Outcome {
    Journey::new().run(|site, page| {
        be_strict(site);
        let broken = r#"<job-posting id="widget" src="/postings/broken.json"></job-posting>"#;
        put_page(site, "/careers.html", broken);
        page.open("/careers.html")?;
        page.button("Try again")?;
        page.button("Details for the author of this page")?
            .click()?;
        assert_no_refusal(site, page)
    })
}

/// The example with something to read inside, under the guide's policy without some words of it.
fn open_without(site: &Site, page: &Page, missing: &str) -> Outcome {
    let policy = policy();
    assert_contains(policy, missing);
    enforce(site, &policy.replace(missing, ""));
    let fallback = r#"<a href="/elsewhere.html">Read this posting</a></job-posting>"#;
    put_page(
        site,
        "/careers.html",
        &EXAMPLE.replace("</job-posting>", fallback),
    );
    Ok(page.open("/careers.html")?)
}

/// The fallback with one sentence; gives what the author is told in the event and on the console.
fn expect_fallback(page: &Page, sentence: &str) -> Outcome<String> {
    page.wait_until_script("the error", "return widget.dataset.state === 'error'")?;
    page.link("Read this posting")?;
    let alerts = page.names_of(Role::Alert)?;
    assert!(
        alerts.iter().any(|alert| alert.contains(sentence)),
        "{alerts:?}"
    );
    let last = events(page)?.pop().ok_or(std::fmt::Error)?;
    assert_eq!(last.name, "error");
    let problems = last.detail.to_string();
    let reports = page.reports()?;
    let said = reports
        .iter()
        .find(|report| report.text.starts_with("job-posting:"));
    let said = said.map(|report| report.text.clone()).unwrap_or_default();
    Ok(format!("{problems} {said}"))
}

#[test]
fn where_wasm_is_forbidden_the_fallback_stays_and_the_console_names_the_cause() -> Outcome {
    Journey::new().run(|site, page| {
        open_without(site, page, " 'wasm-unsafe-eval'")?;
        let told = expect_fallback(page, "This page doesn’t let the posting’s planner run.")?;
        let cause = "WebAssembly is forbidden: add 'wasm-unsafe-eval' to script-src";
        assert_eq!(told.matches(cause).count(), 2, "{told}");
        // To try again would change nothing.
        assert_eq!(page.names_of(Role::Button)?, [""; 0]);
        Ok(())
    })
}

#[test]
fn where_requests_are_forbidden_the_fallback_stays() -> Outcome {
    Journey::new().run(|site, page| {
        open_without(site, page, "connect-src 'self';")?;
        expect_fallback(page, "This posting can’t be shown right now.")?;
        page.button("Try again")?;
        Ok(())
    })
}

#[test]
fn where_scripts_are_forbidden_the_fallback_stays() -> Outcome {
    Journey::new().run(|site, page| {
        let fallback = r#"<job-posting src="/none.json"><a href="/elsewhere.html">Read this</a>"#;
        put_page(site, "/careers.html", fallback);
        enforce(site, &policy().replace("script-src 'self'", "script-src"));
        page.open("/careers.html")?;
        page.link("Read this")?;
        assert!(!page.script::<bool>("return Boolean(customElements.get('job-posting'))", &[])?);
        page.reports()?;
        Ok(())
    })
}

#[test]
fn the_widget_needs_nothing_else_of_the_policy() -> Outcome {
    Journey::new().run(|site, page| {
        let needed = ["default-src", "script-src", "connect-src"];
        let parts = policy().split(';').map(str::trim);
        let least: Vec<&str> = parts
            .filter(|part| needed.iter().any(|name| part.starts_with(name)))
            .collect();
        assert_eq!(least.len(), needed.len());
        enforce(site, &least.join("; "));
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        let is_styled = "return getComputedStyle(arguments[0]).borderTopStyle";
        let border: String = page.part("facts")?.script(is_styled)?;
        assert_eq!(border, "solid");
        // The browser itself asks for the page's icon.
        let reports = page.reports()?;
        let refused = reports
            .iter()
            .filter(|report| report.kind == "policy" && !report.text.contains("favicon"));
        assert_eq!(refused.count(), 0, "{reports:?}");
        Ok(())
    })
}

#[test]
fn s4_every_bundled_posting_keeps_to_a_strict_policy() -> Outcome {
    Journey::new().run(|site, page| {
        be_strict(site);
        for name in [
            "closed",
            "explicit-ends",
            "open-length",
            "ordinary-job",
            "window-months",
        ] {
            for theme in ["light", "dark"] {
                let element = format!(
                    r#"<job-posting theme="{theme}" src="/postings/{name}.json"></job-posting>"#
                );
                put_page(site, "/careers.html", &element);
                let planner = Planner::open(page, "/careers.html")?;
                planner.fill(EARLIEST, "3 April 2027")?;
            }
        }
        assert_no_refusal(site, page)
    })
}
