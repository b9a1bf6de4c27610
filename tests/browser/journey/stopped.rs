//! S10: an app that panics, or through which an exception of the browser has passed. The widget in which
//! it happened says so, the page's others go on where they were, and nothing typed is lost.
//!
//! The release build has no way to make it panic, so the page's own scripts do: they have the browser's
//! interfaces throw once, as a broken polyfill does.

use browser_tests::{Journey, Outcome, Page, Role, Site};
use serde_json::json;

use crate::hosts::{count_events, posting, put_page_with};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually, if_able};

const STOPPED: &str = "Something went wrong, so the planner has stopped.";

/// What the exceptions say, and nobody may repeat.
const SECRET: &str = "18 May 2099 at grandmother’s";

/// Only calls of the app fail: engines and drivers run scripts of their own in the page.
/// `breakNext(Document.prototype, 'createElement', 'input')`: the next such call throws, or with `Infinity`
/// all do.
const BREAK: &str = "
    window.breakNext = (object, name, given, times = 1) => {
        const original = Object.getOwnPropertyDescriptor(object, name);
        const kind = ['value', 'set', 'get'].find((kind) => original[kind]);
        const call = function (first, ...rest) {
            const isAimedAt = (given === undefined || first === given) && /job-posting-/.test(new Error().stack);
            if (!isAimedAt) return original[kind].call(this, first, ...rest);
            times -= 1;
            if (!times) Object.defineProperty(object, name, original);
            throw new RangeError('18 May 2099 at grandmother’s');
        };
        Object.defineProperty(object, name, { ...original, [kind]: call });
    };
    window.made = 0;
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (...parts) => {
        made += 1;
        return instantiate.apply(WebAssembly, parts);
    };";

/// Makes the app panic: Leptos expects that elements can be created.
const PANIC: &str = "breakNext(Document.prototype, 'createElement')";

/// Sends an exception through the app: dates can be written, it thinks. Without `window`, Firefox's driver has an `Intl` of its own.
const THROW: &str = "breakNext(window.Intl.DateTimeFormat.prototype, 'format')";

const TWO: &str = r#"
    <section aria-label="garden"><job-posting id="garden" src="/garden.json"></job-posting></section>
    <section aria-label="kitchen"><job-posting id="kitchen" src="/kitchen.json"></job-posting></section>"#;

fn put_two(site: &Site) {
    let starts = ["2099-05-11", "2099-06-08"];
    site.put("/garden.json", posting("garden", "Gardener", &starts));
    site.put("/kitchen.json", posting("kitchen", "Cook", &starts));
    put_page_with(site, "/careers.html", BREAK, TWO);
}

/// Two widgets, both in use, the focus in the second one.
fn open_two<'a>(site: &Site, page: &'a Page) -> Outcome<[Planner<'a>; 2]> {
    put_two(site);
    let planner = Planner::open(page, "/careers.html")?;
    let [garden, kitchen] = ["garden", "kitchen"].map(|region| planner.in_region(region));
    garden.fill(EARLIEST, "1 May 2099")?;
    kitchen.fill(EARLIEST, "2 May 2099")?;
    kitchen.field(LATEST)?.type_over("31 Aug")?;
    Ok([garden, kitchen])
}

/// Presses a button of the first widget without moving the focus.
const ADD_BUSY: &str = "[...garden.shadowRoot.querySelectorAll('button')]
    .filter((button) => button.textContent.includes('Add days'))[0].click()";

fn wait_for_state(page: &Page, id: &str, state: &str) -> Outcome {
    let script = format!("return {id}.dataset.state === '{state}'");
    Ok(page.wait_until_script(&format!("{id} to be {state}"), &script)?)
}

fn expect_stopped(page: &Page, id: &str) -> Outcome {
    wait_for_state(page, id, "error")?;
    let alerts = page.names_of(Role::Alert)?;
    let stopped = alerts.iter().filter(|alert| alert.contains(STOPPED));
    assert_eq!(stopped.count(), 1, "{alerts:?}\n{:?}", page.reports());
    Ok(())
}

