//! Files: the calendar and the draft that leave the page, and drafts that come back, rightly or not.

use browser_tests::{Journey, Outcome, Page, PageError, Role};

use crate::hosts::{EXAMPLE, EXAMPLE_ID, put_page, saved_file};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

#[test]
fn the_calendar_file_holds_the_chosen_cohorts() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        let disabled = "return arguments[0].disabled";
        assert!(
            planner
                .button("Calendar file (.ics)")?
                .script::<bool>(disabled)?
        );
        planner.choose_start("May 26")?;
        planner.choose_start("Jun 22")?;
        planner.button("Calendar file (.ics)")?.click()?;
        let calendar = saved_file(page, "availability.ics")?;
        assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
        assert!(calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
        assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), 2);
        // The end is exclusive (RFC 5545, section 3.6.1): a day after 17 August and 11 September.
        for day in ["START;VALUE=DATE:20260526", "END;VALUE=DATE:20260818"] {
            assert_contains(&calendar, &format!("DT{day}\r\n"));
        }
        for day in ["START;VALUE=DATE:20260622", "END;VALUE=DATE:20260912"] {
            assert_contains(&calendar, &format!("DT{day}\r\n"));
        }
        assert!(
            calendar.split("\r\n").all(|line| line.len() <= 75),
            "{calendar}"
        );
        Ok(())
    })
}

#[test]
fn a_draft_file_brings_the_draft_back_on_another_device() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "when term ends")?;
        planner.choose_start("May 18")?;
        planner.answer("You think logically", "Partly")?;
        planner.button("Save as a file")?.click()?;
        let draft = saved_file(page, &format!("{EXAMPLE_ID}.draft.json"))?;

        // A site of another origin has another storage, as another device would.
        page.open(&format!("{}/careers.html", site.other_origin()))?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "");
        planner
            .field("Open a file")?
            .pick_file("kept.json", &draft)?;
        eventually(page, true, || {
            says(page, "The draft from the file is open.")
        })?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_eq!(planner.field(LATEST)?.value()?, "when term ends");
        assert!(planner.is_answered("You think logically", "Partly")?);
        assert_contains(&planner.statement()?, "preferred start: May 18, 2026");
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        Ok(())
    })
}

/// D17: whatever localStorage has room for comes back from its file.
#[test]
fn d17_a_draft_file_of_more_than_a_megabyte_is_opened() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "7 August 2026")?;
        planner.button("Save as a file")?.click()?;
        let draft = saved_file(page, &format!("{EXAMPLE_ID}.draft.json"))?;
        let long = "予定".repeat(200_000);
        planner
            .field("Open a file")?
            .pick_file("long.json", &draft.replacen("7 August 2026", &long, 1))?;
        eventually(page, true, || {
            says(page, "The draft from the file is open.")
        })?;
        assert_eq!(planner.field(LATEST)?.value()?, long);
        Ok(())
    })
}

/// D17: how long a device keeps a draft is decided there, and not by a file from elsewhere.
#[test]
fn d17_a_draft_file_does_not_say_how_long_it_is_kept() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "7 August 2026")?;
        planner.button("Save as a file")?.click()?;
        let draft = saved_file(page, &format!("{EXAMPLE_ID}.draft.json"))?;
        let with_an_end = draft.replacen(r#""records": {"#, r#""records": {"expiry":"30","#, 1);
        assert_ne!(with_an_end, draft);
        planner
            .field("Open a file")?
            .pick_file("kept.json", &with_an_end)?;
        eventually(page, true, || {
            says(page, "The draft from the file is open.")
        })?;
        page.script::<()>(
            "document.querySelector('job-posting').shadowRoot
                .querySelector('[part~=stored]').open = true",
            &[],
        )?;
        assert!(planner.by_role(Role::Radio, "Never")?.is_checked()?);
        Ok(())
    })
}

#[test]
fn a_file_that_is_no_draft_of_this_posting_changes_nothing() -> Outcome {
    const FILES: [(&str, &str); 4] = [
        (
            "{ \"cut",
            "This file can’t be read as a draft: it is damaged or something else.",
        ),
        (
            "{\"name\":\"x\"}",
            "This file is no draft of a job posting.",
        ),
        (
            r#"{"format":"job-posting-draft","version":1,"posting":"gardener","records":{}}"#,
            "This draft belongs to another posting (gardener).",
        ),
        (
            r#"{"format":"job-posting-draft","version":7,"posting":"gardener","records":{}}"#,
            "This draft was saved by a newer version (7) of this page.",
        ),
    ];
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        for (content, message) in FILES {
            planner
                .field("Open a file")?
                .pick_file("picked.json", content)?;
            eventually(page, true, || says(page, message))?;
            assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        }
        Ok(())
    })
}

