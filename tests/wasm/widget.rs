//! The mounted widget: what is typed reaches the statement, the page and the device, and
//! a widget that was taken down does nothing more.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::page::{Page, dispatch, pause, retries, type_into};
use crate::tidy_storage::{TidyStorage, run};

const POSTING: &str =
    include_str!("../../public/postings/tiktok-ecommerce-strategy-intern-2026.json");
const EARLIEST: &str = "job-posting/2/draft/tiktok-ecommerce-strategy-intern-2026/earliest-start";

#[wasm_bindgen_test]
async fn the_statement_follows_what_is_typed() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    assert!(mounted.problems().is_empty());
    type_into(&page.field("earliest-start"), "18/5/2026");
    type_into(&page.field("latest-end"), "28 August 2026");
    page.until("the statement names both days", || {
        let statement = page.text_of("statement");
        statement.contains("18 May") && statement.contains("28 August 2026")
    })
    .await;
    page.until("the start dates are judged", || {
        page.text_of("cohorts").contains("3 of 5 start dates fit")
    })
    .await;
    let first: HtmlInputElement = page.find("#start-2026-05-18").unchecked_into();
    first.click();
    page.until("the choice is in the statement", || {
        page.text_of("statement")
            .to_lowercase()
            .contains("preferred")
    })
    .await;
    assert!(page.text_of("progress").starts_with("2 of 5"));
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_date_that_is_none_stays_as_typed_and_is_explained() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    let field = page.field("earliest-start");
    type_into(&field, "31 June 2026");
    page.until("the field is marked", || {
        field.get_attribute("aria-invalid").as_deref() == Some("true")
    })
    .await;
    assert_eq!(field.value(), "31 June 2026");
    let why = page.find("#earliest-start-echo").text_content();
    assert!(why.unwrap().contains("ends on day 30"));
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn the_page_learns_which_answer_changed_and_not_what_it_says() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    let changes = page.changes();
    pause(50).await;
    assert!(changes.borrow().is_empty(), "nobody has typed yet");
    type_into(&page.field("earliest-start"), "18 May 2026");
    assert_eq!(*changes.borrow(), [Some("earliest-start".to_owned())]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn the_page_can_keep_the_candidate_from_leaving() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    page.on("job-posting-apply", |event| event.prevent_default());
    let way_out = page.find("[part~=\"apply\"]");
    assert!(!dispatch(&way_out, "click"), "the link would be followed");
    // A middle click makes no click, and a right click leads nowhere.
    for (button, is_followed) in [(1, false), (2, true)] {
        let make = format!(
            "return new MouseEvent('auxclick', {{ button: {button}, bubbles: true, cancelable: true }})"
        );
        let event = js_sys::Function::new_no_args(&make).call0(&wasm_bindgen::JsValue::NULL);
        let went_on = way_out.dispatch_event(event.unwrap().unchecked_ref());
        assert_eq!(went_on, Ok(is_followed), "button {button}");
    }
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn what_was_typed_is_kept_and_found_again() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_into(&page.field("earliest-start"), "18 May 2026");
    page.until("it is on the device", || storage.get(EARLIEST).is_some())
        .await;
    page.until("it is said", || {
        page.text_of("save-state").contains("Saved")
    })
    .await;
    mounted.unmount();

    let mounted = page.mount(POSTING).await;
    page.until("the field has it back", || {
        page.field("earliest-start").value() == "18 May 2026"
    })
    .await;
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn d12_unmounting_writes_what_waits() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_into(&page.field("earliest-start"), "18 May 2026");
    assert!(!storage.has_database().await, "edits wait for a moment");
    type_into(&page.field("earliest-start"), "19 May 2026");
    mounted.unmount();
    let stored = storage.get(EARLIEST).unwrap_or_default();
    assert!(stored.contains("19 May 2026"), "{stored}");
    page.until_settled(&storage, EARLIEST, "19 May 2026").await;
}

#[wasm_bindgen_test]
async fn d12_hiding_the_page_writes_what_waits() {
    for event in ["visibilitychange", "pagehide"] {
        let storage = TidyStorage::new().await;
        let page = Page::new();
        let mounted = page.mount(POSTING).await;
        if event == "pagehide" {
            // A page that is left has no time to make a database.
            type_into(&page.field("earliest-start"), "17 May 2026");
            page.until_settled(&storage, EARLIEST, "17 May 2026").await;
        }
        // The moment that an edit waits is never over, so nothing else writes it.
        run("window.setTimeout_ = window.setTimeout;
            window.setTimeout = (then, wait) => wait === 300 ? 0 : setTimeout_(then, wait);
            return Promise.resolve()")
        .await;
        type_into(&page.field("earliest-start"), "18 May 2026");
        assert!(storage.get(EARLIEST).is_some(), "a key is enough");
        pause(400).await;
        let rows = storage.settled(EARLIEST).await;
        assert!(
            rows.iter().all(|(_, text)| !text.contains("18 May 2026")),
            "something else has written it"
        );
        dispatch(&web_sys::window().unwrap(), event);
        run("window.setTimeout = setTimeout_; return Promise.resolve()").await;
        page.until_settled(&storage, EARLIEST, "18 May 2026").await;
        mounted.unmount();
    }
}

#[wasm_bindgen_test]
async fn an_unmounted_widget_does_nothing_more() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    let changes = page.changes();
    let field = page.field("earliest-start");
    let start = page.find("#start-2026-05-18");
    type_into(&field, "18 May 2026");
    mounted.unmount();
    assert_eq!(page.size(), 0, "something is left in the page");
    let (kept, told) = (storage.all(), changes.borrow().len());

    // The page may still hold elements of the widget, and its window goes on sending events.
    type_into(&field, "19 May 2026");
    start.click();
    for event in [
        "visibilitychange",
        "pagehide",
        "storage",
        "job-posting-change",
    ] {
        dispatch(&web_sys::window().unwrap(), event);
    }
    // Longer than an edit waits to be written, and than the live region waits to speak.
    pause(1_200).await;
    assert_eq!(storage.all(), kept);
    assert_eq!(changes.borrow().len(), told);
}

