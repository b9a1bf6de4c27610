//! `loading="interaction"`: the app comes for readers who reach for it, and for nobody else.

use browser_tests::{Journey, Key, Outcome, Role, Window};

use crate::ahead::{INTERACTION, asks_for_the_app};
use crate::hosts::put_page;
use crate::planner::Planner;

#[test]
fn a_reader_who_only_reads_downloads_no_app() -> Outcome {
    Journey::new().window(Window::PHONE).run(|site, page| {
        page.open(INTERACTION)?;
        page.wait_until_script(
            "the element",
            "return Boolean(customElements.get('job-posting'))",
        )?;
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
        planner.wait_until_saved().map_err(Into::into)
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
        page.wait_until_script(
            "the element",
            "return Boolean(customElements.get('job-posting'))",
        )?;
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
        page.wait_until_script(
            "the element",
            "return Boolean(customElements.get('job-posting'))",
        )?;
        page.settle()?;
        assert!(!asks_for_the_app(site), "{:?}", site.requests());
        page.script::<()>("widget.scrollIntoView()", &[])?;
        Planner::on(page)?;
        Ok(())
    })
}