/// Takes what the page reported: the failure itself and our own line, and no word of what was typed.
fn expect_reports_without_words(page: &Page, place: &str) -> Outcome {
    let reports = page.reports()?;
    let ours: Vec<&str> = reports
        .iter()
        .map(|report| report.text.as_str())
        .filter(|text| text.starts_with("job-posting: stopped at"))
        .collect();
    assert!(!ours.is_empty(), "{reports:?}");
    for line in ours {
        assert_contains(line, place);
        assert!(!line.contains(SECRET), "{line}");
        assert!(!line.contains("/root") && !line.contains("/home"), "{line}");
    }
    Ok(())
}

/// Waits until a widget has left the app that ended. Until then it is ready, but as it was.
fn wait_for_new_app(page: &Page, id: &str) -> Outcome {
    let script = format!(
        "return {id}.dataset.state === 'ready' && !{id}.shadowRoot.querySelector('.stopped')"
    );
    Ok(page.wait_until_script(&format!("{id} to be ready in a new app"), &script)?)
}

/// The second widget is as it was, in a new app, and works.
fn expect_going_on(page: &Page, kitchen: &Planner<'_>) -> Outcome {
    wait_for_new_app(page, "kitchen")?;
    assert_eq!(kitchen.field(EARLIEST)?.value()?, "2 May 2099");
    assert!(kitchen.field(LATEST)?.is_focused()?, "the focus is lost");
    page.type_text("ust 2099")?;
    assert_eq!(kitchen.field(LATEST)?.value()?, "31 August 2099");
    assert_contains(&kitchen.statement()?, "Available May 2 – August 31, 2099");
    kitchen.choose_start("May 11")?;
    assert_contains(&kitchen.statement()?, "May 11, 2099");
    kitchen.wait_until_saved()?;
    Ok(())
}

#[test]
fn s10_a_panic_stops_the_widget_it_happens_in_and_no_other() -> Outcome {
    Journey::new().alone().run(|site, page| {
        let [garden, kitchen] = open_two(site, page)?;
        site.forget_requests();
        page.script::<()>(&format!("{PANIC}; {ADD_BUSY}"), &[])?;
        expect_stopped(page, "garden")?;
        expect_going_on(page, &kitchen)?;
        expect_reports_without_words(page, "dom.rs:")?;
        // The new instance is made of what is there already.
        let asked = site.requests();
        assert!(
            asked
                .iter()
                .all(|request| request.target == "/kitchen.json"),
            "{asked:?}"
        );
        // The posting can still be read, and what was typed can still be seen.
        assert_eq!(garden.field(EARLIEST)?.value()?, "1 May 2099");
        page.heading("Gardener")?;

        garden.button("Copy details")?.click()?;
        garden.button("Copied")?;
        if let Some(copied) = if_able(page.clipboard())? {
            assert_contains(&copied, "dom.rs:");
            assert!(!copied.contains(SECRET), "{copied}");
        }

        garden.field(LATEST)?.type_over("30 August 2099")?;
        garden.button("Try again")?.click()?;
        wait_for_state(page, "garden", "ready")?;
        assert!(
            !page
                .names_of(Role::Alert)?
                .iter()
                .any(|alert| alert.contains(STOPPED))
        );
        assert_contains(&garden.statement()?, "Available May 1 – August 30, 2099");
        garden.add_busy(1, "1 June 2099", "2 June 2099", "exams")?;
        garden.wait_until_saved()?;
        page.reload()?;
        Planner::on(page)?;
        assert_eq!(garden.field("What for")?.value()?, "exams");
        assert_eq!(kitchen.field(LATEST)?.value()?, "31 August 2099");
        Ok(())
    })
}

