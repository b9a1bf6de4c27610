//! Time zones far ahead of UTC and far behind it: civil dates never slip by a day, and today is
//! the candidate's own.

use browser_tests::{Journey, Outcome, Page, PageError, Zone};

use crate::hosts::{EXAMPLE, posting, put_page, put_page_with};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

#[test]
fn dates_stay_what_they_are_in_auckland() -> Outcome {
    expect_same_dates(Zone::Auckland)
}

#[test]
fn dates_stay_what_they_are_in_los_angeles() -> Outcome {
    expect_same_dates(Zone::LosAngeles)
}

#[test]
fn dates_stay_what_they_are_in_utc() -> Outcome {
    expect_same_dates(Zone::Utc)
}

fn expect_same_dates(zone: Zone) -> Outcome {
    Journey::new().zone(zone).run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "2026-08-28")?;
        assert_contains(&planner.below(EARLIEST)?, "Read as Monday, May 18, 2026");
        assert_contains(&planner.below(LATEST)?, "Read as Friday, August 28, 2026");
        assert_eq!(
            planner.fitting()?,
            [
                "Mon, May 18 – Fri, Aug 7",
                "Tue, May 26 – Mon, Aug 17",
                "Mon, Jun 8 – Fri, Aug 28",
            ]
        );
        planner.choose_start("May 26")?;
        assert_contains(
            &planner.statement()?,
            "Available May 18 – August 28, 2026; preferred start: May 26, 2026",
        );
        expect_own_today(site, page)
    })
}

/// Starts yesterday, today and tomorrow by the browser's own clock: only the first has passed.
fn expect_own_today(site: &browser_tests::Site, page: &Page) -> Outcome {
    let before = browser_days(page)?;
    let starts: Vec<&str> = before.iter().map(String::as_str).collect();
    site.put("/posting.json", posting("today", "Gardener", &starts));
    put_page(
        site,
        "/today.html",
        r#"<job-posting src="/posting.json"></job-posting>"#,
    );
    let planner = Planner::open(page, "/today.html")?;
    let verdicts: Vec<String> = planner
        .starts()?
        .into_iter()
        .map(|start| start.verdict)
        .collect();
    if browser_days(page)? != before {
        // Midnight passed meanwhile, so that nobody can say which day the widget saw.
        return expect_own_today(site, page);
    }
    assert_eq!(verdicts.len(), 3);
    let (passed, ahead) = verdicts.split_at(1);
    assert!(
        passed
            .iter()
            .all(|verdict| verdict.contains("Started yesterday")),
        "{passed:?}"
    );
    assert_eq!(ahead, ["", ""]);

    planner.button("I applied")?.click()?;
    let now: String = page.script(
        "return new Date().toLocaleDateString('en-US', { dateStyle: 'long' })",
        &[],
    )?;
    assert_contains(&planner.slots()?, &format!("Applied {now}"));
    Ok(())
}

/// A clock that can be a day later, as it is on a page that was left open.
const CLOCK: &str = "
    const Real = Date;
    let later = 0;
    window.Date = class extends Real {
        constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + later); }
        static now() { return Real.now() + later; }
    };
    window.sleepForADay = () => { later = 86400000; window.dispatchEvent(new Event('pageshow')); };";

/// A page that stays open overnight judges by the new day once someone looks at it.
#[test]
fn a_page_that_is_open_overnight_follows_the_day() -> Outcome {
    Journey::new().run(|site, page| {
        page.open("/blank.html")?;
        let days = browser_days(page)?;
        site.put("/posting.json", posting("today", "Today", &[&days[1]]));
        let body = r#"<job-posting src="/posting.json"></job-posting>"#;
        put_page_with(site, "/overnight.html", CLOCK, body);
        let planner = Planner::open(page, "/overnight.html")?;
        page.script::<()>("sleepForADay()", &[])?;
        eventually(page, true, || {
            Ok(planner.starts()?.remove(0).verdict.contains("Started"))
        })?;
        planner.button("I applied")?.click()?;
        let tomorrow: String = page.script(
            "return new Date(`${arguments[0]}T12:00`).toLocaleDateString('en-US', { dateStyle: 'long' })",
            &[days[2].as_str().into()],
        )?;
        assert_contains(&planner.slots()?, &format!("Applied {tomorrow}"));
        Ok(())
    })
}

/// The way out closes by itself on the day after the last one.
#[test]
fn a_page_that_is_open_past_the_last_day_leads_out_no_more() -> Outcome {
    const WAYS_OUT: &str = "return document.querySelector('job-posting').shadowRoot
        .querySelectorAll('[part~=apply]').length";
    Journey::new().run(|site, page| {
        page.open("/blank.html")?;
        let days = browser_days(page)?;
        let open = posting("today", "Today", &["2099-05-11"]);
        let last = format!(r#"{{"validThrough":"{}","#, days[1]);
        site.put("/posting.json", open.replacen('{', &last, 1));
        let body = r#"<job-posting src="/posting.json"></job-posting>"#;
        put_page_with(site, "/overnight.html", CLOCK, body);
        let planner = Planner::open(page, "/overnight.html")?;
        assert_eq!(page.script::<u32>(WAYS_OUT, &[])?, 1);
        planner.state_dates("1 May 2099", "31 August 2099")?;
        page.script::<()>("sleepForADay()", &[])?;
        eventually(page, 0, || page.script::<u32>(WAYS_OUT, &[]))?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "1 May 2099");
        let told: String = page.script(
            "return document.querySelector('job-posting').shadowRoot
                .querySelector('.planner-body .notice[part=notice]:not(:empty)').textContent",
            &[],
        )?;
        assert_contains(&told, "no longer takes applications");
        Ok(())
    })
}

/// Yesterday, today and tomorrow where the browser is, as ISO dates.
fn browser_days(page: &Page) -> Result<Vec<String>, PageError> {
    page.script(
        "const now = new Date();
        const part = (number) => String(number).padStart(2, '0');
        return [-1, 0, 1].map((days) => {
            const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
            return `${day.getFullYear()}-${part(day.getMonth() + 1)}-${part(day.getDate())}`;
        })",
        &[],
    )
}
