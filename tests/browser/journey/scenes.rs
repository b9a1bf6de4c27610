//! Everything the widget can look like, to be judged for what must hold in all of it.

use browser_tests::{Outcome, Page, Role, Site};

use crate::hosts::{posting, put_page, put_page_with};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::eventually;

/// What the widget looks like after some steps.
pub struct Scene {
    pub name: &'static str,
    enter: fn(&Site, &Page) -> Outcome,
}

impl Scene {
    /// Brings the page into this scene, on empty storage.
    pub fn enter(&self, site: &Site, page: &Page) -> Outcome {
        page.open("/blank.html")?;
        page.script::<()>("localStorage.clear()", &[])?;
        (self.enter)(site, page)?;
        // What the page reports here is judged elsewhere.
        page.reports()?;
        Ok(())
    }
}

/// Every scene.
pub const SCENES: [Scene; 13] = [
    Scene {
        name: "untouched example",
        enter: |_, page| untouched(page),
    },
    Scene {
        name: "answered example",
        enter: |_, page| answered(page),
    },
    Scene {
        name: "dates that are none",
        enter: |_, page| bad_dates(page),
    },
    Scene {
        name: "deleted draft",
        enter: |_, page| deleted(page),
    },
    Scene {
        name: "copy by hand",
        enter: copy_by_hand,
    },
    Scene {
        name: "broken posting",
        enter: broken,
    },
    Scene {
        name: "missing posting",
        enter: missing,
    },
    Scene {
        name: "closed posting",
        enter: |site, page| bundled(site, page, "closed"),
    },
    Scene {
        name: "window of starts",
        enter: |site, page| bundled(site, page, "window-months"),
    },
    Scene {
        name: "open length",
        enter: |site, page| bundled(site, page, "open-length"),
    },
    Scene {
        name: "ordinary job",
        enter: |site, page| bundled(site, page, "ordinary-job"),
    },
    Scene {
        name: "all starts passed",
        enter: all_passed,
    },
    Scene {
        name: "no slot left",
        enter: no_slot_left,
    },
];

fn untouched(page: &Page) -> Outcome {
    Planner::open(page, "/")?;
    Ok(())
}

fn answered(page: &Page) -> Outcome {
    let planner = Planner::open(page, "/")?;
    planner.state_dates("18 May 2026", "28 August 2026")?;
    planner.add_busy(1, "July 30 2026", "August 3 2026", "a wedding")?;
    planner.choose_start("May 18")?;
    planner.choose_start("Jun 8")?;
    planner.answer("You think logically", "I meet this")?;
    planner.fill("Month you graduate", "June 2026")?;
    planner.button("Note on requirement 1")?.click()?;
    planner.by_role(Role::Radio, "Markdown")?.click()?;
    planner.button("Plan to apply here")?.click()?;
    Ok(planner.wait_until_saved()?)
}

fn bad_dates(page: &Page) -> Outcome {
    let planner = Planner::open(page, "/")?;
    planner.fill(EARLIEST, "31 feb 2026")?;
    planner.fill(LATEST, "when my exams are over, at the earliest")?;
    Ok(())
}

fn deleted(page: &Page) -> Outcome {
    let planner = Planner::open(page, "/")?;
    planner.fill(EARLIEST, "18 May 2026")?;
    planner.wait_until_saved()?;
    planner.button("Delete my draft")?.click()?;
    planner.wait_for_focus(Role::Button, "Undo")
}

fn copy_by_hand(site: &Site, page: &Page) -> Outcome {
    let no_clipboard = "Object.defineProperty(navigator, 'clipboard', { value: undefined });";
    put_page_with(site, "/by-hand.html", no_clipboard, crate::hosts::EXAMPLE);
    let planner = Planner::open(page, "/by-hand.html")?;
    planner.fill(EARLIEST, "18 May 2026")?;
    planner.button("Copy")?.click()?;
    planner.wait_for_focus(Role::TextBox, "Statement to copy")
}

fn bundled(site: &Site, page: &Page, name: &str) -> Outcome {
    let element = format!(r#"<job-posting src="/postings/{name}.json"></job-posting>"#);
    put_page(site, "/bundled.html", &element);
    let planner = Planner::open(page, "/bundled.html")?;
    planner.fill(EARLIEST, "3 April 2027")?;
    Ok(())
}

fn broken(site: &Site, page: &Page) -> Outcome {
    let element = r#"<job-posting src="/postings/broken.json"></job-posting>"#;
    put_page(site, "/broken.html", element);
    page.open("/broken.html")?;
    Ok(page
        .button("Details for the author of this page")?
        .click()?)
}

fn missing(site: &Site, page: &Page) -> Outcome {
    put_page(
        site,
        "/missing.html",
        r#"<job-posting src="/none.json"></job-posting>"#,
    );
    page.open("/missing.html")?;
    page.button("Try again")?;
    Ok(())
}

fn all_passed(site: &Site, page: &Page) -> Outcome {
    site.put(
        "/passed.json",
        posting("passed", "Gardener", &["2020-05-11"]),
    );
    put_page(
        site,
        "/passed.html",
        r#"<job-posting src="/passed.json"></job-posting>"#,
    );
    Planner::open(page, "/passed.html")?;
    Ok(())
}

fn no_slot_left(site: &Site, page: &Page) -> Outcome {
    for name in ["garden", "kitchen", "stable"] {
        site.put(
            &format!("/{name}.json"),
            posting(name, name, &["2099-05-11"]),
        );
        let element = format!(r#"<job-posting src="/{name}.json"></job-posting>"#);
        put_page(site, &format!("/{name}.html"), &element);
        let planner = Planner::open(page, &format!("/{name}.html"))?;
        planner.button("Plan to apply here")?.click()?;
        if name == "stable" {
            let refused = "Remove one to make room.";
            eventually(page, true, || Ok(planner.slots()?.contains(refused)))?;
        }
    }
    Ok(())
}
