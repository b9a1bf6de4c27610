//! Print: one clean page with posting and statement.

use browser_tests::{Engine, Journey, Media, Outcome, Role};

use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, eventually, if_able, plain};

#[test]
fn the_example_prints_on_one_page() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.state_dates("18 May 2026", "31 August 2026")?;
        planner.choose_start("May 18")?;
        let Some(printed) = if_able(page.print())? else {
            assert_eq!(page.engine(), Engine::Webkit);
            return Ok(());
        };
        assert_eq!(printed.pages(), 1);
        Ok(())
    })
}

#[test]
fn paper_shows_posting_and_statement_and_nothing_to_press() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.choose_start("May 18")?;
        let on_screen = planner.statement()?;
        if if_able(page.emulate(&[Media::Light, Media::Print]))?.is_none() {
            return Ok(());
        }
        assert_eq!(planner.statement()?, on_screen);
        assert_contains(
            &plain(&page.text_of_part("posting")?),
            "TikTok has over one billion users",
        );
        for role in [
            Role::Button,
            Role::Checkbox,
            Role::Radio,
            Role::TextBox,
            Role::Group,
        ] {
            assert_eq!(page.names_of(role)?, [""; 0], "{role:?}");
        }
        assert!(!page.has_part("preview")?);
        Ok(())
    })
}

#[test]
fn the_print_button_opens_the_browsers_dialogue() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.state_dates("18 May 2026", "31 August 2026")?;
        let before = planner.progress()?;
        page.script::<()>("window.print = () => { window.printed = true }", &[])?;
        planner.button("Print")?.click()?;
        assert!(page.script::<bool>("return window.printed === true", &[])?);
        // A page that may not print is not told so; then nothing was taken away.
        page.settle()?;
        assert_eq!(planner.progress()?, before);
        page.script::<()>("dispatchEvent(new Event('beforeprint'))", &[])?;
        eventually(page, true, || Ok(planner.progress()? != before))
    })
}
