//! What is learned about a page: its errors, its accessibility, its print.

use browser_tests::{Engine, Journey, Outcome, PageError};

use super::with_form;

#[test]
fn a_page_tells_what_went_wrong() -> Outcome {
    Journey::new().run(|site, page| {
        site.header("Content-Security-Policy", "script-src 'self'");
        site.put(
            "/wrong.html",
            "<!doctype html><script>inline</script><script src=wrong.js></script>",
        );
        site.put(
            "/wrong.js",
            "console.error('told', 7); Promise.reject('refused'); throw Error('no');",
        );
        site.put(
            "/next.html",
            "<!doctype html><script src=absent.js></script>",
        );
        page.open("/wrong.html")?;
        page.wait_until_script("the reports", "return window.__reports.length === 4")?;
        page.open("/next.html")?;
        let reports = page.reports()?;
        let mut kinds: Vec<&str> = reports.iter().map(|report| report.kind.as_str()).collect();
        kinds.sort_unstable();
        assert_eq!(
            kinds,
            ["console", "exception", "policy", "rejection", "resource"],
            "{reports:?}"
        );
        assert!(
            reports.iter().any(|report| report.text == "told 7"),
            "{reports:?}"
        );
        assert_eq!(page.reports()?, []);
        Ok(())
    })
}

#[test]
fn unasked_errors_fail_a_test() {
    let outcome = Journey::new().run(|site, page| {
        site.put(
            "/wrong.html",
            "<!doctype html><script>throw Error('no such posting')</script>",
        );
        Ok(page.open("/wrong.html")?)
    });
    let failure = format!("{:?}", outcome.err());
    assert!(failure.contains("no such posting"), "{failure}");
}

#[test]
fn broken_accessibility_rules_are_found_in_a_shadow_root() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        assert_eq!(page.violations()?, []);
        page.script::<()>(
            "host.shadowRoot.querySelector('label').replaceWith(document.createElement('input'))",
            &[],
        )?;
        let violations = page.violations()?;
        let rules: Vec<_> = violations
            .iter()
            .map(|violation| violation.rule.as_str())
            .collect();
        assert_eq!(rules, ["label"]);
        let targets: Vec<_> = violations
            .into_iter()
            .flat_map(|violation| violation.targets)
            .collect();
        assert!(
            targets
                .iter()
                .all(|target| target.starts_with("#host >>> ")),
            "{targets:?}"
        );
        assert_eq!(targets.len(), 1);
        Ok(())
    })
}

#[test]
fn printed_pages_are_counted() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        if page.engine() == Engine::Webkit {
            assert!(matches!(page.print(), Err(PageError::Unsupported { .. })));
            return Ok(());
        }
        assert_eq!(page.print()?.pages(), 1);
        page.script::<()>("echo.style.blockSize = '60cm'", &[])?;
        assert_eq!(page.print()?.pages(), 3);
        Ok(())
    })
}
