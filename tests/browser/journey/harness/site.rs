//! The test's own site, and how it fails on request.

use std::time::{Duration, Instant};

use browser_tests::{Fault, Journey, Outcome};

use super::FORM;

#[test]
fn the_site_misbehaves_as_asked() -> Outcome {
    const TRY: &str = "
        const done = arguments[0];
        fetch('/data.json').then(async (answer) =>
            done(`${answer.status} ${answer.headers.get('content-type')} ${await answer.text()}`),
            () => done('no answer'));";
    Journey::new().run(|site, page| {
        site.put("/form.html", FORM);
        site.put("/data.json", "{}");
        page.open("/form.html")?;
        let fetched = || page.script_async::<String>(TRY, &[]);

        assert_eq!(fetched()?, "200 application/json {}");
        site.fault("/data.json", Fault::Status(503));
        assert!(fetched()?.starts_with("503 "));
        site.fault("/data.json", Fault::Body(b"{ \"cut".to_vec()));
        assert_eq!(fetched()?, "200 application/json { \"cut");
        let delay = Duration::from_millis(200);
        site.fault("/data.json", Fault::Delay(delay));
        let asked = Instant::now();
        assert_eq!(fetched()?, "200 application/json {}");
        assert!(asked.elapsed() >= delay);
        site.fault("/data.json", Fault::Drop);
        assert_eq!(fetched()?, "no answer");
        site.mend("/data.json");
        assert_eq!(fetched()?, "200 application/json {}");
        Ok(())
    })
}

#[test]
fn a_held_request_waits_until_it_is_let_go() -> Outcome {
    Journey::new().run(|site, page| {
        site.put("/form.html", FORM);
        site.put("/data.json", "{}");
        page.open("/form.html")?;
        site.forget_requests();
        site.fault("/data.json", Fault::Hold);
        page.script::<()>(
            "fetch('/data.json?v=2').then(() => { echo.textContent = 'here' })",
            &[],
        )?;
        page.wait_until("the request", || Ok(!site.requests().is_empty()))?;
        let waiting: Vec<_> = site
            .requests()
            .into_iter()
            .map(|seen| (seen.target, seen.status))
            .collect();
        assert_eq!(waiting, [("/data.json?v=2".to_owned(), None)]);
        assert_eq!(page.script::<String>("return echo.textContent", &[])?, "");
        site.mend("/data.json");
        page.wait_until_script("the answer", "return echo.textContent === 'here'")?;
        assert_eq!(
            site.requests().first().and_then(|seen| seen.status),
            Some(200)
        );
        Ok(())
    })
}
