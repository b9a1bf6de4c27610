//! Drafts that meet: with a posting that has changed since, with another tab, and with a candidate who
//! wants to see what is kept.

use browser_tests::{Journey, Key, Outcome, Page, PageError, Role, Site};
use serde_json::{Value, json};

use crate::hosts::{posting, put_page, put_page_with};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

const BODY: &str = r#"<job-posting src="/garden.json"></job-posting>"#;

fn put_garden(site: &Site, starts: &[&str]) {
    site.put("/garden.json", posting("garden", "Gardener", starts));
    put_page(site, "/careers.html", BODY);
}

/// Whether the page's widget has an element of this part.
fn has_part(page: &Page, part: &str) -> Result<bool, PageError> {
    page.script(
        "const root = document.querySelector('job-posting').shadowRoot;
        return root.querySelector(`[part~=${arguments[0]}]`) !== null",
        &[json!(part)],
    )
}

fn cookies(page: &Page) -> Outcome<String> {
    Ok(page.script("return document.cookie", &[])?)
}

#[test]
fn d16_what_changed_in_the_posting_is_told_and_nothing_is_deleted() -> Outcome {
    Journey::new().run(|site, page| {
        put_garden(site, &["2099-05-11", "2099-06-08"]);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("1 May 2099", "31 December 2099")?;
        planner.choose_start("May 11")?;
        planner.wait_until_saved()?;
        page.reload()?;
        Planner::on(page)?;
        assert!(!has_part(page, "changes")?, "nothing has changed");

        put_garden(site, &["2099-05-18", "2099-06-08"]);
        page.reload()?;
        let planner = Planner::on(page)?;
        let changes = page.text_of_part("changes")?;
        for sentence in [
            "This posting has changed since you answered.",
            "May 11, 2099, which you chose, is no longer a start date. Your choice is kept",
            "May 18, 2099 is a new start date.",
        ] {
            assert_contains(&changes, sentence);
        }
        // A new choice does not push out the one that is gone.
        planner.choose_start("Jun 8")?;
        planner.button("I have seen this")?.click()?;
        eventually(page, false, || has_part(page, "changes"))?;
        // The button is gone; whoever pressed it with the keyboard goes on from the planner's title.
        planner.wait_for_focus(Role::Heading, "Plan your availability")?;
        planner.wait_until_saved()?;

        put_garden(site, &["2099-05-11", "2099-06-08"]);
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_contains(
            &planner.statement()?,
            "preferred starts: May 11, 2099 and June 8, 2099",
        );
        assert_eq!(planner.field(EARLIEST)?.value()?, "1 May 2099");
        Ok(())
    })
}

#[test]
fn d16_requirements_that_are_not_what_they_were_are_marked() -> Outcome {
    let put = |site: &Site, minimum: Value| {
        let mut garden: Value = serde_json::from_str(&posting("garden", "Gardener", &[]))?;
        garden["program"] = json!({ "weeks": 12, "startDates": ["2099-05-11"] });
        garden["qualifications"] = json!({ "minimum": minimum });
        site.put("/garden.json", garden.to_string());
        put_page(site, "/careers.html", BODY);
        Ok::<(), serde_json::Error>(())
    };
    let rows = |page: &Page| -> Outcome<Vec<String>> {
        const ROWS: &str = "
            const root = document.querySelector('job-posting').shadowRoot;
            return [...root.querySelectorAll('.requirement')].map((row) => row.textContent)";
        Ok(page.script(ROWS, &[])?)
    };
    Journey::new().run(|site, page| {
        let boots = json!({ "id": "boots", "text": "You own boots." });
        let studies = json!({ "id": "studies", "text": "You study." });
        let hat = |words: &str| json!({ "id": "hat", "text": words });
        put(site, json!([boots, studies, hat("You own a hat.")]))?;
        let planner = Planner::open(page, "/careers.html")?;
        planner.answer("You own boots", "I meet this")?;
        planner.wait_until_saved()?;
        let since = |row: &String| row.contains("since you answered");
        assert_eq!(rows(page)?.iter().filter(|row| since(row)).count(), 0);

        let rule =
            json!({ "id": "studies", "text": "You study.", "rule": { "returnToDegree": true } });
        put(
            site,
            json!([
                boots,
                rule,
                hat("You own a straw hat."),
                { "id": "gloves", "text": "You own gloves." }
            ]),
        )?;
        page.reload()?;
        let planner = Planner::on(page)?;
        let marked = rows(page)?;
        let [kept, changed, reworded, new] = marked.as_slice() else {
            panic!("{marked:?}");
        };
        assert!(!since(kept), "{kept}");
        assert_contains(changed, "Asks for something else since you answered.");
        assert_contains(reworded, "Worded differently since you answered.");
        assert_contains(new, "New since you answered.");
        assert!(planner.is_answered("You own boots", "I meet this")?);

        planner.button("I have seen this")?.click()?;
        eventually(page, 0, || {
            let rows = rows(page).unwrap_or_default();
            Ok(rows.iter().filter(|row| since(row)).count())
        })
    })
}

