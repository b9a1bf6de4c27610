//! Storage: keys under the widget's own name, foreign keys left alone, and a widget that goes on
//! where the device is full, refuses, or holds something that can't be read.

use browser_tests::{Journey, Outcome, Page, PageError, Role};
use serde_json::json;

use crate::hosts::{EXAMPLE, EXAMPLE_ID, put_page, saved_file};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

const FULL: &str = "This device has almost no space left for this site.";
const DENIED: &str = "This browser keeps nothing for this page.";

#[test]
fn keys_carry_the_postings_name_and_foreign_keys_are_untouched() -> Outcome {
    const FOREIGN: [(&str, &str); 3] = [
        ("theme", "dark"),
        ("job-posting", "{\"text\":\"of the page\"}"),
        (
            "job-posting/1/draft/another/earliest-start",
            "{\"text\":\"1 May 2026\",\"at\":1}",
        ),
    ];
    Journey::new().run(|_site, page| {
        page.open("/blank.html")?;
        for (key, value) in FOREIGN {
            page.script::<()>(
                "localStorage.setItem(...arguments)",
                &[json!(key), json!(value)],
            )?;
        }
        let planner = Planner::open(page, "/")?;
        // Reading stores nothing.
        assert_eq!(keys(page)?.len(), FOREIGN.len());
        planner.state_dates("18 May 2026", "31 August 2026")?;
        planner.choose_start("May 18")?;
        planner.answer("You think logically", "I meet this")?;
        planner.button("Plan to apply here")?.click()?;
        planner.wait_until_saved()?;
        let foreign = |key: &String| FOREIGN.iter().any(|(name, _)| name == key);
        let own: Vec<String> = keys(page)?
            .into_iter()
            .filter(|key| !foreign(key))
            .collect();
        let draft = format!("job-posting/2/draft/{EXAMPLE_ID}/");
        assert_eq!(
            own.iter().filter(|key| key.starts_with(&draft)).count(),
            5,
            "four answers, and for which terms they are: {own:?}"
        );
        assert!(
            own.iter().all(|key| key.starts_with("job-posting/")),
            "{own:?}"
        );
        planner.button("Delete my draft")?.click()?;
        eventually(page, false, || {
            Ok(keys(page)?.iter().any(|key| key.starts_with(&draft)))
        })?;
        for (key, value) in FOREIGN {
            assert_eq!(stored(page, key)?.as_deref(), Some(value), "{key}");
        }
        Ok(())
    })
}

/// Leaves no room in localStorage, as a careers page can.
pub const FILL: &str = "
    for (let length = 1 << 22, number = 0; length > 0;) {
        try { localStorage.setItem(`filler-${number++}`, 'x'.repeat(length)); }
        catch { length >>= 1; }
    }";

#[test]
fn d5_a_full_device_is_told_and_the_draft_can_be_saved_as_a_file() -> Outcome {
    const MAKE_ROOM: &str = "
        for (const key of Object.keys(localStorage)) {
            if (key.startsWith('filler-')) localStorage.removeItem(key);
        }";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        page.open("/blank.html")?;
        page.script::<()>(FILL, &[])?;
        let planner = Planner::open(page, "/careers.html")?;
        assert!(!alerts(page, FULL)?);
        planner.fill(EARLIEST, "18 May 2026")?;
        eventually(page, true, || alerts(page, FULL))?;
        planner.fill(LATEST, "31 August 2026")?;
        assert_contains(&planner.statement()?, "Available May 18 – August 31, 2026");
        planner.choose_start("May 18")?;
        planner.button("Save as a file")?.click()?;
        let draft = saved_file(page, &format!("{EXAMPLE_ID}.draft.json"))?;
        assert_contains(&draft, "18 May 2026");
        assert_contains(&draft, "31 August 2026");
        assert!(alerts(page, FULL)?, "the notice does not last");

        page.script::<()>(MAKE_ROOM, &[])?;
        planner.fill(LATEST, "1 September 2026")?;
        planner.wait_until_saved()?;
        assert!(!alerts(page, FULL)?);
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_eq!(planner.field(LATEST)?.value()?, "1 September 2026");
        Ok(())
    })
}

/// A sandboxed page has an origin of its own and no storage, whether it is in a frame with the
/// attribute or says so itself, as here (Content Security Policy, directive `sandbox`).
#[test]
fn d7_a_page_without_storage_is_told_and_works() -> Outcome {
    Journey::new().run(|site, page| {
        site.header(
            "Content-Security-Policy",
            "sandbox allow-scripts allow-downloads",
        );
        site.header("Access-Control-Allow-Origin", "*");
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        let denied = "try { return !localStorage } catch { return true }";
        assert!(page.script::<bool>(denied, &[])?, "the page has storage");
        assert!(alerts(page, DENIED)?);
        let shown: String = page.script(
            "return widget.shadowRoot.querySelector('[part~=draft]').innerText",
            &[],
        )?;
        assert!(!shown.contains("Kept in this browser"), "{shown}");
        planner.state_dates("18 May 2026", "31 August 2026")?;
        planner.choose_start("May 18")?;
        assert_contains(&planner.statement()?, "preferred start: May 18, 2026");
        planner.button("Plan to apply here")?.click()?;
        assert_contains(&planner.slots()?, "1 of 2 applications used");
        planner.button("Save as a file")?.click()?;
        let draft = saved_file(page, &format!("{EXAMPLE_ID}.draft.json"))?;
        assert_contains(&draft, "18 May 2026");
        assert!(alerts(page, DENIED)?, "the notice does not last");
        Ok(())
    })
}

