//! Copying: the clipboard really holds the statement, and where the page may not write to it, the
//! statement is selected for the candidate to copy.

use browser_tests::{Journey, Key, Outcome, Page, Role};

use crate::hosts::{EXAMPLE, put_page, put_page_with};
use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, eventually, if_able, plain};

const BY_HAND: &str = "This page may not copy for you. The text is selected";

#[test]
fn every_form_of_the_statement_is_copied_as_it_is_shown() -> Outcome {
    const FORMS: [(&str, &str); 5] = [
        (
            "Resume line",
            "Available from May 18, 2026; preferred start: ",
        ),
        (
            "Sentence",
            "I am available for the E-commerce Strategy Intern",
        ),
        ("Markdown", "**"),
        ("LaTeX", "\\"),
        ("JSON", "\"2026-05-18\""),
    ];
    Journey::new().alone().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        assert!(!can_copy(&planner)?);
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.choose_start("May 18")?;
        for (form, part) in FORMS {
            planner.by_role(Role::Radio, form)?.click()?;
            let shown = planner.statement_lines()?;
            assert_contains(&plain(&shown), part);
            planner.button("Copy")?.click()?;
            eventually(page, true, || says(page, "Copied"))?;
            assert_eq!(page.clipboard()?.trim_end(), shown.trim_end(), "{form}");
        }
        // What is on the clipboard is out of date as soon as the statement changes.
        planner.fill(EARLIEST, "19 May 2026")?;
        assert!(!says(page, "Copied")?);
        Ok(())
    })
}

/// The same text may come back, but what is told then would be that it was copied again.
#[test]
fn copied_is_not_said_again_when_the_same_text_comes_back() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        let copy = || -> Outcome {
            planner.button("Copy")?.click()?;
            eventually(page, true, || says(page, "Copied"))
        };
        planner.fill(EARLIEST, "18 May 2026")?;
        let stated = planner.statement()?;
        copy()?;
        planner.choose_start("May 18")?;
        assert!(!says(page, "Copied")?);
        planner.choose_start("May 18")?;
        eventually(page, stated.clone(), || planner.statement())?;
        assert!(!says(page, "Copied")?, "after a date and back");
        copy()?;
        planner.by_role(Role::Radio, "Sentence")?.click()?;
        planner.by_role(Role::Radio, "Resume line")?.click()?;
        eventually(page, stated.clone(), || planner.statement())?;
        assert!(!says(page, "Copied")?, "after another form and back");
        copy()?;
        planner.button("Delete my draft")?.click()?;
        planner.button("Undo")?.click()?;
        eventually(page, stated.clone(), || planner.statement())?;
        assert!(!says(page, "Copied")?, "after a deletion and back");
        Ok(())
    })
}

#[test]
fn a_refused_clipboard_leaves_the_statement_selected() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        if if_able(page.refuse_clipboard())?.is_none() {
            return Ok(());
        }
        planner.button("Copy")?.click()?;
        expect_statement_by_hand(page, &planner)
    })
}

#[test]
fn a_page_without_the_clipboard_api_leaves_the_statement_selected() -> Outcome {
    const NO_CLIPBOARD: &str =
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });";
    Journey::new().alone().run(|site, page| {
        put_page_with(site, "/careers.html", NO_CLIPBOARD, EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.button("Copy")?.click()?;
        expect_statement_by_hand(page, &planner)?;
        page.chord(&[Key::Control], 'c')?;
        assert_eq!(plain(&page.clipboard()?), planner.statement()?);
        Ok(())
    })
}

fn expect_statement_by_hand(page: &Page, planner: &Planner<'_>) -> Outcome {
    planner.wait_for_focus(Role::TextBox, "Statement to copy")?;
    let field = planner.field("Statement to copy")?;
    let selected: String = field.script(
        "const { value, selectionStart, selectionEnd } = arguments[0];
        return value.slice(selectionStart, selectionEnd)",
    )?;
    assert_eq!(plain(&selected), planner.statement()?);
    assert!(says(page, BY_HAND)?);
    assert!(!says(page, "Copied")?);
    Ok(())
}

fn can_copy(planner: &Planner<'_>) -> Result<bool, browser_tests::PageError> {
    planner
        .button("Copy")?
        .script("return !arguments[0].disabled")
}

/// Whether a status message with this text is shown.
fn says(page: &Page, words: &str) -> Result<bool, browser_tests::PageError> {
    let messages = page.names_of(Role::Status)?;
    Ok(messages.iter().any(|message| message.contains(words)))
}
