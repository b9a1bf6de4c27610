//! What leaves a page: the clipboard and downloads.

use browser_tests::{Engine, Journey, Outcome, PageError};

use super::{STATEMENT, with_form};

#[test]
fn a_copied_text_is_on_the_clipboard() -> Outcome {
    with_form(Journey::new().alone(), |_site, page| {
        page.by_label("First day")?.type_text("18 May 2026")?;
        page.button("Copy")?.click()?;
        page.wait_until_script("the copy", "return echo.textContent === 'copied'")?;
        assert_eq!(page.clipboard()?, STATEMENT);
        Ok(())
    })
}

#[test]
fn a_clipboard_that_other_tests_use_is_not_read() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        assert!(matches!(page.clipboard(), Err(PageError::Shared { .. })));
        Ok(())
    })
}

#[test]
fn a_refused_clipboard_is_refused() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        if page.engine() != Engine::Chromium {
            assert!(matches!(
                page.refuse_clipboard(),
                Err(PageError::Unsupported { .. })
            ));
            return Ok(());
        }
        page.refuse_clipboard()?;
        page.button("Copy")?.click()?;
        let mut reports = Vec::new();
        page.wait_until("the refusal", || {
            reports.extend(page.reports()?);
            Ok(!reports.is_empty())
        })?;
        assert!(
            reports.iter().all(|report| report.kind == "rejection"),
            "{reports:?}"
        );
        Ok(())
    })
}

#[test]
fn a_download_is_read() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        if page.engine() == Engine::Webkit {
            assert!(matches!(
                page.download("draft.txt"),
                Err(PageError::Unsupported { .. })
            ));
            return Ok(());
        }
        page.link("Save")?.click()?;
        assert_eq!(page.download("draft.txt")?, b"a");
        Ok(())
    })
}
