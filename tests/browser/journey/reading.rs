//! Reading: what a candidate and a careers page see before anything is typed.

use browser_tests::{Journey, Outcome, Role};

use crate::hosts::{EXAMPLE, events, put_page};
use crate::planner::Planner;
use crate::support::{assert_contains, plain};

#[test]
fn the_example_states_every_fact_of_the_posting() -> Outcome {
    const FACTS: [&str; 12] = [
        "Team US TikTok Shop (e-commerce)",
        "Location United States",
        "Employment Internship",
        "Length 12 weeks",
        "Season Summer and fall 2026",
        "May 11, 2026 May 18, 2026 May 26, 2026 June 8, 2026 June 22, 2026",
        "Up to 2 positions per person: Jobs at TikTok and its affiliates worldwide",
        "Considered in the order you apply",
        "Rolling, so applying early helps",
        "TikTok has over one billion users worldwide",
        "Your applications are considered in the order in which you submit them",
        "Please state your availability clearly in your resume",
    ];
    const HEADINGS: [&str; 7] = [
        "About the role",
        "What you’ll do",
        "Minimum qualifications",
        "Preferred qualifications",
        "When you can start",
        "Before you apply",
        "Privacy notice",
    ];
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        Planner::open(page, "/careers.html")?;
        let posting = page.part("posting")?;
        let text = plain(&posting.text()?);
        for fact in FACTS {
            assert_contains(&text, fact);
        }
        let headings = posting.names_of(Role::Heading)?;
        for heading in HEADINGS {
            assert!(headings.iter().any(|seen| seen == heading), "{headings:?}");
        }
        // Seven responsibilities; four minimum and five preferred qualifications.
        for (part, count) in [("responsibilities", 7), ("minimum", 4), ("preferred", 5)] {
            let items = page.part(part)?.names_of(Role::ListItem)?;
            assert_eq!(items.len(), count, "{part}: {items:?}");
        }
        let privacy = page.part("privacy")?;
        let notice = privacy.by_role(Role::Link, "applicant privacy policy")?;
        let address = notice.attribute("href")?;
        assert_eq!(
            address.as_deref(),
            Some("https://careers.tiktok.com/legal/privacy")
        );
        Ok(())
    })
}

#[test]
fn the_title_is_the_first_heading_of_the_example_page() -> Outcome {
    Journey::new().run(|_site, page| {
        Planner::open(page, "/")?;
        let title = "E-commerce Strategy Intern, Summer/Fall 2026";
        let headings = page.names_of(Role::Heading)?;
        assert_eq!(headings.first().map(String::as_str), Some(title));
        let level: u32 = page
            .heading(title)?
            .script("return Number(arguments[0].ariaLevel ?? arguments[0].localName[1])")?;
        assert_eq!(level, 1);
        let preview = plain(&page.text_of_part("preview")?);
        assert_contains(&preview, "March 2, 2026");
        assert_contains(&preview, "Visitors see it as of today");
        Ok(())
    })
}

#[test]
fn readiness_is_marked_and_told_once() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        Planner::open(page, "/careers.html")?;
        let marks: u32 = page.script("return performance.getEntriesByName('ready').length", &[])?;
        assert_eq!(marks, 1);
        let state: String = page.script("return widget.dataset.state", &[])?;
        assert_eq!(state, "ready");
        let events = events(page)?;
        let [ready] = events.as_slice() else {
            panic!("one event expected: {events:?}");
        };
        assert_eq!(
            (ready.name.as_str(), ready.target.as_str()),
            ("ready", "widget")
        );
        assert!(
            ready.bubbles && ready.composed && !ready.cancelable,
            "{ready:?}"
        );
        Ok(())
    })
}

#[test]
fn the_fallback_is_readable_until_the_widget_takes_its_place() -> Outcome {
    const WITH_FALLBACK: &str =
        r#"<job-posting src="/posting.json"><p>Read it on our careers page.</p></job-posting>"#;
    Journey::new().run(|site, page| {
        site.put(
            "/posting.json",
            crate::hosts::posting("one", "Gardener", &["2099-05-11"]),
        );
        site.fault("/posting.json", browser_tests::Fault::Hold);
        put_page(site, "/careers.html", WITH_FALLBACK);
        page.open("/careers.html")?;
        page.wait_until_script(
            "the element to load",
            "return document.querySelector('job-posting').dataset.state === 'loading'",
        )?;
        assert_contains(&body_text(page)?, "Read it on our careers page.");
        site.mend("/posting.json");
        Planner::on(page)?;
        page.heading("Gardener")?;
        assert!(!body_text(page)?.contains("Read it on our careers page."));
        Ok(())
    })
}

fn body_text(page: &browser_tests::Page) -> Result<String, browser_tests::PageError> {
    page.script("return document.body.innerText", &[])
}