#[wasm_bindgen_test]
async fn a_draft_file_goes_out_and_comes_back() {
    let storage = TidyStorage::new().await;
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    type_into(&page.field("earliest-start"), "18 May 2026");
    let file = mounted.export_draft().unwrap();
    mounted.clear_draft();
    page.until("the field is empty", || {
        page.field("earliest-start").value().is_empty()
    })
    .await;
    page.until("the device has nothing of it", || storage.all().is_empty())
        .await;

    let refused = mounted.import_draft("{}").unwrap_err();
    assert!(
        String::from(refused.message()).contains("no draft"),
        "{}",
        refused.message()
    );
    assert_eq!(storage.all(), [], "a refused file changes nothing");

    mounted.import_draft(&file).unwrap();
    page.until("the field is filled", || {
        page.field("earliest-start").value() == "18 May 2026"
    })
    .await;
    assert!(
        storage.get(EARLIEST).is_some(),
        "a file that was opened is kept at once"
    );
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn without_a_posting_the_reader_can_try_again() {
    let page = Page::new();
    let mounted = page.mount_or_fail(None, Some("the server sleeps")).await;
    let problems = mounted.problems();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].contains("the server sleeps"), "{problems:?}");
    assert!(page.text_of("problems").contains("the server sleeps"));
    assert!(mounted.export_draft().is_none());
    assert!(mounted.import_draft("{}").is_err());
    let before = retries();
    page.find("[part~=\"error\"] button").click();
    assert!(
        (retries() - before - 1.0).abs() < f64::EPSILON,
        "{}",
        retries()
    );
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn two_widgets_on_one_page_share_their_slots() {
    let _storage = TidyStorage::new().await;
    let (one, other) = (Page::new(), Page::new());
    let second = POSTING.replace("strategy-intern-2026\"", "strategy-intern-2027\"");
    let mounted = [one.mount(POSTING).await, other.mount(&second).await];
    assert!(other.text_of("slots").contains("0 of 2"));
    let plan = one.find("[part~=\"slots\"] > .buttons button");
    plan.click();
    other
        .until("the other widget counts it", || {
            other.text_of("slots").contains("1 of 2")
        })
        .await;
    mounted.into_iter().for_each(|mounted| mounted.unmount());
}

#[wasm_bindgen_test]
async fn jumps_have_the_digits_of_their_headings() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    page.host.set_attribute("lang", "ar-EG").unwrap();
    let mounted = page.mount(POSTING).await;
    let heading = page.find("#step-1").text_content().unwrap();
    let jump = page.find(".jump-number").text_content().unwrap();
    assert_eq!(jump, "١");
    assert!(heading.contains(&jump), "{heading}");
    mounted.unmount();
}

/// A phone takes some milliseconds for them, for which no press and no number has to wait.
#[wasm_bindgen_test]
async fn the_names_of_months_are_asked_for_at_the_first_word() {
    let _storage = TidyStorage::new().await;
    run(
        "const own = window.formatToParts_ = Intl.DateTimeFormat.prototype.formatToParts;
        window.asked_ = 0;
        Intl.DateTimeFormat.prototype.formatToParts = function (...all) {
            window.asked_ += 1;
            return own.apply(this, all);
        };
        return Promise.resolve()",
    )
    .await;
    let asked = || async { run("return Promise.resolve(window.asked_)").await.as_f64() };
    let page = Page::new();
    let mounted = page.mount(POSTING).await;
    page.find("input[type=checkbox]").click();
    type_into(&page.field("earliest-start"), "5/18/2026");
    page.until("it is read", || {
        page.find("#earliest-start-echo")
            .text_content()
            .is_some_and(|echo| echo.contains("May"))
    })
    .await;
    assert_eq!(asked().await, Some(1.0), "the order of the numbers");
    type_into(&page.field("latest-end"), "August");
    pause(50).await;
    assert!(asked().await > Some(12.0));
    mounted.unmount();
    run("Intl.DateTimeFormat.prototype.formatToParts = formatToParts_; return Promise.resolve()")
        .await;
}
