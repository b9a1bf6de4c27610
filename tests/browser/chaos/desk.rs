//! A page with two tabs' worth of widgets: two frames of one site, which are documents of their
//! own and share what is stored, and can be driven from one script.

use browser_tests::{Page, PageError, Site};
use serde_json::json;

/// The records that are typed into, and last the application slots.
pub const FIELDS: [&str; 5] = [
    "earliest-start",
    "latest-end",
    "busy-0-first",
    "busy-0-label",
    SLOTS,
];

/// The application slots, as if they were a field with [`PLANNED`] or nothing in it.
pub const SLOTS: &str = "slots";

/// What the slots hold once an application is planned.
pub const PLANNED: &str = "planned";

const POSTING: &str = r#"{
    "version": 1, "id": "chaos", "lang": "en", "title": "Gardener",
    "organization": { "name": "Example Works" },
    "program": { "weeks": 12, "startDates": ["2099-05-11", "2099-06-08"] },
    "application": { "limit": { "positions": 2 } }
}"#;

/// The careers page, on a device whose clock is so many days ahead.
pub fn careers(days: i32) -> String {
    format!(
        r#"<!doctype html><html lang="en-US"><meta charset="utf-8"><title>Careers</title>
        <script>
          const ahead = {days} * 86_400_000;
          const now = Date.now;
          Date = class extends Date {{
            constructor(...given) {{ given.length ? super(...given) : super(now() + ahead); }}
            static now() {{ return now() + ahead; }}
          }};
        </script>
        <script type="module" src="/job-posting.js"></script>
        <main><h1>Careers</h1><job-posting src="/chaos.json"></job-posting></main></html>"#
    )
}

const DESK: &str = r#"<!doctype html><html lang="en-US"><meta charset="utf-8"><title>Desk</title>
    <iframe src="/careers.html" title="One"></iframe>
    <iframe src="/careers.html" title="Other"></iframe></html>"#;

/// Finds the root of the widget in a frame, which is the first argument.
const ROOT: &str = "
    const widget = frames[arguments[0]].document.querySelector('job-posting');
    const root = widget?.shadowRoot;";

pub fn put(site: &Site) {
    site.put("/chaos.json", POSTING);
    site.put("/careers.html", careers(0));
    site.put("/desk.html", DESK);
}

/// Opens the page, and waits until both widgets can be typed into and show what is stored.
pub fn open(page: &Page) -> Result<(), PageError> {
    page.open("/desk.html")?;
    for frame in 0..2 {
        let ready = format!(
            "const widget = frames[{frame}]?.document.querySelector('job-posting');
            return widget?.dataset.state === 'ready'"
        );
        page.wait_until_script("a ready widget", &ready)?;
        let body = format!(
            "{ROOT} if (!root.getElementById('busy-0-first')) root.getElementById('busy-add').click();"
        );
        page.script::<()>(&body, &[json!(frame)])?;
        page.wait_until("a row of busy days", || {
            page.script(
                &format!("{ROOT} return root.getElementById('busy-0-first') !== null"),
                &[json!(frame)],
            )
        })?;
    }
    Ok(())
}

/// Leaves no room in localStorage, as another script of the page can.
pub fn fill(page: &Page) -> Result<(), PageError> {
    const FILL: &str = "
        for (let length = 1 << 22, number = 0; length > 0;) {
            try { localStorage.setItem(`filler-${number++}`, 'x'.repeat(length)); }
            catch { length >>= 1; }
        }";
    page.script(FILL, &[])
}

/// Takes out what [`fill`] has put in. A browser that was killed may bring it back from disk, so that is done anew each time.
pub fn make_room(page: &Page) -> Result<(), PageError> {
    const MAKE_ROOM: &str = "
        for (const key of Object.keys(localStorage)) {
            if (key.startsWith('filler-')) localStorage.removeItem(key);
        }";
    page.open("/blank.html")?;
    page.script(MAKE_ROOM, &[])
}

/// Types a text into a field, as one input. When the answer comes, the widget has taken it.
pub fn edit(page: &Page, frame: usize, field: &str, text: &str) -> Result<(), PageError> {
    if field == SLOTS {
        return plan(page, frame, text == PLANNED);
    }
    let body = format!(
        "{ROOT} const [, field, text, done] = arguments;
        const input = root.getElementById(field);
        input.value = text;
        input.dispatchEvent(new Event('input', {{ bubbles: true }}));
        setTimeout(done, 0, null);"
    );
    page.script_async(&body, &[json!(frame), json!(field), json!(text)])
}

/// Plans an application, or takes the plan back.
fn plan(page: &Page, frame: usize, is_planned: bool) -> Result<(), PageError> {
    let body = format!(
        "{ROOT} const [, name, done] = arguments;
        const buttons = [...root.querySelectorAll('[part~=slots] button')];
        const named = (one) => (one.getAttribute('aria-label') ?? one.textContent).startsWith(name);
        buttons.find(named)?.click();
        setTimeout(done, 0, null);"
    );
    let name = if is_planned {
        "Plan to apply"
    } else {
        "Remove"
    };
    page.script_async(&body, &[json!(frame), json!(name)])
}

/// Whether the widget in a frame says that all is saved, and will be after a crash.
pub fn is_saved(page: &Page, frame: usize) -> Result<bool, PageError> {
    let body = format!("{ROOT} return root.querySelector('[part~=save-state]').textContent");
    let state: String = page.script(&body, &[json!(frame)])?;
    Ok(state.starts_with("Saved on this device at") && !state.contains("crashes"))
}

/// What a field shows once the cursor has left it: with the cursor in it, it does not follow what is stored.
pub fn text(page: &Page, frame: usize, field: &str) -> Result<String, PageError> {
    if field == SLOTS {
        let body = format!("{ROOT} return root.querySelector('[part~=slots]').textContent");
        let slots: String = page.script(&body, &[json!(frame)])?;
        let is_planned = slots.contains("1 of 2");
        return Ok(if is_planned { PLANNED } else { "" }.to_owned());
    }
    let body = format!(
        "{ROOT} root.activeElement?.blur();
        return root.getElementById(arguments[1])?.value ?? ''"
    );
    page.script(&body, &[json!(frame), json!(field)])
}

/// What both places hold of a field, and where the cursor is, to tell why it doesn't show what it should.
pub fn stored(page: &Page, field: &str) -> Result<String, PageError> {
    const STORED: &str = "
        const [, field, done] = arguments;
        const key = `job-posting/2/draft/chaos/${field}`;
        const tell = (row) => done(JSON.stringify(
            { shelf: localStorage.getItem(key), database: row ?? null, cursor: root.activeElement?.id ?? null }));
        const opening = indexedDB.open('job-posting');
        opening.onerror = () => tell();
        opening.onsuccess = () => {
            const rows = opening.result.transaction('records').objectStore('records').get(key);
            rows.onsuccess = () => (opening.result.close(), tell(rows.result));
            rows.onerror = () => (opening.result.close(), tell());
        };";
    page.script_async(&format!("{ROOT}{STORED}"), &[json!(0), json!(field)])
}