#[test]
fn a_draft_goes_after_the_days_that_were_chosen_and_can_be_brought_back() -> Outcome {
    let later = |days: u32| {
        format!("const now = Date.now; Date.now = () => now.call(Date) + {days} * 86400000;")
    };
    Journey::new().run(|site, page| {
        put_garden(site, &["2099-05-11"]);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "1 May 2099")?;
        page.script::<()>(
            "document.querySelector('job-posting').shadowRoot
                .querySelector('[part~=stored]').open = true",
            &[],
        )?;
        assert!(planner.by_role(Role::Radio, "Never")?.is_checked()?);
        // By the keyboard: WebKit's driver does not find its way to the end of the planner.
        let kept = planner.by_role(Role::Radio, "30 days after the last change")?;
        kept.script::<()>("arguments[0].focus()")?;
        page.press(Key::Space)?;
        assert!(kept.is_checked()?);
        planner.wait_until_saved()?;

        put_page_with(site, "/careers.html", &later(29), BODY);
        let planner = Planner::open(page, "/careers.html")?;
        page.settle()?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "1 May 2099");

        put_page_with(site, "/careers.html", &later(31), BODY);
        let planner = Planner::open(page, "/careers.html")?;
        eventually(page, String::new(), || planner.field(EARLIEST)?.value())?;
        // It is said once both places have it.
        eventually(page, true, || {
            let told = page.text_of_part("draft")?;
            Ok(told.contains("Your draft was deleted, as you wanted it to be"))
        })?;
        let stored: Vec<String> = page.script(
            "return Object.entries(localStorage).filter(([key]) => key.includes('/draft/')).map(([, stored]) => stored)",
            &[],
        )?;
        assert!(!stored.join("").contains("1 May 2099"), "{stored:?}");
        planner.button("Undo")?.click()?;
        eventually(page, "1 May 2099".to_owned(), || planner.field(EARLIEST)?.value())?;
        planner.wait_until_saved()?;

        // What was brought back is a change of that day.
        page.reload()?;
        let planner = Planner::on(page)?;
        page.settle()?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "1 May 2099");
        assert!(!page.text_of_part("draft")?.contains("Your draft was deleted"));
        Ok(())
    })
}

