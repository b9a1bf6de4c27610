//! Pages written ahead: readable and ready to be typed into before the app is there, which then
//! takes over without a trace, or never comes.

use std::path::PathBuf;
use std::{env, fs};

use browser_tests::{Engine, Fault, Journey, Key, Outcome, Page, PageError, Role, Site, Window};
use serde_json::Value;

use crate::hosts::{EXAMPLE_ID, put_page};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::policy::POLICY;
use crate::support::{assert_contains, plain};

/// The example written ahead; the app is loaded at once.
const EAGER: &str = "/rendered/index.html";
/// The same, but the app is loaded when a reader reaches for a control.
const INTERACTION: &str = "/rendered/interaction/index.html";

const READY: &str =
    "return document.querySelector('job-posting').dataset.state === 'ready'";

/// The text of a page of the built site.
fn built_page(path: &str) -> Outcome<String> {
    let folder = PathBuf::from(env::var_os("JOURNEY_DIST").unwrap_or_default());
    Ok(fs::read_to_string(folder.join(path.trim_start_matches('/')))?)
}

/// The path of a built file with a hashed name.
fn built_file(role: &str) -> Outcome<String> {
    let manifest: Value = serde_json::from_str(&built_page("/manifest.json")?)?;
    let name = manifest.pointer(&format!("/files/{role}/name"));
    Ok(format!("/{}", name.and_then(Value::as_str).unwrap_or(role)))
}

/// Opens a page while the app is kept back, and gives back the path that holds it.
fn open_held(site: &Site, page: &Page, path: &str) -> Outcome<String> {
    let wasm = built_file("wasm")?;
    site.fault(&wasm, Fault::Hold);
    page.open(path)?;
    page.settle()?;
    Ok(wasm)
}

/// Lets the app come, and waits until it is ready.
fn let_come<'a>(site: &Site, page: &'a Page, wasm: &str) -> Outcome<Planner<'a>> {
    assert!(!page.script::<bool>(READY, &[])?, "the app is there already");
    site.mend(wasm);
    let planner = Planner::on(page)?;
    page.settle()?;
    Ok(planner)
}

fn asks_for_the_app(site: &Site) -> bool {
    let requests = site.requests();
    requests.iter().any(|request| request.target.ends_with(".wasm"))
}

/// Where everything is and what it says: the widget's elements in order, with their places.
const LAYOUT: &str = "
    const widget = document.querySelector('job-posting').shadowRoot.querySelector('.widget');
    const all = [...widget.querySelectorAll('*')];
    const places = all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return one.localName + [x, y, width, height].map((n) => ' ' + n.toFixed(2)).join('');
    });
    return [places, widget.textContent]";

fn layout(page: &Page) -> Outcome<(Vec<String>, String)> {
    let (places, text): (Vec<String>, String) = page.script(LAYOUT, &[])?;
    Ok((places, plain(&text)))
}

#[test]
fn nothing_moves_on_a_phone_when_the_app_takes_over() -> Outcome {
    expect_no_shift(Window::PHONE)
}

#[test]
fn nothing_moves_on_a_laptop_when_the_app_takes_over() -> Outcome {
    expect_no_shift(Window::DESKTOP)
}

fn expect_no_shift(window: Window) -> Outcome {
    const OBSERVE: &str = "
        window.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((it) => it.value)))
            .observe({ type: 'layout-shift', buffered: true });";
    const SUM: &str = "return shifts.reduce((sum, value) => sum + value, 0)";
    Journey::new().window(window).run(|site, page| {
        let wasm = open_held(site, page, EAGER)?;
        let before = layout(page)?;
        if page.engine() == Engine::Chromium {
            page.script::<()>(OBSERVE, &[])?;
        }
        let_come(site, page, &wasm)?;
        let after = layout(page)?;
        assert_eq!(before.1, after.1, "the words changed");
        assert_eq!(before.0.len(), after.0.len());
        for (before, after) in before.0.iter().zip(&after.0) {
            assert_eq!(before, after, "an element moved");
        }
        if page.engine() == Engine::Chromium {
            assert_eq!(page.script::<f64>(SUM, &[])?, 0.0);
            // What is measured is there to be measured.
            page.script::<()>("document.querySelector('main').style.marginBlockStart = '99px'", &[])?;
            page.wait_until("a layout shift", || {
                Ok(page.script::<f64>(SUM, &[])? > 0.0)
            })?;
        }
        Ok(())
    })
}

/// Scroll positions of the page and of the planner, what is focused, and what is selected in it.
const PLACE: &str = "
    const root = document.querySelector('job-posting').shadowRoot;
    const { id, value, selectionStart, selectionEnd } = root.activeElement;
    const body = root.querySelector('.planner-body');
    return JSON.stringify([scrollY, body.scrollTop, id, value, selectionStart, selectionEnd])";

