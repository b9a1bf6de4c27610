//! A choice of a start date changes what it is about, at once, and leaves the rest alone.

use browser_tests::{Journey, Outcome, Role};

use crate::planner::Planner;
use crate::support::eventually;

/// Keeps what a choice has no say in: the text of a requirement's outcome, and the first ranked row.
const KEEP: &str = "
    const root = document.querySelector('job-posting').shadowRoot;
    window.kept = ['#degree-outcome', '.progress', '.rank'].map((one) => root.querySelector(one));
    window.texts = window.kept.map((one) => [one.firstChild, one.textContent]);";

/// Whether it is all still there, and not only the same words anew.
const IS_KEPT: &str = "
    return window.kept.map((one, at) => one.isConnected
        && one.firstChild === window.texts[at][0] && one.textContent === window.texts[at][1])";

#[test]
fn a_choice_leaves_alone_what_it_does_not_change() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.choose_start("May 11")?;
        planner.choose_start("May 18")?;
        eventually(page, true, || {
            Ok(page.text_of_part("ranking")?.contains("May 18"))
        })?;
        page.script::<()>(KEEP, &[])?;
        planner.choose_start("May 26")?;
        eventually(page, true, || {
            Ok(page.text_of_part("ranking")?.contains("May 26"))
        })?;
        page.settle()?;
        let kept: Vec<bool> = page.script(IS_KEPT, &[])?;
        assert_eq!(kept, [true; 3]);
        Ok(())
    })
}

/// Ticks the second and third box, which have the focus where a keyboard does it, and says at once what the page knows:
/// the place of the third at its row, and how long the list of choices is.
const TICK: &str = "
    const [isByKeyboard, done] = arguments;
    const root = document.querySelector('job-posting').shadowRoot;
    const [, second, third] = root.querySelectorAll('.option');
    for (const row of [second, third]) {
        const box = row.querySelector('input');
        if (isByKeyboard) box.focus({ focusVisible: true });
        box.click();
    }
    setTimeout(() => done([
        third.querySelector('.option-rank').textContent,
        String(root.querySelectorAll('.rank').length),
    ]));";

#[test]
fn a_press_is_answered_before_the_list_of_choices_follows() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        let known: [String; 2] = page.script_async(TICK, &[false.into()])?;
        assert_eq!(known, ["Choice 2", "0"]);
        eventually(page, true, || {
            Ok(page.text_of_part("ranking")?.contains("May 26"))
        })?;
        // What moves a choice is in the list itself, where nothing is waited for.
        planner.button("Move Tue, May 26 up")?.click()?;
        planner.wait_for_focus(Role::Button, "Move Tue, May 26 up")
    })
}

#[test]
fn who_goes_on_by_keyboard_finds_the_list_of_choices_there() -> Outcome {
    Journey::new().run(|_site, page| {
        Planner::open(page, "/")?;
        let known: [String; 2] = page.script_async(TICK, &[true.into()])?;
        assert_eq!(known, ["Choice 2", "2"]);
        Ok(())
    })
}
