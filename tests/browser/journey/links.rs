//! A draft that moves to another device by a link: nothing is sent, nothing is applied without asking,
//! and what is no draft of the posting changes nothing.

use browser_tests::{Journey, Outcome, Page, PageError};

use crate::hosts::{EXAMPLE, EXAMPLE_ID, posting, put_page, put_page_with};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually, plain};

const MAKE: &str = "Make a link for another device";
const MARK: &str = "#job-posting-draft=";

/// Compresses a text as a link does, without the widget.
const PACKED: &str = "
    const [text, count, done] = arguments;
    const body = new Response(text.repeat(count)).body.pipeThrough(new CompressionStream('deflate-raw'));
    new Response(body).arrayBuffer().then((buffer) => done(
        btoa(String.fromCharCode(...new Uint8Array(buffer)))
            .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')));";

fn packed(page: &Page, text: &str, count: usize) -> Result<String, PageError> {
    page.script_async(PACKED, &[text.into(), count.into()])
}

fn address(page: &Page) -> Result<String, PageError> {
    page.script("return location.href", &[])
}

/// What the notice about a link says; empty where there is none.
fn notice(page: &Page) -> Result<String, PageError> {
    let text: String = page.script(
        "const root = document.querySelector('job-posting').shadowRoot;
        return root.querySelector('[part~=link]')?.textContent ?? ''",
        &[],
    )?;
    Ok(plain(&text))
}

fn wait_for_notice(page: &Page, words: &str) -> Outcome {
    eventually(page, true, || Ok(notice(page)?.contains(words)))
}

#[test]
fn d17_a_link_brings_the_draft_to_another_device_once_the_candidate_agrees() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        put_page(site, "/blank.html", "");
        let planner = Planner::open(page, "/careers.html?team=shop")?;
        planner.state_dates("18 May 2026", "when term ends — äöü 🎓")?;
        planner.choose_start("May 18")?;
        planner.button(MAKE)?.click()?;
        let field = "Link with your draft";
        let link = planner.field(field)?.value()?;
        assert_contains(
            &link,
            &format!("/careers.html?team=shop{MARK}{EXAMPLE_ID}/"),
        );
        assert_contains(
            &page.names_of(browser_tests::Role::Status)?.join(" "),
            &format!("The link has {} characters.", link.len()),
        );
        // A link to what the draft was is not offered any longer.
        planner.fill(EARLIEST, "19 May 2026")?;
        eventually(page, false, || {
            let fields = page.names_of(browser_tests::Role::TextBox)?;
            Ok(fields.iter().any(|name| name == field))
        })?;

        let there = link.replace(&site.origin(), &site.other_origin());
        page.open(&there)?;
        let planner = Planner::on(page)?;
        wait_for_notice(page, "when term ends — äöü 🎓 · here: nothing")?;
        assert_eq!(planner.field(LATEST)?.value()?, "");
        assert_contains(&address(page)?, MARK);
        // Whoever loads the page again is asked again.
        page.reload()?;
        let planner = Planner::on(page)?;
        wait_for_notice(page, "Use it only if the link is your own.")?;
        planner.button("Use this draft")?.click()?;
        wait_for_notice(page, "The draft from the link is open.")?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_eq!(planner.field(LATEST)?.value()?, "when term ends — äöü 🎓");
        assert!(address(page)?.ends_with("/careers.html?team=shop"));
        planner.wait_until_saved()?;
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(notice(page)?, "");
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        for request in site.requests() {
            assert!(!request.target.contains("draft="), "{request:?}");
        }
        Ok(())
    })
}