#[test]
fn everything_a_reader_did_survives_on_a_phone() -> Outcome {
    expect_kept(Window::PHONE)
}

#[test]
fn everything_a_reader_did_survives_on_a_laptop() -> Outcome {
    expect_kept(Window::DESKTOP)
}

fn expect_kept(window: Window) -> Outcome {
    Journey::new().window(window).run(|site, page| {
        let wasm = open_held(site, page, EAGER)?;
        page.by_label(EARLIEST)?.type_text("18 May 2026")?;
        page.checkbox("May 18")?.click()?;
        page.by_role(Role::RadioGroup, "You think logically")?
            .by_role(Role::Radio, "I meet this")?
            .click()?;
        page.button("Note on requirement 3")?.click()?;
        page.by_label("Note on requirement 3")?.type_text("Chess <b>club</b>")?;
        page.by_role(Role::Radio, "Markdown")?.click()?;
        page.by_label(LATEST)?.click()?;
        page.type_text("31 Augst")?;
        page.press(Key::Left)?;
        page.chord(&[Key::Shift], Key::Left)?;
        page.settle()?;
        let place: String = page.script(PLACE, &[])?;
        let planner = let_come(site, page, &wasm)?;
        assert_eq!(page.script::<String>(PLACE, &[])?, place);
        assert_contains(&place, "\"latest-end\",\"31 Augst\",6,7]");

        // Half a date is not scolded while it is being typed, and is once the field is left.
        assert!(!planner.is_invalid(LATEST)?);
        page.press(Key::Tab)?;
        assert!(planner.is_invalid(LATEST)?);
        planner.fill(LATEST, "31 August 2026")?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_eq!(
            planner.field("Note on requirement 3")?.value()?,
            "Chess <b>club</b>"
        );
        assert!(planner.is_answered("You think logically", "I meet this")?);
        assert_contains(&planner.statement()?, "**");
        assert_contains(&planner.statement()?, "May 18, 2026");
        planner.wait_until_saved()?;
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        assert_contains(&planner.statement()?, "August 31, 2026");
        Ok(())
    })
}

#[test]
fn what_is_typed_wins_over_the_stored_draft_and_only_where_it_is_typed() -> Outcome {
    Journey::new().run(|site, page| {
        let planner = Planner::open(page, EAGER)?;
        planner.state_dates("11 May 2026", "28 August 2026")?;
        planner.choose_start("May 11")?;
        planner.choose_start("May 18")?;
        planner.wait_until_saved()?;

        let wasm = open_held(site, page, EAGER)?;
        assert_eq!(page.by_label(LATEST)?.value()?, "");
        page.by_label(EARLIEST)?.type_text("18 May 2026")?;
        page.checkbox("May 11")?.click()?;
        let planner = let_come(site, page, &wasm)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_eq!(planner.field(LATEST)?.value()?, "28 August 2026");
        // Ticking what was chosen already changes neither the choice nor its rank.
        let stored: String = page.script(
            "return JSON.parse(localStorage.getItem(arguments[0])).text",
            &[format!("job-posting/1/draft/{EXAMPLE_ID}/choices").into()],
        )?;
        assert_eq!(stored, "2026-05-11 2026-05-18");
        Ok(())
    })
}

#[test]
fn buttons_pressed_before_the_app_came_do_their_work_afterwards() -> Outcome {
    Journey::new().run(|site, page| {
        let wasm = open_held(site, page, EAGER)?;
        page.button("Plan to apply here")?.click()?;
        page.button("Add days you can’t work")?.click()?;
        let planner = let_come(site, page, &wasm)?;
        assert_contains(&planner.slots()?, "Planned");
        planner.by_role(Role::Group, "Busy days 1")?;
        planner.wait_for_focus(Role::TextBox, "From")
    })
}

#[test]
fn a_reader_who_only_reads_downloads_no_app() -> Outcome {
    Journey::new().window(Window::PHONE).run(|site, page| {
        page.open(INTERACTION)?;
        page.wait_until_script("the element", "return Boolean(customElements.get('job-posting'))")?;
        page.script::<()>("scrollTo(0, document.documentElement.scrollHeight)", &[])?;
        page.settle()?;
        page.heading("Plan your availability")?;
        const FETCHED: &str = "return performance.getEntriesByType('resource').map((it) => it.name)
            .filter((name) => /[.]wasm$|[.]json$|job-posting-.*[.]js$/.test(name))";
        assert_eq!(page.script::<Vec<String>>(FETCHED, &[])?, [""; 0]);
        assert!(!asks_for_the_app(site), "{:?}", site.requests());

        page.checkbox("May 18")?.click()?;
        let planner = Planner::on(page)?;
        assert!(asks_for_the_app(site));
        let chosen: Vec<bool> = planner.starts()?.iter().map(|start| start.chosen).collect();
        assert_eq!(chosen, [false, true, false, false, false]);
        planner.wait_until_saved()
            .map_err(Into::into)
    })
}

