//! Application slots: shared by the postings of one limit scope, kept on this device, and refused
//! with the reason once they are used up.

use browser_tests::{Journey, Outcome, Role, Site};

use crate::hosts::{posting, put_page};
use crate::planner::Planner;
use crate::support::{assert_contains, eventually};

const BODY: &str = r#"
    <section aria-label="garden"><job-posting src="/garden.json"></job-posting></section>
    <section aria-label="kitchen"><job-posting src="/kitchen.json"></job-posting></section>
    <section aria-label="stable"><job-posting src="/stable.json"></job-posting></section>"#;

fn put_postings(site: &Site) {
    for (id, title) in [
        ("garden", "Gardener"),
        ("kitchen", "Cook"),
        ("stable", "Groom"),
    ] {
        site.put(&format!("/{id}.json"), posting(id, title, &["2099-05-11"]));
    }
    put_page(site, "/careers.html", BODY);
}

#[test]
fn slots_are_shared_in_a_page_and_across_reloads() -> Outcome {
    Journey::new().run(|site, page| {
        put_postings(site);
        let planner = Planner::open(page, "/careers.html")?;
        let [garden, kitchen, stable] =
            ["garden", "kitchen", "stable"].map(|r| planner.in_region(r));
        assert_contains(&garden.slots()?, "0 of 2 applications used");
        garden.button("Plan to apply here")?.click()?;
        for one in [garden, kitchen, stable] {
            eventually(page, true, || {
                Ok(one.slots()?.contains("1 of 2 applications used"))
            })?;
        }
        assert_contains(&kitchen.slots()?, "Gardener Planned");

        kitchen.fill("Day you applied", "2 March 2026")?;
        kitchen.button("I applied")?.click()?;
        assert_contains(&kitchen.slots()?, "Cook Applied March 2, 2026");

        stable.button("Plan to apply here")?.click()?;
        let refusal = "All 2 applications are taken by Gardener and Cook. Remove one to make room.";
        assert_contains(&stable.slots()?, refusal);
        assert_contains(&stable.slots()?, "2 of 2 applications used");
        assert!(!stable.slots()?.contains("Groom Planned"));

        page.reload()?;
        Planner::on(page)?;
        assert_contains(&stable.slots()?, "2 of 2 applications used");
        assert_contains(&stable.slots()?, "Gardener Planned");
        assert_contains(&stable.slots()?, "Cook Applied March 2, 2026");

        stable.button("Move Cook up")?.click()?;
        let places = garden.by_role(Role::List, "2 of 2 applications used")?;
        eventually(page, true, || {
            let places = places.names_of(Role::ListItem)?;
            Ok(places
                .first()
                .is_some_and(|first| first.starts_with("Cook")))
        })?;
        stable.button("Remove Gardener")?.click()?;
        stable.button("Plan to apply here")?.click()?;
        eventually(page, true, || Ok(garden.slots()?.contains("Groom Planned")))?;
        assert_contains(
            &garden.slots()?,
            "This counts what you mark on this device only.",
        );
        Ok(())
    })
}

#[test]
fn applying_without_a_day_counts_as_today() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.button("I applied")?.click()?;
        assert_contains(&planner.slots()?, "Applied March 2, 2026");
        Ok(())
    })
}

#[test]
fn a_day_that_is_none_is_not_taken_for_today() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.fill("Day you applied", "31 feb 2026")?;
        assert_contains(
            &planner.below("Day you applied")?,
            "February 2026 ends on day 28.",
        );
        planner.button("I applied")?.click()?;
        assert_contains(&planner.slots()?, "0 of 2 applications used");
        Ok(())
    })
}

/// D10: how many are used can't be told where a newer version of the page has noted them.
#[test]
fn d10_slots_of_a_newer_version_are_told_and_not_counted() -> Outcome {
    Journey::new().run(|site, page| {
        put_postings(site);
        let garden = Planner::open(page, "/careers.html")?.in_region("garden");
        garden.button("Plan to apply here")?.click()?;
        eventually(page, true, || Ok(garden.slots()?.contains("1 of 2")))?;
        let newer: String = page.script(
            "const key = Object.keys(localStorage).find((key) => key.startsWith('job-posting/2/slots/'));
            localStorage.setItem(key, JSON.stringify({ text: '{\"version\":9}', at: Date.now() + 1000 }));
            return localStorage.getItem(key)",
            &[],
        )?;
        let garden = Planner::open(page, "/careers.html")?.in_region("garden");
        let told = garden.slots()?;
        assert_contains(&told, "noted by a newer version of this page");
        assert!(!told.contains("of 2"), "{told}");
        garden.button("Plan to apply here")?.click()?;
        let kept: String = page.script(
            "return localStorage.getItem(
                Object.keys(localStorage).find((key) => key.startsWith('job-posting/2/slots/')))",
            &[],
        )?;
        assert_eq!(kept, newer);
        Ok(())
    })
}

#[test]
fn what_is_stored_of_them_can_be_read_and_removed() -> Outcome {
    Journey::new().run(|site, page| {
        put_postings(site);
        let planner = Planner::open(page, "/careers.html")?;
        let garden = planner.in_region("garden");
        let stored = || -> Outcome<String> {
            Ok(page.script(
                "return document.querySelector('[aria-label=garden] job-posting').shadowRoot
                    .querySelector('[part=stored]').textContent",
                &[],
            )?)
        };
        page.script::<()>(
            "document.querySelector('[aria-label=garden] job-posting').shadowRoot
                .querySelector('[part=stored]').open = true",
            &[],
        )?;
        eventually(page, true, || {
            Ok(stored().is_ok_and(|text| text.contains("Nothing you typed is stored.")))
        })?;
        garden.button("Plan to apply here")?.click()?;
        eventually(page, true, || {
            Ok(stored().is_ok_and(|text| text.contains("job-posting/2/slots/")))
        })?;
        // The value itself, and since when.
        let key = "Object.keys(localStorage).find((key) => key.startsWith('job-posting/2/slots/'))";
        let value: String = page.script(
            &format!("return JSON.parse(localStorage.getItem({key})).text"),
            &[],
        )?;
        assert_contains(&stored()?, &value);
        assert_contains(&stored()?, "since ");
        garden.button("Remove Gardener")?.click()?;
        eventually(page, true, || {
            Ok(stored().is_ok_and(|text| text.contains("Nothing you typed is stored.")))
        })
    })
}