#[test]
fn a_draft_that_is_there_stays_unless_the_candidate_decides_otherwise() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        put_page(site, "/blank.html", "");
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.wait_until_saved()?;
        let file = r#"{"format":"job-posting-draft","version":1,"posting":"ID","records":{"earliest-start":"1 June 2026"}}"#;
        let packed = packed(page, &file.replace("ID", EXAMPLE_ID), 1)?;
        let link = format!("/careers.html{MARK}{EXAMPLE_ID}/{packed}");
        // Opened in the page that is open already: only what follows # changes.
        page.script::<()>("location.hash = arguments[0]", &[link.split('#').nth(1).into()])?;
        wait_for_notice(page, "First day you are free in the link: 1 June 2026 · here: 18 May 2026")?;
        planner.button("Keep mine")?.click()?;
        eventually(page, String::new(), || notice(page))?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert!(address(page)?.ends_with("/careers.html"));

        page.open("/blank.html")?;
        let planner = Planner::open(page, &link)?;
        wait_for_notice(page, "here: 18 May 2026")?;
        planner.button("Use this draft")?.click()?;
        eventually(page, "1 June 2026".to_owned(), || planner.field(EARLIEST)?.value())?;
        planner.button("Bring back what was here")?.click()?;
        eventually(page, "18 May 2026".to_owned(), || planner.field(EARLIEST)?.value())?;
        Ok(())
    })
}

#[test]
fn of_two_widgets_none_asks_any_more_once_one_was_answered() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", &format!("{EXAMPLE}{EXAMPLE}"));
        let file = r#"{"format":"job-posting-draft","version":1,"posting":"ID","records":{"answer-thinking":"met","choices":"2026-05-18 2026-06-08"}}"#;
        let packed = packed(page, &file.replace("ID", EXAMPLE_ID), 1)?;
        let asking = "const all = [...document.querySelectorAll('job-posting')];
            return all.map((one) => one.shadowRoot.querySelector('[part~=link]')?.textContent ?? '')";
        for (button, here) in [("Keep mine", ""), ("Use this draft", "The draft from the link is open.")] {
            page.open("/blank.html")?;
            Planner::open(page, &format!("/careers.html{MARK}{EXAMPLE_ID}/{packed}"))?;
            page.wait_until("both ask", || {
                let asked: Vec<String> = page.script(asking, &[])?;
                let told = "Start dates you would take in the link: Mon, May 18 and Mon, Jun 8 · here: nothing";
                Ok(asked.len() == 2 && asked.iter().all(|asked| asked.contains(told)))
            })?;
            page.script::<()>(
                "const root = document.querySelector('job-posting').shadowRoot;
                const buttons = [...root.querySelectorAll('[part~=link] button')];
                buttons.find((one) => one.textContent === arguments[0]).click()",
                &[button.into()],
            )?;
            page.wait_until("none asks", || {
                let told: Vec<String> = page.script(asking, &[])?;
                Ok(told.len() == 2 && told[0].starts_with(here) && told[0].is_empty() == here.is_empty() && told[1].is_empty())
            })?;
        }
        Ok(())
    })
}

#[test]
fn a_link_to_what_is_here_already_asks_nothing_then_or_later() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.wait_until_saved()?;
        let file = r#"{"format":"job-posting-draft","version":1,"posting":"ID","records":{"earliest-start":"18 May 2026"}}"#;
        let packed = packed(page, &file.replace("ID", EXAMPLE_ID), 1)?;
        let fragment = format!("{}{EXAMPLE_ID}/{packed}", MARK.trim_start_matches('#'));
        page.script::<()>("location.hash = arguments[0]", &[fragment.into()])?;
        wait_for_notice(page, "is the one that is here already")?;
        assert!(address(page)?.ends_with("/careers.html"));
        planner.fill(EARLIEST, "19 May 2026")?;
        planner.wait_until_saved()?;
        assert!(!notice(page)?.contains("18 May"), "{}", notice(page)?);
        Ok(())
    })
}

