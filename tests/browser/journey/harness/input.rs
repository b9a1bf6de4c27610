//! Typing, clicking and finding, in a shadow root.

use std::time::Duration;

use browser_tests::{Journey, Key, Outcome, PageError, Role};

use super::{STATEMENT, with_form};

#[test]
fn typing_reaches_a_field_in_a_shadow_root() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        let field = page.by_label("First day you are free")?;
        field.type_text("18 May 2026")?;
        assert_eq!(field.value()?, "18 May 2026");
        assert_eq!(page.text_of_part("statement")?, STATEMENT);
        field.type_over("2026-05-26")?;
        assert_eq!(field.value()?, "2026-05-26");
        field.type_over("")?;
        assert_eq!(field.value()?, "");
        Ok(())
    })
}

#[test]
fn the_keyboard_walks_through_a_shadow_root() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        assert!(page.focused()?.is_none());
        page.by_label("First day you are free")?.click()?;
        let checkbox = page.checkbox("May 18")?;
        page.press(Key::Tab)?;
        assert!(checkbox.is_focused()?);
        page.press(Key::Space)?;
        assert!(checkbox.is_checked()?);
        page.chord(&[Key::Shift], Key::Tab)?;
        assert!(page.by_label("First day you are free")?.is_focused()?);
        Ok(())
    })
}

#[test]
fn elements_are_found_by_role_and_name() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        assert_eq!(page.heading("Planner")?.text()?, "Planner");
        assert_eq!(
            page.link("Save")?.attribute("download")?.as_deref(),
            Some("draft.txt")
        );
        assert_eq!(page.button("Copy")?.text()?, "Copy");
        assert_eq!(page.button("Markdown")?.text()?, "Copy as Markdown");
        assert_eq!(page.names_of(Role::Button)?, ["Copy", "Copy as Markdown"]);
        let several = page.button("Cop").err();
        assert!(
            matches!(several, Some(PageError::Ambiguous { count: 2, .. })),
            "{several:?}"
        );
        Ok(())
    })
}

#[test]
fn what_is_not_there_is_named_with_what_is() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        page.wait_at_most(Duration::from_secs(1));
        let message = page.button("Print").err().map(|error| error.to_string());
        let expected = "no visible button is named `Print` at http://127.0.0.1";
        assert!(
            message
                .as_ref()
                .is_some_and(|text| text.starts_with(expected)),
            "{message:?}"
        );
        let rest = "there are `Copy`, `Copy as Markdown`";
        assert!(
            message.as_ref().is_some_and(|text| text.ends_with(rest)),
            "{message:?}"
        );
        Ok(())
    })
}

#[test]
fn elements_are_found_inside_others() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        let group = page.by_role(Role::Group, "Sources")?;
        group.by_label("Copy")?.type_text("one")?;
        assert_eq!(group.part("copy")?.value()?, "one");
        assert_eq!(group.names_of(Role::TextBox)?, ["Copy"]);
        assert_eq!(group.names_of(Role::Button)?, [""; 0]);
        Ok(())
    })
}

/// A page may replace what a test has found, at any time between two steps.
#[test]
fn what_the_page_replaces_is_found_again() -> Outcome {
    const REPLACE: &str = "
        const group = host.shadowRoot.querySelector('fieldset');
        group.replaceWith(group.cloneNode(true));";
    with_form(Journey::new(), |_site, page| {
        let group = page.by_role(Role::Group, "Sources")?;
        let field = group.by_label("Copy")?;
        let part = group.part("copy")?;
        let replace = || page.script::<()>(REPLACE, &[]);
        replace()?;
        assert_eq!(field.attribute("part")?.as_deref(), Some("copy"));
        replace()?;
        assert_eq!(part.value()?, "");
        replace()?;
        assert_eq!(group.names_of(Role::TextBox)?, ["Copy"]);
        replace()?;
        field.type_over("one")?;
        assert_eq!(group.by_label("Copy")?.value()?, "one");
        // Meanwhile, too.
        page.script::<()>(&format!("setInterval(() => {{ {REPLACE} }}, 50)"), &[])?;
        for _ in 0..20 {
            assert_eq!(group.by_label("Copy")?.value()?, "one");
        }
        Ok(())
    })
}

#[test]
fn a_picked_file_is_in_its_field() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        let field = page.by_label("Open")?;
        field.pick_file("draft.txt", "18 May 2026")?;
        let name: String = field.script("return arguments[0].files[0].name")?;
        assert_eq!(name, "draft.txt");
        let bytes: usize = field.script("return arguments[0].files[0].size")?;
        assert_eq!(bytes, "18 May 2026".len());
        Ok(())
    })
}