#[test]
fn s10_a_stopped_widget_takes_nothing_back_that_another_has_typed_since() -> Outcome {
    let both = TWO.replace("/kitchen.json", "/garden.json");
    Journey::new().run(|site, page| {
        put_two(site);
        put_page_with(site, "/careers.html", BREAK, &both);
        let planner = Planner::open(page, "/careers.html")?;
        let [garden, kitchen] = ["garden", "kitchen"].map(|region| planner.in_region(region));
        garden.state_dates("1 May 2099", "30 July 2099")?;
        garden.field(LATEST)?.click()?;
        page.script::<()>(&format!("{PANIC}; {ADD_BUSY}"), &[])?;
        expect_stopped(page, "garden")?;
        wait_for_new_app(page, "kitchen")?;
        kitchen.fill(EARLIEST, "9 May 2099")?;
        kitchen.choose_start("May 11")?;
        garden.field(LATEST)?.type_over("30 August 2099")?;
        kitchen.fill(LATEST, "31 August 2099")?;
        kitchen.wait_until_saved()?;
        garden.button("Try again")?.click()?;
        wait_for_state(page, "garden", "ready")?;
        for one in [&garden, &kitchen] {
            eventually(page, "30 August 2099".to_owned(), || {
                one.field(LATEST)?.value()
            })?;
            assert_eq!(one.field(EARLIEST)?.value()?, "9 May 2099");
            assert_contains(&one.statement()?, "May 11, 2099");
        }
        let offered =
            "return kitchen.shadowRoot.querySelector('[part~=elsewhere]')?.textContent ?? ''";
        let offered: String = page.script(offered, &[])?;
        assert_contains(&offered, "31 August 2099");
        page.reports()?;
        Ok(())
    })
}

#[test]
fn s10_an_exception_that_passes_through_the_app_is_as_contained_as_a_panic() -> Outcome {
    const TYPE: &str = "
        const field = garden.shadowRoot.getElementById('earliest-start');
        field.value = '3 May 2099';
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    Journey::new().run(|site, page| {
        let [garden, kitchen] = open_two(site, page)?;
        page.script::<()>(&format!("{THROW}; {TYPE}"), &[])?;
        expect_stopped(page, "garden")?;
        expect_going_on(page, &kitchen)?;
        expect_reports_without_words(page, "RangeError\nwasm-function[")?;
        // What was typed is on the device before anyone tries again.
        page.reload()?;
        Planner::on(page)?;
        assert_eq!(garden.field(EARLIEST)?.value()?, "3 May 2099");
        Ok(())
    })
}