#[test]
fn s11_a_link_that_is_hostile_or_for_another_posting_changes_nothing() -> Outcome {
    const DAMAGED: &str = "The draft in the link can’t be read";
    Journey::new().run(|site, page| {
        site.put("/garden.json", posting("garden", "Gardener", &["2099-05-11"]));
        put_page(site, "/careers.html", r#"<job-posting src="/garden.json"></job-posting>"#);
        put_page(site, "/blank.html", "");
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2099")?;
        planner.wait_until_saved()?;
        let file = r#"{"format":"job-posting-draft","version":1,"posting":"POSTING","records":{"note":"<img src=/hostile onerror=alert(1)>"}}"#;
        let good = packed(page, &file.replace("POSTING", "garden"), 1)?;
        let other = packed(page, &file.replace("POSTING", "kitchen"), 1)?;
        // Five million blanks in five thousand bytes.
        let bomb = packed(page, &" ".repeat(1_000), 5_000)?;
        assert!(bomb.len() < 8_000, "{}", bomb.len());
        let cases = [
            (format!("garden/{}", &good[..good.len() / 2]), DAMAGED),
            ("garden/%3Cimg%3E".to_owned(), DAMAGED),
            ("garden/".to_owned(), DAMAGED),
            (format!("garden/{bomb}"), DAMAGED),
            (format!("garden/{}", "A".repeat(8_100)), "only up to 8,000 arrive everywhere"),
            (format!("garden/{other}"), "This draft belongs to another posting (kitchen)."),
            (format!("kitchen/{good}"), ""),
            (format!("garden/{good}"), "in the link: <img src=/hostile onerror=alert(1)>"),
        ];
        for (fragment, words) in cases {
            page.open("/blank.html")?;
            let planner = Planner::open(page, &format!("/careers.html{MARK}{fragment}"))?;
            wait_for_notice(page, words)?;
            assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2099");
            assert!(address(page)?.ends_with(&fragment), "there may be no other copy");
            let elements: usize = page.script(
                "return document.querySelector('job-posting').shadowRoot.querySelectorAll('img').length",
                &[],
            )?;
            assert_eq!(elements, 0);
        }
        assert_eq!(notice(page)?.matches("<img").count(), 1);
        assert!(!site.requests().iter().any(|request| request.target.contains("hostile")));
        Ok(())
    })
}

/// A browser may have the means and fail all the same: the candidate is told, and not left without a way.
#[test]
fn a_link_that_can_not_be_made_is_told_and_the_file_is_offered() -> Outcome {
    const FAILING: &str = "window.CompressionStream = class {
            readable = new ReadableStream({ start(controller) { controller.error(new Error('no')); } });
            writable = new WritableStream();
        };";
    Journey::new().run(|site, page| {
        put_page_with(site, "/careers.html", FAILING, EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "7 August 2026")?;
        planner.button(MAKE)?.click()?;
        eventually(page, true, || {
            let said: String = page.script(
                "return document.querySelector('job-posting').shadowRoot.querySelector('[part~=planner]').textContent",
                &[],
            )?;
            Ok(plain(&said).contains("This browser could not make the link. The draft file takes"))
        })?;
        // It can be tried again.
        assert_eq!(planner.button(MAKE)?.text()?, MAKE);
        Ok(())
    })
}

/// Browsers that don't compress are few; whoever has one is told in both directions.
#[test]
fn without_compression_a_link_is_told_to_be_unreadable_and_none_is_made() -> Outcome {
    const MISSING: &str = "delete window.CompressionStream; delete window.DecompressionStream;";
    Journey::new().run(|site, page| {
        put_page_with(site, "/careers.html", MISSING, EXAMPLE);
        let link = format!("/careers.html{MARK}{EXAMPLE_ID}/AAAA");
        let planner = Planner::open(page, &link)?;
        wait_for_notice(page, "this browser is too old to read it")?;
        assert!(address(page)?.ends_with("/AAAA"));
        planner.state_dates("18 May 2026", "7 August 2026")?;
        planner.button(MAKE)?.click()?;
        eventually(page, true, || {
            let said = plain(&page.text_of_part("planner")?);
            Ok(said.contains("This browser could not make the link. The draft file takes"))
        })
    })
}

/// The address of a frame is not the one that the candidate sees and shares.
#[test]
fn a_frame_makes_no_link_and_takes_none() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let frame = format!(r#"<iframe src="/careers.html{MARK}{EXAMPLE_ID}/AAAA" title="Inner"></iframe>"#);
        put_page(site, "/outer.html", &frame);
        page.open("/outer.html")?;
        page.wait_until_script(
            "the framed widget",
            "return frames[0].document.querySelector('job-posting')?.dataset.state === 'ready'",
        )?;
        let shown: (bool, bool) = page.script(
            "const root = frames[0].document.querySelector('job-posting').shadowRoot;
            const make = [...root.querySelectorAll('button')].find((one) => one.textContent === arguments[0]);
            return [make.hidden, root.querySelector('[part~=link]') === null]",
            &[MAKE.into()],
        )?;
        assert_eq!(shown, (true, true));
        Ok(())
    })
}