#[test]
fn d8_a_record_that_cannot_be_read_is_told_kept_and_taken_away() -> Outcome {
    const DAMAGED: &str = "{\"text\":\"18 May 20";
    let key = format!("job-posting/2/draft/{EXAMPLE_ID}/earliest-start");
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "31 August 2026")?;
        planner.wait_until_saved()?;
        page.open("/blank.html")?;
        page.script::<()>(
            "localStorage.setItem(...arguments)",
            &[json!(key), json!(DAMAGED)],
        )?;

        let planner = Planner::open(page, "/careers.html")?;
        let notice = page.text_of_part("notice")?;
        assert_contains(&notice, "Part of an earlier draft can’t be read.");
        // The database has the record still.
        eventually(page, "18 May 2026".to_owned(), || {
            planner.field(EARLIEST)?.value()
        })?;
        assert_eq!(stored(page, &key)?.as_deref(), Some(DAMAGED));
        planner.button("Save the damaged part as a file")?.click()?;
        let damaged = saved_file(page, &format!("{EXAMPLE_ID}.damaged.txt"))?;
        assert_contains(&damaged, DAMAGED);

        // With the next edit it is set aside, and stays there until it is deleted.
        planner.fill(LATEST, "1 September 2026")?;
        planner.wait_until_saved()?;
        assert_contains(&stored(page, &key)?.unwrap_or_default(), "18 May 2026");
        let aside = format!("{key}/unreadable");
        assert_eq!(stored(page, &aside)?.as_deref(), Some(DAMAGED));
        page.reload()?;
        let planner = Planner::on(page)?;
        planner.button("Delete the damaged part")?.click()?;
        eventually(page, None, || stored(page, &aside))?;
        assert_eq!(planner.field(LATEST)?.value()?, "1 September 2026");
        Ok(())
    })
}

/// The database answers once the planner is there, so what is damaged only there is told later.
#[test]
fn d8_a_row_of_the_database_that_cannot_be_read_is_told() -> Outcome {
    const DAMAGE: &str = "
        const [key, done] = arguments;
        const opening = indexedDB.open('job-posting');
        opening.onsuccess = ({ target: { result: database } }) => {
            const writing = database.transaction(database.objectStoreNames, 'readwrite');
            writing.objectStore(database.objectStoreNames[0]).put('{\"text\":', key);
            writing.oncomplete = () => (database.close(), done(true));
        };";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "31 August 2026")?;
        planner.wait_until_saved()?;
        page.open("/blank.html")?;
        let key = format!("job-posting/2/draft/{EXAMPLE_ID}/earliest-start");
        assert!(page.script_async::<bool>(DAMAGE, &[key.into()])?);
        let planner = Planner::open(page, "/careers.html")?;
        eventually(page, true, || {
            Ok(page
                .text_of_part("planner")?
                .contains("Part of an earlier draft can’t be read."))
        })?;
        planner.button("Delete the damaged part")?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        Ok(())
    })
}

#[test]
fn d10_a_draft_of_a_newer_version_is_told_and_stays_as_it_is() -> Outcome {
    /// Everything that is stored, in both places.
    const ALL: &str = "
        const done = arguments[0];
        const opening = indexedDB.open('job-posting');
        opening.onerror = () => done(['the database does not open', []]);
        opening.onsuccess = ({ target: { result: database } }) => {
            const names = [...database.objectStoreNames];
            const reading = names.length ? database.transaction(names) : undefined;
            const rows = [];
            for (const name of names) reading.objectStore(name).openCursor().onsuccess = ({ target: { result: at } }) => {
                if (at) (rows.push([name, at.key, at.value].join()), at.continue());
            };
            const end = () => {
                database.close();
                done([Object.entries(localStorage).map(String).sort(), rows]);
            };
            if (reading) reading.oncomplete = end;
            else end();
        }";
    let index = format!("job-posting/index/{EXAMPLE_ID}");
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "31 August 2026")?;
        planner.wait_until_saved()?;
        page.open("/blank.html")?;
        for (key, value) in [
            (index.as_str(), "{\"version\":3,\"parts\":[\"new\"]}"),
            ("job-posting/3/draft", "as a newer version has it"),
        ] {
            let arguments = [json!(key), json!(value)];
            page.script::<()>("localStorage.setItem(...arguments)", &arguments)?;
        }
        let before: (Vec<String>, Vec<String>) = page.script_async(ALL, &[])?;
        assert!(before.0.len() > 3 && before.1.len() > 1, "{before:?}");

        let planner = Planner::open(page, "/careers.html")?;
        const WORDS: &str = "return document.querySelector('job-posting').shadowRoot.textContent";
        let told = "This draft was saved by a newer version of this page and stays as it is.";
        assert_contains(&page.script::<String>(WORDS, &[])?, told);
        planner.fill(EARLIEST, "1 June 2026")?;
        planner.choose_start("Jun 8")?;
        planner.fill(LATEST, "1 September 2026")?;
        // What is typed can be worked with, and taken away.
        assert_contains(&planner.statement()?, "June 1 – September 1, 2026");
        assert_contains(&page.script::<String>(WORDS, &[])?, told);
        page.open("/blank.html")?;
        assert_eq!(
            page.script_async::<(Vec<String>, Vec<String>)>(ALL, &[])?,
            before
        );
        Ok(())
    })
}

fn keys(page: &Page) -> Result<Vec<String>, PageError> {
    page.script("return Object.keys(localStorage)", &[])
}

pub fn stored(page: &Page, key: &str) -> Result<Option<String>, PageError> {
    page.script("return localStorage.getItem(arguments[0])", &[json!(key)])
}

/// Whether an alert with these words is shown.
fn alerts(page: &Page, words: &str) -> Result<bool, PageError> {
    let alerts = page.names_of(Role::Alert)?;
    Ok(alerts.iter().any(|alert| alert.contains(words)))
}