#[test]
fn s10_a_posting_that_can_not_be_mounted_leaves_the_pages_own_words() -> Outcome {
    const ADD: &str = "
        const added = document.createElement('job-posting');
        added.id = 'added';
        added.setAttribute('src', '/garden.json?again');
        added.innerHTML = '<p>Read this elsewhere</p>';";
    // The first element that only a posting has, and the first one that only a planner has.
    for first in ["h2", "input"] {
        Journey::new().run(|site, page| {
            let [_, kitchen] = open_two(site, page)?;
            let sabotage = format!("breakNext(Document.prototype, 'createElement', '{first}')");
            page.script::<()>(
                &format!("{ADD} {sabotage}; document.querySelector('main').append(added)"),
                &[],
            )?;
            expect_stopped(page, "added")?;
            expect_going_on(page, &kitchen)?;
            wait_for_new_app(page, "garden")?;
            expect_reports_without_words(page, "dom.rs:")?;
            let is_readable = "return added.innerText.includes('elsewhere')
                || added.shadowRoot.textContent.includes('Gardener')";
            assert!(page.script::<bool>(is_readable, &[])?, "{first}");
            page.button("Try again")?.click()?;
            wait_for_state(page, "added", "ready")?;
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn s10_a_timer_that_fails_loses_nothing_typed() -> Outcome {
    Journey::new().run(|site, page| {
        let [garden, kitchen] = open_two(site, page)?;
        garden.wait_until_saved()?;
        kitchen.wait_until_saved()?;
        page.script::<()>("breakNext(window.Date, 'now')", &[])?;
        page.type_text("ust 2099")?;
        expect_stopped(page, "kitchen")?;
        wait_for_new_app(page, "garden")?;
        assert_eq!(garden.field(EARLIEST)?.value()?, "1 May 2099");
        expect_reports_without_words(page, "RangeError")?;
        page.button("Try again")?.click()?;
        wait_for_state(page, "kitchen", "ready")?;
        assert_contains(&kitchen.statement()?, "Available May 2 – August 31, 2099");
        Ok(())
    })
}

/// A sandboxed page has no storage: there the draft is nowhere but in the app that has ended.
#[test]
fn s10_a_draft_that_the_device_does_not_keep_outlives_its_app() -> Outcome {
    Journey::new().run(|site, page| {
        site.header(
            "Content-Security-Policy",
            "sandbox allow-scripts allow-downloads",
        );
        site.header("Access-Control-Allow-Origin", "*");
        let [garden, kitchen] = open_two(site, page)?;
        kitchen.add_busy(1, "1 June 2099", "2 June 2099", "exams")?;
        page.script::<()>(&format!("{PANIC}; {ADD_BUSY}"), &[])?;
        expect_stopped(page, "garden")?;
        wait_for_new_app(page, "kitchen")?;
        assert_eq!(kitchen.field("What for")?.value()?, "exams");
        assert_eq!(kitchen.field(EARLIEST)?.value()?, "2 May 2099");
        expect_reports_without_words(page, "dom.rs:")?;
        let text: String = page.script("return garden.exportDraft()", &[])?;
        assert_contains(&text, "1 May 2099");
        garden.button("Try again")?.click()?;
        wait_for_state(page, "garden", "ready")?;
        assert_eq!(garden.field(EARLIEST)?.value()?, "1 May 2099");
        Ok(())
    })
}

#[test]
fn s10_a_page_that_breaks_every_app_is_not_tried_for_ever() -> Outcome {
    Journey::new().run(|site, page| {
        let [_, kitchen] = open_two(site, page)?;
        page.script::<()>(
            "breakNext(Document.prototype, 'createElement', 'input', Infinity)",
            &[],
        )?;
        page.script::<()>(ADD_BUSY, &[])?;
        eventually(page, 2, || {
            let alerts = page.names_of(Role::Alert)?;
            Ok(alerts
                .iter()
                .filter(|alert| alert.contains(STOPPED))
                .count())
        })?;
        page.settle()?;
        let made: u32 = page.script("return made", &[])?;
        assert!(made < 8, "{made} instances were made");
        assert_eq!(kitchen.field(EARLIEST)?.value()?, "2 May 2099");
        assert!(count_events(page, "error")? >= 2);
        page.reports()?;
        Ok(())
    })
}

#[test]
fn s10_the_draft_of_a_stopped_widget_can_not_be_cleared_by_mistake() -> Outcome {
    const CLEAR: &str =
        "try { garden.clearDraft(); return '' } catch (error) { return error.message }";
    Journey::new().run(|site, page| {
        let [garden, _] = open_two(site, page)?;
        page.script::<()>(&format!("{PANIC}; {ADD_BUSY}"), &[])?;
        expect_stopped(page, "garden")?;
        page.reports()?;
        assert_contains(&page.script::<String>(CLEAR, &[])?, "the planner has stopped");
        let import = "try { garden.importDraft(arguments[0]); return '' } catch (error) { return error.message }";
        let refused: String = page.script(import, &[json!("{}")])?;
        assert_contains(&refused, "the planner isn’t there");
        garden.button("Try again")?.click()?;
        wait_for_state(page, "garden", "ready")?;
        assert_eq!(garden.field(EARLIEST)?.value()?, "1 May 2099");
        Ok(())
    })
}