#[test]
fn a_deleted_draft_comes_back_by_undo() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.choose_start("May 18")?;
        planner.wait_until_saved()?;
        let stored = draft_keys(page)?;
        // Two answers, and for which terms they are.
        assert_eq!(stored, 3);
        planner.button("Delete my draft")?.click()?;
        planner.wait_for_focus(Role::Button, "Undo")?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "");
        assert!(planner.starts()?.iter().all(|start| !start.chosen));
        eventually(page, 0, || draft_keys(page))?;

        planner.button("Undo")?.click()?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_contains(&planner.statement()?, "preferred start: May 18, 2026");
        planner.wait_until_saved()?;
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        planner.button("Delete my draft")?.click()?;
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "");
        Ok(())
    })
}

#[test]
fn busy_days_go_with_the_draft_and_can_be_added_again() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        let has_range = || -> Result<bool, PageError> {
            let groups = page.names_of(Role::Group)?;
            Ok(groups.iter().any(|name| name == "Busy days 1"))
        };
        planner.add_busy(1, "1 June 2026", "3 June 2026", "exam")?;
        planner.wait_until_saved()?;
        planner.button("Delete my draft")?.click()?;
        eventually(page, false, has_range)?;
        planner.add_busy(1, "8 June 2026", "9 June 2026", "")?;
        // Emptying the last field of a range to type another day does not take the range away.
        let range = planner.by_role(Role::Group, "Busy days 1")?;
        range.by_label("To")?.type_over("")?;
        range.by_label("From")?.type_over("")?;
        eventually(page, true, || Ok(planner.save_state()?.contains("saved")))?;
        assert!(has_range()?);
        range.by_label("From")?.type_over("10 June 2026")?;
        assert_contains(&planner.below("From")?, "June 10, 2026");
        Ok(())
    })
}

#[test]
fn undo_keeps_what_was_typed_since() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        let earliest = || planner.field(EARLIEST)?.value();
        planner.fill(EARLIEST, "18 May 2026")?;
        let file: String = page.script(
            "return document.querySelector('job-posting').exportDraft()",
            &[],
        )?;
        planner.button("Delete my draft")?.click()?;
        planner.fill(LATEST, "28 August 2026")?;
        planner.button("Undo")?.click()?;
        eventually(page, "18 May 2026".to_owned(), earliest)?;
        assert_eq!(planner.field(LATEST)?.value()?, "28 August 2026");

        // A file that is opened after all does not take the way back to what was deleted.
        planner.button("Delete my draft")?.click()?;
        eventually(page, String::new(), earliest)?;
        planner
            .field("Open a file")?
            .pick_file("draft.json", &file)?;
        eventually(page, "18 May 2026".to_owned(), earliest)?;
        assert_eq!(planner.field(LATEST)?.value()?, "");
        planner.button("Undo")?.click()?;
        eventually(page, "28 August 2026".to_owned(), || {
            planner.field(LATEST)?.value()
        })?;

        planner.fill(EARLIEST, "25 May 2026")?;
        planner
            .field("Open a file")?
            .pick_file("draft.json", &file)?;
        eventually(page, "18 May 2026".to_owned(), earliest)?;
        assert_eq!(planner.field(LATEST)?.value()?, "");
        planner.button("Undo")?.click()?;
        eventually(page, "25 May 2026".to_owned(), earliest)?;
        assert_eq!(planner.field(LATEST)?.value()?, "28 August 2026");
        Ok(())
    })
}

/// How many records of drafts are stored.
fn draft_keys(page: &Page) -> Result<usize, PageError> {
    let keys: Vec<String> = page.script("return Object.keys(localStorage)", &[])?;
    Ok(keys.iter().filter(|key| key.contains("/draft/")).count())
}

fn says(page: &Page, words: &str) -> Result<bool, PageError> {
    let messages = page.names_of(Role::Status)?;
    Ok(messages.iter().any(|message| message.contains(words)))
}
