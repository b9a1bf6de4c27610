//! The loader and its files on another origin than the page, files that somebody has changed, and
//! pages that pin a version.

use browser_tests::{Journey, Outcome, Page, PageError, Role, Site};

use crate::hosts::EXAMPLE;
use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, plain};

const FALLBACK: &str = "Read it on our careers page.";

/// Keeps the names and details of the element's events, as a script of its own for strict policies.
const RECORDER: &str = "
    window.recorded = [];
    for (const name of ['job-posting-ready', 'job-posting-error']) {
      document.addEventListener(name, (event) => recorded.push([name, event.detail?.problems ?? []]));
    }";

/// Serves a careers page that gets the widget by `tag`.
fn put_page(site: &Site, tag: &str, element: &str) {
    site.put("/recorder.js", RECORDER);
    let page = format!(
        r#"<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Careers</title>
        <script src="/recorder.js"></script>{tag}</head><body><main>{element}</main></body></html>"#
    );
    site.put("/careers.html", page);
}

fn with_fallback() -> String {
    EXAMPLE.replace(
        "</job-posting>",
        &format!("<p>{FALLBACK}</p></job-posting>"),
    )
}

/// The tag that the build prints for pages that pin its version, with files from this origin.
fn pinning_tag(site: &Site, origin: &str) -> Outcome<String> {
    let tag = site.content("/hosting/pin.html").unwrap_or_default();
    let tag = String::from_utf8(tag)?;
    assert_contains(&tag, "https://…/job-posting-");
    Ok(tag.replace("https://…", origin))
}

/// Where the page's resources came from, as `origin path`, in no particular order.
fn resources(page: &Page) -> Result<Vec<String>, PageError> {
    page.script(
        "return performance.getEntriesByType('resource').map(({ name }) => new URL(name))
            .map(({ origin, pathname }) => `${origin} ${pathname}`)",
        &[],
    )
}

/// A short journey through the example.
fn plan(page: &Page) -> Outcome {
    let planner = Planner::open(page, "/careers.html")?;
    planner.state_dates("18 May 2026", "31 August 2026")?;
    planner.choose_start("May 18")?;
    assert_contains(&planner.statement()?, "Available May 18 – August 31, 2026");
    planner.wait_until_saved()?;
    page.reload()?;
    assert_eq!(Planner::on(page)?.field(EARLIEST)?.value()?, "18 May 2026");
    Ok(())
}

