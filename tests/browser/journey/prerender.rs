//! The app takes over a page written ahead: nothing moves, and nothing that a reader did is lost.

use browser_tests::{Engine, Journey, Key, Outcome, Page, Role, Window};

use crate::ahead::{EAGER, let_come, open_held};
use crate::hosts::EXAMPLE_ID;
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually, plain};

/// Where everything is and what it says: the widget's elements in order, with their places; or only those
/// in the window, as far as they reach into it.
const LAYOUT: &str = "
    const [inWindow] = arguments;
    const widget = document.querySelector('job-posting').shadowRoot.querySelector('.widget');
    const places = [...widget.querySelectorAll('*')].map((one) => {
        let { left, top, right, bottom } = one.getBoundingClientRect();
        if (inWindow) [top, bottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
        if (inWindow && top > bottom) return '';
        return one.localName + [left, top, right, bottom].map((n) => ' ' + n.toFixed(2)).join('');
    });
    return [places, widget.textContent]";

/// Where the reader is when the app takes over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// At the top, where a phone has not yet laid out what is in the planner.
    Posting,
    Planner,
}

fn layout(page: &Page, in_window: bool) -> Outcome<(Vec<String>, String)> {
    let (places, text): (Vec<String>, String) = page.script(LAYOUT, &[in_window.into()])?;
    Ok((places, plain(&text)))
}

#[test]
fn nothing_in_sight_moves_on_a_phone_when_the_app_takes_over() -> Outcome {
    expect_no_shift(Window::PHONE, Reader::Posting)
}

#[test]
fn nothing_moves_on_a_phone_when_the_app_takes_over_at_the_planner() -> Outcome {
    expect_no_shift(Window::PHONE, Reader::Planner)
}

#[test]
fn nothing_moves_on_a_laptop_when_the_app_takes_over() -> Outcome {
    expect_no_shift(Window::DESKTOP, Reader::Planner)
}

fn expect_no_shift(window: Window, reader: Reader) -> Outcome {
    const OBSERVE: &str = "
        window.shifts = [];
        const place = ({ x, y, width, height }) => [x, y, width, height].join(' ');
        const told = ({ node, previousRect, currentRect }) =>
            `${node?.localName}.${node?.className}: ${place(previousRect)}, then ${place(currentRect)}`;
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(
            ({ value, startTime, sources }) => [`${value} at ${startTime}`, ...sources.map(told)].join('; '))))
            .observe({ type: 'layout-shift', buffered: true });";
    const SHIFTS: &str = "return shifts";
    Journey::new().window(window).run(|site, page| {
        let wasm = open_held(site, page, EAGER)?;
        let in_window = reader == Reader::Posting;
        if !in_window {
            page.script::<()>(
                "document.querySelector('job-posting').shadowRoot
                    .querySelector('.planner').scrollIntoView({ behavior: 'instant' })",
                &[],
            )?;
            page.settle()?;
        }
        let before = layout(page, in_window)?;
        if page.engine() == Engine::Chromium {
            page.script::<()>(OBSERVE, &[])?;
        }
        let_come(site, page, &wasm)?;
        let after = layout(page, in_window)?;
        assert_eq!(before.1, after.1, "the words changed");
        assert_eq!(before.0.len(), after.0.len());
        for (before, after) in before.0.iter().zip(&after.0) {
            assert_eq!(before, after, "an element moved");
        }
        if page.engine() == Engine::Chromium {
            assert_eq!(page.script::<Vec<String>>(SHIFTS, &[])?, [""; 0]);
            // What is measured is there to be measured.
            page.script::<()>(
                "document.querySelector('main').style.marginBlockStart = '99px'",
                &[],
            )?;
            page.wait_until_script("a layout shift", "return shifts.length > 0")?;
        }
        Ok(())
    })
}

/// What is focused, what is selected in it, and where on the screen it is, although what was typed
/// above it makes a line appear there.
const PLACE: &str = "
    const root = document.querySelector('job-posting').shadowRoot;
    const { id, value, selectionStart, selectionEnd } = root.activeElement;
    const { y } = root.activeElement.getBoundingClientRect();
    return JSON.stringify([Math.round(y), id, value, selectionStart, selectionEnd])";

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
        page.by_label("Note on requirement 3")?
            .type_text("Chess <b>club</b>")?;
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
        assert_contains(&planner.statement()?, "May 18 – August 31, 2026");
        planner.wait_until_saved()?;
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_contains(&planner.statement()?, "May 18 – August 31, 2026");
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
        // Who typed could not see what was stored: it is offered.
        eventually(page, true, || {
            Ok(page
                .text_of_part("elsewhere")?
                .contains("Also typed elsewhere: 11 May 2026"))
        })?;
        // Ticking what was chosen already changes neither the choice nor its rank.
        let stored: String = page.script(
            "return JSON.parse(localStorage.getItem(arguments[0])).text",
            &[format!("job-posting/2/draft/{EXAMPLE_ID}/choices").into()],
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
