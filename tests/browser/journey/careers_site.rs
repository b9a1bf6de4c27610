//! The site that `job-posting render` writes of a folder: lists to find a posting by, with and without
//! scripts, under the policy it comes with, and the postings' pages with their planners.

use browser_tests::{Journey, Outcome, Page, Role, Site};

use crate::hosts::posting;
use crate::planner::{EARLIEST, Planner};
use crate::policy::{assert_no_refusal, enforce};
use crate::rendering::render_site;
use crate::support::{assert_contains, eventually};

/// Three jobs in two places.
fn put_site(site: &Site) -> Outcome {
    let starts = ["2026-05-11", "2026-06-08"];
    let job = |id: &str, title: &str, place: &str| {
        posting(id, title, &starts).replace("Springfield", place)
    };
    let jobs = [
        job("gardener", "Gardener for the rose garden", "Oslo"),
        job("cook", "Cook at the café", "Oslo"),
        job("groom", "Groom", "Bergen"),
    ];
    let url = format!("{}/careers/", site.origin());
    for (path, content) in render_site(&jobs, &["--url", &url])? {
        site.put(&format!("/careers/{path}"), content);
    }
    Ok(())
}

/// The policy that the site asks its host to send.
fn policy(site: &Site) -> String {
    let headers = site.content("/careers/_headers").unwrap_or_default();
    let headers = String::from_utf8_lossy(&headers).into_owned();
    let policy = headers
        .lines()
        .find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    policy.unwrap_or_default().to_owned()
}

/// The titles in the list that is shown.
fn jobs(page: &Page) -> Outcome<Vec<String>> {
    let mut titles: Vec<String> = page.script(
        "const shown = [...document.querySelectorAll('ol.jobs a')];
        return shown.filter((link) => link.checkVisibility()).map((link) => link.textContent)",
        &[],
    )?;
    titles.sort();
    Ok(titles)
}

/// The style sheets that the page asks for, in the widget too.
fn linked_styles(page: &Page) -> Outcome<Vec<String>> {
    let find = "const roots = [document, document.querySelector('job-posting')?.shadowRoot];
        const links = roots.flatMap((root) => [...(root?.querySelectorAll('[rel~=stylesheet]') ?? [])]);
        return links.map(({ href }) => href)";
    Ok(page.script(find, &[])?)
}

const ALL: [&str; 3] = ["Cook at the café", "Gardener for the rose garden", "Groom"];

#[test]
fn a_job_is_found_by_words_and_planned_under_the_sites_own_policy() -> Outcome {
    Journey::new().run(|site, page| {
        put_site(site)?;
        let policy = policy(site);
        assert_contains(&policy, "require-trusted-types-for");
        enforce(site, &policy);
        page.open("/careers/index.html")?;
        assert_eq!(jobs(page)?, ALL);
        assert_eq!(linked_styles(page)?, [""; 0]);
        // Of the two style sheets that a list holds each has its say.
        let look = "const { marginTop, maxInlineSize } = getComputedStyle(document.body);
            return [marginTop, maxInlineSize]";
        assert_eq!(page.script::<[String; 2]>(look, &[])?, ["0px", "832px"]);
        let field = page.by_label("Search jobs")?;
        for (words, expected) in [
            ("CAFE oslo", &ALL[..1]),
            ("oslo", &ALL[..2]),
            ("plumber", &[]),
            ("ros gard", &ALL[1..2]),
        ] {
            field.type_over(words)?;
            page.wait_until(&format!("what has the words {words}"), || {
                Ok(jobs(page).is_ok_and(|shown| shown == expected))
            })?;
        }
        page.link("Gardener for the rose garden")?.click()?;
        let planner = Planner::on(page)?;
        page.heading("Gardener for the rose garden")?;
        planner.fill(EARLIEST, "1 May 2026")?;
        planner.wait_until_saved()?;
        assert_contains(&planner.statement()?, "May 1");
        assert_eq!(linked_styles(page)?, [""; 0]);
        assert_no_refusal(site, page)
    })
}

#[test]
fn what_was_searched_for_is_still_there_after_a_reload_and_on_the_way_back() -> Outcome {
    Journey::new().run(|site, page| {
        put_site(site)?;
        enforce(site, &policy(site));
        // Then no engine brings the page back as it was left.
        site.header("Cache-Control", "no-store");
        page.open("/careers/index.html?from=mail")?;
        page.by_label("Search jobs")?.type_over("oslo cafe")?;
        let is_found = |page: &Page| {
            page.wait_until("what was searched for is found", || {
                Ok(jobs(page).is_ok_and(|shown| shown == ALL[..1]))
            })
        };
        is_found(page)?;
        page.reload()?;
        is_found(page)?;
        let search = "return [location.search, document.querySelector('#words').value]";
        let found: [String; 2] = page.script(search, &[])?;
        assert_eq!(found, ["?from=mail&q=oslo+cafe", "oslo cafe"]);
        page.link(ALL[0])?.click()?;
        page.heading(ALL[0])?;
        page.back()?;
        is_found(page)?;
        page.wait_until("the words are there", || {
            let found: [String; 2] = page.script(search, &[])?;
            Ok(found == ["?from=mail&q=oslo+cafe", "oslo cafe"])
        })?;
        // Without words nothing of them stays.
        page.by_label("Search jobs")?.type_over("")?;
        page.wait_until("all jobs are there", || {
            Ok(jobs(page).is_ok_and(|shown| shown == ALL))
        })?;
        assert_eq!(
            page.script::<String>("return location.search", &[])?,
            "?from=mail"
        );
        assert_no_refusal(site, page)
    })
}

#[test]
fn without_any_script_the_filters_lead_to_the_job() -> Outcome {
    Journey::new().run(|site, page| {
        put_site(site)?;
        site.header("Content-Security-Policy", "script-src 'none'");
        page.open("/careers/index.html")?;
        assert_eq!(jobs(page)?, ALL);
        let searches = page.names_of(Role::TextBox)?;
        assert!(
            searches.is_empty(),
            "a field that does nothing is shown: {searches:?}"
        );
        page.button("Location")?.click()?;
        page.link("Bergen")?.click()?;
        eventually(page, "/careers/list/place/bergen.html".to_owned(), || {
            page.script("return location.pathname", &[])
        })?;
        assert_eq!(jobs(page)?, ["Groom"]);
        page.link("Groom")?.click()?;
        page.heading("Groom")?;
        assert_contains(&page.text_of_part("facts")?, "Bergen");
        // The engines tell of the scripts that the policy refuses, and of nothing else.
        let reports = page.reports()?;
        assert!(
            reports
                .iter()
                .all(|report| ["policy", "resource"].contains(&&*report.kind)),
            "{reports:?}"
        );
        Ok(())
    })
}