#[test]
fn a_widget_from_another_origin_runs_under_a_policy_that_names_it() -> Outcome {
    Journey::new().run(|site, page| {
        let cdn = site.other_origin();
        site.header("Access-Control-Allow-Origin", "*");
        let policy = format!(
            "default-src 'none'; script-src 'self' {cdn} 'wasm-unsafe-eval'; \
            connect-src 'self' {cdn}; img-src 'self'; base-uri 'none'; form-action 'none'; \
            require-trusted-types-for 'script'; trusted-types 'none'"
        );
        site.header("Content-Security-Policy", &policy);
        let tag = format!(r#"<script type="module" src="{cdn}/job-posting.js"></script>"#);
        put_page(site, &tag, EXAMPLE);
        plan(page)?;
        let resources = resources(page)?;
        for (ending, origin) in [
            ("_bg.wasm", &cdn),
            ("_planner.wasm", &cdn),
            (".css", &cdn),
            ("/job-posting.js", &cdn),
            (".json", &site.origin()),
        ] {
            let of_kind = resources.iter().filter(|name| name.ends_with(ending));
            let of_kind: Vec<_> = of_kind.collect();
            assert!(!of_kind.is_empty(), "{ending}: {resources:?}");
            assert!(
                of_kind.iter().all(|name| name.starts_with(origin.as_str())),
                "{ending}: {of_kind:?}"
            );
        }
        assert_eq!(page.reports()?, []);
        Ok(())
    })
}

#[test]
fn an_origin_that_shares_nothing_leaves_the_fallback() -> Outcome {
    Journey::new().run(|site, page| {
        let cdn = site.other_origin();
        let tag = format!(r#"<script type="module" src="{cdn}/job-posting.js"></script>"#);
        put_page(site, &tag, &with_fallback());
        page.open("/careers.html")?;
        expect_fallback_without_widget(page)
    })
}

#[test]
fn a_page_that_pins_a_version_runs_it_from_any_origin() -> Outcome {
    Journey::new().run(|site, page| {
        site.header("Access-Control-Allow-Origin", "*");
        let tag = pinning_tag(site, &site.other_origin())?;
        put_page(site, &tag, EXAMPLE);
        plan(page)?;
        let stable = site.requests().into_iter();
        let stable = stable.filter(|request| request.target.starts_with("/job-posting.js"));
        assert_eq!(
            stable.count(),
            0,
            "the page asked for more than its version"
        );
        Ok(())
    })
}

#[test]
fn s6_a_loader_that_is_not_the_pinned_one_does_not_run() -> Outcome {
    Journey::new().run(|site, page| {
        let tag = pinning_tag(site, &site.origin())?;
        let path = tag
            .split('"')
            .find_map(|part| part.strip_prefix(&site.origin()));
        let path = path.unwrap_or_default().to_owned();
        let mut changed = site.content(&path).unwrap_or_default();
        changed.extend(b"\nwindow.tampered = true;");
        site.put(&path, changed);
        put_page(site, &tag, &with_fallback());
        page.open("/careers.html")?;
        expect_fallback_without_widget(page)?;
        assert!(site.requests().iter().any(|request| request.target == path));
        assert!(!page.script::<bool>("return 'tampered' in window", &[])?);
        Ok(())
    })
}

#[test]
fn s6_glue_that_was_changed_does_not_run() -> Outcome {
    expect_refusal(".js", b"\nwindow.tampered = true;")
}

#[test]
fn s6_an_app_that_was_changed_does_not_run() -> Outcome {
    // A custom section without a name: valid, and without any effect of its own.
    expect_refusal("_bg.wasm", &[0, 1, 0])
}

#[test]
fn s6_styles_that_were_changed_are_not_applied() -> Outcome {
    expect_refusal(".css", b"\n* { color: red }")
}

/// The path of the file with this ending that the loader asks for.
fn asset(site: &Site, ending: &str) -> Outcome<String> {
    let loader = String::from_utf8(site.content("/job-posting.js").unwrap_or_default())?;
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let mut words = loader.split(|c| !is_of_name(c));
    let name = words.find(|word| word.starts_with("job-posting-") && word.ends_with(ending));
    Ok(format!("/{}", name.unwrap_or_default()))
}

/// Appends to the file with this ending, so that it would still work, and expects the fallback, an
/// event and a word to the author.
#[track_caller]
fn expect_refusal(ending: &str, addition: &[u8]) -> Outcome {
    Journey::new().run(|site, page| {
        let tag = r#"<script type="module" src="/job-posting.js"></script>"#;
        put_page(site, tag, &with_fallback());
        let path = asset(site, ending)?;
        let mut content = site.content(&path).unwrap_or_default();
        assert!(!content.is_empty(), "{path}");
        content.extend(addition);
        site.put(&path, content);
        page.open("/careers.html")?;
        page.wait_until_script("the event", "return recorded.length > 0")?;
        let events: Vec<(String, Vec<String>)> = page.script("return recorded", &[])?;
        let is_told = |(name, problems): &(String, Vec<String>)| {
            name == "job-posting-error" && !problems.is_empty()
        };
        assert!(
            events.len() == 1 && events.iter().all(is_told),
            "{events:?}"
        );
        assert_contains(&body_text(page)?, FALLBACK);
        assert_eq!(page.names_of(Role::Alert)?.len(), 1);
        assert!(!page.script::<bool>("return 'tampered' in window", &[])?);
        assert!(
            page.reports()?
                .iter()
                .any(|report| report.text.contains("job-posting:"))
        );
        Ok(())
    })
}

fn expect_fallback_without_widget(page: &Page) -> Outcome {
    let is_over = "return document.readyState === 'complete'";
    page.wait_until_script("the end of loading", is_over)?;
    assert_contains(&body_text(page)?, FALLBACK);
    assert!(!page.script::<bool>("return Boolean(customElements.get('job-posting'))", &[])?);
    assert!(!page.reports()?.is_empty(), "nobody is told");
    Ok(())
}

fn body_text(page: &Page) -> Result<String, PageError> {
    let text: String = page.script("return document.body.innerText", &[])?;
    Ok(plain(&text))
}
