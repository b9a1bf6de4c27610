//! The element as a careers page programs with it: events, methods, moves, several in a page.

use browser_tests::{Engine, Journey, Outcome};
use serde_json::json;

use crate::hosts::{EXAMPLE, EXAMPLE_ID, count_events, events, posting, put_page};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

#[test]
fn two_widgets_share_one_app_and_keep_their_drafts_apart() -> Outcome {
    const TWO: &str = r#"
        <section aria-label="garden"><job-posting src="/garden.json"></job-posting></section>
        <section aria-label="kitchen"><job-posting src="/kitchen.json"></job-posting></section>"#;
    Journey::new().run(|site, page| {
        site.put(
            "/garden.json",
            posting("garden", "Gardener", &["2099-05-11"]),
        );
        site.put("/kitchen.json", posting("kitchen", "Cook", &["2099-05-11"]));
        put_page(site, "/careers.html", TWO);
        let planner = Planner::open(page, "/careers.html")?;
        let [garden, kitchen] = ["garden", "kitchen"].map(|region| planner.in_region(region));
        let requests = site.requests();
        for ending in ["_bg.wasm", "_planner.wasm", ".css"] {
            let fetched = requests
                .iter()
                .filter(|request| request.target.ends_with(ending));
            assert_eq!(fetched.count(), 1, "{ending}: {requests:?}");
        }
        garden.fill(EARLIEST, "1 May 2099")?;
        kitchen.fill(EARLIEST, "2 May 2099")?;
        assert_contains(&garden.statement()?, "May 1, 2099");
        assert_contains(&kitchen.statement()?, "May 2, 2099");
        garden.wait_until_saved()?;
        kitchen.wait_until_saved()?;
        page.reload()?;
        Planner::on(page)?;
        assert_eq!(garden.field(EARLIEST)?.value()?, "1 May 2099");
        assert_eq!(kitchen.field(EARLIEST)?.value()?, "2 May 2099");
        Ok(())
    })
}

#[test]
fn a_widget_taken_out_and_put_back_goes_on() -> Outcome {
    const WITHOUT_WIDGET: &str = "return !document.querySelector('job-posting')";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        // Taken out before the edit was written: what waits is written on the way.
        page.script::<()>("window.kept = widget; widget.remove()", &[])?;
        page.wait_until_script("the removal", WITHOUT_WIDGET)?;
        page.script::<()>("document.querySelector('main').append(kept)", &[])?;
        eventually(page, 2, || count_events(page, "ready"))?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        planner.fill(LATEST, "31 August 2026")?;
        assert_contains(&planner.statement()?, "Available May 18 – August 31, 2026");
        Ok(())
    })
}

#[test]
fn a_widget_moved_within_the_page_is_not_started_anew() -> Outcome {
    const MOVES: [&str; 2] = ["aside.append(widget)", "aside.moveBefore(widget, null)"];
    Journey::new().run(|site, page| {
        let body = format!("<aside id='aside' aria-label='Aside'></aside>{EXAMPLE}");
        put_page(site, "/careers.html", &body);
        for step in MOVES {
            page.open("/careers.html")?;
            let planner = Planner::on(page)?;
            let is_known = "return 'moveBefore' in Element.prototype";
            if step.contains("moveBefore") && !page.script::<bool>(is_known, &[])? {
                assert_ne!(page.engine(), Engine::Chromium);
                println!("left out: {} does not know moveBefore", page.engine());
                continue;
            }
            planner.fill(EARLIEST, "18 May 2026")?;
            page.script::<()>(step, &[])?;
            // A restart would begin in a microtask, and be seen in the state at once.
            let state: String =
                page.script_async("setTimeout(arguments[0], 0, widget.dataset.state)", &[])?;
            assert_eq!(state, "ready", "{step}");
            planner.fill(LATEST, "31 August 2026")?;
            assert_contains(&planner.statement()?, "Available May 18 – August 31, 2026");
            assert_eq!(count_events(page, "ready")?, 1, "{step}");
        }
        Ok(())
    })
}

#[test]
fn a_page_takes_hands_over_and_deletes_the_draft() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.choose_start("May 18")?;
        let draft: String = page.script("return widget.exportDraft()", &[])?;
        assert_contains(&draft, "18 May 2026");

        page.script::<()>("widget.clearDraft()", &[])?;
        eventually(page, String::new(), || planner.field(EARLIEST)?.value())?;
        // That each text was deleted is noted until the database knows it too.
        eventually(page, Vec::<String>::new(), || {
            page.script(
                "return Object.keys(localStorage).filter((key) => key.includes('/draft/'))",
                &[],
            )
        })?;

        page.script::<()>("widget.importDraft(arguments[0])", &[json!(draft)])?;
        eventually(page, "18 May 2026".to_owned(), || {
            planner.field(EARLIEST)?.value()
        })?;
        assert_contains(&planner.statement()?, "preferred start: May 18, 2026");

        const REFUSED: &str = "
            try { widget.importDraft(arguments[0]); return 'taken'; }
            catch (error) { return String(error); }";
        let foreign = draft.replace(EXAMPLE_ID, "gardener");
        let refusal: String = page.script(REFUSED, &[json!(foreign)])?;
        assert_eq!(
            refusal,
            "Error: This draft belongs to another posting (gardener)."
        );
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        Ok(())
    })
}

#[test]
fn changes_are_told_when_the_candidate_makes_them_and_only_then() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        assert_eq!(count_events(page, "change")?, 0);
        planner.field(EARLIEST)?.type_over("18 May 2026")?;
        let changes = events(page)?
            .into_iter()
            .filter(|event| event.name == "change");
        let changes: Vec<_> = changes.collect();
        assert_eq!(changes.len(), "18 May 2026".len());
        for change in &changes {
            assert!(
                change.bubbles && change.composed && !change.cancelable,
                "{change:?}"
            );
            // What was typed is nobody's business but the candidate's.
            assert_eq!(change.detail, json!({ "record": "earliest-start" }));
        }
        planner.choose_start("May 18")?;
        assert_eq!(count_events(page, "change")?, changes.len() + 1);
        planner.wait_until_saved()?;

        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        page.script::<()>(
            "widget.importDraft(widget.exportDraft()); widget.clearDraft()",
            &[],
        )?;
        eventually(page, String::new(), || planner.field(EARLIEST)?.value())?;
        assert_eq!(
            count_events(page, "change")?,
            0,
            "told of what the page did itself"
        );
        Ok(())
    })
}

#[test]
fn a_page_can_take_over_applying() -> Outcome {
    const TAKE_OVER: &str = "
        widget.addEventListener('job-posting-apply', (event) => event.preventDefault());
        window.opened = 0;
        window.open = () => { opened += 1; };";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        Planner::open(page, "/careers.html")?;
        let link = page.link("Apply at TikTok")?;
        assert_eq!(
            link.attribute("href")?.as_deref(),
            Some("https://careers.tiktok.com/")
        );
        page.script::<()>(TAKE_OVER, &[])?;
        link.click()?;
        let last = events(page)?.pop();
        let told = last.is_some_and(|apply| {
            apply.name == "apply" && apply.bubbles && apply.composed && apply.cancelable
        });
        assert!(told);
        let address: String = page.script("return location.pathname", &[])?;
        assert_eq!(address, "/careers.html");
        assert_eq!(count_events(page, "ready")?, 1, "the page was left");
        Ok(())
    })
}
