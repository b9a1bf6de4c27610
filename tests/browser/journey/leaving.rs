//! A page that is left in the moment after a key.

use browser_tests::{Engine, Journey, Outcome, Page};

use crate::hosts::{EXAMPLE, EXAMPLE_ID, put_page};
use crate::planner::{EARLIEST, Planner};
use crate::storage::{FILL, stored};
use crate::support::{assert_contains, eventually};

#[test]
fn d12_what_is_typed_right_before_a_page_is_left_is_in_the_database() -> Outcome {
    let text = "5 May 2026, or a week later";
    leave_typing(text, None, LEAVE, |page| {
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
    leave_a_full_device(LEAVE)
}

/// A slow disk: the database is still asked what it holds when the page is left.
#[test]
fn d12_what_is_on_its_way_when_a_page_is_left_is_kept_by_a_full_device() -> Outcome {
    leave_a_full_device(
        "
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function (...given) {
            const begun = transaction.apply(this, given);
            if (given[1] === 'readwrite') {
                IDBDatabase.prototype.transaction = transaction;
                const store = begun.objectStore(given[0]);
                for (let number = 0; number < 30000; number += 1) store.get(`${number}`);
                setTimeout(() => { location.href = '/blank.html' });
            }
            return begun;
        };",
    )
}

fn leave_a_full_device(leave: &str) -> Outcome {
    let text = "5 May 2026, or a week later";
    leave_typing(text, Some(FILL), leave, |page| {
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

/// Leaves a page.
const LEAVE: &str = "location.href = '/blank.html'";

/// Types, and has the page leave in the same moment, or in one that `leave` waits for; `prepare` runs before, `expect`
/// in the next page.
fn leave_typing(
    text: &str,
    prepare: Option<&str>,
    leave: &str,
    expect: impl FnOnce(&Page) -> Outcome,
) -> Outcome {
    const TYPE: &str = "
        const [text] = arguments;
        const { shadowRoot } = document.querySelector('job-posting');
        const field = shadowRoot.querySelector('#earliest-start');
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "4 May 2026")?;
        planner.wait_until_saved()?;
        page.script::<()>(prepare.unwrap_or_default(), &[])?;
        page.script::<()>(&format!("{TYPE}{leave}"), &[text.into()])?;
        page.wait_until("the next page", || {
            // In between there may be no page to ask.
            let path: Option<String> = page.script("return location.pathname", &[])?;
            Ok(path.as_deref() == Some("/blank.html"))
        })?;
        expect(page)
    })
}

/// Pages that the browser has kept in their sleep are shown again as they were; WebKit empties fields of theirs.
#[test]
fn what_was_typed_is_still_in_its_field_on_the_way_back() -> Outcome {
    let text = "5 May 2026";
    Journey::new().run(|site, page| {
        site.put("/blank.html", "<title>Blank</title>");
        let planner = Planner::open(page, "/")?;
        planner.fill(EARLIEST, text)?;
        planner.wait_until_saved()?;
        page.open("/blank.html")?;
        page.back()?;
        let planner = Planner::on(page)?;
        eventually(page, text.to_owned(), || planner.field(EARLIEST)?.value())?;
        page.settle()?;
        assert_eq!(planner.field(EARLIEST)?.value()?, text);
        Ok(())
    })
}