#[test]
fn a_button_wakes_the_app_and_is_pressed_then() -> Outcome {
    Journey::new().run(|_site, page| {
        page.open(INTERACTION)?;
        page.button("Add days you can’t work")?.click()?;
        let planner = Planner::on(page)?;
        planner.by_role(Role::Group, "Busy days 1")?;
        Ok(())
    })
}

#[test]
fn the_keyboard_wakes_the_app() -> Outcome {
    Journey::new().run(|site, page| {
        page.open(INTERACTION)?;
        page.wait_until_script("the element", "return Boolean(customElements.get('job-posting'))")?;
        assert!(!asks_for_the_app(site));
        page.press(Key::Tab)?;
        let planner = Planner::on(page)?;
        let focused = page.focused()?.map(|element| element.text()).transpose()?;
        assert!(focused.is_some(), "the focus is lost");
        assert_eq!(planner.progress()?, "0 of 5 answered");
        Ok(())
    })
}

#[test]
fn without_markup_written_ahead_interaction_means_lazy() -> Outcome {
    const FAR: &str = r#"<div style="block-size: 500vh">Far to go</div><job-posting id="widget"
        loading="interaction" src="/postings/ordinary-job.json"></job-posting>"#;
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", FAR);
        page.open("/careers.html")?;
        page.wait_until_script("the element", "return Boolean(customElements.get('job-posting'))")?;
        page.settle()?;
        assert!(!asks_for_the_app(site), "{:?}", site.requests());
        page.script::<()>("widget.scrollIntoView()", &[])?;
        Planner::on(page)?;
        Ok(())
    })
}

#[test]
fn without_any_script_it_is_read_and_typed_into() -> Outcome {
    Journey::new().run(|site, page| {
        site.header("Content-Security-Policy", "script-src 'none'");
        page.open(EAGER)?;
        expect_readable(page)?;
        page.by_label(EARLIEST)?.type_text("18 May 2026")?;
        assert_eq!(page.by_label(EARLIEST)?.value()?, "18 May 2026");
        page.checkbox("May 18")?.click()?;
        assert!(page.checkbox("May 18")?.is_checked()?);
        if page.engine() != Engine::Webkit {
            assert!(page.print()?.pages() <= 2);
        }
        assert!(!asks_for_the_app(site));
        Ok(())
    })
}

fn expect_readable(page: &Page) -> Result<(), PageError> {
    page.heading("E-commerce Strategy Intern, Summer/Fall 2026")?;
    page.heading("What you’ll do")?;
    page.link("Apply at TikTok")?;
    Ok(())
}

/// A browser that doesn't know the attribute leaves the template alone.
#[test]
fn without_declarative_shadow_roots_the_plain_posting_shows_until_the_app_comes() -> Outcome {
    Journey::new().run(|site, page| {
        let unknown = built_page(EAGER)?.replace(" shadowrootmode=", " data-unknown=");
        site.put("/rendered/old.html", unknown);
        let wasm = open_held(site, page, "/rendered/old.html")?;
        expect_readable(page)?;
        assert_eq!(page.names_of(Role::TextBox)?, [""; 0]);
        let planner = let_come(site, page, &wasm)?;
        planner.fill(EARLIEST, "18 May 2026")?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        Ok(())
    })
}

#[test]
fn a_strict_policy_refuses_nothing() -> Outcome {
    Journey::new().run(|site, page| {
        site.header("Content-Security-Policy", POLICY);
        let wasm = open_held(site, page, EAGER)?;
        page.by_label(EARLIEST)?.type_text("18 May 2026")?;
        let planner = let_come(site, page, &wasm)?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        assert_eq!(page.reports()?, []);
        Ok(())
    })
}

#[test]
fn without_the_app_the_posting_stays_and_says_that_the_planner_is_missing() -> Outcome {
    const MISSING: &str = "The planner can’t be loaded right now.";
    Journey::new().run(|site, page| {
        let wasm = built_file("wasm")?;
        site.fault(&wasm, Fault::Status(404));
        page.open(EAGER)?;
        page.wait_until_script(
            "the error",
            "return document.querySelector('job-posting').dataset.state === 'error'",
        )?;
        expect_readable(page)?;
        let alerts = page.names_of(Role::Alert)?;
        assert!(alerts.iter().any(|alert| alert.contains(MISSING)), "{alerts:?}");
        assert!(!page.reports()?.is_empty(), "the author finds nothing on the console");
        page.by_label(EARLIEST)?.type_text("18 May 2026")?;
        site.mend(&wasm);
        page.button("Try again")?.click()?;
        let planner = Planner::on(page)?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        let alerts = page.names_of(Role::Alert)?;
        assert!(!alerts.iter().any(|alert| alert.contains(MISSING)), "{alerts:?}");
        page.reports()?;
        Ok(())
    })
}
