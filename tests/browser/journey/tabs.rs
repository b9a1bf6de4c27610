//! One posting in several tabs of a browser: their drafts agree, and nothing that was typed in one of
//! them is lost to another.

use browser_tests::{Engine, Journey, Key, Outcome, Page, Role, Site, Tab};

use crate::hosts::{posting, put_page};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::eventually;

/// How often each of two tabs is typed into, in turn.
const TURNS: usize = 8;

/// The same page in the first tab and in another. The second one is in front.
fn open_two(site: &Site, page: &Page) -> Outcome<[Tab; 2]> {
    site.put(
        "/garden.json",
        posting("garden", "Gardener", &["2099-05-11"]),
    );
    put_page(
        site,
        "/careers.html",
        r#"<job-posting src="/garden.json"></job-posting>"#,
    );
    Planner::open(page, "/careers.html")?;
    let first = page.tab()?;
    let second = page.open_tab()?;
    Planner::open(page, "/careers.html")?;
    Ok([first, second])
}

/// Waits until a field holds a text in the tab in front.
fn expect(page: &Page, label: &str, text: &str) -> Outcome {
    let planner = Planner::on(page)?;
    eventually(page, text.to_owned(), || planner.field(label)?.value())
}

#[test]
fn d3_two_tabs_at_different_fields_keep_what_both_were_told() -> Outcome {
    Journey::new().run(|site, page| {
        let [first, second] = open_two(site, page)?;
        let planner = Planner::on(page)?;
        for turn in 1..=TURNS {
            page.go_to(&first)?;
            planner.fill(EARLIEST, &format!("{turn} May 2099"))?;
            page.go_to(&second)?;
            planner.fill(LATEST, &format!("{turn} August 2099"))?;
        }
        for tab in [&first, &second] {
            page.go_to(tab)?;
            expect(page, EARLIEST, "8 May 2099")?;
            expect(page, LATEST, "8 August 2099")?;
            planner.wait_until_saved()?;
        }
        page.reload()?;
        expect(page, EARLIEST, "8 May 2099")?;
        expect(page, LATEST, "8 August 2099")
    })
}

/// Of two windows only Firefox takes the focus from the one behind. A field without it follows the other
/// tab at once; one that has it keeps its text, and both are there in the end.
#[test]
fn d4_two_tabs_at_the_same_field_lose_neither_text() -> Outcome {
    Journey::new().run(|site, page| {
        let [first, second] = open_two(site, page)?;
        let planner = Planner::on(page)?;
        page.go_to(&first)?;
        planner.field(EARLIEST)?.type_over("1 May 2099")?;
        page.go_to(&second)?;
        expect(page, EARLIEST, "1 May 2099")?;
        planner.fill(EARLIEST, "2 May 2099")?;
        planner.wait_until_saved()?;

        page.go_to(&first)?;
        let (standing, is_offered) = match page.engine() {
            Engine::Firefox => ("2 May 2099", None),
            Engine::Chromium | Engine::Webkit => ("1 May 2099", Some(true)),
        };
        expect(page, EARLIEST, standing)?;
        assert!(planner.field(EARLIEST)?.is_focused()?);
        page.type_text(" at last")?;
        page.press(Key::Tab)?;
        for tab in [&first, &second] {
            page.go_to(tab)?;
            expect(page, EARLIEST, &format!("{standing} at last"))?;
            let elsewhere = "const { shadowRoot } = document.querySelector('job-posting');
                return shadowRoot.querySelector('[part~=elsewhere]')?.innerText.includes('2 May') ?? null";
            eventually(page, is_offered, || page.script(elsewhere, &[]))?;
        }
        Ok(())
    })
}

/// Days that another tab adds or removes leave those alone in which someone types.
#[test]
fn d4_busy_days_of_another_tab_move_no_cursor() -> Outcome {
    Journey::new().run(|site, page| {
        let [first, second] = open_two(site, page)?;
        let planner = Planner::on(page)?;
        planner.add_busy(1, "1 June 2099", "2 June 2099", "exams")?;
        planner.add_busy(2, "1 July 2099", "2 July 2099", "")?;
        planner
            .by_role(Role::Group, "Busy days 2")?
            .by_label("What for")?
            .type_text("a wed")?;
        page.go_to(&first)?;
        planner.add_busy(3, "3 July 2099", "4 July 2099", "moving")?;
        planner.button("Remove busy days 1")?.click()?;
        page.go_to(&second)?;
        let busy = |number: u8| {
            planner
                .by_role(Role::Group, &format!("Busy days {number}"))?
                .by_label("What for")
        };
        eventually(page, "moving".to_owned(), || busy(3)?.value())?;
        // What was added here stays until it is removed here.
        assert_eq!(busy(1)?.value()?, "");
        page.type_text("ding")?;
        assert_eq!(busy(2)?.value()?, "a wedding");
        assert!(busy(2)?.is_focused()?);
        Ok(())
    })
}

#[test]
fn d2_d12_a_tab_that_is_closed_right_after_the_last_key_has_saved_it() -> Outcome {
    Journey::new().run(|site, page| {
        let [first, _] = open_two(site, page)?;
        let planner = Planner::on(page)?;
        planner.field(EARLIEST)?.type_over("1 May 2099")?;
        page.close_tab(&first)?;
        expect(page, EARLIEST, "1 May 2099")?;
        page.reload()?;
        expect(page, EARLIEST, "1 May 2099")
    })
}
