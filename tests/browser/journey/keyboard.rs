//! The keyboard alone: everything is reached in the order it is read, and each step can be done.

use browser_tests::{Journey, Key, Outcome, Page, PageError, Role, Window};

use crate::hosts::{EXAMPLE, put_page};
use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, eventually};

/// Notes every element that gets the focus, and tells what a keyboard should reach: each visible
/// control, and one radio button per group, as the arrow keys reach the others.
const NOTE: &str = "
    window.reached = [];
    widget.shadowRoot.addEventListener('focusin', (event) => reached.push(event.target));
    const groups = new Set();
    window.reachable = [...widget.shadowRoot.querySelectorAll(
        'a[href], button, input, select, textarea, summary')].filter((one) => {
        if (one.disabled || one.tabIndex < 0 || !one.checkVisibility()) return false;
        if (one.type !== 'radio') return true;
        const isFirst = !groups.has(one.name);
        groups.add(one.name);
        return isFirst;
    });
    return reachable.length";

/// The names of what was not reached, and whether focus followed the order of the document.
const JUDGE: &str = "
    const named = (one) => (one.ariaLabel || one.labels?.[0]?.innerText || one.innerText).trim();
    const missed = reachable.filter((one) => !reached.includes(one));
    const follows = (one, next) =>
        !next || Boolean(one.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [missed.map(named), reached.every((one, index) => follows(one, reached[index + 1]))]";

#[test]
fn tab_reaches_every_control_in_the_order_of_reading() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(
            site,
            "/careers.html",
            &format!("{EXAMPLE}<a href='#end'>The end</a>"),
        );
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.choose_start("May 18")?;
        planner.choose_start("Jun 8")?;
        page.heading("Careers")?.click()?;
        let count: usize = page.script(NOTE, &[])?;
        assert!(count > 40, "only {count} controls");
        let end = page.link("The end")?;
        // Firefox also stops at boxes that scroll.
        for _ in 0..count + 5 {
            page.press(Key::Tab)?;
            if end.is_focused()? {
                break;
            }
        }
        let (missed, in_order): (Vec<String>, bool) = page.script(JUDGE, &[])?;
        assert_eq!(missed, [""; 0]);
        assert!(in_order);
        assert!(end.is_focused()?, "the keyboard does not leave the widget");
        Ok(())
    })
}

#[test]
fn the_journey_is_made_without_a_pointer() -> Outcome {
    // Only where the planner lies below the posting is there a button that leads to it.
    Journey::new().window(Window::PHONE).run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        tab_to(page, "Check your dates")?;
        page.press(Key::Enter)?;
        eventually(page, "Plan your availability".to_owned(), || {
            focused_text(page)
        })?;
        tab_to(page, "Dates")?;
        page.press(Key::Enter)?;
        eventually(page, "1. When are you free?".to_owned(), || {
            focused_text(page)
        })?;
        page.press(Key::Tab)?;
        assert!(planner.field(EARLIEST)?.is_focused()?);
        page.type_text("18 May 2026")?;

        jump(page, "Starts", "2. Which start dates suit?")?;
        tab_to(page, "Mon, May 18")?;
        page.press(Key::Space)?;
        tab_to(page, "Mon, Jun 8")?;
        page.press(Key::Space)?;
        tab_to(page, "Move Mon, Jun 8 up")?;
        page.press(Key::Enter)?;
        planner.wait_for_focus(Role::Button, "Move Mon, Jun 8 up")?;
        assert_contains(&planner.statement()?, "June 8, 2026 and May 18, 2026");

        jump(page, "Check", "3. Do you meet the requirements?")?;
        tab_to(page, "Yes")?;
        page.press(Key::Down)?;
        let related = "A related field";
        planner.wait_for_focus(Role::Radio, related)?;
        assert!(planner.by_role(Role::Radio, related)?.is_checked()?);

        jump(page, "Statement", "4. Your statement")?;
        tab_to(page, "Copy")?;
        page.press(Key::Space)?;
        eventually(page, "3 of 5 answered".to_owned(), || planner.progress())?;

        jump(page, "Apply", "5. Apply")?;
        tab_to(page, "Plan to apply here")?;
        page.press(Key::Space)?;
        assert_eq!(planner.progress()?, "4 of 5 answered");
        Ok(())
    })
}

/// Goes back to the row of jumps, uses one, and expects the focus on the step's heading.
fn jump(page: &Page, button: &str, heading: &str) -> Outcome {
    walk_to(page, button, &[Key::Shift])?;
    page.press(Key::Enter)?;
    eventually(page, heading.to_owned(), || focused_text(page))
}

fn tab_to(page: &Page, name: &str) -> Outcome {
    walk_to(page, name, &[])
}

/// Presses Tab, with the given keys held, until the focus is on a control whose name starts with
/// `name`.
#[track_caller]
fn walk_to(page: &Page, name: &str, held: &[Key]) -> Outcome {
    const LONGEST_WAY: u32 = 100;
    let mut steps = 0;
    while !focused_text(page)?.starts_with(name) {
        assert!(steps < LONGEST_WAY, "Tab does not reach `{name}`");
        page.chord(held, Key::Tab)?;
        steps += 1;
    }
    Ok(())
}

/// The name of what has the focus.
fn focused_text(page: &Page) -> Result<String, PageError> {
    let Some(focused) = page.focused()? else {
        return Ok(String::new());
    };
    let name: String = focused.script(
        "const one = arguments[0];
        if (one.ariaLabel) return one.ariaLabel;
        const words = (one.labels?.[0] ?? one).cloneNode(true);
        for (const hidden of words.querySelectorAll('[aria-hidden=true]')) hidden.remove();
        return words.textContent",
    )?;
    Ok(crate::support::plain(&name))
}
