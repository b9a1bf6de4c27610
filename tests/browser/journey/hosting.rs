//! The built site on a real host, under the headers it brings along.

use std::collections::BTreeMap;

use browser_tests::{Journey, Nginx, Outcome, Page, PageError, Site};

use crate::hosts::EXAMPLE;
use crate::planner::{EARLIEST, Planner};
use crate::support::assert_contains;

/// Header names, in lower case, with their values.
type Headers = BTreeMap<String, String>;

/// What `_headers` says of each path in it, and what its rule for all paths says.
fn told(site: &Site) -> Outcome<Vec<(String, Headers)>> {
    let text = String::from_utf8(site.content("/_headers").unwrap_or_default())?;
    let mut rules: Vec<(String, Headers)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match (line.trim().split_once(": "), rules.last_mut()) {
            (Some((name, value)), Some((_, headers))) => {
                headers.insert(name.to_lowercase(), value.to_owned());
            }
            _ if line.is_empty() => {}
            _ => rules.push((line.to_owned(), Headers::new())),
        }
    }
    Ok(rules)
}

/// The policy that `_headers` gives a path.
pub fn told_policy(site: &Site, path: &str) -> Outcome<String> {
    let rules = told(site)?;
    let own = rules.into_iter().find(|(known, _)| known == path);
    let policy = own.and_then(|(_, mut headers)| headers.remove("content-security-policy"));
    Ok(policy.ok_or(std::fmt::Error)?)
}

/// The status and headers of a path of the current page's origin.
fn fetch(page: &Page, path: &str) -> Result<(u16, Headers), PageError> {
    const FETCH: &str = "
        const [path, done] = arguments;
        fetch(path, { cache: 'no-store' }).then(
            (answer) => done([answer.status, Object.fromEntries(answer.headers)]),
            (error) => done([0, { error: String(error) }]));";
    page.script_async(FETCH, &[path.into()])
}

#[test]
fn nginx_and_the_other_hosts_are_told_the_same() -> Outcome {
    Journey::new().run(|site, page| {
        let nginx = Nginx::start(&[("/blank.html", "<!doctype html><title>Blank</title>")])?;
        page.open(&format!("{}/blank.html", nginx.origin()))?;
        let rules = told(site)?;
        let common = rules.iter().find(|(path, _)| path == "/*");
        let common = common
            .map(|(_, headers)| headers.clone())
            .unwrap_or_default();
        assert!(common.contains_key("access-control-allow-origin"));
        let mut seen = 0;
        for (path, own) in rules.iter().filter(|(path, _)| path != "/*") {
            let path = path.replace('*', "ordinary-job.json");
            // The other hosts serve pages without their extension too.
            if !path.contains('.') && path != "/" {
                continue;
            }
            let (status, headers) = fetch(page, &path)?;
            assert_eq!(status, 200, "{path}: {headers:?}");
            for (name, value) in own.iter().chain(&common) {
                assert_eq!(headers.get(name), Some(value), "{name} of {path}");
            }
            let has_policy = headers.contains_key("content-security-policy");
            assert_eq!(
                has_policy,
                own.contains_key("content-security-policy"),
                "{path}"
            );
            seen += 1;
        }
        assert!(seen > 8, "{rules:?}");
        let wasm = rules.iter().find(|(path, _)| path.ends_with(".wasm"));
        let wasm = wasm.and_then(|(_, headers)| headers.get("content-type"));
        assert_eq!(wasm.map(String::as_str), Some("application/wasm"));
        Ok(())
    })
}

#[test]
fn a_version_that_is_gone_is_not_remembered_for_ever() -> Outcome {
    Journey::new().run(|_site, page| {
        let nginx = Nginx::start(&[("/blank.html", "<!doctype html><title>Blank</title>")])?;
        page.open(&format!("{}/blank.html", nginx.origin()))?;
        let (status, headers) = fetch(page, "/job-posting-0123456789abcdef.js")?;
        assert_eq!(status, 404);
        assert_eq!(headers.get("cache-control"), None);
        // What the browser itself says of the missing file is no fault of the page.
        page.reports()?;
        Ok(())
    })
}

#[test]
fn the_journey_runs_under_the_headers_of_nginx() -> Outcome {
    Journey::new().run(|_site, page| {
        let careers = format!(
            r#"<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Careers</title>
            <script type="module" src="/job-posting.js"></script></head>
            <body><main>{EXAMPLE}</main></body></html>"#
        );
        let nginx = Nginx::start(&[("/careers.html", &careers)])?;
        let address = format!("{}/careers.html", nginx.origin());
        let planner = Planner::open(page, &address)?;
        let (_, headers) = fetch(page, "/careers.html")?;
        let policy = headers.get("content-security-policy");
        assert_contains(policy.map_or("", String::as_str), "trusted-types 'none'");
        planner.state_dates("18 May 2026", "31 August 2026")?;
        planner.choose_start("May 18")?;
        assert_contains(&planner.statement()?, "Available May 18 – August 31, 2026");
        planner.wait_until_saved()?;
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_eq!(page.reports()?, []);
        Ok(())
    })
}

#[test]
fn the_example_page_works_on_nginx_as_it_is_shipped() -> Outcome {
    Journey::new().run(|_site, page| {
        let nginx = Nginx::start(&[])?;
        let planner = Planner::open(page, &format!("{}/", nginx.origin()))?;
        planner.state_dates("18 May 2026", "31 August 2026")?;
        assert_contains(&planner.statement()?, "Available May 18 – August 31, 2026");
        Ok(())
    })
}
