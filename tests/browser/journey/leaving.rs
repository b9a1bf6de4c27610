//! A page that is left in the moment after a key.

use browser_tests::{Engine, Journey, Outcome, Page};

use crate::hosts::{EXAMPLE, EXAMPLE_ID, put_page};
use crate::planner::{EARLIEST, Planner};
use crate::storage::{FILL, stored};
use crate::support::{assert_contains, eventually};

#[test]
fn d12_what_is_typed_right_before_a_page_is_left_is_in_the_database() -> Outcome {
    let text = "5 May 2026, or a week later";
    leave_typing(text, None, |page| {
        let key = format!("job-posting/2/draft/{EXAMPLE_ID}/earliest-start");
        assert_contains(&stored(page, &key)?.unwrap_or_default(), text);
        if is_parting_heard(page) {
            let row: String = page.script_async(ROW, &[key.into()])?;
            assert_contains(&row, text);
        }
        Ok(())
    })
}

/// There it is nowhere else.
#[test]
fn d12_what_is_typed_right_before_a_page_is_left_is_kept_by_a_full_device() -> Outcome {
    let text = "5 May 2026, or a week later";
    leave_typing(text, Some(FILL), |page| {
        let planner = Planner::open(page, "/careers.html")?;
        if !is_parting_heard(page) {
            assert_eq!(planner.field(EARLIEST)?.value()?, "4 May 2026");
            return Ok(());
        }
        eventually(page, text.to_owned(), || planner.field(EARLIEST)?.value())?;
        assert!(
            !page
                .text_of_part("planner")?
                .contains("Also typed elsewhere")
        );
        Ok(())
    })
}

/// Whether the engine's database takes anything from a page that is being left. WebKit's doesn't.
fn is_parting_heard(page: &Page) -> bool {
    page.engine() != Engine::Webkit
}

/// The text of a row of the database; empty if there is none.
const ROW: &str = "
    const [key, done] = arguments;
    const opening = indexedDB.open('job-posting');
    opening.onsuccess = ({ target: { result: database } }) => {
        const reading = database.transaction(database.objectStoreNames);
        const row = reading.objectStore(database.objectStoreNames[0]).get(key);
        reading.oncomplete = () => (database.close(), done(row.result ?? ''));
    };";

/// Types, and leaves the page in the same moment; `prepare` runs before, `expect` in the next page.
fn leave_typing(
    text: &str,
    prepare: Option<&str>,
    expect: impl FnOnce(&Page) -> Outcome,
) -> Outcome {
    const TYPE_AND_LEAVE: &str = "
        const [text] = arguments;
        const { shadowRoot } = document.querySelector('job-posting');
        const field = shadowRoot.querySelector('#earliest-start');
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        location.href = '/blank.html';";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "4 May 2026")?;
        planner.wait_until_saved()?;
        page.script::<()>(prepare.unwrap_or_default(), &[])?;
        page.script::<()>(TYPE_AND_LEAVE, &[text.into()])?;
        page.wait_until("the next page", || {
            // In between there may be no page to ask.
            let path: Option<String> = page.script("return location.pathname", &[])?;
            Ok(path.as_deref() == Some("/blank.html"))
        })?;
        expect(page)
    })
}