#[test]
fn the_candidate_sees_word_for_word_what_is_stored() -> Outcome {
    Journey::new().run(|site, page| {
        put_garden(site, &["2099-05-11"]);
        let planner = Planner::open(page, "/careers.html")?;
        let stored = || page.text_of_part("stored");
        page.script::<()>(
            "document.querySelector('job-posting').shadowRoot
                .querySelector('[part~=stored]').open = true",
            &[],
        )?;
        eventually(page, true, || {
            Ok(stored()?.contains("Nothing you typed is stored."))
        })?;
        planner.fill(LATEST, "when term ends")?;
        planner.wait_until_saved()?;
        let shown = stored()?;
        for words in [
            "begins with job-posting/2/draft/garden/",
            "latest-end when term ends since",
        ] {
            assert_contains(&crate::support::plain(&shown), words);
        }
        // Every text under our keys is on the list, and nothing else is.
        let texts: Vec<String> = page.script(
            "return Object.entries(localStorage)
                .filter(([key]) => key.startsWith('job-posting/2/draft/'))
                .map(([, stored]) => JSON.parse(stored).text)",
            &[],
        )?;
        assert_eq!(texts.len(), 2, "an answer, and for which terms: {texts:?}");
        for text in texts {
            assert_contains(&crate::support::plain(&shown), text.trim());
        }
        planner.button("Delete my draft")?.click()?;
        eventually(page, true, || {
            Ok(stored()?.contains("Nothing you typed is stored."))
        })?;
        planner.button("Undo")?.click()?;
        eventually(page, true, || Ok(stored()?.contains("when term ends")))?;
        assert_eq!(cookies(page)?, "");
        Ok(())
    })
}

/// A frame of the same site is a document of its own, as another tab is, that shares what is stored.
#[test]
fn d4_two_tabs_at_one_field_keep_both_texts_and_agree() -> Outcome {
    const IN_FRAME: &str = "
        const [record, text, done] = arguments;
        const field = frames[0].document.querySelector('job-posting').shadowRoot.getElementById(record);
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        setTimeout(done, 0, null);";
    const FRAME_SHOWS: &str = "
        const root = frames[0].document.querySelector('job-posting')?.shadowRoot;
        return root?.getElementById(arguments[0])?.value ?? null";
    Journey::new().run(|site, page| {
        put_garden(site, &["2099-05-11"]);
        put_page(
            site,
            "/both.html",
            &format!(r#"{BODY}<iframe src="/careers.html" title="Another tab"></iframe>"#),
        );
        let planner = Planner::open(page, "/both.html")?;
        let shown = |record: &str| page.script::<Option<String>>(FRAME_SHOWS, &[json!(record)]);
        let here = |label: &str| planner.field(label)?.value();
        page.wait_until(
            "the other widget",
            || Ok(shown("earliest-start")?.is_some()),
        )?;
        planner.fill(LATEST, "31 August 2099")?;
        eventually(page, Some("31 August 2099".to_owned()), || {
            shown("latest-end")
        })?;
        page.script_async::<()>(IN_FRAME, &[json!("earliest-start"), json!("1 May 2099")])?;
        eventually(page, "1 May 2099".to_owned(), || here(EARLIEST))?;

        // The cursor is in the field here while the other tab types into it.
        let field = planner.field(EARLIEST)?;
        field.type_over("2 May 2099")?;
        page.script_async::<()>(IN_FRAME, &[json!("earliest-start"), json!("3 May 2099")])?;
        page.type_text(" at last")?;
        page.press(browser_tests::Key::Tab)?;
        eventually(page, Some("2 May 2099 at last".to_owned()), || {
            shown("earliest-start")
        })?;
        assert_eq!(here(EARLIEST)?, "2 May 2099 at last");
        assert_contains(&page.text_of_part("elsewhere")?, "3 May 2099");
        planner.button("Use this")?.click()?;
        eventually(page, Some("3 May 2099".to_owned()), || {
            shown("earliest-start")
        })?;
        assert_eq!(here(EARLIEST)?, "3 May 2099");
        assert_contains(&page.text_of_part("elsewhere")?, "2 May 2099 at last");
        planner.button("Keep what is here")?.click()?;
        eventually(page, false, || has_part(page, "elsewhere"))?;
        eventually(page, true, || planner.field(EARLIEST)?.is_focused())?;
        Ok(())
    })
}
